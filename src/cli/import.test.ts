import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDatabase, type Database } from '#server/db/database.ts'
import type { Actor } from '#server/identity/actor.ts'
import { freshDatabase, type FreshDatabase } from '#test/postgres.ts'
import { asJson, asSentences, exitCodeOf } from './import-saying.ts'
import { importCommand, imported } from './import.ts'

const actor: Actor = { workspaceId: '0190aaaa-0000-7000-8000-0000000000e1', memberId: 'nathalie', role: 'owner' }
let fresh: FreshDatabase
let database: Database
let owner: pg.Client
let folder: string

beforeAll(async () => {
  fresh = await freshDatabase()
  owner = new pg.Client(fresh.ownerConfig)
  await owner.connect()
  await owner.query('insert into workspace (id, name) values ($1, $2)', [actor.workspaceId, 'Atelier Nathalie'])
  await owner.query(`select set_config('app.workspace', $1, false)`, [actor.workspaceId])
  database = openDatabase(fresh.appConfig)
  folder = mkdtempSync(join(tmpdir(), 'entrain-import-'))
})
afterAll(async () => {
  await database.destroy()
  await owner.end()
  await fresh.drop()
  rmSync(folder, { recursive: true, force: true })
})

const fileOf = (name: string, text: string): string => {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}
const people = async () =>
  (
    await owner.query<{ name: string; city: string; forgotten: boolean; rev: string }>(
      'select name, city, next_step is null as forgotten, rev from contact order by name',
    )
  ).rows

