import { sql } from 'kysely'
import type { Day } from '#method/calendar/day.ts'
import { tellDots } from '#method/challenge/challenge-dots.ts'
import type { ChallengeDaysAnswer } from '#wire/challenge/challenge.ts'
import type { Tx } from '#server/db/database.ts'
import { readRows } from '#server/db/rows.ts'
import type { Actor } from '#server/identity/actor.ts'
import { activitiesThatCount, touchedContacts } from '../evidence/store.ts'

/** What was done of each challenge of a member since its first day, whatever her devices still hold. */
export const challengeDaysOf = async (tx: Tx, actor: Actor): Promise<ChallengeDaysAnswer> => {
  const challenges = await readRows(tx, 'challenge', actor.workspaceId, sql`t.member_id = ${actor.memberId}`)
  const first = challenges.reduce<Day | null>((least, { from }) => (least === null || from < least ? from : least), null)
  if (first === null) return { challenges: {} }
  const people = await touchedContacts(tx, actor.workspaceId)
  const rules = { canonical: (id: string) => people.get(id)?.id ?? id, relationshipOf: (id: string) => people.get(id)?.relationship }
  const tellings = challenges.map((challenge) => ({ ...challenge, lines: challenge.items.map((item) => tellDots(item, rules)) }))
  for await (const activities of activitiesThatCount(tx, actor, first)) {
    for (const activity of activities) {
      for (const { from, to, lines } of tellings) if (from <= activity.day && activity.day <= to) for (const line of lines) line.add(activity)
    }
  }
  return { challenges: Object.fromEntries(tellings.map(({ id, lines }) => [id, lines.map((line) => line.end())])) }
}
