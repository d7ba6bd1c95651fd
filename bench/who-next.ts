import { asInstant, dayOf } from '#method/calendar/day.ts'
import { openDatabase } from '#server/db/database.ts'
import { toWriteRows, writeTogether } from '#server/db/rows.ts'
import { inWorkspace } from '#server/db/tenant.ts'
import { whoNext } from '#server/next/who-next.ts'
import { anActivity } from '#test/a-day.ts'
import { fillPeople, ownerOf, type Ground } from './ground.ts'
import { contactAt, now } from './ranking.ts'
import { medianOf, ms, type Line } from './timing.ts'

const activities = 5_000

/** Who comes next as the server answers it (`GET /api/next`): everything read, ranked, and the first ones told. */
export const benchWhoNext = async (ground: Ground, count: number): Promise<readonly Line[]> => {
  const actor = ownerOf(300)
  await fillPeople(ground, 300, 0)
  const database = openDatabase(ground.connection)
  const contacts = Array.from({ length: count }, (_, n) => contactAt(n))
  const calls = Array.from({ length: activities }, (_, n) => {
    const occurredAt = asInstant(Date.parse(now) - (1 + (n % 80)) * 86_400_000)
    const id = `0190ffff-0000-7000-8000-${String(n).padStart(12, '0')}`
    return anActivity({
      id,
      memberId: actor.memberId,
      contactIds: [contacts[(n * 3) % count]?.id ?? ''],
      occurredAt,
      day: dayOf(occurredAt, 'America/Toronto'),
    })
  })
  await inWorkspace(database, actor, (tx) =>
    writeTogether(tx, [...toWriteRows('contact', actor.workspaceId, 1, contacts), ...toWriteRows('activity', actor.workspaceId, 1, calls)]),
  )
  const ask = (limit: number) => inWorkspace(database, actor, (tx) => whoNext(tx, actor, { limit, now, language: 'fr' }))
  const measured = await medianOf(10, () => ask(20))
  const all = await medianOf(5, () => ask(200))
  await database.destroy()
  const what = `who comes next, asked of the server, among ${count.toLocaleString('en-CA')} people and ${activities.toLocaleString('en-CA')} activities`
  return [{ what, measured: ms(measured), reference: `${ms(all)} for the first 200`, goal: '≤ 2 s', isReached: measured <= 2000 }]
}
