import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aRecipient, aSender, on } from '../../../test/consents.ts'
import { consentHistory, anInstant, anyDay, anyFact, anyFactOfAnyYear, anyScope } from '../../../test/consent-histories.ts'
import { addDays, asInstant, dayOf, instantAt, isDay, type Day, type Instant } from '../calendar/day.ts'
import { canContact } from './can-contact.ts'
import { channelStates } from './channel-states.ts'
import { purposes, writtenChannels, channels, messageClasses, type ConsentEvent, type SenderProfile } from './consent.ts'
import { expiringConsent } from './expiry.ts'
import { judge } from './judge.ts'
import { contactMoment } from './moment.ts'
import { longestPurchaseDays } from './packs.ts'
import { consentStanding, unitedEvents } from './standing.ts'
import { activeStops, isInPeace, standingStops } from './stops.ts'
import { isAllowed, type Judgement } from './verdict.ts'

const zone = 'America/Toronto'
const later = (at: Instant, ms: number): Instant => asInstant(Date.parse(at) + ms)
// Confirmed the day before, so that what the sender owes never hides what the law says of the person.
const senderAt = (at: Instant): SenderProfile => aSender({ confirmedAt: later(at, -86_400_000) })
const anyChannel = fc.constantFrom(...channels)
const anyWritten = fc.constantFrom(...writtenChannels)
const anyClass = fc.constantFrom(...messageClasses)
const anyPurpose = fc.constantFrom(...purposes)
const anyCountry = fc.constantFrom('', 'CA', 'FR', 'US')
const anyLine = fc.constantFrom('consumer' as const, 'business' as const)
const anyone = fc.record({ country: anyCountry, line: anyLine })

type Who = { readonly country: string; readonly line: 'consumer' | 'business' }
const verdictOf = (
  events: readonly ConsentEvent[],
  who: Who,
  at: Instant,
  channel: (typeof channels)[number],
  purpose: (typeof purposes)[number],
  isAnyHour = true,
): Judgement => judge(consentStanding(events, aRecipient(who), senderAt(at)), contactMoment(at, senderAt(at)), { channel, purpose, isAnyHour })

test('P1 one more « stop » never allows what was refused', () => {
  fc.assert(
    fc.property(
      consentHistory,
      anyone,
      anInstant,
      anInstant,
      anyChannel,
      anyPurpose,
      anyScope,
      fc.boolean(),
      (events, who, at, stoppedAt, channel, purpose, scope, isCall) => {
        const before = verdictOf(events, who, at, channel, purpose)
        const fact = isCall ? ({ type: 'do-not-call', words: '' } as const) : ({ type: 'withdrawal', scope, means: 'link', words: '' } as const)
        const stop: ConsentEvent = { id: 'stop', contactId: 'helene', memberId: 'nadia', fact, occurredAt: stoppedAt, recordedAt: stoppedAt }
        const after = verdictOf([...events, stop], who, at, channel, purpose)
        expect(isAllowed(before) || !isAllowed(after)).toBe(true)
      },
    ),
    { numRuns: 300 },
  )
})

test('P2 an empty ledger allows no message of any class, and no call to a private person', () => {
  fc.assert(
    fc.property(anyCountry, anInstant, anyWritten, anyClass, (country, at, channel, messageClass) => {
      const who: Who = { country, line: 'consumer' }
      for (const purpose of [messageClass, 'ask-consent', 'reply'] as const) expect(verdictOf([], who, at, channel, purpose).verdict).toBe('block')
      expect(verdictOf([], who, at, 'phone', messageClass).verdict).toBe('block')
    }),
  )
})

test('P3 with nothing new, what is allowed is refused once and for good, on the day that was said', () => {
  fc.assert(
    fc.property(
      consentHistory,
      anyone,
      anyWritten,
      fc.constantFrom(...messageClasses, 'ask-consent' as const, 'reply' as const),
      (events, who, channel, purpose) => {
        const after = later(
          events
            .map(({ recordedAt, occurredAt }) => (recordedAt > occurredAt ? recordedAt : occurredAt))
            .sort()
            .at(-1) ?? on('2026-01-01'),
          1,
        )
        const first = verdictOf(events, who, after, channel, purpose)
        const day = dayOf(after, zone)
        for (const ahead of [1, 5, 29, 30, 31, 180, 184, 365, 548, 730, 1096, 1500]) {
          const then = instantAt(addDays(day, ahead), '12:00', zone)
          const isStill = isAllowed(first) && (first.firstBlockedDay === null || addDays(day, ahead) < first.firstBlockedDay)
          expect(isAllowed(verdictOf(events, who, then, channel, purpose))).toBe(isStill)
        }
      },
    ),
    { numRuns: 150 },
  )
})

