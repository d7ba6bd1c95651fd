import { createReadStream } from 'node:fs'
import type { Contact, ContactFields } from '#method/contact/contact.ts'
import { refuse, type FileRefusal } from '#method/contact/import-limits.ts'
import { foldName } from '#method/contact/fold.ts'
import { changesOf, fieldsOfDraft } from '#method/contact/import-plan.ts'
import { isOfPeople } from '#method/contact/mapping.ts'
import { rowId, type Doubt, type Matcher } from '#method/contact/match.ts'
import { previewImport, type PreviewRow } from '#method/contact/preview.ts'
import type { RowRefusal } from '#method/contact/vcard.ts'
import type { Language } from '#language/format.ts'
import { lastContactLine } from '#language/import.ts'

/** What becomes of the rows to decide: new people, the first person they look like, or left in the file; unsaid, `settledAs` says. */
export const settlements = ['new', 'same', 'skip'] as const
/** One of the ways. */
export type Settlement = (typeof settlements)[number]

/** A row to decide that was settled: its name, why it had to be decided, and between whom. */
export type Settled = { readonly name: string; readonly why: Doubt; readonly candidates: readonly string[] }

/** What a row comes to: `earlier` is the line of the same file that brings the person it completes. */
export type Outcome =
  | { readonly as: 'new'; readonly line: number; readonly fields: Partial<ContactFields>; readonly settled?: Settled }
  | {
      readonly as: 'completes'
      readonly line: number
      readonly person: { readonly id: string } | { readonly earlier: number }
      readonly fields: Partial<ContactFields>
      readonly isArchived: boolean
      readonly settled?: Settled
    }
  | { readonly as: 'same'; readonly line: number; readonly isArchived: boolean; readonly settled?: Settled }
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

// An address or a telephone may be shared (`info@…`, a couple): under a clearly different name, she is someone else.
const isSharing = (why: Doubt): boolean => why === 'shared-email' || why === 'shared-phone'
const settledAs = (why: Doubt, told: Settlement | null): Settlement => told ?? (isSharing(why) ? 'new' : 'skip')

/** Reads the whole file, a piece at a time, and says what each row comes to; ends with the refusal when the file is refused. */
export async function* readPeople(
  file: string,
  known: Known,
  language: Language,
  told: Settlement | null = null,
): AsyncGenerator<readonly Outcome[], FileRefusal | null> {
  const undecided = new Set<string>()
  // Rows settled as someone: who that is.
  const standsFor = new Map<string, string>()
  const whoIs = (id: string): string => standsFor.get(id) ?? id
  const lastContact = lastContactLine(language)
  const judge = (row: PreviewRow, people: ReadonlyMap<string, Contact>): Outcome => {
    const { line } = row
    if (!row.ok) return { as: 'error', line, reason: row.reason }
    const { draft, verdict } = row
    if (verdict.verdict === 'new') return brought(line, fieldsOfDraft(draft, lastContact))
    if (verdict.verdict === 'to-decide') {
      const { why } = verdict
      const candidates = verdict.candidates.slice(0, mostCandidates)
      const [first] = candidates
      const as = settledAs(why, told)
      const settled = { name: draft.name, why, candidates }
      if (as === 'new') return { ...brought(line, fieldsOfDraft(draft, lastContact)), settled }
      if (as === 'skip' || first === undefined || undecided.has(whoIs(first))) {
        undecided.add(rowId(line))
        return { as: 'to-decide', line, name: draft.name, why, candidates }
      }
      const who = whoIs(first)
      standsFor.set(rowId(line), who)
      return { ...completing(line, who, keeping(fieldsOfDraft(draft, lastContact), people.get(who) ?? earlierPeople.get(who)), people), settled }
    }
    const who = whoIs(verdict.id)
    if (undecided.has(who)) return { as: 'to-decide', line, name: draft.name, why: 'same-as-undecided', candidates: [verdict.id] }
    if (!bringsSomething(verdict.changes)) return { as: 'same', line, isArchived: known.archived.has(who) }
    return completing(line, who, fieldsOfDraft(verdict.changes, lastContact), people)
  }
  // Who the rows before brought, kept only where a row may be taken for one of them.
  const earlierPeople = new Map<string, Pick<ContactFields, 'name' | 'city'>>()
  const brought = (line: number, fields: Partial<ContactFields>): Extract<Outcome, { readonly as: 'new' }> => {
    if (told === 'same') earlierPeople.set(rowId(line), { name: fields.name ?? '', city: fields.city ?? '' })
    return { as: 'new', line, fields }
  }
  const completing = (line: number, who: string, fields: Partial<ContactFields>, people: ReadonlyMap<string, Contact>): Completing => {
    const isArchived = known.archived.has(who)
    const earlier = lineOf(who)
    if (earlier !== undefined) return { as: 'completes', line, person: { earlier }, fields, isArchived }
    const person = people.get(who)
    const isChanged = person !== undefined && Object.keys(changesOf(person, fields)).length > 0
    return isChanged ? { as: 'completes', line, person: { id: person.id }, fields, isArchived } : { as: 'same', line, isArchived }
  }
  for await (const event of previewImport({ chunks: createReadStream(file), matcher: known.matcher })) {
    if (event.type === 'refused') return event.refusal
    // On screen the columns are shown and can be corrected; here nobody looks.
    if (event.type === 'mapping' && !isOfPeople(event.mapping)) return refuse('no-heading', 1)
    if (event.type !== 'rows') continue
    const completed = event.rows.flatMap((row) => {
      if (!row.ok || row.verdict.verdict === 'new') return []
      const { verdict } = row
      if (verdict.verdict === 'to-decide') return told === 'same' ? verdict.candidates.slice(0, 1).map(whoIs) : []
      return bringsSomething(verdict.changes) ? [whoIs(verdict.id)] : []
    })
    const asked = completed.filter((id) => lineOf(id) === undefined)
    const people = asked.length === 0 ? new Map<string, Contact>() : await known.people(asked)
    yield event.rows.map((row) => judge(row, people))
  }
  return null
}

type Completing = Extract<Outcome, { readonly as: 'completes' | 'same' }>

// Nothing is overwritten: another name, another city go to the notes of whom the row completes.
const keeping = ({ name = '', ...fields }: Partial<ContactFields>, known: Pick<ContactFields, 'name' | 'city'> | undefined): Partial<ContactFields> => {
  const { city = '' } = fields
  const isOther = (text: string, kept = ''): boolean => text !== '' && kept !== '' && foldName(text) !== foldName(kept)
  const others = [isOther(name, known?.name) ? name : '', isOther(city, known?.city) ? city : ''].filter(Boolean).join(', ')
  return others === '' ? fields : { ...fields, notes: [others, fields.notes ?? ''].filter(Boolean).join('\n') }
}

const bringsSomething = (changes: object): boolean => Object.keys(changes).length > 0
