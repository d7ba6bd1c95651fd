import { deleteDB, openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction, type StoreNames } from 'idb'
import type { Activity } from '#method/activity/activity.ts'
import type { Day } from '#method/calendar/day.ts'
import { blankFields, blankHistory } from '#method/contact/contact.ts'
import { tables, type Operation, type Put, type Refusal } from '#method/ledger/operation.ts'
import { defaultSettings } from '#method/ledger/settings.ts'
import type { RollUp } from '#wire/ledger/sync.ts'
import { addToPicture, forgetPicture, pictured, readPicture, type Reading } from './picture.ts'
import type { AllRows, DeviceStore, Meta, WorkspaceSchema } from './device-schema.ts'
import type { Pending, Refused, SentAway, Workspace } from './view.ts'

export type { DeviceStore, Meta } from './device-schema.ts'

/** Who uses this device now, and which device it is. */
export type Identity = {
  readonly key: 'identity'
  readonly device: string
  readonly workspaceId: string | null
  readonly memberId: string | null
  /** She signed out without network: the session is ended at the first round, before anything else is asked. */
  readonly endsSession?: boolean
  /** Told to forget everything: said until someone enters again. */
  readonly sentAway?: SentAway | undefined
}
interface IdentitySchema extends DBSchema {
  device: { key: 'identity'; value: Identity }
}

const everything = [...tables, 'outbox', 'refused', 'rollUps', 'meta', ...pictured] as const
/** What the server gave: everything but what waits for it or was refused. */
export const given = [...tables, 'rollUps', 'meta', ...pictured] as const

/**
 * The name of a member's database in a workspace. The member is part of it: two people who share a device must never
 * send each other's operations.
 */
export const storeName = (prefix: string, { id, memberId }: Pick<Workspace, 'id' | 'memberId'>): string => `${prefix}-${id}-${memberId}`

/**
 * Rows of an earlier shape lack what people, offers, settings and then messages have learned since: they get its blank at once, so
 * that the app opens without network, and the server tells everything again at the next round, the sales of three years included.
 */
const completeRows = async (transaction: Upgrade, from: number): Promise<void> => {
  const blanks = {
    contact: { ...blankFields, ...blankHistory },
    offer: { points: '', createdAt: null },
    settings: defaultSettings(''),
    message: { closing: '' },
  } as const
  for (const table of from === 1 ? (['contact', 'offer', 'settings'] as const) : (['message'] as const)) {
    const store = transaction.objectStore(table)
    for (const row of await store.getAll()) await store.put({ ...blanks[table], ...row } as never)
  }
  for (const name of pictured) await transaction.objectStore(name).clear()
  const meta = await transaction.objectStore('meta').get('meta')
  if (meta) await transaction.objectStore('meta').put({ ...meta, cursor: 0 })
}
type Upgrade = IDBPTransaction<WorkspaceSchema, StoreNames<WorkspaceSchema>[], 'versionchange'>

/** Opens the database of a workspace; gives way when another tab deletes it or needs a newer shape. */
export const openStore = async (name: string): Promise<DeviceStore> => {
  const store: DeviceStore = await openDB<WorkspaceSchema>(name, 4, {
    upgrade: (database, from, _to, transaction) => {
      for (const table of tables) {
        if (table !== 'activity' && !database.objectStoreNames.contains(table)) database.createObjectStore(table, { keyPath: 'id' })
      }
      if (!database.objectStoreNames.contains('picture')) database.createObjectStore('picture', { keyPath: 'key' })
      if (!database.objectStoreNames.contains('since')) database.createObjectStore('since', { autoIncrement: true })
      if (from > 0) return completeRows(transaction, from)
      database.createObjectStore('activity', { keyPath: 'id' }).createIndex('day', 'day')
      database.createObjectStore('outbox', { autoIncrement: true })
      database.createObjectStore('refused', { keyPath: 'id' })
      database.createObjectStore('rollUps', { keyPath: ['memberId', 'day', 'kind', 'outcome'] })
      database.createObjectStore('meta', { keyPath: 'key' })
      return undefined
    },
    blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
  })
  return store
}

/** The database of the figures that the server told about a member's log; it goes with hers. */
export const bilanStoreName = (prefix: string, workspace: Pick<Workspace, 'id' | 'memberId'>): string => `${storeName(prefix, workspace)}-bilan`

