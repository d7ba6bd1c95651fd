import type { Contact } from '../contact/contact.ts'
import { renewalsPerDay } from '../follow-up/cadence.ts'
import type { Bounds } from './bounds.ts'
import { hashOf } from './chance-place.ts'
import { tie, type Placed } from './order.ts'
import { meantKind, minutesOf, reach, type Reached } from './reach.ts'
import { probability, scoreOf } from './score.ts'
import { createShelf, type Shelf } from './shelf.ts'
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
const createDraw = (contacts: readonly Contact[], seed: string): Shelf => {
  const from = hashOf(seed)
  const lots = contacts.map(({ id }) => hashOf(id.slice(-12), from))
  return createShelf(lots, (a, b) => (lots[a] === lots[b] ? tie(contacts[a] as Contact, contacts[b] as Contact) < 0 : (lots[a] ?? 0) > (lots[b] ?? 0)))
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
  let draw: Shelf | undefined
  const drawn = (): Chosen | null => {
    draw ??= createDraw(contacts, bounds.situation.seed)
    for (let index = draw.take(); index !== undefined; index = draw.take()) {
      const chosen = taken.has(index) || renewals[index] ? null : placed(index)
      if (!chosen) continue
      taken.add(index)
      return chosen
    }
    return null
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
