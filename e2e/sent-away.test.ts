import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type RunningApp } from './app.ts'
import { ask, enter, newDevice, openBrowser, violations } from './phone.ts'
import { aPerson, everyDayIsWorked, onServer, writeElsewhere } from './writing.ts'

let browser: Browser
let app: RunningApp
let desk: Page
let phone: BrowserContext
let lost: Page

const email = 'nadia@example.com'
const password = 'cheval pile agrafe correcte'

beforeAll(async () => {
  ;[browser, app] = await Promise.all([openBrowser(), startApp()])
  desk = await enter(await newDevice(browser, { size: 'desk' }), app.link)
  await writeElsewhere(desk, [everyDayIsWorked, aPerson(1, 'Hélène Roy')])
  await ask(desk, '/api/account/password', { newPassword: password, email })
  phone = await newDevice(browser)
  lost = await phone.newPage()
})
afterAll(async () => {
  await browser.close()
  await app.remove()
})

const signIn = async (page: Page): Promise<void> => {
  await page.getByLabel('Adresse courriel').fill(email)
  await page.getByLabel('Mot de passe').fill(password)
  await page.getByRole('button', { name: 'Entrer', exact: true }).click()
  await page.getByRole('heading', { level: 2, name: 'Hélène Roy' }).waitFor()
}
const signOutThePhone = async (): Promise<void> => {
  await desk.goto(`${app.url}/reglages/compte`)
  await desk.getByRole('button', { name: /^Déconnecter (?!cet appareil)/ }).click()
  await desk.getByText('Cet appareil est déconnecté.').waitFor()
}
// Coming back to the app makes it ask the server, as unlocking the phone does.
const comeBack = (page: Page) => page.evaluate(() => void window.dispatchEvent(new Event('focus')))
// What the device still keeps, by the number of rows in each of its databases but that of its own name.
const kept = (page: Page) =>
  page.evaluate(async () => {
    const names = (await indexedDB.databases()).flatMap(({ name }) => (name?.startsWith('entrain-') ? [name] : []))
    const counts: Record<string, number> = {}
    for (const name of names) {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name)
        request.addEventListener('success', () => resolve(request.result))
        request.addEventListener('error', () => reject(request.error ?? new Error(name)))
      })
      for (const table of ['contact', 'outbox'].filter((one) => database.objectStoreNames.contains(one))) {
        const count = await new Promise<number>((resolve) => {
          const request = database.transaction(table).objectStore(table).count()
          request.addEventListener('success', () => resolve(request.result))
        })
        counts[table] = (counts[table] ?? 0) + count
      }
      database.close()
    }
    return counts
  })

test('a phone signed out from the desk forgets everyone at its next word with the server, and says so', async () => {
  await lost.goto(app.url)
  await signIn(lost)
  expect((await kept(lost))['contact']).toBe(1)
  await signOutThePhone()
  await comeBack(lost)
  await lost.getByText('Cet appareil a été déconnecté à distance.').waitFor()
  expect(await lost.getByText('Hélène Roy').count()).toBe(0)
  expect(await violations(lost)).toEqual([])
  await expect.poll(() => kept(lost), { timeout: 20_000 }).toEqual({})
  await lost.reload()
  await lost.getByText('Cet appareil a été déconnecté à distance.').waitFor()
})

test('what it had not sent stays on it, and leaves when its owner enters again', async () => {
  await signIn(lost)
  await lost.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
  await phone.setOffline(true)
  await lost.goto(`${app.url}/personnes`)
  await lost
    .getByLabel(/Ajouter une personne/)
    .first()
    .fill('Julie Caron')
  await lost.keyboard.press('Enter')
  await lost.getByText('1 en attente').filter({ visible: true }).waitFor()
  await signOutThePhone()
  await phone.setOffline(false)
  await comeBack(lost)
  await lost.getByText('Cet appareil a été déconnecté à distance.').waitFor()
  await lost.getByText('1 changement n’était pas encore parti; il est gardé ici.').waitFor()
  expect(await lost.getByText('Hélène Roy').count()).toBe(0)
  expect(await violations(lost)).toEqual([])
  await expect.poll(() => kept(lost), { timeout: 20_000 }).toEqual({ contact: 0, outbox: 1 })
  const download = lost.waitForEvent('download')
  await lost.getByRole('button', { name: 'En garder une copie dans un fichier' }).click()
  expect((await download).suggestedFilename()).toMatch(/^entrain-.*\.json$/)
  await signIn(lost)
  await expect.poll(async () => (await onServer(desk)).contact.map(({ name }) => name).toSorted(), { timeout: 30_000 }).toEqual(['Hélène Roy', 'Julie Caron'])
  expect(await lost.getByText('Cet appareil a été déconnecté à distance.').count()).toBe(0)
})
