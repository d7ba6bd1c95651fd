import { hues, type Kind, type KindId } from '../activity/kind.ts'
import { dayOf, type Day, type Instant } from '../calendar/day.ts'
import { foldWords } from '../contact/fold.ts'
import type { DateOrder } from '../contact/written-date.ts'
import type { PastOutcome } from './past-outcome.ts'
import type { PastRefusal } from './past-row.ts'

/** A word of the file that is not known, and on how many rows. */
export type UnknownWord = { readonly word: string; readonly rows: number }

/** The kind that a word of a file becomes, in a look of its own. */
export const kindFromWord = ({ word, id }: UnknownWord & { readonly id: KindId }): Kind => ({
  id,
  name: word,
  icon: 'circle-dot',
  hue: hues[Number.parseInt(id.slice(0, 2), 16) % hues.length] ?? 'slate',
  minutes: 10,
  people: 'one',
  archived: false,
})

/** What a file of past activities comes to. Each row is counted once in `told`, `toDecide` or `leftOut`. */
export type PastSummary = {
  readonly rows: number
  readonly told: number
  readonly toDecide: number
  readonly leftOut: number
  readonly activities: number
  readonly byKind: Readonly<Record<KindId, number>>
  /** What came in by currency: sales, refunds (one for each sale that it takes back), and what remains of the first once the others are taken off. */
  readonly sales: Readonly<Record<string, { readonly count: number; readonly refunds: number; readonly cents: number }>>
  readonly withoutPerson: number
  readonly firstDay: Day | null
  readonly lastDay: Day | null
  readonly newPeople: number
  readonly knownPeople: number
  readonly reasons: Readonly<Partial<Record<PastRefusal, number>>>
  /** Rows kept with something that could not be read. */
  readonly warned: number
  readonly unknownKinds: readonly (UnknownWord & { readonly id: KindId })[]
  readonly unknownOutcomes: readonly UnknownWord[]
  /** How many dates can only be read in one order, for each, and how many in both, each another day. */
  readonly orders: Readonly<Record<DateOrder | 'either', number>>
}

const mostWords = 100
const add = (counts: Record<string, number>, name: string): void => void (counts[name] = (counts[name] ?? 0) + 1)

/** Counts rows one by one. */
export const tallyPast = (zone: string) => {
  const sums = { rows: 0, told: 0, toDecide: 0, leftOut: 0, activities: 0, withoutPerson: 0, warned: 0 }
  const [byKind, reasons]: [Record<string, number>, Record<string, number>] = [{}, {}]
  const sales: Record<string, { count: number; refunds: number; cents: number }> = {}
  const outcomes = new Map<string, { word: string; rows: number }>()
  const orders = { 'day-first': 0, 'month-first': 0, either: 0 }
  let first: Instant | null = null
  let last: Instant | null = null
  const warn = (word: string): void => {
    const known = outcomes.get(foldWords(word))
    if (known) known.rows += 1
    else if (outcomes.size < mostWords) outcomes.set(foldWords(word), { word, rows: 1 })
  }
  const tell = ({ activity, sale, rest = [], warnings, at }: Extract<PastOutcome, { readonly as: 'told' }>): void => {
    sums.told += 1
    if (first === null || at < first) first = at
    if (last === null || at > last) last = at
    if (activity) {
      sums.activities += 1
      add(byKind, activity.kind)
    }
    for (const one of sale ? [sale, ...rest] : []) {
      const sum = (sales[one.currency] ??= { count: 0, refunds: 0, cents: 0 })
      if (one.refunds === null) sum.count += 1
      else sum.refunds += 1
      sum.cents += one.amount
    }
    if ((activity?.contactIds[0] ?? sale?.contactId ?? null) === null) sums.withoutPerson += 1
    if (warnings.length > 0) sums.warned += 1
    for (const { reason, text } of warnings) if (reason === 'unknown-outcome') warn(text)
  }
  return {
    add: (outcome: PastOutcome): void => {
      sums.rows += 1
      if (outcome.as === 'told') tell(outcome)
      else if (outcome.as === 'to-decide') sums.toDecide += 1
      else {
        sums.leftOut += 1
        add(reasons, outcome.reason)
      }
    },
    order: (written: DateOrder | 'either' | null): void => {
      if (written) orders[written] += 1
    },
    summary: (people: { readonly added: number; readonly known: number }, words: ReadonlyMap<string, UnknownWord & { readonly id: KindId }>): PastSummary => ({
      ...sums,
      byKind,
      sales,
      firstDay: first === null ? null : dayOf(first, zone),
      lastDay: last === null ? null : dayOf(last, zone),
      newPeople: people.added,
      knownPeople: people.known,
      reasons,
      unknownKinds: [...words.values()].sort((a, b) => b.rows - a.rows || (a.word < b.word ? -1 : 1)),
      unknownOutcomes: [...outcomes.values()].sort((a, b) => b.rows - a.rows || (a.word < b.word ? -1 : 1)),
      orders,
    }),
  }
}

/** The order in which the dates of the file are written, when what was read proves the other one, or more often, than it was read by. */
export const provenOrder = ({ orders }: PastSummary, readBy: DateOrder): DateOrder | null => {
  const other = readBy === 'day-first' ? 'month-first' : 'day-first'
  return orders[other] > orders[readBy] ? other : null
}

/** Whether the file proves both orders, so that those of its dates that could be read in both are only a guess: the person is asked. */
export const isOrderUnsure = ({ orders }: PastSummary): boolean => orders['day-first'] > 0 && orders['month-first'] > 0 && orders.either > 0
