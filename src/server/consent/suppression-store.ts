import { createHmac, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Instant } from '#method/calendar/day.ts'
import type { WithdrawalScope } from '#method/consent/consent.ts'
import { suppressionKey } from '#method/consent/suppression-key.ts'
import type { Contact } from '#method/contact/contact.ts'
import type { Tx } from '#server/db/database.ts'

/** An address, as the key under which each of its spellings is one, and what was asked for it. */
export type Asked = { readonly address: string; readonly scope: WithdrawalScope }
/** What is kept of an address that asked for silence. */
export type Kept = { readonly digest: string; readonly scope: WithdrawalScope }
/** A silence that was kept by mistake: of which digests, and since when. */
export type Mistaken = { readonly digests: readonly string[]; readonly scope: WithdrawalScope; readonly since: Instant }

const keyOf = async (tx: Tx, workspaceId: string): Promise<Buffer> => {
  await sql`insert into suppression_key (workspace_id, key) values (${workspaceId}::uuid, ${randomBytes(32)}) on conflict do nothing`.execute(tx)
  const { rows } = await sql<{ key: Buffer }>`select key from suppression_key where workspace_id = ${workspaceId}::uuid`.execute(tx)
  return rows[0]?.key ?? Buffer.alloc(0)
}

/** How the addresses of a workspace become digests: hexadecimal, under a key of its own. */
export const digesterOf = async (tx: Tx, workspaceId: string): Promise<(address: string) => string> => {
  const key = await keyOf(tx, workspaceId)
  return (address) => createHmac('sha256', key).update(address).digest('hex')
}

/** The digest of an e-mail address; `null` when there is no address in it. */
export const digestOfEmail = async (tx: Tx, workspaceId: string, email: string): Promise<string | null> => {
  const address = suppressionKey('email', email)
  return address === undefined ? null : (await digesterOf(tx, workspaceId))(address)
}

/** Whether any address of the workspace ever asked for silence. */
export const hasSilence = async (tx: Tx, workspaceId: string): Promise<boolean> => {
  const { rows } = await sql`select 1 from suppression where workspace_id = ${workspaceId}::uuid and released_at is null limit 1`.execute(tx)
  return rows.length > 0
}

/** Keeps that digests asked for silence; for ever, unless it was said by mistake. */
export const keepSilence = async (tx: Tx, workspaceId: string, asked: readonly Kept[]): Promise<void> => {
  for (const { digest, scope } of asked) {
    await sql`insert into suppression (workspace_id, digest, scope) values (${workspaceId}::uuid, decode(${digest}, 'hex'), ${JSON.stringify(scope)})
      on conflict (workspace_id, digest, scope) do update set at = excluded.at, released_at = null where suppression.released_at is not null`.execute(tx)
  }
}

/** Lets go of what was kept of digests, from a moment on, because nobody had asked for it. */
export const releaseSilence = async (tx: Tx, workspaceId: string, { digests, scope, since }: Mistaken): Promise<void> => {
  await sql`update suppression set released_at = now() where workspace_id = ${workspaceId}::uuid and scope = ${JSON.stringify(scope)}
    and digest = any(${digests.map((hex) => Buffer.from(hex, 'hex'))}) and at >= ${since}`.execute(tx)
}

/** What is kept of these digests. */
export const silenceOf = async (tx: Tx, workspaceId: string, digests: readonly string[]): Promise<readonly Kept[]> => {
  const { rows } = await sql<{ digest: string; scope: string }>`
    select encode(digest, 'hex') as digest, scope from suppression
    where workspace_id = ${workspaceId}::uuid and released_at is null and digest = any(${digests.map((hex) => Buffer.from(hex, 'hex'))})`.execute(tx)
  return rows.map(({ digest, scope }) => ({ digest, scope: JSON.parse(scope) as WithdrawalScope }))
}

/** The people who can be written to at the address of a digest. */
export const peopleAt = async (tx: Tx, workspaceId: string, digest: string): Promise<readonly string[]> => {
  const digested = await digesterOf(tx, workspaceId)
  const { rows } = await sql<Pick<Contact, 'id' | 'emails'>>`
    select id, emails from contact where workspace_id = ${workspaceId}::uuid and deleted_at is null and jsonb_array_length(emails) > 0`.execute(tx)
  const isAt = (email: string): boolean => {
    const address = suppressionKey('email', email)
    return address !== undefined && digested(address) === digest
  }
  return rows.filter(({ emails }) => emails.some(({ address }) => isAt(address))).map(({ id }) => id)
}

/** At which position each merge was written. */
export const revsOfMerges = async (tx: Tx, workspaceId: string, mergeIds: readonly string[]): Promise<ReadonlyMap<string, number>> => {
  if (mergeIds.length === 0) return new Map()
  const { rows } = await sql<{ id: string; rev: number }>`
    select id, rev from merge where workspace_id = ${workspaceId}::uuid and id = any(${mergeIds}::uuid[])`.execute(tx)
  return new Map(rows.map(({ id, rev }) => [id, rev]))
}
