import { createReadStream } from 'node:fs'
import type { Contact, ContactFields } from '#method/contact/contact.ts'
import { refuse, type FileRefusal } from '#method/contact/import-limits.ts'
import { changesOf, fieldsOfDraft } from '#method/contact/import-plan.ts'
import { isOfPeople } from '#method/contact/mapping.ts'
import { rowId, type Doubt, type Matcher } from '#method/contact/match.ts'
import { previewImport, type PreviewRow } from '#method/contact/preview.ts'
import type { RowRefusal } from '#method/contact/vcard.ts'
import type { Language } from '#language/format.ts'
import { lastContactLine } from '#language/import.ts'

/** What a row comes to: `earlier` is the line of the same file that brings the person it completes. */
export type Outcome =
  | { readonly as: 'new'; readonly line: number; readonly fields: Partial<ContactFields> }
  | {
      readonly as: 'completes'
      readonly line: number
      readonly person: { readonly id: string } | { readonly earlier: number }
      readonly fields: Partial<ContactFields>
      readonly isArchived: boolean
    }
  | { readonly as: 'same'; readonly line: number; readonly isArchived: boolean }
  | {
      readonly as: 'to-decide'
      readonly line: number
      readonly name: string
      readonly why: Doubt | 'same-as-undecided'
      readonly candidates: readonly string[]
    }
  | { readonly as: 'error'; readonly line: number; readonly reason: RowRefusal }

const mostCandidates = 10
const lineOf = (id: string): number | undefined => (id.startsWith('row:') ? Number(id.slice('row:'.length)) : undefined)

/** Whom a file is compared with. Only the keys of people stay in memory: those whom a row may complete are read again. */
export type Known = {
  readonly matcher: Matcher
  /** Ids of people who are archived: the same people still. */
  readonly archived: ReadonlySet<string>
  readonly people: (ids: readonly string[]) => Promise<ReadonlyMap<string, Contact>>
}

/** Reads the whole file, a piece at a time, and says what each row comes to; ends with the refusal when the file is refused. */
export async function* readPeople(file: string, known: Known, language: Language): AsyncGenerator<readonly Outcome[], FileRefusal | null> {
  const undecided = new Set<string>()
  const lastContact = lastContactLine(language)
  const judge = (row: PreviewRow, people: ReadonlyMap<string, Contact>): Outcome => {
    const { line } = row
    if (!row.ok) return { as: 'error', line, reason: row.reason }
    const { draft, verdict } = row
    if (verdict.verdict === 'new') return { as: 'new', line, fields: fieldsOfDraft(draft, lastContact) }
    if (verdict.verdict === 'to-decide') {
      undecided.add(rowId(line))
      return { as: 'to-decide', line, name: draft.name, why: verdict.why, candidates: verdict.candidates.slice(0, mostCandidates) }
    }
    if (undecided.has(verdict.id)) return { as: 'to-decide', line, name: draft.name, why: 'same-as-undecided', candidates: [verdict.id] }
    const isArchived = known.archived.has(verdict.id)
    if (!bringsSomething(verdict.changes)) return { as: 'same', line, isArchived }
    const fields = fieldsOfDraft(verdict.changes, lastContact)
    const earlier = lineOf(verdict.id)
    if (earlier !== undefined) return { as: 'completes', line, person: { earlier }, fields, isArchived }
    const person = people.get(verdict.id)
    const isChanged = person !== undefined && Object.keys(changesOf(person, fields)).length > 0
    return isChanged ? { as: 'completes', line, person: { id: person.id }, fields, isArchived } : { as: 'same', line, isArchived }
  }
  for await (const event of previewImport({ chunks: createReadStream(file), matcher: known.matcher })) {
    if (event.type === 'refused') return event.refusal
    // On screen the columns are shown and can be corrected; here nobody looks.
    if (event.type === 'mapping' && !isOfPeople(event.mapping)) return refuse('no-heading', 1)
    if (event.type !== 'rows') continue
    const completed = event.rows.flatMap((row) =>
      row.ok && row.verdict.verdict === 'same' && bringsSomething(row.verdict.changes) && lineOf(row.verdict.id) === undefined ? [row.verdict.id] : [],
    )
    const people = completed.length === 0 ? new Map<string, Contact>() : await known.people(completed)
    yield event.rows.map((row) => judge(row, people))
  }
  return null
}

const bringsSomething = (changes: object): boolean => Object.keys(changes).length > 0
