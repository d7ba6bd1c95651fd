import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, expect, inject, test, vi } from 'vitest'
import { embedded, majorOf, otherPostgres } from './other-postgres.ts'

const folders: string[] = []
afterEach(() => {
  vi.unstubAllEnvs()
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

const programs = (version: string): string => {
  const folder = mkdtempSync(join(tmpdir(), 'entrain-programs-'))
  folders.push(folder)
  for (const name of ['postgres', 'initdb']) {
    writeFileSync(join(folder, name), `#!/bin/sh\necho "${name} (PostgreSQL) ${version}"\n`)
    chmodSync(join(folder, name), 0o755)
  }
  return folder
}

test('the server under test is of the version that the run says', async () => {
  const asked = process.env['ENTRAIN_PG_BIN']
  const client = new pg.Client(inject('postgres').superuser)
  await client.connect()
  const { rows } = await client.query<{ major: number }>("select current_setting('server_version_num')::int / 10000 as major")
  await client.end()
  expect(rows).toEqual([{ major: asked === undefined ? embedded : majorOf(asked) }])
})

test.skipIf(process.platform === 'win32')('of the servers on a machine, one of each supported version is met, and never the embedded one twice', () => {
  const [old, one, same] = [programs('14.9'), programs('16.4 (Debian 16.4-1)'), programs('18.1')]
  vi.stubEnv('ENTRAIN_TEST_POSTGRES', [old, one, same].join(':'))
  const found = otherPostgres()
  expect(found).toContainEqual({ folder: one, major: 16 })
  expect(found.map(({ major }) => major).filter((major) => major < 15 || major > 17)).toEqual([])
  expect(new Set(found.map(({ major }) => major)).size).toBe(found.length)
})

test('a folder named by hand that holds no server is an error, not a silence', () => {
  vi.stubEnv('ENTRAIN_TEST_POSTGRES', join(tmpdir(), 'nothing-here'))
  expect(() => otherPostgres()).toThrow(/ENTRAIN_TEST_POSTGRES names .*nothing-here/)
})
