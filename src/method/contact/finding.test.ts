import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldName } from './fold.ts'
import { createSearch, matches, searchKey } from './search.ts'
import { formatPhone, phoneKey, readPhone } from './phone.ts'
import { emailKey, isPlausibleEmail } from './email.ts'
import type { Place } from './gazetteer.ts'
import { cityInAddress, distanceKm, findPlace, placesNear } from './place.ts'

const words = fc.string({ unit: 'grapheme', maxLength: 40 })

test.each([
  ['St-Onge', 'SAINT ONGE'],
  ['Sainte-Foy', 'ste foy'],
  ['Ste. Foy', 'Sainte Foy'],
  ['Cœur-de-Lynx', 'coeur de lynx'],
  ['L’Écuyer', "l'ecuyer"],
  ['Noe\u0301mie', 'Noémie'],
])('%s and %s fold to one name', (a, b) => {
  expect(foldName(a)).toBe(foldName(b))
})

test('folding twice folds no further, and no Unicode form changes it', () => {
  fc.assert(
    fc.property(fc.oneof(words, fc.constantFrom('St Ste Jean', 'ste', 'St-St-X', 'Sainte')), (text) => {
      expect(foldName(foldName(text))).toBe(foldName(text))
      expect(foldName(text.normalize('NFD'))).toBe(foldName(text.normalize('NFC')))
    }),
  )
})

const josee = {
  name: 'Josée St-Onge',
  organisation: 'Coop de l’Érable',
  city: 'Sainte-Julienne',
  tags: ['Salon'],
  emails: [{ address: 'josee@example.org' }],
  phones: [{ number: '+18195550134', extension: '12' }],
}

test.each([
  'josee',
  'st-o',
  'saint onge',
  'onge jos',
  'erable',
  'ste-jul',
  'salon',
  '555-0134',
  '(819) 555',
  '+1 819 555 0134',
  'josee@example',
  'stonge',
  'st',
])('Josée St-Onge is found by « %s »', (query) => {
  expect(matches(query, searchKey(josee))).toBe(true)
})

test.each(['marie', '555-9999', 'josee montreal', '', '   '])('Josée St-Onge is not found by « %s »', (query) => {
  expect(matches(query, searchKey(josee))).toBe(false)
})

test('however « saint » is written and however it is typed, she is found at each letter on the way', () => {
  const spelled = ['Hélène Saint-Onge', 'Hélène St-Onge', 'Hélène St. Onge', 'Hélène Sainte-Onge', 'HELENE STE ONGE']
  for (const name of spelled) {
    const key = searchKey({ name, city: 'Lévis' })
    for (const typed of spelled) {
      const missed = Array.from(typed, (_, at) => typed.slice(0, at + 1)).filter((query) => !matches(query, key))
      expect({ name, missed }).toEqual({ name, missed: [] })
    }
  }
  expect(matches('helene st', searchKey({ name: 'Hélène Sainton' }))).toBe(false)
  expect(
    createSearch([
      ['a', { name: 'Hélène Roy', city: 'Saint-Jérôme' }],
      ['b', { name: 'Hélène Saint-Onge' }],
    ]).search('helene st'),
  ).toEqual(['b', 'a'])
})

test('a name that begins with the query comes before one that only contains it, and a change is seen at once', () => {
  const people = createSearch([
    ['a', { name: 'Lucie Marchand' }],
    ['b', { name: 'Marc Roy' }],
    ['c', { name: 'Démarches inc.' }],
  ])
  expect(people.search('marc')).toEqual(['b', 'a', 'c'])
  people.put('a', { name: 'Lucie Roy' })
  people.remove('c')
  expect(people.search('marc')).toEqual(['b'])
  expect(people.search('roy', 1)).toHaveLength(1)
  expect(people.size()).toBe(2)
})

test('twenty thousand people are searched whole', () => {
  const people = createSearch(
    Array.from(
      { length: 20_000 },
      (_, index) => [String(index), { name: `Personne ${index}`, phones: [{ number: `+1514${String(5_550_000 + index)}` }] }] as const,
    ),
  )
  expect(people.search('personne 19999')).toEqual(['19999'])
  expect(people.search('514 556-9999')).toEqual(['19999'])
})

test.each([
  ['514 873-6565 poste 123', '+15148736565', '123'],
  ['(819) 555-0107, poste 12', '+18195550107', '12'],
  ['514-873-6565 ext. 7', '+15148736565', '7'],
  ['514-873-6565x12', '+15148736565', '12'],
  ['514-873-6565 #12', '+15148736565', '12'],
  ['tel:+1-418-656-9254;ext=102', '+14186569254', '102'],
  ['1 888 873-6202', '+18888736202', undefined],
  ['BusinessPhone', 'BusinessPhone', undefined],
  ['123', '123', undefined],
])('the telephone « %s » is read', (text, number, extension) => {
  const phone = readPhone(text)
  expect(phone.number).toBe(number)
  expect(phone.extension).toBe(extension)
})

