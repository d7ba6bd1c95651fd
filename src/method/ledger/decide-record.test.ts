import { expect, test } from 'vitest'
import { memoryWorld } from '#test/memory-world.ts'
import { idOf } from '#test/operations.ts'
import { asDay, type Instant } from '../calendar/day.ts'
import { isForgotten } from '../contact/contact.ts'
import { asCents } from '../sale/sale.ts'
import type { Change, PastActivity } from './operation.ts'

const nadia = { memberId: 'nadia', isOwner: false }
const zone = 'America/Toronto'
const at = (text: string) => `${text}:00.000Z` as Instant
const julie = idOf(1, 1)
const lise = idOf(1, 2)

const workspace = () => {
  const memory = memoryWorld()
  let made = 0
  const write = (change: Change, author = nadia) => memory.write({ id: idOf(9, (made += 1)), at: at('2026-11-23T19:00'), zone, change }, author)
  for (const [contactId, name] of [
    [julie, 'Julie Roy'],
    [lise, 'Lise Côté'],
  ] as const)
    write({ type: 'contact.add', contactId, fields: { name }, step: null })
  return { ...memory, write, contact: (id: string) => memory.world.get('contact', id) }
}

const past = (n: number, over: Partial<PastActivity> = {}): PastActivity => ({
  activityId: idOf(6, n),
  kind: 'phone',
  direction: 'out',
  outcome: 'no-answer',
  contactIds: [julie],
  minutes: null,
  title: '',
  note: '',
  notNow: null,
  occurredAt: at(`2026-0${n}-10T15:00`),
  zone,
  ...over,
})
const sale = {
  saleId: idOf(4, 1),
  amount: asCents(30_000),
  currency: 'CAD',
  offerId: null,
  contactId: julie,
  note: '',
  occurredAt: at('2026-05-01T15:00'),
  zone,
}
const history: Change = {
  type: 'history.import',
  importId: idOf(5, 1),
  file: 'cahier.csv',
  activities: [past(1), past(2, { outcome: 'reached', note: 'Rappeler au printemps' }), past(3)],
  sales: [sale],
}

test('a history from a file tells of the touches, the words and the sale, and leaves the next step alone', () => {
  const { write, contact, world } = workspace()
  const step = contact(julie)?.nextStep
  expect(write(history)).toBeNull()
  expect(contact(julie)).toMatchObject({
    touches: 3,
    lastTouchAt: at('2026-03-10T15:00'),
    lastWords: 'Rappeler au printemps',
    unansweredAt: [at('2026-03-10T15:00')],
    nextStep: step,
  })
  expect(world.get('importBatch', idOf(5, 1))).toMatchObject({ activities: 3, sales: 1 })
  expect(world.get('sale', idOf(4, 1))).toMatchObject({ importId: idOf(5, 1), day: '2026-05-01' })
})

test('the same history twice counts once, and taken back it leaves nothing that counts', () => {
  const { write, contact, world } = workspace()
  const before = contact(julie)
  write(history)
  write(history)
  expect(contact(julie)?.touches).toBe(3)
  write({ type: 'history.undo', importId: idOf(5, 1), activityIds: [idOf(6, 1), idOf(6, 2), idOf(6, 3)], saleIds: [idOf(4, 1)] })
  expect(contact(julie)).toEqual(before)
  expect(world.get('sale', idOf(4, 1))?.voidedAt).not.toBeNull()
})

test('a touch that nobody answers is counted since the last answer, whatever the order in which facts arrive', () => {
  const facts = [past(1), past(2, { outcome: 'reached' }), past(3), past(4)]
  for (const order of [facts, facts.toReversed(), [facts[3], facts[1], facts[0], facts[2]]]) {
    const { write, contact } = workspace()
    for (const activity of order) if (activity) write({ ...history, activities: [activity], sales: [] } as Change)
    expect(contact(julie)?.unansweredAt).toEqual([at('2026-03-10T15:00'), at('2026-04-10T15:00')])
  }
})

const enquiry = {
  type: 'enquiry.record',
  enquiryId: idOf(7, 1),
  contactId: null,
  via: 'email',
  receivedAt: at('2026-11-20T16:00'),
  name: 'Julie',
  email: '',
  phone: '',
  city: '',
  subject: '',
  words: 'Est-ce pour moi?',
  language: 'fr',
  mayWrite: 'form-1',
} as const

test('an enquiry of tomorrow came now', () => {
  const { write, world } = workspace()
  expect(write({ ...enquiry, receivedAt: at('2031-01-05T12:00') })).toBeNull()
  expect(world.get('enquiry', idOf(7, 1))?.receivedAt).toBe(at('2026-11-23T19:00'))
})

