import { isDay } from '#method/calendar/day.ts'
import type { Contact, ContactFields } from '#method/contact/contact.ts'
import type { ContactDraft } from '#method/contact/draft.ts'
import type { Additions } from '#method/contact/match.ts'
import { completed } from '#method/contact/merge.ts'
import { fieldsOf as personFields } from '#method/ledger/decide-contact.ts'
import { formatDay, type Language } from '#language/format.ts'

/** Someone of the workspace, as the file is compared with her. */
export type Known = ContactFields & { readonly id: string }

/** Keeps of a person only what an import looks at. */
export const knownOf = (contact: Contact): Known => ({ ...personFields(contact), id: contact.id })

const longest = { name: 300, organisation: 300, role: 300, city: 200, address: 600, website: 500, source: 500, birthday: 10 } as const
type Line = keyof typeof longest

/** What a row says, as fields of a person. The day of the last contact, and what is too long for its field, go to the notes. */
export const fieldsOf = (told: ContactDraft | Additions, language: Language): Partial<ContactFields> => {
  const lines = Object.keys(longest) as readonly Line[]
  const textOf = (line: Line): string => (line === 'name' ? ('name' in told && typeof told.name === 'string' ? told.name : '') : (told[line] ?? ''))
  const spilled = lines.map(textOf).filter((text, place) => text.length > longest[lines[place] ?? 'name'])
  const notes = [told.notes ?? '', lastContactOf(told.lastContact, language), ...spilled].filter(Boolean).join('\n').slice(0, 40_000)
  const fields: Record<string, unknown> = {}
  for (const line of lines) if (textOf(line) !== '') fields[line] = textOf(line).slice(0, longest[line])
  if (notes !== '') fields['notes'] = notes
  if (told.relationship) fields['relationship'] = told.relationship
  if (told.language) fields['language'] = told.language
  if (told.emails?.length)
    fields['emails'] = told.emails.slice(0, 50).map(({ label, address }) => ({ label: label.slice(0, 60), address: address.slice(0, 320) }))
  if (told.phones?.length) {
    fields['phones'] = told.phones.slice(0, 50).map(({ label, number, extension }) => ({
      label: label.slice(0, 60),
      number: number.slice(0, 60),
      ...(extension ? { extension: extension.slice(0, 20) } : {}),
    }))
  }
  if (told.tags?.length) fields['tags'] = told.tags.slice(0, 100).map((tag) => tag.slice(0, 100))
  return fields as Partial<ContactFields>
}

const lastContactOf = (day: string | undefined, language: Language): string => {
  if (!day) return ''
  return `${language === 'fr' ? 'Dernier contact\u00A0: ' : 'Last contact: '}${isDay(day) ? formatDay(day, language, 'long') : day}`
}

/** Whether these fields would change anything of a person: nothing is overwritten, so most of a file told twice does not. */
export const wouldChange = (known: Known, fields: Partial<ContactFields>): boolean => {
  const after = completed(known, fields)
  return Object.entries(after).some(([field, value]) => JSON.stringify(value) !== JSON.stringify(known[field as keyof ContactFields]))
}
