import { expect, test } from 'vitest'
import { asInstant, type Instant } from '#method/calendar/day.ts'
import type { ConsentEvent, ConsentFact } from '#method/consent/consent.ts'
import { defaultSettings } from '#method/ledger/settings.ts'
import type { OutboundMessage } from '#method/message/message.ts'
import { aContact, anActivity, clock, today } from '#test/a-day.ts'
import { aSender, on } from '#test/consents.ts'
import { proofOf, type ProofGround } from './proof.ts'

const noted = (fact: ConsentFact, at: Instant, id: string): ConsentEvent => ({
  id,
  contactId: 'nathalie',
  memberId: 'nadia',
  fact,
  occurredAt: at,
  recordedAt: at,
})
const message: OutboundMessage = {
  id: 'message',
  memberId: 'nadia',
  contactId: 'nathalie',
  eventId: null,
  to: 'nathalie@exemple.ca',
  subject: 'Ma conférence',
  body: 'Bonjour Nathalie',
  closing: 'Atelier Roy\n12, rue Lindsay',
  purpose: 'personal',
  language: 'fr',
  state: 'sent',
  detail: '',
  at: on('2026-11-12', '09:00'),
  sentAt: on('2026-11-12', '09:01'),
}
const events = [
  noted({ type: 'withdrawal', scope: { type: 'all' }, means: 'link', words: '' }, on('2026-11-20'), 'stop'),
  noted(
    { type: 'referral', referrerId: null, referrerName: 'Marie Roy', relationToSender: 'business', relationToContact: 'personal' },
    on('2026-11-10'),
    'marie',
  ),
  noted({ type: 'import-claim', claim: 'collected-online', words: '' }, on('2026-11-01'), 'claim'),
]
const nathalie = aContact({ emails: [{ label: '', address: 'nathalie@exemple.ca' }], source: 'Salon de Québec', touches: 2, importId: 'import' })
const call = anActivity({ id: 'call', occurredAt: on('2026-11-15') })
const old = anActivity({ id: 'old', kind: 'email', outcome: 'sent', title: 'Nos nouvelles', occurredAt: on('2026-05-02') })
const ledger: ProofGround = {
  about: (table) => (table === 'consent' ? events : table === 'message' ? [message] : []) as never,
  activitiesOf: () => [call, anActivity({ id: 'message', kind: 'email', outcome: 'sent', occurredAt: on('2026-11-12', '09:01') })],
  salesOf: () => [],
  get: (table, id) => (table === 'importBatch' && id === 'import' ? { file: 'salon.csv' } : undefined) as never,
  settings: () => ({ ...defaultSettings('nadia'), sender: aSender() }),
  windowFrom: today,
}
const proof = proofOf({ ...ledger, windowFrom: '2026-08-25' as never }, nathalie, clock('14:00'), { activities: [old], sales: [] })

test('a proof tells in order all that was noted, what served once included, and where her data comes from', () => {
  expect(proof.entries.map(({ fact: { type } }) => type)).toEqual(['import-claim', 'referral', 'referral-used', 'withdrawal'])
  expect(proof.person).toMatchObject({ source: 'Salon de Québec', importedFrom: 'salon.csv' })
  expect(proof.sender).toEqual({ name: 'Atelier Roy', mailingAddress: aSender().mailingAddress })
})

test('each message stands once, with its words and what allowed it at the moment it left', () => {
  expect(proof.writings.map(({ id, state, ground, evidenceId }) => [id, state, ground, evidenceId])).toEqual([
    ['old', 'noted', null, null],
    ['message', 'sent', 'referral', 'marie'],
  ])
  expect(proof.writings[1]).toMatchObject({
    to: 'nathalie@exemple.ca',
    subject: 'Ma conférence',
    body: 'Bonjour Nathalie',
    closing: 'Atelier Roy\n12, rue Lindsay',
  })
})

test('each call made to her stands with what the ledger says of it at that moment', () => {
  expect(proof.calls).toMatchObject([{ id: 'call', at: on('2026-11-15'), outcome: 'reached', verdict: 'block', ground: null }])
  const businessLine = noted({ type: 'line-kind', line: 'business' }, on('2026-11-02'), 'line')
  const told = proofOf({ ...ledger, about: (table) => (table === 'consent' ? [...events, businessLine] : []) as never }, nathalie, clock('14:00'))
  expect(told.calls).toMatchObject([{ id: 'call', verdict: 'allow', why: { code: 'ground' } }])
})

test('what is allowed today is what the law says today: her silence', () => {
  expect(proof.standing.email).toMatchObject({ verdict: 'block', why: { code: 'withdrawn' }, evidenceId: 'stop' })
  expect(asInstant(Date.parse(proof.madeAt))).toBe(clock('14:00'))
})