/** Deletes the database of a workspace from the device, and the figures told about it. */
export const deleteStore = async (name: string): Promise<void> => {
  await Promise.all([deleteDB(name), deleteDB(`${name}-bilan`)])
}

/** Forgets every row that the server gave, and keeps what it never got: another reading begins from nothing. */
export const forgetRows = async (store: DeviceStore, name: string, sentAway: SentAway): Promise<void> => {
  const transaction = store.transaction([...given], 'readwrite', { durability: 'strict' })
  const meta = await transaction.objectStore('meta').get('meta')
  const writes: Promise<unknown>[] = tables.map((table) => transaction.objectStore(table).clear())
  writes.push(transaction.objectStore('rollUps').clear(), forgetPicture(transaction))
  if (meta) writes.push(transaction.objectStore('meta').put({ ...meta, cursor: 0, isComplete: false, sentAway }))
  await Promise.all([...writes, transaction.done, deleteDB(`${name}-bilan`)])
}

const withIdentities = async <A>(prefix: string, work: (database: IDBPDatabase<IdentitySchema>) => Promise<A>): Promise<A> => {
  const database = await openDB<IdentitySchema>(prefix, 1, { upgrade: (fresh) => void fresh.createObjectStore('device', { keyPath: 'key' }) })
  try {
    return await work(database)
  } finally {
    database.close()
  }
}

/** Who uses this device; the device gets its own id the first time. */
export const readIdentity = (prefix: string, newId: () => string): Promise<Identity> =>
  withIdentities(prefix, async (database) => {
    const transaction = database.transaction('device', 'readwrite')
    const known = await transaction.store.get('identity')
    const identity = known ?? ({ key: 'identity', device: newId(), workspaceId: null, memberId: null } as const)
    if (!known) await transaction.store.put(identity)
    await transaction.done
    return identity
  })

/**
 * Remembers who uses this device from now on; `null` when nobody does. Only while the device is still the one that was read:
 * whoever signed out meanwhile has given it another id, and false answers.
 */
export const writeIdentity = (prefix: string, identity: Identity, workspace: Workspace | null, since: string = identity.device): Promise<boolean> =>
  withIdentities(prefix, async (database) => {
    const transaction = database.transaction('device', 'readwrite')
    const isSame = (await transaction.store.get('identity'))?.device === since
    // Whoever enters is at home again.
    const { sentAway, ...rest } = identity
    if (isSame)
      await transaction.store.put({
        ...rest,
        ...(workspace || !sentAway ? {} : { sentAway }),
        workspaceId: workspace?.id ?? null,
        memberId: workspace?.memberId ?? null,
      })
    await transaction.done
    return isSame
  })

/** What waits for the server, in the order of this device. */
export const readOutbox = async (store: DeviceStore): Promise<readonly Pending[]> => {
  const { store: outbox } = store.transaction('outbox')
  const [keys, values] = await Promise.all([outbox.getAllKeys(), outbox.getAll()])
  return values.flatMap(({ operation }, at) => {
    const sequence = keys[at]
    return sequence === undefined ? [] : [{ sequence, operation }]
  })
}

/** What the device keeps, read in one transaction. */
export type Kept = {
  readonly rows: AllRows
  readonly waiting: readonly Pending[]
  readonly refused: readonly Refused[]
  readonly rollUps: readonly RollUp[]
  readonly meta: Meta | undefined
  /** The activities before this day are still to be read; `null` when there are none. */
  readonly from: Day | null
}

// Reading fifty thousand activities takes seconds; beyond a few thousand, only the last days are read before the first paint.
const readAtOnce = 5000

/**
 * Reads everything, in one transaction so that rows and outbox fit together: from the picture where there is one. Where there are
 * very many activities, only those from `recent` on, or from a little earlier: `readActivities` gives the others.
 */
