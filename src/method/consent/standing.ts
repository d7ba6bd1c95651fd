import { dayReader } from '../calendar/day-reader.ts'
import { dayOf, type Day, type Instant } from '../calendar/day.ts'
import type { Contact, Line } from '../contact/contact.ts'
import type { Gazetteer } from '../contact/gazetteer.ts'
import { readFact, type Claim, type Doubt } from './claims.ts'
import type { ConsentEvent, SenderProfile } from './consent.ts'
import { withoutMistakes } from './mistakes.ts'
import { firstBlockedDay } from './month-clock.ts'
import { packsBetween, type Pack } from './packs.ts'
import { saidFacts, type SaidFacts } from './said-facts.ts'
import { stopOf, type Stop } from './stops.ts'
import { zonesOf } from './zones.ts'

/** What the law needs to know of a person besides the ledger. */
export type Recipient = Pick<Contact, 'country' | 'zone' | 'city' | 'address' | 'line' | 'emails' | 'phones'>

/** The consent ledger of one person, read once so that asking costs microseconds. Anything in it may still lie in the future. */
export type ConsentStanding = SaidFacts & {
  /** ISO 3166-1 alpha-2. */
  readonly country: string
  /** The laws that must all allow: the seller's, then hers when it is another. */
  readonly packs: readonly Pack[]
  readonly zones: readonly string[]
  /** That of the person's own field, when no fact says otherwise. */
  readonly line: Line
  readonly hasEmail: boolean
  readonly hasPhone: boolean
  /** Of her numbers of North America. */
  readonly areaCodes: readonly string[]
  readonly claims: readonly Claim[]
  readonly stops: readonly Stop[]
  readonly doubts: readonly Doubt[]
}

type Sender = Pick<SenderProfile, 'country' | 'zone'>

/**
 * Reads the ledger of a person; `gazetteer` knows the places, that of Quebec unless a larger one is given. Neither the order in which
 * events arrived nor an event given twice changes anything.
 */
export const consentStanding = (events: readonly ConsentEvent[], recipient: Recipient, sender: Sender, gazetteer?: Gazetteer): ConsentStanding =>
  readLedger(events, recipient, {
    sender,
    dayOf: (at) => dayOf(at, sender.zone),
    firstBlockedDay,
    zonesOf: (whose) => zonesOf(whose, sender.country, gazetteer),
  })

/** The same for very many people: days, months and places that come back are worked out once. */
export const consentReader = (sender: Sender, gazetteer?: Gazetteer): ((events: readonly ConsentEvent[], recipient: Recipient) => ConsentStanding) => {
  const months = remembered((day: Day, count: number) => firstBlockedDay(day, count))
  const zones = remembered((country: string, zone: string, city: string, address: string, numbers: string) =>
    zonesOf(
      { country, zone, city, address, phones: numbers === '' ? [] : numbers.split(' ').map((number) => ({ label: '', number })) },
      sender.country,
      gazetteer,
    ),
  )
  const context: LedgerContext = {
    sender,
    dayOf: dayReader(sender.zone),
    firstBlockedDay: months,
    // Numbers of one's own continent say nothing, and differ for each: only others are told apart.
    zonesOf: ({ country, zone, city, address, phones }) => zones(country, zone, city, address, numbersThatTell(phones)),
  }
  return (events, recipient) => readLedger(events, recipient, context)
}

const remembered = <Given extends readonly (string | number)[], Answer>(ask: (...given: Given) => Answer): ((...given: Given) => Answer) => {
  const known = new Map<string, Answer>()
  return (...given) => {
    const key = given.join('\n')
    const answer = known.get(key) ?? ask(...given)
    known.set(key, answer)
    return answer
  }
}

// The calling codes of numbers, as far as they say where someone may be.
const numbersThatTell = (phones: Recipient['phones']): string => phones.map(({ number }) => (/^\+(?!1)/.test(number) ? number.slice(0, 4) : '+1')).join(' ')

type LedgerContext = {
  readonly sender: Sender
  readonly dayOf: (at: Instant) => Day
  readonly firstBlockedDay: typeof firstBlockedDay
  readonly zonesOf: (recipient: Recipient) => readonly string[]
}

const readLedger = (given: readonly ConsentEvent[], recipient: Recipient, context: LedgerContext): ConsentStanding => {
  const events = inOrder(withoutMistakes(given))
  const packs = packsBetween(context.sender.country, recipient.country)
  const known = { ...context, packs }
  const readings = events.map((event) => readFact(event, events, known))
  return {
    ...recipientFacts(recipient, context),
    packs,
    claims: readings.flatMap(({ claims }) => claims),
    doubts: readings.flatMap(({ doubts }) => doubts),
    stops: events.map((event) => stopOf(event, context.dayOf)).filter((stop) => stop !== undefined),
    ...saidFacts(events, context.dayOf),
  }
}

/** Ledgers as one, as when two people turn out to be the same: the union of their events, in the order in which they occurred (law R16). */
export const unitedEvents = (...ledgers: readonly (readonly ConsentEvent[])[]): readonly ConsentEvent[] => inOrder(ledgers.flat())

const inOrder = (events: readonly ConsentEvent[]): readonly ConsentEvent[] => {
  if (events.length < 2) return events
  const byId = new Map(events.map((event) => [event.id, event]))
  return [...byId.values()].sort((a, b) => (a.occurredAt === b.occurredAt ? (a.id < b.id ? -1 : 1) : a.occurredAt < b.occurredAt ? -1 : 1))
}

const recipientFacts = (recipient: Recipient, { sender, zonesOf }: LedgerContext) => ({
  country: recipient.country || sender.country,
  zones: zonesOf(recipient),
  line: recipient.line,
  hasEmail: recipient.emails.length > 0,
  hasPhone: recipient.phones.length > 0,
  areaCodes: recipient.phones.map(({ number }) => /^\+1(\d{3})/.exec(number)?.[1]).filter((code) => code !== undefined),
})
