import { sql } from 'kysely'
import type { Instant } from '#method/calendar/day.ts'
import type { ConsentEvent } from '#method/consent/consent.ts'
import { isTakenBack, withoutMistakes } from '#method/consent/mistakes.ts'
import type { Tx } from '#server/db/database.ts'
import { readRows } from '#server/db/rows.ts'
import { addressesUnder, scopeOf } from './silence-store.ts'
import { idsOf } from './store.ts'
import { digesterOf, releaseSilence } from './suppression-store.ts'

/** Releases the silence of addresses that a stop noted by mistake had brought, unless she asked for silence otherwise too. */
export const releaseMistakenSilence = async (
  tx: Tx,
  workspaceId: string,
  corrected: readonly { readonly of: string; readonly contactId: string }[],
): Promise<void> => {
  for (const { of, contactId } of corrected) {
    const ids = await idsOf(tx, workspaceId, contactId)
    const ledger = await readRows(tx, 'consent', workspaceId, sql`t.contact_id = any(${ids}::uuid[])`)
    const stop = ledger.find(({ id }) => id === of)
    const scope = stop && scopeOf(stop.fact)
    if (!stop || !scope || !ledger.some((event) => isTakenBack(stop, event)) || withoutMistakes(ledger).some(({ fact }) => scopeOf(fact) !== null)) continue
    // Only what that stop itself brought: an address may have been silent for longer, from someone erased since.
    const since = await keptAt(tx, workspaceId, stop)
    if (since === null) continue
    const digested = await digesterOf(tx, workspaceId)
    const people = await readRows(tx, 'contact', workspaceId, sql`t.id = any(${ids}::uuid[])`)
    await releaseSilence(tx, workspaceId, { digests: people.flatMap((person) => addressesUnder(person, scope)).map(digested), scope, since })
  }
}

const keptAt = async (tx: Tx, workspaceId: string, { id }: ConsentEvent): Promise<Instant | null> => {
  const { rows } = await sql<{ at: Instant }>`
    select o.recorded_at as at from operation o join consent c on c.workspace_id = o.workspace_id and c.rev = o.rev
    where c.workspace_id = ${workspaceId}::uuid and c.id = ${id}::uuid limit 1`.execute(tx)
  return rows[0]?.at ?? null
}
