import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { addDays, type Instant } from '#method/calendar/day.ts'
import { idOf } from '#test/operations.ts'
import { startApp, type RunningApp } from './app.ts'
import { enter, newDevice, openBrowser, todayAt, violations, type Looks } from './phone.ts'
import { aPerson, aTouch, everyDayIsWorked, onServer, saidYes, today, whoWrites, writeElsewhere, type Told } from './writing.ts'

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
})
afterEach(async () => {
  await device.close()
  await app.remove()
})

const julie = idOf(1, 1)
const open = async (changes: readonly Told[], looks: Looks = {}): Promise<void> => {
  device = await newDevice(browser, looks)
  page = await enter(device, app.link)
  const kept = await writeElsewhere(page, [everyDayIsWorked, ...changes])
  expect(kept.answers.filter(({ status }) => status === 'refused')).toEqual([])
  await page.goto(`${app.url}/personnes`)
  await page.getByRole('link', { name: 'Julie Côté' }).waitFor()
}
const holds = async (): Promise<void> => {
  expect(await violations(page)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0)
}
const goOffline = async (): Promise<void> => {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
  await device.setOffline(true)
}
const hers = async () => (await onServer(page)).contact.find(({ id }) => id === julie)
const itsPage = () => page.goto(`${app.url}/personnes/${julie}`)

const sequenceTemplate: Told = {
  at: todayAt('00:01'),
  change: {
    type: 'template.put',
    template: {
      id: idOf(13, 1),
      name: 'Merci d’être venue',
      purpose: 'follow-up',
      language: 'fr',
      subject: 'Merci',
      body: 'Bonjour {prénom}',
      archived: false,
    },
  },
}

