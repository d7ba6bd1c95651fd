import './plain-reading.ts'
import { addDays, asInstant, dayOf, type Day } from '#method/calendar/day.ts'
import type { Operation } from '#method/ledger/operation.ts'
import { format, largestBatch } from '#wire/ledger/operation.ts'
import { pushAnswer, type Answer, type PullAnswer, type RollUp } from '#wire/ledger/sync.ts'
import { nextBatch, type BatchLimits } from './batch.ts'
import { createComparison } from './comparison.ts'
import {
  deleteStore,
  forgetRows,
  openStore,
  readIdentity,
  readOutbox,
  storeName,
  takeRound,
  writeIdentity,
  type DeviceStore,
  type Identity,
  type Meta,
} from './device-store.ts'
import type { Message } from './messages.ts'
import { ownerOf, pageOf, pagePath, putsOf } from './page.ts'
import { renewPicture } from './picture.ts'
import { callServer, type Reply } from './server-call.ts'
import type { Connection, Pending, SentAway } from './view.ts'
import { daysAtOnce } from './window.ts'

/** What a round is made with; tests give their own server, clock and names. */
export type SyncTools = {
  readonly prefix: string
  readonly fetch: typeof globalThis.fetch
  readonly now: () => number
  readonly zone: () => string
  readonly newId: () => string
  readonly tell: (message: Message) => void
  readonly limits?: BatchLimits
}

/** How a round ended. `wait`: milliseconds that the server asked for; `wasHeard`: it answered something before what failed. */
export type RoundEnd = { readonly connection: Connection; readonly hasFailed: boolean; readonly wait: number | null; readonly wasHeard?: boolean }

/** A device's rounds with the server, one at a time. */
export type SyncRounds = {
  readonly round: () => Promise<RoundEnd>
  /** Once a day, behind the rounds: whether the device holds what it should. It stops where it is as soon as `isQuiet` says no. */
  readonly compare: (isQuiet: () => boolean) => Promise<void>
  readonly cursor: () => number
}

const end = (connection: Connection, hasFailed = false, wait: number | null = null): RoundEnd => ({ connection, hasFailed, wait })
const failed = (reply: Exclude<Reply, { came: 'answer' }>): RoundEnd =>
  reply.came === 'signed-out' || reply.came === 'sent-away'
    ? end('signed-out')
    : reply.came === 'silence'
      ? end('offline', true)
      : end('online', true, reply.came === 'later' ? reply.wait : null)

const aMegabyte = 1_000_000
// A session may change hands in another tab; before operations leave, its owner is known from less than this long ago.
const sessionFreshness = 60_000

type Page = { readonly read: PullAnswer } | { readonly ended: RoundEnd }

