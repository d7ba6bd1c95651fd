import { afterAll, beforeAll, expect, test } from 'vitest'
import { v7 } from 'uuid'
import { openDoors, type Browser, type Doors } from '#test/doors.ts'
import { addMember, newEntryToken } from '../identity/store.ts'

let doors: Doors
beforeAll(async () => {
  doors = await openDoors()
})
afterAll(() => doors.close())

const enter = async (userId: string, browser: Browser = doors.browser()): Promise<Browser> => {
  const token = await newEntryToken(doors.identity, userId, new Date())
  expect((await browser.send('POST', '/api/auth/entry', { token })).status).toBe(200)
  return browser
}
const pull = (browser: Browser, device: string, { workspaceId, userId }: { readonly workspaceId: string; readonly userId: string }) =>
  browser.send('GET', `/api/sync?since=0&device=${device}`, undefined, { 'entrain-workspace': workspaceId, 'entrain-member': userId })
const push = (browser: Browser, device: string, { workspaceId, userId }: { readonly workspaceId: string; readonly userId: string }) =>
  browser.send(
    'POST',
    '/api/sync',
    { device, format: 1, operations: [{ sequence: 1, operation: {} }] },
    { 'entrain-workspace': workspaceId, 'entrain-member': userId },
  )
const others = async (browser: Browser): Promise<readonly string[]> =>
  ((await browser.send('GET', '/api/sessions')).body as readonly { readonly id: string; readonly isCurrent: boolean }[])
    .filter(({ isCurrent }) => !isCurrent)
    .map(({ id }) => id)

test('a device signed out from elsewhere is told to forget, reading or writing, until someone enters on it again', async () => {
  const desk = await doors.someone()
  const phone = await enter(desk.userId)
  const [deskId, phoneId] = [v7(), v7()]
  expect(await pull(desk, deskId, desk)).toMatchObject({ status: 200, body: { wipe: false } })
  expect(await pull(phone, phoneId, desk)).toMatchObject({ status: 200, body: { wipe: false } })
  const [lost] = await others(desk)
  expect((await desk.send('DELETE', `/api/sessions/${lost}`)).status).toBe(200)
  expect(await pull(phone, phoneId, desk)).toMatchObject({ status: 401, body: { reason: 'device-revoked' } })
  expect(await push(phone, phoneId, desk)).toMatchObject({ status: 401, body: { reason: 'device-revoked' } })
  expect(await pull(desk, deskId, desk)).toMatchObject({ status: 200, body: { wipe: false } })
  await enter(desk.userId, phone)
  expect(await pull(phone, phoneId, desk)).toMatchObject({ status: 200, body: { wipe: false } })
})

test('nobody learns anything of a device by another id, another workspace or no name at all', async () => {
  const desk = await doors.someone()
  const stranger = await doors.someone()
  const phone = await enter(desk.userId)
  const phoneId = v7()
  await pull(phone, phoneId, desk)
  await desk.send('DELETE', '/api/sessions')
  const nothing = { status: 401, body: { reason: 'not-signed-in' } }
  expect(await pull(doors.browser(), v7(), desk)).toMatchObject(nothing)
  expect(await pull(doors.browser(), phoneId, stranger)).toMatchObject(nothing)
  expect(await doors.browser().send('GET', `/api/sync?since=0&device=${phoneId}`)).toMatchObject(nothing)
  expect(await pull(phone, phoneId, desk)).toMatchObject({ status: 401, body: { reason: 'device-revoked' } })
})

test('a session that only ended asks nothing of its device', async () => {
  const phone = await doors.someone()
  const phoneId = v7()
  await pull(phone, phoneId, phone)
  await phone.send('POST', '/api/auth/sign-out', {})
  expect(await pull(phone, phoneId, phone)).toMatchObject({ status: 401, body: { reason: 'not-signed-in' } })
})

test('someone removed is told that she no longer belongs; where she still does, she goes on', async () => {
  const owner = await doors.someone()
  const member = await doors.someone('member', owner.workspaceId)
  const phoneId = v7()
  expect((await pull(member, phoneId, member)).status).toBe(200)
  await owner.send('DELETE', `/api/members/${member.userId}`)
  expect(await pull(member, phoneId, member)).toMatchObject({ body: { reason: 'membership-ended' } })
  expect(await push(member, phoneId, member)).toMatchObject({ body: { reason: 'membership-ended' } })

  const elsewhere = await doors.someone()
  const both = await doors.someone('member', owner.workspaceId)
  await addMember(doors.identity, { workspaceId: elsewhere.workspaceId, userId: both.userId, role: 'member' })
  const tablet = v7()
  expect((await pull(both, tablet, both)).status).toBe(200)
  await owner.send('DELETE', `/api/members/${both.userId}`)
  expect(await pull(both, tablet, both)).toMatchObject({ status: 403, body: { reason: 'membership-ended' } })
  expect(await both.send('GET', '/api/sync?since=0')).toMatchObject({ status: 200, body: { workspace: { id: elsewhere.workspaceId } } })
  // Someone else who sits down at that device is not sent away for it.
  expect(await pull(elsewhere, tablet, both)).toMatchObject({ status: 200, body: { workspace: { id: elsewhere.workspaceId } } })
})
