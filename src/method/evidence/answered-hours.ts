import { awaitsAnswer, isConversation, type Activity } from '../activity/activity.ts'
import { hourReader } from '../calendar/hour-reader.ts'
import { differenceOf, fewestToCompare, mostAtUsualLimits, rateOf, type Difference, type Rate } from './rate.ts'

/** Calls made from one hour of the clock to the next, and how many were answered. */
export type AnsweredHour = Rate & { readonly hour: number }

/** Her own hours, only those with at least five calls; `best` only when it is clearly better than all the others together. */
export type AnsweredHours = {
  readonly calls: number
  readonly hours: readonly AnsweredHour[]
  readonly best: { readonly hour: number; readonly difference: Difference } | null
}

/** Under this number of calls, an hour is not told (algorithms A12). */
export const fewestCallsAnHour = 5

type Cell = { calls: number; answered: number }

const bestOf = (cells: readonly (readonly [number, Cell])[], all: Cell): AnsweredHours['best'] => {
  const large = cells.filter(([, { calls }]) => calls >= fewestToCompare)
  const level = large.length > mostAtUsualLimits ? 0.99 : 0.95
  const clear = large.flatMap(([hour, { calls, answered }]) => {
    const others = { name: 'others', count: all.answered - answered, n: all.calls - calls }
    const difference = differenceOf({ name: String(hour), count: answered, n: calls }, others, level)
    return difference.verdict === 'first-higher' ? [{ hour, difference }] : []
  })
  return clear.sort((a, b) => (b.difference.difference ?? 0) - (a.difference.difference ?? 0) || a.hour - b.hour)[0] ?? null
}

/**
 * Gathers outgoing calls one by one, by the clock of the place they were made from: those of which the clock and the outcome are
 * known. Those that no longer count are left out by the caller.
 */
export const tellAnsweredHours = (): { readonly add: (activity: Activity) => void; readonly end: () => AnsweredHours } => {
  const cells = new Map<number, Cell>()
  const hourOf = hourReader()
  const add = (activity: Activity): void => {
    if (activity.kind !== 'phone' || activity.direction !== 'out' || activity.isDayOnly === true || !awaitsAnswer(activity)) return
    const hour = hourOf(activity.occurredAt, activity.zone)
    const cell = cells.get(hour) ?? { calls: 0, answered: 0 }
    cells.set(hour, cell)
    cell.calls += 1
    if (isConversation(activity)) cell.answered += 1
  }
  const end = (): AnsweredHours => {
    const sorted = [...cells].sort(([a], [b]) => a - b)
    const all = sorted.reduce((sum, [, cell]) => ({ calls: sum.calls + cell.calls, answered: sum.answered + cell.answered }), { calls: 0, answered: 0 })
    const shown = sorted.filter(([, { calls }]) => calls >= fewestCallsAnHour)
    return { calls: all.calls, hours: shown.map(([hour, { calls, answered }]) => ({ hour, ...rateOf(answered, calls) })), best: bestOf(sorted, all) }
  }
  return { add, end }
}
