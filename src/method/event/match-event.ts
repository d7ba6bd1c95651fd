import { addDays, instantAt, type Day, type Instant } from '../calendar/day.ts'
import { isOpen, type Contact } from '../contact/contact.ts'
import type { PlaceReading, Point } from '../contact/gazetteer.ts'
import { distanceKm } from '../contact/place.ts'
import type { Offer } from '../sale/sale.ts'
import { answerToNotNow } from './answers-not-now.ts'
import type { Event } from './event.ts'
import type { InviteReason, NotNowAnswer } from './invite-reason.ts'
import type { Past } from './past-with-us.ts'
import { aboutness } from './what-about.ts'

/** What the judgement needs to know around the facts. `km` is the distance that counts as near. */
export type InviteSetting = {
  readonly today: Day
  readonly zone: string
  readonly km: number
  readonly find: (text: string) => PlaceReading
}

/** One event made ready to be compared with many people. */
export type ReadyEvent = {
  readonly event: Event
  readonly offer: Offer | undefined
  readonly point: Point | null
  readonly isAbout: (text: string) => boolean
  readonly isLike: (other: Event) => boolean
  readonly pointOf: (city: string) => Point | null
  readonly quietBefore: Instant
  readonly freshSince: Instant
  readonly knownSince: Instant
  readonly setting: InviteSetting
}

/** What an event is to one person. `score` orders people; it is no probability. `km` is `null` when a place is unknown. */
export type EventMatch = { readonly km: number | null; readonly isNear: boolean; readonly score: number; readonly reasons: readonly InviteReason[] }

/** Days without contact after which a client is one of those "not seen for long". */
export const quietDays = 180

const answerWeights: Readonly<Record<NotNowAnswer, number>> = { 'event-near': 2.8, offer: 2.6, words: 2, budget: 1.9, date: 1.6, timing: 1.2 }

// More than all the weights together: whoever is remembered comes before whoever is only well matched.
const remembered = 16

/**
 * The flash of memory of claim 6, which is a group of its own: someone near, spoken with, whose "not now" this event answers, and whom
 * nobody has pressed since. Those whose words of that day were noted come first of all: the message can answer what she said.
 */
const memoryOf = (ready: ReadyEvent, { notNow, lastReachedAt, unansweredAt }: Contact): number =>
  notNow === null || lastReachedAt === null || unansweredAt.length > 0 || notNow.at < ready.knownSince
    ? 0
    : notNow.note.trim() === ''
      ? remembered
      : 2 * remembered

/** Prepares an event: its point, what it is about, and a memory of the cities met, which are few. */
export const readyEvent = (event: Event, offers: Iterable<Offer>, setting: InviteSetting): ReadyEvent => {
  const offer = event.offerId === null ? undefined : [...offers].find(({ id }) => id === event.offerId)
  const points = new Map<string, Point | null>()
  const pointOf = (city: string): Point | null => {
    const known = points.get(city)
    if (known !== undefined) return known
    const found = city === '' ? undefined : setting.find(city)
    const point = found?.ok ? found.place : null
    points.set(city, point)
    return point
  }
  const { latitude, longitude } = event
  const isAbout = aboutness([...event.subjects, ...(offer ? [offer.name] : [])], event.title, event.place)
  return {
    event,
    offer,
    point: latitude === null || longitude === null ? pointOf(event.place) : { latitude, longitude },
    isAbout,
    isLike: (other) => other.id !== event.id && ((other.offerId !== null && other.offerId === event.offerId) || other.subjects.some(isAbout)),
    pointOf,
    quietBefore: instantAt(addDays(setting.today, -quietDays), '00:00', setting.zone),
    freshSince: instantAt(addDays(setting.today, -2), '00:00', setting.zone),
    knownSince: instantAt(addDays(setting.today, -730), '00:00', setting.zone),
    setting,
  }
}

type Term = { readonly weight: number; readonly reason: InviteReason }

const nearTerm = (km: number | null, limit: number, city: string): readonly Term[] =>
  km === null || km > limit ? [] : [{ weight: 1.6 - (1.2 * km) / limit, reason: { kind: 'near', km: Math.round(km), city } }]

const interestTerm = (ready: ReadyEvent, { interests, tags }: Contact): readonly Term[] => {
  const about = [...interests, ...tags].filter(ready.isAbout)
  const [interest] = about
  return interest === undefined ? [] : [{ weight: about.length > 1 ? 2 : 1.7, reason: { kind: 'interest', interest } }]
}

const askedTerm = ({ isAbout }: ReadyEvent, { asked }: Past): readonly Term[] => {
  const about = asked.filter(({ subject, words }) => isAbout(subject) || isAbout(words)).sort((a, b) => (a.receivedAt < b.receivedAt ? 1 : -1))
  const [latest] = about
  return latest ? [{ weight: 1.5, reason: { kind: 'asked', at: latest.receivedAt, subject: latest.subject } }] : []
}

