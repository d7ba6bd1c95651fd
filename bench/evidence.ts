import { connected } from '#server/postgres/roles.ts'
import { openDatabase, type Database } from '#server/db/database.ts'
import { bilanFor, stopTelling, tellAndKeep } from '#server/evidence/kept-bilan.ts'
import { writeBatch } from '#server/ledger/write.ts'
import type { Actor } from '#server/identity/actor.ts'
import { v7 } from 'uuid'
import { fillPeople, ownerOf, personId, type Ground } from './ground.ts'
import { median, medianOf, ms, ratio, timed, type Line } from './timing.ts'

const small = 10_000
// Fifty touches a person, a sale for a hundred, over five years.
const touchesEach = 50
const days = 1825
const everything = { from: null, to: null, kind: null, source: null }

/** Adds the log of someone who touches each of her people as often, straight into the tables. */
const fillLog = (ground: Ground, workspace: number, activities: number): Promise<void> =>
  connected({ ...ground.superuserConnection, database: ground.connection.database }, async (client) => {
    const { workspaceId, memberId } = ownerOf(workspace)
    const people = Math.ceil(activities / touchesEach)
    await client.query(
      `
      with facts as (
        select n, gen_random_uuid() as id, ('0190dddd-0000-7000-8000-' || lpad((1 + n % $4::int)::text, 12, '0'))::uuid as person,
          (($3::int - n)::bigint * ${days} / $3::int)::int as back
        from generate_series(1, $3::int) n),
      told as (
        insert into activity (workspace_id, id, member_id, kind, direction, outcome, contact_ids, minutes, title, note, occurred_at, day, zone, standing_before, rev)
        select $1::uuid, id, $2, (array['phone', 'email', 'text', 'in-person'])[1 + n % 4], 'out', (array['no-answer', 'sent', 'reached', 'message-left', 'no'])[1 + n % 5],
          jsonb_build_array(person), 4, '', '', '2026-11-20 15:00:00Z'::timestamptz - make_interval(days => back), '2026-11-20'::date - back, 'America/Toronto', '{}', 1
        from facts)
      insert into sale (workspace_id, id, member_id, amount, currency, contact_id, note, occurred_at, day, zone, rev)
      select $1::uuid, gen_random_uuid(), $2, 10000 + n % 5000, 'CAD', person, '', '2026-11-20 16:00:00Z'::timestamptz - make_interval(days => back), '2026-11-20'::date - back,
        'America/Toronto', 1
      from facts where n % 100 = 0`,
      [workspaceId, memberId, activities, people],
    )
    await client.query(
      `
      insert into roll_up (workspace_id, member_id, day, kind, outcome, activities, conversations, minutes, rev)
      select workspace_id, member_id, day, kind, outcome, count(*), 0, 4 * count(*), 1 from activity where workspace_id = $1 group by 1, 2, 3, 4, 5`,
      [workspaceId],
    )
    await client.query('vacuum analyze activity')
  })

/** Takes what was kept of someone's figures away: her next look is a first one. */
const forget = (ground: Ground, workspace: number): Promise<void> =>
  connected({ ...ground.superuserConnection, database: ground.connection.database }, async (client) => {
    await client.query('delete from kept_bilan where workspace_id = $1', [ownerOf(workspace).workspaceId])
  })

const tap = (database: Database, actor: Actor) => {
  const at = new Date().toISOString()
  const change = {
    type: 'activity.record',
    activityId: v7(),
    kind: 'phone',
    direction: 'out',
    outcome: 'reached',
    contactIds: [personId(1)],
    minutes: 4,
    title: '',
    note: '',
    notNow: null,
    occurredAt: at,
    zone: 'America/Toronto',
    meeting: null,
    after: { take: 'proposal' },
  }
  return writeBatch(database, actor, {
    device: null,
    format: 1,
    operations: [{ sequence: null, operation: { id: v7(), at, zone: 'America/Toronto', change } }],
  })
}

/** The Bilan of a long log and of a short one: what a look after a tap takes, what telling all of it takes, and a tap meanwhile. */
export const benchEvidence = async (ground: Ground, large: number): Promise<readonly Line[]> => {
  const logs = [
    [200, small],
    [201, large],
  ] as const
  for (const [workspace, activities] of logs) {
    await fillPeople(ground, workspace, Math.ceil(activities / touchesEach))
    await fillLog(ground, workspace, activities)
  }
  const database = openDatabase(ground.connection)
  const now = Date.parse('2026-11-24T15:00:00Z')
  const look = (workspace: number) => bilanFor(database, ownerOf(workspace), everything, now)
  // Each look comes after a tap, so that nothing is simply found again.
  const lookAfterTap = async (workspace: number): Promise<number> => {
    await tap(database, ownerOf(workspace))
    return timed(() => look(workspace))
  }
  const untilFresh = async (workspace: number): Promise<void> => {
    while ((await look(workspace)).isBehind) await new Promise((after) => setTimeout(after, 100))
  }
  try {
    const [wholeShort, wholeLong] = [
      await medianOf(3, () => tellAndKeep(database, ownerOf(200), everything, now)),
      await medianOf(1, () => tellAndKeep(database, ownerOf(201), everything, now)),
    ]
    const firstLook = async (workspace: number): Promise<number> => {
      await forget(ground, workspace)
      return timed(() => look(workspace))
    }
    const [firstShort, firstLong] = [await firstLook(200), await firstLook(201)]
    const looks: Record<number, number[]> = { 200: [], 201: [] }
    for (let n = 0; n < 7; n += 1) {
      for (const [workspace] of logs) {
        looks[workspace]?.push(await lookAfterTap(workspace))
        await untilFresh(workspace)
      }
    }
    const alone = await medianOf(15, () => tap(database, ownerOf(201)))
    await look(201)
    const meanwhile: number[] = []
    while ((await look(201)).isBehind && meanwhile.length < 15) meanwhile.push(await timed(() => tap(database, ownerOf(200))))
    await untilFresh(201)
    const [short, long] = [median(looks[200] ?? []), median(looks[201] ?? [])]
    const what = large.toLocaleString('en-CA')
    return [
      {
        what: `Bilan of ${what} activities, at a look after a tap`,
        measured: ms(long),
        reference: `${ms(short)} with ${small.toLocaleString('en-CA')}`,
        goal: `${ratio(long / short)} (goal ≤ 1.50 ×)`,
        isReached: long / short <= 1.5,
      },
      {
        what: `the same told whole, in a thread of its own`,
        measured: ms(wholeLong),
        reference: `${ms(wholeShort)} with ${small.toLocaleString('en-CA')}`,
        goal: '—',
        isReached: null,
      },
      {
        what: 'the very first look, nothing kept (an import by the command keeps it at its end)',
        measured: ms(firstLong),
        reference: `${ms(firstShort)} with ${small.toLocaleString('en-CA')}`,
        goal: `${ratio(firstLong / firstShort)} (no goal: it waits for the telling)`,
        isReached: null,
      },
      { what: 'a tap while it is told', measured: ms(median(meanwhile)), reference: `${ms(alone)} without`, goal: '—', isReached: null },
    ]
  } finally {
    await stopTelling()
    await database.destroy()
  }
}
