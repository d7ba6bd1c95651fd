import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { v7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { asDay, asInstant } from '#method/calendar/day.ts'
import { openDatabase, type Database } from '#server/db/database.ts'
import type { Actor } from '#server/identity/actor.ts'
import { writeBatch } from '#server/ledger/write.ts'
import { freshDatabase, type FreshDatabase } from '#test/postgres.ts'
import { exitCodeOf, historyAsJson, historyAsSentences } from './activities-saying.ts'
import { importedActivities, type HistoryOptions } from './import-activities.ts'
import { undoneImport } from './import-undo.ts'

const actor: Actor = { workspaceId: '0190aaaa-0000-7000-8000-0000000000e2', memberId: 'nathalie', role: 'owner' }
let fresh: FreshDatabase
let database: Database
let owner: pg.Client
let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'entrain-history-'))
})
beforeEach(async () => {
  fresh = await freshDatabase()
  owner = new pg.Client(fresh.ownerConfig)
  await owner.connect()
  await owner.query('insert into workspace (id, name) values ($1, $2)', [actor.workspaceId, 'Atelier Nathalie'])
  await owner.query(`select set_config('app.workspace', $1, false)`, [actor.workspaceId])
  database = openDatabase(fresh.appConfig)
  return async () => {
    await database.destroy()
    await owner.end()
    await fresh.drop()
  }
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const fileOf = (name: string, text: string | Buffer): string => {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}
const options: HistoryOptions = { dryRun: false, map: [], ambiguous: 'skip', letGo: false, zone: null, currency: null }
const bring = (file: string, over: Partial<HistoryOptions> = {}) => importedActivities(database, actor, file, { ...options, ...over })
const asked = async <T>(query: string): Promise<readonly T[]> => (await owner.query(query)).rows as readonly T[]
const people = () =>
  asked<{ name: string; touches: number; step: boolean; go: string | null; relationship: string; source: string }>(
    `select name, touches, next_step is not null as step, let_go ->> 'reason' as go, relationship, source from contact where deleted_at is null order by name`,
  )
const standing = async (table: 'activity' | 'sale') => (await asked<{ n: number }>(`select count(*)::int as n from ${table} where voided_at is null`))[0]?.n
const rolledUp = () =>
  asked<{ kind: string; outcome: string; out: number; conversations: number }>(
    `select kind, outcome, sum(activities)::int as out, sum(conversations)::int as conversations from roll_up group by 1, 2 having sum(activities) > 0 or sum(conversations) > 0 order by 1, 2`,
  )
const counted = () =>
  asked<{ kind: string; outcome: string; out: number; conversations: number }>(
    `select kind, outcome, (count(*) filter (where direction = 'out'))::int as out,
      (count(*) filter (where outcome in ('reached', 'replied', 'meeting-booked', 'not-now', 'no', 'yes')))::int as conversations
     from activity where voided_at is null group by 1, 2 order by 1, 2`,
  )

const notebook = () =>
  fileOf(
    'cahier.csv',
    `Personne;Courriel;Source;Date;Heure;Geste;Résultat;Montant;Note
Nathalie Gagnon;nathalie@exemple.ca;Salon;03/02/2026;14 h 30;Appel;Message laissé;;Rappeler jeudi
Nathalie Gagnon;nathalie@exemple.ca;Salon;05/02/2026;9:15;Appel;Jointe;;Veut une soumission
Nathalie Gagnon;nathalie@exemple.ca;Salon;10/02/2026;;Rencontre;Intéressée;1 234,56 $;
Luc Roy;;;15/02/2026;;Courriel;;;
Luc Roy;;;16/02/2026;;Appel;Pas de réponse;;
Luc Roy;;;16/02/2026;;Appel;Pas de réponse;;
Luc Roy;;;17/02/2026;;Appel;Jointe;;
Luc Roy;;;20/02/2026;;Appel;Non;;Ne veut rien savoir
Zoé Côté;;Bouche à oreille;20/02/2026;;Infolettre;;;
Zoé Côté;;Bouche à oreille;21/02/2026;;Infolettre;;;
Zoé Côté;;Bouche à oreille;22/02/2026;;Texto;A répondu;;
;;;23/02/2026;;Publication;;;Un billet
Ève Roy;;;24/02/2026;;Vente;;300;Acompte
Ève Roy;;;25/02/2026;;Vente;;12,50;
Ève Roy;;;hier;;Appel;;;
Ève Roy;;;25/02/2026;;Vente;;-40;
Ève Roy;;;25/02/2026;;;;;
Ève Roy;;;25/02/2031;;Appel;;;
Ève Roy;;;26/02/2026;;Appel;Occupé;;
Ève Roy;;;27/02/2026;;Appel;Jointe;;
`,
  )

test('twenty rows of a notebook: a trial writes nothing, the import tells of each person, and the counts are those of the file', async () => {
  const trial = await bring(notebook(), { dryRun: true })
  expect(trial.summary).toMatchObject({ rows: 20, told: 17, leftOut: 3, toDecide: 0, activities: 14, newPeople: 4, withoutPerson: 1 })
  expect(trial.written).toBeNull()
  expect(await people()).toEqual([])

  const result = await bring(notebook())
  expect(result.written).toMatchObject({ activities: 14, sales: 4, people: 4, refused: null })
  expect(await people()).toEqual([
    // She said no, and nothing came after it.
    { name: 'Luc Roy', touches: 5, step: false, go: 'said-no', relationship: 'potential', source: '' },
    { name: 'Nathalie Gagnon', touches: 3, step: true, go: null, relationship: 'client', source: 'Salon' },
    { name: 'Zoé Côté', touches: 3, step: true, go: null, relationship: 'potential', source: 'Bouche à oreille' },
    { name: 'Ève Roy', touches: 2, step: true, go: null, relationship: 'client', source: '' },
  ])
  expect(await rolledUp()).toEqual(await counted())
  expect(await asked(`select name from kind`)).toEqual([{ name: 'Infolettre' }])
  expect(await asked(`select sum(amount)::int as cents, min(day)::text as first, max(day)::text as last from sale`)).toEqual([
    { cents: 150706, first: '2026-02-10', last: '2026-02-25' },
  ])
  expect(await asked(`select to_char(occurred_at at time zone 'America/Toronto', 'HH24:MI') as at from activity where day = '2026-02-15'`)).toEqual([
    { at: '12:00' },
  ])
  // Forty given back the day after three hundred came in, of which enough is left; the 12,50 of that day are too few.
  expect(await asked(`select r.amount::int as amount, s.amount::int as of, r.line, r.is_day_only from sale r join sale s on s.id = r.refunds`)).toEqual([
    { amount: -4000, of: 30000, line: 17, is_day_only: true },
  ])
  expect(await asked(`select a.kind from sale s join activity a on a.id = s.activity_id`)).toEqual([{ kind: 'in-person' }])
  const told = JSON.parse(historyAsJson(result)) as { readonly leftOutRows: readonly { readonly line: number; readonly reason: string }[] }
  expect(told).toMatchObject({
    zone: 'America/Toronto',
    reasons: { 'not-a-date': 1, 'no-kind': 1, 'in-the-future': 1 },
    importId: result.written?.importId,
  })
  expect(told.leftOutRows.map(({ line, reason }) => [line, reason])).toEqual([
    [16, 'not-a-date'],
    [18, 'no-kind'],
    [19, 'in-the-future'],
  ])
  expect(historyAsSentences(result)).toContain('Lignes lues\u00A0: 20.')
})

test('the same file again, or one that overlaps it, adds nothing that is there', async () => {
  await bring(notebook())
  const before = await people()
  const again = await bring(notebook())
  expect(again.written).toMatchObject({ activities: 0, sales: 0, people: 0 })
  expect(await people()).toEqual(before)
  const later = await bring(
    fileOf(
      'suite.csv',
      'Date,Geste,Résultat,Montant,Note,Personne,Courriel,Heure\n17/02/2026,Appel,Jointe,,,Luc Roy,,\n16/02/2026,Appel,Pas de réponse,,,Luc Roy,,\n28/02/2026,Appel,Jointe,,,Luc Roy,,\n10/02/2026,Rencontre,Intéressée,"1 234,56 $",,Nathalie Gagnon,nathalie@exemple.ca,\n',
    ),
  )
  expect(later.written).toMatchObject({ activities: 1, sales: 0, people: 0 })
  expect(await standing('activity')).toBe(15)
  expect(await rolledUp()).toEqual(await counted())
})

test('whoever an earlier file let go is open again when a later one reached her, as if both were one; who was let go by hand stays so', async () => {
  const file = (name: string, ...rows: readonly string[]) => fileOf(name, `date,name,type,outcome\n${rows.join('\n')}\n`)
  const first = () => file('a.csv', '2026-03-01,Ann Roy,call,no', '2026-03-01,Bea Roy,call,no', '2026-03-01,Cid Roy,call,no')
  const second = () => file('b.csv', '2026-04-01,Ann Roy,call,reached', '2026-04-02,Bea Roy,call,no', '2026-04-02,Cid Roy,call,reached')
  await bring(first())
  expect((await people()).map(({ go }) => go)).toEqual(['said-no', 'said-no', 'said-no'])
  await asked(`update contact set let_go = jsonb_set(let_go, '{at}', '"2026-11-23T15:00:00.000Z"') where name = 'Cid Roy'`)
  await asked(`update contact set created_at = '2026-11-20' where name = 'Cid Roy'`)
  expect((await bring(second())).written).toMatchObject({ activities: 3, people: 0, refused: null })
  expect((await people()).map(({ name, step, go }) => [name, step, go])).toEqual([
    ['Ann Roy', true, null],
    ['Bea Roy', false, 'said-no'],
    ['Cid Roy', false, 'said-no'],
  ])
  expect(await asked(`select let_go ->> 'at' as at from contact where name = 'Bea Roy'`)).toEqual([{ at: '2026-04-02T16:00:00.000Z' }])
  // Both again change nothing.
  const before = await asked(`select name, next_step, let_go from contact order by name`)
  await bring(first())
  await bring(second())
  expect(await asked(`select name, next_step, let_go from contact order by name`)).toEqual(before)
})

test('taken back, nothing is left that counts; brought again, all of it does', async () => {
  const first = await bring(notebook())
  expect(await undoneImport(database, actor, first.written?.importId ?? '')).toEqual({ facts: 18, wasUndone: false })
  expect([await standing('activity'), await standing('sale'), await people(), await rolledUp()]).toEqual([0, 0, [], []])
  const again = await bring(notebook())
  expect(again.written).toMatchObject({ activities: 14, sales: 4, people: 4 })
  expect([await standing('activity'), await standing('sale')]).toEqual([14, 4])
  expect(await rolledUp()).toEqual(await counted())
  expect(await people()).toHaveLength(4)
})

test.each([
  ['the first, then the second', [0, 1]],
  ['the second, then the first', [1, 0]],
])('a file, then the same file grown: taken back, %s, nobody is left with nothing', async (_, order) => {
  const rows = ['Nom,Date,Type,Montant', 'Anne,2026-01-05,Appel,', 'Luc,2026-01-06,,50']
  const first = await bring(fileOf('grown.csv', `${rows.join('\n')}\n`))
  const grown = [...rows, 'Anne,2026-01-12,Appel,', 'Luc,2026-01-13,,60', 'Zoé,2026-01-14,Appel,']
  const second = await bring(fileOf('grown.csv', `${grown.join('\n')}\n`))
  expect(second.written).toMatchObject({ activities: 2, sales: 1, people: 1 })
  // Someone of the workspace whom no import brought, and someone of another import, are none of this.
  const other = await bring(fileOf('autre.csv', 'Nom,Date,Type\nÈve,2026-01-05,Appel\n'))
  for (const place of order) await undoneImport(database, actor, [first, second][place]?.written?.importId ?? '')
  expect([await standing('activity'), await standing('sale')]).toEqual([1, 0])
  expect((await people()).map(({ name }) => name)).toEqual(['Ève'])
  await undoneImport(database, actor, other.written?.importId ?? '')
  expect(await people()).toEqual([])
})

test('taken back, an import leaves whoever a sale or a word of another one stands on; she leaves with that one', async () => {
  const first = await bring(fileOf('appels.csv', 'Nom,Date,Type\nAnne,2026-01-05,Appel\nLuc,2026-01-06,Appel\nZoé,2026-01-07,Appel\n'))
  const second = await bring(fileOf('ventes.csv', 'Nom,Date,Type,Sens,Montant\nAnne,2026-01-08,,,80\nLuc,2026-01-09,Courriel,reçu,\n'))
  expect(second.written).toMatchObject({ activities: 1, sales: 1, people: 0 })
  await undoneImport(database, actor, first.written?.importId ?? '')
  expect((await people()).map(({ name, step }) => [name, step])).toEqual([
    ['Anne', true],
    ['Luc', true],
  ])
  expect([await standing('activity'), await standing('sale')]).toEqual([1, 1])
  await undoneImport(database, actor, second.written?.importId ?? '')
  expect([await people(), await standing('activity'), await standing('sale')]).toEqual([[], 0, 0])
})

test('a kind that a word of a file made is put away once nothing uses it, and comes back with the file', async () => {
  const kinds = () => asked<{ name: string; archived: boolean }>('select name, archived from kind order by name')
  const file = fileOf('genres.csv', 'Nom,Date,Type\nAnne,2026-01-05,Infolettre\nAnne,2026-01-06,Promenade\nAnne,2026-01-07,Dégustation\n')
  const first = await bring(file)
  const second = await bring(fileOf('suite.csv', 'Nom,Date,Type\nAnne,2026-02-05,Infolettre\n'))
  const visit = (await asked<{ id: string }>(`select id from kind where name = 'Promenade'`))[0]?.id ?? ''
  const goal = {
    id: v7(),
    goalId: 'day',
    effectiveFrom: asDay('2026-11-23'),
    target: 3,
    per: 'day',
    measure: { type: 'kinds', kinds: [visit] },
    counting: 'people',
  } as const
  const operation = { id: v7(), at: asInstant(Date.parse('2026-11-23T15:00:00Z')), zone: 'America/Toronto', change: { type: 'goal.set', goal } as const }
  const [answer] = (await writeBatch(database, actor, { device: null, format: 1, operations: [{ sequence: null, operation }] })).answers
  expect(answer).toMatchObject({ status: 'ok' })
  await undoneImport(database, actor, first.written?.importId ?? '')
  expect(await kinds()).toEqual([
    { name: 'Dégustation', archived: true },
    { name: 'Infolettre', archived: false },
    { name: 'Promenade', archived: false },
  ])
  await undoneImport(database, actor, second.written?.importId ?? '')
  expect((await kinds()).filter(({ archived }) => archived).map(({ name }) => name)).toEqual(['Dégustation', 'Infolettre'])
  await bring(file)
  expect((await kinds()).filter(({ archived }) => archived)).toEqual([])
  expect(await standing('activity')).toBe(3)
})

test('dates in both orders are said in both languages, with what to do', async () => {
  const file = fileOf('deux.csv', 'Nom,Date,Type\nAnne,13/02/2026,Appel\nAnne,02/14/2026,Appel\nAnne,02/15/2026,Appel\nAnne,03/04/2026,Appel\n')
  const result = await bring(file, { dryRun: true })
  const said = historyAsSentences(result)
  expect(said).toContain(
    'Ce fichier écrit ses dates de deux façons\u00A0: 1 avec le jour d’abord, 2 avec le mois d’abord. 1 date pourrait être l’une ou l’autre\u00A0: elle est lue le mois d’abord. Pour le dire\u00A0: --map dates=',
  )
  expect(said).toContain(
    'This file writes its dates in two ways: 1 with the day first, 2 with the month first. 1 date could be either: read with the month first.',
  )
  expect(JSON.parse(historyAsJson(result))).toMatchObject({ firstDay: '2026-02-13', lastDay: '2026-03-04', warnings: [{ reason: 'dates-in-both-orders' }] })
  const chosen = await bring(file, { dryRun: true, map: ['dates=day-first'] })
  expect(chosen.summary?.lastDay).toBe('2026-04-03')
  expect(JSON.parse(historyAsJson(await bring(notebook(), { dryRun: true })))).toMatchObject({ warnings: [] })
})

test('the command fails when no row could be taken, and says so; rows that are all there are no failure', async () => {
  const lost = await bring(fileOf('lost.csv', 'Nom,Date,Type\nAnne,2026-02-30,Appel\nLuc,,Appel\n'))
  expect(lost.summary).toMatchObject({ rows: 2, leftOut: 2 })
  expect([exitCodeOf(lost), exitCodeOf({ ...lost, dryRun: true })]).toEqual([1, 1])
  expect(historyAsSentences(lost)).toContain('aucune ligne n’a pu être prise.')
  expect(historyAsSentences(lost)).toContain('no row could be taken.')
  expect(exitCodeOf(await bring(notebook()))).toBe(0)
  const again = await bring(notebook())
  expect([exitCodeOf(again), historyAsSentences(again).includes('tout est déjà là')]).toEqual([0, true])
  const refused = await bring(fileOf('empty.csv', ''))
  expect([refused.refusal?.reason, exitCodeOf(refused)]).toEqual(['empty', 1])
})

test('what was lost, cancelled or is still open is no sale: what was done is kept, the rest is left out in both languages', async () => {
  const file =
    'Date,Status,Type,Amount,Contact\n2026-02-01,Lost,Deal,60,Anne\n2026-02-02,Open,invoice,60,Anne\n2026-02-03,Cancelled,call,60,Anne\n2026-02-04,Paid,invoice,60,Anne\n'
  const result = await bring(fileOf('perdues.csv', file))
  expect(result.summary).toMatchObject({ rows: 4, told: 2, reasons: { 'sale-not-made': 2 }, warned: 1, sales: { CAD: { count: 1, cents: 6000 } } })
  expect([await standing('activity'), await standing('sale')]).toEqual([1, 1])
  expect(historyAsSentences(result)).toContain('Ligne 2\u00A0: Cette vente ne s’est pas faite, ou pas encore.')
  expect(historyAsSentences(result)).toContain('Line 3: This sale did not happen, or not yet.')
})

test('a refund is taken off as many sales as it needs, of nobody too, and of those that an earlier file brought', async () => {
  const net = async () => (await asked<{ cents: number }>(`select sum(amount)::int as cents from sale where voided_at is null`))[0]?.cents
  const head = 'Date,Name,Type,Amount\n'
  const till = Array.from({ length: 40 }, (_, n) => `2026-02-${String(1 + (n % 20)).padStart(2, '0')},,sale,10`)
  const file = fileOf(
    'caisse.csv',
    `${head}${till.join('\n')}\n2026-02-21,,refund,155\n2026-03-02,Ann Roy,sale,100\n2026-03-03,Ann Roy,sale,50\n2026-03-10,Ann Roy,refund,150\n`,
  )
  const first = await bring(file)
  // Sixteen tens, the last by half; Ann's two sales.
  expect(first.written).toMatchObject({ activities: 0, sales: 40 + 16 + 2 + 2, refused: null })
  expect(first.summary).toMatchObject({ rows: 44, told: 44, sales: { CAD: { count: 42, refunds: 18, cents: 24_500 } } })
  expect(await net()).toBe(24_500)
  expect((await bring(file)).written).toMatchObject({ sales: 0, refused: null })
  const later = fileOf('suite.csv', `${head}2026-03-01,,refund,200\n2026-03-20,Ann Roy,refund,1\n`)
  const second = await bring(later)
  expect(second.written).toMatchObject({ sales: 20 + 1 })
  expect(second.summary).toMatchObject({ told: 1, reasons: { 'no-sale-to-refund': 1 } })
  expect(await net()).toBe(4500)
  expect(await asked(`select s.id from sale s join sale r on r.refunds = s.id group by s.id, s.amount having sum(r.amount) + s.amount < 0`)).toEqual([])
  expect(await undoneImport(database, actor, first.written?.importId ?? '')).toMatchObject({ wasUndone: false })
})

test('the columns that are not read are named, in both languages', async () => {
  const told = historyAsSentences(await bring(fileOf('colonnes.csv', 'Nom,Date,Type,Pointure,Couleur\nAnne,2026-02-01,Appel,38,bleu\n'), { dryRun: true }))
  expect(told).toContain('Colonnes laissées de côté\u00A0: Pointure, Couleur. Pour dire ce que c’est\u00A0: --map "Pointure=note".')
  expect(told).toContain('Columns left out: Pointure, Couleur. To say what they are: --map "Pointure=note".')
  expect(historyAsSentences(await bring(notebook(), { dryRun: true }))).not.toContain('Columns left out')
})

test('a word, a column or the order of dates can be said, and who does not exist is refused', async () => {
  const file = fileOf('autre.csv', 'Qui,Quand,Quoi,Combien\nAnne,01/02/2026,Infolettre,\nAnne,03/02/2026,,20\n')
  const { written, summary } = await bring(file, {
    map: ['Combien=amount', 'Quoi=kind', 'kind:Infolettre=email', 'dates=month-first'],
    currency: 'USD',
    zone: 'Europe/Paris',
  })
  expect(summary).toMatchObject({ byKind: { email: 1 }, sales: { USD: { count: 1, cents: 2000 } }, firstDay: '2026-01-02', lastDay: '2026-03-02' })
  expect(written).toMatchObject({ activities: 1, sales: 1 })
  await expect(bring(file, { map: ['Combien=argent'] })).rejects.toThrow('--map Combien=argent')
  await expect(bring(file, { map: ['Prix=amount'] })).rejects.toThrow('Prix')
  await expect(bring(file, { zone: 'Montréal' })).rejects.toThrow('Montréal')
})

test('new people come let go when so asked, on the day of their last word', async () => {
  await bring(fileOf('anciens.csv', 'Nom,Date,Type\nAnne,2026-02-01,Appel\nAnne,2026-02-03,Appel\n'), { letGo: true })
  expect(await asked(`select let_go ->> 'reason' as reason, let_go ->> 'at' as at, next_step from contact`)).toEqual([
    { reason: 'other', at: '2026-02-03T17:00:00.000Z', next_step: null },
  ])
})

test.each([
  ['empty', '', 'empty'],
  ['a program', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 0, 1]), 'binary'],
  ['a workbook', Buffer.from('PK\u0003\u0004xxxx', 'latin1'), 'spreadsheet'],
  ['a cell without end', `Nom,Date,Type\nAnne,2026-01-01,"${'x'.repeat(40_000)}`, 'cell-too-long'],
  ['a quote never closed', 'Nom,Date,Type\nAnne,2026-01-01,Appel\nLuc,2026-01-02,"Appel\n', 'unclosed-quote'],
  ['a thousand columns', `${'a,'.repeat(1000)}\n`, 'too-many-columns'],
  ['no date anywhere', 'Couleur,Saveur\nbleu,vanille\n', 'no-heading'],
])('a file that is %s is refused whole', async (name, text, reason) => {
  const { refusal, written } = await bring(fileOf(`hostile ${name}.csv`, text))
  expect(refusal?.reason).toBe(reason)
  expect(written).toBeNull()
  expect(await people()).toEqual([])
})

