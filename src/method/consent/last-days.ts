import type { Day, Instant } from '../calendar/day.ts'
import type { ConsentEvent } from './consent.ts'

/** An end that was told: when, and which day. */
export type Ending = { readonly at: Instant; readonly on: Day }
/** The ends that were told of the contract or membership of an event, in the order in which they were. */
export const endingsOf = (events: readonly ConsentEvent[], id: string): readonly Ending[] =>
  events.flatMap(({ fact, occurredAt }) => (fact.type === 'ended' && fact.of === id ? [{ at: occurredAt, on: fact.on }] : []))

/** The last day of what runs as it was known from `at` until `superseded`; `null` while it runs. */
export type LastDay = { readonly at: Instant; readonly superseded: Instant | null; readonly lastDay: Day | null }

/** The last day of what runs, as it was known from each moment on; of two ends told, the earlier. */
export const lastDays = (since: Instant, planned: Day | null, endings: readonly Ending[]): readonly LastDay[] => {
  const known: { at: Instant; lastDay: Day | null }[] = [{ at: since, lastDay: planned }]
  for (const { at, on } of endings) {
    const last = known.at(-1)?.lastDay ?? null
    if (last === null || on < last) known.push({ at: at > since ? at : since, lastDay: on })
  }
  return known.map(({ at, lastDay }, place) => ({ at, lastDay, superseded: known[place + 1]?.at ?? null }))
}
