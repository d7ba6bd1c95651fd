import { addDays, asDay, instantAt, type Day, type Instant } from '#method/calendar/day.ts'
import type { Contact, NotNow, Relationship } from '#method/contact/contact.ts'
import type { PlaceReading } from '#method/contact/gazetteer.ts'
import { distanceKm, findPlace } from '#method/contact/place.ts'
import type { Enquiry } from '#method/enquiry/enquiry.ts'
import type { Event, Invitation } from '#method/event/event.ts'
import { invitationId } from '#method/event/event.ts'
import type { InviteFacts } from '#method/event/past-with-us.ts'
import { asCents, type Offer, type Sale } from '#method/sale/sale.ts'
import { aContact, today, zone } from './a-day.ts'

const cities: readonly (readonly [string, number])[] = [
  ['Montréal', 24],
  ['Québec', 12],
  ['Laval', 7],
  ['Gatineau', 5],
  ['Longueuil', 6],
  ['Sherbrooke', 6],
  ['Trois-Rivières', 6],
  ['Drummondville', 5],
  ['Victoriaville', 3],
  ['Saint-Hyacinthe', 4],
  ['Granby', 4],
  ['Bécancour', 1],
  ['Nicolet', 1],
  ['Saint-Germain-de-Grantham', 1],
  ['Kingsey Falls', 1],
  ['Saguenay', 4],
  ['Rimouski', 2],
  ['', 8],
]
const topics = ['Prospection', 'Comptabilité', 'Site web', 'Gestion du temps', 'Photographie', 'Recrutement', 'Fiscalité', 'Image de marque'] as const

const read = new Map<string, PlaceReading>()
const cityOf = (name: string): PlaceReading => {
  const found = read.get(name) ?? findPlace(name)
  read.set(name, found)
  return found
}

/** Chance with a seed: the same people each time (mulberry32). */
export const seeded = (seed: number): (() => number) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export const coaching: Offer = { id: 'coaching', name: 'Accompagnement', price: asCents(200_000), archived: false, points: '', createdAt: null }
export const workshop: Offer = { id: 'workshop', name: 'Atelier d’un jour', price: asCents(15_000), archived: false, points: '', createdAt: null }

export const anEvent = (over: Partial<Event> = {}): Event => ({
  id: 'talk',
  memberId: 'nadia',
  title: 'Conférence à Drummondville',
  place: 'Drummondville',
  latitude: null,
  longitude: null,
  venue: '',
  day: addDays(today, 35),
  time: '19:00',
  until: null,
  offerId: 'workshop',
  subjects: ['Prospection'],
  link: '',
  note: '',
  createdAt: instantAt(today, '08:00', zone),
  archivedAt: null,
  ...over,
})

/** The person whom the method speaks of: a discovery call last February, « pas maintenant : budget ». */
export const sylvie = (over: Partial<Contact> = {}): Contact => {
  const february = '2026-02-12T15:00:00.000Z' as Instant
  const notNow: NotNow = { reason: 'budget', note: 'Appel découverte.', until: null, at: february, change: { type: 'event-near' } }
  const call = { touches: 1, lastTouchAt: february, firstReachedAt: february, lastReachedAt: february }
  return aContact({ id: 'sylvie', name: 'Sylvie Tremblay', city: 'Drummondville', interests: ['Prospection'], notNow, ...call, ...over })
}

/** What she wrote before that call. */
export const sylviesEnquiry: Enquiry = {
  id: 'sylvies-enquiry',
  memberId: 'nadia',
  contactId: 'sylvie',
  via: 'form',
  receivedAt: '2026-02-10T14:00:00.000Z' as Instant,
  name: 'Sylvie Tremblay',
  email: 'sylvie@exemple.ca',
  phone: '',
  city: 'Drummondville',
  subject: 'Appel découverte',
  words: 'Bonjour, je voudrais apprendre la prospection sans y perdre mes soirées.',
  language: 'fr',
  mayWrite: '',
  closedAt: null,
}

/** What nobody sees: why someone would say yes or no if she were asked in person. */
type Heart = {
  readonly loves: ReadonlySet<string>
  readonly bond: number
  readonly purse: number
  readonly travels: number
  readonly isBusy: boolean
  readonly km: number
}

const heartOf = (chance: () => number, city: string, venue: { latitude: number; longitude: number }): Heart => {
  const found = cityOf(city)
  const loves = new Set(topics.filter(() => chance() < 0.2))
  const travels = [15, 30, 45, 90][Math.floor(chance() * 4)] ?? 15
  return {
    loves,
    bond: chance() ** 1.5,
    purse: chance() * 3000,
    travels,
    isBusy: chance() < 0.08,
    km: found.ok ? distanceKm(found.place, venue) : 30 + chance() * 150,
  }
}

// Gates, one after the other, where the ranking adds weights: none makes up for another. One answer in twenty is a whim.
const saysYes = ({ loves, bond, purse, travels, isBusy, km }: Heart, whim: number): boolean => {
  const would = km <= travels && loves.has('Prospection') && bond > 0.3 && purse > 150 && !isBusy
  return whim < 0.05 ? !would : would
}

