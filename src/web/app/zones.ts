import type { Language } from '#language/language.ts'
import { zoneCity } from '#language/zone-names.ts'

// Those of the people of METHOD.md first; the browser knows all the others.
const usual = [
  'America/Toronto',
  'America/Montreal',
  'America/Halifax',
  'America/Moncton',
  'America/Winnipeg',
  'America/Edmonton',
  'America/Vancouver',
  'America/St_Johns',
  'Europe/Paris',
]

/** Every zone that the browser knows, by its city in the language of the screen: the usual ones first, then in the order of the alphabet; `current` is always there. */
export const zoneChoices = (current: string, language: Language): readonly { readonly value: string; readonly label: string }[] => {
  const choice = (zone: string) => ({ value: zone, label: zoneCity(zone, language) })
  const first = [...new Set([current, ...usual])].map(choice)
  const known = new Set(first.map(({ label }) => label))
  const others = new Map(Intl.supportedValuesOf('timeZone').map((zone) => [zoneCity(zone, language), choice(zone)]))
  return [...first, ...[...others.values()].filter(({ label }) => !known.has(label)).toSorted((a, b) => a.label.localeCompare(b.label, language))]
}
