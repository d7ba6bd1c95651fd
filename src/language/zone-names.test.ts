import { expect, test } from 'vitest'
import { ofZoneCity, zoneCity } from './zone-names.ts'

test('a time zone is named by its city, as people write it', () => {
  expect(['Europe/Brussels', 'Europe/London', 'America/St_Johns', 'America/Los_Angeles'].map((zone) => zoneCity(zone, 'fr'))).toEqual([
    'Bruxelles',
    'Londres',
    'Saint-Jean (T.-N.-L.)',
    'Los Angeles',
  ])
  expect(zoneCity('Europe/Brussels', 'en')).toBe('Brussels')
  expect(zoneCity('America/Argentina/Buenos_Aires', 'fr')).toBe('Buenos Aires')
})

test('it follows « à l’heure » with its elision', () => {
  expect([ofZoneCity('America/Toronto', 'fr'), ofZoneCity('America/Edmonton', 'fr'), ofZoneCity('America/Toronto', 'en')]).toEqual([
    'de Toronto',
    'd’Edmonton',
    'Toronto',
  ])
})
