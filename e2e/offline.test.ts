import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { startApp, type RunningApp } from './app.ts'
import { enter, newDevice, openBrowser, todayAt, violations } from './phone.ts'
import { onServer, writeElsewhere } from './writing.ts'
import { dayOf, type Instant } from '#method/calendar/day.ts'
import { idOf } from '#test/operations.ts'

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

const due = () => dayOf(todayAt('12:00').toISOString() as Instant, 'America/Toronto')

const meet = (page: Page, n: number, name: string) =>
  writeElsewhere(page, [
    {
      at: todayAt('00:01'),
      change: {
        type: 'contact.add',
        contactId: idOf(1, n),
        fields: { name, city: 'Drummondville', line: 'business', phones: [{ label: '', number: '+18195550142' }] },
        step: { due: due(), time: null, kind: 'phone', promised: true, note: '', origin: 'chosen' },
      },
    },
  ])

// The worker that keeps the shell must be in charge before the network goes.
const ready = (page: Page) =>
  page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })

const waiting = (page: Page) => page.getByText('1 en attente').filter({ visible: true })

const twoTaps = async (page: Page): Promise<void> => {
  await page
    .getByRole('link', { name: /^Appeler/ })
    .first()
    .click()
  await page.getByRole('dialog').getByRole('button', { name: 'Jointe', exact: true }).click()
}

test('two taps without a network are kept, the app opens again without it, and one row reaches the server', async () => {
  const device = await newDevice(browser)
  // An hour at which she may be called, whenever this runs.
  await device.clock.setFixedTime(todayAt('14:00'))
  const page = await enter(device, app.link)
  await meet(page, 1, 'Nathalie Gagnon')
  await page.goto(app.url)
  await ready(page)
  await page.getByRole('heading', { name: 'Nathalie Gagnon' }).waitFor()
  await device.setOffline(true)
  await twoTaps(page)
  await waiting(page).waitFor()
  await page.reload()
  await waiting(page).waitFor()
  await device.setOffline(false)
  await expect.poll(async () => (await onServer(page)).activity.length, { timeout: 30_000 }).toBe(1)
  await expect.poll(() => waiting(page).count(), { timeout: 20_000 }).toBe(0)
  await page.reload()
  await page.locator('main').waitFor()
  expect((await onServer(page)).activity).toMatchObject([{ kind: 'phone', outcome: 'reached', contactIds: [idOf(1, 1)] }])
  await device.close()
})

test('a tab killed right after the fact is kept loses nothing', async () => {
  const device = await newDevice(browser)
  // An hour at which she may be called, whenever this runs.
  await device.clock.setFixedTime(todayAt('14:00'))
  const page = await enter(device, app.link)
  await meet(page, 2, 'Julie Roy')
  await page.goto(app.url)
  await ready(page)
  await page.getByRole('heading', { name: 'Julie Roy' }).waitFor()
  const before = (await onServer(page)).activity.length
  // The server is gone, as a network may be: a dead tab could not be told that it is back.
  await app.stop()
  await twoTaps(page)
  // What is painted at the tap proves nothing: only this is said once the fact is on the disk.
  await page.getByText(/^Enregistré/).waitFor()
  const cdp = await device.newCDPSession(page)
  // A tab that crashes answers nobody, not even the one who asked it to.
  const crashed = page.waitForEvent('crash')
  void cdp.send('Page.crash').catch(() => undefined)
  await crashed
  app = await app.restart()
  const again = await device.newPage()
  await again.goto(app.url)
  await again.locator('main').waitFor()
  await expect.poll(async () => (await onServer(again)).activity.length, { timeout: 30_000 }).toBe(before + 1)
})

test('two tabs show the same day, and two devices the same people', async () => {
  const device = await newDevice(browser)
  // An hour at which she may be called, whenever this runs.
  await device.clock.setFixedTime(todayAt('14:00'))
  const first = await enter(device, app.link)
  await meet(first, 3, 'Lise Côté')
  await first.goto(app.url)
  await first.getByRole('heading', { name: 'Lise Côté' }).waitFor()
  const second = await device.newPage()
  await second.goto(app.url)
  await second.getByRole('heading', { name: 'Lise Côté' }).waitFor()
  await twoTaps(first)
  await second.getByRole('heading', { name: 'Lise Côté' }).waitFor({ state: 'hidden' })
  await expect.poll(async () => (await onServer(first)).activity.some(({ contactIds }) => contactIds.includes(idOf(1, 3))), { timeout: 20_000 }).toBe(true)
  // Another device of the same person writes; this one hears of it and shows it.
  await second.bringToFront()
  await meet(second, 4, 'Chantal Girard')
  await second.getByRole('heading', { name: 'Chantal Girard' }).waitFor()
  await device.close()
})

test('without a network the team says so once, and shows itself when the network is back', async () => {
  const device = await newDevice(browser)
  const page = await enter(device, app.link)
  const main = page.getByRole('main')
  const alerts = main.getByRole('alert')
  await page.goto(`${app.url}/reglages/equipe`)
  await main.getByText('Aucune invitation n’attend de réponse.').waitFor()
  await ready(page)
  await device.setOffline(true)
  await page.reload()
  await main.getByText('Cette page a besoin du réseau.').waitFor()
  await main.getByRole('button', { name: 'Réessayer' }).click()
  await main.getByText('Cette page a besoin du réseau.').waitFor()
  expect(await alerts.count()).toBe(1)
  expect(await main.getByText(/réseau/).count()).toBe(1)
  expect(await violations(page)).toEqual([])
  await device.setOffline(false)
  await main.getByText('Aucune invitation n’attend de réponse.').waitFor()
  expect(await alerts.count()).toBe(0)
  await device.close()
})
