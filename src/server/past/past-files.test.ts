import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PastFile } from '#wire/past/past-file.ts'
import { openDoors, type Doors } from '#test/doors.ts'
import { newPastFiles } from './past-files.ts'

let doors: Doors
beforeAll(async () => {
  doors = await openDoors()
})
afterAll(() => doors.close())

type Someone = Awaited<ReturnType<Doors['someone']>>
type Body = { readonly reason?: string; readonly title?: string }

const notebook = (rows: number, people = 50): Buffer =>
  Buffer.from(
    `Personne;Courriel;Date;Heure;Geste;Résultat\n${Array.from({ length: rows }, (_, row) => {
      const person = row % people
      const day = String(1 + (row % 28)).padStart(2, '0')
      return `Personne ${person};p${person}@exemple.ca;2026-0${1 + (row % 9)}-${day};9 h ${String(row % 60).padStart(2, '0')};Appel;Jointe`
    }).join('\n')}\n`,
  )
const where = () => join(doors.dataFolder, 'incoming')
const onDisk = (): number => (existsSync(where()) ? readdirSync(where()).length : 0)
const stateOf = async (who: Someone): Promise<PastFile> => (await who.send('GET', '/api/past-file')).body as PastFile
const addPiece = (who: Someone, file: string, from: number, piece: Buffer) =>
  who.send('PUT', `/api/past-file/pieces?file=${file}&from=${from}`, piece, { 'content-type': 'application/octet-stream' })
const send = async (who: Someone, content: Buffer, name = 'cahier.csv', piece = 40_000): Promise<string> => {
  const begun = await who.send('POST', '/api/past-file', { name, bytes: content.length })
  expect(begun.status).toBe(201)
  const { id } = begun.body as { id: string }
  for (let from = 0; from < content.length; from += piece) expect((await addPiece(who, id, from, content.subarray(from, from + piece))).status).toBe(200)
  return id
}
const until = async <S extends PastFile['state']>(who: Someone, ...states: readonly S[]): Promise<Extract<PastFile, { state: S }>> => {
  await expect.poll(async () => states.includes((await stateOf(who)).state as S), { timeout: 40_000 }).toBe(true)
  return (await stateOf(who)) as Extract<PastFile, { state: S }>
}
type Told = { readonly activities: { readonly total: number }; readonly told: { readonly isBehind: boolean } }
/** What counts, told of all that is there: on a slow machine a long log is first given as it was kept. */
const activitiesOf = async (who: Someone): Promise<number> => {
  const ask = async () => (await who.send('GET', '/api/evidence')).body as Told
  await expect.poll(async () => (await ask()).told.isBehind, { timeout: 40_000 }).toBe(false)
  return (await ask()).activities.total
}
const takeBack = async (who: Someone, importId: string): Promise<void> => {
  for (;;) {
    const { body, status } = await who.send('DELETE', `/api/imports/${importId}`)
    expect(status).toBe(200)
    if ((body as { readonly undoneAt: string | null }).undoneAt !== null) return
  }
}

