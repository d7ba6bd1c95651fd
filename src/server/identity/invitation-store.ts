import type { Actor } from './actor.ts'
import type { IdentityDatabase } from './database.ts'
import { newToken, tokenHash } from './secret.ts'

const day = 86_400_000

/** A link for one address, once, within seven days; an earlier one for the same address stops working. */
export const invite = (db: IdentityDatabase, by: Actor, email: string, role: Actor['role'], now: Date) =>
  db.transaction().execute(async (tx) => {
    await tx
      .updateTable('identityInvitation')
      .set({ revokedAt: now })
      .where('workspaceId', '=', by.workspaceId)
      .where('email', '=', email.toLowerCase())
      .where('acceptedAt', 'is', null)
      .where('revokedAt', 'is', null)
      .execute()
    const token = newToken()
    const made = await tx
      .insertInto('identityInvitation')
      .values({
        workspaceId: by.workspaceId,
        tokenHash: tokenHash(token),
        email: email.toLowerCase(),
        role,
        invitedBy: by.memberId,
        expiresAt: new Date(now.getTime() + 7 * day),
      })
      .returning(['id', 'email', 'role', 'createdAt', 'expiresAt'])
      .executeTakeFirstOrThrow()
    return { ...made, token }
  })

/** The invitations that still wait for an answer. */
export const openInvitations = (db: IdentityDatabase, workspaceId: string, now: Date) =>
  db
    .selectFrom('identityInvitation')
    .select(['id', 'email', 'role', 'createdAt', 'expiresAt'])
    .where('workspaceId', '=', workspaceId)
    .where('acceptedAt', 'is', null)
    .where('revokedAt', 'is', null)
    .where('expiresAt', '>', now)
    .orderBy('createdAt')
    .execute()

export const revokeInvitation = async (db: IdentityDatabase, workspaceId: string, id: string, now: Date): Promise<boolean> => {
  const { numUpdatedRows } = await db
    .updateTable('identityInvitation')
    .set({ revokedAt: now })
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', id)
    .where('acceptedAt', 'is', null)
    .where('revokedAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** What a link invites to, while it is good. */
export const readInvitation = (db: IdentityDatabase, token: string, now: Date) =>
  db
    .selectFrom('identityInvitation')
    .innerJoin('workspace', 'workspace.id', 'identityInvitation.workspaceId')
    .select(['identityInvitation.id', 'workspaceId', 'email', 'role', 'expiresAt', 'workspace.name as workspaceName'])
    .where('tokenHash', '=', tokenHash(token))
    .where('acceptedAt', 'is', null)
    .where('revokedAt', 'is', null)
    .where('expiresAt', '>', now)
    .executeTakeFirst()

/** Takes the invitation: of several at once, one gets it. */
export const takeInvitation = async (db: IdentityDatabase, token: string, now: Date): Promise<boolean> => {
  const { numUpdatedRows } = await db
    .updateTable('identityInvitation')
    .set({ acceptedAt: now })
    .where('tokenHash', '=', tokenHash(token))
    .where('acceptedAt', 'is', null)
    .where('revokedAt', 'is', null)
    .where('expiresAt', '>', now)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
