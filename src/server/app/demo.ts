import { asInstant } from '#method/calendar/day.ts'
import type { Database } from '#server/db/database.ts'
import { demoStory } from '#server/demo/story.ts'
import type { Actor } from '#server/identity/actor.ts'
import { applyOperations } from '#server/ledger/write.ts'

/** Fills a new demo workspace with the story, through the door that every device uses. */
export const fillDemo = async (database: Database, owner: Actor, now: Date): Promise<void> => {
  const operations = demoStory({ now: asInstant(now.getTime()), zone: 'America/Toronto', memberId: owner.memberId })
  const answers = await applyOperations(database, owner, operations)
  const refused = answers.find((answer) => answer.status === 'refused')
  if (refused) throw new Error(`the demo story was refused: ${'reason' in refused ? refused.reason : ''}`)
}
