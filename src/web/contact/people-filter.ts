import { addDays, dayOf, type Day } from '#method/calendar/day.ts'
import { relationships, type Contact, type Relationship } from '#method/contact/contact.ts'
import { foldTight } from '#method/contact/fold.ts'
import type { Place } from '#method/contact/gazetteer.ts'
import { cityKey, distanceKm, findPlace } from '#method/contact/place.ts'

export const stepFilters = ['late', 'today', 'none'] as const
export const contactFilters = ['never', '30', '90'] as const
export const standFilters = ['let-go', 'archived', 'deleted'] as const

/** What the list shows; it lives in the address of the page, so that going back finds it again. */
export type PeopleFilter = {
  readonly q: string
  readonly city: string
  readonly near: string
  readonly km: number
  readonly relationship: Relationship | ''
  readonly tag: string
  readonly step: (typeof stepFilters)[number] | ''
  readonly contact: (typeof contactFilters)[number] | ''
  readonly stand: (typeof standFilters)[number] | ''
}

export const everyone: PeopleFilter = { q: '', city: '', near: '', km: 25, relationship: '', tag: '', step: '', contact: '', stand: '' }

const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value).slice(0, 200) : '')
const oneOf = <T extends string>(value: unknown, choices: readonly T[]): T | '' => choices.find((choice) => choice === text(value)) ?? ''

/** Reads a filter from the search part of the address; whatever is not understood is left out. */
export const readPeopleFilter = (search: Readonly<Record<string, unknown>>): PeopleFilter => {
  const km = Number(text(search['km']))
  return {
    q: text(search['q']),
    city: text(search['city']),
    near: text(search['near']),
    tag: text(search['tag']),
    km: Number.isFinite(km) && km >= 1 && km <= 1000 ? Math.round(km) : everyone.km,
    relationship: oneOf(search['relationship'], relationships),
    step: oneOf(search['step'], stepFilters),
    contact: oneOf(search['contact'], contactFilters),
    stand: oneOf(search['stand'], standFilters),
  }
}

/** The filter as the search part of an address, without what is left open. */
export const writePeopleFilter = (filter: PeopleFilter): Readonly<Record<string, string | number>> =>
  Object.fromEntries(Object.entries(filter).filter(([name, value]) => value !== '' && (name !== 'km' || filter.near !== '')))

/** The place that « près de » names: the first of that name when several bear it. */
export const placeNear = (name: string): Place | undefined => {
  if (name === '') return undefined
  const found = findPlace(name)
  if (found.ok) return found.place
  return found.reason === 'ambiguous' ? found.places[0] : undefined
}

/** The test that a filter sets, without its words to search. Distances are measured once per city. */
export const keeps = (filter: PeopleFilter, today: Day, zone: string): ((contact: Contact) => boolean) => {
  const city = filter.city === '' ? '' : cityKey(filter.city)
  const tag = foldTight(filter.tag)
  const centre = placeNear(filter.near)
  const cities = new Map<string, { readonly key: string; readonly near: boolean }>()
  const placed = (name: string) => {
    const known = cities.get(name)
    if (known) return known
    const place = centre && placeNear(name)
    const one = { key: cityKey(name), near: place !== undefined && centre !== undefined && distanceKm(centre, place) <= filter.km }
    cities.set(name, one)
    return one
  }
  const isBefore = (contact: Contact, days: number) => contact.lastTouchAt === null || dayOf(contact.lastTouchAt, zone) < addDays(today, -days)
  return (contact) => {
    if (filter.stand === 'let-go' && !contact.letGo) return false
    if (filter.relationship !== '' && contact.relationship !== filter.relationship) return false
    if (tag !== '' && !contact.tags.some((one) => foldTight(one) === tag)) return false
    if (city !== '' && (contact.city === '' || placed(contact.city).key !== city)) return false
    if (filter.near !== '' && (contact.city === '' || !placed(contact.city).near)) return false
    const due = contact.nextStep?.due
    if (filter.step === 'late' && !(due !== undefined && due < today)) return false
    if (filter.step === 'today' && due !== today) return false
    if (filter.step === 'none' && due !== undefined) return false
    if (filter.contact === 'never') return contact.lastTouchAt === null
    return filter.contact === '' || isBefore(contact, Number(filter.contact))
  }
}

/** Cities, or tags, from the most frequent to the least, each once however it is written. */
export const mostFrequent = (values: Iterable<string>, keyOf: (value: string) => string): readonly string[] => {
  const found = new Map<string, { readonly value: string; count: number }>()
  const keys = new Map<string, string>()
  for (const value of values) {
    if (value === '') continue
    const key = keys.get(value) ?? keyOf(value)
    keys.set(value, key)
    const one = found.get(key)
    if (one) one.count += 1
    else found.set(key, { value, count: 1 })
  }
  return [...found.values()].sort((a, b) => b.count - a.count || a.value.localeCompare(b.value, 'fr-CA')).map(({ value }) => value)
}
