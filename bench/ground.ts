import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Actor } from '#server/identity/actor.ts'
import { migrate } from '#server/db/migrate.ts'
import { connected } from '#server/postgres/roles.ts'
import { startPostgres, type RunningPostgres } from '#server/postgres/start.ts'

/** A PostgreSQL of its own, with the settings of every day: everything acknowledged is on disk. */
export type Ground = RunningPostgres & { readonly folder: string }

export const openGround = async (): Promise<Ground> => {
  const folder = newFolder('postgres')
  const postgres = await startPostgres({ dataFolder: folder, log: () => undefined, binFolder: process.env['ENTRAIN_PG_BIN'] })
  await migrate(postgres.ownerConnection)
  return Object.assign(postgres, { folder })
}

export const newFolder = (name: string): string => {
  const folder = mkdtempSync(join(tmpdir(), `entrain-bench-${name}-`))
  chmodSync(folder, 0o711)
  return folder
}

export const removeFolder = (folder: string): void => rmSync(folder, { recursive: true, force: true })

const idOf = (workspace: number): string => `0190eeee-0000-7000-8000-${String(workspace).padStart(12, '0')}`

/** The owner of the nth workspace. */
export const ownerOf = (workspace: number): Actor => ({ workspaceId: idOf(workspace), memberId: `owner-${workspace}`, role: 'owner' })

/** Makes workspaces with people in them, straight into the tables. */
export const fillPeople = (ground: Ground, workspace: number, people: number): Promise<void> =>
  connected(ground.superuserConnection && { ...ground.superuserConnection, database: ground.connection.database }, async (client) => {
    const { workspaceId, memberId } = ownerOf(workspace)
    await client.query('insert into workspace (id, name) values ($1, $2)', [workspaceId, `Banc ${workspace}`])
    await client.query('insert into cursor (workspace_id, value) values ($1, 1)', [workspaceId])
    await client.query(
      `
      insert into contact (workspace_id, id, name, organisation, role, emails, phones, city, address, website, birthday, language, relationship, tags, notes, source,
        next_step, next_due, touches, last_words, created_at, created_by, rev)
      select $1::uuid, ('0190dddd-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'Personne ' || n, '', '', '[]', '[]', 'Granby', '', '', '', '', 'potential', '[]', '', '',
        jsonb_build_object('due', '2026-11-23', 'time', null, 'kind', null, 'promised', false, 'note', '', 'origin', 'first', 'setBy', null), '2026-11-23'::date, 0, '', now(), $2, 1
      from generate_series(1, $3::int) n`,
      [workspaceId, memberId, people],
    )
  })

/** The nth person that `fillPeople` makes. */
export const personId = (n: number): string => `0190dddd-0000-7000-8000-${String(n).padStart(12, '0')}`

/** Adds activities over five years, twenty a working day and more, straight into the tables; the last `fresh` have the last cursor. */
export const fillActivities = (ground: Ground, workspace: number, activities: number, fresh: number): Promise<void> =>
  connected({ ...ground.superuserConnection, database: ground.connection.database }, async (client) => {
    const { workspaceId, memberId } = ownerOf(workspace)
    await client.query(
      `
      insert into activity (workspace_id, id, member_id, kind, direction, outcome, contact_ids, minutes, title, note, occurred_at, day, zone, standing_before, rev)
      select $1::uuid, gen_random_uuid(), $2, 'phone', 'out', 'reached', '[]', 4, '', '', now() - (d || ' days')::interval, current_date - d, 'America/Toronto', '{}',
        case when n > $3::int - $4::int then 1000001 else n end
      from (select n, ((($3::int - n)::bigint * 1825) / $3::int)::int as d from generate_series(1, $3::int) n) s`,
      [workspaceId, memberId, activities, fresh],
    )
    await client.query('update cursor set value = 1000001 where workspace_id = $1', [workspaceId])
    await client.query('vacuum analyze activity')
  })
