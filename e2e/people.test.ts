import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { idOf } from '#test/operations.ts'
import { startApp, type RunningApp } from './app.ts'
import { enter, newDevice, openBrowser, todayAt, undoInMessage, violations } from './phone.ts'
import { aPerson, aSale, aTouch, onServer, writeElsewhere } from './writing.ts'

let browser: Browser
let app: RunningApp
let device: BrowserContext
let page: Page

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

const hélène = idOf(1, 1)
const person = async (id: string) => (await onServer(page)).contact.find((contact) => contact.id === id)

test('two cards of one person become one, counted once, and come apart again', async () => {
  await writeElsewhere(page, [
    aPerson(1, 'Hélène Roy', { city: 'Lévis' }),
    aPerson(2, 'Hélène Roy-Côté', { emails: [{ label: '', address: 'helene@example.com' }] }),
    aPerson(3, 'Marc Dubé'),
    // An event where both cards were noted: one person met.
    aTouch(1, [hélène, idOf(1, 2)], { kind: 'networking', title: '5 à 7' }),
    aTouch(2, [hélène]),
    aTouch(3, [idOf(1, 2)], { kind: 'email', outcome: 'sent' }),
    aSale(1, 30_000, idOf(1, 2)),
  ])
  await page.goto(`${app.url}/personnes/${hélène}`)
  await page.getByRole('heading', { level: 1, name: 'Hélène Roy', exact: true }).waitFor()
  await page.getByText('2 contacts').waitFor()
  await page.getByRole('button', { name: 'Fusionner' }).click()
  const sheet = page.getByRole('dialog', { name: 'Fusionner deux personnes' })
  await sheet.getByRole('combobox').fill('helene roy c')
  await sheet.getByRole('option', { name: /Hélène Roy-Côté/ }).click()
  // What will be kept is shown before: her address completes the card that stays.
  await sheet
    .getByRole('row', { name: /Courriels/ })
    .getByText('helene@example.com')
    .first()
    .waitFor()
  await sheet.getByRole('button', { name: 'Fusionner', exact: true }).click()
  await sheet.waitFor({ state: 'hidden' })
  // Three exchanges, and one of them was both cards: three contacts, not four.
  await page.getByText('3 contacts').waitFor()
  await page.getByText('300\u00A0$').waitFor()
  const undo = await undoInMessage(page)
  await expect.poll(async () => (await person(idOf(1, 2)))?.mergedInto, { timeout: 20_000 }).toBe(hélène)
  await undo.click()
  await page.getByText('2 contacts').waitFor()
  await page.getByText('300\u00A0$').waitFor({ state: 'hidden' })
  await expect.poll(async () => (await person(idOf(1, 2)))?.mergedInto, { timeout: 20_000 }).toBe(null)
  expect(await person(hélène)).toMatchObject({ touches: 2, emails: [] })
  await page.goto(`${app.url}/personnes/${idOf(1, 2)}`)
  await page.getByRole('heading', { level: 1, name: 'Hélène Roy-Côté' }).waitFor()
  await page.getByText('2 contacts').waitFor()
  await page.getByText('300\u00A0$').waitFor()
})

test('what is typed on a card is kept without a button, and what happened is told day by day', async () => {
  await writeElsewhere(page, [
    aPerson(1, 'Hélène Roy'),
    aTouch(1, [hélène], { minutes: 9, note: 'Lance sa boutique.' }),
    aTouch(2, [hélène], { kind: 'email', outcome: 'sent' }, '00:04'),
  ])
  await page.goto(`${app.url}/personnes/${hélène}`)
  await page.getByLabel('Organisation').fill('Atelier Roy')
  await page.getByRole('status').filter({ hasText: 'Enregistré' }).waitFor()
  await page.getByLabel('Nom', { exact: true }).fill('Hélène Roy-Gagné')
  await page.getByLabel('Nom', { exact: true }).blur()
  await page.getByRole('heading', { level: 1, name: 'Hélène Roy-Gagné' }).waitFor()
  await expect.poll(() => person(hélène), { timeout: 20_000 }).toMatchObject({ name: 'Hélène Roy-Gagné', organisation: 'Atelier Roy' })
  // Typed, then gone at once without leaving the field: kept all the same.
  await page.getByLabel('Notes').fill('Préfère le matin.')
  await page.reload()
  await expect.poll(() => page.getByLabel('Notes').inputValue(), { timeout: 10_000 }).toBe('Préfère le matin.')
  const history = page.getByRole('region', { name: 'Histoire' })
  const lines = history.getByRole('listitem')
  await lines.first().waitFor()
  expect(await lines.count()).toBe(2)
  expect(await lines.first().innerText()).toContain('Courriel')
  expect(await lines.last().innerText()).toMatch(/Jointe · 9\u00A0min[\s\S]*Lance sa boutique\./)
  await page.getByRole('button', { name: 'Fusionner' }).waitFor()
})

