import type { Put } from '#method/ledger/operation.ts'
import type { RollUp } from '#wire/ledger/sync.ts'
import type { Meta } from './device-store.ts'
import type { Connection, Pending, Refused, SentAway } from './view.ts'

/** What the tabs and the sync of one device tell each other. `store` names the database meant. */
export type Message =
  /** A tab kept an operation. */
  | { readonly type: 'added'; readonly store: string; readonly pending: Pending }
  /** A round with the server was taken in on the device. */
  | {
      readonly type: 'taken'
      readonly store: string
      readonly puts: readonly Put[]
      readonly rollUps: readonly RollUp[]
      readonly answered: readonly string[]
      readonly refused: readonly Refused[]
      readonly meta: Meta
    }
  /** Something was changed by hand in the database: read it again. */
  | { readonly type: 'changed'; readonly store: string }
  /** Another member, another workspace or nobody uses this device now. */
  | { readonly type: 'identity'; readonly store: string | null; readonly sentAway?: SentAway }
  | { readonly type: 'connection'; readonly connection: Connection; readonly at: string | null }

/** Why a sync is asked for. */
export type Wake = 'write' | 'online' | 'visible' | 'timer' | 'event' | 'asked'

/** What a page tells its worker. `wish` numbers what the worker answers, with the same number, once that round is over. */
export type Order = { readonly type: 'wake'; readonly why: Wake; readonly wish: number } | { readonly type: 'visible'; readonly isVisible: boolean }
