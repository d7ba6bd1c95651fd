import type { ContactId } from '../contact/contact.ts'
import type { Journey } from './journeys.ts'
import { compare, type Comparison, type Counted } from './rate.ts'

const tally = (): { readonly add: (name: string, isSold: boolean, times?: number) => void; readonly counted: () => readonly Counted[] } => {
  const groups = new Map<string, { count: number; n: number }>()
  return {
    add: (name, isSold, times = 1) => {
      const group = groups.get(name) ?? { count: 0, n: 0 }
      groups.set(name, group)
      group.n += times
      if (isSold) group.count += 1
    },
    counted: () => [...groups].map(([name, { count, n }]) => ({ name, count, n })),
  }
}

const isSold = ({ sales }: Journey): boolean => sales.length > 0

/**
 * Of the people touched at least once by each kind on the way to their first sale, how many bought (algorithms B6). Someone
 * touched by two kinds is in both, which only makes the limits of the difference wider than they need be.
 */
export const buyersByKind = (journeys: Iterable<Journey>): Comparison => {
  const kinds = tally()
  for (const journey of journeys) for (const kind of new Set(journey.touches.map((touch) => touch.kind))) kinds.add(kind, isSold(journey))
  return compare(kinds.counted())
}

/** Of the people of each source, how many bought: by the words in which the person wrote how they met, or none (algorithms B6). */
export const buyersBySource = (journeys: Iterable<Journey>, sourceOf: (id: ContactId | null) => string): Comparison => {
  const sources = tally()
  for (const journey of journeys) sources.add(sourceOf(journey.contactId), isSold(journey))
  return compare(sources.counted())
}

/** Of the touches of each kind, how many were the last before a sale: the closing touch, and no more than that (algorithms B1, B6). */
export const salesAtTouch = (journeys: Iterable<Journey>): Comparison => {
  const kinds = tally()
  for (const journey of journeys) {
    const last = journey.touches.length - 1
    for (const [place, { kind }] of journey.touches.entries()) kinds.add(kind, place === last && isSold(journey))
  }
  return compare(kinds.counted())
}
