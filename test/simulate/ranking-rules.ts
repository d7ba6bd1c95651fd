import { boundsOf } from '#method/next/bounds.ts'
import { tie } from '#method/next/order.ts'
import { rank } from '#method/next/rank.ts'
import { scoreOf } from '#method/next/score.ts'
import type { Situation } from '#method/next/situation.ts'
import { blankRecord } from '#method/next/source.ts'
import { standingOf } from '#method/next/weigh.ts'
import type { Contact } from '#method/contact/contact.ts'
import { chanceOf } from '../torture/chance.ts'
import { size } from './ranking-world.ts'
import type { Rule } from './ranking-season.ts'

const idsOf = (contacts: readonly Contact[]): readonly string[] => contacts.map(({ id }) => id)
const byLot = (contacts: readonly Contact[], seed: number): readonly Contact[] => {
  const chance = chanceOf(seed)
  return contacts
    .map((contact) => ({ contact, lot: chance.next() }))
    .sort((a, b) => a.lot - b.lot)
    .map(({ contact }) => contact)
}
const byScore = (contacts: readonly Contact[], situation: Situation): readonly string[] => {
  const bounds = boundsOf(situation)
  return contacts
    .flatMap((contact) => {
      const standing = standingOf(contact, bounds)
      return standing ? [{ contact, z: scoreOf(standing.facts, bounds.logits) }] : []
    })
    .sort((a, b) => b.z - a.z || tie(a.contact, b.contact))
    .map(({ contact }) => contact.id)
}
const longAgo = ({ lastTouchAt }: Contact): string => lastTouchAt ?? ''

/** The rules that are compared, the recommended one last; `seed` is for those who leave it to chance. */
export const rules = {
  random:
    (seed) =>
    ({ contacts, day }) =>
      idsOf(byLot(contacts, seed * 1000 + day)),
  alphabetical:
    () =>
    ({ contacts, situation }) => {
      const week = new Date(Date.parse(situation.now) - 7 * 86_400_000).toISOString()
      return idsOf(contacts.filter((contact) => longAgo(contact) < week).sort((a, b) => (a.name < b.name ? -1 : 1)))
    },
  'oldest first':
    () =>
    ({ contacts }) =>
      idsOf([...contacts].sort((a, b) => (longAgo(a) === longAgo(b) ? (a.id < b.id ? -1 : 1) : longAgo(a) < longAgo(b) ? -1 : 1))),
  'only hot':
    (seed) =>
    ({ contacts, day, situation }) => {
      const at = ({ id }: Contact): string => situation.signals.get(id)?.at ?? ''
      return idsOf([...byLot(contacts, seed * 1000 + day)].sort((a, b) => (at(a) === at(b) ? 0 : at(a) > at(b) ? -1 : 1)))
    },
  'score, fixed':
    () =>
    ({ contacts, situation }) =>
      byScore(contacts, { ...situation, record: blankRecord }),
  'score, learned':
    () =>
    ({ contacts, situation }) =>
      byScore(contacts, situation),
  recommended:
    () =>
    ({ contacts, situation }) =>
      idsOf(rank(contacts, situation, size.touches).map(({ contact }) => contact)),
  // Knows every true chance of the day, and does not plan ahead.
  oracle:
    () =>
    ({ contacts, chanceOf }) =>
      idsOf([...contacts].sort((a, b) => chanceOf(b.id) - chanceOf(a.id))),
} satisfies Readonly<Record<string, (seed: number) => Rule>>

/** The name of a rule. */
export type RuleName = keyof typeof rules
