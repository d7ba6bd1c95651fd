import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openDoors, type Doors } from '#test/doors.ts'
import { business, dispatcher, openPostOffice, yes } from '#test/post-office.ts'
import { inWorkspace } from '../db/tenant.ts'
import { takeCursor } from '../ledger/store.ts'
import { judgeMessage } from './judge.ts'
import { moveMessage } from './message-store.ts'

let doors: Doors
let office: Awaited<ReturnType<typeof openPostOffice>>
beforeAll(async () => {
  doors = await openDoors()
  office = await openPostOffice()
})
afterAll(async () => {
  await office.close()
  await doors.close()
})
beforeEach(() => office.reset())

const ready = async () => {
  const her = await business(doors, office)
  await her.owner.send('PUT', '/api/mail/account', her.account)
  await her.consent(yes)
  return her
}
type Actor = Awaited<ReturnType<typeof ready>>['actor']

/**
 * Ends the connection of the next writer of the workspace, as a restart of PostgreSQL does: the line of writers is held until one stands
 * in it. `held` resolves once it is held, `done` once that writer is gone and the line is free.
 */
const endNextWriter = (actor: Actor): { readonly held: Promise<void>; readonly done: Promise<void> } => {
  const held = Promise.withResolvers<void>()
  const release = new Error('release')
  const done = inWorkspace(doors.database, actor, async (tx) => {
    await takeCursor(tx, actor.workspaceId)
    held.resolve()
    for (;;) {
      // Who is there is read once a transaction, unless it is asked again.
      await sql`select pg_stat_clear_snapshot(), pg_sleep(0.02)`.execute(tx)
      const { rows } = await sql<{ ended: boolean }>`select pg_terminate_backend(pid) as ended from pg_stat_activity
        where datname = current_database() and pg_backend_pid() = any(pg_blocking_pids(pid))`.execute(tx)
      if (rows.length > 0) throw release
    }
  }).catch((error: unknown) => {
    if (error !== release) throw error
  })
  return { held: held.promise, done }
}

test('one message that cannot be judged costs the others nothing, and leaves at the next round', async () => {
  const { actor, queue, stateOf } = await ready()
  const [first, second] = [await queue(), await queue()]
  let asked = 0
  const post = dispatcher(doors, {
    judge: (...told) => {
      asked += 1
      return asked === 1 ? Promise.reject(new Error('a hiccup')) : judgeMessage(...told)
    },
  })
  await post.round(actor.workspaceId)
  expect([await stateOf(first), await stateOf(second)]).toMatchObject([{ state: 'queued' }, { state: 'sent' }])
  await post.round(actor.workspaceId)
  expect(await stateOf(first)).toMatchObject({ state: 'sent', detail: '' })
  expect(office.received).toHaveLength(2)
})

test('a database that goes away as a message is claimed holds nothing up: it leaves at the next round, once', async () => {
  const { actor, queue, stateOf } = await ready()
  const id = await queue()
  const post = dispatcher(doors)
  const writer = endNextWriter(actor)
  await writer.held
  await post.round(actor.workspaceId)
  await writer.done
  expect(await stateOf(id)).toMatchObject({ state: 'queued' })
  await post.round(actor.workspaceId)
  await post.round(actor.workspaceId)
  expect(await stateOf(id)).toMatchObject({ state: 'sent' })
  expect(office.received).toHaveLength(1)
})

test('what left while the database was away is noted as sent when it is back, and never sent again', async () => {
  const { actor, queue, stateOf, rows } = await ready()
  const id = await queue()
  const post = dispatcher(doors)
  const gone: Promise<void>[] = []
  office.meanwhile = async () => {
    const writer = endNextWriter(actor)
    gone.push(writer.done)
    await writer.held
  }
  await post.round(actor.workspaceId)
  await Promise.all(gone)
  expect(await stateOf(id)).toMatchObject({ state: 'sending' })
  office.reset()
  const next = await queue()
  await post.round(actor.workspaceId)
  expect([await stateOf(id), await stateOf(next)]).toMatchObject([
    { state: 'sent', detail: '' },
    { state: 'sent', detail: '' },
  ])
  expect((await rows()).activity.map((activity) => activity.id)).toEqual(expect.arrayContaining([id, next]))
  expect(office.received).toHaveLength(1)
})

test('what another process has claimed is left to it', async () => {
  const { actor, queue, stateOf } = await ready()
  const id = await queue()
  const post = dispatcher(doors)
  const writer = endNextWriter(actor)
  await writer.held
  await post.round(actor.workspaceId)
  await writer.done
  await moveMessage(doors.database, actor, id, 'queued', () => Promise.resolve({ state: 'sending', detail: 'the claim of another' }))
  await post.round(actor.workspaceId)
  expect(await stateOf(id)).toMatchObject({ state: 'sending', detail: 'the claim of another' })
  expect(office.received).toEqual([])
})
