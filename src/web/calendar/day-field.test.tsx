import { i18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import { useState } from 'react'
import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { isWritableDay, type Day } from '#method/calendar/day.ts'
import '../ui/styles.css'
import { DayField } from './day-field.tsx'

const sentence = 'Choisissez une année de 1900 à 2200.'

// A screen that writes each day as it comes, and lets be what cannot be written.
function Written({ first, onWrite }: { readonly first: string; readonly onWrite: (day: Day | '') => void }) {
  const [day, setDay] = useState(first)
  return (
    <I18nProvider i18n={i18n}>
      <main>
        <DayField
          label="Quel jour"
          value={day}
          onValue={(next) => {
            if (next !== '' && !isWritableDay(next)) return
            setDay(next)
            onWrite(next)
          }}
        />
        <button type="button">Ailleurs</button>
      </main>
    </I18nProvider>
  )
}

test('a year out of reach is said when the field is left, and is never written', async () => {
  i18n.loadAndActivate({ locale: 'fr-CA', messages: {} })
  const written: string[] = []
  await render(<Written first="2026-11-23" onWrite={(day) => written.push(day)} />)
  const field = page.getByLabelText('Quel jour')
  for (const far of ['9999-12-31', '0024-05-12', '2201-01-01']) {
    await field.fill(far)
    expect(page.getByRole('alert').query()).toBe(null)
    await page.getByRole('button', { name: 'Ailleurs' }).click()
    await expect.element(page.getByRole('alert')).toHaveTextContent(sentence)
    await expect.element(field).toHaveValue(far)
    await expect.element(field).toHaveAccessibleDescription(sentence)
  }
  expect(written).toEqual([])
  await field.fill('2200-12-31')
  await page.getByRole('button', { name: 'Ailleurs' }).click()
  expect(page.getByRole('alert').query()).toBe(null)
  expect(written).toEqual(['2200-12-31'])
})

test('a year is typed figure by figure over another one, and only the whole of it is written', async () => {
  i18n.loadAndActivate({ locale: 'fr-CA', messages: {} })
  const written: string[] = []
  await render(<Written first="2026-05-12" onWrite={(day) => written.push(day)} />)
  const field = page.getByLabelText('Quel jour')
  // What the native field says at each figure of 2025.
  for (const soFar of ['0002-05-12', '0020-05-12', '0202-05-12']) {
    await field.fill(soFar)
    await expect.element(field).toHaveValue(soFar)
  }
  expect(written).toEqual([])
  await field.fill('2025-05-12')
  await expect.element(field).toHaveValue('2025-05-12')
  expect(written).toEqual(['2025-05-12'])
})
