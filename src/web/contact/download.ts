import type { Contact } from '#method/contact/contact.ts'
import { dayOf } from '#method/calendar/day.ts'
import { exportCsv, writeVcard, type Exportable } from '#method/contact/export.ts'

/** A person as a file tells her. */
export const exportableOf = (contact: Contact, zone: string): Exportable => ({
  name: contact.name,
  organisation: contact.organisation,
  role: contact.role,
  city: contact.city,
  address: contact.address,
  website: contact.website,
  birthday: contact.birthday,
  tags: contact.tags,
  notes: contact.notes,
  source: contact.source,
  relationship: contact.relationship,
  language: contact.language,
  emails: contact.emails,
  phones: contact.phones.map(({ label, number, extension }) => ({ label, number, ...(extension ? { extension } : {}) })),
  lastContact: contact.lastTouchAt ? dayOf(contact.lastTouchAt, zone) : '',
})

/** Hands a file to the person, made on the device: nothing leaves it. */
export const download = (name: string, type: string, pieces: readonly string[]): void => {
  const url = URL.createObjectURL(new Blob([...pieces], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}

/** Saves people as a spreadsheet, safe to open: no cell is a formula. */
export const downloadCsv = (people: readonly Contact[], language: 'fr' | 'en', zone: string, name: string): void =>
  download(`${name}.csv`, 'text/csv;charset=utf-8', [
    ...exportCsv(
      people.map((contact) => exportableOf(contact, zone)),
      language,
    ),
  ])

/** Saves people as cards for an address book. */
export const downloadCards = (people: readonly Contact[], zone: string, name: string): void =>
  download(
    `${name}.vcf`,
    'text/vcard;charset=utf-8',
    people.map((contact) => writeVcard(exportableOf(contact, zone))),
  )