test('what a hostile row holds stays text, and harms no other', async () => {
  const hostile = [
    `"=cmd|'/c calc'!A1",2026-01-01,Appel,Jointe,`,
    `"Robert'); drop table contact;--",2026-01-01,Appel,Jointe,`,
    `__proto__,2026-01-01,constructor,__proto__,`,
    `"${'é'.repeat(5000)}",2026-01-01,Appel,Jointe,`,
    `"\u202Egnp.exe",0000-00-00,Appel,Jointe,`,
    `👩‍👩‍👧,2026-02-30,Appel,Jointe,`,
    `Anne,2026-01-01,Appel,Jointe,"${'9'.repeat(70)}"`,
    `Anne,2026-01-01,Vente,,1e9`,
    `Anne,2026-01-01,Appel,Jointe,`,
  ]
  const { summary, written } = await bring(fileOf('hostile.csv', `Nom,Date,Type,Résultat,Montant\n${hostile.join('\n')}\n`))
  expect(written?.refused).toBeNull()
  expect(summary).toMatchObject({ rows: 9, told: 5, leftOut: 4 })
  expect(await standing('activity')).toBe(5)
  expect((await people()).map(({ name }) => name.slice(0, 12)).sort()).toEqual(["=cmd|'/c cal", 'Anne', "Robert'); dr", '__proto__', 'é'.repeat(12)].sort())
})

