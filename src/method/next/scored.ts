import type { Contact } from '../contact/contact.ts'
import { renewalsPerDay } from '../follow-up/cadence.ts'
import type { Bounds } from './bounds.ts'
import { hashOf } from './chance-place.ts'
import { tie, type Placed } from './order.ts'
import { meantKind, minutesOf, reach, type Reached } from './reach.ts'
import { probability, scoreOf } from './score.ts'
import { createShelf } from './shelf.ts'
import { standingOf, type Standing } from './weigh.ts'

/** Someone chosen, how she may be reached, and the minutes that she was counted for. */
export type Chosen = Placed & { readonly reached: Reached; readonly minutes: number }

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

// The end of an id is the part that varies most.
const lotsOf = (contacts: readonly Contact[], seed: string): readonly number[] => {
  const from = hashOf(seed)
  return contacts.map(({ id }) => hashOf(id.slice(-12), from))
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
    const first = values[a] ?? 0
    const second = values[b] ?? 0
    return first === second ? tie(contacts[a] as Contact, contacts[b] as Contact) < 0 : first > second
  }
  const shelf = createShelf(values, isWorthMore)
  const placed = (index: number): Chosen | null => {
    const contact = contacts[index] as Contact
    const standing = standingOf(contact, bounds)
    const reached = standing && reach({ contact, standing }, bounds)
    return reached && { contact, standing, reached, minutes: Math.max(minutes[index] ?? 0, minutesOf(reached.kind, bounds)) }
  }
  const best = (): Chosen | null => {
    for (let index = shelf.take(); index !== undefined; index = shelf.take()) {
      if (taken.has(index) || (renewals[index] && renewalsLeft <= 0)) continue
      const chosen = placed(index)
      if (!chosen) continue
      if (chosen.minutes > (minutes[index] ?? 0)) {
        // The law leaves a longer way than the one meant: she takes the place that it is worth.
        minutes[index] = chosen.minutes
        values[index] = valueOf(scoreOf(chosen.standing.facts, bounds.logits), chosen.minutes, bounds)
        shelf.putBack(index)
        continue
      }
      if (renewals[index]) renewalsLeft -= 1
      taken.add(index)
      return chosen
    }
    return null
  }
  let lots: readonly number[] | undefined
  const drawn = (): Chosen | null => {
    lots ??= lotsOf(contacts, bounds.situation.seed)
    const passed = new Set<number>()
    for (;;) {
      let first = -1
      for (let index = 0; index < lots.length; index += 1) {
        const lot = lots[index] ?? 0
        const least = lots[first] ?? Infinity
        if (lot > least || renewals[index] || taken.has(index) || passed.has(index)) continue
        if (lot < least || tie(contacts[index] as Contact, contacts[first] as Contact) < 0) first = index
      }
      if (first < 0) return null
      const chosen = placed(first)
      passed.add(first)
      if (!chosen) continue
      taken.add(first)
      return chosen
    }
  }
  const add = (contact: Contact, standing: Standing): void => {
    const meant = minutesOf(meantKind(contact), bounds)
    contacts.push(contact)
    minutes.push(meant)
    values.push(valueOf(scoreOf(standing.facts, bounds.logits), meant, bounds))
    renewals.push(standing.claim === 'renew')
  }
  return { add, best, drawn }
}
