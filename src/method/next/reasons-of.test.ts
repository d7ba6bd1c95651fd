import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aContact, clock, today, zone } from '#test/a-day.ts'
import { addDays, asDay, instantAt, type Instant } from '../calendar/day.ts'
import type { Contact, NextStep } from '../contact/contact.ts'
import { firstStep } from '../follow-up/propose-step.ts'
import { rank } from './rank.ts'
import type { Reason, ReasonKind } from './reason.ts'
import type { Signal } from './signal.ts'
import { situationAt, type Situation } from './situation.ts'

const now = clock('14:00')
const ago = (days: number): Instant => instantAt(addDays(today, -days), '08:00', zone)

type Case = {
  readonly contact: Contact
  readonly signal: Signal | null
  readonly isEnquirer: boolean
  readonly strength: number | null
  readonly isChosen: boolean
}

const step = fc
  .record({
    due: fc.integer({ min: -25, max: 25 }),
    promised: fc.boolean(),
    origin: fc.constantFrom<NextStep['origin']>('first', 'proposed', 'thanks', 'chosen', 'snoozed', 'meeting'),
    kind: fc.constantFrom(null, 'phone', 'email'),
  })
  .map(({ due, ...over }): NextStep => ({ ...firstStep(addDays(today, due)), setBy: 'a0', ...over }))
const notNow = fc.option(
  fc
    .record({
      said: fc.integer({ min: 20, max: 200 }),
      until: fc.option(fc.integer({ min: -15, max: 15 })),
      change: fc.constantFrom<NonNullable<Contact['notNow']>['change']>(
        { type: 'date' },
        { type: 'event-near' },
        { type: 'offer', offerId: null },
        { type: 'words', words: 'x' },
      ),
    })
    .map(({ said, until, change }) => ({ reason: 'budget', note: '', at: ago(said), until: until === null ? null : addDays(today, until), change })),
)
const anyCase: fc.Arbitrary<Case> = fc
  .record({
    step,
    notNow,
    touch: fc.option(fc.integer({ min: 0, max: 300 }), { freq: 3 }),
    unanswered: fc.nat(8),
    isReached: fc.boolean(),
    relationship: fc.constantFrom<Contact['relationship']>('potential', 'client', 'past-client', 'partner', 'other'),
    city: fc.constantFrom('', 'Drummondville', 'Montréal'),
    source: fc.constantFrom('', 'Salon', 'Recommandée par Luc', 'formulaire du site', 'Liste achetée'),
    signal: fc.option(fc.record({ way: fc.constantFrom('enquiry', 'wrote', 'called', 'visited' as const), hours: fc.integer({ min: 0, max: 400 }) }), {
      freq: 2,
    }),
    isEnquirer: fc.boolean(),
    strength: fc.option(fc.double({ min: 0, max: 3, noNaN: true })),
    isChosen: fc.boolean(),
  })
  .map((made) => {
    const lastTouchAt = made.touch === null ? null : ago(made.touch)
    const at = made.signal && (new Date(Date.parse(now) - made.signal.hours * 3_600_000).toISOString() as Instant)
    const contact = aContact({
      id: 'her',
      nextStep: made.step,
      notNow: made.notNow,
      relationship: made.relationship,
      city: made.city,
      source: made.source,
      lastTouchAt,
      touches: lastTouchAt === null ? 0 : made.unanswered + 1,
      firstReachedAt: made.isReached ? lastTouchAt : null,
      lastReachedAt: made.isReached ? lastTouchAt : null,
      unansweredAt: lastTouchAt === null || made.isReached ? [] : Array.from({ length: made.unanswered }, () => lastTouchAt),
    })
    const signal: Signal | null =
      !made.signal || !at ? null : made.signal.way === 'enquiry' ? { way: 'enquiry', at, enquiryId: 'e', via: 'form' } : { way: made.signal.way, at }
    return { contact, signal, isEnquirer: made.isEnquirer, strength: made.strength, isChosen: made.isChosen }
  })

