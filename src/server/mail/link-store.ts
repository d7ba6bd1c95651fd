import { sql } from 'kysely'
import type { Database, Tx } from '#server/db/database.ts'
import type { Actor } from '#server/identity/actor.ts'
import { newToken, tokenHash } from '#server/identity/secret.ts'

/** What someone outside may do by a link: stop the messages, or write through a form. */
export type PublicLink = {
  readonly workspaceId: string
  readonly memberId: string
  readonly kind: 'unsubscribe' | 'form'
  readonly contactId: string | null
  /** Of the address that the message left for, its digest; `null` for a form, and for the messages of before it was kept. */
  readonly addressDigest: string | null
  readonly closedAt: Date | null
}

/** The address of the form that is open, or `null`. */
export const openForm = async (tx: Tx, workspaceId: string): Promise<string | null> => {
  const { rows } = await sql<{ token: string }>`
    select token from public_link where workspace_id = ${workspaceId}::uuid and kind = 'form' and closed_at is null order by created_at desc limit 1`.execute(
    tx,
  )
  return rows[0]?.token ?? null
}

/** Makes a link; of a way out only its hash is kept, so that the database gives none away. */
export const newLink = async (
  tx: Tx,
  actor: Pick<Actor, 'workspaceId' | 'memberId'>,
  { kind, contactId = null, addressDigest = null }: Pick<PublicLink, 'kind'> & Partial<Pick<PublicLink, 'contactId' | 'addressDigest'>>,
): Promise<string> => {
  const token = newToken()
  await sql`
    insert into public_link (token_hash, workspace_id, member_id, kind, contact_id, address_digest, token)
    values (${tokenHash(token)}, ${actor.workspaceId}::uuid, ${actor.memberId}, ${kind}, ${contactId}::uuid, decode(${addressDigest}::text, 'hex'),
      ${kind === 'form' ? token : null})`.execute(tx)
  return token
}

/** What a token stands for: read before any workspace is known. */
export const readLink = async (db: Database, token: string, kind: PublicLink['kind']): Promise<PublicLink | undefined> => {
  const { rows } = await sql<PublicLink>`
    select workspace_id as "workspaceId", member_id as "memberId", kind, contact_id as "contactId", encode(address_digest, 'hex') as "addressDigest", closed_at as "closedAt"
    from public_link where token_hash = ${tokenHash(token)} and kind = ${kind}`.execute(db)
  return rows[0]
}

/** Closes every form of the workspace. */
export const closeForms = async (tx: Tx, workspaceId: string): Promise<void> => {
  await sql`update public_link set closed_at = now() where workspace_id = ${workspaceId}::uuid and kind = 'form' and closed_at is null`.execute(tx)
}
