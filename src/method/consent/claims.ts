import type { Day, Instant } from '../calendar/day.ts'
import type { ConsentEvent, ConsentFact, MessageClass, WrittenChannel } from './consent.ts'
import type { firstBlockedDay } from './month-clock.ts'
import { endingsOf, lastDays } from './last-days.ts'
import type { Clock, FactGround, Pack } from './packs.ts'
import type { Ground, Why } from './verdict.ts'

/** How long a ground carries under one law: `ends` is the first blocked day, `null` without end. */
export type Carry = { readonly ends: Day | null; readonly isWithCare: boolean; readonly needsInformed: boolean }

/** A ground that a fact gives, with what each law in force makes of it, in the order of the packs; `null` where it gives nothing. */
export type Claim = {
  readonly ground: Ground
  readonly evidenceId: string
  readonly at: Instant
  /** When another fact took its place: the end of a contract became known, a referral was used. */
  readonly superseded: Instant | null
  /** The day of the fact. */
  readonly day: Day
  readonly written: readonly (Carry | null)[]
  readonly call: readonly (Carry | null)[]
  /** The channels and classes of message that it reaches; `null` for any. */
  readonly channels: readonly WrittenChannel[] | null
  readonly classes: readonly MessageClass[] | null
  /** Who recommended, in full. */
  readonly referrer: string | null
}

/** A fact that gives no ground, and why. */
export type Doubt = { readonly at: Instant; readonly evidenceId: string; readonly why: Why }

/** What the reading of a fact needs: the laws, the day of an instant where the seller is, the counting of months. */
export type Calendar = { readonly packs: readonly Pack[]; readonly dayOf: (at: Instant) => Day; readonly firstBlockedDay: typeof firstBlockedDay }

/** The grounds and doubts of one fact; both empty for a fact that forbids or only informs. */
export const readFact = (
  event: ConsentEvent,
  events: readonly ConsentEvent[],
  calendar: Calendar,
): { readonly claims: readonly Claim[]; readonly doubts: readonly Doubt[] } => {
  const doubt = doubtOf(event.fact)
  if (doubt) return { claims: [], doubts: [{ at: event.occurredAt, evidenceId: event.id, why: doubt }] }
  return { claims: claimsOf(event, events, calendar), doubts: [] }
}

const isBlank = (text: string): boolean => text.trim() === ''
/** Whether a name holds a first and a last name, as a referral must give them (SOR/2013-221 s.4). */
export const isFullName = (name: string): boolean => name.trim().split(/\s+/).length > 1

const doubtOf = (fact: ConsentFact): Why | null => {
  switch (fact.type) {
    case 'express-consent': {
      if (fact.isPreChecked) return { code: 'not-express', because: 'pre-checked' }
      if (fact.isBundled) return { code: 'not-express', because: 'bundled' }
      const isProven = !isBlank(fact.wording) && (fact.means === 'oral' || !isBlank(fact.proof))
      return isProven && fact.channels.length > 0 && fact.classes.length > 0 ? null : { code: 'not-express', because: 'unproven' }
    }
    case 'consent-to-call':
      return isBlank(fact.proof) ? { code: 'not-express', because: 'unproven' } : null
    case 'address-disclosed':
    case 'address-published':
      if (fact.noSolicitation) return { code: 'no-solicitation' }
      if (fact.type === 'address-published' && (fact.publishedBy === 'directory' || isBlank(fact.url))) return { code: 'not-published' }
      return isBlank(fact.role) || isBlank(fact.relevance) ? { code: 'no-relevance' } : null
    case 'referral':
      if (fact.relationToSender === 'none' || fact.relationToContact === 'none') return { code: 'referral-relation' }
      return isFullName(fact.referrerName) ? null : { code: 'message', missing: ['referrer-full-name'] }
    case 'close-relationship':
      return fact.isTwoWay ? null : { code: 'not-close' }
    case 'import-claim':
      return { code: 'claim', claim: fact.claim }
    default:
      return null
  }
}

const anywhere = { superseded: null, channels: null, classes: null, referrer: null }
// The address of a card or a page is that of a mailbox; a number or an account given for writing is consent, said in words.
const byEmail: readonly WrittenChannel[] = ['email']
const oneToOne: readonly MessageClass[] = ['personal', 'invitation']

const claimsOf = (event: ConsentEvent, events: readonly ConsentEvent[], calendar: Calendar): readonly Claim[] => {
  const { fact } = event
  const day = calendar.dayOf(event.occurredAt)
  const claim = (ground: FactGround, over: Partial<Claim> = {}): Claim => ({
    ...anywhere,
    ground,
    evidenceId: event.id,
    at: event.occurredAt,
    day,
    ...carriesOf(calendar, ground, day),
    ...over,
  })
  switch (fact.type) {
    case 'express-consent':
      return [claim(fact.type, { channels: fact.channels, classes: fact.classes })]
    case 'consent-to-call':
    case 'purchase':
    case 'inquiry':
    case 'non-business':
    case 'close-relationship':
      return [claim(fact.type)]
    case 'inherited':
      return [claim(fact.relation, { ground: 'inherited', day: fact.originalOn, ...carriesOf(calendar, fact.relation, fact.originalOn) })]
    case 'address-disclosed':
    case 'address-published':
      return [claim(fact.type, { channels: byEmail })]
    case 'referral':
      return [claim(fact.type, { classes: oneToOne, referrer: fact.referrerName.trim(), superseded: firstUse(events, event.id) })]
    case 'contract':
    case 'membership':
      return lastDays(event.occurredAt, fact.to, endingsOf(events, event.id)).map(({ at, superseded, lastDay }) =>
        claim(fact.type, { at, superseded, ...carriesOf(calendar, fact.type, lastDay) }),
      )
    default:
      return []
  }
}

const carriesOf = (calendar: Calendar, ground: FactGround, base: Day | null): Pick<Claim, 'written' | 'call'> => ({
  written: calendar.packs.map((pack) => carryOf(pack.written[ground], base, calendar)),
  call: calendar.packs.map((pack) => carryOf(pack.call[ground], base, calendar)),
})

const carryOf = (clock: Clock | undefined, base: Day | null, { firstBlockedDay }: Calendar): Carry | null =>
  clock
    ? {
        // What still runs has not started its clock (s.10(14)).
        ends: clock.months === null || base === null ? null : firstBlockedDay(base, clock.months),
        isWithCare: clock.isWithCare ?? false,
        needsInformed: clock.needsInformed ?? false,
      }
    : null

const firstUse = (events: readonly ConsentEvent[], id: string): Instant | null =>
  events.find(({ fact }) => fact.type === 'referral-used' && fact.of === id)?.occurredAt ?? null
