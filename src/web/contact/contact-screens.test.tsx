import { i18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import axe from 'axe-core'
import { useState, type ReactNode } from 'react'
import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { asDay, asInstant } from '#method/calendar/day.ts'
import { blankFields, blankHistory, type Contact } from '#method/contact/contact.ts'
import { createSearch } from '#method/contact/search.ts'
import { firstStep } from '#method/follow-up/propose-step.ts'
import excelFile from '../../../test/samples/contacts/csv/excel_fr_semicolon_bom.csv?raw'
import { createRouter, pastOf } from '../ui/create-router.ts'
import { RouterProvider } from '../ui/router.tsx'
import { ToastProvider } from '../ui/toast.tsx'
import '../ui/styles.css'
import { ImportScreen } from './import-screen.tsx'
import { everyone, type PeopleFilter } from './people-filter.ts'
import { People } from './people-screen.tsx'
import { useDraft } from './use-draft.ts'

const today = asDay('2026-11-23')
const person = (id: string, name: string, city: string): Contact => ({
  ...blankFields,
  ...blankHistory,
  id,
  name,
  city,
  nextStep: firstStep(today),
  letGo: null,
  createdAt: asInstant(0),
  createdBy: 'm',
  importId: null,
  archivedAt: null,
  deletedAt: null,
  mergedInto: null,
})

async function show(screen: ReactNode) {
  i18n.loadAndActivate({ locale: 'fr-CA', messages: {} })
  await page.viewport(390, 844)
  const router = createRouter([], () => null, pastOf('/'))
  return render(
    <I18nProvider i18n={i18n}>
      <ToastProvider regionLabel="Messages" dismissLabel="Fermer">
        <RouterProvider router={router}>
          <main>{screen}</main>
        </RouterProvider>
      </ToastProvider>
    </I18nProvider>,
  )
}

const everybody = [
  person('a', 'Hélène Saint-Onge', 'Lévis'),
  ...Array.from({ length: 20_000 }, (_, place) => person(`p${place}`, `Personne ${place}`, 'Laval')),
]
const index = createSearch(everybody.map((one) => [one.id, one] as const))
const byId = new Map(everybody.map((one) => [one.id, one]))

function Scene() {
  const [filter, setFilter] = useState<PeopleFilter>(everyone)
  const people = filter.q === '' ? everybody : index.search(filter.q).flatMap((id) => byId.get(id) ?? [])
  return (
    <People
      {...{ people, filter, today }}
      total={everybody.length}
      onFilter={setFilter}
      kinds={[]}
      cities={['Laval']}
      tags={[]}
      onAdd={() => true}
      onCsv={() => undefined}
      onCards={() => undefined}
    />
  )
}

test('among twenty thousand people, a name typed without its accents is found, and only a page is drawn', async () => {
  await show(<Scene />)
  await expect.element(page.getByRole('link', { name: 'Hélène Saint-Onge' })).toBeVisible()
  expect(document.querySelectorAll('main ul > li').length).toBeLessThan(400)
  await page.getByRole('textbox', { name: 'Chercher un nom, une ville, un numéro' }).fill('helene st-onge')
  await expect.element(page.getByRole('link', { name: 'Hélène Saint-Onge' })).toBeVisible()
  await expect.element(page.getByText('1 personne', { exact: true })).toBeVisible()
  // A colour on its way is not a colour to judge.
  await Promise.allSettled(document.getAnimations().map(({ finished }) => finished))
  const { violations } = await axe.run(document.body, { rules: { region: { enabled: false } } })
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
})

function Typed({ onWrite }: { readonly onWrite: (value: string) => void }) {
  const [stored, setStored] = useState('Zoé')
  const draft = useDraft(stored, (value) => {
    setStored(value.trim())
    onWrite(value.trim())
  })
  return <input aria-label="Nom" value={draft.value} onChange={(event) => draft.set(event.target.value)} onBlur={draft.leave} />
}

test('what is typed is written after a pause, on leaving, and when the page goes', async () => {
  const written: string[] = []
  const { unmount } = await show(<Typed onWrite={(value) => written.push(value)} />)
  const field = page.getByRole('textbox', { name: 'Nom' })
  await field.fill('Zoé Roy ')
  await expect.poll(() => written).toEqual(['Zoé Roy'])
  await expect.element(field).toHaveValue('Zoé Roy ')
  await field.fill('Zoé Royer ')
  await userEvent.tab()
  expect(written).toEqual(['Zoé Roy', 'Zoé Royer'])
  await expect.element(field).toHaveValue('Zoé Royer')
  await field.fill('Zoé Royer-Côté')
  await unmount()
  expect(written).toEqual(['Zoé Roy', 'Zoé Royer', 'Zoé Royer-Côté'])
})

test('a file is shown row by row before anything is written, and a refused one says so', async () => {
  await show(<ImportScreen />)
  await userEvent.upload(page.getByLabelText('Choisir un fichier'), new File([excelFile], 'clients.csv', { type: 'text/csv' }))
  await expect.element(page.getByRole('button', { name: /^Importer \d+ personnes$/ })).toBeVisible()
  await expect.element(page.getByText('clients.csv')).toBeVisible()
  // A colour on its way is not a colour to judge.
  await Promise.allSettled(document.getAnimations().map(({ finished }) => finished))
  const { violations } = await axe.run(document.body, { rules: { region: { enabled: false } } })
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
  await page.getByRole('button', { name: 'Autre fichier' }).click()
  await userEvent.upload(page.getByLabelText('Choisir un fichier'), new File(['nom,courriel\n"Zoé,zoe@exemple.ca\n'], 'brise.csv', { type: 'text/csv' }))
  await expect.poll(() => document.querySelector('[role=alert]')?.textContent).toContain('Un guillemet est ouvert et jamais refermé')
  expect(document.querySelector('[role=alert]')?.textContent).toContain('Rien n’a été changé dans vos personnes.')
})