test('an enquiry is taken in once, linked to someone, and set aside or taken up again', () => {
  const { write, world, every } = workspace()
  expect(write(enquiry)).toBeNull()
  expect(write(enquiry)).toBe('already-exists')
  expect(write({ type: 'enquiry.link', enquiryId: idOf(7, 1), contactId: idOf(1, 9) })).toBe('unknown-contact')
  expect(write({ type: 'enquiry.link', enquiryId: idOf(7, 1), contactId: julie })).toBeNull()
  expect(write({ type: 'enquiry.close', enquiryId: idOf(7, 1), closed: true })).toBeNull()
  expect(world.get('enquiry', idOf(7, 1))).toMatchObject({ contactId: julie, closedAt: at('2026-11-23T19:00') })
  // She ticked the box: the consent is hers from the moment it is known who she is, and once.
  expect(every('consent')).toMatchObject([
    { contactId: julie, occurredAt: at('2026-11-20T16:00'), fact: { type: 'express-consent', means: 'form', wording: 'form-1' } },
  ])
  write({ type: 'enquiry.link', enquiryId: idOf(7, 1), contactId: julie })
  expect(every('consent')).toHaveLength(1)
  write({ type: 'enquiry.close', enquiryId: idOf(7, 1), closed: false })
  expect(world.get('enquiry', idOf(7, 1))?.closedAt).toBeNull()
  expect(write({ type: 'enquiry.close', enquiryId: idOf(7, 2), closed: true })).toBe('unknown-enquiry')
})

const event: Change = {
  type: 'event.put',
  event: {
    id: idOf(8, 1),
    title: 'Conférence',
    place: 'Drummondville',
    latitude: 45.88,
    longitude: -72.48,
    venue: '',
    day: asDay('2026-12-28'),
    time: '19:00',
    until: null,
    offerId: null,
    subjects: [],
    link: '',
    note: '',
    createdAt: at('2026-11-23T19:00'),
    archivedAt: null,
  },
}
const invite = (contactId: string, state: 'invited' | 'accepted'): Change => ({
  type: 'invitation.put',
  invitation: { eventId: idOf(8, 1), contactId, state, channel: 'phone', at: at('2026-11-23T19:00') },
})

test('someone is invited once to an event, those merged into her too', () => {
  const { write, every } = workspace()
  expect(write(invite(julie, 'invited'))).toBe('unknown-event')
  write(event)
  write(invite(julie, 'invited'))
  write({ type: 'contact.merge', mergeId: idOf(3, 1), keep: julie, gone: lise })
  write(invite(lise, 'accepted'))
  expect(every('invitation')).toMatchObject([{ contactId: julie, state: 'accepted' }])
})

test('a message is queued once and taken back only while it has not left', () => {
  const { write, world } = workspace()
  const message: Change = {
    type: 'message.queue',
    messageId: idOf(11, 1),
    contactId: julie,
    eventId: null,
    to: 'julie@example.com',
    subject: 'Bonjour',
    body: 'Bonjour Julie',
    purpose: 'commercial',
    language: 'fr',
  }
  expect(write(message)).toBeNull()
  expect(write(message)).toBe('already-exists')
  expect(write({ type: 'message.cancel', messageId: idOf(11, 1) }, { memberId: 'paul', isOwner: false })).toBe('not-yours')
  expect(write({ type: 'message.cancel', messageId: idOf(11, 1) })).toBeNull()
  expect(world.get('message', idOf(11, 1))?.state).toBe('cancelled')
})

test('a page of the day takes what is written, each field on its own, and belongs to who wrote it', () => {
  const { write, every } = workspace()
  const day = asDay('2026-11-23')
  write({ type: 'day.put', day, fields: { energy: 4 } })
  write({ type: 'day.put', day, fields: { line: 'Une bonne journée.' } })
  write({ type: 'day.put', day, fields: { energy: 2 } }, { memberId: 'paul', isOwner: true })
  expect(every('dayPage')).toMatchObject([
    { id: 'nadia.2026-11-23', energy: 4, line: 'Une bonne journée.' },
    { id: 'paul.2026-11-23', energy: 2, line: '' },
  ])
})

test('who is erased leaves no name, no words and no step, and the work done still counts', () => {
  const { write, contact, every } = workspace()
  write({ ...history, sales: [] } as Change)
  expect(write({ type: 'contact.erase', contactId: julie })).toBeNull()
  expect(contact(julie)).toMatchObject({ name: '', touches: 3, lastWords: '', deletedAt: at('2026-11-23T19:00'), nextStep: null })
  expect(every('contact').filter(isForgotten)).toEqual([])
  expect(every('activity').map(({ note }) => note)).toEqual(['', '', ''])
  expect(every('activity')).toHaveLength(3)
})
