import { i18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import axe from 'axe-core'
import { useState, type ReactNode } from 'react'
import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { defaultSettings } from '#method/ledger/settings.ts'
import '../ui/styles.css'
import { HowMany, WhoYouAre, WhomFirst } from './welcome-screen.tsx'
import { createRouter, pastOf } from '../ui/create-router.ts'
import { RouterProvider } from '../ui/router.tsx'

async function show(screen: ReactNode) {
  i18n.loadAndActivate({ locale: 'fr-CA', messages: {} })
  await page.viewport(390, 844)
  const router = createRouter([], () => null, pastOf('/'))
  return render(
    <I18nProvider i18n={i18n}>
      <RouterProvider router={router}>
        <main>{screen}</main>
      </RouterProvider>
    </I18nProvider>,
  )
}

async function nothingInTheWay() {
  // A colour on its way is not a colour to judge.
  await Promise.allSettled(document.getAnimations().map(({ finished }) => finished))
  const { violations } = await axe.run(document.body, { rules: { region: { enabled: false } } })
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390)
}

test('the first name is kept on leaving its step, and may stay empty', async () => {
  const saved: unknown[] = []
  let went = 0
  await show(
    <WhoYouAre
      settings={defaultSettings('m')}
      onSave={(fields) => {
        saved.push(fields)
        return true
      }}
      onNext={() => {
        went += 1
      }}
    />,
  )
  await page.getByRole('button', { name: 'Continuer' }).click()
  expect([went, saved]).toEqual([1, []])
  await page.getByRole('textbox', { name: 'Votre prénom' }).fill(' Zoé ')
  await userEvent.keyboard('{Enter}')
  expect(went).toBe(2)
  expect(saved).toContainEqual({ firstName: 'Zoé' })
  await nothingInTheWay()
})

test('twenty people a day is one tap; one’s own number is as easy', async () => {
  const saved: number[] = []
  await show(
    <HowMany
      target={20}
      onSave={(target) => {
        saved.push(target)
        return true
      }}
      onNext={() => undefined}
      onBack={() => undefined}
    />,
  )
  await page.getByRole('button', { name: 'Viser 20 personnes par jour' }).click()
  await page.getByRole('textbox', { name: 'Combien' }).fill('12')
  await page.getByRole('button', { name: 'Viser 12 personnes par jour' }).click()
  // Seven tenths of what she thinks she can do (algorithms B2).
  await page.getByRole('textbox', { name: 'D’après vous, une bonne journée, c’est' }).fill('30')
  await expect.element(page.getByText(/^Nous en visons un peu moins\s: 21 sur 30\./)).toBeVisible()
  await page.getByRole('button', { name: 'Viser 21 personnes par jour' }).click()
  expect(saved).toEqual([20, 12, 21])
  await nothingInTheWay()
})

function Names({ onDone }: { readonly onDone: (names: readonly string[]) => void }) {
  const [people, setPeople] = useState<readonly { readonly id: string; readonly name: string }[]>([])
  const added: { readonly id: string; readonly name: string }[] = [...people]
  return (
    <WhomFirst
      people={people}
      onAdd={(name) => {
        added.push({ id: name, name })
        setPeople([...added])
        return true
      }}
      onRemove={(id) => setPeople(people.filter((one) => one.id !== id))}
      onBack={() => undefined}
      onDone={() => onDone(added.map(({ name }) => name))}
    />
  )
}

test('three names are enough, and a name still in its field is kept too', async () => {
  let kept: readonly string[] = []
  await show(
    <Names
      onDone={(names) => {
        kept = names
      }}
    />,
  )
  const field = page.getByRole('textbox', { name: 'Nom' })
  for (const name of ['Hélène Roy', 'Marc Côté']) {
    await field.fill(name)
    await userEvent.keyboard('{Enter}')
    await expect.element(page.getByText(name, { exact: true })).toBeVisible()
  }
  await nothingInTheWay()
  await field.fill('Zoé Gagnon')
  await page.getByRole('button', { name: 'Commencer ma journée' }).click()
  expect(kept).toEqual(['Hélène Roy', 'Marc Côté', 'Zoé Gagnon'])
})
