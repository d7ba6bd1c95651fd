import { i18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import axe from 'axe-core'
import type { ReactNode } from 'react'
import { beforeAll, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { asDay } from '#method/calendar/day.ts'
import type { ConsentFact } from '#method/consent/consent.ts'
import { consentFact } from '#wire/consent/consent.ts'
import { InheritedForm } from './inherited-form.tsx'
import { NonBusinessForm } from './non-business-form.tsx'
import type { NotedForm } from './use-facts.ts'
import { WrittenConsentForm } from './written-consent-form.tsx'
import '../ui/styles.css'

beforeAll(() => i18n.loadAndActivate({ locale: 'fr-CA', messages: {} }))

type Noted = { readonly fact: ConsentFact; readonly at: string }
/** Shows a form, and gives what it notes. */
const shown = async (form: (given: NotedForm) => ReactNode): Promise<readonly Noted[]> => {
  const noted: Noted[] = []
  const given: NotedForm = { today: asDay('2026-11-23'), zone: 'America/Toronto', onFact: (fact, _text, at) => noted.push({ fact, at }) }
  await page.viewport(390, 844)
  await render(
    <I18nProvider i18n={i18n}>
      <main>
        <h1>Noter</h1>
        {form(given)}
      </main>
    </I18nProvider>,
  )
  return noted
}
const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
const isAccessible = async () => {
  const { violations } = await axe.run(document.body)
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
}

test('a gift to a charity is noted with its day and its proof; pressed too soon, the button says what is missing', async () => {
  const noted = await shown((given) => <NonBusinessForm {...given} />)
  await press('Noter')
  const alert = page.getByRole('alert')
  await expect.element(alert).toHaveTextContent('Dites quel jour, aujourd’hui au plus tard.')
  await expect.element(page.getByRole('button', { name: 'Noter' })).toHaveAccessibleDescription(/quel jour/)
  await isAccessible()
  await page.getByLabelText('Quel jour').fill('2026-12-01')
  await press('Noter')
  expect(noted).toEqual([])
  await page.getByLabelText('Quel jour').fill('2026-03-03')
  await expect.element(alert).not.toBeInTheDocument()
  await userEvent.selectOptions(page.getByLabelText('Ce qu’elle a fait'), 'Aider bénévolement')
  await page.getByLabelText('Où est la preuve').fill(' la feuille de présence ')
  await press('Noter')
  expect(noted).toEqual([{ fact: { type: 'non-business', relation: 'volunteering', proof: 'la feuille de présence' }, at: '2026-03-03T05:00:00.000Z' }])
  expect(consentFact.parse(noted[0]?.fact)).toEqual(noted[0]?.fact)
})

test('a relationship taken over keeps its own day, and came with the business on another', async () => {
  const noted = await shown((given) => <InheritedForm {...given} />)
  const alert = page.getByRole('alert')
  await press('Noter')
  await expect.element(alert).toHaveTextContent('Dites quel jour elle l’a fait.')
  await isAccessible()
  await page.getByLabelText('Quel jour').fill('2026-06-15')
  await expect.element(alert).toHaveTextContent('Dites quelle entreprise vous avez reprise.')
  await page.getByLabelText('Entreprise reprise').fill('Ancien atelier')
  await page.getByLabelText('Reprise le').fill('2026-01-15')
  await expect.element(page.getByText(/doit précéder la reprise/)).toBeVisible()
  await page.getByLabelText('Quel jour').fill('2025-06-15')
  await page.getByText('demandé quelque chose').click()
  await page.getByLabelText('Où est la preuve').fill('Contrat de vente')
  await press('Noter')
  const fact = { type: 'inherited', relation: 'inquiry', originalOn: '2025-06-15', from: 'Ancien atelier', proof: 'Contrat de vente' }
  expect(noted).toEqual([{ fact, at: '2026-01-15T05:00:00.000Z' }])
  expect(consentFact.parse(noted[0]?.fact)).toEqual(fact)
})

test('a yes in writing names its ways, its words and its proof, by the keyboard alone too', async () => {
  const noted = await shown((given) => <WrittenConsentForm {...given} language="fr" />)
  await isAccessible()
  const alert = page.getByRole('alert')
  await press('Courriel')
  await page.getByLabelText('Ce à quoi elle a dit oui').click()
  await userEvent.keyboard('{Enter}')
  await expect.element(alert).toHaveTextContent('Dites par quels moyens elle accepte.')
  await press('Texto')
  await page.getByLabelText('Ce à quoi elle a dit oui').fill('Écrivez-moi pour vos ateliers')
  await expect.element(alert).toHaveTextContent('Dites où est la preuve.')
  await page.getByLabelText('Où est la preuve').fill('Courriel du 3 mars')
  await userEvent.keyboard('{Enter}')
  expect(noted.map(({ fact }) => fact)).toMatchObject([
    { type: 'express-consent', channels: ['sms'], classes: ['personal', 'invitation'], means: 'written', proof: 'Courriel du 3 mars', isPreChecked: false },
  ])
  expect(consentFact.safeParse(noted[0]?.fact).success).toBe(true)
})