test('killed on its way, it is run again and completes', async () => {
  const rows = Array.from(
    { length: 12_000 },
    (_, n) => `Personne ${n % 300};p${n % 300}@exemple.ca;2026-0${1 + (n % 6)}-${String(10 + (n % 15))};9:${String(n % 60).padStart(2, '0')};Appel;Jointe;${n}`,
  )
  const file = fileOf('long.csv', `Nom;Courriel;Date;Heure;Type;Résultat;Note\n${rows.join('\n')}\n`)
  const script = `import { openDatabase } from '#server/db/database.ts'
import { importedActivities } from '#cli/import-activities.ts'
const [config, actor, file] = JSON.parse(process.argv[1])
await importedActivities(openDatabase(config), actor, file, ${JSON.stringify(options)})`
  const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', script, JSON.stringify([fresh.appConfig, actor, file])], {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const gone = new Promise((resolve) => child.once('exit', resolve))
  let said = ''
  child.stderr.on('data', (piece: Buffer) => (said += piece.toString()))
  while (((await standing('activity')) ?? 0) === 0) {
    if (child.exitCode !== null) throw new Error(said)
    await new Promise((after) => setTimeout(after, 5))
  }
  child.kill('SIGKILL')
  await gone
  const part = (await standing('activity')) ?? 0
  expect(part).toBeGreaterThan(0)
  // Each part is whole, with what tells of it, or not there at all.
  expect(await asked(`select sum(activities)::int as activities from import_batch where file = 'long.csv'`)).toEqual([{ activities: part }])
  expect(await rolledUp()).toEqual(await counted())
  const again = await bring(file)
  expect(again.written).toMatchObject({ people: 0, refused: null })
  expect(again.written?.activities).toBe(12_000 - part)
  expect(await standing('activity')).toBe(12_000)
  expect(await rolledUp()).toEqual(await counted())
  expect(await asked(`select count(*)::int as n, sum(touches)::int as touches from contact`)).toEqual([{ n: 300, touches: 12_000 }])
})
