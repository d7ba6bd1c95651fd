import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asCents } from '#method/sale/sale.ts'
import { idOf } from '#test/operations.ts'
import { startApp, type RunningApp } from './app.ts'
import { enter, newDevice, openBrowser, todayAt, violations } from './phone.ts'
import { aPerson, onServer, writeElsewhere } from './writing.ts'

let browser: Browser
let app: RunningApp

beforeAll(async () => {
  ;[browser, app] = await Promise.all([openBrowser(), startApp()])
})
afterAll(async () => {
  await browser.close()
  await app.remove()
})

test('an offer and a kind of activity taken off their lists come back as they were', async () => {
  const device = await newDevice(browser)
  const page = await enter(device, app.link)
  await writeElsewhere(page, [
    aPerson(1, 'Hélène Roy'),
    {
      at: todayAt('00:02'),
      change: {
        type: 'offer.put',
        offer: { id: idOf(9, 1), name: 'Atelier', price: asCents(30_000), archived: true, points: 'Deux heures.', createdAt: null },
      },
    },
    {
      at: todayAt('00:02'),
      change: { type: 'kind.put', kind: { id: 'visite', name: 'Visite', icon: 'coffee', hue: 'teal', minutes: 30, people: 'one', archived: true } },
    },
  ])
  await page.goto(`${app.url}/reglages`)
  for (const [part, name] of [
    ['Mes genres d’activité', 'Visite'],
    ['Mes offres', 'Atelier'],
  ] as const) {
    const section = page.getByRole('region', { name: part })
    await section.getByRole('button', { name: 'Hors de la liste (1)' }).click()
    expect(await violations(page)).toEqual([])
    await section.getByRole('button', { name: `Remettre ${name}` }).click()
    await section.getByRole('button', { name: `Modifier ${name}` }).waitFor()
    expect(await section.getByText('Hors de la liste').count()).toBe(0)
  }
  await expect.poll(async () => (await onServer(page)).offer, { timeout: 20_000 }).toMatchObject([{ archived: false, points: 'Deux heures.', price: 30_000 }])
  await expect.poll(async () => (await onServer(page)).kind, { timeout: 20_000 }).toMatchObject([{ id: 'visite', archived: false }])

  // The palette goes to any place; there, the bar says where one is.
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').getByRole('combobox').fill('evenem')
  await page.getByRole('option', { name: 'Aller à Événements' }).click()
  await page.getByRole('heading', { level: 1, name: 'Événements' }).waitFor()
  expect(await page.getByRole('navigation').getByRole('link', { name: 'Plus' }).first().getAttribute('aria-current')).toBe('page')
  await device.close()
})
