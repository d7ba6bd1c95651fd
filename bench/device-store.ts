import pg from 'pg'
import { v7 } from 'uuid'
import { addDays, asInstant, dayOf, type Day } from '#method/calendar/day.ts'
import type { Change } from '#method/ledger/operation.ts'
import { openStore } from '#server/app/open-store.ts'
import { openDatabase } from '#server/db/database.ts'
import { migrate } from '#server/db/migrate.ts'
import type { Actor } from '#server/identity/actor.ts'
import { openIdentityDatabase } from '#server/identity/database.ts'
import { ensureOwner } from '#server/identity/owner.ts'
import { applyOperations } from '#server/ledger/write.ts'
import { personAt } from './people-file.ts'

const zone = 'America/Toronto'
const part = 500

/** Fills a new data folder with what a device is to hold: people with a first step, and activities of the last ninety days. */
export const fillStore = async (dataFolder: string, people: number, activities: number): Promise<void> => {
  const store = await openStore({ dataFolder, databaseUrl: undefined }, () => undefined)
  try {
    await migrate(store.owner)
    const actor = await ownerOf(store.app)
    const database = openDatabase(store.app)
    const today = dayOf(asInstant(Date.now()), zone)
    const ids = Array.from({ length: people }, () => v7())
    try {
      const answers = await applyOperations(
        database,
        actor,
        changesOf(ids, today).map((change) => ({ id: v7(), at: asInstant(Date.now()), zone, change })),
      )
      const refused = answers.find(({ status }) => status === 'refused')
      if (refused) throw new Error(`the device could not be filled: ${JSON.stringify(refused)}`)
    } finally {
      await database.destroy()
    }
    await fillPast(store.app, actor, ids, activities)
  } finally {
    await store.close()
  }
}

const ownerOf = async (config: pg.ClientConfig): Promise<Actor> => {
  const identity = openIdentityDatabase(config)
  try {
    const { userId, workspaceId } = await ensureOwner(identity)
    return { workspaceId, memberId: userId, role: 'owner' }
  } finally {
    await identity.destroy()
  }
}

// A goal that sixty taps do not reach, on every day of the week, so that each tap changes the same counter.
const changesOf = (ids: readonly string[], today: Day): readonly Change[] => {
  const weekdays = [1, 2, 3, 4, 5, 6, 7] as const
  const goal = { id: v7(), goalId: 'main', effectiveFrom: today, target: 500, per: 'day', measure: { type: 'all' }, counting: 'people' } as const
  const importId = v7()
  return [
    { type: 'goal.set', goal },
    { type: 'schedule.set', schedule: { id: v7(), effectiveFrom: today, weekdays, holidays: 'none', easter: 'good-friday' } },
    ...Array.from({ length: Math.ceil(ids.length / part) }, (_, n): Change => {
      const rows = ids.slice(n * part, (n + 1) * part).map((contactId, place) => ({
        contactId,
        isNew: true,
        fields: fieldsAt(n * part + place),
        due: addDays(today, ((n * part + place) % 60) - 10),
      }))
      return { type: 'contact.import', importId, file: 'banc.csv', rows }
    }),
  ]
}

const fieldsAt = (n: number) => {
  const { firstName, lastName, email, phone, city, note } = personAt(n)
  return { name: `${firstName} ${lastName}`, city, notes: note, emails: [{ label: 'work', address: email }], phones: [{ label: 'work', number: phone }] }
}

// Straight into the table: the device only reads them.
const fillPast = async (config: pg.ClientConfig, { workspaceId, memberId }: Actor, ids: readonly string[], activities: number): Promise<void> => {
  const client = new pg.Client(config)
  await client.connect()
  try {
    await client.query('begin')
    await client.query(`select set_config('app.workspace', $1, true)`, [workspaceId])
    await client.query(
      `
      insert into activity (workspace_id, id, member_id, kind, direction, outcome, contact_ids, minutes, title, note, occurred_at, day, zone, standing_before, rev)
      select $1::uuid, gen_random_uuid(), $2, 'phone', 'out', 'reached', jsonb_build_array(($3::uuid[])[1 + n % cardinality($3::uuid[])]), 4, '', '',
        now() - make_interval(days => 1 + n % 88), (now() at time zone $5)::date - (1 + n % 88), $5, '{}', (select value from cursor where workspace_id = $1::uuid)
      from generate_series(1, $4::int) n`,
      [workspaceId, memberId, ids, activities, zone],
    )
    await client.query('commit')
  } finally {
    await client.end()
  }
}
