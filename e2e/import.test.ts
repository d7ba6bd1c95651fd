import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type RunningApp } from './app.ts'
import { enter, newDevice, openBrowser } from './phone.ts'
import { onServer } from './writing.ts'

let browser: Browser
let app: RunningApp

beforeAll(async () => {
  ;[browser, app] = await Promise.all([openBrowser(), startApp()])
})
afterAll(async () => {
  await browser.close()
  await app.remove()
})

test('a file is shown before anything is written, imported, read again without effect, and taken back whole', async () => {
  const device = await newDevice(browser)
  const page = await enter(device, app.link)
  const people = async () => (await onServer(page)).contact.filter(({ deletedAt }) => deletedAt === null)
  const pick = async () => {
    await page.goto(`${app.url}/personnes/importer`)
    await page.locator('input[type=file]').setInputFiles('test/samples/contacts/csv/excel_fr_semicolon_bom.csv')
  }
  await pick()
  const start = page.getByRole('button', { name: /^Importer \d+ personnes/ })
  await start.waitFor()
  expect(await people()).toEqual([])
  await start.click()
  await page
    .getByRole('status')
    .filter({ hasText: /personnes ajoutées/ })
    .waitFor()
  await expect.poll(async () => (await people()).length, { timeout: 30_000 }).toBeGreaterThan(10)
  const imported = await people()
  expect(imported.filter(({ nextStep }) => nextStep === null)).toEqual([])

  await pick()
  await page.getByRole('button', { name: 'Rien de nouveau à importer' }).waitFor()
  expect(await people()).toEqual(imported)

  await page.goto(`${app.url}/personnes/importer`)
  await page
    .getByRole('button', { name: /^Annuler/ })
    .first()
    .click()
  await expect.poll(async () => (await people()).length, { timeout: 30_000 }).toBe(0)
  await device.close()
})

test('headings that nobody knows are told once: the next file with them opens as the first was accepted', async () => {
  app = await app.restart()
  const device = await newDevice(browser)
  const page = await enter(device, app.link)
  const pick = async (file: string) => {
    await page.goto(`${app.url}/personnes/importer`)
    await page.locator('input[type=file]').setInputFiles({ name: 'autre.csv', mimeType: 'text/csv', buffer: Buffer.from(file) })
    await page.getByText(/^Colonnes \(3\)$/).click()
  }
  const field = page.getByLabel('Bidule', { exact: true })
  await pick('Nom;Bidule;Truc\nSolange Lemieux;Studio Solange;7\n')
  expect(await field.inputValue()).toBe('note')
  await field.selectOption('organisation')
  await page.getByRole('button', { name: 'Importer 1 personne' }).click()
  await page
    .getByRole('status')
    .filter({ hasText: /1 personne ajoutée/ })
    .waitFor()
  await pick('Nom;Bidule;Truc\nGilles Fortin;Chez Gilles;8\n')
  expect(await field.inputValue()).toBe('organisation')
  await page.getByRole('button', { name: 'Importer 1 personne' }).click()
  const organisations = async () => (await onServer(page)).contact.filter(({ name }) => name === 'Gilles Fortin').map(({ organisation }) => organisation)
  await expect.poll(organisations, { timeout: 30_000 }).toEqual(['Chez Gilles'])
  await device.close()
})
