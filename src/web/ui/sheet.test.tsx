import { useState } from 'react'
import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { Sheet } from './sheet.tsx'
import { useKeyboard, useShortcut } from './shortcuts.ts'
import './styles.css'

function Scene() {
  const [open, setOpen] = useState(false)
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        Ouvrir
      </button>
      <Sheet open={open} onClose={() => setOpen(false)} title="Comment ça s’est passé?" closeLabel="Fermer">
        <button type="button">Jointe</button>
      </Sheet>
    </>
  )
}

async function openSheet() {
  await page.viewport(390, 844)
  await render(<Scene />)
  await page.getByRole('button', { name: 'Ouvrir' }).click()
  await expect.element(page.getByRole('dialog', { name: 'Comment ça s’est passé?' })).toBeVisible()
}

test('an opened sheet begins at its question', async () => {
  await openSheet()
  await expect.element(page.getByRole('heading', { name: 'Comment ça s’est passé?' })).toHaveFocus()
})

test('Esc closes a sheet and gives the focus back to what opened it', async () => {
  await openSheet()
  await userEvent.keyboard('{Escape}')
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument()
  await expect.element(page.getByRole('button', { name: 'Ouvrir' })).toHaveFocus()
})

test('a press outside closes a sheet', async () => {
  await openSheet()
  const dialog = document.querySelector('dialog')
  dialog?.dispatchEvent(new MouseEvent('mousedown', { bubbles: true, clientX: 20, clientY: 5 }))
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument()
})

test('a press inside leaves a sheet open', async () => {
  await openSheet()
  await page.getByRole('button', { name: 'Jointe' }).click()
  await expect.element(page.getByRole('dialog')).toBeVisible()
})

test('a sheet that leads to another gives the focus back, in the end, to what opened the first', async () => {
  const Scenes = () => {
    const [asked, setAsked] = useState<'who' | 'how' | null>(null)
    return (
      <>
        <button type="button" onClick={() => setAsked('who')}>
          Noter
        </button>
        <Sheet open={asked === 'who'} onClose={() => setAsked(null)} title="Avec qui?" closeLabel="Fermer">
          <button type="button" onClick={() => setAsked('how')}>
            Suite
          </button>
        </Sheet>
        <Sheet open={asked === 'how'} onClose={() => setAsked(null)} title="Comment?" closeLabel="Fermer">
          <p>Jointe</p>
        </Sheet>
      </>
    )
  }
  await render(<Scenes />)
  await page.getByRole('button', { name: 'Noter' }).click()
  await page.getByRole('button', { name: 'Suite' }).click()
  await expect.element(page.getByRole('heading', { name: 'Comment?' })).toHaveFocus()
  await userEvent.keyboard('{Escape}')
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument()
  await expect.element(page.getByRole('button', { name: 'Noter' })).toHaveFocus()
})

test('a key typed right as a sheet closes does its work, before any frame is drawn', async () => {
  const typed: string[] = []
  const Keyed = () => {
    useKeyboard(() => undefined)
    useShortcut('f', 'Noter', () => typed.push('f'))
    return <Scene />
  }
  await page.viewport(390, 844)
  await render(<Keyed />)
  await page.getByRole('button', { name: 'Ouvrir' }).click()
  const dialog = page.getByRole('dialog', { name: 'Comment ça s’est passé?' })
  await expect.element(dialog).toBeVisible()
  const press = () => document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'f', bubbles: true }))
  press()
  expect(typed).toEqual([])
  // A task of its own, as a press is: what it changed is written, and no frame has come yet.
  await new Promise<void>((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.addEventListener('message', () => {
      press()
      resolve()
    })
    port1.start()
    dialog
      .getByRole('button', { name: 'Fermer' })
      .element()
      .dispatchEvent(new MouseEvent('click', { bubbles: true }))
    port2.postMessage(null)
  })
  expect(typed).toEqual(['f'])
})
