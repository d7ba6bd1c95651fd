import { isZone } from '../calendar/day.ts'
import type { Contact } from '../contact/contact.ts'
import type { Gazetteer } from '../contact/gazetteer.ts'
import { cityInAddress, quebec } from '../contact/place.ts'
import { zoneOfPlace } from '../contact/place-zone.ts'
import type { Province } from '../contact/province.ts'
import { readWrittenPlace } from '../contact/written-place.ts'

const toronto = 'America/Toronto'
const halifax = 'America/Halifax'
const blancSablon = 'America/Blanc-Sablon'
const winnipeg = 'America/Winnipeg'
const edmonton = 'America/Edmonton'

const ofProvince: Readonly<Record<Province, readonly string[]>> = {
  AB: [edmonton],
  BC: ['America/Vancouver', edmonton, 'America/Creston', 'America/Dawson_Creek', 'America/Fort_Nelson'],
  MB: [winnipeg],
  NB: ['America/Moncton'],
  NL: ['America/St_Johns', 'America/Goose_Bay'],
  NS: [halifax],
  NT: [edmonton, 'America/Inuvik'],
  NU: ['America/Iqaluit', 'America/Rankin_Inlet', 'America/Cambridge_Bay', 'America/Atikokan'],
  ON: [toronto, winnipeg, 'America/Atikokan'],
  PE: [halifax],
  QC: [toronto, halifax, blancSablon],
  SK: ['America/Regina', edmonton, winnipeg],
  YT: ['America/Whitehorse'],
}
const ofCanada = [...new Set(Object.values(ofProvince).flat())]

// The beginnings of postal codes that have a clock of their own; the first line that fits, else the zones of the province.
const ofPostalCodes: readonly (readonly [beginning: RegExp, zones: readonly string[]])[] = [
  [/^G4T/, [halifax]],
  [/^G0G/, [toronto, blancSablon]],
  [/^[GHJ]/, [toronto]],
  [/^P0T/, ofProvince.ON],
  [/^(?:P8|P9|P0[VWXY])/, [winnipeg]],
  [/^[KLMNP]/, [toronto]],
  [/^(?:V0[ABC]|V1[ACGJ])/, ofProvince.BC],
  [/^V/, ['America/Vancouver']],
  [/^(?:A2V|A0[KPR])/, ofProvince.NL],
  [/^A/, ['America/St_Johns']],
  [/^S9V/, [edmonton]],
  [/^S(?!0)/, ['America/Regina']],
  [/^X0[ABC]/, ofProvince.NU],
  [/^X/, ofProvince.NT],
]

// Countries of one clock, those that a seller of Quebec meets; the United States by their whole width.
const ofCountry: Readonly<Record<string, readonly string[]>> = {
  BE: ['Europe/Brussels'],
  CH: ['Europe/Zurich'],
  CI: ['Africa/Abidjan'],
  DE: ['Europe/Berlin'],
  DZ: ['Africa/Algiers'],
  FR: ['Europe/Paris'],
  GB: ['Europe/London'],
  HT: ['America/Port-au-Prince'],
  IE: ['Europe/Dublin'],
  IT: ['Europe/Rome'],
  LU: ['Europe/Luxembourg'],
  MA: ['Africa/Casablanca'],
  SN: ['Africa/Dakar'],
  TN: ['Africa/Tunis'],
  US: ['America/New_York', 'America/Chicago', 'America/Denver', 'America/Phoenix', 'America/Los_Angeles', 'America/Anchorage', 'Pacific/Honolulu'],
}
// The overseas departments have postal codes of their own.
const ofFrenchPostalCode: Readonly<Record<string, string>> = {
  '971': 'America/Guadeloupe',
  '972': 'America/Martinique',
  '973': 'America/Cayenne',
  '974': 'Indian/Reunion',
  '976': 'Indian/Mayotte',
  '987': 'Pacific/Tahiti',
  '988': 'Pacific/Noumea',
}

