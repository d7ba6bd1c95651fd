import type { Contact, ContactFields } from './contact.ts'
import type { ContactDraft } from './draft.ts'
import type { Additions, KnownPerson } from './match.ts'
import { completed } from './merge.ts'

/** A person of the workspace as an import compares a file with her. Archived people are compared too: she is the same person. */
export const knownOf = (contact: Contact): KnownPerson => ({
  id: contact.id,
  name: contact.name,
  emails: contact.emails,
  phones: contact.phones,
  tags: contact.tags,
  organisation: contact.organisation,
  role: contact.role,
  city: contact.city,
  address: contact.address,
  website: contact.website,
  birthday: contact.birthday,
  notes: contact.notes,
  source: contact.source,
  relationship: contact.relationship,
  language: contact.language,
})

const longest = { name: 300, organisation: 300, role: 300, city: 200, address: 600, website: 500, source: 500, birthday: 10 } as const
const lines = Object.keys(longest) as readonly (keyof typeof longest)[]

/**
 * What a row says, as fields of a person. The last contact has no field of its own (only activities make a history), so it is kept
 * in the notes, in the words of `lastContact` (its argument is the day, `YYYY-MM-DD`); so is whatever is too long for its field.
 */
export const fieldsOfDraft = (told: ContactDraft | Additions, lastContact: (day: string) => string): Partial<ContactFields> => {
  const fields: Record<string, unknown> = {}
  const notes = [told.notes ?? '', told.lastContact ? lastContact(told.lastContact) : '']
  for (const line of lines) {
    const text = (told as Partial<ContactDraft>)[line] ?? ''
    if (text !== '') fields[line] = text.slice(0, longest[line])
    if (text.length > longest[line]) notes.push(text)
  }
  const note = notes.filter(Boolean).join('\n').slice(0, 40_000)
  if (note !== '') fields['notes'] = note
  if (told.relationship) fields['relationship'] = told.relationship
  if (told.language) fields['language'] = told.language
  if (told.emails?.length) {
    fields['emails'] = told.emails.slice(0, 50).map(({ label, address }) => ({ label: label.slice(0, 60), address: address.slice(0, 320) }))
  }
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

/** What `fields` really change of a known person: only what fills a blank or lengthens a list, since nothing is overwritten. */
export const changesOf = (known: ContactFields, fields: Partial<ContactFields>): Partial<ContactFields> => {
  const after = completed(known, fields)
  return Object.fromEntries(Object.entries(after).filter(([field, value]) => JSON.stringify(value) !== JSON.stringify(known[field as keyof ContactFields])))
}
