import { i18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import { useState } from 'react'
import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { readPhone } from '#method/contact/phone.ts'
import { PhoneField } from './phone-field.tsx'
import '../ui/styles.css'

function Scene({ start, told }: { readonly start: string; readonly told: string[] }) {
  const [value, setValue] = useState(start)
  return (
    <I18nProvider i18n={i18n}>
      <PhoneField
        label="Téléphone"
        value={value}
        onValue={(next) => {
          told.push(next)
          setValue(next)
        }}
      />
      <button type="button">Ailleurs</button>
    </I18nProvider>
  )
}

test('a telephone that was read is shown as all others are; typed over, it is formatted once it is left, and what is none stays as typed', async () => {
  i18n.loadAndActivate({ locale: 'fr-CA', messages: {} })
  const told: string[] = []
  await render(<Scene start="+18195550188" told={told} />)
  const field = page.getByLabelText('Téléphone')
  await expect.element(field).toHaveValue('819\u00A0555\u20110188')
  await field.fill('(418) 555-0101 poste 12')
  await expect.element(field).toHaveValue('(418) 555-0101 poste 12')
  await userEvent.click(page.getByRole('button', { name: 'Ailleurs' }))
  await expect.element(field).toHaveValue('418\u00A0555\u20110101, poste\u00A012')
  // What is kept is what was typed, which reads the same.
  expect(readPhone(told.at(-1) ?? '')).toEqual({ number: '+14185550101', extension: '12', valid: true })
  await field.fill('au bureau de Marie')
  await userEvent.click(page.getByRole('button', { name: 'Ailleurs' }))
  await expect.element(field).toHaveValue('au bureau de Marie')
  await field.fill('+33 6 12 34 56 78')
  await userEvent.click(page.getByRole('button', { name: 'Ailleurs' }))
  await expect.element(field).toHaveValue('+33\u00A06\u00A012\u00A034\u00A056\u00A078')
})