test('P4 what has not happened yet changes nothing', () => {
  fc.assert(
    fc.property(consentHistory, anyone, anInstant, anyChannel, anyPurpose, fc.boolean(), (events, who, at, channel, purpose, isAnyHour) => {
      const known = events.filter(({ occurredAt }) => occurredAt <= at)
      expect(verdictOf(events, who, at, channel, purpose, isAnyHour)).toEqual(verdictOf(known, who, at, channel, purpose, isAnyHour))
    }),
    { numRuns: 300 },
  )
})

test('P5 the order in which events arrive changes nothing, nor does an event that arrives twice', () => {
  fc.assert(
    fc.property(
      consentHistory.chain((events) => fc.tuple(fc.constant(events), fc.shuffledSubarray([...events, ...events], { minLength: events.length * 2 }))),
      anyone,
      anInstant,
      anyChannel,
      anyPurpose,
      ([events, shuffled], who, at, channel, purpose) => {
        expect(verdictOf(shuffled, who, at, channel, purpose)).toEqual(verdictOf(events, who, at, channel, purpose))
      },
    ),
    { numRuns: 200 },
  )
})

const isStop = ({ fact }: ConsentEvent): boolean => ['withdrawal', 'do-not-call', 'suppression-restored'].includes(fact.type)
/** Three ledgers of one world: an id is the same event in each. */
const threeLedgers = consentHistory.chain((events) => fc.tuple(fc.subarray([...events]), fc.shuffledSubarray([...events]), fc.subarray([...events])))

test('P6 merging is commutative and associative, keeps every « stop », and a « stop » that comes with a merge never allows anything', () => {
  fc.assert(
    fc.property(threeLedgers, anyone, anInstant, anyChannel, anyPurpose, ([a, b, c], who, at, channel, purpose) => {
      expect(unitedEvents(a, b)).toEqual(unitedEvents(b, a))
      expect(unitedEvents(unitedEvents(a, b), c)).toEqual(unitedEvents(a, unitedEvents(b, c)))
      expect(unitedEvents(a, b)).toEqual(expect.arrayContaining([...a, ...b].filter(isStop)))
      const merged = verdictOf(unitedEvents(a.filter(isStop), b), who, at, channel, purpose)
      expect(isAllowed(verdictOf(b, who, at, channel, purpose)) || !isAllowed(merged)).toBe(true)
    }),
    { numRuns: 200 },
  )
})

test('what is remembered of a silence forbids someone new all that it still forbade', () => {
  fc.assert(
    fc.property(consentHistory, anyone, anInstant, (events, who, at) => {
      const ledger = consentStanding(events, aRecipient(who), senderAt(at))
      const standing = standingStops(ledger, at)
      const restored = standing.map(({ scope }, n): ConsentEvent => {
        const fact = { type: 'suppression-restored', key: String(n), scope } as const
        return { id: `restored ${n}`, contactId: 'helene', memberId: 'nadia', fact, occurredAt: at, recordedAt: at }
      })
      const back = consentStanding(restored, aRecipient(who), senderAt(at))
      for (const { scope } of standing) expect(isInPeace(back, scope, at)).toBe(true)
      for (const channel of channels) {
        for (const messageClass of channel === 'phone' ? [null] : messageClasses) {
          if (activeStops(ledger, at, channel, messageClass).length > 0) expect(activeStops(back, at, channel, messageClass)).not.toEqual([])
        }
      }
    }),
    { numRuns: 300 },
  )
})

test('a purchase older than a device keeps grounds nothing in any law', () => {
  fc.assert(
    fc.property(anyCountry, anyCountry, anyLine, anInstant, fc.nat(900), anyChannel, anyPurpose, (from, country, line, boughtAt, more, channel, purpose) => {
      const at = instantAt(addDays(dayOf(boughtAt, zone), longestPurchaseDays + 1 + more), '12:00', zone)
      const sender = { ...senderAt(at), country: from || 'CA' }
      const bought: ConsentEvent = {
        id: 'sale',
        contactId: 'helene',
        memberId: 'nadia',
        fact: { type: 'purchase', reference: '' },
        occurredAt: boughtAt,
        recordedAt: boughtAt,
      }
      const asked = (events: readonly ConsentEvent[]) =>
        isAllowed(judge(consentStanding(events, aRecipient({ country, line }), sender), contactMoment(at, sender), { channel, purpose }))
      expect(asked([bought])).toBe(asked([]))
    }),
    { numRuns: 300 },
  )
})