const situation = (cases: readonly Case[]): Situation =>
  situationAt(now, zone, {
    seed: 'calm',
    signals: new Map(cases.flatMap(({ contact, signal }) => (signal ? [[contact.id, signal] as const] : []))),
    enquirers: new Set(cases.filter(({ isEnquirer }) => isEnquirer).map(({ contact }) => contact.id)),
    strengths: new Map(cases.flatMap(({ contact, strength }) => (strength === null ? [] : [[contact.id, strength] as const]))),
    firsts: { ids: cases.filter(({ isChosen }) => isChosen).map(({ contact }) => contact.id), chosenOn: addDays(today, -1) },
    events: [
      {
        id: 'talk',
        title: 'Conférence',
        place: 'Drummondville',
        latitude: null,
        longitude: null,
        day: asDay('2026-12-10'),
        createdAt: ago(10),
        archivedAt: null,
      },
    ],
    offers: [{ id: 'o', name: 'Forfait léger', createdAt: ago(10), archived: false }],
  })
const ranked = (cases: readonly Case[]) =>
  rank(
    cases.map(({ contact }) => contact),
    situation(cases),
    10,
  )

/** She as if the fact had never been, or were so no longer. */
const without = (one: Case, { kind }: Reason): Case => {
  const { contact } = one
  const change = (fields: Partial<Contact>): Case => ({ ...one, contact: { ...contact, ...fields } })
  const changeStep = (fields: Partial<NextStep>): Case => change({ nextStep: contact.nextStep && { ...contact.nextStep, ...fields } })
  switch (kind) {
    case 'enquiry':
    case 'wrote':
    case 'called':
    case 'visited':
      return { ...one, signal: null }
    case 'chosen':
      return { ...one, isChosen: false }
    case 'meeting':
    case 'promised':
      return changeStep({ promised: false, origin: 'proposed' })
    case 'due':
    case 'thank':
    case 'snoozed':
      return changeStep({ due: addDays(today, 1) })
    case 'event-near':
      return change({ city: '' })
    case 'said-date':
    case 'said-event':
    case 'said-offer':
      return change({ notNow: null })
    case 'next-touch':
      return change({ unansweredAt: [] })
    case 'source':
      return { ...change({ source: '', firstReachedAt: null }), isEnquirer: false }
    case 'client':
      return change({ relationship: 'other' })
    case 'renew':
    case 'quiet':
    case 'never-contacted':
      return change({ lastTouchAt: clock('13:59'), touches: contact.touches + 1 })
  }
}

const kinds: readonly ReasonKind[] = [
  ...([
    'enquiry',
    'chosen',
    'meeting',
    'promised',
    'wrote',
    'called',
    'visited',
    'due',
    'thank',
    'snoozed',
    'event-near',
    'said-date',
    'said-event',
    'said-offer',
  ] as const),
  ...(['next-touch', 'source', 'client', 'renew', 'never-contacted', 'quiet'] as const),
]

test.each(kinds)('taking away the fact "%s" puts her after her twin who still has it, or out of the list', { timeout: 60_000 }, (kind) => {
  let met = 0
  fc.assert(
    fc.property(
      anyCase.filter((one) => ranked([one])[0]?.reasons.some((reason) => reason.kind === kind) === true),
      (one) => {
        met += 1
        const reason = ranked([one])[0]?.reasons.find((each) => each.kind === kind)
        if (!reason) throw new Error('filtered')
        const twin: Case = { ...one, contact: { ...one.contact, id: 'twin' } }
        // Of the two, alike but for the id, she comes first.
        expect(ranked([one, twin]).map(({ contact }) => contact.id)).toEqual(['her', 'twin'])
        expect(ranked([without(one, reason), twin])[0]?.contact.id).toBe('twin')
      },
    ),
    { numRuns: 25 },
  )
  expect(met).toBeGreaterThan(0)
})

test('there are one or two reasons, each once', () => {
  fc.assert(
    fc.property(anyCase, (one) => {
      for (const { reasons } of ranked([one])) {
        expect(reasons.length).toBeLessThanOrEqual(2)
        expect(new Set(reasons.map(({ kind }) => kind)).size).toBe(reasons.length)
      }
    }),
  )
})

test('who waits for an answer is not said to have asked before: the same enquiry is one reason', () => {
  const signal = { way: 'enquiry', at: now, enquiryId: 'e', via: 'form' } as const
  const her: Case = { contact: aContact({ id: 'her' }), signal, isEnquirer: true, strength: null, isChosen: false }
  const kinds = (one: Case) => ranked([one])[0]?.reasons.map(({ kind }) => kind)
  expect(kinds(her)).toEqual(['enquiry'])
  expect(kinds({ ...her, contact: aContact({ id: 'her', source: 'formulaire du site' }) })).toEqual(['enquiry', 'source'])
})
