import { sql } from 'kysely'
import type { Tx } from '#server/db/database.ts'

/**
 * What else spoke of someone who was erased: what operations said and replaced, both sides of her merges, her enquiries and messages,
 * the words of her sales. Her consents and the digests of her addresses stay (law A4, R16).
 */
export const scrub = async (tx: Tx, workspaceId: string, rev: number, contactIds: readonly string[]): Promise<void> => {
  if (contactIds.length === 0) return
  const ws = sql`workspace_id = ${workspaceId}::uuid`
  const hers = sql`any(${contactIds}::uuid[])`
  await sql`update operation set change = null, before = null where ${ws} and contact_id = ${hers}`.execute(tx)
  await sql`update merge set keep_before = '{}', keep_after = '{}', rev = ${rev}::bigint where ${ws} and (keep = ${hers} or gone = ${hers})`.execute(tx)
  await sql`update import_batch set filled = filled - ${contactIds as string[]}::text[], rev = ${rev}::bigint where ${ws} and filled ?| ${contactIds as string[]}::text[]`.execute(
    tx,
  )
  await sql`update enquiry set name = '', email = '', phone = '', city = '', subject = '', words = '', rev = ${rev}::bigint where ${ws} and contact_id = ${hers}`.execute(
    tx,
  )
  await sql`update message set "to" = '', subject = '', body = '', closing = '', rev = ${rev}::bigint where ${ws} and contact_id = ${hers}`.execute(tx)
  await sql`update sale set note = '', rev = ${rev}::bigint where ${ws} and contact_id = ${hers} and note <> ''`.execute(tx)
}
