import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { addDays, instantAt, type Instant } from '#method/calendar/day.ts'
import { idOf } from '#test/operations.ts'
import { startApp, type RunningApp } from './app.ts'
import { enter, newDevice, openBrowser, todayAt, undoInMessage, violations, type Looks } from './phone.ts'
import { aPerson, everyDayIsWorked, onServer, saidYes, today, whoWrites, writeElsewhere } from './writing.ts'

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
})
afterEach(async () => {
  await device.close()
  await app.remove()
})

// Four promises of today, the oldest first; each may be written to at any hour.
const names = ['Anne Roy', 'Paul Lavoie', 'Julie Côté', 'Marc Dubé']
const open = async (looks: Looks = {}): Promise<void> => {
  device = await newDevice(browser, looks)
  page = await enter(device, app.link)
  const people = names.flatMap((name, n) => [
    aPerson(n + 1, name, { emails: [{ label: '', address: `p${n}@example.com` }], line: 'business' }, n - 4),
    {
      at: todayAt('00:01'),
      change: {
        type: 'consent.record' as const,
        consentId: idOf(6, n + 1),
        contactId: idOf(1, n + 1),
        fact: saidYes,
        occurredAt: todayAt('00:01').toISOString() as Instant,
      },
    },
  ])
  const kept = await writeElsewhere(page, [everyDayIsWorked, whoWrites, ...people])
  expect(kept.answers.filter(({ status }) => status === 'refused')).toEqual([])
  await page.goto(app.url)
  await page.getByRole('heading', { name: 'Anne Roy' }).first().waitFor()
}
const shows = (name: string, place: number) =>
  Promise.all([page.getByRole('heading', { level: 2, name }).waitFor(), page.getByText(`${place}\u0020sur 4`, { exact: true }).first().waitFor()])
const touched = async () => (await onServer(page)).activity.filter(({ voidedAt }) => voidedAt === null).map(({ kind, outcome }) => `${kind} ${outcome}`)
const holds = async () => {
  expect(await violations(page)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0)
}

