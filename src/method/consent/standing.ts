import { dayOf, type Day, type Instant } from '../calendar/day.ts'
import type { Contact, Line } from '../contact/contact.ts'
import type { Gazetteer } from '../contact/gazetteer.ts'
import { readFact, type Claim, type Doubt } from './claims.ts'
import type { ConsentEvent, ConsentFact, SenderProfile } from './consent.ts'
import { packsBetween, type Pack } from './packs.ts'
import { stopOf, type Stop } from './stops.ts'
import { zonesOf } from './zones.ts'

/** What the law needs to know of a person besides the ledger. */
export type Recipient = Pick<Contact, 'country' | 'zone' | 'city' | 'address' | 'line' | 'emails' | 'phones'>

/** She asked something. */
export type Asked = { readonly at: Instant; readonly evidenceId: string; readonly day: Day }
/** She asked to be called; `made` is when she was. */
export type CallBack = Asked & { readonly on: Day; readonly time: string | null; readonly made: Instant | null }
/** A reading of the national list, in the version of `listDay`. */
export type ListCheck = Asked & { readonly isListed: boolean; readonly listDay: Day }

/** The consent ledger of one person, read once so that asking costs microseconds. Anything in it may still lie in the future. */
export type ConsentStanding = {
  /** ISO 3166-1 alpha-2. */
  readonly country: string
  /** The laws that must all allow: the seller's, then hers when it is another. */
  readonly packs: readonly Pack[]
  readonly zones: readonly string[]
  readonly line: Line
  readonly lines: readonly { readonly at: Instant; readonly line: Line }[]
  readonly hasEmail: boolean
  readonly hasPhone: boolean
  /** Of her numbers of North America. */
  readonly areaCodes: readonly string[]
  readonly claims: readonly Claim[]
  readonly stops: readonly Stop[]
  readonly doubts: readonly Doubt[]
  readonly inquiries: readonly Asked[]
  readonly callBacks: readonly CallBack[]
  readonly checks: readonly ListCheck[]
  /** When she was told what her address serves for. */
  readonly informed: readonly Instant[]
}

/**
 * Reads the ledger of a person; `gazetteer` knows the places, that of Quebec unless a larger one is given. Neither the order in which
 * events arrived nor an event given twice changes anything.
 */
export const consentStanding = (
  given: readonly ConsentEvent[],
  recipient: Recipient,
  sender: Pick<SenderProfile, 'country' | 'zone'>,
  gazetteer?: Gazetteer,
): ConsentStanding => {
  const events = inOrder(given)
  const packs = packsBetween(sender.country, recipient.country)
  const localDay = (at: Instant): Day => dayOf(at, sender.zone)
  const readings = events.map((event) => readFact(event, { packs, events, dayOf: localDay }))
  return {
    ...recipientFacts(recipient, sender.country, gazetteer),
    packs,
    claims: readings.flatMap(({ claims }) => claims),
    doubts: readings.flatMap(({ doubts }) => doubts),
    stops: events.map((event) => stopOf(event, localDay)).filter((stop) => stop !== undefined),
    ...askedFacts(events, localDay),
    lines: ofType(events, 'line-kind').map(({ at, fact }) => ({ at, line: fact.line })),
    informed: ofType(events, 'informed').map(({ at }) => at),
  }
}

/** Ledgers as one, as when two people turn out to be the same: the union of their events, in the order in which they occurred (law R16). */
export const unitedEvents = (...ledgers: readonly (readonly ConsentEvent[])[]): readonly ConsentEvent[] => inOrder(ledgers.flat())

const inOrder = (events: readonly ConsentEvent[]): readonly ConsentEvent[] => {
  if (events.length < 2) return events
  const byId = new Map(events.map((event) => [event.id, event]))
  return [...byId.values()].sort((a, b) => (a.occurredAt === b.occurredAt ? (a.id < b.id ? -1 : 1) : a.occurredAt < b.occurredAt ? -1 : 1))
}

const recipientFacts = (recipient: Recipient, senderCountry: string, gazetteer: Gazetteer | undefined) => ({
  country: recipient.country || senderCountry,
  zones: zonesOf(recipient, senderCountry, gazetteer),
  line: recipient.line,
  hasEmail: recipient.emails.length > 0,
  hasPhone: recipient.phones.length > 0,
  areaCodes: recipient.phones.map(({ number }) => /^\+1(\d{3})/.exec(number)?.[1]).filter((code) => code !== undefined),
})

const askedFacts = (events: readonly ConsentEvent[], localDay: (at: Instant) => Day) => {
  const made = ofType(events, 'call-back-made')
  return {
    inquiries: ofType(events, 'inquiry').map(({ at, evidenceId }) => ({ at, evidenceId, day: localDay(at) })),
    callBacks: ofType(events, 'call-back').map(({ at, evidenceId, fact: { on, time } }) => ({
      at,
      evidenceId,
      day: localDay(at),
      on,
      time,
      made: made.find(({ fact }) => fact.of === evidenceId)?.at ?? null,
    })),
    checks: ofType(events, 'national-list-check').map(({ at, evidenceId, fact: { isListed, listDate } }) => ({
      at,
      evidenceId,
      day: localDay(at),
      isListed,
      listDay: listDate ?? localDay(at),
    })),
  }
}

const ofType = <T extends ConsentFact['type']>(events: readonly ConsentEvent[], type: T) =>
  events.flatMap(({ id, occurredAt, fact }) =>
    fact.type === type ? [{ at: occurredAt, evidenceId: id, fact: fact as Extract<ConsentFact, { readonly type: T }> }] : [],
  )
