import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anInstant, anyFact, consentHistory } from '../../../test/consent-histories.ts'
import { aRecipient, aSender, express, on } from '../../../test/consents.ts'
import { canContact } from '#method/consent/can-contact.ts'
import { blankSender, channels, purposes, type ConsentEvent } from '#method/consent/consent.ts'
import { consentEventRow, consentFact, senderProfile } from './consent.ts'

const uuid = (n: number): string => `0190dddd-0000-7000-8000-${String(n).padStart(12, '0')}`
/** The ids of a real ledger, kept in step where one event names another. */
const withRealIds = (events: readonly ConsentEvent[]): readonly ConsentEvent[] => {
  const idOf = (id: string): string => uuid(id.codePointAt(0) ?? 0)
  return events.map((event) => ({
    ...event,
    id: idOf(event.id),
    contactId: uuid(1),
    fact: 'of' in event.fact ? { ...event.fact, of: idOf(event.fact.of) } : event.fact,
  }))
}

test('P7 a ledger that was exported and imported again gives every answer as before', () => {
  fc.assert(
    fc.property(consentHistory, anInstant, fc.constantFrom(...channels), fc.constantFrom(...purposes), (events, at, channel, purpose) => {
      const ledger = withRealIds(events)
      const back = ledger.map((event) => consentEventRow.parse(JSON.parse(JSON.stringify(event))))
      const ask = (each: readonly ConsentEvent[]) =>
        canContact({ events: each, contact: aRecipient(), channel, purpose, at, sender: aSender({ confirmedAt: at }) })
      expect(back).toEqual(ledger)
      expect(ask(back)).toEqual(ask(ledger))
    }),
    { numRuns: 200 },
  )
})

test('every fact passes the door as it is', () => {
  fc.assert(
    fc.property(anyFact, (fact) => {
      const named = 'of' in fact ? { ...fact, of: uuid(2) } : fact
      expect(consentFact.parse(named)).toEqual(named)
    }),
  )
})

test('a fact with one thing more, one channel twice or a day that does not exist stays outside', () => {
  const { fact } = express('2026-02-12')
  for (const wrong of [
    { ...fact, verified: true },
    { ...fact, channels: ['email', 'email'] },
    { ...fact, channels: ['phone'] },
    { type: 'contract', from: '2026-02-30', to: null, reference: '' },
    { type: 'consent' },
  ]) {
    expect(consentFact.safeParse(wrong).success).toBe(false)
  }
})

test('a sender passes the door, blank or complete, and not with an unknown zone', () => {
  for (const sender of [blankSender, aSender({ confirmedAt: on('2026-11-01') })]) expect(senderProfile.parse(sender)).toEqual(sender)
  expect(senderProfile.safeParse(aSender({ zone: 'America/Drummondville' })).success).toBe(false)
})
