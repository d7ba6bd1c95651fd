import type { KindId } from '../activity/kind.ts'
import type { Channel } from '../consent/consent.ts'
import type { Contact } from '../contact/contact.ts'
import { boundsOf, type Bounds } from './bounds.ts'
import { isDrawn } from './chance-place.ts'
import { byGroup, type Told } from './order.ts'
import { minutesOf, reach } from './reach.ts'
import type { Reason } from './reason.ts'
import { reasonsOf } from './reasons-of.ts'
import { partsOf, probability, scoreOf, type Part } from './score.ts'
import { createScored, valueOf, type Chosen } from './scored.ts'
import type { Situation } from './situation.ts'
import { standingOf, type Group } from './weigh.ts'

/** Someone to contact: why, by which lawful channels, and how she was weighed. */
export type Suggestion = {
  readonly contact: Contact
  /** One or two facts, the first one leading. */
  readonly reasons: readonly [Reason, ...Reason[]]
  /** Which rule placed her; `drawn` is the place in twenty that chance takes. */
  readonly place: Group | 'drawn'
  /** The lawful channels of the moment, the best first; none when she has no address, or at another hour only. */
  readonly channels: readonly Channel[]
  /** The kind of activity meant. */
  readonly kind: KindId
  /** Log-odds, the chance that one touch brings a sale, what it is made of, and its value in cents per minute (algorithms B4). */
  readonly score: { readonly z: number; readonly chance: number; readonly parts: readonly Part[]; readonly value: number }
}

const suggest = ({ contact, standing, reached, minutes }: Chosen, place: Suggestion['place'], bounds: Bounds): Suggestion => {
  const z = scoreOf(standing.facts, bounds.logits)
  return {
    contact,
    reasons: reasonsOf(contact, standing, bounds),
    place,
    ...reached,
    score: { z, chance: probability(z), parts: partsOf(standing.facts, bounds.logits), value: valueOf(z, minutes, bounds) },
  }
}

/**
 * Who comes next and why, the first `limit` (algorithms B4): enquiries that wait, promises due, fresh signs, then the value of a touch
 * per minute, one place in twenty of the day drawn. Nobody touched today, put off, let go or out of lawful reach; whoever was never
 * contacted comes too. The same people and moment give the same list, and a shorter list is the beginning of a longer one.
 */
export const rank = (contacts: Iterable<Contact>, situation: Situation, limit = 20): readonly Suggestion[] => {
  const bounds = boundsOf(situation)
  const first: Told[] = []
  const scored = createScored(bounds)
  let done = 0
  for (const contact of contacts) {
    if (contact.lastTouchAt !== null && contact.lastTouchAt >= bounds.todayBegan) done += 1
    const standing = standingOf(contact, bounds)
    if (standing?.group === 'score') scored.add(contact, standing)
    else if (standing) first.push({ contact, standing, z: scoreOf(standing.facts, bounds.logits) })
  }
  const list: Suggestion[] = []
  for (const placed of first.sort(byGroup)) {
    if (list.length >= limit) return list
    const reached = reach(placed, bounds)
    if (reached) list.push(suggest({ ...placed, reached, minutes: minutesOf(reached.kind, bounds) }, placed.standing.group, bounds))
  }
  while (list.length < limit) {
    const drawn = isDrawn(situation.seed, done + list.length) ? scored.drawn() : null
    const chosen = drawn ?? scored.best()
    if (!chosen) break
    list.push(suggest(chosen, drawn ? 'drawn' : 'score', bounds))
  }
  return list
}
