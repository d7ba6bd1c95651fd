import { type ReactNode, useState } from 'react'
import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { ToastProvider, useToast } from './toast.tsx'
import './styles.css'

function Counter() {
  const [count, setCount] = useState(0)
  const { show } = useToast()
  const log = () => {
    setCount((before) => before + 1)
    show({ text: 'Appel noté.', action: { label: 'Annuler', onPress: () => setCount((before) => before - 1) } })
  }
  return (
    <>
      <output>{count}</output>
      <button type="button" onClick={log}>
        Noter
      </button>
    </>
  )
}

const scene = (
  <ToastProvider regionLabel="Messages" dismissLabel="Fermer">
    <Counter />
  </ToastProvider>
)

test('undo takes back what was logged and puts the message away', async () => {
  await render(scene)
  await page.getByRole('button', { name: 'Noter' }).click()
  await expect.element(page.getByRole('status')).toHaveTextContent('1')
  await page.getByRole('button', { name: 'Annuler' }).click()
  await expect.element(page.getByRole('status')).toHaveTextContent('0')
  await expect.element(page.getByText('Appel noté.')).not.toBeInTheDocument()
})

test('undo is reached by keyboard right after the act', async () => {
  await render(scene)
  await page.getByRole('button', { name: 'Noter' }).click()
  await userEvent.keyboard('{Tab}')
  await expect.element(page.getByRole('button', { name: 'Annuler' })).toHaveFocus()
  await userEvent.keyboard('{Enter}')
  await expect.element(page.getByRole('status')).toHaveTextContent('0')
})

test('no more than three messages are shown at once and the fourth waits', async () => {
  await render(scene)
  for (let times = 0; times < 4; times += 1) await page.getByRole('button', { name: 'Noter' }).click()
  await expect.poll(() => page.getByText('Appel noté.').elements().length).toBe(3)
  await page.getByRole('button', { name: 'Fermer' }).first().click()
  await expect.poll(() => page.getByText('Appel noté.').elements().length).toBe(3)
  await page.getByRole('button', { name: 'Fermer' }).first().click()
  await expect.poll(() => page.getByText('Appel noté.').elements().length).toBe(2)
})

function Refusing({ onUndo = () => undefined }: { readonly onUndo?: () => void }) {
  const { show } = useToast()
  return (
    <dialog
      ref={(element) => {
        if (element && !element.open) element.showModal()
      }}
    >
      <button type="button" onClick={() => show({ text: 'Rien n’a été noté.', action: { label: 'Reprendre', onPress: onUndo } })}>
        Noter
      </button>
    </dialog>
  )
}

test('a message is seen over an open sheet', async () => {
  await render(
    <ToastProvider regionLabel="Messages" dismissLabel="Fermer">
      <Refusing />
    </ToastProvider>,
  )
  await page.getByRole('button', { name: 'Noter' }).click()
  await expect.poll(() => document.querySelector('[popover]')?.matches(':popover-open')).toBe(true)
  const box = page.getByText('Rien n’a été noté.').element().getBoundingClientRect()
  expect(box.top).toBeGreaterThanOrEqual(0)
  expect(box.bottom).toBeLessThan(innerHeight / 2)
})

const overSheet = async (onUndo: () => void) => {
  const { rerender } = await render(inProvider(<Refusing onUndo={onUndo} />))
  await page.getByRole('button', { name: 'Noter' }).click()
  await expect.element(page.getByText('Rien n’a été noté.')).toBeVisible()
  return rerender
}
const inProvider = (children: ReactNode) => (
  <ToastProvider regionLabel="Messages" dismissLabel="Fermer">
    {children}
  </ToastProvider>
)

test('a message over an open sheet is pressed where it stands', async () => {
  let undone = 0
  await overSheet(() => {
    undone += 1
  })
  await page.getByRole('button', { name: 'Reprendre' }).click()
  expect(undone).toBe(1)
  await expect.element(page.getByText('Rien n’a été noté.')).not.toBeInTheDocument()
  expect(document.querySelector('dialog')?.open).toBe(true)
})

test('over a sheet the keyboard reaches the message, and Esc puts away the message alone', async () => {
  await overSheet(() => undefined)
  await userEvent.keyboard('{Tab}')
  await expect.element(page.getByRole('button', { name: 'Reprendre' })).toHaveFocus()
  await userEvent.keyboard('{Escape}')
  await expect.element(page.getByText('Rien n’a été noté.')).not.toBeInTheDocument()
  expect(document.querySelector('dialog')?.open).toBe(true)
})

test('a message outlives the sheet that it was said over, closed or taken away', async () => {
  let undone = 0
  const rerender = await overSheet(() => {
    undone += 1
  })
  document.querySelector('dialog')?.close()
  await expect.element(page.getByText('Rien n’a été noté.')).toBeVisible()
  document.querySelector('dialog')?.showModal()
  await expect.element(page.getByText('Rien n’a été noté.')).toBeVisible()
  await rerender(inProvider(null))
  await page.getByRole('button', { name: 'Reprendre' }).click()
  expect(undone).toBe(1)
})
