import { foldTight } from './fold.ts'
import type { Province } from './province.ts'
import { readWrittenPlace } from './written-place.ts'

/** A point on Earth, in decimal degrees. */
export type Point = { readonly latitude: number; readonly longitude: number }

/** A place of the gazetteer. `region` is the number of the administrative region of Quebec (`17` is Centre-du-Québec), empty elsewhere. */
export type Place = Point & { readonly name: string; readonly province: Province; readonly region: string }

/** The answer to « what place is this? »; `ambiguous` gives every place of that name. */
export type PlaceReading =
  | { readonly ok: true; readonly place: Place }
  | { readonly ok: false; readonly reason: 'unknown' }
  | { readonly ok: false; readonly reason: 'ambiguous'; readonly places: readonly Place[] }

/** Some places, and the question of which one a text means. */
export type Gazetteer = { readonly places: readonly Place[]; readonly find: (text: string) => PlaceReading }

const UNKNOWN = { ok: false, reason: 'unknown' } as const
const LONGEST = 120

const OTHER_NAMES: Readonly<Record<string, string>> = {
  quebeccity: 'quebec',
  mtl: 'montreal',
  stehyacinthe: 'sainthyacinthe',
  '3rivieres': 'troisrivieres',
  asbestos: 'valdessources',
  sorel: 'soreltracy',
  valleyfield: 'salaberrydevalleyfield',
  ddo: 'dollarddesormeaux',
  ndg: 'notredamedegrace',
  saintjeansurlerichelieu: 'saintjeansurrichelieu',
  saintjeansrichelieu: 'saintjeansurrichelieu',
  magdalenislands: 'lesilesdelamadeleine',
  mttremblant: 'monttremblant',
  saintgeorgesdebeauce: 'saintgeorges',
  saintmariedebeauce: 'saintmarie',
  rouyn: 'rouynnoranda',
  noranda: 'rouynnoranda',
}

// Written alone by someone who speaks French, these are the cities of Europe, or the half of a name of Quebec: Sainte-Anne-de-la-Pérade.
const NEED_A_PROVINCE = new Set(['paris', 'london', 'saintanne'])

/**
 * Makes a gazetteer. It finds a place by its name as people write it: without accents, hyphens or case, `St` for `Saint`, with
 * or without its province, `(Québec)`, a region, a postal code or `Ville de`. A name alone is Quebec's before it is another
 * province's, and two places of one name are never chosen between.
 */
export function createGazetteer(places: readonly Place[]): Gazetteer {
  const byName = new Map<string, readonly Place[]>()
  const put = (key: string, place: Place): unknown => byName.set(key, [...(byName.get(key) ?? []), place])
  for (const place of places) put(foldTight(place.name), place)
  for (const place of places) for (const form of otherForms(place.name)) if (!byName.has(form)) put(form, place)

  const under = (key: string): readonly Place[] =>
    byName.get(key) ?? byName.get(OTHER_NAMES[key] ?? '') ?? byName.get(key.replace(/^(?:sainte|ste?)(?=\p{L})/u, 'saint')) ?? []
  const find = (text: string): PlaceReading => {
    if (text.length > LONGEST) return UNKNOWN
    const asked = readWrittenPlace(text)
    if (asked.isAbroad) return UNKNOWN
    for (const name of asked.names) {
      const named = under(name).filter(
        ({ province, region }) => (asked.province === undefined || province === asked.province) && (asked.region === undefined || region === asked.region),
      )
      const own = named.filter(({ province }) => province === 'QC')
      const meant = own.length > 0 ? own : asked.province === undefined && (asked.isElsewhere || NEED_A_PROVINCE.has(name)) ? [] : named
      const [only] = meant
      if (meant.length > 1) return { ok: false, reason: 'ambiguous', places: meant }
      if (only) return { ok: true, place: only }
    }
    return UNKNOWN
  }
  return { places, find }
}

// `Rosemont–La Petite-Patrie` is also written `Rosemont`, and `L'Île-Perrot` without its article.
const otherForms = (name: string): readonly string[] => [
  ...(name.includes('–') ? name.split('–').map(foldTight) : []),
  ...(/^(?:l['’]|l[ae]s? )/iu.test(name) ? [foldTight(name.replace(/^(?:l['’]|l[ae]s? )/iu, ''))] : []),
]
