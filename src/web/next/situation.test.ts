import { expect, test } from 'vitest'
import { aContact, anActivity, clock, today, zone } from '#test/a-day.ts'
import type { Activity } from '#method/activity/activity.ts'
import { addDays, instantAt } from '#method/calendar/day.ts'
import type { Contact } from '#method/contact/contact.ts'
import { blankDayPage, type DayPage } from '#method/day/day-page.ts'
import { defaultSettings } from '#method/ledger/settings.ts'
import { situationOf, type RankedLedger } from '#method/next/situation-of.ts'
import { blankRecord } from '#method/next/source.ts'
import { asCents, type Sale } from '#method/sale/sale.ts'
import { ranked } from './ranked.ts'

const ago = (days: number) => instantAt(addDays(today, -days), '10:00', zone)
const step = { ...aContact().nextStep!, origin: 'proposed' as const }
const ledgerOf = (
  people: readonly Contact[],
  activities: readonly Activity[],
  sales: readonly Sale[],
  pages: readonly DayPage[] = [],
): RankedLedger & Parameters<typeof ranked>[0] => {
  const held = new Map<string, ReadonlyMap<string, unknown>>([
    ['activity', new Map(activities.map((one) => [one.id, one]))],
    ['dayPage', new Map(pages.map((one) => [one.id, one]))],
    ['sale', new Map(sales.map((one) => [one.id, one]))],
  ])
  return {
    all: (table) => (held.get(table) ?? new Map()) as never,
    about: () => [],
    calendar: () => ({ schedules: [], daysOff: [] }),
    workspace: { memberId: 'nadia' } as RankedLedger['workspace'],
    contact: (id) => people.find((one) => one.id === id),
    people: () => people,
    activitiesOf: (id) => activities.filter(({ contactIds }) => contactIds.includes(id)),
    salesOf: (id) => sales.filter(({ contactId }) => contactId === id),
    settings: () => defaultSettings('nadia'),
  }
}
const known = { record: blankRecord, may: null }
const sold: Sale = {
  id: 's1',
  memberId: 'nadia',
  amount: asCents(30_000),
  currency: 'CAD',
  offerId: null,
  contactId: 'buyer',
  activityId: null,
  refunds: null,
  note: '',
  occurredAt: ago(3),
  day: addDays(today, -3),
  zone,
  voidedAt: null,
  importId: null,
}

test('the device leaves in peace whoever bought this week, and weighs the relationships whose whole past it holds', () => {
  const buyer = aContact({ id: 'buyer', nextStep: { ...step, due: addDays(today, 4) } })
  const thin = aContact({ id: 'thin', relationship: 'client', nextStep: { ...step, due: addDays(today, 20) }, touches: 1, lastTouchAt: ago(40) })
  const old = { ...thin, id: 'old', touches: 9 }
  const activities = ['thin', 'old'].map((id) => anActivity({ id, kind: 'email', outcome: 'sent', contactIds: [id], occurredAt: ago(40) }))
  const ledger = ledgerOf([buyer, thin, old], activities, [sold])
  const { inPeace, strengths } = situationOf(ledger, clock('10:00'), zone, known)
  expect([[...inPeace], [...strengths.keys()]]).toEqual([['buyer'], ['thin']])
  expect(ranked(ledger, clock('10:00'), zone, 10, known).map(({ contact }) => contact.id)).toEqual(['thin'])
})

test('those chosen in the evening come first the next day, in their order and with that reason, even the one left in peace', () => {
  const friday = addDays(today, -3)
  const person = (id: string, over: Partial<Contact> = {}) => aContact({ id, nextStep: { ...step, due: addDays(today, 9) }, ...over })
  const promised = person('promised', { nextStep: { ...step, due: today, promised: true } })
  const people = [person('later'), promised, person('buyer'), person('gone', { letGo: { at: ago(1), reason: 'other', note: '', setBy: null }, nextStep: null })]
  const page = (memberId: string, tomorrow: readonly string[]): DayPage => ({ ...blankDayPage(memberId, friday), tomorrow })
  const list = (...pages: readonly DayPage[]) =>
    ranked(ledgerOf(people, [], [sold], pages), clock('10:00'), zone, 10, known).map(({ contact, reasons }) => [contact.id, reasons[0].kind])
  expect(list(page('nadia', ['buyer', 'gone', 'later']))).toEqual([
    ['buyer', 'chosen'],
    ['later', 'chosen'],
    ['promised', 'promised'],
  ])
  expect(list(page('josee', ['buyer', 'later']))).toEqual([['promised', 'promised']])
})