test('her « pas maintenant » is told in one sentence on her page, changed and cleared there without network', async () => {
  const said = aTouch(1, [julie], { outcome: 'not-now', notNow: 'budget', notNowChange: null, note: 'Pas avant le printemps.' })
  await open([aPerson(1, 'Julie Côté', {}, 0), said])
  await itsPage()
  const part = page.getByRole('region', { name: 'Pas maintenant' })
  await part.getByText(/^A dit «\u00A0pas maintenant\u00A0» en .+\u00A0: le budget\.$/).waitFor()
  await part.getByText('Pas avant le printemps.').waitFor()
  await holds()
  await goOffline()

  await part.getByRole('button', { name: 'Modifier' }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('button', { name: 'Une date', exact: true }).click()
  await sheet.getByLabel('En reparler le').fill(addDays(today(), 40))
  await holds()
  await sheet.getByRole('button', { name: 'Enregistrer' }).click()
  await part.getByText(/le budget; demande d’en reparler le /).waitFor()

  await part.getByRole('button', { name: 'Effacer' }).click()
  await part.waitFor({ state: 'hidden' })
  await page.locator('.ui-toast').filter({ hasText: 'est effacé.' }).getByRole('button', { name: 'Annuler' }).click()
  await part.getByText(/le budget; demande d’en reparler le /).waitFor()

  await device.setOffline(false)
  await expect.poll(async () => (await hers())?.notNow?.change, { timeout: 30_000 }).toEqual({ type: 'date' })
  const contact = await hers()
  expect([contact?.notNow?.until, contact?.nextStep?.due]).toEqual([addDays(today(), 40), addDays(today(), 40)])
})

test('a sequence is written, she is put on it, its step comes with its template, and she is taken off', async () => {
  const email = { emails: [{ label: '', address: 'julie@example.com' }] }
  const agreed: Told = {
    at: todayAt('00:01'),
    change: { type: 'consent.record', consentId: idOf(6, 1), contactId: julie, fact: saidYes, occurredAt: todayAt('00:01').toISOString() as Instant },
  }
  await open([whoWrites, aPerson(1, 'Julie Côté', email, 0), agreed, aTouch(1, [julie]), sequenceTemplate], { size: 'desk' })
  await page.goto(`${app.url}/reglages`)
  await page.getByRole('link', { name: 'Suites de suivis' }).click()
  await page.getByRole('button', { name: 'Nouvelle suite' }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByLabel('Nom').fill('Après une conférence')
  await sheet.getByLabel('Par quel moyen').selectOption('Courriel')
  await sheet.getByLabel('Modèle').selectOption('Merci d’être venue')
  await sheet.getByRole('button', { name: 'Ajouter une étape' }).click()
  await sheet.getByLabel('Jour de l’étape 2').fill('quatre')
  await sheet.getByRole('button', { name: 'Enregistrer' }).click()
  await sheet.getByText('De 0 à 1000').waitFor()
  await sheet.getByLabel('Jour de l’étape 2').fill('4')
  await holds()
  await sheet.getByRole('button', { name: 'Enregistrer' }).click()
  await page.getByText('Courriel le jour même · Appel au jour 4').waitFor()
  await holds()

  await itsPage()
  const part = page.getByRole('region', { name: 'Suite de suivis' })
  await part.getByRole('combobox').selectOption('Après une conférence')
  await part.getByText(/^Étape 1 de 2\u00A0: Courriel, .+\. Modèle\u00A0: Merci d’être venue\.$/).waitFor()
  await page.getByText('Écrire un courriel aujourd’hui').waitFor()
  await holds()
  await expect.poll(async () => (await hers())?.sequence !== null, { timeout: 30_000 }).toBe(true)
  expect((await hers())?.nextStep).toMatchObject({ due: today(), kind: 'email', origin: 'chosen' })
  await page.getByRole('button', { name: 'Préparer un message' }).click()
  expect(await sheet.getByLabel('Modèle').locator('option:checked').innerText()).toBe('Merci d’être venue')
  expect(await sheet.getByRole('textbox', { name: 'Message' }).inputValue()).toBe('Bonjour Julie')
  await page.keyboard.press('Escape')
  await sheet.waitFor({ state: 'hidden' })
  await part.getByRole('combobox').selectOption('Aucune suite')
  await expect.poll(async () => (await hers())?.sequence, { timeout: 30_000 }).toBeNull()
})

test('a cadence is changed for one kind of relationship, a wrong one is said, and the method’s own comes back', async () => {
  await open([aPerson(1, 'Julie Côté', {}, 0)])
  await page.goto(`${app.url}/reglages`)
  const cadences = page.getByRole('region', { name: 'Cadences' })
  const spacing = cadences.getByLabel('Jours entre deux contacts sans réponse')
  expect(await spacing.inputValue()).toBe('2, 4, 7, 14, 30, 90')
  await spacing.fill('1, deux')
  await cadences.getByText('De 1 à 20 nombres de jours, séparés par des virgules.').waitFor()
  await spacing.fill('1, 5')
  await cadences.getByLabel('Pour qui').selectOption('Clientèle')
  await cadences.getByLabel('Prendre des nouvelles tous les').fill('45')
  await cadences.getByLabel('Jours de repos ensuite').focus()
  await holds()
  const kept = async () => (await onServer(page)).settings[0]?.cadences
  await expect.poll(async () => (await kept())?.client.keepInTouch, { timeout: 30_000 }).toBe(45)
  expect((await kept())?.potential.spacing).toEqual([1, 5])
  await cadences.getByRole('button', { name: 'Revenir au départ pour les cadences' }).click()
  await expect.poll(kept, { timeout: 30_000 }).toBeNull()
  await cadences.getByLabel('Pour qui').selectOption('Clientèle potentielle')
  expect(await spacing.inputValue()).toBe('2, 4, 7, 14, 30, 90')
})

test('a follow-up is named as one, her page numbers the next touch, and the tile of Today opens whoever is due', async () => {
  const twice = [aTouch(1, [julie], {}, '00:02'), aTouch(2, [julie], { outcome: 'yes' }, '00:04')]
  await open([aPerson(1, 'Julie Côté', {}, 0), ...twice, aPerson(2, 'Marc Dubé', {}, -2)])
  await itsPage()
  await page.getByText('3e contact').waitFor()
  await page.getByText(/^Remercier /).waitFor()
  const history = page.getByRole('region', { name: 'Histoire' })
  expect(await history.getByText('Suivi', { exact: true }).count()).toBe(1)
  await holds()
  await history.getByRole('button', { name: /Suivi/ }).click()
  await page.getByRole('dialog').getByText('Oui · suivi').waitFor()
  await page.goto(app.url)
  await page.getByRole('group', { name: 'Noter une activité' }).getByRole('button', { name: 'Suivi' }).click()
  await page.getByRole('dialog').getByText('Appel – Marc Dubé').waitFor()
})

test('those chosen in the evening come first the next day, with that reason', async () => {
  const yesterday = addDays(today(), -1)
  const at = new Date(todayAt('00:00').getTime() - 60_000)
  const chosen: Told = { at, change: { type: 'day.put', day: yesterday, fields: { tomorrow: [julie], closedAt: at.toISOString() as Instant } } }
  await open([aPerson(1, 'Julie Côté', {}, 9), aPerson(2, 'Marc Dubé', {}, 0), chosen])
  await page.goto(app.url)
  await page.getByRole('heading', { level: 2, name: 'Julie Côté' }).waitFor()
  await page.getByText('Vous l’avez choisie hier soir.').waitFor()
})
