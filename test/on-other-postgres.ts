// `npm test -- postgres`: the suites that meet the database, again, on each other PostgreSQL of this machine.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { otherPostgres } from './other-postgres.ts'

// The supervisor's own tests run on both in check:server already; the torture and the demo say nothing of a version.
const suites = [
  'src/server/ledger',
  'src/server/db',
  'src/server/identity',
  'src/server/http',
  'src/server/app',
  'src/server/challenge',
  'src/server/consent',
  'src/server/enquiry',
  'src/server/evidence',
  'src/server/mail',
  'src/server/past',
  'src/server/push',
  'src/cli/import',
  'src/server/postgres/given.test.ts',
  'test/other-postgres.test.ts',
]

const servers = otherPostgres()
if (servers.length === 0) {
  process.stdout.write(
    'No PostgreSQL 15, 16 or 17 on this machine (looked in ENTRAIN_TEST_POSTGRES, the PATH, /usr/lib/postgresql and the usual places): the server was tested on the embedded 18 only.\n',
  )
}
const vitest = join(import.meta.dirname, '..', 'node_modules', 'vitest', 'vitest.mjs')
for (const { folder, major } of servers) {
  process.stdout.write(`PostgreSQL ${major} in ${folder}\n`)
  const { status } = spawnSync(process.execPath, [vitest, 'run', '--project', 'server', ...suites], {
    stdio: 'inherit',
    env: { ...process.env, ENTRAIN_PG_BIN: folder },
  })
  if (status !== 0) process.exitCode = 1
}
