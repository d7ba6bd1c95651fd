import type { ConsentEvent } from './consent.ts'

/** How long a fact can be said to have been noted by mistake: a slip is seen at once, and later is another fact (law R4). */
export const mistakeMinutes = 10

/** Whether a correction takes a fact back: by who noted it, at once, and never a silence that she asked for herself. */
export const isTakenBack = (event: ConsentEvent, correction: ConsentEvent): boolean => {
  const { fact } = event
  if (correction.fact.type !== 'noted-by-mistake' || correction.fact.of !== event.id || correction.memberId !== event.memberId) return false
  if (fact.type === 'noted-by-mistake' || fact.type === 'suppression-restored' || (fact.type === 'withdrawal' && fact.means === 'link')) return false
  const minutes = (Date.parse(correction.recordedAt) - Date.parse(event.recordedAt)) / 60_000
  // It says that nothing occurred at that moment: whoever looks at a moment before it knows neither.
  return minutes >= 0 && minutes <= mistakeMinutes && correction.occurredAt <= event.occurredAt
}

/** The facts of a ledger that hold: those noted by mistake and their corrections, which stay written, say nothing. */
export const withoutMistakes = (events: readonly ConsentEvent[]): readonly ConsentEvent[] => {
  const corrections = new Map<string, ConsentEvent[]>()
  for (const event of events) {
    if (event.fact.type === 'noted-by-mistake') corrections.set(event.fact.of, [...(corrections.get(event.fact.of) ?? []), event])
  }
  if (corrections.size === 0) return events
  const isHeld = (event: ConsentEvent) => !corrections.get(event.id)?.some((correction) => isTakenBack(event, correction))
  return events.filter((event) => event.fact.type !== 'noted-by-mistake' && isHeld(event))
}
