import './plain-reading.ts'
import { addDays, type Day } from '#method/calendar/day.ts'
import { tables, type Put } from '#method/ledger/operation.ts'
import { format } from '#wire/ledger/operation.ts'
import { pullAnswer, type PullAnswer } from '#wire/ledger/sync.ts'
import type { Identity } from './device-store.ts'
import type { Reply } from './server-call.ts'
import { daysKept } from './window.ts'

/** Whose work it is, as it travels: should the session have changed hands a moment ago, the server refuses and all is kept. */
export const ownerOf = ({ workspaceId, memberId }: Identity): Readonly<Record<string, string>> =>
  workspaceId !== null && memberId !== null ? { 'entrain-workspace': workspaceId, 'entrain-member': memberId } : {}

/** What a device asks for to read on from a cursor. */
export const pagePath = (identity: Identity, cursor: number, today: Day): string => `/api/sync?since=${cursor}&today=${today}&device=${identity.device}`

/** A page that was read, or why there is none: a newer server's, one that is not readable, or how the request ended. */
export type Page = { readonly read: PullAnswer } | { readonly ended: 'outdated' | 'unreadable' | Exclude<Reply, { came: 'answer' }> }

/** Reads what came for a page. */
export const pageOf = (reply: Reply): Page => {
  if (reply.came !== 'answer') return { ended: reply }
  const spoken = (reply.body as { readonly format?: unknown } | null)?.format
  if (typeof spoken === 'number' && spoken > format) return { ended: 'outdated' }
  const read = pullAnswer.safeParse(reply.body)
  return read.success ? { read: read.data as PullAnswer } : { ended: 'unreadable' }
}

/** The rows of a page that a device keeps. */
export const putsOf = ({ rows }: PullAnswer, today: Day): readonly Put[] => {
  const from = addDays(today, -daysKept)
  return tables.flatMap((table) =>
    rows[table].filter((row) => table !== 'activity' || !('day' in row) || row.day >= from).map((row) => ({ table, row }) as Put),
  )
}
