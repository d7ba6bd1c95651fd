import { expect, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import type { Path } from './address.ts'
import { createRouter, pastOf, type Past } from './create-router.ts'
import { lazyScreen, screenOf } from './lazy-screen.ts'
import { Link, Outlet, RouterProvider, useAddress, useNavigate, useParams } from './router.tsx'

const at = (path: string) => path as Path
const Failed = ({ error, reset }: { readonly error: unknown; readonly reset: () => void }) => (
  <button type="button" onClick={reset}>{`stopped: ${(error as Error).message}`}</button>
)

/** A history that this test leads back. */
const walked = (): Past & { readonly back: () => void } => {
  const entries = [{ href: '/', key: 'first' }]
  let moved = (): void => undefined
  const last = () => entries.at(-1) ?? { href: '/', key: '' }
  return {
    href: () => last().href,
    key: () => last().key,
    write: (href, key, replace) => {
      if (replace) entries.pop()
      entries.push({ href, key })
    },
    onBack: (listener) => {
      moved = listener
    },
    back: () => {
      entries.pop()
      moved()
    },
  }
}

const List = () => (
  <div style={{ height: '5000px', paddingTop: '2000px' }}>
    <Link to={at('/one/$id')} params={{ id: 'a b' }}>
      Go
    </Link>
  </div>
)
const One = () => {
  const { id } = useParams()
  const { search } = useAddress()
  const navigate = useNavigate()
  return (
    <div style={{ height: '3000px' }}>
      <h1>{`One ${id}${search}`}</h1>
      <button type="button" onClick={() => navigate({ to: at('/one/$id'), params: { id: 'a b' }, search: { q: 'é' }, replace: true })}>
        Search
      </button>
    </div>
  )
}

test('a link leads to its place at the top; going back finds the list where it was left', async () => {
  const past = walked()
  const places = [
    { path: '/', screen: screenOf(List) },
    { path: '/one/$id', screen: screenOf(One) },
  ]
  await render(
    <RouterProvider router={createRouter(places, () => null, past)}>
      <Outlet failed={Failed} />
    </RouterProvider>,
  )
  const link = page.getByRole('link', { name: 'Go' })
  await expect.element(link).toHaveAttribute('href', '/one/a%20b')
  await link.click()
  await expect.element(page.getByRole('heading', { name: 'One a b' })).toBeInTheDocument()
  expect(window.scrollY).toBe(0)
  await page.getByRole('button', { name: 'Search' }).click()
  await expect.element(page.getByRole('heading', { name: 'One a b?q=%C3%A9' })).toBeInTheDocument()
  past.back()
  await expect.element(link).toBeInTheDocument()
  expect(window.scrollY).toBeGreaterThan(1000)
})

test('a screen that has to come leaves the one before in view; one that cannot come says so and is asked again', async () => {
  let arrive: (screens: { readonly One: typeof One }) => void = () => undefined
  let attempts = 0
  const late = lazyScreen(() => {
    attempts += 1
    return attempts === 1 ? Promise.reject(new Error('no network')) : new Promise<{ readonly One: typeof One }>((resolve) => (arrive = resolve))
  }, 'One')
  const places = [
    { path: '/', screen: screenOf(() => <p>Here</p>) },
    { path: '/one/$id', screen: late },
  ]
  const router = createRouter(places, () => null, pastOf('/'))
  await render(
    <RouterProvider router={router}>
      <Outlet failed={Failed} />
    </RouterProvider>,
  )
  router.go({ to: at('/one/$id'), params: { id: 'z' } })
  const again = page.getByRole('button', { name: 'stopped: no network' })
  await again.click()
  expect(attempts).toBe(2)
  router.go({ to: at('/') })
  await expect.element(page.getByText('Here')).toBeInTheDocument()
  router.go({ to: at('/one/$id'), params: { id: 'z' } })
  expect(document.body.textContent).toContain('Here')
  arrive({ One })
  await expect.element(page.getByRole('heading', { name: 'One z' })).toBeInTheDocument()
})

test('a screen that stops is replaced by one sentence, and tried again', async () => {
  const seen = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  let isBroken = true
  const Fragile = () => {
    if (isBroken) throw new Error('broken')
    return <p>Whole</p>
  }
  await render(
    <RouterProvider router={createRouter([{ path: '/', screen: screenOf(Fragile) }], () => null, pastOf('/'))}>
      <Outlet failed={Failed} />
    </RouterProvider>,
  )
  isBroken = false
  await page.getByRole('button', { name: 'stopped: broken' }).click()
  await expect.element(page.getByText('Whole')).toBeInTheDocument()
  seen.mockRestore()
})

test('an address that leads nowhere shows the screen for that', async () => {
  await render(
    <RouterProvider
      router={createRouter(
        [],
        () => (
          <p>Nowhere</p>
        ),
        pastOf('/lost'),
      )}
    >
      <Outlet failed={Failed} />
    </RouterProvider>,
  )
  await expect.element(page.getByText('Nowhere')).toBeInTheDocument()
})
