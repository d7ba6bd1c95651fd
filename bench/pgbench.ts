import { execFile } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import type { Ground } from './ground.ts'

const run = promisify(execFile)

/** A statement as it was sent. */
export type Statement = { readonly text: string; readonly values: readonly unknown[] }

/** Variables of each transaction, in pgbench's own words; a name ends where neither a letter nor a digit follows. */
export const variables = [
  '\\set operation random(100000000000, 999999999999)',
  '\\set activity random(100000000000, 999999999999)',
  '\\set person random(10, 50)',
  '\\set year random(1000, 2900)',
  '\\set writer 10 + :client_id',
].join('\n')

/** Transactions per second of pgbench on these statements, from so many clients; `null` where there is no pgbench. */
export const pgbench = async (ground: Ground, statements: readonly Statement[], writers: number, seconds: number): Promise<number | null> => {
  const script = join(tmpdir(), `entrain-bench-${process.pid}.sql`)
  writeFileSync(script, `${variables}\n${statements.map((statement) => `${written(statement)};`).join('\n')}\n`)
  const { host, port, user, password, database } = ground.connection
  const words = ['-n', '-c', String(writers), '-j', '2', '-T', String(seconds), '-f', script, '-h', host, '-p', String(port ?? 5432), '-U', user, database]
  try {
    const { stdout } = await run('pgbench', words, { env: { ...process.env, ...(typeof password === 'string' ? { PGPASSWORD: password } : {}) } })
    return Number(/tps = ([\d.]+)/.exec(stdout)?.[1] ?? Number.NaN)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  } finally {
    rmSync(script, { force: true })
  }
}

/** The statement on one line, its values in their places. */
const written = ({ text, values }: Statement): string => text.replace(/\s+/g, ' ').replace(/\$(\d+)/g, (_, place: string) => literal(values[Number(place) - 1]))

const literal = (value: unknown): string => {
  if (value === null || value === undefined) return 'null'
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (Array.isArray(value)) return pg.escapeLiteral(`{${value.map((one) => `"${String(one).replace(/["\\]/g, '\\$&')}"`).join(',')}}`)
  return pg.escapeLiteral(value instanceof Date ? value.toISOString() : String(value))
}
