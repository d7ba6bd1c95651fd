import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import pg from 'pg'
import { afterEach, expect, test } from 'vitest'
import { migrate } from '../db/migrate.ts'
import { openIdentityDatabase } from '../identity/database.ts'
import { ensureOwner } from '../identity/owner.ts'
import { lockDataFolder } from '../postgres/folder-lock.ts'
import { reachStore } from './open-store.ts'
import { openStore } from './open-store.ts'
import { startEntrain, type Started, type StartSettings } from './start.ts'

const toEnd: (() => unknown)[] = []
afterEach(async () => {
  for (const end of toEnd.splice(0).reverse()) await end()
})

const folder = (): string => {
  const made = mkdtempSync(join(tmpdir(), 'entrain-start-'))
  toEnd.push(() => rmSync(made, { recursive: true, force: true }))
  return made
}

const started = async (given: Partial<StartSettings> & { readonly dataFolder: string }): Promise<Started> => {
  const entrain = await startEntrain({ port: 0, portIsChosen: true, host: '127.0.0.1', databaseUrl: undefined, publicUrl: undefined, ...given })
  toEnd.push(entrain.stop)
  return entrain
}

test('a first start opens as the owner by its link; the next one keeps her and her workspace', async () => {
  const dataFolder = folder()
  const first = await started({ dataFolder })
  const token = first.entryLink?.split('#jeton=')[1]
  const entered = await fetch(`${first.url}/api/auth/entry`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: first.url },
    body: JSON.stringify({ token }),
  })
  expect(entered.status).toBe(200)
  expect((await fetch(`${first.url}/api/health`)).status).toBe(200)
  expect(statSync(join(dataFolder, 'identity-secret')).mode & 0o077).toBe(0)
  expect(readFileSync(join(dataFolder, 'logs', 'entrain.log'), 'utf8')).not.toContain(token)
  await first.stop()
  await expect(fetch(`${first.url}/api/health`)).rejects.toThrow()

  const second = await started({ dataFolder })
  expect(second.owner).toEqual(first.owner)
  expect(second.entryLink).not.toBe(first.entryLink)
  const cookie = entered.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  expect((await fetch(`${second.url}/api/account`, { headers: { cookie } })).status).toBe(200)
}, 60_000)

test('what people are called and what is said of them is in no log, whatever is asked and whatever goes wrong', async () => {
  const dataFolder = folder()
  const { url, entryLink, stop } = await started({ dataFolder })
  const entered = await fetch(`${url}/api/auth/entry`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ token: entryLink?.split('#jeton=')[1] }),
  })
  const cookie = entered.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const ask = (method: string, path: string, body?: string) =>
    fetch(`${url}${path}`, { method, headers: { cookie, origin: url, ...(body ? { 'content-type': 'application/json' } : {}) }, ...(body ? { body } : {}) })
  const secrets = ['Zéphirine', 'budget-serré-secret', 'zephirine@exemple.ca', '5550177']
  const [name, note, address, number] = secrets
  const fields = { name, notes: note, emails: [{ label: '', address }], phones: [{ label: '', number: `+1418${number}` }] }
  expect((await ask('POST', '/api/contacts', JSON.stringify({ fields }))).status).toBe(201)
  expect((await ask('GET', `/api/contacts?q=${encodeURIComponent(String(name))}`)).status).toBe(200)
  // Refused at the door, unreadable, too deep in the address, and unknown.
  expect((await ask('POST', '/api/contacts', JSON.stringify({ fields: { name, [String(note)]: address } }))).status).toBeLessThan(500)
  expect((await ask('POST', '/api/contacts', `{"fields": {"name": "${name}"`)).status).toBe(400)
  expect((await ask('POST', '/api/sync', JSON.stringify({ device: name, operations: [{ note }] }))).status).toBeLessThan(500)
  expect((await ask('GET', `/api/contacts/${encodeURIComponent(String(address))}`)).status).toBeLessThan(500)
  expect((await ask('GET', `/api/nothing/${number}`)).status).toBe(404)
  await stop()
  const logs = readdirSync(dataFolder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.log'))
  expect(logs.map((file) => basename(file)).sort()).toEqual(['entrain.log', 'postgres.log'])
  const written = logs.map((file) => readFileSync(join(dataFolder, file), 'utf8')).join('\n')
  expect(written).toContain('/api/contacts')
  for (const secret of secrets) for (const form of [secret, encodeURIComponent(secret)]) expect(written).not.toContain(form)
}, 60_000)

