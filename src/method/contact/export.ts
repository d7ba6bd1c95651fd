import { withFormulaGuard } from './formula.ts'
import type { ContactDraft, DraftPhone } from './draft.ts'

/** A person as exported: a draft without the sales value. Empty fields may be absent or empty. */
export type Exportable = Omit<ContactDraft, 'value' | 'language' | 'relationship' | 'lastContact'> & {
  readonly language?: string | undefined
  readonly relationship?: string | undefined
  readonly lastContact?: string | undefined
}

/**
 * A CSV file in pieces (RFC 4180, CR LF, a byte-order mark for Excel). Every cell is quoted when it must be, and guarded against
 * formulas: what leaves is text, and numbers with a point for their decimals, which are never formulas (SECURITY, CSV injection).
 */
export function* writeCsv(headings: readonly string[], rows: Iterable<readonly (string | number)[]>): Generator<string, void> {
  yield `\uFEFF${csvLine(headings)}`
  for (const row of rows) yield csvLine(row)
}

function csvLine(cells: readonly (string | number)[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}

function csvCell(cell: string | number): string {
  if (typeof cell === 'number') return String(cell)
  const safe = withFormulaGuard(cell)
  return /[",;\t\r\n]|^\s|\s$/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

const FRENCH = {
  name: 'Nom complet',
  organisation: 'Entreprise',
  role: 'Fonction',
  email: 'Courriel',
  emailLabel: 'Type de courriel',
  phone: 'Téléphone',
  phoneLabel: 'Type de téléphone',
  city: 'Ville',
  address: 'Adresse',
  website: 'Site web',
  birthday: 'Anniversaire',
  tags: 'Étiquettes',
  notes: 'Notes',
  source: 'Source',
  relationship: 'Relation',
  language: 'Langue',
  lastContact: 'Dernier contact',
}
const ENGLISH: typeof FRENCH = {
  name: 'Full name',
  organisation: 'Company',
  role: 'Job title',
  email: 'E-mail',
  emailLabel: 'E-mail label',
  phone: 'Phone',
  phoneLabel: 'Phone label',
  city: 'City',
  address: 'Address',
  website: 'Website',
  birthday: 'Birthday',
  tags: 'Tags',
  notes: 'Notes',
  source: 'Source',
  relationship: 'Relationship',
  language: 'Language',
  lastContact: 'Last contact',
}

/** The headings of an export, with as many e-mail and telephone columns as the most furnished person needs. Entrain reads them back. */
export function exportHeadings(language: 'fr' | 'en', emails: number, phones: number): string[] {
  const words = language === 'fr' ? FRENCH : ENGLISH
  const pair = (value: string, label: string, index: number): string[] => {
    const numbered = language === 'fr' ? `${label} ${index + 1}` : label.replace(' ', ` ${index + 1} `)
    return [numbered, `${value} ${index + 1}`]
  }
  return [
    words.name,
    words.organisation,
    words.role,
    ...repeat(emails, (index) => pair(words.email, words.emailLabel, index)),
    ...repeat(phones, (index) => pair(words.phone, words.phoneLabel, index)),
    words.city,
    words.address,
    words.website,
    words.birthday,
    words.tags,
    words.source,
    words.relationship,
    words.language,
    words.lastContact,
    words.notes,
  ]
}

/** The row of a person under `exportHeadings` of the same numbers. */
export function exportRow(person: Exportable, emails: number, phones: number): string[] {
  const optional = [
    person.city,
    person.address,
    person.website,
    person.birthday,
    person.tags.join(' ::: '),
    person.source,
    person.relationship,
    person.language,
    person.lastContact,
    person.notes,
  ]
  return [
    person.name,
    person.organisation ?? '',
    person.role ?? '',
    ...repeat(emails, (index) => [person.emails[index]?.label ?? '', person.emails[index]?.address ?? '']),
    ...repeat(phones, (index) => [person.phones[index]?.label ?? '', phoneText(person.phones[index])]),
    ...optional.map((text) => text ?? ''),
  ]
}

function repeat<T>(count: number, make: (index: number) => T[]): T[] {
  return Array.from({ length: count }, (_, index) => make(index)).flat()
}

function phoneText(phone: DraftPhone | undefined): string {
  if (!phone) return ''
  return phone.extension === undefined || phone.extension === '' ? phone.number : `${phone.number} poste ${phone.extension}`
}

/** People as a CSV file in pieces, in the language of the person. */
export function exportCsv(people: readonly Exportable[], language: 'fr' | 'en'): Generator<string, void> {
  const emails = Math.max(1, ...people.map((person) => person.emails.length))
  const phones = Math.max(1, ...people.map((person) => person.phones.length))
  return writeCsv(
    exportHeadings(language, emails, phones),
    people.map((person) => exportRow(person, emails, phones)),
  )
}

/** A person as a card, vCard 4.0 (RFC 6350), folded at 75 octets without cutting a character. */
export function writeVcard(person: Exportable): string {
  const lines = ['BEGIN:VCARD', 'VERSION:4.0', `FN:${escapeText(person.name)}`]
  const add = (property: string, value: string | undefined): void => {
    if (value !== undefined && value !== '') lines.push(`${property}:${escapeText(value)}`)
  }
  add('ORG', person.organisation)
  add('TITLE', person.role)
  for (const email of person.emails) add(`EMAIL${typed(email.label)}`, email.address)
  for (const phone of person.phones) lines.push(cardPhone(phone))
  if (person.city || person.address) lines.push(cardAddress(person.city ?? '', person.address ?? ''))
  add('URL', person.website)
  add('BDAY', cardBirthday(person.birthday ?? ''))
  add('LANG', person.language)
  if (person.tags.length > 0) lines.push(`CATEGORIES:${person.tags.map(escapeText).join(',')}`)
  add('X-ENTRAIN-SOURCE', person.source)
  add('X-ENTRAIN-RELATIONSHIP', person.relationship)
  add('X-ENTRAIN-LAST-CONTACT', person.lastContact)
  add('NOTE', person.notes)
  return [...lines, 'END:VCARD'].map(fold).join('')
}

function cardPhone(phone: DraftPhone): string {
  if (!phone.number.startsWith('+')) return `TEL${typed(phone.label)}:${escapeText(phone.number)}`
  const extension = phone.extension ? `;ext=${phone.extension}` : ''
  return `TEL;VALUE=uri${typed(phone.label)}:tel:${phone.number}${extension}`
}

function cardAddress(city: string, address: string): string {
  const label = address === '' ? '' : `;LABEL=${quoted(address)}`
  return `ADR${label}:;;;${escapeText(city)};;;`
}

function cardBirthday(birthday: string): string {
  return birthday.startsWith('--') ? `--${birthday.slice(2).replace('-', '')}` : birthday.replaceAll('-', '')
}

function typed(label: string): string {
  return label === '' ? '' : `;TYPE=${label === 'mobile' ? 'cell' : quoted(label)}`
}

/** A parameter value (RFC 6868): quotes and newlines have escapes of their own there. */
function quoted(text: string): string {
  return `"${text.replaceAll('^', '^^').replaceAll('\n', '^n').replaceAll('"', "^'")}"`
}

function escapeText(text: string): string {
  return text.replace(/[\\,;]/g, '\\$&').replaceAll('\n', '\\n')
}

function fold(line: string): string {
  let octets = 0
  let folded = ''
  for (const letter of line) {
    const code = letter.codePointAt(0) ?? 0
    const size = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
    if (octets + size > 75) {
      folded += '\r\n '
      octets = 1
    }
    folded += letter
    octets += size
  }
  return `${folded}\r\n`
}
