import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { startApp, type RunningApp } from './app.ts'
import { enter, newDevice, openBrowser, violations } from './phone.ts'
import { onServer } from './writing.ts'

let browser: Browser
let app: RunningApp

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
  await app.remove()
})

test('from the printed link to a day that is ready: a name, twenty people a day, three people to call', async () => {
  const device = await newDevice(browser)
  const page = await enter(device, app.link)
  await page.waitForURL('**/bienvenue')
  await page.getByLabel('Votre prénom').fill('Nadia')
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'Continuer' }).click()
  await page.getByRole('button', { name: /Viser 20 personnes par jour/ }).click()
  for (const name of ['Nathalie Gagnon', 'Marc-André Pelletier', 'Ginette Lavoie']) {
    await page.getByLabel('Nom', { exact: true }).fill(name)
    await page.getByRole('button', { name: 'Ajouter', exact: true }).click()
  }
  await page.getByRole('button', { name: 'Commencer ma journée' }).click()
  await page.waitForURL(`${app.url}/`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await expect
    .poll(async () => (await onServer(page)).contact.map(({ name }) => name).toSorted(), { timeout: 20_000 })
    .toEqual(['Ginette Lavoie', 'Marc-André Pelletier', 'Nathalie Gagnon'])
  const rows = await onServer(page)
  expect(rows.goal).toMatchObject([{ target: 20, per: 'day', counting: 'people', measure: { type: 'all' } }])
  expect(rows.contact.every(({ nextStep }) => nextStep !== null)).toBe(true)
  await device.close()
})

test('the same first minutes in English, on a desk', async () => {
  const device = await newDevice(browser, { language: 'en', size: 'desk' })
  const page = await enter(device, app.link)
  await page.waitForURL('**/bienvenue')
  await page.getByLabel('Your first name').fill('Nadia')
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('button', { name: /Aim for 20 people a day/ }).click()
  await page.getByLabel('Name', { exact: true }).fill('Nathalie Gagnon')
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await page.getByRole('button', { name: 'Start my day' }).click()
  await page.waitForURL(`${app.url}/`)
  await page.getByRole('heading', { level: 2, name: 'Nathalie Gagnon' }).waitFor()
  await expect.poll(async () => (await onServer(page)).goal.map(({ target, per }) => [target, per]), { timeout: 20_000 }).toEqual([[20, 'day']])
  await device.close()
})

test('what was written is there after a restart, and the link of the first start opens nothing any more', async () => {
  const device = await newDevice(browser)
  const page = await enter(device, app.link)
  await page.goto(`${app.url}/personnes`)
  await page
    .getByLabel(/Ajouter une personne/)
    .first()
    .fill('Julie Roy')
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await onServer(page)).contact.length, { timeout: 20_000 }).toBe(1)
  const spent = app.link
  app = await app.restart()
  const stranger = await newDevice(browser)
  const refused = await stranger.newPage()
  await refused.goto(spent)
  await refused.getByText('Ce lien n’ouvre plus').waitFor()
  const back = await enter(stranger, app.link)
  await back.goto(`${app.url}/personnes`)
  await back.getByText('Julie Roy').first().waitFor()
  await Promise.all([device.close(), stranger.close()])
})
