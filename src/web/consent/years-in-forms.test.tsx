import { i18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import type { ReactNode } from 'react'
import { beforeAll, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { aContact } from '#test/a-day.ts'
import { ToastProvider } from '../ui/toast.tsx'
import '../ui/styles.css'
import { LastingForm } from './lasting-form.tsx'
import { PastRelationForm } from './past-relation-form.tsx'

beforeAll(() => i18n.loadAndActivate({ locale: 'fr-CA', messages: {} }))

const sentence = 'Choisissez une année de 1900 à 2200.'
const show = (form: ReactNode) =>
  render(
    <I18nProvider i18n={i18n}>
      <ToastProvider regionLabel="Messages" dismissLabel="Fermer">
        <main>{form}</main>
      </ToastProvider>
    </I18nProvider>,
  )

test('a contract « sans fin » written as 9999 is not noted: the field says which years can be', async () => {
  let done = 0
  await show(<LastingForm contact={aContact()} sort="contract" onDone={() => (done += 1)} />)
  await page.getByLabelText('Depuis le').fill('2026-01-05')
  await page.getByLabelText('Dernier jour').fill('9999-12-31')
  await page.getByLabelText('Lequel').click()
  await expect.element(page.getByText(sentence)).toBeVisible()
  await page.getByRole('button', { name: 'Noter le contrat' }).click()
  expect(done).toBe(0)
  await page.getByLabelText('Dernier jour').fill('')
  expect(page.getByText(sentence).query()).toBe(null)
})

test('a purchase of before with a year typed as 24 is not noted, and the field says why', async () => {
  let done = 0
  await show(<PastRelationForm contact={aContact()} onDone={() => (done += 1)} />)
  await page.getByLabelText('Quel jour').fill('0024-05-12')
  await page.getByLabelText('Quoi').click()
  await expect.element(page.getByText(sentence)).toBeVisible()
  await page.getByRole('button', { name: 'Noter' }).click()
  expect(done).toBe(0)
  await page.getByLabelText('Quel jour').fill('2024-05-12')
  expect(page.getByText(sentence).query()).toBe(null)
})
