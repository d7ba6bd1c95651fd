import pg from 'pg'
import { reachStore } from '#server/app/open-store.ts'
import { superuser } from '#server/postgres/cluster.ts'
import { connected } from '#server/postgres/roles.ts'
import type { Stored } from './checker.ts'

const types = new pg.TypeOverrides()
types.setTypeParser(pg.types.builtins.INT8, Number)

/** Everything the checker looks at, read past row-level security from the living database of this folder. */
export const readStored = async (dataFolder: string): Promise<Stored> => {
  const store = await reachStore({ dataFolder, databaseUrl: undefined }, () => undefined)
  try {
    return await connected({ ...store.owner, user: superuser, types }, async (client) => {
      const rows = async (text: string): Promise<never[]> => (await client.query(text)).rows as never[]
      const [cursor] = (await rows('select coalesce(max(value), 0) as value from cursor')) as readonly { readonly value: number }[]
      return {
        operations: await rows(`select id, device, sequence, status, rev from operation where type = 'activity.record'`),
        activities: await rows(
          `select id, member_id as "memberId", day::text, kind, outcome, direction, minutes, voided_at is not null as "isVoided", contact_ids as "contactIds", title from activity`,
        ),
        peopleOfActivities: await rows('select activity_id as "activityId", contact_id as "contactId" from activity_contact'),
        rollUps: await rows('select member_id as "memberId", day::text, kind, outcome, activities, conversations, minutes from roll_up'),
        contacts: await rows(
          `select id, touches, deleted_at is null and archived_at is null and merged_into is null and let_go is null and next_step is null as "isForgotten" from contact`,
        ),
        devices: await rows('select id, max_sequence as "maxSequence", missing from device'),
        cursor: cursor?.value ?? 0,
        rowsWithoutWorkspace: await withoutWorkspace(client),
      }
    })
  } finally {
    await store.close()
  }
}

const withoutWorkspace = async (client: pg.Client): Promise<number> => {
  const { rows: tables } = await client.query<{ name: string }>(`
    select quote_ident(c.relname) as name from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and a.attname = 'workspace_id'`)
  let count = 0
  for (const { name } of tables) {
    const {
      rows: [found],
    } = await client.query<{ n: number }>(`select count(*)::int as n from ${name} t where not exists (select from workspace w where w.id = t.workspace_id)`)
    count += found?.n ?? 0
  }
  return count
}
