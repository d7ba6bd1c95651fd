import type { Language, Words } from './language.ts'

// Cities whose name in a time zone is not the one people write.
const cities: Readonly<Record<string, Words>> = {
  'America/Montreal': { fr: 'Montréal', en: 'Montréal' },
  'America/New_York': { fr: 'New York', en: 'New York' },
  'America/St_Johns': { fr: 'Saint-Jean (T.-N.-L.)', en: 'St. John’s' },
  'Europe/Athens': { fr: 'Athènes', en: 'Athens' },
  'Europe/Brussels': { fr: 'Bruxelles', en: 'Brussels' },
  'Europe/Lisbon': { fr: 'Lisbonne', en: 'Lisbon' },
  'Europe/London': { fr: 'Londres', en: 'London' },
  'Europe/Vienna': { fr: 'Vienne', en: 'Vienna' },
}

/** A time zone by its city: `Bruxelles`, `Saint-Jean (T.-N.-L.)`; `Brussels`. */
export const zoneCity = (zone: string, language: Language): string => cities[zone]?.[language] ?? zone.replace(/^.*\//, '').replaceAll('_', ' ')

/** The same after « à l’heure »: `de Toronto`, `d’Edmonton`; in English the city alone. */
export const ofZoneCity = (zone: string, language: Language): string => {
  const city = zoneCity(zone, language)
  if (language === 'en') return city
  return /^[aeiouyhàâéèêëîïôù]/iu.test(city) ? `d’${city}` : `de ${city}`
}
