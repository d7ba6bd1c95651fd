import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays } from '#method/calendar/day.ts'
import { idOf } from '#test/operations.ts'
import { startApp, type RunningApp } from './app.ts'
import { enter, newDevice, openBrowser, todayAt } from './phone.ts'
import { aPerson, everyDayIsWorked, onServer, today, writeElsewhere } from './writing.ts'

let browser: Browser
let app: RunningApp

beforeAll(async () => {
  ;[browser, app] = await Promise.all([openBrowser(), startApp()])
})
afterAll(async () => {
  await browser.close()
  await app.remove()
})

const file = ['Nom;Courriel;Ville', 'Zoé Lavallée;zoe@example.com;Lévis', 'Luc Gingras;luc@example.com;Québec'].join('\r\n')

test('a day without network: people, exchanges, a goal, a day off and a sale, and the server then has exactly that', async () => {
  const device = await newDevice(browser)
  // An hour at which she may be called, whenever this runs.
  await device.clock.setFixedTime(todayAt('14:00'))
  const page = await enter(device, app.link)
  await writeElsewhere(page, [
    everyDayIsWorked,
    aPerson(1, 'Hélène Roy', { city: 'Lévis', line: 'business', phones: [{ label: '', number: '+14185550142' }] }),
    aPerson(2, 'Marc Dubé', {}, 5),
  ])
  await page.goto(app.url)
  await page.getByRole('heading', { level: 2, name: 'Hélène Roy' }).waitFor()
  // The worker that keeps the shell must be in charge before the network goes.
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
  const before = await onServer(page)
  await device.setOffline(true)

  // People: one added, one edited, two made one and taken apart, a file.
  await page.goto(`${app.url}/personnes`)
  await page
    .getByLabel(/Ajouter une personne/)
    .first()
    .fill('Julie Caron')
  await page.keyboard.press('Enter')
  await page.getByText('1 en attente').filter({ visible: true }).waitFor()
  await page.goto(`${app.url}/personnes/${idOf(1, 1)}`)
  await page.getByLabel('Organisation').fill('Atelier Roy')
  await page.getByRole('status').filter({ hasText: 'Enregistré' }).waitFor()
  await page.getByRole('button', { name: 'Fusionner' }).click()
  const merging = page.getByRole('dialog', { name: 'Fusionner deux personnes' })
  await merging.getByRole('combobox').fill('marc')
  await merging.getByRole('option', { name: /Marc Dubé/ }).click()
  await merging.getByRole('button', { name: 'Fusionner', exact: true }).click()
  await merging.waitFor({ state: 'hidden' })
  await page.getByRole('button', { name: 'Annuler', exact: true }).last().click()
  await page.goto(`${app.url}/personnes/${idOf(1, 2)}`)
  await page.getByRole('heading', { level: 1, name: 'Marc Dubé' }).waitFor()
  await page.goto(`${app.url}/personnes/importer`)
  await page.locator('input[type=file]').setInputFiles({ name: 'salon.csv', mimeType: 'text/csv', buffer: Buffer.from(file) })
  await page.getByRole('button', { name: /^Importer 2 personnes/ }).click()
  await page
    .getByRole('status')
    .filter({ hasText: /personnes ajoutées/ })
    .waitFor()

  // The goal, and a day off.
  await page.goto(`${app.url}/reglages/objectif`)
  await page.getByLabel('Combien').first().fill('12')
  await page
    .getByRole('button', { name: /^(Enregistrer|Garder|Choisir|Mettre)/ })
    .first()
    .click()
  await page.getByText(/^Objectif en vigueur dès aujourd’hui/).waitFor()
  await page.goto(`${app.url}/reglages/calendrier`)
  await page.getByLabel('Premier jour').fill(addDays(today(), 10))
  await page.getByRole('button', { name: 'Ajouter un congé' }).click()
  await page.getByText('Congé noté.').waitFor()

  // An exchange in two taps, and the sale that came.
  await page.goto(app.url)
  await page.getByRole('heading', { level: 2, name: 'Hélène Roy' }).waitFor()
  await page.getByRole('link', { name: 'Appeler', exact: true }).first().click()
  await page.getByRole('dialog').getByRole('button', { name: 'Jointe', exact: true }).click()
  await page.getByText(/^Enregistré/).waitFor()
  await page.goto(`${app.url}/recolte`)
  await page.getByRole('button', { name: 'Noter une vente' }).first().click()
  const sale = page.getByRole('dialog')
  await sale.getByLabel(/^Montant/).fill('300')
  await sale.getByRole('combobox').filter({ visible: true }).last().fill('helene')
  await sale.getByRole('option', { name: /Hélène Roy/ }).click()
  await sale.getByRole('button', { name: 'Noter la vente' }).click()
  await page.getByText(/^Enregistré\. Vente de 300/).waitFor()

  // The page opened again keeps all of it; the network comes back, and the server has it once.
  await page.reload()
  await page.getByText('300\u00A0$').first().waitFor()
  await device.setOffline(false)
  await expect
    .poll(
      () =>
        page
          .getByText(/en attente/)
          .filter({ visible: true })
          .count(),
      { timeout: 60_000 },
    )
    .toBe(0)
  const now = await onServer(page)
  expect(now.contact.map(({ name }) => name).toSorted()).toEqual(['Hélène Roy', 'Julie Caron', 'Luc Gingras', 'Marc Dubé', 'Zoé Lavallée'])
  expect(now.contact.filter(({ deletedAt, mergedInto }) => deletedAt !== null || mergedInto !== null)).toEqual([])
  expect(now.contact.filter(({ nextStep, letGo }) => nextStep === null && letGo === null)).toEqual([])
  expect(now.contact.find(({ name }) => name === 'Hélène Roy')).toMatchObject({ organisation: 'Atelier Roy', touches: 1 })
  expect(now.merge.map(({ undoneAt }) => undoneAt !== null)).toEqual([true])
  expect(now.importBatch.map(({ file: name, added }) => [name, added])).toEqual([['salon.csv', 2]])
  expect(now.goal.map(({ goalId, target, effectiveFrom }) => [goalId, target, effectiveFrom])).toEqual([['main', 12, today()]])
  expect(now.dayOff.map(({ from, to, kind }) => [from, to, kind])).toEqual([[addDays(today(), 10), addDays(today(), 10), 'day-off']])
  expect(now.activity.map(({ kind, outcome, contactIds }) => [kind, outcome, contactIds])).toEqual([['phone', 'reached', [idOf(1, 1)]]])
  expect(now.sale.map(({ amount, contactId, voidedAt }) => [amount, contactId, voidedAt])).toEqual([[30_000, idOf(1, 1), null]])
  expect(now.schedule).toEqual(before.schedule)
  await device.close()
})