const boughtTerm = ({ event, offer }: ReadyEvent, past: Past): readonly Term[] => {
  const day = event.offerId === null ? undefined : past.bought.get(event.offerId)
  return day === undefined || !offer ? [] : [{ weight: 1.1, reason: { kind: 'bought', offer: offer.name, day } }]
}

const tookPartTerm = (ready: ReadyEvent, past: Past): readonly Term[] => {
  const before = past.tookPart.filter(({ id }) => id !== ready.event.id)
  const [latest] = [...before.filter(ready.isLike), ...before].sort((a, b) => Number(ready.isLike(b)) - Number(ready.isLike(a)) || (a.day < b.day ? 1 : -1))
  return latest ? [{ weight: ready.isLike(latest) ? 1.5 : 0.7, reason: { kind: 'took-part', title: latest.title, day: latest.day } }] : []
}

const quietTerm = (ready: ReadyEvent, { relationship, lastTouchAt }: Contact): readonly Term[] =>
  (relationship === 'client' || relationship === 'past-client') && lastTouchAt !== null && lastTouchAt < ready.quietBefore
    ? [{ weight: 0.8, reason: { kind: 'quiet', lastTouchAt } }]
    : []

// A "not now" of three years ago says half of what one of last week does.
const fading = (at: Instant, today: Day): number => 2 ** (-(Date.parse(`${today}T12:00:00Z`) - Date.parse(at)) / (3 * 365 * 86_400_000))

// What no sentence says but the order must know: the bond, fatigue, and a distance beyond the one chosen.
const background = (ready: ReadyEvent, contact: Contact, past: Past, km: number | null): number => {
  const { relationship, lastReachedAt, lastTouchAt, unansweredAt } = contact
  const bond = lastReachedAt === null ? -0.6 : lastReachedAt >= ready.knownSince ? 0.5 : 0
  const known = relationship === 'client' ? 0.3 : relationship === 'past-client' ? 0.2 : 0
  const fatigue =
    Math.min(1.8, unansweredAt.length * 0.3) + Math.min(1, past.declined * 0.5) + (lastTouchAt !== null && lastTouchAt >= ready.freshSince ? 0.5 : 0)
  const limit = ready.setting.km
  const away = ready.point === null ? 0 : km === null ? 0.8 : km > limit ? 0.8 + Math.min(2, (km - limit) / 60) : 0
  return bond + known - fatigue - away
}

/**
 * What an event is to someone: `null` when there is no reason to invite her, when she is let go, or when she asked to be left
 * until after it. Beyond the distance chosen, a reason that ties her to this very event is needed (claim 6).
 */
export const matchEvent = (ready: ReadyEvent, contact: Contact, past: Past): EventMatch | null => {
  if (!isOpen(contact)) return null
  const { event, point, offer, setting } = ready
  const own = point === null ? null : ready.pointOf(contact.city)
  const km = point === null || own === null ? null : distanceKm(point, own)
  const isNear = point === null || (km !== null && km <= setting.km)
  const tied: Term[] = [...interestTerm(ready, contact), ...askedTerm(ready, past), ...boughtTerm(ready, past), ...tookPartTerm(ready, past)]
  const near: Term[] = [...nearTerm(km, setting.km, contact.city), ...(isNear ? quietTerm(ready, contact) : [])]
  let unmet = 0
  let memory = 0
  if (contact.notNow) {
    const occasion = { day: event.day, isNear, offerId: event.offerId, offerSince: offer?.createdAt ?? null, isAbout: ready.isAbout, zone: setting.zone }
    const answer = answerToNotNow(contact.notNow, occasion)
    if (answer === 'too-early') return null
    const { reason, at } = contact.notNow
    if (answer === null) unmet = 0.8
    else {
      if (isNear && point !== null) memory = memoryOf(ready, contact)
      ;(isNear || answer === 'offer' || answer === 'words' ? tied : near).push({
        weight: answerWeights[answer] * fading(at, setting.today),
        reason: { kind: 'not-now', reason, at, answer },
      })
    }
  }
  // Living near is reason enough for whoever may become a client, not for a supplier or a friend.
  if (tied.length === 0 && (!isNear || near.length === 0 || contact.relationship === 'other')) return null
  const terms = [...tied, ...near].sort((a, b) => b.weight - a.weight)
  const score = memory + terms.reduce((sum, { weight }) => sum + weight, 0) + background(ready, contact, past, km) - unmet
  return { km, isNear, score, reasons: terms.map(({ reason }) => reason) }
}
