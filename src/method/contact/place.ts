import { foldName, foldTight } from './fold.ts'
import { quebecPlaces } from './places.ts'

/** A point on Earth, in decimal degrees. */
export type Point = { readonly latitude: number; readonly longitude: number }

/** A place of the gazetteer. `region` is the number of the administrative region of Quebec (`17` is Centre-du-Québec). */
export type Place = Point & { readonly name: string; readonly region: string }

/** The answer to « what place is this? »; `ambiguous` gives every place of that name. */
export type PlaceReading =
  | { readonly ok: true; readonly place: Place }
  | { readonly ok: false; readonly reason: 'unknown' }
  | { readonly ok: false; readonly reason: 'ambiguous'; readonly places: readonly Place[] }

const UNKNOWN = { ok: false, reason: 'unknown' } as const
const LONGEST = 120
const EARTH_RADIUS_KM = 6371.0088

/** Every place of the gazetteer, in its own order. */
export const places: readonly Place[] = quebecPlaces
  .split(';')
  .map((line) => line.trim())
  .filter((line) => line !== '')
  .map((line) => {
    const [name = '', latitude = '', longitude = '', region = ''] = line.split('|')
    return { name, latitude: Number(latitude), longitude: Number(longitude), region }
  })

const byName = new Map<string, Place[]>()
for (const place of places) {
  const key = foldTight(place.name)
  byName.set(key, [...(byName.get(key) ?? []), place])
}

const OTHER_NAMES: Readonly<Record<string, string>> = { quebeccity: 'quebec', mtl: 'montreal', stehyacinthe: 'sainthyacinthe' }

/**
 * Finds a place by its name as people write it: without accents, hyphens or case, `St` for `Saint`, with or without
 * `, QC`, `(Québec)`, a postal code or `Ville de`. Two places of one name are never chosen between.
 */
export function findPlace(text: string): PlaceReading {
  if (text.length > LONGEST) return UNKNOWN
  const [first = ''] = text.split(/[,(\n]/)
  for (const attempt of [text, first]) {
    for (const key of keysOf(attempt)) {
      const found = byName.get(OTHER_NAMES[key] ?? key)
      const [only] = found ?? []
      if (found && found.length > 1) return { ok: false, reason: 'ambiguous', places: found }
      if (only) return { ok: true, place: only }
    }
  }
  return UNKNOWN
}

function keysOf(text: string): readonly string[] {
  const whole = foldName(text.replace(/\b[A-Z]\d[A-Z][ -]?\d[A-Z]\d\b/giu, ' '))
  const outside = whole.replace(/(?: (?:qc|pq|que|quebec|canada|ca))+$/, '')
  const title = /^(?:ville|municipalite|paroisse|canton|village|cite|city) (?:de|d|du|des|of) /
  return [...new Set([whole, outside, whole.replace(title, ''), outside.replace(title, '')])].filter((key) => key !== '').map((key) => key.replaceAll(' ', ''))
}

/** The form under which two written cities are one: the place's own name when it is known, else the folded text. */
export function cityKey(text: string): string {
  const found = findPlace(text)
  return foldTight(found.ok ? found.place.name : found.reason === 'ambiguous' ? (found.places[0]?.name ?? text) : text)
}

/** Great-circle distance in kilometres (haversine on the mean radius 6371.0088 km), symmetric, 0 for the same point (algorithms C). */
export function distanceKm(a: Point, b: Point): number {
  const radians = Math.PI / 180
  const dLat = (b.latitude - a.latitude) * radians
  const dLon = (b.longitude - a.longitude) * radians
  const lat = Math.cos(a.latitude * radians) * Math.cos(b.latitude * radians)
  const h = Math.sin(dLat / 2) ** 2 + lat * Math.sin(dLon / 2) ** 2
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h)))
}

/** Places within `km` of a point, nearest first, the point's own place included. */
export function placesNear(point: Point, km: number): readonly (Place & { readonly km: number })[] {
  return places
    .map((place) => ({ ...place, km: distanceKm(point, place) }))
    .filter((place) => place.km <= km)
    .sort((a, b) => a.km - b.km)
}

/** The city named in an address written freely: the last part, between commas or lines, that the gazetteer knows. */
export function cityInAddress(address: string): string | undefined {
  const parts = address.split(/[,\n]/).map((part) => part.trim())
  // The first part is the street: `12, rue Montcalm` must not become the place of that name.
  for (const part of parts.slice(1).reverse()) {
    const outside = part.replace(/^(?:qc|québec|quebec)$/iu, '')
    if (outside === '') continue
    const found = findPlace(outside)
    if (found.ok) return found.place.name
  }
  return undefined
}
