import { v7 } from 'uuid'
import { asInstant, dayOf, type Day, type Instant } from '#method/calendar/day.ts'
import { paceOf, spreadFirstSteps } from '#method/follow-up/spread-first-steps.ts'
import type { Change, ImportRow, Operation, Refusal } from '#method/ledger/operation.ts'
import { backAgain, stepAgain } from '#method/past/back-again.ts'
import type { PastFacts } from '#method/past/past-facts.ts'
import { byPerson, endedByNo, pastParts } from '#method/past/past-parts.ts'
import { kindFromWord } from '#method/past/past-tally.ts'
import { format, largestBatch, largestImportPart } from '#wire/ledger/operation.ts'
import type { paceOfMember } from '#server/contact/import-store.ts'
import type { Database } from '#server/db/database.ts'
import type { Actor } from '#server/identity/actor.ts'
import { readArrival } from '../ledger/read-operation.ts'
import { writeBatch } from '../ledger/write.ts'
import type { PersonRow, ReadFile } from './past-reading.ts'
import { importOf } from './take-back.ts'

/** What was written: `added` counts what was not there before. */
export type WrittenHistory = {
  readonly importId: string
  readonly activities: number
  readonly sales: number
  readonly people: number
  readonly refused: Refusal | null
}

export type Writing = {
  readonly database: Database
  readonly actor: Actor
  readonly pace: Awaited<ReturnType<typeof paceOfMember>>
  /** Under which all of it is taken back. */
  readonly importId: string
  readonly fileName: string
  /** Whether the new people come let go: their past is kept, and nothing is planned with them. */
  readonly letGo: boolean
  readonly now: number
  readonly onProgress: (facts: number, whole: number) => void
}

// A tap waits behind the batch under way: about a thousand rows are a fraction of a second.
const partsInBatch = 2

type Sender = { readonly send: (changes: readonly (readonly [Change, Instant])[]) => Promise<void>; readonly end: () => Promise<Refusal | null> }

/** Sends batches in their order, one being read at the door while the one before is written. */
const senderOf = ({ database, actor, pace }: Writing): Sender => {
  let refused: Refusal | null = null
  let failed: unknown
  let onTheirWay: Promise<void>[] = []
  const arrive = async (most: number): Promise<void> => {
    while (onTheirWay.length > most) await onTheirWay.shift()
    if (failed !== undefined) throw failed
  }
  const send: Sender['send'] = async (changes) => {
    if (refused !== null || changes.length === 0) return
    await arrive(1)
    const operations = changes.map(([change, at]) => {
      const operation: Operation = { id: v7(), at, zone: pace.settings.zone, change }
      return { sequence: null, operation }
    })
    // Read while the one before is written; written after it, since a refund may name a sale of the batch before.
    // Their ids are new and say enough of them: nobody sends these again.
    const arrivals = operations.map((one) => readArrival({ ...one, sameAs: one.operation.id }))
    const before = onTheirWay.at(-1) ?? Promise.resolve()
    const written = before.then(() => writeBatch(database, actor, { device: null, format, operations, arrivals }))
    const sent = written.then(
      ({ answers }) => {
        for (const answer of answers) if (answer.status === 'refused') refused ??= answer.reason
      },
      (error: unknown) => {
        failed ??= error
      },
    )
    onTheirWay = [...onTheirWay, sent]
  }
  return {
    send,
    end: async () => {
      await arrive(0)
      return refused
    },
  }
}

/** Writes what a file brings: its kinds, its people, then the facts of some people at a time; each batch whole or not at all. */
export const writeActivities = async (read: ReadFile, writing: Writing): Promise<WrittenHistory> => {
  const { importId } = writing
  const at = asInstant(writing.now)
  const sender = senderOf(writing)
  for (const word of read.summary.unknownKinds) await sender.send([[{ type: 'kind.put', kind: kindFromWord(word) }, at]])
  const { newIds, due } = await sendPeople(read, writing, importId, sender)
  // Whoever is named by a fact must be there before it.
  let refused = await sender.end()
  const whole = read.summary.activities + Object.values(read.summary.sales).reduce((sum, { count, refunds }) => sum + count + refunds, 0)
  let done = 0
  const open: string[] = []
  for (const facts of handfuls(read)) {
    if (refused !== null) break
    const people = byPerson(facts)
    const parts = pastParts(people.values(), largestImportPart)
    for (let from = 0; from < parts.length; from += partsInBatch) {
      const batch = parts.slice(from, from + partsInBatch)
      await sender.send(batch.map((part): readonly [Change, Instant] => [{ type: 'history.import', importId, file: nameOf(writing), ...part }, at]))
      done += batch.reduce((sum, { activities, sales }) => sum + activities.length + sales.length, 0)
      writing.onProgress(done, whole)
    }
    const again = backAgain(people, read.letGo)
    open.push(...again.open)
    for (const batch of inBatches([...lettingGo(people, newIds, writing), ...again.no.map(saidNo)])) await sender.send(batch)
  }
  const days = spreadFirstSteps(open.length, due.today, due.pace, writing.pace.calendar, due.taken)
  const steps = open.map((contactId, place): Sent[number] => [{ type: 'step.set', contactId, step: stepAgain(days[place] ?? due.today) }, at])
  for (const batch of inBatches(steps)) await sender.send(batch)
  refused = await sender.end()
  const batch = await importOf(writing.database, writing.actor, importId)
  return { importId, activities: batch?.activities ?? 0, sales: batch?.sales ?? 0, people: batch?.added ?? 0, refused }
}

