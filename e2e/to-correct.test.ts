import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { idOf } from '#test/operations.ts'
import { startApp, type RunningApp } from './app.ts'
import { ask, enter, newDevice, openBrowser, todayAt, violations } from './phone.ts'
import { aPerson, aSale, onServer, writeElsewhere } from './writing.ts'

let browser: Browser
let app: RunningApp

beforeAll(async () => {
  ;[browser, app] = await Promise.all([openBrowser(), startApp()])
})
afterAll(async () => {
  await browser.close()
  await app.remove()
})

test('what the server refuses is shown with its reason, holds nothing back, and is tried again or let go', async () => {
  const device = await newDevice(browser)
  const page = await enter(device, app.link)
  await writeElsewhere(page, [aPerson(1, 'Hélène Roy'), aPerson(2, 'Marc Dubé'), aSale(1, 10_000, idOf(1, 1)), aSale(2, 20_000, idOf(1, 2))])
  // A second window of the same person, which stays on the network while the first one loses it.
  const elsewhere = await enterAgain()
  await page.goto(`${app.url}/recolte`)
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
  const refund = async (who: string, amount: string) => {
    await page.getByRole('button', { name: who }).click()
    const sheet = page.getByRole('dialog')
    await sheet.getByRole('button', { name: 'Rembourser…' }).click()
    await sheet.getByLabel('Montant à rembourser').fill(amount)
    await sheet.getByRole('button', { name: 'Noter le remboursement' }).click()
    await sheet.waitFor({ state: 'hidden' })
  }
  await page.getByRole('button', { name: 'Hélène Roy' }).waitFor()
  await device.setOffline(true)
  await refund('Hélène Roy', '100')
  await refund('Marc Dubé', '200')
  await page.goto(`${app.url}/personnes`)
  await page
    .getByLabel(/Ajouter une personne/)
    .first()
    .fill('Julie Caron')
  await page.keyboard.press('Enter')
  await page.getByText('3 en attente').filter({ visible: true }).waitFor()
  // Meanwhile both were refunded from elsewhere.
  await writeElsewhere(elsewhere.page, [aSale(3, -10_000, idOf(1, 1), idOf(4, 1)), aSale(4, -20_000, idOf(1, 2), idOf(4, 2))])
  await device.setOffline(false)

  await expect.poll(async () => (await onServer(page)).contact.map(({ name }) => name), { timeout: 30_000 }).toContain('Julie Caron')
  await page
    .getByRole('link', { name: /à corriger/i })
    .filter({ visible: true })
    .first()
    .click()
  await page.getByRole('heading', { level: 1, name: 'À corriger' }).waitFor()
  const notes = page.getByRole('main').getByRole('listitem')
  await expect.poll(() => notes.count(), { timeout: 20_000 }).toBe(2)
  await page.getByRole('heading', { level: 2, name: /Hélène Roy/ }).waitFor()
  expect(await notes.first().innerText()).toContain('rembours')
  expect(await violations(page)).toEqual([])
  // Nothing was written twice, and nothing waits.
  expect((await onServer(page)).sale).toHaveLength(4)
  expect(
    await page
      .getByText(/en attente/)
      .filter({ visible: true })
      .count(),
  ).toBe(0)

  // What stood in the way is taken back: the first one passes; the second one was noted twice, and is let go.
  await writeElsewhere(elsewhere.page, [{ at: todayAt('00:05'), change: { type: 'sale.void', saleId: idOf(4, 3), voided: true } }])
  await notes.filter({ hasText: 'Hélène Roy' }).getByRole('button', { name: 'Essayer de nouveau' }).click()
  await expect.poll(() => notes.count(), { timeout: 20_000 }).toBe(1)
  await expect.poll(async () => (await onServer(page)).sale.filter(({ refunds, voidedAt }) => refunds === idOf(4, 1) && voidedAt === null).length).toBe(1)
  await notes.getByRole('button', { name: 'Abandonner cette note' }).click()
  await page.getByText('Rien à corriger').waitFor()
  await page.reload()
  await page.getByText('Rien à corriger').waitFor()
  expect((await onServer(page)).sale).toHaveLength(5)
  await elsewhere.device.close()
  await device.close()

  async function enterAgain() {
    const other = await newDevice(browser)
    await other.addCookies(await device.cookies())
    const there = await other.newPage()
    await there.goto(`${app.url}/plus`)
    await there.getByRole('heading', { level: 1 }).waitFor()
    return { device: other, page: there }
  }
})

test('what a device wrote and the server never got is said until one has looked', async () => {
  app = await app.restart()
  const device = await newDevice(browser)
  const page = await enter(device, app.link)
  await writeElsewhere(page, [aPerson(5, 'Lise Côté')])
  await page.goto(`${app.url}/personnes`)
  await page.getByRole('link', { name: 'Lise Côté' }).waitFor()
  const add = async (name: string) => {
    await page
      .getByLabel(/Ajouter une personne/)
      .first()
      .fill(name)
    await page.keyboard.press('Enter')
    await expect.poll(async () => (await onServer(page)).contact.map((contact) => contact.name), { timeout: 20_000 }).toContain(name)
  }
  await add('Julie Caron')
  // The server hears a later number of this device: those in between were lost on the way, as when a browser erases what it kept.
  const id = await page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const request = indexedDB.open('entrain')
        request.addEventListener('success', () => {
          const asked = request.result.transaction('device').objectStore('device').get('identity')
          asked.addEventListener('success', () => {
            request.result.close()
            resolve((asked.result as { readonly device: string }).device)
          })
        })
      }),
  )
  const change = { type: 'contact.add', contactId: idOf(1, 6), fields: { name: 'Zoé Lavallée' }, step: null }
  const operation = { id: idOf(92, 1), at: todayAt('00:06').toISOString(), zone: 'America/Toronto', change }
  await ask(page, '/api/sync', { device: id, format: 1, operations: [{ sequence: 6, operation }] })
  await add('Luc Gingras')
  await page.getByRole('link', { name: '3 à vérifier' }).filter({ visible: true }).first().click()
  await page.getByText('3 changements notés sur cet appareil ne sont jamais arrivés au serveur.').waitFor()
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'J’ai vérifié' }).click()
  await page.getByText('Rien à corriger').waitFor()
  await page
    .getByRole('link', { name: /à vérifier/ })
    .first()
    .waitFor({ state: 'hidden' })
  await page.reload()
  await page.getByText('Rien à corriger').waitFor()
  expect(await page.getByRole('link', { name: /à vérifier/ }).count()).toBe(0)
  await device.close()
})
