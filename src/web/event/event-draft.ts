import type { Day, Instant } from '#method/calendar/day.ts'
import { cleanLine, foldTight } from '#method/contact/fold.ts'
import type { Gazetteer, Place } from '#method/contact/gazetteer.ts'
import type { Event } from '#method/event/event.ts'

/** An event as a screen writes it. */
export type EventEntry = Omit<Event, 'memberId'>

/** Where an event is: the words and, when they name a known place, its point. */
export type WrittenPlace = Pick<Event, 'place' | 'latitude' | 'longitude'>

/** An event of which only the day is known. */
export const blankEvent = (id: string, day: Day, at: Instant): EventEntry => ({
  id,
  title: '',
  place: '',
  latitude: null,
  longitude: null,
  venue: '',
  day,
  time: null,
  until: null,
  offerId: null,
  subjects: [],
  link: '',
  note: '',
  createdAt: at,
  archivedAt: null,
})

/** A place as it is written: outside Quebec its province goes with it, so that `Windsor` and `Windsor, ON` stay two. */
export const placeName = ({ name, province }: Pick<Place, 'name' | 'province'>): string => (province === 'QC' ? name : `${name}, ${province}`)

/** The place that was picked from the list. */
export const pickedPlace = (place: Place): WrittenPlace => ({ place: placeName(place), latitude: place.latitude, longitude: place.longitude })

/** The place that words name; without a point when they name none, or several. */
export const readPlace = (typed: string, gazetteer: Gazetteer): WrittenPlace => {
  const place = cleanLine(typed).slice(0, 200)
  const found = gazetteer.find(place)
  return found.ok ? { place, latitude: found.place.latitude, longitude: found.place.longitude } : { place, latitude: null, longitude: null }
}

const most = 8

/** The places that begin as typed, those of Quebec first. */
export const suggestedPlaces = (typed: string, { places }: Gazetteer): readonly Place[] => {
  const key = foldTight(typed.split(',')[0] ?? '')
  if (key === '') return []
  const found: Place[] = []
  for (const place of places) {
    if (foldTight(place.name).startsWith(key)) found.push(place)
    if (found.length === most) break
  }
  return found
}

/** Subjects separated by commas, each once. */
export const readSubjects = (text: string): readonly string[] => {
  const seen = new Set<string>()
  return text
    .split(/[,;\n]/)
    .map((subject) => cleanLine(subject).slice(0, 100))
    .filter((subject) => subject !== '' && !seen.has(foldTight(subject)) && seen.add(foldTight(subject)))
    .slice(0, 50)
}

/** Events to come, soonest first, then past ones, latest first; a day that lasts counts until its last. */
export const eventsAround = (events: Iterable<Event>, today: Day): { readonly coming: readonly Event[]; readonly past: readonly Event[] } => {
  const kept = [...events].filter(({ archivedAt }) => archivedAt === null)
  const isPast = ({ day, until }: Event) => (until ?? day) < today
  const byDay = (a: Event, b: Event) => (a.day === b.day ? (a.id < b.id ? -1 : 1) : a.day < b.day ? -1 : 1)
  return { coming: kept.filter((event) => !isPast(event)).sort(byDay), past: kept.filter(isPast).sort((a, b) => byDay(b, a)) }
}