/** Someone's distance to the event by her city alone, for the rankings to beat. */
export const distanceTo = (event: Event, contact: Contact): number => {
  const [a, b] = [cityOf(event.place), cityOf(contact.city)]
  return a.ok && b.ok ? distanceKm(a.place, b.place) : Number.POSITIVE_INFINITY
}

/** An invented world: the facts that the seller has written down, and in `yes` those who would come if asked. */
export type InvitedWorld = { readonly event: Event; readonly facts: InviteFacts; readonly yes: ReadonlySet<string> }

/** Makes a world of that many people. What is written down follows from the hearts, with what people forget and mistake. */
export const invitedWorld = (seed: number, count: number): InvitedWorld => {
  const chance = seeded(seed)
  const event = anEvent()
  const lastYear = anEvent({ id: 'last-year', title: 'Atelier de l’an dernier', day: addDays(today, -300), subjects: ['Prospection'] })
  const found = findPlace(event.place)
  if (!found.ok) throw new Error('the event is nowhere')
  const contacts: Contact[] = []
  const sales: Sale[] = []
  const invitations: Invitation[] = []
  const enquiries: Enquiry[] = []
  const yes = new Set<string>()
  for (let n = 0; n < count; n += 1) {
    const id = `p${String(n).padStart(5, '0')}`
    const city = pick(cities, chance())
    const heart = heartOf(chance, city, found.place)
    if (saysYes(heart, chance())) yes.add(id)
    contacts.push(asWritten(id, n, city, heart, chance))
    if (heart.loves.has('Prospection') && heart.bond > 0.5 && heart.purse > 150 && chance() < 0.35)
      sales.push(aSale(id, addDays(today, -Math.floor(chance() * 700))))
    const [loved] = heart.loves
    if (loved !== undefined && heart.bond > 0.2 && chance() < 0.1) {
      enquiries.push({ ...sylviesEnquiry, id: `e-${id}`, contactId: id, subject: '', words: `Bonjour, j’aurais une question. ${loved}, est-ce votre métier?` })
    }
    if (heart.km <= heart.travels && heart.bond > 0.3 && chance() < 0.5) {
      const state = heart.loves.has('Prospection') && !heart.isBusy ? 'present' : 'declined'
      const at = instantAt(lastYear.day, '20:00', zone)
      invitations.push({ id: invitationId(lastYear.id, id), eventId: lastYear.id, contactId: id, memberId: 'nadia', state, channel: 'email', at })
    }
  }
  return { event, facts: { contacts, sales, offers: [coaching, workshop], events: [event, lastYear], invitations, enquiries }, yes }
}

const pick = (of: readonly (readonly [string, number])[], at: number): string => {
  let left = at * of.reduce((sum, [, weight]) => sum + weight, 0)
  for (const [name, weight] of of) {
    left -= weight
    if (left < 0) return name
  }
  return ''
}

const asWritten = (id: string, n: number, city: string, heart: Heart, chance: () => number): Contact => {
  const talked = heart.bond > 0.2 && chance() < 0.9
  const days = Math.floor(20 + chance() * 600)
  const lastTouchAt = chance() < 0.85 ? instantAt(addDays(today, -days), '10:00', zone) : null
  const lastReachedAt = talked ? lastTouchAt : null
  const unanswered = talked ? Math.floor(chance() * 2) : Math.floor(chance() * 6)
  const interests = topics.filter((topic) => (heart.loves.has(topic) ? chance() < 0.7 : chance() < 0.03))
  const relationship: Relationship = heart.bond > 0.7 ? (chance() < 0.5 ? 'client' : 'past-client') : chance() < 0.05 ? 'other' : 'potential'
  return aContact({
    id,
    name: `Personne ${n}`,
    city,
    interests,
    relationship,
    lastTouchAt,
    lastReachedAt,
    firstReachedAt: lastReachedAt,
    touches: unanswered + (talked ? 1 : 0),
    unansweredAt: lastTouchAt === null ? [] : Array.from({ length: unanswered }, () => lastTouchAt),
    notNow: talked && lastReachedAt !== null ? notNowOf(heart, lastReachedAt, chance) : null,
  })
}

// Asked for the whole accompaniment, which costs far more than a seat.
const notNowOf = ({ loves, purse, isBusy }: Heart, at: Instant, chance: () => number): NotNow | null => {
  if (chance() > 0.3) return null
  const said = (reason: string, change: NotNow['change'], until: Day | null = null): NotNow => ({ reason, note: '', until, at, change })
  if (isBusy) return said('timing', { type: 'date' }, addDays(today, 60 + Math.floor(chance() * 200)))
  if (!loves.has('Prospection')) return said(chance() < 0.5 ? 'has-another' : 'other', null)
  return purse < 2000 ? said('budget', chance() < 0.4 ? { type: 'event-near' } : null) : said('authority', { type: 'words', words: 'si mon associée vient' })
}

const aSale = (contactId: string, day: Day): Sale => ({
  id: `sale-${contactId}`,
  memberId: 'nadia',
  amount: asCents(15_000),
  currency: 'CAD',
  offerId: 'workshop',
  contactId,
  activityId: null,
  refunds: null,
  note: '',
  occurredAt: instantAt(asDay(day), '12:00', zone),
  day,
  zone,
  voidedAt: null,
  importId: null,
})