test('a card deleted by mistake comes back whole, from the message or later from its address', async () => {
  await writeElsewhere(page, [aPerson(1, 'Hélène Roy'), aTouch(1, [hélène]), aPerson(2, 'Marc Dubé')])
  await page.goto(`${app.url}/personnes/${hélène}`)
  await page.getByRole('button', { name: 'Supprimer' }).click()
  await page.waitForURL('**/personnes')
  const undo = await undoInMessage(page)
  await page.getByRole('link', { name: 'Marc Dubé' }).waitFor()
  await page.getByRole('link', { name: 'Hélène Roy' }).waitFor({ state: 'hidden' })
  await expect.poll(async () => (await person(hélène))?.deletedAt === null, { timeout: 20_000 }).toBe(false)
  await undo.click()
  await page.getByRole('link', { name: 'Hélène Roy' }).click()
  await page.getByText('1 contact', { exact: true }).waitFor()
  await page.getByRole('button', { name: 'Supprimer' }).click()
  await page.waitForURL('**/personnes')
  await page.goto(`${app.url}/personnes/${hélène}`)
  await page.getByRole('heading', { name: 'Cette fiche a été supprimée' }).waitFor()
  await page.getByRole('button', { name: 'Rétablir la fiche' }).click()
  await page.getByRole('heading', { level: 1, name: 'Hélène Roy' }).waitFor()
  await expect.poll(() => person(hélène), { timeout: 20_000 }).toMatchObject({ deletedAt: null, touches: 1 })
  expect((await person(hélène))?.nextStep).not.toBe(null)
})

test('two cards made one come apart long after, from the card that stayed', async () => {
  await writeElsewhere(page, [
    aPerson(1, 'Hélène Roy', { city: 'Lévis' }),
    aPerson(2, 'Marc Dubé', { emails: [{ label: '', address: 'marc@example.com' }] }),
    aTouch(1, [hélène]),
    aTouch(2, [idOf(1, 2)], { kind: 'email', outcome: 'sent' }),
    { at: todayAt('00:05'), change: { type: 'contact.merge', mergeId: idOf(3, 1), keep: hélène, gone: idOf(1, 2) } },
  ])
  await page.goto(`${app.url}/personnes/${hélène}`)
  await page.getByText('2 contacts').waitFor()
  const joined = page.getByRole('region', { name: 'Fiches réunies ici' })
  await joined.getByText('Marc Dubé').waitFor()
  expect(await violations(page)).toEqual([])
  await joined.getByRole('button', { name: 'Séparer Marc Dubé' }).click()
  await joined.waitFor({ state: 'hidden' })
  await page.getByText('1 contact', { exact: true }).waitFor()
  await expect.poll(() => person(idOf(1, 2)), { timeout: 20_000 }).toMatchObject({ mergedInto: null, touches: 1 })
  expect(await person(hélène)).toMatchObject({ touches: 1, emails: [] })
})

test('whoever was deleted or archived is found by her city or her number, and comes back', async () => {
  await writeElsewhere(page, [
    aPerson(1, 'Hélène Roy', { city: 'Lévis', phones: [{ label: '', number: '+14185550142' }] }),
    aPerson(2, 'Marc Dubé', { tags: ['salon'] }),
    aPerson(3, 'Julie Caron'),
    { at: todayAt('00:05'), change: { type: 'contact.delete', contactId: hélène, deleted: true } },
    { at: todayAt('00:05'), change: { type: 'contact.archive', contactId: idOf(1, 2), archived: true } },
  ])
  await page.goto(`${app.url}/personnes?stand=archived`)
  await page.getByRole('link', { name: 'Marc Dubé' }).waitFor()
  await page.getByLabel('Chercher un nom, une ville, un numéro').fill('salon')
  await page.getByText('1 personne', { exact: true }).waitFor()
  await page.getByRole('link', { name: 'Marc Dubé' }).waitFor()
  await page.goto(`${app.url}/personnes`)
  await page.getByRole('link', { name: 'Julie Caron' }).waitFor()
  await page.getByRole('button', { name: 'Filtrer' }).click()
  await page.getByRole('dialog').getByLabel('Montrer').selectOption({ label: 'Supprimées' })
  await page.keyboard.press('Escape')
  await page.getByRole('link', { name: 'Hélène Roy' }).waitFor()
  expect(await page.getByRole('link', { name: /Marc Dubé|Julie Caron/ }).count()).toBe(0)
  for (const [typed, count] of [
    ['levis', '1 personne'],
    ['418 555', '1 personne'],
    ['julie', 'Personne ne correspond'],
  ] as const) {
    await page.getByLabel('Chercher un nom, une ville, un numéro').fill(typed)
    await page.getByText(count, { exact: true }).first().waitFor()
  }
  await page.getByLabel('Chercher un nom, une ville, un numéro').fill('')
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'Rétablir Hélène Roy' }).click()
  await expect.poll(() => person(hélène), { timeout: 20_000 }).toMatchObject({ deletedAt: null })
  expect((await person(hélène))?.nextStep).not.toBe(null)
})
