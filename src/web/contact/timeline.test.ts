import { expect, test } from 'vitest'
import { anActivity } from '#test/a-day.ts'
import { sylviesEnquiry } from '#test/invited-people.ts'
import { asDay, type Instant } from '#method/calendar/day.ts'
import type { Invitation } from '#method/event/event.ts'
import type { OutboundMessage } from '#method/message/message.ts'
import { asCents, type Sale } from '#method/sale/sale.ts'
import { timelineOf } from './timeline.ts'

const zone = 'America/Toronto'
const at = (text: string) => text as Instant
const sale: Sale = {
  id: 'sale',
  memberId: 'nadia',
  amount: asCents(200_000),
  currency: 'CAD',
  offerId: null,
  contactId: 'sylvie',
  activityId: null,
  refunds: null,
  note: '',
  occurredAt: at('2026-11-30T15:00:00.000Z'),
  day: asDay('2026-11-30'),
  zone,
  voidedAt: null,
  importId: null,
}
const call = anActivity({ id: 'call', contactIds: ['sylvie'], occurredAt: at('2026-11-27T20:00:00.000Z'), day: asDay('2026-11-27'), zone })
const enquiry = { ...sylviesEnquiry, receivedAt: at('2026-11-27T14:00:00.000Z') }
const invitation: Invitation = {
  id: 'talk.sylvie',
  eventId: 'talk',
  contactId: 'sylvie',
  memberId: 'nadia',
  state: 'accepted',
  channel: 'email',
  at: at('2026-11-20T15:00:00.000Z'),
}
const told = { activities: [call], sales: [sale], enquiries: [enquiry], invitations: [invitation], messages: [] as readonly OutboundMessage[] }

test('an e-mail on Friday, the call of the same day, three days, and the sale on Monday', () => {
  expect(timelineOf(told, zone).map(({ day, items, since }) => [day, items.map(({ sort }) => sort), since])).toEqual([
    ['2026-11-30', ['sale'], 3],
    ['2026-11-27', ['activity', 'enquiry'], 7],
    ['2026-11-20', ['invitation'], null],
  ])
})

test('a fact given twice is told once, and an invitation taken back not at all', () => {
  const days = timelineOf({ ...told, activities: [call, call], invitations: [{ ...invitation, state: 'withdrawn' }] }, zone)
  expect(days.flatMap(({ items }) => items.map(({ sort }) => sort))).toEqual(['sale', 'activity', 'enquiry'])
})

test('a message that has not left stands in the story with its day; once an activity tells of it, that alone does', () => {
  const message: OutboundMessage = {
    id: 'message',
    memberId: 'nadia',
    contactId: 'sylvie',
    eventId: null,
    to: 'sylvie@exemple.ca',
    subject: 'Je prends de vos nouvelles',
    body: '',
    closing: '',
    purpose: 'personal',
    language: 'fr',
    state: 'failed',
    detail: 'smtp-550',
    at: at('2026-11-27T21:00:00.000Z'),
    sentAt: null,
  }
  const sorts = (over: Partial<typeof told>) => timelineOf({ ...told, ...over }, zone).flatMap(({ items }) => items.map(({ sort }) => sort))
  expect(sorts({ messages: [message] })).toEqual(['sale', 'message', 'activity', 'enquiry', 'invitation'])
  expect(sorts({ messages: [{ ...message, state: 'cancelled' }] })).toEqual(['sale', 'activity', 'enquiry', 'invitation'])
  const sent = anActivity({ ...call, id: 'message', kind: 'email', outcome: 'sent' })
  expect(sorts({ messages: [{ ...message, state: 'sent' }], activities: [call, sent] })).toEqual(['sale', 'activity', 'activity', 'enquiry', 'invitation'])
})
