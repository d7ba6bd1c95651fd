import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays } from '#method/calendar/day.ts'
import { startApp, type RunningApp } from './app.ts'
import { enter, newDevice, openBrowser, violations } from './phone.ts'
import { onServer, today } from './writing.ts'

let browser: Browser
let app: RunningApp

beforeAll(async () => {
  ;[browser, app] = await Promise.all([openBrowser(), startApp()])
})
afterAll(async () => {
  await browser.close()
  await app.remove()
})

const notebook = `Personne;Courriel;Date;Heure;Geste;Résultat;Montant
Nathalie Gagnon;nathalie@exemple.ca;03/02/2026;14 h 30;Appel;Message laissé;
Nathalie Gagnon;nathalie@exemple.ca;05/02/2026;9:15;Appel;Jointe;
Nathalie Gagnon;nathalie@exemple.ca;10/02/2026;;Rencontre;Intéressée;1 234,56 $
Nathalie Gagnon;nathalie@exemple.ca;12/02/2026;;Remboursement;;34,56 $
Luc Roy;;15/02/2026;;Infolettre;;
Luc Roy;;hier;;Appel;;
Luc Roy;;20/02/2026;;Vente;;-40
`
const total = (page: Page): Promise<number> =>
  page.evaluate(async () => ((await (await fetch('/api/evidence')).json()) as { readonly activities: { readonly total: number } }).activities.total)
const isTooWide = (page: Page): Promise<boolean> => page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)

// First: an import accepted keeps the language of the device it was accepted on.
test('in English, what cannot be read is said, and the columns are told by hand', async () => {
  app = await app.restart()
  const device = await newDevice(browser, { language: 'en' })
  const page = await enter(device, app.link)
  await page.goto(`${app.url}/personnes/importer/activites`)
  await page.locator('input[type=file]').setInputFiles({ name: 'odd.csv', mimeType: 'text/csv', buffer: Buffer.from('Colour,Flavour\nAnne Roy,blue\n') })
  await page.getByText('No column looks like a date.').waitFor()
  await page.getByLabel('Flavour').waitFor()
  expect(await violations(page)).toEqual([])
  if (process.env['PICTURES']) await page.screenshot({ path: `${process.env['PICTURES']}/past-refused-en.png`, fullPage: true })
  await device.close()
})

test('in English, dates in both orders are asked about before anything is written', async () => {
  app = await app.restart()
  const device = await newDevice(browser, { language: 'en', size: 'desk', theme: 'dark' })
  const page = await enter(device, app.link)
  await page.goto(`${app.url}/personnes/importer/activites`)
  const both = 'Name,Date,Type\nAnne Roy,13/02/2026,Call\nAnne Roy,02/14/2026,Call\nAnne Roy,02/15/2026,Call\nAnne Roy,03/04/2026,Call\n'
  await page.locator('input[type=file]').setInputFiles({ name: 'both.csv', mimeType: 'text/csv', buffer: Buffer.from(both) })
  const note = page.getByRole('note')
  await note.getByText('1 date could be either: read with the month first.').waitFor()
  await page.getByText(/February 13\b.*March 4\b/).waitFor()
  expect(await violations(page)).toEqual([])
  await picture(page, 'past-orders-en')
  await note.getByText('Day, month').click()
  await note.getByText('read with the day first.').waitFor()
  await page.getByText(/February 13\b.*April 3\b/).waitFor()
  await page.setViewportSize({ width: 390, height: 844 })
  expect(await isTooWide(page)).toBe(false)
  await picture(page, 'past-orders-en-phone')
  await device.close()
})

