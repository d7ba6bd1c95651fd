import fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerErrors } from '../http/errors.ts'
import { openDoors, type Doors } from '#test/doors.ts'
import { createAuth } from './auth.ts'
import { newToken } from './secret.ts'
import { addMember, addUser, addWorkspace, changeMember } from './store.ts'
import { whoAsks } from './who-asks.ts'

let doors: Doors
let app: FastifyInstance
let keyFor: (access: 'read' | 'write') => Promise<{ readonly secret: string; readonly userId: string; readonly workspaceId: string }>

beforeAll(async () => {
  doors = await openDoors()
  const auth = createAuth({ db: doors.identity, secret: newToken(), baseUrl: 'http://127.0.0.1:3000', trustedOrigins: () => false })
  const { actorOf } = whoAsks(auth, doors.identity)
  app = fastify()
  answerErrors(app)
  app.route({ method: ['GET', 'POST'], url: '/', handler: actorOf })
  keyFor = async (access) => {
    const workspaceId = await addWorkspace(doors.identity, 'Un espace', false)
    const userId = await addUser(doors.identity, 'Moi')
    await addMember(doors.identity, { workspaceId, userId, role: 'member' })
    await addMember(doors.identity, { workspaceId, userId: await addUser(doors.identity, 'Propriétaire'), role: 'owner' })
    const { key } = await auth.api.createApiKey({
      body: { name: 'k', userId, metadata: { workspaceId }, permissions: { entrain: access === 'write' ? ['read', 'write'] : ['read'] } },
    })
    return { secret: key, userId, workspaceId }
  }
})
afterAll(async () => {
  await app.close()
  await doors.close()
})

const ask = (method: 'GET' | 'POST', secret: string) => app.inject({ method, url: '/', headers: { authorization: `Bearer ${secret}` } })

test('a key acts as its member in its workspace', async () => {
  const { secret, userId, workspaceId } = await keyFor('write')
  expect((await ask('POST', secret)).json()).toEqual({ workspaceId, memberId: userId, role: 'member' })
})

test('a key that reads does not write', async () => {
  const { secret } = await keyFor('read')
  expect((await ask('GET', secret)).statusCode).toBe(200)
  expect((await ask('POST', secret)).json()).toMatchObject({ status: 403, reason: 'key-reads-only' })
})

test('a key of someone removed stops at once', async () => {
  const { secret, userId, workspaceId } = await keyFor('write')
  expect(await changeMember(doors.identity, workspaceId, userId, null)).toBe('changed')
  expect((await ask('GET', secret)).statusCode).toBe(401)
})

test('an invented key, an empty one and a huge one are refused alike', async () => {
  for (const secret of ['entrain_rien', 'x', 'x'.repeat(5_000)])
    expect((await ask('GET', secret)).json()).toMatchObject({ status: 401, reason: 'key-not-valid' })
})

test('nobody, without anything, is asked to sign in', async () => {
  expect((await app.inject({ method: 'GET', url: '/' })).json()).toMatchObject({ status: 401, reason: 'not-signed-in' })
})
