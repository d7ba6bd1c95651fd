import { expect, test } from 'vitest'
import { render } from 'vitest-browser-react'
import { takeTyped, typedSoFar, useKeyboard, useShortcut } from './shortcuts.ts'

const press = (key: string, held: KeyboardEventInit = {}) =>
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...held }))

test('what a quick hand types between the keys of the palette and its field is kept, capitals included, and gives no order', async () => {
  const orders: string[] = []
  const Keyed = () => {
    useKeyboard(() => orders.push('palette'))
    useShortcut('o', 'Ouvrir', () => orders.push('o'))
    return null
  }
  await render(<Keyed />)
  expect(takeTyped()).toBeNull()
  press('k', { ctrlKey: true })
  press('Shift')
  press('S', { shiftKey: true })
  for (const key of 'onix') press(key)
  press('Backspace')
  // The field is drawn, and has not the keys yet.
  expect(typedSoFar()).toBe('Soni')
  press('a')
  expect(takeTyped()).toBe('Sonia')
  press('o')
  expect(orders).toEqual(['palette', 'o'])
  expect(takeTyped()).toBeNull()
})
