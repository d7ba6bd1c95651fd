import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isZone } from '../calendar/day.ts'
import { canada } from './canada.ts'
import { foldTight } from './fold.ts'
import type { Gazetteer, Place } from './gazetteer.ts'
import { findPlace, placesNear, quebec } from './place.ts'
import { zoneOfPlace } from './place-zone.ts'
import { regionName } from './province.ts'

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '')
const spellings: Readonly<Record<string, (name: string) => string>> = {
  'as it is': (name) => name,
  'in capitals': (name) => name.toUpperCase(),
  'in small letters': (name) => name.toLowerCase(),
  'without accents': plain,
  'in the other Unicode form': (name) => name.normalize('NFD'),
  'with spaces for hyphens': (name) => name.replaceAll(/[-–]+/g, ' '),
  'with hyphens for spaces': (name) => name.replaceAll(' ', '-'),
  'in one block': (name) => (/.\bS(?:ain)?te?\b/.test(name) ? name : name.replaceAll(/[-– ]/g, '')),
  'with curled apostrophes': (name) => name.replaceAll("'", '’'),
  'with St- and Ste-': (name) => name.replaceAll(/\bSaint(e?)(?=[- ])/g, 'St$1'),
  'with St. and Ste.': (name) => name.replaceAll(/\bSaint(e?)[- ]/g, 'St$1. '),
  'with Saint- and Sainte-': (name) => name.replaceAll(/\bSt(e?)\.?(?=[- ])/g, 'Saint$1'),
  'lazily, all at once': (name) =>
    plain(name.replaceAll(/\bSaint(e?)-/g, 'st$1 '))
      .toLowerCase()
      .replaceAll('-', ' '),
}

// What is named: the place itself, or every place of that name when there are several.
const named = (text: string, gazetteer: Gazetteer): readonly Place[] => {
  const found = gazetteer.find(text)
  return found.ok ? [found.place] : found.reason === 'ambiguous' ? found.places : []
}

test.each(Object.entries(spellings))('every place of Quebec is known by its name %s', (_, spell) => {
  expect(quebec.places.filter((place) => !named(spell(place.name), quebec).includes(place)).map(({ name }) => spell(name))).toEqual([])
})

test.each(Object.entries(spellings))('every other place of Canada is known by its name %s and its province', (_, spell) => {
  expect(canada.places.filter((place) => !named(`${spell(place.name)}, ${place.province}`, canada).includes(place)).map(({ name }) => spell(name))).toEqual([])
})

test.each(['%, QC', '% (Québec)', '% QC', '%, Québec, Canada', '%, Qc  J2B 1A1', 'Ville de %'])(
  'a place of Quebec is known with what is written around it: « %s »',
  (around) => {
    const missed = quebec.places.filter((place) => !named(around.replace('%', place.name), quebec).includes(place))
    expect(missed.map(({ name }) => name)).toEqual([])
  },
)

test('who lives in Wickham or Notre-Dame-du-Bon-Conseil is near a talk in Drummondville', () => {
  const [talk] = named('Drummondville', quebec)
  const near = talk ? placesNear(talk, 20).map(({ name }) => name) : []
  expect(near).toEqual(expect.arrayContaining(['Wickham', 'Notre-Dame-du-Bon-Conseil']))
})

test('the region decides between two places of Quebec that have one name', () => {
  const twins = quebec.places.filter(({ name }) => named(name, quebec).length > 1)
  expect(twins.length).toBeGreaterThan(4)
  for (const twin of twins) expect(findPlace(`${twin.name}, ${regionName(twin.region)}`)).toEqual({ ok: true, place: twin })
})

test('no census tract is a place, and no two places stand under one province, region and name', () => {
  expect(quebec.places.filter(({ name }) => /^ct \d/i.test(name))).toEqual([])
  const keys = canada.places.map(({ name, province, region }) => `${province} ${region} ${foldTight(name)}`)
  expect(keys.length - new Set(keys).size).toBe(0)
  expect(canada.places.every(({ latitude, longitude }) => latitude > 41 && latitude < 84 && longitude > -142 && longitude < -52)).toBe(true)
})