test('P8 between the last second of a day and the first of the next, nothing changes but what ends that day', () => {
  fc.assert(
    fc.property(consentHistory, anyone, fc.nat(2000), anyWritten, anyPurpose, (events, who, ahead, channel, purpose) => {
      const day = addDays('2024-06-01' as Day, ahead)
      const midnight = instantAt(day, '00:00', zone)
      const before = later(midnight, -1000)
      fc.pre(!events.some(({ occurredAt }) => occurredAt > before && occurredAt <= midnight))
      const [evening, morning] = [before, midnight].map((at) => verdictOf(events, who, at, channel, purpose)) as [Judgement, Judgement]
      if (evening.verdict !== morning.verdict && !isAllowed(morning)) expect(evening.firstBlockedDay).toBe(day)
      expect(isAllowed(morning) && !isAllowed(evening)).toBe(false)
    }),
    { numRuns: 300 },
  )
})

test('P10 a sender without a mailing address writes to nobody', () => {
  fc.assert(
    fc.property(
      consentHistory,
      anyone,
      anInstant,
      anyWritten,
      anyPurpose,
      fc.constantFrom('', ' ', '\n'),
      (events, who, at, channel, purpose, mailingAddress) => {
        const sender = { ...senderAt(at), mailingAddress }
        expect(canContact({ events, contact: aRecipient(who), channel, purpose, at, sender }).verdict).toBe('block')
      },
    ),
    { numRuns: 200 },
  )
})

test('every allowed contact that rests on a fact names the event that proves it', () => {
  fc.assert(
    fc.property(consentHistory, anyone, anInstant, anyChannel, anyClass, (events, who, at, channel, purpose) => {
      const judged = verdictOf(events, { ...who, line: 'consumer' }, at, channel, purpose)
      fc.pre(isAllowed(judged))
      const proof = events.find(({ id }) => id === judged.evidenceId)
      expect(proof && proof.occurredAt <= at).toBe(true)
    }),
    { numRuns: 300 },
  )
})

test('any fact alone gives an answer, whatever is asked', () => {
  fc.assert(
    fc.property(anyFact, anyone, anyChannel, anyPurpose, (fact, who, channel, purpose) => {
      const at = on('2026-11-23')
      const event: ConsentEvent = { id: 'e', contactId: 'helene', memberId: 'nadia', fact, occurredAt: on('2026-11-01'), recordedAt: on('2026-11-01') }
      const judged = verdictOf([event], who, at, channel, purpose)
      expect(judged.verdict === 'block' ? judged.why.code !== 'ground' : judged.why.code === 'ground').toBe(true)
    }),
  )
})

test('a ledger with days of any year is read all the same: one slip of the keys stops no list', () => {
  const someInstant = fc.oneof(
    anInstant,
    anyDay.map((day) => `${day}T23:00:00.000Z` as Instant),
  )
  const anEvent = fc.record({ fact: anyFactOfAnyYear, occurredAt: someInstant, recordedAt: anInstant })
  fc.assert(
    fc.property(fc.array(anEvent, { minLength: 1, maxLength: 4 }), anyone, anInstant, (told, who, at) => {
      const events = told.map((rest, place): ConsentEvent => ({ id: 'abcd'[place] ?? 'e', contactId: 'helene', memberId: 'nadia', ...rest }))
      const standing = consentStanding(events, aRecipient(who), senderAt(at))
      const states = channelStates(standing, contactMoment(at, senderAt(at)))
      for (const { why, firstBlockedDay } of Object.values(states)) {
        expect(firstBlockedDay === null || isDay(firstBlockedDay)).toBe(true)
        expect(why.code).not.toBe('')
      }
      expect((expiringConsent(standing, contactMoment(at, senderAt(at)))?.daysLeft ?? 1) > 0).toBe(true)
    }),
    { numRuns: 500 },
  )
})
