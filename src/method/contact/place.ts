import { foldTight } from './fold.ts'
import { createGazetteer, type Gazetteer, type Place, type PlaceReading, type Point } from './gazetteer.ts'
import { quebecPlaces } from './places.ts'

const EARTH_RADIUS_KM = 6371.0088

/** Every place of the gazetteer of Quebec, in its own order. */
export const places: readonly Place[] = quebecPlaces
  .split(';')
  .map((line) => line.trim())
  .filter((line) => line !== '')
  .map((line) => {
    const [name = '', latitude = '', longitude = '', region = ''] = line.split('|')
    return { name, latitude: Number(latitude), longitude: Number(longitude), province: 'QC', region }
  })

/** The places of Quebec. The rest of Canada is in `canada.ts`, for who needs it. */
export const quebec: Gazetteer = createGazetteer(places)

/** Finds a place by its name as people write it (see `createGazetteer`); in Quebec unless a larger gazetteer is given. */
export const findPlace = (text: string, gazetteer: Gazetteer = quebec): PlaceReading => gazetteer.find(text)

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
export function placesNear(point: Point, km: number, gazetteer: Gazetteer = quebec): readonly (Place & { readonly km: number })[] {
  return gazetteer.places
    .map((place) => ({ ...place, km: distanceKm(point, place) }))
    .filter((place) => place.km <= km)
    .sort((a, b) => a.km - b.km)
}

/** The city named in an address written freely: the last part, between commas or lines, that the gazetteer knows. */
export function cityInAddress(address: string, gazetteer: Gazetteer = quebec): string | undefined {
  const parts = address.split(/[,\n]/).map((part) => part.trim())
  // The first part is the street: `12, rue Montcalm` must not become the place of that name.
  for (const part of parts.slice(1).reverse()) {
    const outside = part.replace(/^(?:qc|québec|quebec)$/iu, '')
    if (outside === '') continue
    const found = findPlace(outside, gazetteer)
    if (found.ok) return found.place.name
  }
  return undefined
}
