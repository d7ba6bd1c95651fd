import type { IDBPTransaction, StoreNames } from 'idb'
import type { Activity } from '#method/activity/activity.ts'
import type { Day } from '#method/calendar/day.ts'
import { tables, type Put, type Rows, type Table } from '#method/ledger/operation.ts'
import type { AllRows, DeviceStore, WorkspaceSchema } from './device-schema.ts'

/** The stores of the picture. */
export const pictured = ['picture', 'since'] as const

// A small device opens as fast without one.
const worthAPicture = 500
// Beyond this many rounds, or rows in one of them, what lies beside weighs: the picture is made anew.
const manyRounds = 100
const manyRows = 1000

/** A transaction over the whole database. */
export type Reading = IDBPTransaction<WorkspaceSchema, StoreNames<WorkspaceSchema>[], IDBTransactionMode>
type Writing = IDBPTransaction<WorkspaceSchema, StoreNames<WorkspaceSchema>[], 'readwrite'>

/** Lays what a round brings beside the picture, in the round's own transaction; a round that brings very much does away with it. */
export const addToPicture = async (transaction: Writing, puts: readonly Put[]): Promise<void> => {
  if (puts.length === 0 || (await transaction.objectStore('picture').count()) === 0) return
  if (puts.length > manyRows) await forgetPicture(transaction)
  else await transaction.objectStore('since').add({ puts })
}

/** Takes the picture away, with what lies beside it. */
export const forgetPicture = async (transaction: Writing): Promise<void> => {
  await Promise.all(pictured.map((name) => transaction.objectStore(name).clear()))
}

/** The rows as the picture and what lies beside it tell them; `null` when there is none that begins early enough. */
export const readPicture = async (transaction: Reading, recent: Day): Promise<{ readonly rows: AllRows; readonly from: Day } | null> => {
  const [picture, since] = await Promise.all([transaction.objectStore('picture').get('picture'), transaction.objectStore('since').getAll()])
  if (!picture || picture.from > recent) return null
  const told = JSON.parse(picture.text) as Partial<AllRows>
  const rows = over(
    Object.fromEntries(tables.map((table) => [table, told[table] ?? []])) as unknown as AllRows,
    since.flatMap(({ puts }) => puts),
  )
  // Moved to an earlier day meanwhile, an activity is read with those of that day.
  return { rows: { ...rows, activity: rows.activity.filter(({ day }) => day >= picture.from) }, from: picture.from }
}

const over = (rows: AllRows, puts: readonly Put[]): AllRows => {
  const moved = new Map<Table, Map<string, Rows[Table]>>()
  for (const { table, row } of puts) {
    const now = moved.get(table) ?? new Map<string, Rows[Table]>(rows[table].map((each) => [each.id, each]))
    moved.set(table, now.set(row.id, row))
  }
  return { ...rows, ...Object.fromEntries([...moved].map(([table, now]) => [table, [...now.values()]])) }
}

/** Makes the picture when there is none and the device holds much, or when much lies beside it. What waits for the server is not held up. */
export const renewPicture = async (store: DeviceStore, recent: Day): Promise<void> => {
  const [rounds, pictures, people] = await Promise.all([store.count('since'), store.count('picture'), store.count('contact')])
  if (pictures === 0 ? people < worthAPicture : rounds < manyRounds) return
  const transaction = store.transaction([...tables, ...pictured, 'meta'] as const, 'readwrite')
  const meta = await transaction.objectStore('meta').get('meta')
  if (!meta?.isComplete) return
  const lists = await Promise.all(
    tables.map((table): Promise<readonly Rows[Table][]> =>
      table === 'activity'
        ? (transaction.objectStore('activity').index('day').getAll(IDBKeyRange.lowerBound(recent)) as Promise<readonly Activity[]>)
        : transaction.objectStore(table).getAll(),
    ),
  )
  const text = JSON.stringify(Object.fromEntries(tables.map((table, at) => [table, lists[at]])))
  await Promise.all([
    transaction.objectStore('since').clear(),
    transaction.objectStore('picture').put({ key: 'picture', from: recent, text }),
    transaction.done,
  ])
}