/** The heaps of facts, small ones together: everyone's facts are in one handful. */
function* handfuls({ facts }: ReadFile): Generator<readonly PastFacts[], void> {
  let handful: PastFacts[] = []
  for (const heap of facts) {
    handful = [...handful, ...(heap.take() as Iterable<PastFacts>)]
    if (handful.length < partsInBatch * largestImportPart) continue
    yield handful
    handful = []
  }
  if (handful.length > 0) yield handful
}

const nameOf = ({ fileName }: Writing): string => fileName.slice(0, 300)

/** By which days the first steps go: how many are taken already, and how many a day takes. */
type Due = { readonly today: Day; readonly pace: number; readonly taken: ReadonlyMap<Day, number> }

/** Sends the people of the file, new ones with a first step on one of the days to come; gives the ids of the new ones, and what the days hold then. */
const sendPeople = async (
  read: ReadFile,
  writing: Writing,
  importId: string,
  { send }: Sender,
): Promise<{ readonly newIds: ReadonlySet<string>; readonly due: Due }> => {
  const { settings, calendar, goals } = writing.pace
  const at = asInstant(writing.now)
  const today = dayOf(at, settings.zone)
  const pace = paceOf(goals, today, calendar)
  const days = spreadFirstSteps(read.summary.newPeople, today, pace, calendar, read.due)
  const taken = new Map(read.due)
  for (const day of days) taken.set(day, (taken.get(day) ?? 0) + 1)
  const newIds = new Set<string>()
  let placed = 0
  let waiting: ImportRow[] = []
  const flush = async (): Promise<void> => {
    const rows = waiting
    waiting = []
    if (rows.length > 0) await send([[{ type: 'contact.import', importId, file: nameOf(writing), rows }, at]])
  }
  for (const line of read.people.take()) {
    const { id, isNew, fields } = line as PersonRow
    const known = isNew && read.buyers.has(id) ? { ...fields, relationship: 'client' as const } : fields
    const due = isNew ? (days[placed++] ?? today) : today
    waiting.push({ contactId: id, isNew, fields: known, due })
    if (isNew) newIds.add(id)
    if (waiting.length === largestImportPart) await flush()
  }
  await flush()
  return { newIds, due: { today, pace, taken } }
}

type Sent = Parameters<Sender['send']>[0]

const saidNo = ([contactId, at]: readonly [string, Instant]): Sent[number] => [{ type: 'step.let-go', contactId, reason: 'said-no', note: '' }, at]

const inBatches = (changes: Sent): readonly Sent[] =>
  Array.from({ length: Math.ceil(changes.length / largestBatch) }, (_, place) => changes.slice(place * largestBatch, (place + 1) * largestBatch))

/** New people who ended by saying no are let go on that day, as the outcome would have done; all of them when so asked. */
const lettingGo = (people: ReadonlyMap<string, readonly PastFacts[]>, newIds: ReadonlySet<string>, { letGo }: Writing): Sent =>
  [...people].flatMap(([contactId, own]): Sent => {
    const ended = newIds.has(contactId) ? endedByNo(own) : null
    if (ended !== null) return [saidNo([contactId, ended])]
    const last = letGo && newIds.has(contactId) ? lastOf(own) : null
    return last === null ? [] : [[{ type: 'step.let-go', contactId, reason: 'other', note: '' }, last]]
  })

const lastOf = (own: readonly PastFacts[]): Instant | null =>
  own.reduce<Instant | null>((last, { activity, sale }) => {
    const at = activity?.occurredAt ?? sale?.occurredAt ?? null
    return at !== null && (last === null || at > last) ? at : last
  }, null)