test.each(['phone', 'desk'] as const)('a notebook is shown, imported, found in the Bilan and taken back ($0)', async (size) => {
  app = await app.restart()
  const device = await newDevice(browser, { size })
  const page = await enter(device, app.link)
  await page.goto(`${app.url}/personnes/importer/activites`)
  await page.locator('input[type=file]').setInputFiles({ name: 'cahier.csv', mimeType: 'text/csv', buffer: Buffer.from(notebook) })
  const start = page.getByRole('button', { name: 'Importer 4 activités et 1 vente' })
  await start.waitFor()
  expect(await total(page)).toBe(0)
  await page.getByText('Cette date ne se lit pas ou n’existe pas.').first().waitFor()
  await page.getByLabel('Genre «\u00A0Infolettre\u00A0»').selectOption({ label: 'Courriel' })
  await start.waitFor()
  await page.getByLabel('Genre «\u00A0infolettre\u00A0»').waitFor()
  // What was given back is taken off its sale; what no sale stands behind is set aside, with its reason.
  await page.getByText('1\u00A0200\u00A0$, 1 remboursement enlevé').waitFor()
  await page.getByText('Ce remboursement ne trouve pas sa vente').first().waitFor()
  expect(await violations(page)).toEqual([])
  expect(await isTooWide(page)).toBe(false)
  if (process.env['PICTURES']) await page.screenshot({ path: `${process.env['PICTURES']}/past-${size}.png`, fullPage: true })
  await start.click()
  await page.getByRole('status').filter({ hasText: '4 activités importées' }).waitFor()
  await expect.poll(() => total(page), { timeout: 30_000 }).toBe(4)
  expect(
    (await onServer(page)).contact
      .filter(({ deletedAt }) => deletedAt === null)
      .map(({ name, relationship }) => [name, relationship])
      .sort(),
  ).toEqual([
    ['Luc Roy', 'potential'],
    ['Nathalie Gagnon', 'client'],
  ])
  const sales = (await onServer(page)).sale.filter(({ voidedAt }) => voidedAt === null).sort((a, b) => b.amount - a.amount)
  expect(sales.map(({ amount }) => amount)).toEqual([123_456, -3456])
  expect(sales[1]?.refunds).toBe(sales[0]?.id)
  await page.getByRole('button', { name: 'Annuler l’importation' }).click()
  await expect.poll(() => total(page), { timeout: 30_000 }).toBe(0)
  await expect.poll(async () => (await onServer(page)).contact.filter(({ deletedAt }) => deletedAt === null).length, { timeout: 30_000 }).toBe(0)
  await device.close()
})

test('columns that nobody knows are told once: the next file with them opens as the first was accepted, on another device too', async () => {
  app = await app.restart()
  const device = await newDevice(browser)
  const page = await enter(device, app.link)
  const pick = async (on: Page, row: string) => {
    await on.goto(`${app.url}/personnes/importer/activites`)
    const buffer = Buffer.from(`Personne;Date;Geste;Bidule\n${row}\n`)
    await on.locator('input[type=file]').setInputFiles({ name: 'autre.csv', mimeType: 'text/csv', buffer })
    await on.getByText(/^Colonnes \(4\)$/).click()
  }
  const fieldOn = (on: Page) => on.getByLabel('Bidule', { exact: true })
  await pick(page, `Solange Lemieux;${addDays(today(), -2)};Appel;Rappeler au printemps`)
  expect(await fieldOn(page).inputValue()).toBe('ignore')
  await fieldOn(page).selectOption('note')
  await page.getByRole('button', { name: 'Importer 1 activité' }).click()
  await page.getByRole('status').filter({ hasText: '1 activité importée' }).waitFor()
  await expect.poll(async () => (await onServer(page)).activity.map(({ note }) => note), { timeout: 30_000 }).toEqual(['Rappeler au printemps'])
  app = await app.restart()
  const elsewhere = await newDevice(browser)
  const other = await enter(elsewhere, app.link)
  await pick(other, `Gilles Fortin;${addDays(today(), -1)};Appel;Veut une soumission`)
  expect(await fieldOn(other).inputValue()).toBe('note')
  await other.getByRole('button', { name: 'Importer 1 activité' }).click()
  const notes = async () => (await onServer(other)).activity.map(({ note }) => note).sort()
  await expect.poll(notes, { timeout: 30_000 }).toEqual(['Rappeler au printemps', 'Veut une soumission'])
  await device.close()
  await elsewhere.close()
})

