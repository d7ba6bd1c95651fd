import { Check, Clock } from 'lucide-react'
import { useState } from 'react'
import { expect, test } from 'vitest'
import { cdp, page } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { Swipe } from './swipe.tsx'
import './styles.css'

function Scene() {
  const [done, setDone] = useState<readonly string[]>([])
  const say = (word: string) => setDone((before) => [...before, word])
  return (
    <>
      <div style={{ height: '100vh', marginInline: 24 }}>
        <Swipe right={{ label: 'Noter', icon: Check, act: () => say('noter') }} left={{ label: 'Déplacer', icon: Clock, act: () => say('déplacer') }}>
          <a
            href="#fiche"
            style={{ display: 'block', height: 80 }}
            onClick={(event) => {
              event.preventDefault()
              say('fiche')
            }}
          >
            Nathalie Gagnon
          </a>
        </Swipe>
      </div>
      <output>{done.join(' ')}</output>
    </>
  )
}

type Step = { readonly x: number; readonly y: number }
const session = () => cdp() as unknown as { readonly send: (method: string, told: object) => Promise<unknown> }
const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', at?: Step) => {
  const frame = globalThis.frameElement?.getBoundingClientRect()
  const scale = frame ? frame.width / innerWidth : 1
  const touchPoints = at ? [{ x: (frame?.left ?? 0) + at.x * scale, y: (frame?.top ?? 0) + at.y * scale }] : []
  return session().send('Input.dispatchTouchEvent', { type, touchPoints })
}
/** A real finger, from the middle of the row. */
const drag = async (steps: readonly Step[], isLifted = true) => {
  const row = page.getByRole('link').element().getBoundingClientRect()
  const from = { x: row.left + row.width / 2, y: row.top + row.height / 2 }
  await touch('touchStart', from)
  for (const { x, y } of steps) await touch('touchMove', { x: from.x + x, y: from.y + y })
  if (isLifted) await touch('touchEnd')
}
const across = (x: number): readonly Step[] => Array.from({ length: 8 }, (_, at) => ({ x: (x * (at + 1)) / 8, y: 0 }))
const open = async () => {
  await page.viewport(390, 844)
  await render(<Scene />)
  return page.getByRole('status')
}

test('a finger that goes far enough does what the button does, and does not press the link under it', async () => {
  const done = await open()
  await drag(across(110))
  await expect.element(done).toHaveTextContent('noter')
  await drag(across(-110))
  await expect.element(done).toHaveTextContent('noter déplacer')
  await page.getByRole('link').click()
  await expect.element(done).toHaveTextContent('noter déplacer fiche')
})

test('a short swipe, and a finger that scrolls, do nothing', async () => {
  const done = await open()
  await drag(across(50))
  await drag(Array.from({ length: 8 }, (_, at) => ({ x: at * 3, y: at * -15 })))
  await page.getByRole('link').click()
  await expect.poll(() => done.element().textContent).toBe('fiche')
})

test('the row follows the finger and says what it will do; where motion is unwelcome, it stays', async () => {
  await open()
  const face = document.querySelector('.ui-swipe-face')
  await drag(across(90), false)
  // The browser hands over moves once a frame.
  await expect.poll(() => face && getComputedStyle(face).translate).toBe('90px')
  expect(document.querySelector('.ui-swipe-hint[data-side="right"]')?.checkVisibility({ visibilityProperty: true })).toBe(true)
  await session().send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-reduced-motion', value: 'reduce' }] })
  await expect.poll(() => face && getComputedStyle(face).translate).toMatch(/^0px( 0px)?$/)
  await session().send('Emulation.setEmulatedMedia', { features: [] })
  await touch('touchEnd')
  await expect.element(page.getByRole('status')).toHaveTextContent('noter')
})
