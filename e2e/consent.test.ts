import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { addDays, instantAt, type Instant } from '#method/calendar/day.ts'
import type { ConsentFact } from '#method/consent/consent.ts'
import { idOf } from '#test/operations.ts'
import { startApp, type RunningApp } from './app.ts'
import { enter, newDevice, openBrowser, todayAt, violations } from './phone.ts'
import { aPerson, everyDayIsWorked, onServer, today, whoWrites, writeElsewhere, type Told } from './writing.ts'

let browser: Browser
let app: RunningApp
let device: BrowserContext
let page: Page

const hélène = idOf(1, 1)
const fields = {
  city: 'Drummondville',
  phones: [{ label: 'mobile', number: '+18195550142' }],
  emails: [{ label: '', address: 'helene@example.com' }],
}
const asked = (daysAgo: number): Told => ({
  at: todayAt('00:01'),
  change: {
    type: 'enquiry.record',
    enquiryId: idOf(11, 1),
    contactId: hélène,
    via: 'form',
    receivedAt: instantAt(addDays(today(), -daysAgo), '10:00', 'America/Toronto'),
    name: 'Hélène Roy',
    email: 'helene@example.com',
    phone: '',
    city: '',
    subject: 'Ateliers',
    words: 'Je cherche un atelier pour mon équipe.',
    language: 'fr',
    mayWrite: '',
  },
})
const noted = (n: number, fact: ConsentFact): Told => ({
  at: todayAt('00:01'),
  change: { type: 'consent.record', consentId: idOf(12, n), contactId: hélène, fact, occurredAt: todayAt('00:01').toISOString() as Instant },
})
const businessLine = noted(1, { type: 'line-kind', line: 'business' })

/** Two in the afternoon, some days from today, by the clock of Montreal. */
const afternoon = (days: number): Date => new Date(instantAt(addDays(today(), days), '14:00', 'America/Toronto'))
const link = (name: string) => page.getByRole('main').getByRole('link', { name, exact: true })

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

test('when the six months of her enquiry are over, writing is no longer proposed, the call is, and one sentence says why', async () => {
  await writeElsewhere(page, [everyDayIsWorked, whoWrites, aPerson(1, 'Hélène Roy', fields), asked(170), businessLine])
  await page.clock.setFixedTime(afternoon(0))
  await page.goto(app.url)
  await page.getByRole('heading', { level: 2, name: 'Hélène Roy' }).waitFor()
  await link('Appeler').waitFor()
  await link('Courriel').waitFor()
  expect(await page.getByText('Pourquoi?').count()).toBe(0)

  await page.clock.setFixedTime(afternoon(20))
  await page.reload()
  await page.getByRole('heading', { level: 2, name: 'Hélène Roy' }).waitFor()
  await link('Appeler').waitFor()
  await link('Courriel').waitFor({ state: 'hidden' })
  await page.getByRole('button', { name: /Pas proposé.*courriel.*Pourquoi\?/ }).click()
  await page
    .getByText(/Demande de renseignements du .*; permis jusqu’au .* seulement\./)
    .first()
    .waitFor()
  await page
    .getByText(/À la place.*Appeler/)
    .first()
    .waitFor()
  expect(await violations(page)).toEqual([])
})

test('« ne m’écrivez plus » hides writing at once, without network too; a yes said aloud brings it back with its ground', async () => {
  await writeElsewhere(page, [everyDayIsWorked, whoWrites, aPerson(1, 'Hélène Roy', fields), asked(10), businessLine])
  await page.clock.setFixedTime(afternoon(0))
  await page.goto(`${app.url}/personnes/${hélène}`)
  await link('Courriel').waitFor()
  const panel = page.getByRole('region', { name: 'Ce que je peux faire' })
  // The worker that keeps the shell must be in charge before the network goes.
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
  await device.setOffline(true)
  await panel.getByRole('button', { name: 'Ne m’écrivez plus' }).click()
  await link('Courriel').waitFor({ state: 'hidden' })
  await link('Texto').waitFor({ state: 'hidden' })
  await link('Appeler').waitFor()
  await panel
    .getByText(/a demandé le .* de ne plus recevoir de messages/)
    .first()
    .waitFor()
  expect(await violations(page)).toEqual([])
  // The page dropped and opened again, still without network: the wish is on the device.
  await page.reload()
  await link('Appeler').waitFor()
  await panel
    .getByText(/de ne plus recevoir de messages/)
    .first()
    .waitFor()
  expect(await link('Courriel').count()).toBe(0)
  await device.setOffline(false)
  await expect.poll(async () => (await onServer(page)).consent.map(({ fact }) => fact.type).sort(), { timeout: 30_000 }).toEqual(['line-kind', 'withdrawal'])

  // The next day, on the telephone: the words to say, and her yes.
  await page.clock.setFixedTime(afternoon(1))
  await page.reload()
  await panel.getByRole('button', { name: 'Elle accepte que je lui écrive' }).click()
  const sheet = page.getByRole('dialog', { name: 'Demander si on peut écrire' })
  await sheet.getByText('Je peux vous écrire quand je passe dans votre coin?').waitFor()
  await sheet.getByText(/Nadia Tremblay d’Atelier Nadia/).waitFor()
  expect(await violations(page)).toEqual([])
  await sheet.getByRole('button', { name: 'Elle accepte que je lui écrive' }).click()
  await sheet.waitFor({ state: 'hidden' })
  await link('Courriel').waitFor()
  await panel
    .getByText(/Consentement exprès du .*; aucune échéance\./)
    .first()
    .waitFor()
  // Nothing noted is ever taken away: the wish and the yes both stay in her history.
  const history = panel.getByRole('listitem')
  await history.filter({ hasText: 'Accepte qu’on lui écrive, de vive voix' }).waitFor()
  await history.filter({ hasText: /Ne veut plus/ }).waitFor()
})

test('what was already done is noted without a word of law, even with someone who must not be contacted', async () => {
  await writeElsewhere(page, [
    everyDayIsWorked,
    aPerson(1, 'Hélène Roy', fields),
    noted(2, { type: 'withdrawal', scope: { type: 'all' }, means: 'call', words: '' }),
  ])
  await page.clock.setFixedTime(afternoon(0))
  await page.goto(`${app.url}/personnes/${hélène}`)
  await page
    .getByRole('region', { name: 'Ce que je peux faire' })
    .getByText(/ne plus être sollicitée/)
    .first()
    .waitFor()
  expect(await link('Courriel').count()).toBe(0)
  await page.getByRole('button', { name: 'Noter', exact: true }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('button', { name: 'Jointe', exact: true }).click()
  await page.getByText('1 contact', { exact: true }).waitFor()
})
