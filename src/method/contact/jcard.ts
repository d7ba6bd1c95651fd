import type { CardProperty, RawCard } from './vcard-lines.ts'

/** Whether a text begins as jCard does: one card, or several in an array (RFC 7095). */
export const beginsAsJcard = (text: string): boolean => /^\s*\[\s*(?:\[\s*)?"vcard"\s*,/iu.test(text)

const escaped = (value: unknown): string =>
  String(value)
    .replace(/([\\;,])/g, '\\$1')
    .replace(/\r?\n/g, '\\n')
// A structured value keeps its parts apart with semicolons, and what a part holds several times with commas (RFC 7095, section 3.3.1.3).
const component = (value: unknown): string => (Array.isArray(value) ? value.map(escaped).join(',') : escaped(value))

const propertyOf = (told: unknown): CardProperty | null => {
  if (!Array.isArray(told) || told.length < 4) return null
  const [name, given, type, ...values] = told as readonly unknown[]
  if (typeof name !== 'string' || typeof given !== 'object' || given === null) return null
  const { group, ...others } = given as Readonly<Record<string, unknown>>
  const parameters = new Map(Object.entries(others).map(([key, value]) => [key.toUpperCase(), [value].flat().map(String)]))
  const written = values.map((value) => (Array.isArray(value) ? value.map(component).join(';') : type === 'uri' ? String(value) : escaped(value)))
  return { group: typeof group === 'string' ? group : '', name: name.toUpperCase(), parameters, value: written.join(',') }
}

const cardOf = (told: unknown, line: number): RawCard | null => {
  if (!Array.isArray(told) || String(told[0]).toLowerCase() !== 'vcard' || !Array.isArray(told[1])) return null
  return { line, properties: (told[1] as readonly unknown[]).flatMap((property) => propertyOf(property) ?? []) }
}

/** The cards of a jCard text, numbered in their order; `null` when it is not one. Values are escaped as in a vCard. */
export const readJcard = (text: string): readonly RawCard[] | null => {
  let told: unknown
  try {
    told = JSON.parse(text)
  } catch {
    return null
  }
  if (!Array.isArray(told)) return null
  const all = typeof told[0] === 'string' ? [told] : told
  const cards = all.map((one, place) => cardOf(one, place + 1))
  return cards.every((card): card is RawCard => card !== null) ? cards : null
}
