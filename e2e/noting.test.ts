import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { addDays } from '#method/calendar/day.ts'
import { idOf } from '#test/operations.ts'
import { startApp, type RunningApp } from './app.ts'
import { enter, newDevice, openBrowser, swipe, undoInMessage, violations } from './phone.ts'
import { aPerson, aSale, everyDayIsWorked, onServer, today, writeElsewhere } from './writing.ts'

let browser: Browser
let app: RunningApp
let device: BrowserContext
let page: Page

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
})
beforeEach(async () => {
  app = await startApp()
  device = await newDevice(browser)
  page = await enter(device, app.link)
  await writeElsewhere(page, [everyDayIsWorked, aPerson(1, 'Hélène Roy'), aPerson(2, 'Marc Dubé')])
  await page.goto(app.url)
  await page.getByRole('heading', { level: 2, name: /Hélène Roy|Marc Dubé/ }).waitFor()
})
afterEach(async () => {
  await device.close()
  await app.remove()
})

const until = async (check: (rows: Awaited<ReturnType<typeof onServer>>) => unknown, value: unknown = true) =>
  expect.poll(async () => check(await onServer(page)), { timeout: 20_000 }).toEqual(value)

test('from anywhere, a name nobody has is a person added and an exchange noted, in a few keys', async () => {
  // At a desk: from a phone's sheet, the field is pressed first.
  const desk = await newDevice(browser, { size: 'desk' })
  await desk.addCookies(await device.cookies())
  await page.close()
  page = await desk.newPage()
  await page.goto(`${app.url}/bilan`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.keyboard.press('Control+k')
  const sheet = page.getByRole('dialog')
  // Keys that every keyboard has: the others would be put in the field at once, and it may still be on its way.
  await page.keyboard.type('Sonia Lavigne')
  await sheet.getByRole('option', { name: 'Ajouter Sonia Lavigne et noter' }).waitFor()
  await page.keyboard.press('Enter')
  await sheet.getByRole('button', { name: 'Appel' }).click()
  await sheet.getByRole('button', { name: 'Jointe', exact: true }).click()
  await page.getByText(/^Enregistré/).waitFor()
  const undo = await undoInMessage(page)
  await until(({ activity }) => activity.map(({ kind, outcome }) => [kind, outcome]), [['phone', 'reached']])
  await until(
    ({ contact, activity }) => contact.filter(({ id }) => activity[0]?.contactIds.includes(id)).map(({ name, nextStep }) => [name, nextStep !== null]),
    [['Sonia Lavigne', true]],
  )
  await undo.click()
  await until(({ activity }) => activity.every(({ voidedAt }) => voidedAt !== null))
  await desk.close()
})

test('with the thumb, someone known is found by a few letters and noted', async () => {
  await page.getByRole('button', { name: 'Noter une activité', exact: true }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('combobox').fill('helene')
  await sheet.getByRole('option', { name: /Hélène Roy/ }).click()
  await sheet.getByRole('button', { name: 'Courriel' }).click()
  await sheet.getByRole('button', { name: 'Envoyé', exact: true }).click()
  await until(({ activity }) => activity.map(({ kind, contactIds }) => [kind, contactIds]), [['email', [idOf(1, 1)]]])
})

test('an event is one activity, and each person met there has her follow-up', async () => {
  await page.getByRole('group', { name: 'Noter une activité' }).getByRole('button', { name: 'Réseautage' }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByLabel('Quel événement?').fill('5 à 7 de la Chambre')
  const field = sheet.getByRole('combobox', { name: 'Qui avez-vous rencontré?' })
  await field.click()
  for (const name of ['Aïcha Benali', 'hélène roy', 'Luc Gingras']) {
    await page.keyboard.type(name)
    await page.keyboard.press('Enter')
  }
  const met = sheet.getByRole('list', { name: 'Personnes rencontrées' }).getByRole('listitem')
  expect(await met.allInnerTexts()).toEqual(['Aïcha Benali', 'Hélène Roy', 'Luc Gingras'])
  expect(await violations(page)).toEqual([])
  await sheet.getByRole('button', { name: 'Noter, avec 3 personnes' }).click()
  await until(({ activity }) => activity.map(({ kind, title, contactIds }) => [kind, title, contactIds.length]), [['networking', '5 à 7 de la Chambre', 3]])
  const { contact, activity } = await onServer(page)
  const there = contact.filter(({ id }) => activity[0]?.contactIds.includes(id))
  expect(there.map(({ name }) => name).toSorted()).toEqual(['Aïcha Benali', 'Hélène Roy', 'Luc Gingras'])
  expect(there.filter(({ nextStep }) => nextStep === null || nextStep.due <= today())).toEqual([])
  expect(contact).toHaveLength(4)
})

test('the harvest of the day is folded until asked for, and a refund is another fact that can be taken back', async () => {
  await writeElsewhere(page, [aSale(1, 30_000, idOf(1, 1))])
  const harvest = page.getByRole('button', { name: /Récolte du jour/ })
  await harvest.waitFor()
  expect(await harvest.getAttribute('aria-expanded')).toBe('false')
  expect(await page.getByText('300\u00A0$').count()).toBe(0)
  await harvest.click()
  await page.getByText('300\u00A0$').first().waitFor()
  await harvest.click()
  await page.getByText('300\u00A0$').first().waitFor({ state: 'hidden' })
  await harvest.click()
  await page.getByRole('button', { name: 'Voir la récolte' }).click()
  await page.getByRole('button', { name: 'Hélène Roy' }).click()
  const sheet = page.getByRole('dialog', { name: '300\u00A0$' })
  await sheet.getByRole('button', { name: 'Rembourser…' }).click()
  await sheet.getByLabel('Montant à rembourser').fill('400')
  await sheet.getByRole('button', { name: 'Noter le remboursement' }).click()
  await sheet.getByText(/d’au plus 300/).waitFor()
  await sheet.getByLabel('Montant à rembourser').fill('100')
  await sheet.getByRole('button', { name: 'Noter le remboursement' }).click()
  await sheet.waitFor({ state: 'hidden' })
  const undo = await undoInMessage(page)
  const ofToday = page.getByRole('region', { name: 'Aujourd’hui' })
  await ofToday.getByText('200\u00A0$').waitFor()
  await until(
    ({ sale }) => sale.map(({ amount, refunds }) => [amount, refunds]).toSorted(),
    [
      [-10_000, idOf(4, 1)],
      [30_000, null],
    ],
  )
  await undo.click()
  await ofToday.getByText('300\u00A0$').waitFor()
  await until(({ sale }) => sale.filter(({ voidedAt }) => voidedAt !== null).map(({ amount }) => amount), [-10_000])
})

test('a sale noted alone adds whoever bought, and a goal can begin on a later day', async () => {
  await page.goto(`${app.url}/recolte`)
  await page.getByRole('button', { name: 'Noter une vente' }).first().click()
  const sheet = page.getByRole('dialog')
  await sheet.getByLabel('Montant').fill('95')
  await sheet.getByRole('combobox', { name: 'À qui?' }).fill('Solange Nadeau')
  await sheet.getByText('Solange Nadeau sera ajoutée à vos personnes si vous ne choisissez personne d’autre.').waitFor()
  await sheet.getByRole('button', { name: 'Noter la vente' }).click()
  await sheet.waitFor({ state: 'hidden' })
  await until(
    ({ sale, contact }) => sale.map(({ amount, contactId }) => [amount, contact.find(({ id }) => id === contactId)?.name]),
    [[9500, 'Solange Nadeau']],
  )
  await page.goto(`${app.url}/reglages/objectif`)
  const inForce = page.locator('form').first()
  const later = addDays(today(), 10)
  await inForce.getByLabel('À partir du').fill(later)
  await inForce.getByRole('button', { name: 'Un de plus' }).click()
  await inForce.getByRole('button', { name: 'Garder cet objectif' }).click()
  await until(({ goal }) => goal.some(({ goalId, effectiveFrom }) => goalId === 'main' && effectiveFrom === later), true)
  await page.getByText('à venir').waitFor()
})

test('a finger swipes to the next person, and in the follow-ups notes or moves', async () => {
  const name = () => page.getByRole('heading', { level: 2, name: /Hélène Roy|Marc Dubé/ })
  const first = await name().innerText()
  const other = first === 'Hélène Roy' ? 'Marc Dubé' : 'Hélène Roy'
  await swipe(page, name(), -200)
  await page.getByRole('heading', { level: 2, name: other }).waitFor()
  await swipe(page, name(), 200)
  await page.getByRole('heading', { level: 2, name: first }).waitFor()

  await page.goto(`${app.url}/suivis`)
  const row = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: 'Hélène Roy' }) })
  await swipe(page, row, -200)
  const moving = page.getByRole('dialog', { name: 'Quand reprendre contact?' })
  await moving.getByRole('button', { name: 'Dans 7 jours' }).click()
  await moving.waitFor({ state: 'hidden' })
  await until(({ contact }) => (contact.find(({ id }) => id === idOf(1, 1))?.nextStep?.due ?? '') >= addDays(today(), 7))
  await swipe(page, page.getByRole('listitem').filter({ has: page.getByRole('link', { name: 'Marc Dubé' }) }), 200)
  const noting = page.getByRole('dialog', { name: 'Comment ça s’est passé?' })
  await noting.getByRole('button', { name: 'Message laissé' }).click()
  await until(({ activity }) => activity.map(({ outcome, contactIds }) => [outcome, contactIds]), [['message-left', [idOf(1, 2)]]])
})
