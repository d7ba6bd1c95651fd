import type { DBSchema, IDBPDatabase } from 'idb'
import type { Activity } from '#method/activity/activity.ts'
import type { Day } from '#method/calendar/day.ts'
import type { Operation, Put, Rows, Table } from '#method/ledger/operation.ts'
import type { RollUp } from '#wire/ledger/sync.ts'
import type { Refused, SentAway, Workspace } from './view.ts'

/** Every row of a device, by table. */
export type AllRows = { readonly [T in Table]: readonly Rows[T][] }

/**
 * The rows of a device in one piece of text, which opens several times faster than the rows one by one: those of every table, and
 * the activities of `from` and after. What came later lies beside it (`since`), written with the rows themselves, so that the two
 * together are always what the rows are.
 */
export type Picture = { readonly key: 'picture'; readonly from: Day; readonly text: string }

/** Where the device stands in what the server told it. */
export type Meta = {
  readonly key: 'meta'
  readonly cursor: number
  /** The first pull came to its end: there is enough to work with. */
  readonly isComplete: boolean
  readonly lastSyncAt: string | null
  readonly workspace: Workspace
  readonly missing: readonly number[]
  /** The rows were forgotten on the server's word, and why; what was not sent is still here. */
  readonly sentAway?: SentAway | null
  /** The day on which what is held was last compared with what should be. */
  readonly comparedOn?: Day | null
}

type RowStores = { readonly [T in Exclude<Table, 'activity'>]: { key: string; value: Rows[T] } }
/** What each store of a workspace's database holds. */
export interface WorkspaceSchema extends DBSchema, RowStores {
  activity: { key: string; value: Activity; indexes: { day: Day } }
  outbox: { key: number; value: { readonly operation: Operation } }
  refused: { key: string; value: Refused & { readonly id: string } }
  rollUps: { key: [string, string, string, string]; value: RollUp }
  meta: { key: 'meta'; value: Meta }
  picture: { key: 'picture'; value: Picture }
  since: { key: number; value: { readonly puts: readonly Put[] } }
}
/** The database of one workspace and one member on this device. */
export type DeviceStore = IDBPDatabase<WorkspaceSchema>
