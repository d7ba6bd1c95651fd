import type { Contact } from '../contact/contact.ts'
import { renewalsPerDay } from '../follow-up/cadence.ts'
import type { Bounds } from './bounds.ts'
import { hashOf } from './chance-place.ts'
import { heapOf } from './heap.ts'
import { tie, type Placed } from './order.ts'
import { leastMinutes, minutesOf, reach, type Reached } from './reach.ts'
import { probability, scoreOf } from './score.ts'
import { standingOf, type Standing } from './weigh.ts'

/** Someone chosen, and how she may be reached. */
export type Chosen = Placed & { readonly reached: Reached }

/** What a touch is worth, in cents per minute: chance × average sale / minutes (algorithms B4). */
export const valueOf = (z: number, minutes: number, { situation }: Bounds): number => (probability(z) * situation.averageSale) / minutes

/** Those whom the score orders. In columns: keeping an object for each of twenty thousand people would cost more than weighing them. */
export type Scored = {
  readonly add: (contact: Contact, standing: Standing) => void
  /** The one worth most who may be reached, each once; at most three relationships renewed in a day. */
  readonly best: () => Chosen | null
  /** The one whom the seed draws among those left. */
  readonly drawn: () => Chosen | null
}

/** Nobody scored yet. */
export const createScored = (bounds: Bounds): Scored => {
  const contacts: Contact[] = []
  const values: number[] = []
  const minutes: number[] = []
  const renewals: boolean[] = []
  const taken = new Set<number>()
  let renewalsLeft = renewalsPerDay - bounds.situation.renewedToday

  const isWorthMore = (a: number, b: number): boolean => {
    const [first = 0, second = 0] = [values[a], values[b]]
    return first === second ? tie(contacts[a] as Contact, contacts[b] as Contact) < 0 : first > second
  }
  let heap: ReturnType<typeof heapOf<number>> | undefined
  const placed = (index: number): Chosen | null => {
    const contact = contacts[index] as Contact
    const standing = standingOf(contact, bounds)
    const reached = standing && reach({ contact, standing }, bounds)
    return reached && { contact, standing, reached }
  }
  const best = (): Chosen | null => {
    heap ??= heapOf([...contacts.keys()], isWorthMore)
    for (let index = heap.take(); index !== undefined; index = heap.take()) {
      if (taken.has(index) || (renewals[index] && renewalsLeft <= 0)) continue
      const chosen = placed(index)
      if (!chosen) continue
      const real = minutesOf(chosen.reached.kind, bounds)
      if (real > (minutes[index] ?? 0)) {
        // The way to reach her takes longer than the quickest: she takes the place that it is worth.
        minutes[index] = real
        values[index] = valueOf(scoreOf(chosen.standing.facts, bounds.logits), real, bounds)
        heap.put(index)
        continue
      }
      if (renewals[index]) renewalsLeft -= 1
      taken.add(index)
      return chosen
    }
    return null
  }
  const drawn = (): Chosen | null => {
    const lot = hashOf(bounds.situation.seed)
    const lots = contacts.map(({ id }) => hashOf(id, lot))
    const left = [...contacts.keys()].filter((index) => !renewals[index] && !taken.has(index))
    const draw = heapOf(left, (a, b) => (lots[a] === lots[b] ? tie(contacts[a] as Contact, contacts[b] as Contact) < 0 : (lots[a] ?? 0) < (lots[b] ?? 0)))
    for (let index = draw.take(); index !== undefined; index = draw.take()) {
      const chosen = placed(index)
      if (!chosen) continue
      taken.add(index)
      return chosen
    }
    return null
  }
  const add = (contact: Contact, standing: Standing): void => {
    const least = leastMinutes(contact, bounds)
    contacts.push(contact)
    minutes.push(least)
    values.push(valueOf(scoreOf(standing.facts, bounds.logits), least, bounds))
    renewals.push(standing.claim === 'renew')
  }
  return { add, best, drawn }
}
