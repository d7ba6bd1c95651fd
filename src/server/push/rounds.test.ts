import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify, type ECDH } from 'node:crypto'
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { instantAt, type Day } from '#method/calendar/day.ts'
import type { Change } from '#method/ledger/operation.ts'
import { inWorkspace } from '#server/db/tenant.ts'
import { openDoors, type Doors } from '#test/doors.ts'
import { operationOf } from '#test/ledger-app.ts'
import { devicesOf } from '#test/push-devices.ts'
import { applyOperations } from '../ledger/write.ts'
import { newPushRounds, type PushRounds } from './rounds.ts'
import { keepPushDevice } from './store.ts'
import { vapidOf } from './vapid.ts'

type Pushed = { readonly path: string; readonly headers: IncomingHttpHeaders; readonly body: Buffer }
type Someone = Awaited<ReturnType<Doors['someone']>>

const zone = 'America/Toronto'
const monday = '2026-11-23' as Day
const at = (time: string, day = monday): Date => new Date(instantAt(day, time, zone))

let doors: Doors
let service: Server
let pushed: Pushed[] = []
let status = 201
let rounds: PushRounds
let url: string

beforeAll(async () => {
  doors = await openDoors()
  service = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      pushed.push({ path: request.url ?? '', headers: request.headers, body: Buffer.concat(parts) })
      response.writeHead(status).end()
    })
  })
  await new Promise<void>((resolve) => {
    service.listen(0, '127.0.0.1', resolve)
  })
  url = `http://127.0.0.1:${(service.address() as AddressInfo).port}`
  rounds = newPushRounds({ database: doors.database, vapid: vapidOf(doors.secret), baseUrl: 'http://localhost:3000' })
})
afterAll(async () => {
  await rounds.stop()
  await new Promise((resolve) => {
    service.close(resolve)
  })
  await doors.close()
})
beforeEach(() => {
  pushed = []
  status = 201
})

/** A browser of the test, which can open what was sealed for it (RFC 8291, the receiving side). */
const newBrowser = (): { readonly keys: { readonly p256dh: string; readonly auth: string }; readonly open: (body: Buffer) => unknown } => {
  const pair: ECDH = createECDH('prime256v1')
  pair.generateKeys()
  const auth = randomBytes(16)
  const open = (body: Buffer): unknown => {
    const salt = body.subarray(0, 16)
    const length = body.readUInt8(20)
    const theirs = body.subarray(21, 21 + length)
    const derive = (from: Buffer, by: Buffer, about: Buffer, size: number) => Buffer.from(hkdfSync('sha256', from, by, about, size))
    const shared = derive(pair.computeSecret(theirs), auth, Buffer.concat([Buffer.from('WebPush: info\0'), pair.getPublicKey(), theirs]), 32)
    const key = derive(shared, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16)
    const opener = createDecipheriv('aes-128-gcm', key, derive(shared, salt, Buffer.from('Content-Encoding: nonce\0'), 12))
    opener.setAuthTag(body.subarray(-16))
    const text = Buffer.concat([opener.update(body.subarray(21 + length, -16)), opener.final()])
    expect(text.at(-1)).toBe(2)
    return JSON.parse(text.subarray(0, -1).toString('utf8'))
  }
  return { keys: { p256dh: pair.getPublicKey('base64url'), auth: auth.toString('base64url') }, open }
}

const write = ({ workspaceId, userId }: Someone, changes: readonly Change[]) => {
  const operations = changes.map((change) => operationOf(change, at('07:00').toISOString()))
  return applyOperations(doors.database, { workspaceId, memberId: userId, role: 'owner' }, operations)
}

/** Someone who asked to be reminded at half past eight and a quarter to five, on one browser. */
const someoneReminded = async () => {
  const someone = await doors.someone()
  const browser = newBrowser()
  const endpoint = `${url}/${someone.userId}`
  const place = { workspaceId: someone.workspaceId, memberId: someone.userId }
  await write(someone, [{ type: 'settings.put', fields: { zone, reminders: { morning: '08:30', evening: '16:45' } } }])
  await inWorkspace(doors.database, place, (tx) => keepPushDevice(tx, place, { endpoint, ...browser.keys }))
  const own = () => pushed.filter(({ path }) => path === `/${someone.userId}`)
  return { someone, browser, own }
}

