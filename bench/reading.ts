import { asDay } from '#method/calendar/day.ts'
import { openDatabase } from '#server/db/database.ts'
import { inWorkspace } from '#server/db/tenant.ts'
import { pull } from '#server/ledger/pull.ts'
import { fillActivities, fillPeople, ownerOf, type Ground } from './ground.ts'
import { medianOf, ms, ratio, type Line } from './timing.ts'

const small = 10_000
const fresh = 20

/** What Today asks the server for, in a workspace with a long past and in one with a short past. */
export const benchReading = async (ground: Ground, large: number): Promise<readonly Line[]> => {
  for (const [workspace, activities] of [
    [100, small],
    [101, large],
  ] as const) {
    await fillPeople(ground, workspace, 100)
    await fillActivities(ground, workspace, activities, fresh)
  }
  const database = openDatabase(ground.connection)
  const today = asDay(new Date().toISOString().slice(0, 10))
  const asked = (workspace: number) => medianOf(60, () => inWorkspace(database, ownerOf(workspace), (tx) => pull(tx, ownerOf(workspace), 1_000_000, today)))
  try {
    const short = await asked(100)
    const long = await asked(101)
    return [
      {
        what: `Today’s question (${fresh} new activities) with ${large.toLocaleString('en-CA')} activities`,
        measured: ms(long),
        reference: `${ms(short)} with ${small.toLocaleString('en-CA')}`,
        goal: `${ratio(long / short)} (goal ≤ 1.20 ×${large < 1_000_000 ? ' at 1,000,000' : ''})`,
        isReached: long / short <= 1.2,
      },
    ]
  } finally {
    await database.destroy()
  }
}