/** Makes the rounds of a device. */
export const createSyncRounds = (tools: SyncTools): SyncRounds => {
  const limits = tools.limits ?? { operations: largestBatch, characters: aMegabyte }
  // What the server has answered and whose rows have not been pulled yet: out of the outbox only together with those rows.
  const answers = new Map<string, Answer>()
  let missing: readonly number[] | null = null
  // Why the server wants this device to forget everything, when it does.
  let sentAway: SentAway | null = null
  let mayStillSend = false
  let wasHeard = false
  let lastCursor = 0
  let checkedAt = Number.NEGATIVE_INFINITY

  const today = (): Day => dayOf(asInstant(tools.now()), tools.zone())
  const ask = async (path: string, init: RequestInit = {}): Promise<Reply> => {
    const reply = await callServer(tools.fetch, path, init, tools.now)
    if (reply.came === 'sent-away') sentAway = reply.why
    wasHeard ||= reply.came === 'answer'
    return reply
  }

  const pullPage = async (identity: Identity, cursor: number): Promise<Page> => {
    const page = pageOf(await ask(pagePath(identity, cursor, today()), { headers: ownerOf(identity) }))
    if ('read' in page) return page
    return { ended: page.ended === 'outdated' ? end('outdated') : page.ended === 'unreadable' ? end('online', true) : failed(page.ended) }
  }

  const settled = (waiting: readonly Pending[], given: ReadonlyMap<string, Answer>) => {
    const answered = waiting.filter(({ operation }) => given.has(operation.id))
    const refused = answered.flatMap(({ operation }) => {
      const answer = given.get(operation.id)
      return answer?.status === 'refused' ? [{ operation, reason: answer.reason }] : []
    })
    return { answered, refused }
  }

  const take = async (store: DeviceStore, name: string, pages: readonly PullAnswer[], given: ReadonlyMap<string, Answer>): Promise<void> => {
    const last = pages.at(-1)
    if (!last) return
    const known = await store.get('meta', 'meta')
    const waiting = await readOutbox(store)
    const { answered, refused } = settled(waiting, given)
    const puts = pages.flatMap((page) => putsOf(page, today()))
    const rollUps: readonly RollUp[] = pages.flatMap((page) => page.rollUps)
    const stillHere = new Set(waiting.map(({ sequence }) => sequence))
    const meta: Meta = {
      key: 'meta',
      cursor: last.cursor,
      isComplete: (known?.isComplete ?? false) || !last.more,
      lastSyncAt: asInstant(tools.now()),
      workspace: last.workspace,
      missing: (missing ?? known?.missing ?? []).filter((sequence) => !stillHere.has(sequence)),
      sentAway: null,
      // What was just read from its beginning to its end needs no comparison today.
      comparedOn: known?.comparedOn ?? (known?.isComplete === true ? null : today()),
    }
    const isNews =
      !known ||
      puts.length + rollUps.length + answered.length > 0 ||
      known.cursor !== meta.cursor ||
      known.isComplete !== meta.isComplete ||
      Boolean(known.sentAway) ||
      JSON.stringify([known.workspace, known.missing]) !== JSON.stringify([meta.workspace, meta.missing])
    lastCursor = last.cursor
    if (!isNews) return
    await takeRound(store, { puts, rollUps, answered, refused, meta })
    for (const { operation } of answered) answers.delete(operation.id)
    tools.tell({ type: 'taken', store: name, puts, rollUps, answered: answered.map(({ operation }) => operation.id), refused, meta })
  }

  /** Pulls to the end. Pages are taken one by one, but together when they carry the rows of answered operations. */
  const pull = async (store: DeviceStore, name: string, identity: Identity): Promise<RoundEnd | null> => {
    const given = new Map(answers)
    let cursor = (await store.get('meta', 'meta'))?.cursor ?? 0
    let pages: PullAnswer[] = []
    for (;;) {
      const next = await pullPage(identity, cursor)
      if ('ended' in next) return next.ended
      const page = next.read
      if (storeName(tools.prefix, page.workspace) !== name) return changeHands(identity, page)
      checkedAt = tools.now()
      pages.push(page)
      const { more } = page
      // It moves back when the server was restored from a backup: everything is read again from the beginning.
      const hasMoved = page.cursor !== cursor
      cursor = page.cursor
      // Told to forget, it only takes in what lets go of the operations that were answered.
      if ((!more || given.size === 0) && (!page.wipe || given.size > 0)) {
        await take(store, name, pages, more ? new Map() : given)
        pages = []
      }
      if (page.wipe) {
        sentAway = 'device-revoked'
        mayStillSend = true
        return end('signed-out')
      }
      if (!more) return null
      if (!hasMoved) return end('online', true)
    }
  }

  /** Forgets everything, at once, but for what the server never got: only its author may lose it, or send it by entering again. */
  const wipe = async (store: DeviceStore, name: string, identity: Identity, why: SentAway): Promise<RoundEnd> => {
    answers.clear()
    const kept = await Promise.all([store.count('outbox'), store.count('refused')])
    if (kept.some((count) => count > 0)) {
      if ((await store.get('meta', 'meta'))?.sentAway === why) return end('signed-out')
      await forgetRows(store, name, why)
      tools.tell({ type: 'changed', store: name })
      return end('signed-out')
    }
    store.close()
    await writeIdentity(tools.prefix, { ...identity, device: tools.newId(), sentAway: why }, null, identity.device)
    tools.tell({ type: 'identity', store: null, sentAway: why })
    await deleteStore(name)
    return end('signed-out')
  }

  /** The session still lives: what waits leaves before everything is forgotten. */
  const sendWhatItCan = async (store: DeviceStore, identity: Identity): Promise<void> => {
    const waiting = async () => (await readOutbox(store)).filter(({ operation }) => !answers.has(operation.id))
    for (let left = await waiting(); left.length > 0; left = await waiting()) if (await push(identity, nextBatch(left, limits))) break
    const meta = await store.get('meta', 'meta')
    if (meta) await takeRound(store, { puts: [], rollUps: [], ...settled(await readOutbox(store), answers), meta })
  }

  const forget = async (store: DeviceStore, name: string): Promise<RoundEnd> => {
    if ((await store.count('outbox')) + (await store.count('refused')) === 0) {
      store.close()
      await deleteStore(name)
    }
    return round()
  }

  const changeHands = async (identity: Identity, page: PullAnswer): Promise<RoundEnd> => {
    const isHers = await writeIdentity(tools.prefix, identity, page.workspace)
    if (isHers) tools.tell({ type: 'identity', store: storeName(tools.prefix, page.workspace) })
    answers.clear()
    missing = null
    return end('syncing')
  }

  const push = async (identity: Identity, batch: readonly Pending[]): Promise<RoundEnd | null> => {
    const operations: readonly { readonly sequence: number; readonly operation: Operation }[] = batch
    const reply = await ask('/api/sync', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...ownerOf(identity) },
      body: JSON.stringify({ device: identity.device, format, operations }),
    })
    if (reply.came === 'refusal') {
      const [alone] = batch
      if (batch.length === 1 && alone) {
        answers.set(alone.operation.id, { id: alone.operation.id, status: 'refused', reason: 'not-readable' })
        return null
      }
      const half = Math.ceil(batch.length / 2)
      return (await push(identity, batch.slice(0, half))) ?? (await push(identity, batch.slice(half)))
    }
    if (reply.came !== 'answer') return failed(reply)
    const read = pushAnswer.safeParse(reply.body)
    if (!read.success) return end('online', true)
    const sent = new Set(batch.map(({ operation }) => operation.id))
    const own = read.data.answers.filter(({ id }) => sent.has(id))
    for (const answer of own) answers.set(answer.id, answer)
    missing = read.data.missing
    // A server that leaves operations without an answer is asked again later, not in a loop.
    return own.length === sent.size ? null : end('online', true)
  }

  const roundIn = async (store: DeviceStore, name: string, identity: Identity): Promise<RoundEnd> => {
    const waiting = async () => (await readOutbox(store)).filter(({ operation }) => !answers.has(operation.id))
    let left = await waiting()
    let isOutdated = false
    const needsCheck = left.length === 0 || answers.size > 0 || tools.now() - checkedAt > sessionFreshness
    if (needsCheck) {
      const ended = await pull(store, name, identity)
      if (ended && ended.connection !== 'outdated') return ended
      isOutdated = ended !== null
    }
    for (left = await waiting(); left.length > 0; left = await waiting()) {
      const ended = (await push(identity, nextBatch(left, limits))) ?? (isOutdated ? null : await pull(store, name, identity))
      if (ended?.connection === 'outdated') isOutdated = true
      else if (ended) return ended
    }
    return end(isOutdated ? 'outdated' : 'online')
  }

  const round = async (): Promise<RoundEnd> => {
    const identity = await readIdentity(tools.prefix, tools.newId)
    if (identity.endsSession) {
      const { came } = await ask('/api/auth/sign-out', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' })
      if (came === 'silence' || came === 'later') return end('offline', true)
      await writeIdentity(tools.prefix, { ...identity, endsSession: false }, null)
    }
    let first: PullAnswer | null = null
    let owner = identity.workspaceId !== null && identity.memberId !== null ? { id: identity.workspaceId, memberId: identity.memberId } : null
    if (!owner) {
      const page = await pullPage(identity, 0)
      if ('ended' in page) return page.ended
      if (page.read.wipe) return end('signed-out')
      first = page.read
      owner = page.read.workspace
    }
    const name = storeName(tools.prefix, owner)
    const store = await openStore(name)
    try {
      if (first) {
        // Someone who comes back to a device that still keeps her database continues where it stood.
        if (!(await store.get('meta', 'meta'))) await take(store, name, [first], new Map())
        // Signed out while the first page was on its way: what came for her leaves the device with her.
        if (!(await writeIdentity(tools.prefix, identity, first.workspace))) return await forget(store, name)
        tools.tell({ type: 'identity', store: name })
      }
      sentAway = null
      mayStillSend = false
      const ended = await roundIn(store, name, identity)
      if (mayStillSend) await sendWhatItCan(store, identity)
      if (sentAway !== null) return await wipe(store, name, identity, sentAway)
      if (ended.connection === 'online') await renewPicture(store, addDays(today(), -daysAtOnce))
      return ended.connection === 'syncing' ? await round() : ended
    } finally {
      store.close()
    }
  }

  const heardRound = async (): Promise<RoundEnd> => {
    wasHeard = false
    const ended = await round()
    return { ...ended, wasHeard }
  }

  const { compare } = createComparison({ ...tools, today })
  return { round: heardRound, compare, cursor: () => lastCursor }
}
