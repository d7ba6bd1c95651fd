import { startDraft, type DraftBuilder, type DraftWarning } from './assemble.ts'
import { relationships, type Relationship } from './contact.ts'
import { cleanLine } from './fold.ts'
import { readLabel } from './labels.ts'
import { cityInAddress } from './place.ts'
import type { ContactDraft } from './draft.ts'
import type { CardProperty, RawCard } from './vcard-lines.ts'
import { readDate } from './written-date.ts'

/** A person read from a card or a row, or why the row cannot be one. */
export type DraftRead =
  | { readonly ok: true; readonly draft: ContactDraft; readonly warnings: readonly DraftWarning[] }
  | { readonly ok: false; readonly reason: RowRefusal }

/** Why one row (or card) is refused, the others being read. */
export type RowRefusal = 'no-name' | 'too-many-cells'

/** What one card tells of a person. Properties that are no field of a person (pictures, messaging, times) are left out. */
export function readCard(card: RawCard): DraftRead {
  const draft = startDraft()
  const labels = groupLabels(card.properties)
  for (const property of card.properties) readProperty(property, labels, draft)
  draft.single('language', cardLanguage(card.properties) ?? '', '')
  const result = draft.finish(cardName(card.properties))
  return result ? { ok: true, ...result } : { ok: false, reason: 'no-name' }
}

function cardName(properties: readonly CardProperty[]): string {
  const text = (name: string): string => properties.find((property) => property.name === name && property.value.trim() !== '')?.value ?? ''
  const formatted = unescapeText(text('FN')).trim()
  const [family = '', given = '', middle = '', prefix = '', suffix = ''] = components(text('N'))
  const composed = [prefix, given, middle, family, suffix].filter((part) => part !== '').join(' ')
  if (formatted !== '' && !(formatted.includes('@') && composed !== '')) return formatted
  return composed === '' ? unescapeText(text('NICKNAME')) : composed
}

/** Apple and Google write a label of one's own beside the property, in a group: `item1.TEL` and `item1.X-ABLabel`. */
function groupLabels(properties: readonly CardProperty[]): ReadonlyMap<string, string> {
  const labels = properties.filter((property) => property.name === 'X-ABLABEL' && property.group !== '')
  return new Map(labels.map((property) => [property.group, unescapeText(property.value)]))
}

function readProperty(property: CardProperty, labels: ReadonlyMap<string, string>, draft: DraftBuilder): void {
  const value = property.value.trim()
  if (value === '') return
  const label = readLabel(labels.get(property.group) ?? typeWord(property))
  if (property.name === 'EMAIL') draft.email(label, unescapeText(value))
  else if (property.name === 'TEL') draft.phone(label, unescapeText(value))
  else if (property.name === 'ADR') readAddress(property, draft)
  else if (property.name === 'BDAY') readBirthday(property, draft)
  else if (property.name === 'CATEGORIES') for (const tag of splitEscaped(value, ',')) addTag(tag, draft)
  else if (property.name === 'NOTE') draft.single('notes', unescapeText(value), '')
  else readOneLine(property.name, value, draft)
}

function readOneLine(name: string, value: string, draft: DraftBuilder): void {
  const text = unescapeText(value)
  if (name === 'ORG') draft.single('organisation', components(value)[0] ?? '', '')
  else if (name === 'TITLE' || name === 'ROLE') draft.single('role', text, '')
  else if (name === 'URL') draft.single('website', text, '')
  else if (name === 'X-ENTRAIN-SOURCE') draft.single('source', text, '')
  else if (name === 'X-ENTRAIN-RELATIONSHIP' && isRelationship(text)) draft.single('relationship', text, '')
  else if (name === 'X-ENTRAIN-LAST-CONTACT') {
    const read = readDate(text)
    if (read.ok) draft.single('lastContact', read.date, '')
  }
}

function isRelationship(text: string): text is Relationship {
  return (relationships as readonly string[]).includes(text)
}

/** The first language of a card is the preferred one; the others are not noted. */
function cardLanguage(properties: readonly CardProperty[]): string | undefined {
  for (const property of properties) {
    const language = property.name === 'LANG' ? /^(fr|en)\b/iu.exec(property.value.trim())?.[1] : undefined
    if (language !== undefined) return language.toLowerCase()
  }
  return undefined
}

/** Labels of systems that name a folder and not a person. */
function addTag(text: string, draft: DraftBuilder): void {
  const bare = text.trim().replace(/^\*\s*/u, '')
  if (!/^my ?contacts$/iu.test(bare)) draft.tag(bare)
}

function typeWord(property: CardProperty): string {
  const types = (property.parameters.get('TYPE') ?? []).map((type) => type.toLowerCase())
  const known = ['fax', 'pager', 'cell', 'work', 'home', 'main'].find((type) => types.includes(type))
  return known ?? types.find((type) => !['pref', 'internet', 'voice', 'msg', 'x400', 'text', 'video'].includes(type)) ?? ''
}

function readAddress(property: CardProperty, draft: DraftBuilder): void {
  const [box = '', extended = '', street = '', city = '', region = '', postal = '', country = ''] = components(property.value)
  const written = property.parameters.get('LABEL')?.[0]
  const around = [city, `${region} ${postal}`, country].map(oneLine)
  const line = [box, street, extended]
    .map(oneLine)
    .concat(around)
    .filter((part) => part !== '')
    .join(', ')
  draft.single('city', oneLine(city) || (cityInAddress(`${extended}\n${street}`) ?? ''), '')
  // A city and a country alone are not an address.
  const isAddress = [box, street, extended, postal].some((part) => oneLine(part) !== '')
  if (written !== undefined || isAddress) draft.single('address', written ?? line, '')
}

function oneLine(text: string): string {
  return cleanLine(text).replace(/,\s*$/u, '')
}

function readBirthday(property: CardProperty, draft: DraftBuilder): void {
  const read = readDate(unescapeText(property.value))
  if (!read.ok) {
    if (read.reason === 'not-a-date') draft.warn({ field: 'birthday', reason: 'not-a-date', text: property.value })
    return
  }
  // Apple writes 1604 for a birthday of which the year is not known.
  const noYear = property.parameters.get('X-APPLE-OMIT-YEAR')?.[0] === read.date.slice(0, 4)
  const isFirst = property.parameters.get('ALTID') === undefined || property.parameters.get('VALUE')?.[0]?.toLowerCase() !== 'text'
  if (isFirst) draft.single('birthday', noYear ? `--${read.date.slice(5)}` : read.date, '')
}

function components(value: string): readonly string[] {
  return splitEscaped(value, ';').map((part) => part.trim())
}

/** Splits at a mark that is not escaped, and takes the escapes out of each part. */
function splitEscaped(value: string, mark: string): string[] {
  const parts: string[] = []
  let from = 0
  for (let index = 0; index < value.length; index++) {
    if (value[index] === '\\') index++
    else if (value[index] === mark) {
      parts.push(value.slice(from, index))
      from = index + 1
    }
  }
  return [...parts, value.slice(from)].map(unescapeText)
}

function unescapeText(value: string): string {
  return value.replace(/\\([nN,;:"\\])/g, (_, letter: string) => (letter === 'n' || letter === 'N' ? '\n' : letter))
}