test('at her hour one reminder leaves, sealed for her browser, signed by this installation, and not again that day', async () => {
  const { browser, own } = await someoneReminded()
  await rounds.round(at('08:29'))
  expect(own()).toEqual([])
  await rounds.round(at('08:30'))
  await rounds.round(at('08:31'))
  expect(own()).toHaveLength(1)
  const [{ headers, body } = { headers: {}, body: Buffer.alloc(0) }] = own()
  expect(browser.open(body)).toEqual({
    name: 'morning',
    title: 'Une intention pour la journée?',
    body: 'Un «\u00A0si… alors…\u00A0», en une touche.',
    language: 'fr',
  })
  expect(headers).toMatchObject({ 'content-encoding': 'aes128gcm', ttl: '3600', topic: 'morning' })
  const [, token = '', key = ''] = /^vapid t=(\S+), k=(\S+)$/.exec(headers.authorization ?? '') ?? []
  const shown = Buffer.from(key, 'base64url')
  const jwk = { kty: 'EC', crv: 'P-256', x: shown.subarray(1, 33).toString('base64url'), y: shown.subarray(33).toString('base64url') }
  const [head = '', said = '', signature = ''] = token.split('.')
  const verifier = { key: createPublicKey({ format: 'jwk', key: jwk as never }), dsaEncoding: 'ieee-p1363' } as const
  expect(verify('sha256', Buffer.from(`${head}.${said}`), verifier, Buffer.from(signature, 'base64url'))).toBe(true)
  const claims = JSON.parse(Buffer.from(said, 'base64url').toString('utf8')) as { readonly aud: string; readonly exp: number }
  expect(claims.aud).toBe(url)
  expect(claims.exp - at('08:30').getTime() / 1000).toBeLessThanOrEqual(24 * 3600)
  // The evening of the same day, and the next morning.
  await rounds.round(at('16:45'))
  await rounds.round(at('08:30', '2026-11-24' as Day))
  expect(own().map(({ headers: { topic } }) => topic)).toEqual(['morning', 'evening', 'morning'])
})

test('never on a day off, and never once the day is closed', async () => {
  const { someone, own } = await someoneReminded()
  const dayOff = { id: crypto.randomUUID(), from: monday, to: monday, kind: 'vacation', removed: false } as const
  await write(someone, [{ type: 'day-off.put', dayOff }])
  await rounds.round(at('08:30'))
  expect(own()).toEqual([])
  await write(someone, [
    { type: 'day-off.put', dayOff: { ...dayOff, removed: true } },
    { type: 'day.put', day: monday, fields: { closedAt: at('16:00').toISOString() as never } },
  ])
  await rounds.round(at('16:45'))
  expect(own()).toEqual([])
})

test('a browser that is gone is forgotten, and so is what someone asked to stop', async () => {
  const { own } = await someoneReminded()
  status = 410
  await rounds.round(at('08:30'))
  status = 201
  await rounds.round(at('16:45'))
  expect(own()).toHaveLength(1)
  const other = await someoneReminded()
  await write(other.someone, [{ type: 'settings.put', fields: { reminders: { morning: null, evening: null } } }])
  await rounds.round(at('16:45'))
  expect(other.own()).toEqual([])
})

test('a browser is kept for its own person only, through a push service that is known', async () => {
  const [mine, hers] = [await doors.someone(), await doors.someone()]
  const { keys } = newBrowser()
  const endpoint = 'https://updates.push.services.mozilla.com/wpush/v2/mine'
  const listed = ({ workspaceId }: Someone) => devicesOf(doors.database, workspaceId)
  expect((await doors.browser().send('PUT', '/api/push/device', { endpoint, keys })).status).toBe(401)
  expect((await mine.send('GET', '/api/push/key')).body).toEqual({ publicKey: vapidOf(doors.secret).publicKey })
  expect((await mine.send('PUT', '/api/push/device', { endpoint, keys })).status).toBe(204)
  for (const elsewhere of ['https://127.0.0.1/x', 'https://example.com/x', 'https://push.apple.com.example.com/x', 'https://fcm.googleapis.com:8443/x'])
    expect((await mine.send('PUT', '/api/push/device', { endpoint: elsewhere, keys })).status).toBe(422)
  // Someone else who knows the address removes nothing.
  await hers.send('DELETE', '/api/push/device', { endpoint })
  expect(await listed(mine)).toEqual([endpoint])
  expect(await listed(hers)).toEqual([])
  expect((await mine.send('DELETE', '/api/push/device', { endpoint })).status).toBe(204)
  expect(await listed(mine)).toEqual([])
})
