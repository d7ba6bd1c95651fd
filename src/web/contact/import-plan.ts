import type { Day } from '#method/calendar/day.ts'
import type { Contact } from '#method/contact/contact.ts'
import { changesOf, fieldsOfDraft } from '#method/contact/import-plan.ts'
import type { PreviewRow } from '#method/contact/preview.ts'
import type { ImportRow } from '#method/ledger/operation.ts'
import type { Language } from '#language/format.ts'
import { lastContactLine } from '#language/import.ts'

/** What a doubtful row comes to: someone known (or a row before it), a new person, or left out. */
export type Choice = { readonly as: 'new' } | { readonly as: 'same'; readonly id: string } | { readonly as: 'left-out' }

/** A row that was read. */
export type ReadRow = Extract<PreviewRow, { readonly ok: true }>

/** What one part of an import may hold. */
export const largestPart = 200

export type PlanRequest = {
  readonly rows: readonly ReadRow[]
  readonly choices: ReadonlyMap<number, Choice>
  readonly language: Language
  readonly contact: (id: string) => Contact | undefined
  readonly newId: () => string
}
export type ImportPlan = { readonly rows: readonly Omit<ImportRow, 'due'>[]; readonly added: number; readonly completed: number; readonly undecided: number }

/** What will be written: new people, and what is added to those known. A doubtful row is written only once someone has chosen. */
export const planImport = ({ rows, choices, language, contact, newId }: PlanRequest): ImportPlan => {
  const idOfRow = new Map<string, string>()
  const plan: Omit<ImportRow, 'due'>[] = []
  const completedIds = new Set<string>()
  let added = 0
  let undecided = 0
  const lastContact = lastContactLine(language)
  for (const { line, draft, verdict } of rows) {
    const choice: Choice | undefined =
      verdict.verdict === 'new' ? { as: 'new' } : verdict.verdict === 'same' ? { as: 'same', id: verdict.id } : choices.get(line)
    if (!choice) undecided += 1
    if (!choice || choice.as === 'left-out') continue
    const fields = fieldsOfDraft(draft, lastContact)
    const known = choice.as === 'same' && !choice.id.startsWith('row:') ? contact(choice.id) : undefined
    if (known) {
      idOfRow.set(`row:${line}`, known.id)
      const changes = fieldsOfDraft(verdict.verdict === 'same' ? verdict.changes : draft, lastContact)
      if (Object.keys(changesOf(known, changes)).length === 0) continue
      plan.push({ contactId: known.id, isNew: false, fields: changes })
      completedIds.add(known.id)
      continue
    }
    const earlier = choice.as === 'same' ? idOfRow.get(choice.id) : undefined
    if (earlier) {
      idOfRow.set(`row:${line}`, earlier)
      plan.push({ contactId: earlier, isNew: contact(earlier) === undefined, fields })
      continue
    }
    // The same person as a row that is not written: she waits with it, or is left out with it.
    if (choice.as === 'same' && choice.id.startsWith('row:')) continue
    const contactId = newId()
    idOfRow.set(`row:${line}`, contactId)
    plan.push({ contactId, isNew: true, fields })
    added += 1
  }
  return { rows: plan, added, completed: completedIds.size, undecided }
}

/** The plan with the day of each first step, in parts that one operation may hold. */
export const partsOf = (plan: readonly Omit<ImportRow, 'due'>[], days: readonly Day[], today: Day): readonly (readonly ImportRow[])[] => {
  let place = 0
  const seen = new Set<string>()
  const rows = plan.map((row): ImportRow => {
    if (!row.isNew || seen.has(row.contactId)) return { ...row, due: today }
    seen.add(row.contactId)
    place += 1
    return { ...row, due: days[place - 1] ?? today }
  })
  return Array.from({ length: Math.ceil(rows.length / largestPart) }, (_, part) => rows.slice(part * largestPart, (part + 1) * largestPart))
}
