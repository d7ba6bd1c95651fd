import { asInstant, dayOf, type Day } from '#method/calendar/day.ts'
import type { Bilan, BilanScope } from '#method/evidence/bilan.ts'
import { tellBilan } from '#method/evidence/tell-bilan.ts'
import type { Tx } from '#server/db/database.ts'
import type { Actor } from '#server/identity/actor.ts'
import { activitiesThatCount, factsOfMember } from './store.ts'

/** What is asked of a log; the day it is asked on is that of the member's own zone. */
export type Asked = Omit<BilanScope, 'today'>

/** Every figure of a member's Bilan, told activity by activity from the whole log. */
export const toldBilan = async (tx: Tx, actor: Actor, asked: Asked, now: number): Promise<Bilan> => {
  const { facts, settings } = await factsOfMember(tx, actor)
  const today: Day = dayOf(asInstant(now), settings.zone)
  const telling = tellBilan(facts, { ...asked, today })
  for await (const activities of activitiesThatCount(tx, actor)) for (const activity of activities) telling.add(activity)
  return telling.end()
}