test('a telephone is written as in Quebec, without a break inside', () => {
  expect(formatPhone('+15148736565', '123', 'fr')).toBe('514\u00A0873\u20116565, poste\u00A0123')
  expect(formatPhone('+18888736202', undefined, 'fr')).toBe('1\u00A0888\u00A0873\u20116202')
  expect(formatPhone('+15148736565', '123', 'en')).toBe('514\u2011873\u20116565, ext.\u00A0123')
  expect(formatPhone('BusinessPhone', undefined, 'fr')).toBe('BusinessPhone')
})

test('two extensions of one number are two telephones, and a number as typed meets its E.164 form', () => {
  expect(phoneKey({ number: '+15148736565', extension: '1' })).not.toBe(phoneKey({ number: '+15148736565', extension: '2' }))
  expect(phoneKey({ number: '555-555-1111' })).toBe(phoneKey({ number: '1 555 555 1111' }))
  expect(phoneKey({ number: 'poste 12' })).toBeUndefined()
})

test('an address is compared without capitals, and its plausibility is modest', () => {
  expect(emailKey(' Marie <MARIE@Example.com> ')).toBe('marie@example.com')
  expect(['a@b.ca', 'o’neil@ex.ca', 'marie+x@sous.domaine.quebec', 'josé@café.ca'].every(isPlausibleEmail)).toBe(true)
  expect(['', 'a', '@b.ca', 'a@b', 'a@@b.ca', 'a b@c.ca', 'a@b..ca', '* Other', `${'a'.repeat(70)}@b.ca`].some(isPlausibleEmail)).toBe(false)
})

const place = (name: string): Place => {
  const found = findPlace(name)
  if (!found.ok) throw new Error(`${name}: ${found.reason}`)
  return found.place
}

test.each([
  ['Drummondville, QC', 'Drummondville'],
  ['drummondville (québec)', 'Drummondville'],
  ['Drummondville QC  J2B 1A1', 'Drummondville'],
  ['MONTREAL', 'Montréal'],
  ['Ville de Québec', 'Québec'],
  ['Québec', 'Québec'],
  ['St-Jérôme', 'Saint-Jérôme'],
  ['saint adolphe d howard', "Saint-Adolphe-d'Howard"],
  ['Ste-Julienne', 'Sainte-Julienne'],
])('« %s » is %s', (text, name) => {
  expect(place(text).name).toBe(name)
})

test('two places of one name are never chosen between, and an unknown one is said unknown', () => {
  expect(findPlace('Saint-Raymond')).toMatchObject({ ok: false, reason: 'ambiguous' })
  expect(findPlace('Paris')).toEqual({ ok: false, reason: 'unknown' })
  expect(findPlace('')).toEqual({ ok: false, reason: 'unknown' })
})

test.each([
  ['Drummondville', 'Montréal', 95.41793154637405],
  ['Drummondville', 'Sherbrooke', 70.31547275079339],
  ['Drummondville', 'Trois-Rivières', 51.59481315740943],
  ['Drummondville', 'Québec', 141.9099526166925],
  ['Montréal', 'Sherbrooke', 132.27358545308815],
  ['Montréal', 'Trois-Rivières', 122.95895397760317],
  ['Montréal', 'Québec', 233.25557629059446],
  ['Sherbrooke', 'Trois-Rivières', 116.46772364265239],
  ['Sherbrooke', 'Québec', 165.65872451382617],
  ['Trois-Rivières', 'Québec', 114.36785858852598],
])('from %s to %s there are %f km, both ways', (a, b, km) => {
  expect(distanceKm(place(a), place(b))).toBeCloseTo(km, 6)
  expect(distanceKm(place(b), place(a))).toBeCloseTo(km, 6)
})

test('places near Drummondville begin with itself and stay within the distance', () => {
  const near = placesNear(place('Drummondville'), 40)
  expect(near[0]?.name).toBe('Drummondville')
  expect(near.every((one) => one.km <= 40)).toBe(true)
  expect(near.map((one) => one.name)).not.toContain('Montréal')
})

test('the city of an address written on one line is found, and never taken from the street', () => {
  expect(cityInAddress('12, rue Montcalm, Drummondville, QC J2B 1A1')).toBe('Drummondville')
  expect(cityInAddress('Montcalm')).toBeUndefined()
})
