import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, dayOf, type Instant } from '#method/calendar/day.ts'
import type { ActivityEntry, Change } from '#method/ledger/operation.ts'
import { asCents } from '#method/sale/sale.ts'
import { idOf } from '#test/operations.ts'
import { startApp, type RunningApp } from './app.ts'
import { enter, newDevice, openBrowser, todayAt, violations } from './phone.ts'
import { onServer, saidYes, whoWrites, writeElsewhere } from './writing.ts'

let browser: Browser
let app: RunningApp

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
})

const zone = 'America/Toronto'
const today = () => dayOf(todayAt('12:00').toISOString() as Instant, zone)

const person = (n: number, name: string, fields: object, promised: boolean): { readonly at: Date; readonly change: Change } => ({
  at: todayAt('08:00'),
  change: {
    type: 'contact.add',
    contactId: idOf(1, n),
    fields: { name, ...fields },
    step: { due: today(), time: null, kind: 'phone', promised, note: '', origin: 'chosen' },
  },
})

const touch = (n: number, kind: 'phone' | 'email'): { readonly at: Date; readonly change: Change } => {
  const at = new Date(todayAt('08:30').getTime() + n * 18 * 60_000)
  const entry: ActivityEntry = {
    activityId: idOf(2, n),
    kind,
    direction: 'out',
    outcome: kind === 'phone' ? 'reached' : 'sent',
    contactIds: [idOf(1, n)],
    minutes: null,
    title: '',
    note: '',
    notNow: null,
    occurredAt: at.toISOString() as Instant,
    zone,
    meeting: null,
    after: { take: 'proposal' },
  }
  return { at, change: { type: 'activity.record', ...entry } }
}

// Seventeen by two o'clock: ten past clients and three new contacts by phone, four personal e-mails; 300 $ on the way.
const morning = async (page: Page): Promise<void> => {
  const past = Array.from({ length: 17 }, (_, n) => person(n + 1, `Personne ${n + 1}`, { relationship: n < 10 ? 'past-client' : 'potential' }, false))
  const mailed = new Set([4, 9, 13, 16])
  const done = Array.from({ length: 17 }, (_, n) => touch(n + 1, mailed.has(n + 1) ? 'email' : 'phone'))
  const sale: Change = {
    type: 'sale.record',
    saleId: idOf(4, 1),
    amount: asCents(30_000),
    currency: 'CAD',
    offerId: null,
    contactId: idOf(1, 1),
    activityId: idOf(2, 1),
    refunds: null,
    note: '',
    occurredAt: todayAt('09:00').toISOString() as Instant,
    zone,
  }
  const answer = await writeElsewhere(page, [
    // Every day is worked, so that the journey does not depend on the day it runs.
    {
      at: todayAt('08:00'),
      change: {
        type: 'schedule.set',
        schedule: { id: idOf(7, 1), effectiveFrom: today(), weekdays: [1, 2, 3, 4, 5, 6, 7], holidays: 'none', easter: 'good-friday' },
      },
    },
    {
      at: todayAt('08:00'),
      change: {
        type: 'goal.set',
        goal: { id: idOf(6, 1), goalId: 'main', effectiveFrom: today(), target: 20, per: 'day', measure: { type: 'all' }, counting: 'people' },
      },
    },
    ...past,
    ...done,
    { at: todayAt('09:00'), change: sale },
    whoWrites,
    person(21, 'Nathalie Gagnon', { city: 'Drummondville', line: 'business', phones: [{ label: 'mobile', number: '+18195550142' }] }, true),
    person(22, 'Marc-André Pelletier', { emails: [{ label: '', address: 'marc-andre@example.com' }] }, false),
    person(23, 'Ginette Lavoie', { city: 'Drummondville', line: 'business', phones: [{ label: '', number: '+18195550188' }] }, false),
    {
      at: todayAt('09:00'),
      change: { type: 'consent.record', consentId: idOf(12, 22), contactId: idOf(1, 22), fact: saidYes, occurredAt: todayAt('09:00').toISOString() as Instant },
    },
  ])
  expect(answer.answers.filter(({ status }) => status !== 'ok')).toEqual([])
}

