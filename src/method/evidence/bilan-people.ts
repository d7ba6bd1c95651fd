import { dayOf, type Day } from '../calendar/day.ts'
import { foldWords } from '../contact/fold.ts'
import { isPresent, type Contact, type ContactId, type NextStep } from '../contact/contact.ts'

/** What the Bilan reads of a person. */
export type BilanContact = Pick<Contact, 'id' | 'source' | 'nextStep' | 'letGo' | 'mergedInto' | 'archivedAt' | 'deletedAt'>

/** A person as the Bilan knows her: where she came from, her step while she is open, the day she was let go or set aside. */
export type BilanPerson = { readonly source: string; readonly openStep: NextStep | null; readonly goneOn: Day | null }

/** Everyone, who stands for whom once merges are followed, and how a source is usually written. */
export type BilanPeople = {
  readonly known: ReadonlyMap<ContactId, BilanPerson>
  readonly canonical: (id: ContactId) => ContactId
  readonly sourceOf: (source: string) => string
}

const personOf = (contact: BilanContact, zone: string): Omit<BilanPerson, 'source'> => {
  const { nextStep, letGo, archivedAt, deletedAt } = contact
  const gone = letGo?.at ?? archivedAt ?? deletedAt
  return {
    openStep: isPresent(contact) && letGo === null ? nextStep : null,
    goneOn: gone ? dayOf(gone, zone) : null,
  }
}

/** Sources whose words are the same but for case, accents and signs are one, under the spelling that is written most, then the first by the alphabet. */
export const spellings = (): { readonly add: (source: string) => void; readonly of: (source: string) => string } => {
  const written = new Map<string, Map<string, number>>()
  const keyOf = (source: string): string => foldWords(source) || source.trim()
  const usual = new Map<string, string>()
  return {
    add: (source) => {
      const words = source.trim()
      const own = written.get(keyOf(words)) ?? new Map<string, number>()
      written.set(keyOf(words), own.set(words, (own.get(words) ?? 0) + 1))
    },
    of: (source) => {
      const key = keyOf(source)
      const before = usual.get(key)
      if (before !== undefined) return before
      const [most] = [...(written.get(key) ?? [])].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
      usual.set(key, most?.[0] ?? source.trim())
      return usual.get(key) ?? ''
    },
  }
}

/** Reads people once; `zone` places what happened to them on a day. */
export const bilanPeople = (contacts: Iterable<BilanContact>, zone: string): BilanPeople => {
  const people = [...contacts]
  const sources = spellings()
  for (const { source } of people) sources.add(source)
  const known = new Map<ContactId, BilanPerson>()
  // Few people were ever merged: asking those alone is asking almost nothing.
  const merged = new Map<ContactId, ContactId>()
  for (const contact of people) {
    known.set(contact.id, { ...personOf(contact, zone), source: sources.of(contact.source) })
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
  return { known, canonical, sourceOf: sources.of }
}