const provinceOf = (text: string): string => {
  const found = findPlace(text, canada)
  return found.ok ? found.place.province : found.reason
}

test.each([
  ['Windsor', 'QC'],
  ['Windsor, ON', 'ON'],
  ['Windsor Ontario', 'ON'],
  ['Windsor N9A 1A1', 'ON'],
  ['Richmond (C.-B.)', 'BC'],
  ['Moncton', 'NB'],
  ['Saint-Jean, T.-N.-L.', 'unknown'],
  ["St. John's", 'NL'],
  ['Saint John', 'NB'],
  ['Sainte-Anne', 'unknown'],
  ['Saint-Anne', 'unknown'],
  ['Ste. Anne, MB', 'MB'],
  ['Victoria', 'ambiguous'],
  ['Victoria BC', 'BC'],
  ['London, Ontario', 'ON'],
])('a name alone is Quebec’s first, and the province or the postal code decides: « %s » is %s', (text, province) => {
  expect(provinceOf(text)).toBe(province)
})

test('a place outside Quebec is not taken for its namesake in Quebec, nor a foreign one for one of Canada', () => {
  expect(findPlace('Windsor, ON')).toEqual({ ok: false, reason: 'unknown' })
  expect(['Paris', 'Paris, France', 'London', 'London, UK', 'Waterloo, Belgique'].map(provinceOf)).toEqual(Array.from({ length: 5 }, () => 'unknown'))
})

test.each([
  ['Mtl', 'Montréal'],
  ['stejulie', 'Sainte-Julie'],
  ['3-Rivières', 'Trois-Rivières'],
  ['Asbestos', 'Val-des-Sources'],
  ['St-Jean s/Richelieu', 'Saint-Jean-sur-Richelieu'],
  ['Rosemont', 'Rosemont–La Petite-Patrie'],
  ['Ile Perrot', "L'Île-Perrot"],
  ['Îles-de-la-Madeleine', 'Les Îles-de-la-Madeleine'],
  ['Iles de la Madeleine (Québec)', 'Les Îles-de-la-Madeleine'],
  ['WICKHAM', 'Wickham'],
  ['Notre-Dame du Bon-Conseil', 'Notre-Dame-du-Bon-Conseil'],
  ['Grand-Mere', 'Grand-Mère'],
  ['Cap de la Madeleine', 'Cap-de-la-Madeleine'],
  ['Mt-Tremblant', 'Mont-Tremblant'],
  ['St-Georges de Beauce', 'Saint-Georges'],
  ['Ste-Marie-de-Beauce', 'Sainte-Marie'],
  ['Rouyn', 'Rouyn-Noranda'],
])('people also write « %s » for %s', (text, name) => {
  expect(findPlace(text)).toMatchObject({ ok: true, place: { name } })
})

test('no text stops the search, and what is found bears the name that was asked', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 150 }), fc.constantFrom(...canada.places), (noise, place) => {
      expect(() => canada.find(noise)).not.toThrow()
      const found = canada.find(`${noise}${place.name}`)
      if (found.ok) expect(canada.places).toContain(found.place)
    }),
  )
})

test.each([
  ['Drummondville', 'America/Toronto'],
  ['Cap-aux-Meules', 'America/Halifax'],
  ['Îles-de-la-Madeleine', 'America/Halifax'],
  ['Vancouver', 'America/Vancouver'],
  ['Cranbrook', 'America/Edmonton'],
  ['Dawson Creek', 'America/Dawson_Creek'],
  ['Kenora', 'America/Winnipeg'],
  ['Thunder Bay', 'America/Toronto'],
  ['Regina', 'America/Regina'],
  ['Moncton', 'America/Moncton'],
  ['Happy Valley-Goose Bay', 'America/Goose_Bay'],
  ["St. John's", 'America/St_Johns'],
  ['Iqaluit', 'America/Iqaluit'],
])('one calls %s by the clock of %s', (text, zone) => {
  const found = findPlace(text, canada)
  expect(found.ok && zoneOfPlace(found.place)).toBe(zone)
})

test('the clock of every place is one that exists', () => {
  expect(canada.places.map(zoneOfPlace).filter((zone) => !isZone(zone))).toEqual([])
})
