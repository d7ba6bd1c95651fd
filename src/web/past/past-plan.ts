import type { Day, Instant } from '#method/calendar/day.ts'
import { stepAgain, type BackAgain } from '#method/past/back-again.ts'
import type { Change } from '#method/ledger/operation.ts'
import { byPerson, endedByNo, pastParts } from '#method/past/past-parts.ts'
import { kindFromWord, type UnknownWord } from '#method/past/past-tally.ts'
import type { PastFacts } from '#method/past/past-facts.ts'
import type { PersonToWrite } from './past-worker.ts'

/** What one part of an import may hold on a device, so that each is written in the time of a tap. */
export const largestPart = 200

export type PastPlanRequest = {
  readonly importId: string
  readonly file: string
  readonly facts: readonly PastFacts[]
  readonly people: readonly PersonToWrite[]
  readonly unknownKinds: readonly (UnknownWord & { readonly id: string })[]
  /** Those whom an earlier file let go, and of whom this one tells more. */
  readonly again: BackAgain
  /** The day of the first step of each new person, in their order, then of each who is open again. */
  readonly days: readonly Day[]
  readonly today: Day
}
/** A change, how many facts it brings, and when it happened when that is not now. */
export type PlannedChange = { readonly change: Change; readonly facts: number; readonly at: Instant | null }

const cut = <T>(all: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / largestPart) }, (_, part) => all.slice(part * largestPart, (part + 1) * largestPart))

/** Everything to write of a file, in its order: its kinds, its people, then the facts of some people at a time, who ended by saying no, and who is open again. */
export const planPast = ({ importId, file, facts, people, unknownKinds, again, days, today }: PastPlanRequest): readonly PlannedChange[] => {
  const own = byPerson(facts)
  const buyers = new Set(facts.flatMap(({ sale }) => sale?.contactId ?? []))
  let placed = 0
  const rows = people.map(({ contactId, isNew, fields }) => ({
    contactId,
    isNew,
    fields: isNew && buyers.has(contactId) ? { ...fields, relationship: 'client' as const } : fields,
    due: isNew ? (days[placed++] ?? today) : today,
  }))
  const newIds = people.filter(({ isNew }) => isNew).map(({ contactId }) => contactId)
  const saidNo = (contactId: string, at: Instant): PlannedChange => ({ change: { type: 'step.let-go', contactId, reason: 'said-no', note: '' }, facts: 0, at })
  const now = (change: Change, count = 0): PlannedChange => ({ change, facts: count, at: null })
  return [
    ...unknownKinds.map((word) => now({ type: 'kind.put', kind: kindFromWord(word) })),
    ...cut(rows).map((part) => now({ type: 'contact.import', importId, file, rows: part })),
    ...pastParts(own.values(), largestPart).map((part) => now({ type: 'history.import', importId, file, ...part }, part.activities.length + part.sales.length)),
    ...newIds.flatMap((contactId): readonly PlannedChange[] => {
      const at = endedByNo(own.get(contactId) ?? [])
      return at === null ? [] : [saidNo(contactId, at)]
    }),
    ...again.no.map(([contactId, at]) => saidNo(contactId, at)),
    ...again.open.map((contactId) => now({ type: 'step.set', contactId, step: stepAgain(days[placed++] ?? today) })),
  ]
}
