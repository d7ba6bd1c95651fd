import { startDraft, type DraftBuilder } from './assemble.ts'
import { withoutFormulaGuard } from './formula.ts'
import { foldWords } from './fold.ts'
import { readHeading, type ColumnField } from './headings.ts'
import { readLabel } from './labels.ts'
import { isPlausibleEmail } from './email.ts'
import { cityInAddress } from './place.ts'
import type { DraftRead } from './vcard.ts'
import { readDate, type DateOrder } from './written-date.ts'
import type { Relationship } from './contact.ts'

/** A column and what it is; `label` and `group` only serve e-mails and telephones. */
export type Column = { readonly heading: string; readonly field: ColumnField; readonly label: string; readonly group: number }

/** How a file is read: shown, editable and remembered. Without `hasHeading` the first row is a person. */
export type Mapping = { readonly hasHeading: boolean; readonly columns: readonly Column[]; readonly dateOrder: DateOrder }

/** How an amount is read; given by the caller, because sales come after contacts in the order of words (`readMoney` of `sale/money.ts` serves). */
export type AmountReader = (text: string) => { readonly ok: true; readonly cents: number } | { readonly ok: false }

/** The fields a person can choose for a column, in the order they are offered. */
export const columnFields: readonly ColumnField[] = [
  'name',
  'givenName',
  'middleName',
  'familyName',
  'namePrefix',
  'nameSuffix',
  'organisation',
  'role',
  'email',
  'emailLabel',
  'phone',
  'phoneLabel',
  'extension',
  'city',
  'address',
  'street',
  'region',
  'postalCode',
  'country',
  'website',
  'birthday',
  'tags',
  'notes',
  'source',
  'relationship',
  'language',
  'lastContact',
  'value',
  'note',
  'ignore',
]

/** What the columns of a file seem to be, from its first row and a few others. Unknown columns that hold text become notes. */
export function proposeMapping(firstRow: readonly string[], samples: readonly (readonly string[])[]): Mapping {
  const meanings = firstRow.map(readHeading)
  const holdsValues = firstRow.some(isValue)
  const dateOrder = guessDateOrder(firstRow, samples)
  if (holdsValues || meanings.every((meaning) => meaning === undefined)) {
    return { hasHeading: !holdsValues, columns: guessColumns(firstRow, holdsValues ? [firstRow, ...samples] : samples, holdsValues), dateOrder }
  }
  const fields = new Set(meanings.map((meaning) => meaning?.field))
  const roles = meanings.filter((meaning) => meaning?.field === 'role').length
  const columns = firstRow.map((heading, index): Column => {
    const meaning = meanings[index]
    const values = samples.map((row) => row[index] ?? '')
    const field = meaning === undefined ? (heading.trim() === '' ? 'ignore' : 'note') : settle(meaning.field, heading, fields, values, roles > 1)
    return { heading: heading.trim(), field, label: meaning?.label ?? '', group: meaning?.group ?? 1 }
  })
  return { hasHeading: true, columns, dateOrder }
}

const MOST_TITLES = 10
const filled = (row: readonly string[]): number => row.filter((cell) => cell.trim() !== '').length
const isValue = (cell: string): boolean => isPlausibleEmail(cell.trim()) || /^\+?[\d\s().-]{10,}$/.test(cell.trim())
const meant = (row: readonly string[]): number => new Set(row.map((cell) => readHeading(cell)?.field).filter((field) => field !== undefined)).size

/**
 * The place of the row that bears the headings: the first, unless titles stand above it, as in lists made for paper (« Mes clients »,
 * a date, then the table). A title fills fewer cells than the headings, and holds no address and no telephone.
 */
export function findHeading(rows: readonly (readonly string[])[]): number {
  const [first = []] = rows
  if (meant(first) > 1) return 0
  const at = rows.slice(0, MOST_TITLES + 1).findIndex((row, place) => place > 0 && meant(row) > 1 && !row.some(isValue))
  if (at < 1) return 0
  const width = filled(rows[at] ?? [])
  return rows.slice(0, at).every((row) => filled(row) < width && filled(row) <= 2 && !row.some((cell) => isValue(cell) && !readDate(cell).ok)) ? at : 0
}

/** Whether anything shows that a file is one of people: a known heading, an e-mail, a telephone. Else its first column is only guessed to be a name. */
export const isOfPeople = ({ hasHeading, columns }: Mapping): boolean =>
  !hasHeading || columns.some(({ heading, field }) => field === 'email' || field === 'phone' || readHeading(heading) !== undefined)

