import type { Day } from '../calendar/day.ts'
import type { Relationship } from './contact.ts'

/** An e-mail address with what it is for (`work`, `home`, or the person's own word; empty when unknown). */
export type DraftEmail = { readonly label: string; readonly address: string }

/** A telephone: E.164 when the number is valid, otherwise exactly as typed; the extension is digits only. */
export type DraftPhone = { readonly label: string; readonly number: string; readonly extension?: string }

/**
 * A person as a file tells it, before anything is decided or written. Only the name is certain.
 * `city` is as written in the file; `address` is one line; `birthday` is `YYYY-MM-DD`, or `--MM-DD` without a year;
 * `lastContact` is a day `YYYY-MM-DD`; `value` is in cents, is repeated in the notes as it was typed, and is never a target (claim 1).
 */
export type ContactDraft = {
  readonly name: string
  readonly organisation?: string
  readonly role?: string
  readonly emails: readonly DraftEmail[]
  readonly phones: readonly DraftPhone[]
  readonly city?: string
  readonly address?: string
  readonly website?: string
  readonly birthday?: string
  readonly tags: readonly string[]
  readonly notes?: string
  readonly source?: string
  readonly relationship?: Relationship
  readonly language?: 'fr' | 'en'
  readonly lastContact?: Day
  readonly value?: number
}

/** Text fields of a draft that hold one line or one note, in the order they are exported. */
export const singleFields = [
  'organisation',
  'role',
  'city',
  'address',
  'website',
  'birthday',
  'notes',
  'source',
  'relationship',
  'language',
  'lastContact',
] as const

/** One of the fields of a person that hold a single value. */
export type SingleField = (typeof singleFields)[number]
