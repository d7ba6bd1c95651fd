import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Instant } from '#method/calendar/day.ts'
import { idOf } from '#test/operations.ts'
import { startApp, type RunningApp } from './app.ts'
import { enter, newDevice, openBrowser, todayAt, violations } from './phone.ts'
import { aPerson, aTouch, everyDayIsWorked, onServer, saidYes, whoWrites, writeElsewhere } from './writing.ts'

let browser: Browser
let app: RunningApp
let device: BrowserContext
let page: Page

const hélène = idOf(1, 1)
const email = { emails: [{ label: '', address: 'helene@example.com' }] }
const yes = {
  at: todayAt('00:01'),
  change: { type: 'consent.record', consentId: idOf(12, 1), contactId: hélène, fact: saidYes, occurredAt: todayAt('00:01').toISOString() as Instant } as const,
}

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
})
afterEach(async () => {
  await device.close()
  await app.remove()
})

test('someone is erased at her request once it is said that nothing brings her back; her work stays counted, without her name', async () => {
  await writeElsewhere(page, [everyDayIsWorked, whoWrites, aPerson(1, 'Hélène Roy', email), yes, aTouch(1, [hélène], { note: 'Elle cherche un atelier' })])
  await page.goto(`${app.url}/personnes/${hélène}`)
  await page.getByRole('button', { name: 'Effacer à sa demande…' }).click()
  const sheet = page.getByRole('dialog', { name: 'Effacer les renseignements de Hélène Roy?' })
  await sheet.getByText(/Rien ne pourra les ramener/).waitFor()
  await sheet.getByText(/l’empreinte de ses adresses si elle a demandé le silence/).waitFor()
  expect(await violations(page)).toEqual([])
  // Keeping her comes first, and changes nothing.
  await sheet.getByRole('button', { name: 'Garder sa fiche' }).last().click()
  await sheet.waitFor({ state: 'hidden' })
  expect((await onServer(page)).contact.map(({ name }) => name)).toEqual(['Hélène Roy'])

  await page.getByRole('button', { name: 'Effacer à sa demande…' }).click()
  await sheet.getByRole('button', { name: 'Effacer pour toujours' }).click()
  await page.getByText('Ses renseignements sont effacés.').waitFor()
  expect(await page.getByRole('button', { name: 'Annuler' }).count()).toBe(0)
  // A device that comes new is told of nobody.
  await expect.poll(async () => (await onServer(page)).contact.length, { timeout: 30_000 }).toBe(0)
  const { activity } = await onServer(page)
  expect(activity.map(({ note, voidedAt }) => [note, voidedAt])).toEqual([['', null]])
  await page.goto(`${app.url}/personnes/${hélène}`)
  await page.getByText('Ses renseignements ont été effacés').waitFor()
  expect(await page.getByRole('button', { name: 'Rétablir la fiche' }).count()).toBe(0)
  expect(await violations(page)).toEqual([])
})

test('an answer that says STOP proposes her silence, on Today and on her page, until someone decides', async () => {
  const answered = { direction: 'in', kind: 'email', outcome: 'replied', note: 'STOP, ne m’écrivez plus' } as const
  await writeElsewhere(page, [everyDayIsWorked, whoWrites, aPerson(1, 'Hélène Roy', email), yes, aTouch(1, [hélène], answered)])
  await page.goto(`${app.url}/personnes/${hélène}`)
  const link = page.getByRole('main').getByRole('link', { name: 'Courriel', exact: true })
  await link.waitFor()
  await page.getByText('Ces mots semblent demander que les messages s’arrêtent.').waitFor()
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: /^Noter.: ne plus lui écrire$/ }).click()
  await link.waitFor({ state: 'hidden' })
  await page.getByText('Ces mots semblent demander que les messages s’arrêtent.').waitFor({ state: 'hidden' })
  await expect
    .poll(async () => (await onServer(page)).consent.flatMap(({ fact }) => (fact.type === 'withdrawal' ? [[fact.means, fact.words]] : [])), { timeout: 30_000 })
    .toEqual([['reply', 'STOP, ne m’écrivez plus']])
})

test('an enquiry that asks to stop says so, and her silence is one tap once she is known', async () => {
  await writeElsewhere(page, [
    everyDayIsWorked,
    whoWrites,
    aPerson(1, 'Hélène Roy', email),
    {
      at: todayAt('00:02'),
      change: {
        type: 'enquiry.record',
        enquiryId: idOf(11, 1),
        contactId: hélène,
        via: 'email',
        receivedAt: todayAt('00:02').toISOString() as Instant,
        name: 'Hélène Roy',
        email: 'helene@example.com',
        phone: '',
        city: '',
        subject: '',
        words: 'Désabonnez-moi de vos courriels, svp.',
        language: 'fr',
        mayWrite: '',
      },
    },
  ])
  await page.goto(`${app.url}/demandes`)
  await page.getByText('Ces mots semblent demander que les messages s’arrêtent.').waitFor()
  await page.getByRole('button', { name: /^Noter.: ne plus lui écrire$/ }).click()
  await expect.poll(async () => (await onServer(page)).consent.map(({ fact }) => fact.type), { timeout: 30_000 }).toEqual(['withdrawal'])
})
