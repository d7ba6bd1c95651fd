import { sql } from 'kysely'
import type { Instant } from '#method/calendar/day.ts'
import type { Tx } from '#server/db/database.ts'
import type { Actor } from '#server/identity/actor.ts'

/** The person's own SMTP server; the password stays sealed until a connection needs it. */
export type MailAccount = {
  readonly host: string
  readonly port: number
  readonly security: 'tls' | 'starttls' | 'none'
  readonly username: string
  readonly sealedPassword: Buffer
  readonly fromName: string
  readonly fromAddress: string
  readonly checkedAt: Instant | null
}

/** The member's mail account, or `undefined`. */
export const mailAccountOf = async (tx: Tx, { workspaceId, memberId }: Pick<Actor, 'workspaceId' | 'memberId'>): Promise<MailAccount | undefined> => {
  const { rows } = await sql<MailAccount>`
    select host, port, security, username, sealed_password as "sealedPassword", from_name as "fromName", from_address as "fromAddress", checked_at as "checkedAt"
    from mail_account where workspace_id = ${workspaceId}::uuid and member_id = ${memberId}`.execute(tx)
  return rows[0]
}

/** Keeps the account in place of the one before. */
export const keepMailAccount = async (tx: Tx, { workspaceId, memberId }: Actor, account: MailAccount): Promise<void> => {
  await sql`
    insert into mail_account (workspace_id, member_id, host, port, security, username, sealed_password, from_name, from_address, checked_at)
    values (${workspaceId}::uuid, ${memberId}, ${account.host}, ${account.port}, ${account.security}, ${account.username}, ${account.sealedPassword},
      ${account.fromName}, ${account.fromAddress}, ${account.checkedAt})
    on conflict (workspace_id, member_id) do update set host = excluded.host, port = excluded.port, security = excluded.security,
      username = excluded.username, sealed_password = excluded.sealed_password, from_name = excluded.from_name,
      from_address = excluded.from_address, checked_at = excluded.checked_at`.execute(tx)
}

/** Forgets the account. */
export const forgetMailAccount = async (tx: Tx, { workspaceId, memberId }: Actor): Promise<void> => {
  await sql`delete from mail_account where workspace_id = ${workspaceId}::uuid and member_id = ${memberId}`.execute(tx)
}
