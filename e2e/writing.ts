import type { Page } from 'playwright-core'
import { addDays, dayOf, type Day, type Instant } from '#method/calendar/day.ts'
import { blankSender, writtenChannels, type ConsentFact, type SenderProfile } from '#method/consent/consent.ts'
import type { ContactFields } from '#method/contact/contact.ts'
import type { ActivityEntry, Change, Operation } from '#method/ledger/operation.ts'
import { asCents } from '#method/sale/sale.ts'
import type { PullAnswer, PushAnswer } from '#wire/ledger/sync.ts'
import { idOf } from '#test/operations.ts'
import { ask, todayAt } from './phone.ts'

const zone = 'America/Toronto'
let made = 0

/** A change and when it was made. */
export type Told = { readonly at: Date; readonly change: Change }

/** The real today of Montreal, which the server and the phone agree on. */
export const today = (): Day => dayOf(todayAt('12:00').toISOString() as Instant, zone)

/** Every day is worked, so that a journey does not depend on the day it runs. */
export const everyDayIsWorked: Told = {
  at: todayAt('00:00'),
  change: {
    type: 'schedule.set',
    schedule: { id: idOf(7, 1), effectiveFrom: today(), weekdays: [1, 2, 3, 4, 5, 6, 7], holidays: 'none', easter: 'good-friday' },
  },
}

/** What the law wants said of who writes, confirmed today. */
export const sender: SenderProfile = {
  ...blankSender,
  businessName: 'Atelier Nadia',
  personName: 'Nadia Tremblay',
  mailingAddress: '12, rue Principale, Québec (Québec)  G1R 1A1',
  email: 'nadia@example.com',
  confirmedAt: todayAt('00:00').toISOString() as Instant,
}

/** Who writes, with all of it. */
export const whoWrites: Told = { at: todayAt('00:00'), change: { type: 'settings.put', fields: { sender } } }

/** Someone said aloud that she may be written to. */
export const saidYes: ConsentFact = {
  type: 'express-consent',
  channels: writtenChannels,
  classes: ['personal', 'invitation'],
  means: 'oral',
  wording: 'oral-1',
  language: 'fr',
  isPreChecked: false,
  isBundled: false,
  proof: '',
}

/** The nth person, promised a call `inDays` days from today. */
export const aPerson = (n: number, name: string, fields: Partial<ContactFields> = {}, inDays = 0): Told => ({
  at: todayAt('00:01'),
  change: {
    type: 'contact.add',
    contactId: idOf(1, n),
    fields: { name, ...fields },
    step: { due: addDays(today(), inDays), time: null, kind: 'phone', promised: true, note: '', origin: 'chosen' },
  },
})

/** The nth activity: a call that reached her, at that time of today. */
export const aTouch = (n: number, contactIds: readonly string[], told: Partial<ActivityEntry> = {}, time = '00:02'): Told => ({
  at: todayAt(time),
  change: {
    type: 'activity.record',
    activityId: idOf(2, n),
    kind: 'phone',
    direction: 'out',
    outcome: 'reached',
    contactIds,
    minutes: null,
    title: '',
    note: '',
    notNow: null,
    occurredAt: todayAt(time).toISOString() as Instant,
    zone,
    meeting: null,
    after: { take: 'proposal' },
    ...told,
  },
})

/** The nth sale, or the refund of another, in cents. */
export const aSale = (n: number, cents: number, contactId: string | null, refunds: string | null = null, time = '00:03'): Told => ({
  at: todayAt(time),
  change: {
    type: 'sale.record',
    saleId: idOf(4, n),
    amount: asCents(cents),
    currency: 'CAD',
    offerId: null,
    contactId,
    activityId: null,
    refunds,
    note: '',
    occurredAt: todayAt(time).toISOString() as Instant,
    zone,
  },
})

/** Writes changes on the server as another device of the same person would. */
export const writeElsewhere = async (page: Page, changes: readonly Told[]): Promise<PushAnswer> => {
  const operations = changes.map(({ at, change }) => {
    made += 1
    const operation: Operation = { id: idOf(90, made), at: at.toISOString() as Instant, zone, change }
    return { sequence: made, operation }
  })
  return ask<PushAnswer>(page, '/api/sync', { device: idOf(91, 1), format: 1, operations })
}

/** Everything that the server holds for the member signed in. */
export const onServer = async (page: Page): Promise<PullAnswer['rows']> => {
  const answer = await ask<PullAnswer>(page, '/api/sync?since=0')
  if (answer.more) throw new Error('more rows than one page: read on')
  return answer.rows
}