const words = {
  fr: {
    three: 'Plus que trois personnes',
    two: 'Plus que deux personnes',
    won: 'Journée gagnée',
    call: /^Appeler/,
    mail: /^Courriel/,
    sent: 'Envoyé',
    sale: 'Vente',
    amount: 'Montant',
    keepSale: 'Noter la vente',
    meeting: 'Rendez-vous',
    day: 'Jour du rendez-vous',
    confirm: 'Noter le rendez-vous',
    harvest: /Récolte du jour/,
    total: '550\u00A0$',
  },
  en: {
    three: 'Only three people left',
    two: 'Only two people left',
    won: 'Day won',
    call: /^Call/,
    mail: /^E-mail/,
    sent: 'Sent',
    sale: 'Sale',
    amount: 'Amount',
    keepSale: 'Log the sale',
    meeting: 'Meeting booked',
    day: /day/i,
    confirm: 'Log the meeting',
    harvest: /harvest/i,
    total: '$550',
  },
} as const

for (const language of ['fr', 'en'] as const) {
  test(`the golden day in ${language}: seventeen done at two, three left, won at twenty, a harvest of 550 $`, async () => {
    app = await startApp()
    try {
      const device = await newDevice(browser, { language })
      const page = await enter(device, app.link)
      await writeElsewhere(page, [{ at: todayAt('07:00'), change: { type: 'settings.put', fields: { language, firstName: 'Nadia' } } }])
      await morning(page)
      await page.clock.setFixedTime(todayAt('14:00'))
      await page.goto(app.url)
      const say = words[language]
      const headline = page.getByRole('heading', { level: 1 })
      const sheet = page.getByRole('dialog')
      await page.getByRole('heading', { level: 1, name: say.three }).waitFor()
      await page.getByRole('heading', { name: 'Nathalie Gagnon' }).waitFor()
      expect(await violations(page)).toEqual([])

      // The follow-up call, with the second sale in the same gesture.
      await page.getByRole('link', { name: say.call }).first().click()
      await sheet.getByRole('button', { name: say.sale, exact: true }).click()
      await sheet.getByLabel(say.amount, { exact: true }).fill('250')
      await sheet.getByRole('button', { name: say.keepSale, exact: true }).click()
      await page.getByRole('heading', { level: 1, name: say.two }).waitFor()

      // The meeting booked.
      await page.getByRole('heading', { name: 'Ginette Lavoie' }).waitFor()
      await page.getByRole('link', { name: say.call }).first().click()
      await sheet.getByRole('button', { name: say.meeting, exact: true }).click()
      await sheet.getByLabel(say.day).fill(addDays(today(), 3))
      await sheet.getByRole('button', { name: say.confirm, exact: true }).click()

      // The e-mail: two taps, channel and outcome.
      await page.getByRole('heading', { name: 'Marc-André Pelletier' }).waitFor()
      await page.getByRole('link', { name: say.mail }).first().click()
      await sheet.getByRole('button', { name: say.sent, exact: true }).click()
      await page.getByRole('heading', { level: 1, name: say.won }).waitFor()
      expect(await headline.count()).toBe(1)

      const harvest = page.getByText(say.harvest).first()
      if (!(await page.getByText(say.total).first().isVisible())) await harvest.click()
      await page.getByText(say.total).first().waitFor()
      expect(await violations(page)).toEqual([])

      await expect.poll(async () => (await onServer(page)).activity.length, { timeout: 20_000 }).toBe(20)
      const rows = await onServer(page)
      expect(rows.sale.reduce((sum, { amount }) => sum + amount, 0)).toBe(55_000)
      expect(rows.contact.filter(({ nextStep, letGo }) => !nextStep && !letGo)).toEqual([])
      await device.close()
    } finally {
      await app.remove()
    }
  })
}
