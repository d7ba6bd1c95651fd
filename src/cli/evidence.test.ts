import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase, type Database } from '#server/db/database.ts'
import type { Actor } from '#server/identity/actor.ts'
import { freshDatabase, type FreshDatabase } from '#test/postgres.ts'
import { evidenceOf, type AskedInWords } from './evidence.ts'
import { importedActivities } from './import-activities.ts'

const actor: Actor = { workspaceId: '0190aaaa-0000-7000-8000-0000000000e3', memberId: 'nathalie', role: 'owner' }
const now = Date.parse('2026-11-24T15:00:00Z')
let fresh: FreshDatabase
let database: Database
let folder: string

// Thirty people: each is called on three days; the first ten buy at the second call, the next five at the third, and five ended by saying no.
const lines = Array.from({ length: 30 }, (_, n) => {
  const name = `Personne ${String.fromCharCode(65 + Math.floor(n / 26))}${String.fromCharCode(97 + (n % 26))}`
  const source = n % 2 === 0 ? 'Salon' : 'Référence'
  const row = (day: number, kind: string, outcome: string, amount = '') =>
    `${name};${source};2026-02-${String(day).padStart(2, '0')};10:00;${kind};${outcome};${amount}`
  return [
    row(2, 'Appel', 'Pas de réponse'),
    n < 10 ? row(5, 'Courriel', 'Intéressée', '100') : row(5, 'Courriel', ''),
    ...(n < 10 ? [] : n < 15 ? [row(9, 'Appel', 'Jointe', '250,50')] : n < 20 ? [row(9, 'Appel', 'Non')] : [row(9, 'Visite guidée', '')]),
  ].join('\n')
})

beforeAll(async () => {
  fresh = await freshDatabase()
  const owner = new pg.Client(fresh.ownerConfig)
  await owner.connect()
  await owner.query('insert into workspace (id, name) values ($1, $2)', [actor.workspaceId, 'Atelier Nathalie'])
  await owner.end()
  database = openDatabase(fresh.appConfig)
  folder = mkdtempSync(join(tmpdir(), 'entrain-evidence-'))
  const file = join(folder, 'log.csv')
  writeFileSync(file, `Personne;Source;Date;Heure;Type;Résultat;Montant\n${lines.join('\n')}\n`)
  const { written, summary } = await importedActivities(database, actor, file, {
    dryRun: false,
    map: [],
    ambiguous: 'skip',
    letGo: false,
    zone: null,
    currency: null,
  })
  expect(summary).toMatchObject({ rows: 80, leftOut: 0, newPeople: 30 })
  expect(written).toMatchObject({ activities: 80, sales: 15, refused: null })
})
afterAll(async () => {
  await database.destroy()
  await fresh.drop()
  rmSync(folder, { recursive: true, force: true })
})

const asked = (over: Partial<AskedInWords> = {}) => evidenceOf(database, actor, { from: null, to: null, kind: null, source: null, ...over }, now)

test('a log brought from a file has its evidence at once, to the definitions', async () => {
  const told = await asked()
  expect(told.activities).toMatchObject({ total: 80, out: 80, noes: 5 })
  expect(told.people.touched).toBe(30)
  expect(told.harvest).toMatchObject([{ currency: 'CAD', sales: 15, gross: 225_250 }])
  // At the second touch ten of thirty buy; at the third, five of the twenty who are left; whoever was let go stays in the count.
  expect(told.touchesToSale).toMatchObject({ people: 30, sold: 15, lost: 5, open: 10 })
  expect(told.touchesToSale.hazards.map(({ touch, atRisk, sales }) => [touch, atRisk, sales])).toEqual([
    [1, 30, 0],
    [2, 30, 10],
    [3, 20, 5],
  ])
  expect(told.touchesToSale.curve.steps.at(-1)?.survival).toBeCloseTo((20 / 30) * (15 / 20), 12)
  expect(told.daysToSale.curve.steps.filter(({ events }) => events > 0).map(({ time, events }) => [time, events])).toEqual([
    [3, 10],
    [7, 5],
  ])
  expect(told.participation[0]?.attribution?.noted).toBe(225_250)
  expect(told.conversion.buyersBySource.rates).toMatchObject([
    { name: 'Référence', n: 15 },
    { name: 'Salon', n: 15 },
  ])
})

test('days, a kind by its word in either language, and a source narrow it', async () => {
  expect((await asked({ from: '2026-02-05', to: '2026-02-05' })).activities.total).toBe(30)
  expect((await asked({ kind: 'Courriel' })).activities.byKind).toMatchObject([{ kind: 'email', out: 30 }])
  expect((await asked({ kind: 'call' })).activities.total).toBe(40)
  expect((await asked({ kind: 'visite guidée' })).activities.total).toBe(10)
  expect((await asked({ source: 'Salon' })).people.touched).toBe(15)
  await expect(asked({ from: '2026-02-30' })).rejects.toThrow('2026-02-30')
  await expect(asked({ kind: 'magie' })).rejects.toThrow('magie')
})
