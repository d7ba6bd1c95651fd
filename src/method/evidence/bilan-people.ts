import { dayOf, type Day } from '../calendar/day.ts'
import { isPresent, type Contact, type ContactId, type NextStep } from '../contact/contact.ts'

/** What the Bilan reads of a person. */
export type BilanContact = Pick<Contact, 'id' | 'source' | 'nextStep' | 'letGo' | 'mergedInto' | 'archivedAt' | 'deletedAt'>

/** A person as the Bilan knows her: where she came from, her step while she is open, the day she was let go or set aside. */
export type BilanPerson = { readonly source: string; readonly openStep: NextStep | null; readonly goneOn: Day | null }

/** Everyone, and who stands for whom once merges are followed. */
export type BilanPeople = { readonly known: ReadonlyMap<ContactId, BilanPerson>; readonly canonical: (id: ContactId) => ContactId }

const personOf = (contact: BilanContact, zone: string): BilanPerson => {
  const { source, nextStep, letGo, archivedAt, deletedAt } = contact
  const gone = letGo?.at ?? archivedAt ?? deletedAt
  return {
    source: source.trim(),
    openStep: isPresent(contact) && letGo === null ? nextStep : null,
    goneOn: gone ? dayOf(gone, zone) : null,
  }
}

/** Reads people once; `zone` places what happened to them on a day. */
export const bilanPeople = (contacts: Iterable<BilanContact>, zone: string): BilanPeople => {
  const known = new Map<ContactId, BilanPerson>()
  // Few people were ever merged: asking those alone is asking almost nothing.
  const merged = new Map<ContactId, ContactId>()
  for (const contact of contacts) {
    known.set(contact.id, personOf(contact, zone))
    if (contact.mergedInto !== null) merged.set(contact.id, contact.mergedInto)
  }
  const canonical = (id: ContactId): ContactId => {
    let current = id
    // A chain of merges is short; the bound only guards against a loop that no decision can make.
    for (let hop = 0; hop < 50; hop += 1) {
      const next = merged.get(current)
      if (!next) return current
      current = next
    }
    return current
  }
  return { known, canonical }
}
