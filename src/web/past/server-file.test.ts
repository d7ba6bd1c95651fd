import { expect, test } from 'vitest'
import { largestPiece } from '#method/past/past-limits.ts'
import type { PastFile } from '#wire/past/past-file.ts'
import type { Reply } from '../offline/server-call.ts'
import { createServerFile } from './server-file.ts'

const whole = largestPiece * 2 + 10
const content = new Blob([new Uint8Array(whole)])
const told = (file: PastFile): Reply => ({ came: 'answer', body: file })

/** A server that keeps what it is sent; `answer` may speak in its place. */
const aServer = (answer: (asked: string, n: number) => Reply | undefined = () => undefined) => {
  const asked: string[] = []
  let file: PastFile = { state: 'none' }
  const call = async (path: string, init: RequestInit): Promise<Reply> => {
    const what = `${init.method ?? 'GET'} ${path}`
    asked.push(what)
    const instead = answer(what, asked.filter((one) => one === what).length)
    if (instead) return instead
    if (init.method === 'POST') file = { state: 'receiving', id: 'f', name: 'a.csv', bytes: 0, whole }
    if (init.method === 'DELETE') file = { state: 'none' }
    if (init.method === 'PUT' && file.state === 'receiving') {
      const bytes = Number(/from=(\d+)/.exec(path)?.[1]) + (init.body as Blob).size
      file = bytes === whole ? { state: 'refused', id: 'f', name: 'a.csv', reason: 'empty', at: null, heading: null } : { ...file, bytes }
    }
    return told(file)
  }
  return { asked, store: createServerFile(call, () => Promise.resolve()) }
}
const places = [0, largestPiece, largestPiece * 2].map((from) => `PUT /api/past-file/pieces?file=f&from=${from}`)

test('a file leaves by pieces in their order, and what the server says of it is what is known', async () => {
  const { asked, store } = aServer()
  await store.send(content, 'a.csv')
  expect(asked).toEqual(['POST /api/past-file', ...places, 'GET /api/past-file'])
  expect(store.known()).toMatchObject({ file: { state: 'refused', reason: 'empty' }, isSentHere: false, isReached: true })
  await store.forget()
  expect(store.known().file).toEqual({ state: 'none' })
})

test('without a network, a piece waits for it and is sent again', async () => {
  const reached: boolean[] = []
  const { asked, store } = aServer((what, n) => (what === places[1] && n < 4 ? { came: 'silence' } : undefined))
  store.listen(() => reached.push(store.known().isReached))
  await store.send(content, 'a.csv')
  expect(asked.filter((what) => what === places[1])).toHaveLength(4)
  expect(reached).toContain(false)
  expect(store.known()).toMatchObject({ file: { state: 'refused' }, isReached: true })
})

test('what the server cannot take is said, and never waits for ever', async () => {
  const full = aServer((what) => (what.startsWith('PUT') ? { came: 'later', wait: null } : what.startsWith('GET') ? told({ state: 'none' }) : undefined))
  await full.store.send(content, 'a.csv')
  expect(full.store.known().file).toMatchObject({ state: 'stopped', reason: 'failed', importId: null, done: 0 })
  const heavy = aServer((what) => (what.startsWith('POST') ? { came: 'refusal' } : undefined))
  await heavy.store.send(content, 'a.csv')
  expect(heavy.store.known().file).toMatchObject({ state: 'refused', reason: 'too-large', name: 'a.csv' })
})

test('another file, or another person, takes the place of the one on its way', async () => {
  const { asked, store } = aServer((what, n) => {
    if (what === places[1] && n === 1) void store.forget()
    return undefined
  })
  await store.send(content, 'a.csv')
  expect(asked).not.toContain(places[2])
  expect(store.known().file).toEqual({ state: 'none' })
  store.reset()
  expect(store.known()).toEqual({ file: { state: 'none' }, isSentHere: false, isReached: true })
})
