import { expect, test } from 'vitest'
import { asDay } from '#method/calendar/day.ts'
import { anActivity } from '#test/a-day.ts'
import { aRecipient, aSender, anEvent, on, referral } from '#test/consents.ts'
import { useOfActivity, useOfMessage } from './known-use.ts'
import type { OutboundMessage } from './message.ts'
import { canContact } from '../consent/can-contact.ts'
import { consentEventsOf } from '../consent/consent-events.ts'
import type { ConsentEvent } from '../consent/consent.ts'
import type { KnownUse } from '../consent/used-facts.ts'

const zone = 'America/Toronto'
const ledger = (events: readonly ConsentEvent[], uses: readonly KnownUse[]) =>
  consentEventsOf({ contactId: 'helene', events, purchases: [], enquiries: [], uses })
const mayWrite = (events: readonly ConsentEvent[], uses: readonly KnownUse[], day = '2026-11-23') =>
  canContact({ events: ledger(events, uses), contact: aRecipient(), at: on(day), sender: aSender(), channel: 'email', purpose: 'personal' })
const wrote = (day: string, over: Parameters<typeof anActivity>[0] = {}) =>
  useOfActivity(anActivity({ kind: 'email', outcome: 'sent', occurredAt: on(day), zone, ...over }))
const message = (over: Partial<OutboundMessage>): OutboundMessage => ({
  id: 'm',
  memberId: 'nadia',
  contactId: 'helene',
  eventId: null,
  to: 'helene@example.org',
  subject: '',
  closing: '',
  body: '',
  purpose: 'personal',
  language: 'fr',
  state: 'queued',
  detail: '',
  at: on('2026-11-20'),
  sentAt: null,
  ...over,
})

test('a referral allows one first message: writing it uses it up, undoing that gives it back', () => {
  const events = [referral('2026-11-10')]
  expect(mayWrite(events, []).verdict).toBe('allow')
  expect(mayWrite(events, wrote('2026-11-12'))).toMatchObject({ verdict: 'block', why: { code: 'referral-used' } })
  expect(mayWrite(events, wrote('2026-11-12', { voidedAt: on('2026-11-13') })).verdict).toBe('allow')
})

test('a message of before the referral, a call, or a message that she sent, uses nothing up', () => {
  const events = [referral('2026-11-10')]
  expect(mayWrite(events, wrote('2026-11-09')).verdict).toBe('allow')
  expect(mayWrite(events, wrote('2026-11-12', { kind: 'phone', outcome: 'reached' })).verdict).toBe('allow')
  expect(mayWrite(events, wrote('2026-11-12', { direction: 'in', outcome: 'replied' })).verdict).toBe('allow')
})

test('a message given to Entrain uses a referral up once it leaves, not before, and not when the server said no', () => {
  const events = [referral('2026-11-10')]
  const verdicts = (['queued', 'failed', 'blocked', 'cancelled', 'sending', 'sent', 'unsure'] as const).map(
    (state) => mayWrite(events, useOfMessage(message({ state }))).verdict,
  )
  expect(verdicts).toEqual(['allow', 'allow', 'allow', 'allow', 'block', 'block', 'block'])
})

test('the call that she asked for is made by a call of that day or after it, not by a ringing; then the hours hold again', () => {
  const asked = anEvent({ type: 'call-back', on: asDay('2026-11-23'), time: '08:00', words: 'Avant mon travail' }, '2026-11-20')
  const eight = on('2026-11-23', '08:05')
  const mayCall = (uses: readonly KnownUse[]) =>
    canContact({ events: ledger([asked], uses), contact: aRecipient(), at: eight, sender: aSender(), channel: 'phone', purpose: 'personal' }).verdict
  const called = (day: string, time: string, outcome: 'reached' | 'no-answer' | 'message-left') =>
    useOfActivity(anActivity({ kind: 'phone', outcome, occurredAt: on(day, time), zone }))
  expect(mayCall([])).toBe('allow')
  expect(mayCall(called('2026-11-23', '08:01', 'no-answer'))).toBe('allow')
  expect(mayCall(called('2026-11-21', '14:00', 'reached'))).toBe('allow')
  expect(mayCall(called('2026-11-23', '08:01', 'reached'))).toBe('block')
  expect(mayCall(called('2026-11-23', '08:01', 'message-left'))).toBe('block')
})