export const readAll = async (store: DeviceStore, recent: Day): Promise<Kept> => {
  const transaction = store.transaction([...everything])
  const outbox = transaction.objectStore('outbox')
  const [meta, refused, rollUps, keys, values, { rows, from }] = await Promise.all([
    transaction.objectStore('meta').get('meta'),
    transaction.objectStore('refused').getAll(),
    transaction.objectStore('rollUps').getAll(),
    outbox.getAllKeys(),
    outbox.getAll(),
    readPicture(transaction, recent).then((picture) => picture ?? readRows(transaction, recent)),
  ])
  const earlier = from && (await transaction.objectStore('activity').index('day').openKeyCursor(IDBKeyRange.upperBound(from, true)))
  return {
    rows,
    waiting: values.map(({ operation }, at) => ({ sequence: keys[at] ?? 0, operation })),
    refused: refused.map(({ operation, reason }) => ({ operation, reason })),
    rollUps,
    meta,
    from: earlier ? from : null,
  }
}

const readRows = async (transaction: Reading, recent: Day): Promise<{ readonly rows: AllRows; readonly from: Day | null }> => {
  const activities = transaction.objectStore('activity')
  // A cursor that jumps costs less than a count of them all.
  const hasMany = Boolean(await (await activities.openKeyCursor())?.advance(readAtOnce))
  const lists = await Promise.all(
    tables.map((table) =>
      table === 'activity' && hasMany ? activities.index('day').getAll(IDBKeyRange.lowerBound(recent)) : transaction.objectStore(table).getAll(),
    ),
  )
  return { rows: Object.fromEntries(tables.map((table, at) => [table, lists[at]])) as unknown as AllRows, from: hasMany ? recent : null }
}

/** The activities from one day, or from the first of all, until another. */
export const readActivities = (store: DeviceStore, { from, before }: { readonly from: Day | null; readonly before: Day }): Promise<readonly Activity[]> =>
  store.getAllFromIndex('activity', 'day', from ? IDBKeyRange.bound(from, before, false, true) : IDBKeyRange.upperBound(before, true))

/** Keeps an operation for good: resolves once it is on the disk, with its number on this device. */
export const addToOutbox = async (store: DeviceStore, operation: Operation): Promise<number> => {
  const transaction = store.transaction('outbox', 'readwrite', { durability: 'strict' })
  const sequence = transaction.store.add({ operation })
  // Said to be whole at once: a page on its way out (closed, reloaded) has no time to see that nothing follows.
  transaction.commit()
  // Both are awaited: when the disk is full, the request or only the commit may fail.
  const [number] = await Promise.all([sequence, transaction.done])
  return number
}

/** What a round with the server changes on the device. */
export type Round = {
  readonly puts: readonly Put[]
  readonly rollUps: readonly RollUp[]
  /** Sequences that the server has answered. */
  readonly answered: readonly Pending[]
  readonly refused: readonly { readonly operation: Operation; readonly reason: Refusal }[]
  readonly meta: Meta
}

/** Takes a round in, all or nothing: rows confirmed, answered operations out of the outbox, refused ones set aside. */
export const takeRound = async (store: DeviceStore, { puts, rollUps, answered, refused, meta }: Round): Promise<void> => {
  const transaction = store.transaction([...everything], 'readwrite', { durability: 'strict' })
  const writes: Promise<unknown>[] = []
  for (const { table, row } of puts) writes.push(transaction.objectStore(table).put(row as never))
  for (const rollUp of rollUps) writes.push(transaction.objectStore('rollUps').put(rollUp))
  for (const { sequence } of answered) writes.push(transaction.objectStore('outbox').delete(sequence))
  for (const { operation, reason } of refused) writes.push(transaction.objectStore('refused').put({ id: operation.id, operation, reason }))
  writes.push(transaction.objectStore('meta').put(meta), addToPicture(transaction, puts))
  await Promise.all([...writes, transaction.done])
}

/** Forgets activities that left the window of the device; the server keeps them, and daily counts stay here. */
export const forgetActivities = async (store: DeviceStore, ids: readonly string[]): Promise<void> => {
  const transaction = store.transaction('activity', 'readwrite')
  await Promise.all([...ids.map((id) => transaction.store.delete(id)), transaction.done])
}

/** Takes a refused operation away; with `again`, puts that operation back in the outbox in the same transaction. */
export const settleRefused = async (store: DeviceStore, id: string, again: Operation | null): Promise<void> => {
  const transaction = store.transaction(['refused', 'outbox'], 'readwrite', { durability: 'strict' })
  const writes: Promise<unknown>[] = [transaction.objectStore('refused').delete(id)]
  if (again) writes.push(transaction.objectStore('outbox').add({ operation: again }))
  await Promise.all([...writes, transaction.done])
}