const years = (rows: number): Buffer =>
  Buffer.from(
    `Personne;Courriel;Date;Heure;Geste;Résultat;Montant\n${Array.from({ length: rows }, (_, row) => {
      const day = new Date(Date.UTC(2026, 9, 30) - Math.floor(row / 40) * 86_400_000).toISOString().slice(0, 10)
      const what = row % 40 === 39 ? 'Vente;;120,50 $' : 'Appel;Jointe;'
      return `Cliente ${row % 300};c${row % 300}@exemple.ca;${day};${9 + (row % 9)} h ${String((row * 7) % 60).padStart(2, '0')};${what}`
    }).join('\n')}\n`,
  )
const picture = async (page: Page, name: string): Promise<void> => {
  if (process.env['PICTURES']) await page.screenshot({ path: `${process.env['PICTURES']}/${name}.png`, fullPage: true })
}

test('years of rows go to the server, are found again by whoever comes back, stopped, taken back, and brought whole', async () => {
  app = await app.restart()
  const device = await newDevice(browser)
  const page = await enter(device, app.link)
  const open = () => page.goto(`${app.url}/personnes/importer/activites`)
  const choose = () => page.locator('input[type=file]').setInputFiles({ name: 'années.csv', mimeType: 'text/csv', buffer: years(24_000) })
  const start = page.getByRole('button', { name: 'Importer 23\u00A0400 activités et 600 ventes' })
  const before = await total(page)
  await open()
  await choose()
  await start.waitFor({ timeout: 60_000 })
  await expect.poll(() => total(page), { timeout: 60_000 }).toBe(before)
  // Left and found again, on another device too.
  const desk = await newDevice(browser, { size: 'desk', theme: 'dark' })
  await desk.addCookies(await device.cookies())
  const other = await desk.newPage()
  await other.goto(`${app.url}/personnes/importer/activites`)
  await other.getByRole('button', { name: 'Importer 23\u00A0400 activités et 600 ventes' }).waitFor()
  await picture(other, 'past-server-read-desk')
  await desk.close()
  await page.goto(`${app.url}/bilan`)
  await open()
  await start.waitFor()
  expect(await violations(page)).toEqual([])
  expect(await isTooWide(page)).toBe(false)
  await picture(page, 'past-server-read')
  await start.click()
  await page.getByText(/\d sur 24\u00A0000$/).waitFor({ timeout: 60_000 })
  expect(await violations(page)).toEqual([])
  await picture(page, 'past-server-writing')
  await page.goto(`${app.url}/bilan`)
  await open()
  await expect.poll(async () => Number((await page.getByRole('progressbar').getAttribute('aria-valuenow')) ?? 0)).toBeGreaterThan(3000)
  await page.getByRole('button', { name: 'Arrêter' }).click()
  await page.getByText('L’importation est arrêtée.').waitFor()
  expect(await violations(page)).toEqual([])
  await picture(page, 'past-server-stopped')
  await page.getByRole('button', { name: 'Annuler l’importation' }).click()
  await page.getByLabel('Choisir un fichier').waitFor({ state: 'attached', timeout: 60_000 })
  await expect.poll(() => total(page), { timeout: 60_000 }).toBe(before)
  await choose()
  await start.waitFor({ timeout: 60_000 })
  await start.click()
  await page.getByRole('status').filter({ hasText: '23\u00A0400 activités importées' }).waitFor({ timeout: 120_000 })
  await picture(page, 'past-server-written')
  await expect.poll(() => total(page), { timeout: 60_000 }).toBe(before + 23_400)
  await device.close()
}, 300_000)