describe('importing people from the command line', () => {
  const clients = () =>
    fileOf(
      'clients.csv',
      'Nom;Courriel;Ville\nÉric Côté;eric@exemple.ca;Sorel-Tracy\nJulie Roy;julie@exemple.ca;\nSans;;;trop;de;cases\nLuc Roy;julie@exemple.ca;Lévis\n',
    )

  test('a trial tells everything and writes nothing', async () => {
    const { summary, written } = await imported(database, actor, clients(), true, 'unknown', 'skip')
    expect(summary.counts).toEqual({ rows: 4, new: 2, same: 0, completed: 0, archived: 0, settledAsNew: 0, settledAsSame: 0, toDecide: 1, errors: 1 })
    expect(written).toBeNull()
    expect(await people()).toEqual([])
  })

  test('new people come with a first step; a doubtful row left in the file is listed and not written', async () => {
    const result = await imported(database, actor, clients(), false, 'unknown', 'skip')
    expect(result.written).toMatchObject({ rows: 2, refused: null })
    expect((await people()).map(({ name, forgotten }) => ({ name, forgotten }))).toEqual([
      { name: 'Julie Roy', forgotten: false },
      { name: 'Éric Côté', forgotten: false },
    ])
    expect(JSON.parse(asJson(result))).toMatchObject({
      errors: [{ line: 4, reason: 'too-many-cells' }],
      toDecide: [{ line: 5, name: 'Luc Roy', why: 'shared-email' }],
    })
    expect(asSentences(result)).toContain('À décider\u00A0: 1.')
  })

  test('the same file again changes nothing', async () => {
    const before = await people()
    const { summary, written } = await imported(database, actor, clients(), false, 'unknown', 'skip')
    expect(summary.counts).toMatchObject({ new: 0, same: 2, completed: 0 })
    expect(written).toBeNull()
    expect(await people()).toEqual(before)
  })

  test('a later file fills what was blank and overwrites nothing', async () => {
    const { summary } = await imported(
      database,
      actor,
      fileOf('later.csv', 'Nom;Courriel;Ville\nJulie Roy;julie@exemple.ca;Magog\nÉric Côté;eric@exemple.ca;Québec\n'),
      false,
    )
    expect(summary.counts).toMatchObject({ new: 0, same: 2, completed: 1 })
    expect((await people()).map(({ city }) => city)).toEqual(['Magog', 'Sorel-Tracy'])
  })

  test('someone archived is the same person: she is completed, said to be archived, and stays so', async () => {
    await owner.query(`update contact set archived_at = now() where name = 'Julie Roy'`)
    const result = await imported(database, actor, fileOf('back.csv', 'Nom;Courriel;Organisation\nJulie Roy;julie@exemple.ca;Coop\n'), false)
    expect(result.summary.counts).toMatchObject({ new: 0, same: 1, completed: 1, archived: 1 })
    expect(asSentences(result)).toContain('archivées et laissées telles\u00A0: 1.')
    const { rows } = await owner.query(`select organisation, archived_at is not null as archived from contact where name = 'Julie Roy'`)
    expect(rows).toEqual([{ organisation: 'Coop', archived: true }])
  })

  test('a file refused at its end brings nothing', async () => {
    const rows = Array.from({ length: 3000 }, (_, n) => `Personne ${n};p${n}@exemple.ca;Granby`).join('\n')
    const { refusal, written } = await imported(database, actor, fileOf('refused.csv', `Nom;Courriel;Ville\n${rows}\nMarie;"jamais refermé`), false)
    expect(refusal?.reason).toBe('unclosed-quote')
    expect(written).toBeNull()
    expect(await people()).toHaveLength(2)
  })

  test.each([
    ['a calendar', 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:Dîner\r\n', 'no-address-book', 'calendrier'],
    ['a table of other things', 'Couleur,Saveur\nbleu,vanille\nrouge,cerise\n', 'no-heading', 'Aucune colonne'],
  ])('%s is refused whole, and says why', async (name, text, reason, said) => {
    const before = await people()
    const result = await imported(database, actor, fileOf(`${name}.csv`, text), false)
    expect(JSON.parse(asJson(result))).toMatchObject({ refused: { reason }, counts: { rows: 0 }, written: 0 })
    expect(asSentences(result)).toContain(said)
    expect(await people()).toEqual(before)
  })

  test('the command fails when no row could be taken, and says so; rows that change nothing are no failure', async () => {
    const lost = await imported(database, actor, fileOf('lost.csv', 'Nom;Ville\n;Granby\n;Magog\n'), false)
    expect(lost.summary.counts).toMatchObject({ rows: 2, errors: 2 })
    expect([exitCodeOf(lost), exitCodeOf({ ...lost, dryRun: true })]).toEqual([1, 1])
    expect(asSentences(lost)).toContain('aucune ligne n’a pu être prise')
    expect(asSentences(lost)).toContain('no row could be taken')
    expect(asSentences(lost)).not.toContain('trancher')
    const undecided = await imported(database, actor, fileOf('undecided.csv', 'Nom;Courriel\nLuc Roy;julie@exemple.ca\n'), false, 'unknown', 'skip')
    expect([undecided.summary.counts.toDecide, exitCodeOf(undecided)]).toEqual([1, 1])
    expect(asSentences(undecided)).toContain('--to-decide new')
    expect(exitCodeOf(await imported(database, actor, clients(), false, 'unknown', 'skip'))).toBe(0)
    const refused = await imported(database, actor, fileOf('empty.csv', ''), false)
    expect([refused.refusal?.reason, exitCodeOf(refused)]).toEqual(['empty', 1])
  })

  const office = () =>
    fileOf(
      'office.csv',
      'Nom;Courriel;Téléphone;Ville\nMarie Gagné;bureau@exemple.ca;;Gaspé\nAndré Ouellet;bureau@exemple.ca;418 555-0199;Percé\nMarie Gagné;autre@exemple.ca;;Gaspé\n',
    )
  const atTheOffice = async () =>
    (
      await owner.query<Record<'name' | 'city' | 'notes' | 'emails' | 'phones', unknown>>(
        `select name, city, notes, emails, phones from contact where name in ('Marie Gagné', 'André Ouellet') order by created_at, name`,
      )
    ).rows
  const startAgain = () => owner.query(`delete from contact where name in ('Marie Gagné', 'André Ouellet')`)

  test('a shared address under a clearly different name is someone else’s: nothing of the row is lost, and it is said', async () => {
    await startAgain()
    const result = await imported(database, actor, office(), false)
    expect(result.summary.counts).toMatchObject({ rows: 3, new: 2, settledAsNew: 1, toDecide: 1 })
    expect(asSentences(result)).toContain('prises comme nouvelles\u00A0: 1.')
    expect(asSentences(result)).toContain('Ligne 3\u00A0: André Ouellet. Même courriel, autre nom. Nouvelle personne.')
    expect(JSON.parse(asJson(result))).toMatchObject({ settled: [{ line: 3, name: 'André Ouellet', as: 'new', why: 'shared-email' }], toDecide: [{ line: 4 }] })
    expect((await atTheOffice()).find(({ name }) => name === 'André Ouellet')).toMatchObject({
      city: 'Percé',
      emails: [{ address: 'bureau@exemple.ca' }],
      phones: [{ number: '+14185550199' }],
    })
    const again = await imported(database, actor, office(), false)
    expect(again.summary.counts).toMatchObject({ new: 0, same: 2, settledAsNew: 0, toDecide: 1 })
  })

  test.each([
    ['new', { new: 3, same: 0, settledAsNew: 2, settledAsSame: 0, toDecide: 0 }, 3],
    ['same', { new: 1, same: 2, settledAsNew: 0, settledAsSame: 2, toDecide: 0 }, 1],
    ['skip', { new: 1, same: 0, settledAsNew: 0, settledAsSame: 0, toDecide: 2 }, 1],
  ] as const)('--to-decide %s settles every row that looks like someone', async (word, counts, count) => {
    await startAgain()
    const result = await imported(database, actor, office(), false, 'unknown', word)
    expect(result.summary.counts).toMatchObject(counts)
    const rows = await atTheOffice()
    expect(rows).toHaveLength(count)
    if (word === 'same') {
      // Another name and another city are kept where nothing is overwritten.
      expect(rows[0]).toMatchObject({
        name: 'Marie Gagné',
        city: 'Gaspé',
        notes: 'André Ouellet, Percé',
        emails: [{ address: 'bureau@exemple.ca' }, { address: 'autre@exemple.ca' }],
        phones: [{ number: '+14185550199' }],
      })
      const again = await imported(database, actor, office(), false, 'unknown', word)
      expect([again.summary.counts.completed, again.written]).toEqual([0, null])
    }
  })

  test('a real export of Google is written whole, its shared address too', async () => {
    const file = fileURLToPath(new URL('../../test/samples/contacts/csv/google_contacts_2024.csv', import.meta.url))
    const { summary } = await imported(database, actor, file, true)
    expect(summary.counts).toMatchObject({ settledAsNew: 1, toDecide: 0, errors: 0 })
    expect(summary.counts.new + summary.counts.same).toBe(summary.counts.rows)
    expect(summary.settled).toMatchObject([{ line: 9, name: 'André Ouellet', as: 'new' }])
  })

  test('a word of --to-decide that is none is refused before anything is read', async () => {
    await expect(importCommand(['people', 'absent.csv', '--to-decide', 'peut-être'])).rejects.toThrow(/new, same, skip/)
  })

  test('where the addresses come from is kept on each new person who can be reached, and on nobody else', async () => {
    const file = fileOf('salon.csv', 'Nom;Courriel;Ville\nZoé Morin;zoe@exemple.ca;Granby\nYan Sans-Adresse;;Granby\nÉric Côté;eric@exemple.ca;Sorel-Tracy\n')
    const trial = await imported(database, actor, file, true, 'collected-online')
    expect(JSON.parse(asJson(trial))).toMatchObject({ provenance: 'collected-online', importId: null })
    expect((await owner.query('select 1 from consent')).rows).toEqual([])
    const { written } = await imported(database, actor, file, false, 'collected-online')
    expect(written?.refused).toBeNull()
    const { rows } = await owner.query('select c.name, k.fact from consent k join contact c on c.id = k.contact_id and c.workspace_id = k.workspace_id')
    expect(rows).toEqual([{ name: 'Zoé Morin', fact: { type: 'import-claim', claim: 'collected-online', words: '' } }])
  })

  test.each(['people', 'activities'])('a file of %s that is not there is refused in words, and in JSON when a program asks', async (what) => {
    const run = (...more: readonly string[]) =>
      spawnSync(process.execPath, [fileURLToPath(new URL('main.ts', import.meta.url)), 'import', what, join(folder, 'absent.csv'), ...more], {
        encoding: 'utf8',
      })
    const told = run()
    expect([told.status, told.stdout]).toEqual([1, ''])
    expect(told.stderr).toContain('ne peut pas être lu.')
    const asked = run('--json')
    expect(asked.status).toBe(1)
    expect(JSON.parse(asked.stdout)).toMatchObject({ file: 'absent.csv', refused: { reason: 'not-readable', line: null } })
    expect(asked.stderr).toContain('cannot be read.')
  })

  test('a word of provenance that the screen does not know is refused before anything is read', async () => {
    await expect(importCommand(['people', 'absent.csv', '--provenance', 'perdu'])).rejects.toThrow(/unproven-consent/)
  })
})
