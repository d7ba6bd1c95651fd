import { largestPiece } from '#method/past/past-limits.ts'
import type { PastFile } from '#wire/past/past-file.ts'
import type { PastMapping } from '#method/past/past-mapping.ts'
import { callServer, type Reply } from '../offline/server-call.ts'

/** A file that the server takes in, as this page knows it. */
export type ServerFile = {
  readonly file: PastFile
  /** Whether this page is the one that sends it. */
  readonly isSentHere: boolean
  /** Whether the server answered the last time it was asked. */
  readonly isReached: boolean
}

const path = '/api/past-file'
const askAgain = 1000
const idle: ServerFile = { file: { state: 'none' }, isSentHere: false, isReached: true }
const mostTries = 4
const pauseFor = (ms: number): Promise<void> => new Promise((after) => setTimeout(after, ms))

/**
 * The file of past activities of the one who is signed in, sent by pieces to the server and followed there. It lives beside the
 * pages: whoever leaves this one and comes back finds it where it is.
 */
export const createServerFile = (call: (path: string, init: RequestInit) => Promise<Reply>, pause = pauseFor) => {
  let known = idle
  let turn = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  const listeners = new Set<() => void>()
  const tell = (change: Partial<ServerFile>): void => {
    known = { ...known, ...change }
    for (const listener of listeners) listener()
  }
  const learn = (reply: Reply): boolean => {
    if (reply.came === 'answer') tell({ file: reply.body as PastFile, isReached: true })
    else if (reply.came === 'silence') tell({ isReached: false })
    return reply.came === 'answer'
  }
  const json = (method: string, body: unknown): RequestInit => ({ method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
  const isMoving = (): boolean => ['receiving', 'waiting', 'reading', 'writing'].includes(known.file.state)

  /** Asks where the file stands, and again until it stands still, as long as a page looks. */
  const follow = async (): Promise<void> => {
    clearTimeout(timer)
    const mine = turn
    let isSignedOut = false
    if (!known.isSentHere) {
      const reply = await call(path, { method: 'GET' })
      if (mine !== turn || known.isSentHere) return
      learn(reply)
      isSignedOut = reply.came === 'signed-out' || reply.came === 'sent-away'
    }
    if (listeners.size > 0 && isMoving() && !isSignedOut) timer = setTimeout(() => void follow(), askAgain)
  }
  const ask = async (where: string, init: RequestInit): Promise<void> => {
    turn += 1
    clearTimeout(timer)
    learn(await call(where, init))
    await follow()
  }
  /** Asks until it is answered: without a network, what is on its way waits for it; a server that asks to wait is asked a few times. `null` once another file took its place. */
  const insist = async (mine: number, where: string, init: RequestInit): Promise<Reply | null> => {
    for (let tries = 1; ;) {
      const reply = await call(where, init)
      if (mine !== turn) return null
      if (reply.came !== 'silence' && (reply.came !== 'later' || tries === mostTries)) return reply
      if (reply.came === 'later') tries += 1
      else tell({ isReached: false })
      await pause(askAgain)
      if (mine !== turn) return null
    }
  }

  const send = async (content: Blob, name: string): Promise<void> => {
    turn += 1
    const mine = turn
    clearTimeout(timer)
    tell({ file: { state: 'receiving', id: '', name, bytes: 0, whole: content.size }, isSentHere: true, isReached: true })
    let reply = await insist(mine, path, json('POST', { name: name.slice(0, 300), bytes: content.size }))
    for (let from = 0; reply?.came === 'answer' && from < content.size; from += largestPiece) {
      learn(reply)
      const { file } = known
      if (file.state !== 'receiving') break
      const piece = content.slice(from, from + largestPiece)
      const headers = { 'content-type': 'application/octet-stream' }
      reply = await insist(mine, `${path}/pieces?file=${file.id}&from=${from}`, { method: 'PUT', headers, body: piece })
    }
    if (reply === null) return
    const isSent = learn(reply)
    tell({ isSentHere: false })
    if (reply.came === 'refusal') return tell({ file: { state: 'refused', id: '', name, reason: 'too-large', at: null, heading: null } })
    await follow()
    // Whatever the server has in its place is shown; when that is nothing, it is said.
    if (!isSent && mine === turn && ['none', 'receiving'].includes(known.file.state))
      tell({ file: { state: 'stopped', id: '', name, importId: null, done: 0, reason: 'failed' } })
  }

  return {
    known: (): ServerFile => known,
    listen: (listener: () => void): (() => void) => {
      listeners.add(listener)
      if (listeners.size === 1) void follow()
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) clearTimeout(timer)
      }
    },
    send,
    readAgain: (mapping: PastMapping, ambiguous: 'skip' | 'first') => ask(`${path}/reading`, json('POST', { mapping, ambiguous })),
    importIt: () => ask(`${path}/import`, json('POST', {})),
    /** Forgets the file, or stops its import: what that wrote stays, said. */
    forget: async (): Promise<void> => {
      turn += 1
      tell({ isSentHere: false, ...(known.file.state === 'writing' ? {} : { file: { state: 'none' } as const }) })
      if (!learn(await call(path, { method: 'DELETE' }))) await follow()
    },
    /** What belongs to whoever was signed in before is not shown to the next. */
    reset: (): void => {
      turn += 1
      clearTimeout(timer)
      known = idle
      if (listeners.size > 0) void follow()
    },
  }
}

export type ServerFileStore = ReturnType<typeof createServerFile>

const ofThisPage = createServerFile((where, init) => callServer(globalThis.fetch, where, init, () => Date.now()))
let owner = ''

/** The one of this page, for a member of a workspace. */
export const serverFileOf = (member: string): ServerFileStore => {
  if (member !== owner) {
    owner = member
    ofThisPage.reset()
  }
  return ofThisPage
}
