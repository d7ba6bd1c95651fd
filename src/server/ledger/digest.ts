import type { Day } from '#method/calendar/day.ts'
import { comparedFrom, createDigest, type DigestAnswer } from '#wire/ledger/digest.ts'
import type { RollUp } from '#wire/ledger/sync.ts'
import type { Tx } from '#server/db/database.ts'
import { rowOf } from '#server/db/rows.ts'
import type { Actor } from '#server/identity/actor.ts'
import { readWhole } from './pull-store.ts'
import { cursorOf } from './store.ts'

// Each part is read, checked and added up before anyone else's request gets its turn: a few milliseconds.
const partSize = 200

/** What a device of the actor must hold on its `today`; of a device that stands elsewhere than `at`, nothing is counted. */
export const digestOf = async (tx: Tx, actor: Actor, today: Day, at?: number): Promise<DigestAnswer> => {
  const known = await cursorOf(tx, actor.workspaceId)
  if (at !== undefined && at !== known) return { cursor: known, tables: null }
  const from = comparedFrom(today)
  const windows = { since: 0, activitiesFrom: from.activity, salesFrom: from.sale, memberId: actor.memberId }
  const digest = createDigest(today)
  let cursor = 0
  for await (const part of readWhole(tx, actor.workspaceId, windows, partSize)) {
    for (const one of part) {
      if (one.name === 'cursor') cursor = one.told
      else if (one.name === 'rollUp') digest.add('rollUp', one.told as RollUp)
      else digest.add(one.name, rowOf(one.name, one.told))
    }
  }
  return { cursor, tables: at === undefined || at === cursor ? digest.read() : null }
}