test('on a phone, one person after the other: written to, put off, passed, logged; it ends kindly, and works in the basement', async () => {
  await open()
  await page.getByRole('link', { name: 'L’une après l’autre' }).click()
  await shows('Anne Roy', 1)
  expect(await page.getByText(/Bonjour, ici Nadia Tremblay/).count()).toBe(1)
  await holds()
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
  await device.setOffline(true)

  await page.getByRole('link', { name: 'Courriel' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Envoyé' }).click()
  await shows('Paul Lavoie', 2)
  await page.getByRole('button', { name: 'Plus tard' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Dans 7 jours' }).click()
  await shows('Julie Côté', 3)
  await page.getByRole('button', { name: 'Passer' }).click()
  await shows('Marc Dubé', 4)
  await page.getByRole('button', { name: 'Personne précédente' }).last().click()
  await shows('Julie Côté', 3)
  await page.getByRole('button', { name: 'Préparer un message' }).click()
  const letter = page.getByRole('dialog', { name: 'Écrire à Julie Côté' })
  await letter.getByRole('link', { name: 'Courriel' }).click()
  await letter.getByRole('button', { name: 'Courriel envoyé' }).click()
  await shows('Marc Dubé', 4)
  await page.getByRole('button', { name: 'Passer' }).click()

  await page.getByRole('heading', { name: 'Beau travail.' }).waitFor()
  await page.getByText('2 personnes contactées, 1 remise à plus tard.').waitFor()
  await page.getByText('1 personne garde sa place; elle sera là quand vous voudrez.').waitFor()
  await holds()
  await (await undoInMessage(page)).click()
  await page.getByText('1 personne contactée, 1 remise à plus tard.').waitFor()

  await device.setOffline(false)
  await expect.poll(touched, { timeout: 30_000 }).toEqual(['email sent'])
  const paul = (await onServer(page)).contact.find(({ name }) => name === 'Paul Lavoie')
  expect(paul?.nextStep).toMatchObject({ origin: 'snoozed' })
  expect((paul?.nextStep?.due ?? '') > today()).toBe(true)
})

test('put off three or fourteen days, someone leaves the list and is back that very day', async () => {
  await open()
  await page.goto(`${app.url}/file`)
  for (const [name, place, days] of [
    ['Anne Roy', 1, 3],
    ['Paul Lavoie', 2, 14],
  ] as const) {
    await shows(name, place)
    await page.getByRole('button', { name: 'Plus tard' }).click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: `Dans ${days} jours` })
      .click()
  }
  await shows('Julie Côté', 3)
  const due = async (name: string) => (await onServer(page)).contact.find((contact) => contact.name === name)?.nextStep
  await expect.poll(() => due('Anne Roy'), { timeout: 30_000 }).toMatchObject({ due: addDays(today(), 3), origin: 'snoozed', promised: false })
  await expect.poll(() => due('Paul Lavoie'), { timeout: 30_000 }).toMatchObject({ due: addDays(today(), 14), origin: 'snoozed', promised: false })

  const back = async (days: number): Promise<readonly string[]> => {
    await page.clock.setFixedTime(new Date(instantAt(addDays(today(), days), '10:00', 'America/Toronto')))
    await page.goto(`${app.url}/suivis`)
    await page.getByRole('region', { name: 'En retard' }).getByRole('link', { name: 'Julie Côté' }).waitFor()
    const people = page.getByRole('region', { name: 'Aujourd’hui' }).getByRole('link', { name: /^(Anne Roy|Paul Lavoie)$/ })
    return people.allInnerTexts()
  }
  expect(await back(2)).toEqual([])
  expect(await back(3)).toEqual(['Anne Roy'])
  expect(await back(13)).toEqual([])
  expect(await back(14)).toEqual(['Paul Lavoie'])
})

test('with the keyboard alone, the whole list is gone through, and every key is told under ?', async () => {
  await open({ size: 'desk' })
  await page.goto(`${app.url}/file`)
  await shows('Anne Roy', 1)
  await page.keyboard.press('?')
  const list = page.getByRole('dialog', { name: 'Raccourcis du clavier' })
  for (const order of ['La contacter', 'Noter ce qui s’est fait', 'Remettre à plus tard', 'Personne suivante', 'Personne précédente', 'Ouvrir sa fiche'])
    await list.getByText(order, { exact: true }).waitFor()
  await holds()
  await page.keyboard.press('Escape')
  await list.waitFor({ state: 'hidden' })

  await page.keyboard.press('a')
  await page.getByRole('dialog').getByRole('button', { name: 'Envoyé' }).press('Enter')
  await shows('Paul Lavoie', 2)
  await page.keyboard.press('j')
  await shows('Julie Côté', 3)
  await page.keyboard.press('k')
  await shows('Paul Lavoie', 2)
  await page.keyboard.press('d')
  await page.getByRole('dialog').getByRole('button', { name: 'Dans 3 jours' }).press('Enter')
  await shows('Julie Côté', 3)
  await page.keyboard.press('f')
  await page.getByRole('dialog').getByRole('button', { name: 'Jointe' }).press('Enter')
  await shows('Marc Dubé', 4)
  await page.keyboard.press('j')
  await page.getByRole('heading', { name: 'Beau travail.' }).waitFor()
  await expect.poll(touched, { timeout: 30_000 }).toEqual(['email sent', 'phone reached'])

  await page.goto(`${app.url}/suivis`)
  await page.getByRole('heading', { level: 1, name: 'Suivis' }).waitFor()
  await page.getByRole('link', { name: 'Marc Dubé' }).waitFor()
  await page.keyboard.press('?')
  for (const order of ['Suivi suivant', 'Suivi précédent', 'Noter ce qui s’est fait', 'Déplacer le suivi', 'Lâcher prise'])
    await list.getByText(order, { exact: true }).waitFor()
  await page.keyboard.press('Escape')
  await list.waitFor({ state: 'hidden' })
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Anne Roy')
  await page.keyboard.press('k')
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Marc Dubé')
  await page.keyboard.press('l')
  await page.getByRole('dialog').getByRole('button', { name: 'Ne convient pas' }).press('Enter')
  await page.getByText('Marc Dubé quitte vos suivis (Ne convient pas).').waitFor()
  await page.keyboard.press('j')
  await page.keyboard.press('d')
  await page.getByRole('dialog').getByRole('button', { name: 'Dans 14 jours' }).press('Enter')
  await page.keyboard.press('f')
  await page.getByRole('dialog', { name: 'Comment ça s’est passé?' }).waitFor()
})
