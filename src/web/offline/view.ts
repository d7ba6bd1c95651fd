import type { Activity } from '#method/activity/activity.ts'
import type { Kind } from '#method/activity/kind.ts'
import type { Day, Instant } from '#method/calendar/day.ts'
import type { WorkCalendar } from '#method/calendar/schedule.ts'
import type { Contact } from '#method/contact/contact.ts'
import type { GoalVersion } from '#method/goal/goal.ts'
import type { Operation, Refusal, Rows, Table } from '#method/ledger/operation.ts'
import type { Settings } from '#method/ledger/settings.ts'
import type { Sale } from '#method/sale/sale.ts'
import type { AboutSomeone } from './facts.ts'
import type { PullAnswer, RollUp } from '#wire/ledger/sync.ts'

/** The workspace and the member signed in on this device. */
export type Workspace = PullAnswer['workspace']

/** An operation that the server refused, kept until the person decides (À corriger). */
export type Refused = { readonly operation: Operation; readonly reason: Refusal }

/** An operation waiting for the server, with its number on this device. */
export type Pending = { readonly sequence: number; readonly operation: Operation }

/** How the device and the server stand. `outdated`: a newer Entrain is needed to read the server; writing still works here. */
export type Connection = 'online' | 'offline' | 'syncing' | 'signed-out' | 'outdated'

/** Why this device was told to forget everything. */
export type SentAway = 'device-revoked' | 'membership-ended'

/** Why an operation could not be kept on the device. */
export type DeviceFailure = 'device-full' | 'device-unavailable'

/** Everything a screen may read: what the server confirmed, and over it what this device still waits to send. */
export type LedgerView = {
  /** Grows with every change: the key of `useMemo`. */
  readonly version: number
  readonly status: 'loading' | 'ready' | 'signed-out'
  readonly workspace: Workspace | null
  get<T extends Table>(table: T, id: string): Rows[T] | undefined
  /** The same map at every version: read it again when `version` moves. */
  all<T extends Table>(table: T): ReadonlyMap<string, Rows[T]>
  /** The person that an id stands for, following merges. */
  contact(id: string): Contact | undefined
  canonical(id: string): string
  /** Present people: not deleted, archived or merged. */
  people(): readonly Contact[]
  /** Every member's, undone ones too, in the order of the day. */
  activitiesOn(day: Day): readonly Activity[]
  /** Newest first, those of people merged into her too, within the device's window. */
  activitiesOf(contactId: string): readonly Activity[]
  /** Newest first. */
  salesOf(contactId: string): readonly Sale[]
  /** What is kept about someone, those merged into her too: consents, enquiries, invitations, messages. */
  about<T extends AboutSomeone>(table: T, contactId: string): readonly Rows[T][]
  settings(): Settings
  calendar(): WorkCalendar
  goals(): readonly GoalVersion[]
  /** Built-in then own kinds, archived ones left out. */
  kinds(): readonly Kind[]
  search(query: string, limit?: number, order?: (a: Contact, b: Contact) => number): readonly Contact[]
  /** Daily counts of the days before `windowFrom` only, so that no activity is counted twice. */
  readonly rollUps: readonly RollUp[]
  /** The first day whose activities are on the device one by one. */
  readonly windowFrom: Day
  readonly pending: number
  readonly oldestPendingAt: Instant | null
  readonly refused: readonly Refused[]
  readonly connection: Connection
  readonly lastSyncAt: Instant | null
  /** Rows received so far while the first visit loads. */
  readonly loaded: number
  /** Sequence numbers of this device that the server never received: said to the person, never hidden. */
  readonly missing: readonly number[]
  /** Told to forget everything, and by what: its rows are gone; what was not sent stays until it is sent, exported or abandoned. */
  readonly sentAway: SentAway | null
  /** The last write that could not be kept on the device. */
  readonly failure: DeviceFailure | null
}
