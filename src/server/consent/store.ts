import { sql } from 'kysely'
import { consentEventsOf } from '#method/consent/consent-events.ts'
import type { ConsentEvent } from '#method/consent/consent.ts'
import { hasSingleUse, type KnownUse } from '#method/consent/used-facts.ts'
import type { Contact } from '#method/contact/contact.ts'
import { useOfActivity, useOfMessage } from '#method/message/known-use.ts'
import type { Tx } from '#server/db/database.ts'
import { readById, readRows } from '#server/db/rows.ts'

/** The person that an id stands for, following merges. */
export const personOf = async (tx: Tx, workspaceId: string, contactId: string): Promise<Contact | undefined> => {
  let contact = await readById(tx, 'contact', workspaceId, contactId)
  for (let hop = 0; contact?.mergedInto && hop < 50; hop += 1) contact = await readById(tx, 'contact', workspaceId, contact.mergedInto)
  return contact
}

/** Her id and those of everyone merged into her: silence is united by a merge (law R16). */
export const idsOf = async (tx: Tx, workspaceId: string, contactId: string): Promise<readonly string[]> => {
  const { rows } = await sql<{ id: string }>`
    with recursive same as (
      select ${contactId}::uuid as id
      union select c.id from contact c join same on c.merged_into = same.id where c.workspace_id = ${workspaceId}::uuid
    ) select id from same`.execute(tx)
  return rows.map(({ id }) => id)
}

/** Everything that the law asks to know of someone: what was recorded, her purchases and her enquiries. */
export const consentLedgerOf = async (tx: Tx, workspaceId: string, contactId: string): Promise<readonly ConsentEvent[]> => {
  const ids = await idsOf(tx, workspaceId, contactId)
  const hers = sql`t.contact_id = any(${ids}::uuid[])`
  const events = await readRows(tx, 'consent', workspaceId, hers)
  const sales = await readRows(tx, 'sale', workspaceId, sql`${hers} and t.voided_at is null and t.amount > 0`)
  const enquiries = await readRows(tx, 'enquiry', workspaceId, hers)
  return consentEventsOf({
    contactId,
    events,
    purchases: sales.map(({ id, occurredAt }) => ({ id, at: occurredAt })),
    enquiries: enquiries.map(({ id, receivedAt, via, words, mayWrite, language }) => ({ id, at: receivedAt, means: via, words, mayWrite, language })),
    uses: hasSingleUse(events) ? await usesOf(tx, workspaceId, ids) : [],
  })
}

/** The messages that left for someone, or may have, and the calls made to her. */
const usesOf = async (tx: Tx, workspaceId: string, ids: readonly string[]): Promise<readonly KnownUse[]> => {
  const activities = await readRows(
    tx,
    'activity',
    workspaceId,
    sql`t.direction = 'out' and t.voided_at is null and t.id in (
      select a.activity_id from activity_contact a where a.workspace_id = ${workspaceId}::uuid and a.contact_id = any(${ids}::uuid[]))`,
  )
  const messages = await readRows(tx, 'message', workspaceId, sql`t.contact_id = any(${ids}::uuid[]) and t.state in ('sending', 'sent', 'unsure')`)
  return [...activities.flatMap(useOfActivity), ...messages.flatMap(useOfMessage)]
}