test('a file comes by pieces, is shown, imported once, and taken back; nobody else sees any of it, and nothing of it stays on the disk', async () => {
  const nathalie = await doors.someone()
  const luc = await doors.someone()
  const josee = await doors.someone('member', nathalie.workspaceId)
  const content = notebook(1200)
  const id = await send(nathalie, content)
  const read = await until(nathalie, 'read')
  expect(read).toMatchObject({ name: 'cahier.csv', summary: { rows: 1200, told: 1200, activities: 1200, newPeople: 50 }, ambiguous: 'skip' })
  expect(await activitiesOf(nathalie)).toBe(0)
  expect(onDisk()).toBe(1)

  for (const other of [luc, josee]) {
    expect(await stateOf(other)).toEqual({ state: 'none' })
    expect(await addPiece(other, id, 0, content.subarray(0, 10))).toMatchObject({ status: 409, body: { reason: 'past-file-not-ready' } })
    expect((await other.send('POST', '/api/past-file/reading', { mapping: null, ambiguous: 'first' })).status).toBe(409)
    expect((await other.send('POST', '/api/past-file/import', {})).status).toBe(409)
    expect((await other.send('DELETE', '/api/past-file')).body).toEqual({ state: 'none' })
  }
  const nobody = doors.browser()
  for (const [method, url, body] of [
    ['GET', '/api/past-file', undefined],
    ['POST', '/api/past-file', { name: 'x', bytes: 1 }],
    ['PUT', `/api/past-file/pieces?file=${id}&from=0`, undefined],
    ['POST', '/api/past-file/reading', { mapping: null, ambiguous: 'skip' }],
    ['POST', '/api/past-file/import', {}],
    ['DELETE', '/api/past-file', undefined],
  ] as const)
    expect([method, url, (await nobody.send(method, url, body)).status]).toEqual([method, url, 401])
  expect((await stateOf(nathalie)).state).toBe('read')

  expect((await nathalie.send('POST', '/api/past-file/import', {})).body).toMatchObject({ state: 'writing', done: 0, whole: 1200 })
  const written = await until(nathalie, 'written')
  expect(await activitiesOf(nathalie)).toBe(1200)
  expect(await activitiesOf(luc)).toBe(0)
  expect(onDisk()).toBe(0)

  await send(nathalie, content)
  await until(nathalie, 'read')
  await nathalie.send('POST', '/api/past-file/import', {})
  const again = await until(nathalie, 'written')
  expect(again.importId).not.toBe(written.importId)
  expect(await activitiesOf(nathalie)).toBe(1200)

  expect((await luc.send('DELETE', `/api/imports/${written.importId}`)).status).toBe(404)
  await takeBack(nathalie, written.importId)
  expect(await activitiesOf(nathalie)).toBe(0)
  expect((await nathalie.send('DELETE', '/api/past-file')).body).toEqual({ state: 'none' })
}, 120_000)

test('a piece sent twice counts once, one out of its turn is refused, and what is too large is said before any of it comes', async () => {
  const nathalie = await doors.someone()
  const content = notebook(20)
  const begun = (await nathalie.send('POST', '/api/past-file', { name: 'cahier.csv', bytes: content.length })).body as { id: string }
  expect((await addPiece(nathalie, begun.id, 0, content.subarray(0, 100))).body).toMatchObject({ state: 'receiving', bytes: 100 })
  expect((await addPiece(nathalie, begun.id, 0, content.subarray(0, 100))).body).toMatchObject({ state: 'receiving', bytes: 100 })
  expect((await addPiece(nathalie, begun.id, 200, content.subarray(200))).status).toBe(409)
  expect((await addPiece(nathalie, begun.id, 100, Buffer.alloc(content.length))).status).toBe(409)
  expect((await addPiece(nathalie, begun.id, 100, Buffer.alloc(1024 * 1024 + 1))).status).toBe(413)
  await addPiece(nathalie, begun.id, 100, content.subarray(100))
  expect((await until(nathalie, 'read')).summary.rows).toBe(20)
  const huge = { name: 'tout.csv', bytes: 300 * 1024 * 1024 }
  const said = async (language: string) => (await nathalie.send('POST', '/api/past-file', huge, { 'accept-language': language })).body as Body
  expect(await said('fr')).toMatchObject({ status: 413, reason: 'past-file-too-large', title: expect.stringContaining('500\u00A0000 lignes') })
  expect(await said('en')).toMatchObject({ title: expect.stringContaining('500,000 rows') })
  // The one before is still there: nothing took its place.
  expect((await stateOf(nathalie)).state).toBe('read')
  await nathalie.send('DELETE', '/api/past-file')
  expect(onDisk()).toBe(0)
})

