import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asInstant } from '#method/calendar/day.ts'
import { startApp, type RunningApp } from './app.ts'
import { enter, newDevice, openBrowser, todayAt, violations } from './phone.ts'
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

const shown = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async () => {
    const worker = await navigator.serviceWorker.ready
    return (await worker.getNotifications()).map(({ title }) => title)
  })
const part = (page: Page) => page.getByRole('region', { name: 'Rappels' })

test('reminders come where they were asked for, at her hour, once, and none once the day is closed', async () => {
  const device = await newDevice(browser)
  await device.grantPermissions(['notifications'], { origin: app.url })
  const page = await enter(device, app.link)
  await writeElsewhere(page, [everyDayIsWorked, aPerson(1, 'Nathalie Gagnon')])
  await page.evaluate(() => navigator.serviceWorker.ready)
  await page.goto(`${app.url}/reglages`)
  // Nothing is asked before she asks.
  expect(await part(page).getByRole('button').count()).toBe(0)
  await part(page).getByRole('switch', { name: 'Le matin, une intention' }).check({ force: true })
  await part(page).getByLabel('À quelle heure').fill('08:30')
  await part(page).getByRole('switch', { name: 'Le soir, fermer la journée' }).check({ force: true })
  await part(page).getByLabel('À quelle heure').last().fill('16:30')
  expect(await violations(page)).toEqual([])
  await part(page).getByRole('button', { name: 'Me rappeler sur cet appareil' }).click()
  // This browser has no push service within reach: it is said, and the page itself reminds.
  await part(page).getByText('n’a pas joint de service de notifications').waitFor()
  expect(await violations(page)).toEqual([])
  await expect.poll(async () => (await onServer(page)).settings.at(-1)?.reminders, { timeout: 20_000 }).toEqual({ morning: '08:30', evening: '16:30' })

  await page.clock.setFixedTime(todayAt('08:20'))
  await page.goto(app.url)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  expect(await shown(page)).toEqual([])
  await page.clock.setFixedTime(todayAt('08:31'))
  await page.reload()
  await expect.poll(() => shown(page), { timeout: 20_000 }).toEqual(['Une intention pour la journée?'])
  await page.evaluate(async () => (await (await navigator.serviceWorker.ready).getNotifications()).forEach((one) => one.close()))
  await page.reload()
  await page.getByRole('heading', { level: 1 }).first().waitFor()

  await writeElsewhere(page, [{ at: todayAt('16:00'), change: { type: 'day.put', day: today(), fields: { closedAt: asInstant(todayAt('16:00').getTime()) } } }])
  await page.clock.setFixedTime(todayAt('16:20'))
  await page.reload()
  await page.getByText('Journée fermée à').waitFor()
  await page.clock.setFixedTime(todayAt('16:31'))
  await page.reload()
  await page.getByText('Journée fermée à').waitFor()
  // The evening's would be due; the day is closed.
  expect(await shown(page)).toEqual([])

  await page.goto(`${app.url}/reglages`)
  await part(page).getByRole('button', { name: 'Arrêter sur cet appareil' }).click()
  await part(page).getByRole('button', { name: 'Me rappeler sur cet appareil' }).waitFor()
  await device.close()
})
