import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connectGiven, givenPasswordsName } from './given.ts'
import { connected } from './roles.ts'
import { carelessSettings } from './settings.ts'
import { startPostgres, type RunningPostgres } from './start.ts'

let server: RunningPostgres
let folder: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'entrain-given-'))
  chmodSync(folder, 0o711)
  server = await startPostgres({
    dataFolder: join(folder, 'server'),
    transport: 'loopback',
    settings: carelessSettings,
    log: () => undefined,
    binFolder: process.env['ENTRAIN_PG_BIN'],
  })
  await connected(server.superuserConnection, async (client) => {
    await client.query('drop database entrain; ')
    await client.query('drop role entrain_app')
    await client.query("create role anne login createrole password 'secret'")
    await client.query("create role weak login password 'secret'")
    await client.query('create database atelier owner anne')
    await client.query("create database latin owner anne encoding LATIN1 locale 'C' template template0")
  })
})

afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

function address(user: string, database = 'atelier', password = 'secret'): string {
  return `postgres://${user}:${password}@127.0.0.1:${server.connection.port}/${database}`
}

function aDataFolder(): string {
  return mkdtempSync(join(folder, 'data-'))
}

function whoIs(connection: Parameters<typeof connected>[0]): Promise<unknown> {
  return connected(
    connection,
    async (client) =>
      (await client.query('select current_user::text as me, rolbypassrls as bypasses, rolsuper as super from pg_roles where rolname = current_user')).rows[0],
  )
}

test('a user who may not create roles is refused with the right to give', async () => {
  await expect(connectGiven(address('weak'), { dataFolder: aDataFolder() })).rejects.toMatchObject({
    reason: 'given-user-may-not-create-roles',
    en: expect.stringContaining('ALTER ROLE weak CREATEROLE'),
  })
})

test('a given server gets an application role with a password of its own, kept for the next start', async () => {
  const dataFolder = aDataFolder()
  const first = await connectGiven(address('anne'), { dataFolder })
  expect(await whoIs(first.connection)).toEqual({ me: 'entrain_app', bypasses: false, super: false })
  expect(statSync(join(dataFolder, givenPasswordsName)).mode & 0o777).toBe(0o600)
  expect((await connectGiven(address('anne'), { dataFolder })).connection).toEqual(first.connection)
})

test('a lost password is made anew, but not under an Entrain at work', async () => {
  const dataFolder = aDataFolder()
  const { connection } = await connectGiven(address('anne'), { dataFolder })
  writeFileSync(join(dataFolder, givenPasswordsName), '{}')
  await connected(connection, async () => {
    await expect(connectGiven(address('anne'), { dataFolder })).rejects.toMatchObject({ reason: 'given-role-in-use' })
  })
  await expect.poll(async () => (await connectGiven(address('anne'), { dataFolder }).catch(() => undefined))?.version).toBeGreaterThanOrEqual(15)
})

test.each([
  ['mysql://a/b', 'given-address-wrong'],
  ['postgres://127.0.0.1', 'given-address-wrong'],
  ['postgres://anne:secret@127.0.0.1:1/atelier', 'given-server-unreachable'],
])('%s is refused', async (url, reason) => {
  await expect(connectGiven(url, { dataFolder: folder })).rejects.toMatchObject({ reason })
})

test('a wrong password, another encoding and the application role are each refused by name', async () => {
  await expect(connectGiven(address('anne', 'atelier', 'wrong'), { dataFolder: folder })).rejects.toMatchObject({ reason: 'given-server-unreachable' })
  await expect(connectGiven(address('anne', 'latin'), { dataFolder: folder })).rejects.toMatchObject({ reason: 'given-server-encoding' })
  await expect(connectGiven(address('entrain_app'), { dataFolder: folder })).rejects.toMatchObject({ reason: 'given-user-is-app' })
})