test('what the file does not say is told, and it is read again', async () => {
  const nathalie = await doors.someone()
  await send(nathalie, Buffer.from('Couleur;Quoi;Qui\n3 mars 2026;Appel;Anne Roy\nbleu;Appel;Luc Roy\n'))
  const first = await until(nathalie, 'read', 'refused')
  const heading = first.heading
  expect(heading?.headings).toEqual(['Couleur', 'Quoi', 'Qui'])
  const fields = ['date', 'kind', 'name'] as const
  const columns = fields.map((field, place) => ({ heading: heading?.headings[place] ?? '', field }))
  const mapping = { hasHeading: true, columns, dateOrder: 'day-first', kindUnsaid: null, kinds: {}, outcomes: {} }
  expect((await nathalie.send('POST', '/api/past-file/reading', { mapping, ambiguous: 'first' })).status).toBe(200)
  const read = await until(nathalie, 'read')
  expect(read).toMatchObject({ ambiguous: 'first', summary: { told: 1, leftOut: 1 }, setAside: [{ as: 'left-out', line: 3, reason: 'not-a-date' }] })
  const wrong = { ...mapping, columns: [{ heading: 'x', field: 'nonsense' }] }
  expect((await nathalie.send('POST', '/api/past-file/reading', { mapping: wrong, ambiguous: 'skip' })).status).toBe(400)
  await nathalie.send('DELETE', '/api/past-file')
})

test('an import stopped on its way leaves what it wrote under its number, taken back whole, and the file can be brought again', async () => {
  const nathalie = await doors.someone()
  const content = notebook(6000, 150)
  await send(nathalie, content, 'années.csv', 1_000_000)
  await until(nathalie, 'read')
  await nathalie.send('POST', '/api/past-file/import', {})
  await expect
    .poll(
      async () => {
        const file = await stateOf(nathalie)
        return file.state === 'written' || (file.state === 'writing' && file.done >= 3500)
      },
      { interval: 20 },
    )
    .toBe(true)
  const other = await nathalie.send('POST', '/api/past-file', { name: 'autre.csv', bytes: 10 })
  expect(other).toMatchObject({ status: 409, body: { reason: 'past-file-being-written' } })
  const stopped = (await nathalie.send('DELETE', '/api/past-file')).body as Extract<PastFile, { state: 'stopped' }>
  expect(stopped).toMatchObject({ state: 'stopped', reason: 'asked-to-stop' })
  const kept = await activitiesOf(nathalie)
  expect(kept).toBe(stopped.done)
  expect(kept).toBeGreaterThan(0)
  expect(kept).toBeLessThan(6000)
  expect(onDisk()).toBe(0)
  await takeBack(nathalie, stopped.importId ?? '')
  expect(await activitiesOf(nathalie)).toBe(0)
  await send(nathalie, content, 'années.csv', 1_000_000)
  await until(nathalie, 'read')
  await nathalie.send('POST', '/api/past-file/import', {})
  await until(nathalie, 'written')
  expect(await activitiesOf(nathalie)).toBe(6000)
  await nathalie.send('DELETE', '/api/past-file')
}, 120_000)

test('two files are read one after the other, and a server that ends keeps none', async () => {
  const own = await openDoors()
  const [one, two] = [await own.someone(), await own.someone()]
  await Promise.all([send(one, notebook(4000)), send(two, notebook(10))])
  const both = await Promise.all([until(one, 'read'), until(two, 'read')])
  expect(both.map(({ summary }) => summary.rows)).toEqual([4000, 10])
  const folder = join(own.dataFolder, 'incoming')
  expect(readdirSync(folder)).toHaveLength(2)
  await own.app.close()
  expect(existsSync(folder)).toBe(false)
  // What a killed one left is gone at the next start.
  mkdirSync(folder)
  writeFileSync(join(folder, 'left.csv'), 'Nom;Date')
  const next = newPastFiles(own.database, folder)
  expect(existsSync(folder)).toBe(false)
  await next.close()
  await own.close()
})
