import { useState } from 'react'
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

function Refusing() {
  const { show } = useToast()
  return (
    <dialog
      ref={(element) => {
        if (element && !element.open) element.showModal()
      }}
    >
      <button type="button" onClick={() => show({ text: 'Rien n’a été noté.' })}>
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