test('a command that comes while the first start is under way waits for it, and works for the same owner', async () => {
  const dataFolder = folder()
  const opening = started({ dataFolder })
  const store = await reachStore({ dataFolder, databaseUrl: undefined }, () => undefined)
  toEnd.push(store.close)
  await migrate(store.owner)
  const identity = openIdentityDatabase(store.app)
  const { userId, workspaceId } = await ensureOwner(identity)
  await identity.destroy()
  expect((await opening).owner).toEqual({ workspaceId, memberId: userId, role: 'owner' })
}, 60_000)

test('when who was opening the database gives up, a command opens it itself', async () => {
  const dataFolder = folder()
  const lock = lockDataFolder(dataFolder)
  const said: string[] = []
  const reached = reachStore({ dataFolder, databaseUrl: undefined }, (sentence) => said.push(sentence))
  await expect.poll(() => said.join('\n'), { timeout: 30_000 }).toContain('la commande attend')
  if (lock.ok) lock.release()
  const store = await reached
  toEnd.push(store.close)
  expect((await migrate(store.owner)).applied.length).toBeGreaterThan(0)
}, 60_000)

test('nobody else can reach an Entrain that has no password, and the folder is free afterwards', async () => {
  const dataFolder = folder()
  await expect(started({ dataFolder, host: '0.0.0.0' })).rejects.toMatchObject({ reason: 'no-credential', fr: expect.stringContaining('mot de passe') })
  expect((await started({ dataFolder })).entryLink).toContain('/entrer#jeton=')
}, 60_000)

test('a passkey alone lets Entrain be reached by others', async () => {
  const dataFolder = folder()
  const first = await started({ dataFolder })
  await first.stop()
  const store = await openStore({ dataFolder, databaseUrl: undefined }, () => undefined)
  const client = new pg.Client(store.owner)
  await client.connect()
  await client.query(
    `insert into identity_passkey (id, name, public_key, user_id, credential_id, counter, device_type, backed_up, created_at)
     values ($1, 'Clé', 'x', $2, 'credential', 0, 'singleDevice', false, now())`,
    [crypto.randomUUID(), first.owner.memberId],
  )
  await client.end()
  await store.close()
  const open = await started({ dataFolder, host: '0.0.0.0' })
  expect((await fetch(`http://127.0.0.1:${open.port}/api/health`)).status).toBe(200)
}, 60_000)

test('a port that is taken is refused when it was chosen, and moved from otherwise', async () => {
  const other = createServer()
  const port = await new Promise<number>((resolve) => other.listen(0, '127.0.0.1', () => resolve((other.address() as { port: number }).port)))
  toEnd.push(() => other.close())
  const dataFolder = folder()
  await expect(started({ dataFolder, port })).rejects.toMatchObject({ reason: 'port-taken' })
  const moved = await started({ dataFolder, port, portIsChosen: false })
  expect(moved.portMoved).toBe(true)
  expect(moved.port).toBeGreaterThan(port)
  expect(moved.entryLink).toContain(`:${moved.port}/`)
}, 60_000)

test('on one’s own machine the address is a name, which another program does not answer to', async () => {
  const dataFolder = folder()
  const other = createServer()
  const port = await new Promise<number | undefined>((resolve) => {
    other.once('error', () => resolve(undefined))
    other.listen(0, '::1', () => resolve((other.address() as { port: number }).port))
  })
  if (port !== undefined) toEnd.push(() => other.close())
  const moved = await started({ dataFolder, port: port ?? 0, portIsChosen: false })
  expect(moved.entryLink).toMatch(new RegExp(`^http://localhost:${moved.port}/entrer#jeton=`))
  expect(moved.port).not.toBe(port)
  expect((await fetch(`${moved.url}/api/health`)).status).toBe(200)
  expect((await fetch(`http://127.0.0.1:${moved.port}/api/health`)).status).toBe(200)
}, 60_000)

test('when PostgreSQL is killed, Entrain comes back by itself', async () => {
  const dataFolder = folder()
  const entrain = await started({ dataFolder })
  const cluster = join(dataFolder, 'postgres', 'postmaster.pid')
  process.kill(Number(readFileSync(cluster, 'utf8').split('\n')[0]), 'SIGKILL')
  await expect.poll(async () => (await fetch(`${entrain.url}/api/health`)).status, { timeout: 30_000, interval: 50 }).toBe(200)
  await expect.poll(() => statSync(cluster, { throwIfNoEntry: false }) !== undefined, { timeout: 30_000 }).toBe(true)
  expect((await fetch(`${entrain.url}/api/account`)).status).toBe(401)
}, 60_000)
