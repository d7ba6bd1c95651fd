import { useState } from 'react'
import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { bringAhead, later } from './later.tsx'

const Note = ({ open, text }: { readonly open: boolean; readonly text: string }) => <p>{`${open ? 'open' : 'closed'}: ${text}`}</p>

test('a part comes when it is first wanted, and stays to close by itself', async () => {
  let loads = 0
  const Part = later(
    () => Promise.resolve({ Note: ((loads += 1), Note) }),
    'Note',
    ({ open }) => open,
  )
  const Scene = () => {
    const [open, setOpen] = useState(false)
    return (
      <>
        <button type="button" onClick={() => setOpen(!open)}>
          Press
        </button>
        <Part open={open} text="here" />
      </>
    )
  }
  await render(<Scene />)
  expect(loads).toBe(0)
  const press = page.getByRole('button', { name: 'Press' })
  await press.click()
  await expect.element(page.getByText('open: here')).toBeInTheDocument()
  await press.click()
  await expect.element(page.getByText('closed: here')).toBeInTheDocument()
  await press.click()
  expect(loads).toBe(1)
})

test('a part brought ahead is drawn with the press itself', async () => {
  const Part = later(
    () => Promise.resolve({ Note }),
    'Note',
    ({ open }) => open,
  )
  await bringAhead()
  await render(<Part open text="ahead" />)
  expect(page.getByText('open: ahead').query()).not.toBeNull()
})