/** A word such as « Nom », « Title » or « Poste » means one thing or another by what stands beside it or under it. */
function settle(
  field: ColumnField,
  heading: string,
  fields: ReadonlySet<ColumnField | undefined>,
  values: readonly string[],
  hasOtherRole: boolean,
): ColumnField {
  const folded = foldWords(heading)
  if (field === 'name' && fields.has('givenName') && !fields.has('familyName') && /^(?:nom|name)$/.test(folded)) return 'familyName'
  if (field === 'role' && /^(?:title|titre)$/.test(folded) && hasOtherRole) return 'namePrefix'
  if (field === 'role' && /^(?:title|titre)$/.test(folded) && values.some((value) => /^(?:m|mr|mrs|ms|mme|dr|dre|me)\.?$/iu.test(value.trim())))
    return 'namePrefix'
  if (field === 'extension' && values.some((value) => /\p{L}/u.test(value))) return 'role'
  return field
}

function guessColumns(firstRow: readonly string[], rows: readonly (readonly string[])[], noHeading: boolean): Column[] {
  let hasName = false
  return firstRow.map((heading, index) => {
    const values = rows.map((row) => (row[index] ?? '').trim()).filter((value) => value !== '')
    let field: ColumnField = 'note'
    if (values.some((value) => isPlausibleEmail(value))) field = 'email'
    else if (values.some((value) => /^\+?[\d\s().-]{10,}/.test(value))) field = 'phone'
    else if (!hasName && values.some((value) => /\p{L}/u.test(value))) field = 'name'
    hasName ||= field === 'name'
    return { heading: noHeading ? '' : heading.trim(), field, label: '', group: index + 1 }
  })
}

function guessDateOrder(firstRow: readonly string[], samples: readonly (readonly string[])[]): DateOrder {
  const written = samples.flat().map((cell) => /^(\d{1,2})[/-](\d{1,2})[/-]\d{2,4}$/.exec(cell.trim()))
  if (written.some((found) => found && Number(found[1]) > 12)) return 'day-first'
  if (written.some((found) => found && Number(found[2]) > 12)) return 'month-first'
  // Outlook in English writes dates in the order of the United States.
  return firstRow.some((heading) => /^e-?mail display name$|^business street$/iu.test(heading.trim())) ? 'month-first' : 'day-first'
}

const NAME_PARTS = ['namePrefix', 'givenName', 'middleName', 'familyName', 'nameSuffix'] as const

/** Reads one row as a person. Without `readAmount` a value is only kept in the notes. A row with more filled cells than columns is refused: its commas are not where they seem. */
export function applyMapping(cells: readonly string[], mapping: Mapping, readAmount?: AmountReader): DraftRead {
  if (cells.slice(mapping.columns.length).some((cell) => cell.trim() !== '')) return { ok: false, reason: 'too-many-cells' }
  const values = cells.map((cell, index) => tidy(withoutFormulaGuard(cell.trim()).trim(), mapping.columns[index]?.field))
  const draft = startDraft()
  const first = (field: ColumnField, group?: number): string => {
    const index = mapping.columns.findIndex(
      (column, at) => column.field === field && (group === undefined || column.group === group) && (values[at] ?? '') !== '',
    )
    return index < 0 ? '' : (values[index] ?? '')
  }
  mapping.columns.forEach((column, index) => {
    const text = values[index] ?? ''
    if (text !== '' && column.field === 'value') readValue(column.heading, text, draft, readAmount)
    else if (text !== '') readCell(column, text, mapping, draft, first)
  })
  readPostalAddress(first, draft)
  const composed = NAME_PARTS.map((part) => first(part))
    .filter((part) => part !== '')
    .join(' ')
  const result = draft.finish(first('name') || composed)
  return result ? { ok: true, ...result } : { ok: false, reason: 'no-name' }
}

/** Runs of blanks become one, so that no cell made of them can slow the reading; notes keep theirs. */
function tidy(text: string, field: ColumnField | undefined): string {
  return field === 'notes' ? text : text.replace(/\s{2,}/gu, (blanks) => (blanks.includes('\n') ? '\n' : ' '))
}

type First = (field: ColumnField, group?: number) => string

