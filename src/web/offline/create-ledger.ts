import type { Activity } from '#method/activity/activity.ts'
import { defaultKinds } from '#method/activity/kind.ts'
import type { Moment } from '#method/calendar/clock.ts'
import { addDays, asInstant, dayOf, type Day } from '#method/calendar/day.ts'
import { sayChanged } from '#method/ledger/changed-fields.ts'
import { decide } from '#method/ledger/decide.ts'
import { tables, type Author, type Change, type Operation, type Put, type Refusal } from '#method/ledger/operation.ts'
import { defaultSettings } from '#method/ledger/settings.ts'
import type { RollUp } from '#wire/ledger/sync.ts'
import {
  addToOutbox,
  deleteStore,
  forgetActivities,
  openStore,
  readAll,
  readActivities,
  readIdentity,
  settleRefused,
  storeName,
  writeIdentity,
  type DeviceStore,
  type Kept,
  type Meta,
} from './device-store.ts'
import { createFacts, type Facts } from './facts.ts'
import type { Message, Wake } from './messages.ts'
import { replay } from './overlay.ts'
import type { Connection, DeviceFailure, LedgerView, Refused, SentAway } from './view.ts'
import { whenIdle } from '../ui/when-idle.ts'
import { daysAtOnce, daysKept, weeksBefore } from './window.ts'

/** What came of a write: at once on screen; `saved` resolves once it is on the device's disk, and rejects with a `WriteFailure`. */
export type Written = { readonly ok: true; readonly operationId: string; readonly saved: Promise<void> } | { readonly ok: false; readonly reason: Refusal }

/** An operation that the device could not keep: it was taken off the screen again. */
export class WriteFailure extends Error {
  readonly reason: DeviceFailure
  constructor(reason: DeviceFailure, cause: unknown) {
    super(reason, { cause })
    this.name = 'WriteFailure'
    this.reason = reason
  }
}

/** Who talks to the server for this ledger: a worker in the app, the page itself in tests. `wake` resolves when the round asked for is over. */
export type SyncPort = { readonly wake: (why: Wake) => Promise<void>; readonly setVisible: (isVisible: boolean) => void; readonly stop: () => void }

/** What a ledger is made with. */
export type LedgerTools = {
  /** Names the databases, the lock and the channel of this device. */
  readonly prefix: string
  readonly fetch: typeof globalThis.fetch
  readonly now: () => number
  readonly zone: () => string
  readonly newId: () => string
  /** The language of the screen, until the person chooses one in her settings. */
  readonly language?: () => 'fr' | 'en'
  /** Starts the sync; `tell` reaches this ledger and every other one of the device. */
  readonly startSync: (tell: (message: Message) => void) => SyncPort
}

/** What came of signing out. */
export type SignedOut = { readonly ok: true } | { readonly ok: false; readonly pending: number }

/** The work of one member on this device: what is shown, what is written, what waits. */
export type Ledger = {
  readonly view: () => LedgerView
  readonly subscribe: (listener: () => void) => () => void
  readonly write: (change: Change, moment?: Moment) => Written
  /** Opens what the device keeps, else asks the server who is there. Resolves when there is something to show. Safe to call again. */
  readonly open: () => Promise<void>
  /** Asks for a round with the server now, and waits for its end. */
  readonly sync: () => Promise<void>
  /** Reads the device again when another tab or the sync moved it while this tab slept. */
  readonly refresh: () => Promise<void>
  readonly retryRefused: (operationId: string) => Promise<void>
  readonly discardRefused: (operationId: string) => Promise<void>
  /** Everything that the server has not taken, as a file. */
  readonly pendingFile: () => File
  /** Sends what waits, ends the session and wipes the device; refuses while something waits, unless its loss is confirmed. */
  readonly setVisible: (isVisible: boolean) => void
  readonly wake: (why: Wake) => void
  readonly signOut: (options?: { readonly loseEvenPending?: boolean }) => Promise<SignedOut>
  readonly close: () => void
}

type State = {
  facts: Facts
  store: DeviceStore | null
  name: string | null
  meta: Meta | null
  waiting: Operation[]
  refused: readonly Refused[]
  rollUps: Map<string, RollUp>
  status: LedgerView['status']
  connection: Connection
  lastSyncAt: string | null
  loaded: number
  failure: DeviceFailure | null
  sentAway: SentAway | null
}

