import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aRecipient, aSender, doNotCall, express, on, withdrawal } from '../../../test/consents.ts'
import { consentHistory } from '../../../test/consent-histories.ts'
import { asInstant } from '../calendar/day.ts'
import { canContact } from './can-contact.ts'
import type { ConsentEvent } from './consent.ts'
import { withoutMistakes } from './mistakes.ts'

/** The correction of a fact, so many minutes after it was noted. */
const slip = (event: ConsentEvent, minutes = 1, over: Partial<ConsentEvent> = {}): ConsentEvent => ({
  ...event,
  id: `not ${event.id}`,
  fact: { type: 'noted-by-mistake', of: event.id },
  recordedAt: asInstant(Date.parse(event.recordedAt) + minutes * 60_000),
  ...over,
})
const saidAloud = (day: string): ConsentEvent => ({ ...withdrawal(day), fact: { type: 'withdrawal', scope: { type: 'all' }, means: 'call', words: '' } })
const verdict = (events: readonly ConsentEvent[], channel: 'email' | 'phone' = 'email') =>
  canContact({
    events,
    contact: aRecipient({ line: 'business' }),
    channel,
    purpose: 'personal',
    at: on('2026-11-23'),
    sender: aSender({ confirmedAt: on('2026-11-22') }),
  }).verdict

test('a yes noted by mistake allows nothing, and a stop noted by mistake forbids nothing, once taken back', () => {
  const yes = express('2026-11-20')
  expect([verdict([yes]), verdict([yes, slip(yes)])]).toEqual(['allow', 'block'])
  const stop = saidAloud('2026-11-21')
  expect([verdict([yes, stop]), verdict([yes, stop, slip(stop)])]).toEqual(['block', 'allow'])
  const silent = doNotCall('2026-11-20')
  expect([verdict([silent], 'phone'), verdict([silent, slip(silent)], 'phone')]).toEqual(['block', verdict([], 'phone')])
})

test('later than ten minutes, by someone else, or of a link that she pressed herself, a stop stays', () => {
  const stop: ConsentEvent = { ...doNotCall('2026-11-20') }
  const pressed = withdrawal('2026-11-20', { type: 'all' })
  for (const correction of [slip(stop, 11), slip(stop, -1), slip(stop, 1, { memberId: 'luc' })]) {
    expect(withoutMistakes([stop, correction])).toEqual([stop])
  }
  expect(withoutMistakes([pressed, slip(pressed)])).toEqual([pressed])
  expect(withoutMistakes([stop, slip(stop, 10)])).toEqual([])
})

test('whatever a ledger holds, a fact taken back leaves it as though it had never been noted', () => {
  fc.assert(
    fc.property(consentHistory, fc.nat(7), (events, which) => {
      const taken = events[which % Math.max(1, events.length)]
      fc.pre(taken !== undefined && taken.fact.type !== 'noted-by-mistake' && taken.fact.type !== 'suppression-restored')
      fc.pre(taken.fact.type !== 'withdrawal' || taken.fact.means !== 'link')
      expect(withoutMistakes([...events, slip(taken)])).toEqual(withoutMistakes(events.filter(({ id }) => id !== taken.id)))
    }),
  )
})
