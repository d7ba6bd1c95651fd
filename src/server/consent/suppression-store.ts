import { createHmac, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { v7 } from 'uuid'
import { asInstant } from '#method/calendar/day.ts'
import type { ConsentEvent, ConsentFact, WithdrawalScope } from '#method/consent/consent.ts'
import { suppressionKey } from '#method/consent/suppression-key.ts'
import type { Contact } from '#method/contact/contact.ts'
import type { Tx } from '#server/db/database.ts'
import { toWriteRows, writeTogether } from '#server/db/rows.ts'

type Place = { readonly workspaceId: string; readonly memberId: string; readonly rev: number }

const keyOf = async (tx: Tx, workspaceId: string): Promise<Buffer> => {
  await sql`insert into suppression_key (workspace_id, key) values (${workspaceId}::uuid, ${randomBytes(32)}) on conflict do nothing`.execute(tx)
  const { rows } = await sql<{ key: Buffer }>`select key from suppression_key where workspace_id = ${workspaceId}::uuid`.execute(tx)
  return rows[0]?.key ?? Buffer.alloc(0)
}

/** What a withdrawal asks of each address; nothing when the fact is no withdrawal. */
const scopeOf = (fact: ConsentFact): WithdrawalScope | null =>
  fact.type === 'withdrawal' ? fact.scope : fact.type === 'do-not-call' ? { type: 'channel', channel: 'phone' } : null

const addressesUnder = ({ emails, phones }: Pick<Contact, 'emails' | 'phones'>, scope: WithdrawalScope | null): readonly string[] => {
  const isWritten = scope === null || scope.type !== 'channel' || scope.channel === 'email'
  const isCalled = scope === null || scope.type === 'all' || scope.type === 'writing' || (scope.type === 'channel' && scope.channel !== 'email')
  return [
    ...(isWritten ? emails.map(({ address }) => suppressionKey('email', address)) : []),
    ...(isCalled ? phones.map(({ number }) => suppressionKey('phone', number)) : []),
  ].filter((key) => key !== undefined)
}

const digestOf = (key: Buffer, address: string): Buffer => createHmac('sha256', key).update(address).digest()

/** Keeps, as keyed digests, the addresses of those who asked for silence: it outlives an erasure and an import (law R16). */
export const rememberSilence = async (
  tx: Tx,
  { workspaceId }: Place,
  withdrawn: readonly { readonly fact: ConsentFact; readonly contact: Contact }[],
): Promise<void> => {
  const asked = withdrawn.flatMap(({ fact, contact }) => {
    const scope = scopeOf(fact)
    return scope === null ? [] : addressesUnder(contact, scope).map((address) => ({ address, scope }))
  })
  if (asked.length === 0) return
  const key = await keyOf(tx, workspaceId)
  for (const { address, scope } of asked) {
    await sql`insert into suppression (workspace_id, digest, scope) values (${workspaceId}::uuid, ${digestOf(key, address)}, ${JSON.stringify(scope)})
      on conflict do nothing`.execute(tx)
  }
}

/** Gives silence back to whoever comes in with an address that asked for it. */
export const restoreSilence = async (tx: Tx, { workspaceId, memberId, rev }: Place, contacts: readonly Contact[]): Promise<void> => {
  const reachable = contacts.filter((contact) => addressesUnder(contact, null).length > 0)
  if (reachable.length === 0) return
  const { rows: any } = await sql`select 1 from suppression where workspace_id = ${workspaceId}::uuid limit 1`.execute(tx)
  if (any.length === 0) return
  const key = await keyOf(tx, workspaceId)
  const digests = new Map(reachable.map((contact) => [contact.id, addressesUnder(contact, null).map((address) => digestOf(key, address).toString('hex'))]))
  const { rows } = await sql<{ digest: string; scope: string }>`
    select encode(digest, 'hex') as digest, scope from suppression
    where workspace_id = ${workspaceId}::uuid and digest = any(${[...new Set([...digests.values()].flat())].map((hex) => Buffer.from(hex, 'hex'))})`.execute(tx)
  if (rows.length === 0) return
  // Her own withdrawal says it already.
  const { rows: said } = await sql<{ contactId: string }>`
    select distinct contact_id as "contactId" from consent where workspace_id = ${workspaceId}::uuid
      and contact_id = any(${[...digests.keys()]}::uuid[]) and fact ->> 'type' in ('withdrawal', 'do-not-call', 'suppression-restored')`.execute(tx)
  const silent = new Set(said.map(({ contactId }) => contactId))
  const at = asInstant(Date.now())
  const restored = [...digests].flatMap(([contactId, own]) =>
    silent.has(contactId)
      ? []
      : rows
          .filter(({ digest }) => own.includes(digest))
          .map(({ digest, scope }): ConsentEvent => {
            const fact: ConsentFact = { type: 'suppression-restored', key: digest, scope: JSON.parse(scope) as WithdrawalScope }
            return { id: v7(), contactId, memberId, fact, occurredAt: at, recordedAt: at }
          }),
  )
  if (restored.length > 0) await writeTogether(tx, toWriteRows('consent', workspaceId, rev, restored))
}
