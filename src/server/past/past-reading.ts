import { createReadStream } from 'node:fs'
import type { Day, Instant } from '#method/calendar/day.ts'
import { isOpen, type ContactFields } from '#method/contact/contact.ts'
import { fieldsOfDraft, knownOf } from '#method/contact/import-plan.ts'
import type { FileRefusal, ImportLimits } from '#method/contact/import-limits.ts'
import { createMatcher } from '#method/contact/match.ts'
import { letGoByFile } from '#method/past/back-again.ts'
import type { PastMapping } from '#method/past/past-mapping.ts'
import { factsOfRow, type PastOutcome } from '#method/past/past-outcome.ts'
import type { PastFacts } from '#method/past/past-facts.ts'
import { readPast } from '#method/past/past-reading.ts'
import type { PastContext } from '#method/past/past-row.ts'
import { provenOrder, type PastSummary } from '#method/past/past-tally.ts'
import { createWhos, type KnownId } from '#method/past/who.ts'
import { lastContactLine } from '#language/import.ts'
import type { PastHeading } from '#wire/past/past-file.ts'
import { peopleKnown } from '#server/contact/import-store.ts'
import type { Database } from '#server/db/database.ts'
import type { Actor } from '#server/identity/actor.ts'
import { newSpool, type Spool } from './spool.ts'
import { peopleGone, salesOfPeople } from './store.ts'

/** A row of people to write: someone new, or what is added to someone known. */
export type PersonRow = { readonly id: string; readonly isNew: boolean; readonly fields: Partial<ContactFields> }
/** The rows that are not written, as they are told. */
export type SetAside = Extract<PastOutcome, { readonly as: 'to-decide' | 'left-out' }>

/** What a file comes to, and what is to be written of it: the people, then the facts, those of a person in one of the heaps. */
export type ReadFile = {
  readonly summary: PastSummary
  readonly heading: PastHeading
  readonly setAside: readonly SetAside[]
  readonly people: Spool
  readonly buyers: ReadonlySet<string>
  readonly facts: readonly Spool[]
  /** How many next steps each day already holds. */
  readonly due: ReadonlyMap<Day, number>
  /** Since when the « no » of an earlier file let each person go. */
  readonly letGo: ReadonlyMap<string, Instant>
}
export type FileRead = ({ readonly ok: true } & ReadFile) | { readonly ok: false; readonly refusal: FileRefusal; readonly heading: PastHeading | null }

export type Reading = {
  readonly database: Database
  readonly actor: Actor
  readonly file: string
  readonly context: PastContext
  readonly ambiguous: 'skip' | 'first'
  readonly mapping: (proposed: PastMapping) => PastMapping
  /** Whether the person chose the order of dates: then nothing that the file proves changes it. */
  readonly isOrderChosen: boolean
  readonly dryRun: boolean
  readonly limits?: ImportLimits
  readonly onProgress: (rows: number, bytes: number) => void
}

const heaps = 64
const piece = 1 << 18
// A list of every row set aside could outweigh the rest: the first ones are shown, all are counted.
const mostSetAside = 10_000

const heapOf = (id: string): number => Number.parseInt(id.slice(-4), 16) % heaps

/** Reads the whole file before anything is written, so that a file refused at its end brings nothing. */
export const readActivities = async (reading: Reading): Promise<FileRead> => {
  const read = await readOnce(reading)
  if (!read.ok || reading.isOrderChosen) return read
  const order = provenOrder(read.summary, read.heading.mapping.dateOrder)
  // The first rows could be read both ways; one further on shows which it is.
  return order === null ? read : readOnce({ ...reading, mapping: (proposed) => ({ ...reading.mapping(proposed), dateOrder: order }) })
}

const readOnce = async ({ database, actor, file, context, ambiguous, mapping: correct, dryRun, limits, onProgress }: Reading): Promise<FileRead> => {
  const { whos, due, letGo } = await whoIsThere(database, actor, ambiguous)
  const people = newSpool()
  const facts = Array.from({ length: heaps }, newSpool)
  const buyers = new Set<string>()
  const setAside: SetAside[] = []
  let heading: PastHeading | null = null
  const keepPeople = (): void => {
    const { added, completed } = whos.take()
    if (dryRun) return
    for (const { id, draft } of added) people.put({ id, isNew: true, fields: fieldsOfDraft(draft, lastContactLine('fr')) })
    for (const { id, changes } of completed) people.put({ id, isNew: false, fields: fieldsOfDraft(changes, lastContactLine('fr')) })
  }
  const keep = (row: PastOutcome): void => {
    if (row.as !== 'told') {
      if (setAside.length < mostSetAside) setAside.push(row)
    } else if (!dryRun) {
      for (const { activity, sale } of factsOfRow(row)) {
        // What names nobody goes with the sale that it takes back.
        const person = activity?.contactIds[0] ?? sale?.contactId ?? sale?.refunds ?? sale?.saleId ?? activity?.activityId ?? ''
        if (sale?.contactId) buyers.add(sale.contactId)
        facts[heapOf(person)]?.put({ activity, sale } satisfies PastFacts)
      }
    }
  }
  let rows = 0
  const chunks = createReadStream(file, { highWaterMark: piece })
  const salesOf = (buyers: readonly string[], isOfNobody: boolean) => salesOfPeople(database, actor, buyers, isOfNobody)
  for await (const event of readPast({ chunks, whos, context, mapping: correct, salesOf, limits })) {
    if (event.type === 'mapping') heading = { mapping: event.mapping, headings: event.headings, samples: event.samples }
    else if (event.type === 'rows') {
      for (const row of event.rows) keep(row)
      keepPeople()
      rows += event.rows.length
      onProgress(rows, event.bytes)
    } else if (event.type === 'refused') return { ok: false, refusal: event.refusal, heading }
    else if (heading)
      return { ok: true, summary: event.summary, heading, setAside: setAside.sort((a, b) => a.line - b.line), people, buyers, facts, due, letGo }
  }
  return { ok: false, refusal: { ok: false, reason: 'empty' }, heading }
}

const whoIsThere = async (database: Database, actor: Actor, ambiguous: 'skip' | 'first') => {
  const matcher = createMatcher([], { anyOrder: true })
  const present = new Set<string>()
  const due = new Map<Day, number>()
  const letGo = new Map<string, Instant>()
  for await (const page of peopleKnown(database, actor)) {
    for (const person of page) {
      matcher.know(knownOf(person))
      present.add(person.id)
      if (isOpen(person) && person.nextStep) due.set(person.nextStep.due, (due.get(person.nextStep.due) ?? 0) + 1)
      const since = letGoByFile(person)
      if (since !== null) letGo.set(person.id, since)
    }
  }
  const gone = await peopleGone(database, actor)
  const known = (id: string): KnownId | undefined => (present.has(id) ? { id, isDeleted: false, isErased: false } : gone.get(id))
  return { whos: createWhos({ matcher, known, ambiguous }), due, letGo }
}
