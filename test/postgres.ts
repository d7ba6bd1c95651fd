import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { inject } from 'vitest'
import type { TestProject } from 'vitest/node'
import { createDatabase, dropDatabase } from '#server/postgres/roles.ts'
import { carelessSettings } from '#server/postgres/settings.ts'
import { startPostgres, type Connection } from '#server/postgres/start.ts'

type TestServer = { readonly superuser: Connection; readonly owner: Connection; readonly app: Connection }

declare module 'vitest' {
  interface ProvidedContext {
    postgres: TestServer
  }
}

const template = 'entrain_template'

/** Vitest global set-up of the server tests: one throw-away PostgreSQL per run, with one migrated database to copy from. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const started = await startTestPostgres()
  project.provide('postgres', started.server)
  return started.stop
}

export async function startTestPostgres(): Promise<{ readonly server: TestServer; readonly stop: () => Promise<void> }> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'entrain-test-'))
  const postgres = await startPostgres({ dataFolder, log: () => undefined, settings: carelessSettings, binFolder: process.env['ENTRAIN_PG_BIN'] })
  const stop = async () => {
    await postgres.stop()
    rmSync(dataFolder, { recursive: true, force: true })
  }
  const server: TestServer = { superuser: postgres.superuserConnection, owner: postgres.ownerConnection, app: postgres.connection }
  try {
    await createDatabase(server.superuser, template)
    const { migrate } = await import('#server/db/migrate.ts')
    await migrate({ ...server.owner, database: template })
  } catch (error) {
    await stop()
    throw error
  }
  return { server, stop }
}

export type FreshDatabase = {
  /** Owner of the tables: migrations only. */
  readonly ownerConfig: pg.ClientConfig
  /** The application's role, bound by row-level security. */
  readonly appConfig: pg.ClientConfig
  readonly drop: () => Promise<void>
}

/** A migrated, empty database of one's own. Close the connections, then drop it. */
export async function freshDatabase(server: TestServer = inject('postgres')): Promise<FreshDatabase> {
  const database = `test_${randomUUID().replaceAll('-', '')}`
  await createDatabase(server.superuser, database, template)
  return {
    ownerConfig: { ...server.owner, database },
    appConfig: { ...server.app, database },
    drop: () => dropDatabase(server.superuser, database),
  }
}