// What a number that is not of North America says of where its owner may be: a country, never a region.
const ofCallingCode: Readonly<Record<string, readonly string[]>> = {
  '32': ofCountry['BE'] ?? [],
  '33': ofCountry['FR'] ?? [],
  '39': ofCountry['IT'] ?? [],
  '41': ofCountry['CH'] ?? [],
  '44': ofCountry['GB'] ?? [],
  '49': ofCountry['DE'] ?? [],
  '212': ofCountry['MA'] ?? [],
  '213': ofCountry['DZ'] ?? [],
  '216': ofCountry['TN'] ?? [],
  '221': ofCountry['SN'] ?? [],
  '225': ofCountry['CI'] ?? [],
  '262': ['Indian/Reunion', 'Indian/Mayotte'],
  '352': ofCountry['LU'] ?? [],
  '353': ofCountry['IE'] ?? [],
  '508': ['America/Miquelon'],
  '509': ofCountry['HT'] ?? [],
  '590': ['America/Guadeloupe'],
  '594': ['America/Cayenne'],
  '596': ['America/Martinique'],
  '687': ['Pacific/Noumea'],
  '689': ['Pacific/Tahiti'],
}
const callingCode = new RegExp(`^\\+(${Object.keys(ofCallingCode).join('|')})`)
const isOfNorthAmerica = (number: string): boolean => !/^\+(?!1)/.test(number)

// The zones of her numbers from elsewhere: none when one of them is of a country whose clock is not known here.
const zonesOfNumbers = (numbers: readonly string[]): readonly string[] => {
  const zones = numbers.map((number) => ofCallingCode[callingCode.exec(number)?.[1] ?? ''] ?? [])
  return zones.some((each) => each.length === 0) ? [] : [...new Set(zones.flat())]
}

const postalCode = /(?<![\p{L}\p{N}])([ABCEGHJ-NPRSTVXY]\d[A-Z])[ -]?\d[A-Z]\d(?![\p{L}\p{N}])/iu

/**
 * The zones that someone may be in, most likely first: the one she chose, else by postal code, place, province, country; every zone of
 * her country when nothing says more, and none when the country does not tell (law T4, T6). Never by area code: 418 has three clocks. A
 * number of another continent adds its country to what is possible when only the number is known of her.
 */
export const zonesOf = (
  { zone, country, city, address, phones }: Pick<Contact, 'zone' | 'country' | 'city' | 'address' | 'phones'>,
  senderCountry: string,
  gazetteer: Gazetteer = quebec,
): readonly string[] => {
  if (zone !== '' && isZone(zone)) return [zone]
  const where = country || senderCountry
  if (where === 'FR') return [ofFrenchPostalCode[/\b(9[78]\d)\d\d\b/.exec(`${address} ${city}`)?.[1] ?? ''] ?? 'Europe/Paris']
  if (where !== 'CA') return ofCountry[where] ?? []
  const placed = zonesInCanada(city, address, gazetteer)
  if (typeof placed !== 'string') return placed
  const from = country === '' ? phones.map(({ number }) => number).filter((number) => !isOfNorthAmerica(number)) : []
  if (from.length === 0) return placed === 'abroad' ? [] : ofCanada
  const away = zonesOfNumbers(from)
  return placed === 'abroad' || from.length === phones.length || away.length === 0 ? away : [...new Set([...ofCanada, ...away])]
}

// `unsaid` and `abroad`: no place of Canada is named, or a place that is not in Canada.
const zonesInCanada = (city: string, address: string, gazetteer: Gazetteer): readonly string[] | 'unsaid' | 'abroad' => {
  const code = (postalCode.exec(address) ?? postalCode.exec(city))?.[1]?.toUpperCase()
  const byCode = code === undefined ? undefined : ofPostalCodes.find(([beginning]) => beginning.test(code))?.[1]
  if (byCode) return byCode
  const readings = [city, address].map(readWrittenPlace)
  const province = readings.find((reading) => reading.province !== undefined)?.province
  for (const text of [city, cityInAddress(address, gazetteer) ?? '']) {
    const found = gazetteer.find(text)
    const places = found.ok ? [found.place] : found.reason === 'ambiguous' ? found.places : []
    // `…, Richmond, BC` is not the Richmond of Quebec, though its middle part alone is.
    const possible = places.filter((place) => province === undefined || place.province === province)
    if (possible.length > 0) return [...new Set(possible.map(zoneOfPlace))]
  }
  if (province) return ofProvince[province]
  return readings.some(({ isAbroad }) => isAbroad) ? 'abroad' : 'unsaid'
}
