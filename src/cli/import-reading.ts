import { createReadStream } from 'node:fs'
import type { ContactFields } from '#method/contact/contact.ts'
import type { FileRefusal } from '#method/contact/import-limits.ts'
import { createMatcher, rowId, type Doubt } from '#method/contact/match.ts'
import { previewImport, type PreviewRow } from '#method/contact/preview.ts'
import type { RowRefusal } from '#method/contact/vcard.ts'
import type { Language } from '#language/format.ts'
import { fieldsOf, wouldChange, type Known } from './import-plan.ts'

/** What a row comes to: `earlier` is the line of the same file that brings the person it completes. */
export type Outcome =
  | { readonly as: 'new'; readonly line: number; readonly fields: Partial<ContactFields> }
  | {
      readonly as: 'completes'
      readonly line: number
      readonly person: { readonly id: string } | { readonly earlier: number }
      readonly fields: Partial<ContactFields>
    }
  | { readonly as: 'same'; readonly line: number }
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

/** Reads the whole file, a piece at a time, and says what each row comes to; ends with the refusal when the file is refused. */
export async function* readPeople(file: string, known: ReadonlyMap<string, Known>, language: Language): AsyncGenerator<readonly Outcome[], FileRefusal | null> {
  const undecided = new Set<string>()
  const judge = (row: PreviewRow): Outcome => {
    const { line } = row
    if (!row.ok) return { as: 'error', line, reason: row.reason }
    const { draft, verdict } = row
    if (verdict.verdict === 'new') return { as: 'new', line, fields: fieldsOf(draft, language) }
    if (verdict.verdict === 'to-decide') {
      undecided.add(rowId(line))
      return { as: 'to-decide', line, name: draft.name, why: verdict.why, candidates: verdict.candidates.slice(0, mostCandidates) }
    }
    if (undecided.has(verdict.id)) return { as: 'to-decide', line, name: draft.name, why: 'same-as-undecided', candidates: [verdict.id] }
    if (Object.keys(verdict.changes).length === 0) return { as: 'same', line }
    const fields = fieldsOf(verdict.changes, language)
    const earlier = lineOf(verdict.id)
    if (earlier !== undefined) return { as: 'completes', line, person: { earlier }, fields }
    const person = known.get(verdict.id)
    return person && wouldChange(person, fields) ? { as: 'completes', line, person: { id: person.id }, fields } : { as: 'same', line }
  }
  for await (const event of previewImport({ chunks: createReadStream(file), matcher: createMatcher(known.values()) })) {
    if (event.type === 'rows') yield event.rows.map(judge)
    if (event.type === 'refused') return event.refusal
  }
  return null
}