function readCell(column: Column, text: string, mapping: Mapping, draft: DraftBuilder, first: First): void {
  const { field, heading } = column
  if (field === 'email') readEmails(column, text, draft, first)
  else if (field === 'phone') {
    const label = column.label || readLabel(first('phoneLabel', column.group))
    const extension = column.group === 1 ? first('extension') : ''
    for (const one of text.split(/\s*:::\s*|\n|\s+\/\s+|;(?!\s*ext)/u)) draft.phone(label, one, extension)
  } else if (field === 'tags') for (const one of text.split(/:::|[,;\n]/u)) readTag(one, draft)
  else if (field === 'birthday' || field === 'lastContact') readDay(field, column, text, mapping.dateOrder, draft)
  else if (field === 'relationship') readWord(field, heading, text, relationshipOf(text), draft)
  else if (field === 'language') readWord(field, heading, text, languageOf(text), draft)
  else if (field === 'note') draft.note(withHeading(heading, text))
  else if (field === 'city' || field === 'website') for (const one of text.split(/\s*:::\s*/u)) draft.single(field, one, heading)
  else if (field === 'organisation' || field === 'role' || field === 'notes' || field === 'source') draft.single(field, text, heading)
}

function readEmails(column: Column, text: string, draft: DraftBuilder, first: First): void {
  const label = column.label || readLabel(first('emailLabel', column.group))
  const several = (text.match(/@/gu) ?? []).length > 1
  for (const one of text.split(several ? /\s*:::\s*|[;,\n]\s*|\s+(?=\S+@)/u : /\s*:::\s*/u)) {
    // Google sometimes leaves the mark of a label where there is no address.
    if (!/^\*\s/u.test(one.trim())) draft.email(label, one)
  }
}

function readTag(text: string, draft: DraftBuilder): void {
  const bare = text.trim().replace(/^\*\s*/u, '')
  if (!/^my ?contacts$/iu.test(bare)) draft.tag(bare)
}

function readDay(field: 'birthday' | 'lastContact', column: Column, text: string, order: DateOrder, draft: DraftBuilder): void {
  const read = readDate(text, order)
  if (read.ok && (field === 'birthday' || !read.date.startsWith('--'))) {
    if (read.ambiguous) draft.warn({ field, reason: 'ambiguous-date', text })
    return draft.single(field, read.date, column.heading)
  }
  if (!read.ok && read.reason === 'empty') return
  draft.warn({ field, reason: 'not-a-date', text })
  draft.note(withHeading(column.heading, text))
}

function readValue(heading: string, text: string, draft: DraftBuilder, readAmount: AmountReader | undefined): void {
  const read = readAmount?.(text)
  if (read?.ok) draft.value(read.cents)
  else if (read) draft.warn({ field: 'value', reason: 'not-an-amount', text })
  draft.note(withHeading(heading, text))
}

function readWord(field: 'relationship' | 'language', heading: string, text: string, word: string | undefined, draft: DraftBuilder): void {
  if (word !== undefined) return draft.single(field, word, heading)
  draft.warn({ field, reason: 'not-a-word-we-know', text })
  draft.note(withHeading(heading, text))
}

function withHeading(heading: string, text: string): string {
  return heading === '' ? text : `${heading}\u00A0: ${text}`
}

const RELATIONSHIPS: readonly (readonly [RegExp, Relationship])[] = [
  [/^(?:ancien(?:ne)? cliente?|past client|former client|ex cliente?)$/, 'past-client'],
  [/^(?:client potentiel|cliente potentielle|potential|potential client|potentiel|prospect|lead)$/, 'potential'],
  [/^(?:cliente?|customer|clients?)$/, 'client'],
  [/^(?:partenaire|partner|collaborateur|collaboratrice)$/, 'partner'],
  [/^(?:autre|other)$/, 'other'],
]

function relationshipOf(text: string): Relationship | undefined {
  const folded = foldWords(text)
  return RELATIONSHIPS.find(([words]) => words.test(folded))?.[1]
}

function languageOf(text: string): 'fr' | 'en' | undefined {
  const folded = foldWords(text)
  if (/^(?:fr|fra|fre|fr ca|francais|francaise|french)$/.test(folded)) return 'fr'
  return /^(?:en|eng|en ca|anglais|anglaise|english)$/.test(folded) ? 'en' : undefined
}

function readPostalAddress(first: First, draft: DraftBuilder): void {
  const whole = first('address')
  const street = first('street')
  const postal = first('postalCode')
  const around = [first('city'), `${first('region')} ${postal}`.trim()].filter((part) => part !== '')
  if (whole !== '') draft.single('address', whole, '')
  else if (street !== '' || postal !== '') draft.single('address', [street, ...around].filter((part) => part !== '').join(', '), '')
  if (first('city') === '') draft.single('city', cityInAddress(whole || street) ?? '', '')
}