const rollUpKey = ({ memberId, day, kind, outcome }: RollUp): string => `${memberId} ${day} ${kind} ${outcome}`
const remembered = 2000

/** Makes a ledger; nothing is read or asked before `open`. */
export const createLedger = (tools: LedgerTools): Ledger => {
  const listeners = new Set<() => void>()
  const answered = new Set<string>()
  let channel: BroadcastChannel | null = null
  let port: SyncPort | null = null
  let opening: Promise<void> | null = null
  let loading = 0
  // Moves when the device is left: what was being read for the one before shows nothing any more.
  let stay = 0
  let reading: Promise<void> = Promise.resolve()
  const heardMeanwhile: Message[] = []
  let version = 0
  let hasAskedToPersist = false
  let windowFrom: Day = addDays(dayOf(asInstant(tools.now()), tools.zone()), -daysKept)
  const empty = (): State => ({
    facts: createFacts(),
    store: null,
    name: null,
    meta: null,
    waiting: [],
    refused: [],
    rollUps: new Map(),
    status: 'loading',
    connection: 'syncing',
    lastSyncAt: null,
    loaded: 0,
    failure: null,
    sentAway: null,
  })
  let state = empty()
  const author = (): Author | null => (state.meta ? { memberId: state.meta.workspace.memberId, isOwner: state.meta.workspace.role === 'owner' } : null)

  const snapshot = (): LedgerView => {
    const { facts, meta } = state
    const memberId = meta?.workspace.memberId ?? ''
    return {
      version,
      status: state.status,
      workspace: meta?.workspace ?? null,
      get: facts.world.get,
      all: facts.all,
      canonical: facts.canonical,
      people: facts.people,
      search: facts.search,
      contact: (id) => facts.world.get('contact', facts.canonical(id)),
      activitiesOn: facts.activitiesOn,
      activitiesOf: facts.activitiesOf,
      salesOf: facts.salesOf,
      about: facts.about,
      settings: () => {
        const own = facts.world.get('settings', memberId)
        if (own && Object.hasOwn(own, 'goalRules')) return own
        // None chosen yet, or a row that this device keeps from before a later setting existed.
        return { ...defaultSettings(memberId), zone: tools.zone(), language: tools.language?.() ?? 'fr', ...own }
      },
      calendar: () => ({ schedules: facts.world.schedulesOf(memberId), daysOff: facts.world.daysOffOf(memberId) }),
      goals: () => [...facts.all('goal').values()].filter((goal) => goal.memberId === memberId),
      kinds: () => [...Object.values(defaultKinds), ...[...facts.all('kind').values()].filter(({ archived }) => !archived)],
      rollUps: rollUpsShown(),
      windowFrom,
      pending: state.waiting.length,
      oldestPendingAt: state.waiting[0]?.at ?? null,
      refused: state.refused,
      connection: state.connection,
      lastSyncAt: state.lastSyncAt as LedgerView['lastSyncAt'],
      loaded: state.loaded,
      missing: meta?.missing ?? [],
      sentAway: meta?.sentAway ?? state.sentAway,
      failure: state.failure,
    }
  }
  let shownRollUps: { readonly of: Map<string, RollUp>; readonly from: Day; readonly list: readonly RollUp[] } | null = null
  const rollUpsShown = (): readonly RollUp[] => {
    if (shownRollUps?.of !== state.rollUps || shownRollUps.from !== windowFrom) {
      shownRollUps = { of: state.rollUps, from: windowFrom, list: [...state.rollUps.values()].filter(({ day }) => day < windowFrom) }
    }
    return shownRollUps.list
  }
  let view = snapshot()
  const changed = (): void => {
    version += 1
    view = snapshot()
    for (const listener of listeners) listener()
  }
  const showPending = (): void => {
    const by = author()
    if (by) replay(state.facts, state.waiting, by)
  }

  const tell = (message: Message): void => channel?.postMessage(message)
  const statusNow = (): LedgerView['status'] => (state.meta?.sentAway ? 'signed-out' : state.meta?.isComplete ? 'ready' : state.meta ? 'loading' : state.status)

  const takeActivities = (rows: readonly Activity[], into: State): void => {
    const old = rows.filter(({ day }) => day < windowFrom)
    into.facts.confirm(rows.filter(({ day }) => day >= windowFrom).map((row) => ({ table: 'activity', row })))
    const { store } = into
    // Off the way of the first paint: the server keeps them and their daily counts stay here.
    if (old.length > 0 && store)
      setTimeout(
        () =>
          void forgetActivities(
            store,
            old.map(({ id }) => id),
          ).catch(() => undefined),
        2000,
      )
  }

  const takeIn = (kept: Kept, into: State): void => {
    for (const table of tables) if (table !== 'activity') into.facts.confirm(kept.rows[table].map((row) => ({ table, row }) as Put))
    takeActivities(kept.rows.activity, into)
    into.loaded = tables.reduce((sum, table) => sum + kept.rows[table].length, 0)
    into.waiting = kept.waiting.map(({ operation }) => operation)
    into.refused = kept.refused
    into.rollUps = new Map(kept.rollUps.map((rollUp) => [rollUpKey(rollUp), rollUp]))
    into.meta = kept.meta ?? null
    into.lastSyncAt ??= kept.meta?.lastSyncAt ?? null
  }

  const unreadable = (error: unknown): void => {
    console.error('device', error instanceof Error ? error.name : 'unknown')
    state.failure = 'device-unavailable'
    changed()
  }

  // One reading after the other. What could not be read is said, and read again when the tab is seen.
  const load = (name: string): Promise<void> => {
    const since = stay
    const isWanted = (): boolean => channel !== null && since === stay
    loading += 1
    reading = reading
      .then(() => (isWanted() ? readIn(name, isWanted) : undefined))
      .catch((error: unknown) => (isWanted() ? unreadable(error) : undefined))
      .then(() => {
        loading -= 1
        if (!channel) return
        const heard = loading === 0 ? heardMeanwhile.splice(0) : []
        for (const message of heard) hear(message)
        changed()
      })
    return reading
  }

  const readIn = async (name: string, isWanted: () => boolean): Promise<void> => {
    // What is being written right now is on its way to the disk: it is read after it.
    await Promise.allSettled(saving)
    const isOpen = state.name === name && state.store !== null
    const store = (isOpen ? state.store : null) ?? (await openStore(name))
    const today = dayOf(asInstant(tools.now()), tools.zone())
    const recent = addDays(today, -daysAtOnce)
    const kept = await readAll(store, recent)
    if (!isWanted()) return isOpen ? undefined : store.close()
    windowFrom = addDays(today, -daysKept)
    const inFlight = state.name === name ? [...unsaved.values()] : []
    const next: State = { ...empty(), store, name, connection: state.connection, lastSyncAt: state.lastSyncAt }
    takeIn(kept, next)
    const known = new Set(next.waiting.map(({ id }) => id))
    next.waiting.push(...inFlight.filter(({ id }) => !known.has(id)))
    if (state.store && state.store !== store) state.store.close()
    state = next
    showPending()
    state.status = statusNow()
    if (kept.from !== null) {
      changed()
      await whenIdle()
      const earlier: Activity[] = []
      for (const part of weeksBefore(kept.from, windowFrom)) {
        if (!isWanted()) return
        earlier.push(...(await readActivities(store, part)))
      }
      if (!isWanted()) return
      state.facts.uncover()
      takeActivities(earlier, state)
      showPending()
    }
  }

  const leave = (sentAway: SentAway | null = null): void => {
    stay += 1
    state.store?.close()
    state = { ...empty(), status: 'signed-out', connection: 'signed-out', sentAway }
    changed()
  }

  const take = (message: Extract<Message, { type: 'taken' }>): void => {
    const isShown = (put: Put): boolean => put.table !== 'activity' || put.row.day >= windowFrom
    for (const id of message.answered) answered.add(id)
    for (const id of [...answered].slice(0, Math.max(0, answered.size - remembered))) answered.delete(id)
    const gone = new Set(message.answered)
    if (gone.size > 0) state.waiting = state.waiting.filter(({ id }) => !gone.has(id))
    if (state.waiting.length > 0 || gone.size > 0) state.facts.uncover()
    state.facts.confirm(message.puts.filter(isShown))
    if (message.refused.length > 0) {
      const known = new Set(state.refused.map(({ operation }) => operation.id))
      state.refused = [...state.refused, ...message.refused.filter(({ operation }) => !known.has(operation.id))]
    }
    if (message.rollUps.length > 0) {
      state.rollUps = new Map(state.rollUps)
      for (const rollUp of message.rollUps) state.rollUps.set(rollUpKey(rollUp), rollUp)
    }
    state.meta = message.meta
    state.lastSyncAt = message.meta.lastSyncAt
    state.loaded += message.puts.length
    if (state.waiting.length > 0) showPending()
    state.status = statusNow()
    changed()
  }

  const hear = (message: Message): void => {
    if (message.type === 'connection') {
      state.connection = message.connection
      state.lastSyncAt = message.at ?? state.lastSyncAt
      // Nobody has ever signed in on this device, and nobody answers: there is nothing to load.
      if (!state.name && message.connection !== 'syncing') state.status = 'signed-out'
      return changed()
    }
    if (message.type === 'identity') {
      if (message.store === null) return leave(message.sentAway ?? null)
      if (message.store !== state.name) void load(message.store)
      return
    }
    if (loading > 0) {
      heardMeanwhile.push(message)
      return
    }
    if (message.store !== state.name) return
    if (message.type === 'changed') void load(message.store)
    else if (message.type === 'taken') take(message)
    else if (!answered.has(message.pending.operation.id) && !state.waiting.some(({ id }) => id === message.pending.operation.id)) {
      state.waiting.push(message.pending.operation)
      const by = author()
      const decision = by ? decide(state.facts.world, message.pending.operation, by) : null
      if (decision?.ok) state.facts.cover(decision.puts)
      changed()
    }
  }

  const sync = async (): Promise<void> => {
    if (!port) return
    const { promise, resolve } = Promise.withResolvers<void>()
    const patience = setTimeout(resolve, 20_000)
    await Promise.race([port.wake('asked'), promise])
    clearTimeout(patience)
  }

  const saving = new Set<Promise<unknown>>()
  const unsaved = new Map<string, Operation>()
  const keep = async (operation: Operation): Promise<void> => {
    const { store, name } = state
    if (!store || !name) throw new WriteFailure('device-unavailable', null)
    unsaved.set(operation.id, operation)
    try {
      const sequence = await addToOutbox(store, operation)
      tell({ type: 'added', store: name, pending: { sequence, operation } })
      if (state.failure) {
        state.failure = null
        changed()
      }
    } catch (cause) {
      const reason: DeviceFailure = cause instanceof DOMException && cause.name === 'QuotaExceededError' ? 'device-full' : 'device-unavailable'
      state.waiting = state.waiting.filter(({ id }) => id !== operation.id)
      state.failure = reason
      showPending()
      changed()
      throw new WriteFailure(reason, cause)
    } finally {
      unsaved.delete(operation.id)
    }
    void port?.wake('write')
    askToPersist()
  }

  // The browser may evict what a site keeps unless it is asked not to; asked once the day has been useful.
  const askToPersist = (): void => {
    if (hasAskedToPersist || typeof navigator === 'undefined' || !navigator.storage?.persist) return
    if (state.facts.activitiesOn(dayOf(asInstant(tools.now()), tools.zone())).length < 5) return
    hasAskedToPersist = true
    void navigator.storage
      .persisted()
      .then((isKept) => isKept || navigator.storage.persist())
      .catch(() => undefined)
  }

  // Until she has settings of her own, her zone and language are those of the device in her hand: the first that are kept say so.
  const withDevice = (change: Change, { memberId }: Author): Change =>
    change.type === 'settings.put' && !state.facts.world.get('settings', memberId)
      ? { ...change, fields: { zone: tools.zone(), language: tools.language?.() ?? 'fr', ...change.fields } }
      : change

  const write: Ledger['write'] = (change, moment) => {
    const by = author()
    if (!by || !state.store) throw new Error('nobody is signed in on this device')
    const { at, zone } = moment ?? { at: asInstant(tools.now()), zone: tools.zone() }
    const operation: Operation = { id: tools.newId(), at, zone, change: sayChanged(state.facts.world, withDevice(change, by)) }
    const decision = decide(state.facts.world, operation, by)
    if (!decision.ok) return decision
    state.waiting.push(operation)
    state.facts.cover(decision.puts)
    changed()
    const saved = keep(operation)
    saving.add(saved)
    // A caller that does not wait still sees `failure` in the view; the rejection itself stays with `saved`.
    void saved.catch(() => undefined).finally(() => saving.delete(saved))
    return { ok: true, operationId: operation.id, saved }
  }

  const open = (): Promise<void> =>
    (opening ??= (async () => {
      channel = new BroadcastChannel(tools.prefix)
      channel.addEventListener('message', ({ data }: MessageEvent<Message>) => hear(data))
      const identity = await readIdentity(tools.prefix, tools.newId)
      if (!channel) return
      state.sentAway = identity.sentAway ?? null
      if (identity.workspaceId !== null && identity.memberId !== null) {
        await load(storeName(tools.prefix, { id: identity.workspaceId, memberId: identity.memberId }))
      }
      // Closed while it was opening: nobody is left to sync for.
      if (!channel) return
      port = tools.startSync((message) => {
        if (!channel) return
        tell(message)
        hear(message)
      })
      void port.wake('asked')
    })().catch((error: unknown) => {
      // Tried again when the tab is seen.
      opening = null
      channel?.close()
      channel = null
      unreadable(error)
    }))

  const refresh = (): Promise<void> => (opening ? lookAgain().catch(unreadable) : open())
  const lookAgain = async (): Promise<void> => {
    const since = stay
    const identity = await readIdentity(tools.prefix, tools.newId)
    if (!channel || since !== stay) return
    const name =
      identity.workspaceId !== null && identity.memberId !== null ? storeName(tools.prefix, { id: identity.workspaceId, memberId: identity.memberId }) : null
    if (name === null) return state.name === null ? undefined : leave(identity.sentAway ?? null)
    if (name !== state.name || !state.store) return load(name)
    try {
      const meta = await state.store.get('meta', 'meta')
      const waiting = await state.store.count('outbox')
      if (meta?.cursor !== state.meta?.cursor || waiting !== state.waiting.length - unsaved.size) await load(name)
    } catch {
      if (since !== stay) return
      // The browser closed the connection while the tab slept.
      state = { ...state, store: null }
      await load(name)
    }
  }

  const settle = async (operationId: string, again: boolean): Promise<void> => {
    const { store, name } = state
    const found = state.refused.find(({ operation }) => operation.id === operationId)
    if (!store || !name || !found) return
    // A new id: the server remembers the answer that it gave to the first.
    await settleRefused(store, operationId, again ? { ...found.operation, id: tools.newId() } : null)
    tell({ type: 'changed', store: name })
    await load(name)
    if (again) void port?.wake('asked')
  }

  const signOut: Ledger['signOut'] = async ({ loseEvenPending = false } = {}) => {
    await Promise.allSettled(saving)
    if (state.waiting.length > 0) await sync()
    const left = state.store ? (await state.store.count('outbox')) + (await state.store.count('refused')) : 0
    if (left > 0 && !loseEvenPending) return { ok: false, pending: left }
    const { name } = state
    const identity = await readIdentity(tools.prefix, tools.newId)
    await writeIdentity(tools.prefix, { ...identity, device: tools.newId(), endsSession: true }, null, identity.device)
    tell({ type: 'identity', store: null })
    leave()
    if (name) await deleteStore(name)
    // The next round ends the session, now or when there is a network again.
    await sync()
    return { ok: true }
  }

  return {
    view: () => view,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    write,
    open,
    sync,
    refresh,
    signOut,
    setVisible: (isVisible) => port?.setVisible(isVisible),
    wake: (why) => void port?.wake(why),
    retryRefused: (id) => settle(id, true),
    discardRefused: (id) => settle(id, false),
    pendingFile: () => {
      const text = JSON.stringify({ workspace: state.meta?.workspace ?? null, pending: state.waiting, refused: state.refused }, null, 2)
      return new File([text], `entrain-${dayOf(asInstant(tools.now()), tools.zone())}.json`, { type: 'application/json' })
    },
    close: () => {
      // A round on its way may still end: what it says then has no one to reach.
      port?.stop()
      port = null
      channel?.close()
      channel = null
      state.store?.close()
    },
  }
}
