import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { v7 } from 'uuid'
import { asDay, asInstant } from '#method/calendar/day.ts'
import { starterGoal } from '#method/goal/goal.ts'
import type { Change } from '#method/ledger/operation.ts'
import { openDatabase, type Database } from '#server/db/database.ts'
import type { Actor } from '#server/identity/actor.ts'
import { writeBatch } from '#server/ledger/write.ts'
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
  expect((await asked({ source: ' SALON ' })).people.touched).toBe(15)
  expect(await asked({ source: 'reference' })).toMatchObject({
    scope: { source: 'Référence' },
    people: { touched: 15 },
    streak: null,
    plan: null,
    checkIns: null,
  })
  // Blank is whoever has no source: nobody here, which is not everybody.
  expect(await asked({ source: '' })).toMatchObject({ scope: { source: '' }, people: { touched: 0 }, activities: { total: 0 } })
  await expect(asked({ source: 'Salone' })).rejects.toThrow('Salone')
  await expect(asked({ from: '2026-02-30' })).rejects.toThrow('2026-02-30')
  await expect(asked({ from: '2026-12-31', to: '2026-01-01' })).rejects.toThrow('--from (2026-12-31) vient après --to (2026-01-01).')
  expect((await asked({ from: '2026-02-02', to: '2026-02-02' })).activities.total).toBe(30)
  await expect(asked({ kind: 'magie' })).rejects.toThrow('magie')
})

test('beside the Bilan: half of the sales, the streak, the plan compared, and how she felt for herself alone', async () => {
  const zone = 'America/Toronto'
  const write = (change: Change, on: string) =>
    writeBatch(database, actor, {
      device: null,
      format: 1,
      operations: [{ sequence: null, operation: { id: v7(), at: asInstant(Date.parse(`${on}T15:00:00Z`)), zone, change } }],
    })
  const numbers = {
    type: 'result',
    wanted: { type: 'sales', count: 2 },
    period: { type: 'every', unit: 'month' },
    workingDays: 20,
    option: 'even',
    touches: 50,
    chance: 0.5,
    lines: [{ id: 'first-calls', touches: 50, rate: { a: 1, b: 99 } }],
  }
  const day = asDay('2026-02-02')
  await write({ type: 'goal.set', goal: { ...starterGoal, id: v7(), effectiveFrom: day, target: 20 } }, '2026-02-02')
  await write(
    { type: 'plan.keep', plan: { id: v7(), wish: 'Deux ventes par mois', at: asInstant(Date.parse('2026-02-02T15:00:00Z')), day, content: numbers } },
    '2026-02-02',
  )
  await write({ type: 'day.put', day: asDay('2026-02-03'), fields: { energy: 4, confidence: 3 } }, '2026-02-03')
  const told = await asked({ to: '2026-02-10' })
  // Ten of fifteen sales came at the second touch: it, or a later one, holds half of them.
  expect(told.halfOfSalesAt).toBe(2)
  // Thirty people were touched on each of three days, twenty on the last of them: three days of seven won, and none of the last one.
  expect(told.streak).toMatchObject({ lastDays: { won: 3, counted: 7 } })
  // Seven working days of twenty, of fifty touches; thirty first calls were made, to people whom nobody had reached yet.
  expect(told.plan).toMatchObject({ wish: 'Deux ventes par mois', from: '2026-02-02', through: '2026-02-10', days: 7, planned: 17.5, sales: 15 })
  expect(told.checkIns).toMatchObject([
    { name: 'energy-and-activities', n: 1, verdict: 'too-few-days' },
    { name: 'activities-then-confidence', n: 1, verdict: 'too-few-days' },
  ])
  expect((await evidenceOf(database, actor, { from: null, to: null, kind: null, source: null }, now, false)).checkIns).toBeNull()
})
