import { isDay, type Day } from '#method/calendar/day.ts'
import type { Contact, ContactFields } from '#method/contact/contact.ts'
import type { ContactDraft } from '#method/contact/draft.ts'
import { completed } from '#method/contact/merge.ts'
import type { Additions, KnownPerson } from '#method/contact/match.ts'
import type { PreviewRow } from '#method/contact/preview.ts'
import type { ImportRow } from '#method/ledger/operation.ts'
import { formatDay, type Language } from '#language/format.ts'

/** What a doubtful row comes to: someone known (or a row before it), a new person, or left out. */
export type Choice = { readonly as: 'new' } | { readonly as: 'same'; readonly id: string } | { readonly as: 'left-out' }

/** A row that was read. */
export type ReadRow = Extract<PreviewRow, { readonly ok: true }>

/** What one part of an import may hold. */
export const largestPart = 200

/** A person as the comparison of an import knows her. */
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

const draftName = (draft: ContactDraft | Additions): string | undefined => ('name' in draft && typeof draft.name === 'string' ? draft.name : undefined)
const cut = (text: string | undefined, longest: number): string | undefined => text?.slice(0, longest)
const within = <T>(fields: Readonly<Record<string, T | undefined>>): Record<string, T> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== '')) as Record<string, T>

/**
 * What a row says, as fields of a person. The last contact has no field of its own (only activities make a history), so it is kept
 * in the notes; so is whatever is too long for its field.
 */
export const fieldsOfDraft = (draft: ContactDraft | Additions, language: Language): Partial<ContactFields> => {
  const { lastContact } = draft
  const label = language === 'fr' ? 'Dernier contact\u00A0: ' : 'Last contact: '
  const last = lastContact ? `${label}${isDay(lastContact) ? formatDay(lastContact, language, 'long') : lastContact}` : ''
  const overlong = [
    [draftName(draft), 300],
    [draft.organisation, 300],
    [draft.role, 300],
    [draft.city, 200],
    [draft.address, 600],
    [draft.website, 500],
    [draft.source, 500],
  ] as const
  const spilled = overlong.flatMap(([text, longest]) => (text !== undefined && text.length > longest ? [text] : []))
  const notes = [draft.notes ?? '', last, ...spilled].filter(Boolean).join('\n').slice(0, 40_000)
  const name = draftName(draft)
  return {
    ...within({
      name: cut(name, 300),
      organisation: cut(draft.organisation, 300),
      role: cut(draft.role, 300),
      city: cut(draft.city, 200),
      address: cut(draft.address, 600),
      website: cut(draft.website, 500),
      birthday: draft.birthday,
      source: cut(draft.source, 500),
      notes,
      relationship: draft.relationship,
      language: draft.language,
    }),
    ...(draft.emails?.length
      ? { emails: draft.emails.slice(0, 50).map(({ label: of, address }) => ({ label: of.slice(0, 60), address: address.slice(0, 320) })) }
      : {}),
    ...(draft.phones?.length
      ? {
          phones: draft.phones.slice(0, 50).map(({ label: of, number, extension }) => ({
            label: of.slice(0, 60),
            number: number.slice(0, 60),
            ...(extension ? { extension: extension.slice(0, 20) } : {}),
          })),
        }
      : {}),
    ...(draft.tags?.length ? { tags: draft.tags.slice(0, 100).map((tag) => tag.slice(0, 100)) } : {}),
  }
}

/** What `fields` really change of a known person: only what fills a blank or lengthens a list. */
export const changesOf = (known: Contact, fields: Partial<ContactFields>): Partial<ContactFields> => {
  const after = completed(known, fields)
  return Object.fromEntries(Object.entries(after).filter(([field, value]) => JSON.stringify(value) !== JSON.stringify(known[field as keyof ContactFields])))
}

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
  for (const { line, draft, verdict } of rows) {
    const choice: Choice | undefined =
      verdict.verdict === 'new' ? { as: 'new' } : verdict.verdict === 'same' ? { as: 'same', id: verdict.id } : choices.get(line)
    if (!choice) undecided += 1
    if (!choice || choice.as === 'left-out') continue
    const fields = fieldsOfDraft(draft, language)
    const known = choice.as === 'same' && !choice.id.startsWith('row:') ? contact(choice.id) : undefined
    if (known) {
      idOfRow.set(`row:${line}`, known.id)
      const changes = fieldsOfDraft(verdict.verdict === 'same' ? verdict.changes : draft, language)
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
