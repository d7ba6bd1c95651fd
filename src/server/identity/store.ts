import { sql } from 'kysely'
import { Problem } from '../http/problem.ts'
import type { Actor } from './actor.ts'
import type { IdentityDatabase } from './database.ts'
import { newToken, tokenHash } from './secret.ts'

type Role = Actor['role']
const hour = 3_600_000

/** Makes a person who has neither password nor address yet: only a link lets her in. */
export const addUser = async (db: IdentityDatabase, name: string, email?: string): Promise<string> => {
  const id = crypto.randomUUID()
  await db
    .insertInto('identityUser')
    .values({ id, name, email: email ?? `${id}@nobody.invalid`, emailVerified: false })
    .execute()
  return id
}

/** Whether the address is a real one, which a person gave. */
export const isGivenAddress = (email: string): boolean => !email.endsWith('.invalid')

const ownerLock = 7_314_160
/** Waits for whoever else makes the first owner of this database; until the end of the transaction. */
export const aloneToAddOwner = async (tx: IdentityDatabase): Promise<void> => {
  await sql`select pg_advisory_xact_lock(${ownerLock})`.execute(tx)
}

export const addWorkspace = async (db: IdentityDatabase, name: string, isDemo: boolean): Promise<string> => {
  const id = crypto.randomUUID()
  await db.insertInto('workspace').values({ id, name, isDemo }).execute()
  return id
}

export const addMember = async (
  db: IdentityDatabase,
  member: { readonly workspaceId: string; readonly userId: string; readonly role: Role },
): Promise<void> => {
  await db
    .insertInto('identityMember')
    .values(member)
    .onConflict((conflict) => conflict.columns(['workspaceId', 'userId']).doUpdateSet({ role: member.role, removedAt: null }))
    .execute()
}

/** The workspace that a person works in: the one named, else the first she joined. Read at each request: whoever was removed is out at once. */
export const membershipOf = (db: IdentityDatabase, userId: string, workspaceId?: string) => {
  let query = db
    .selectFrom('identityMember')
    .innerJoin('workspace', 'workspace.id', 'identityMember.workspaceId')
    .select(['identityMember.workspaceId', 'identityMember.role', 'workspace.name', 'workspace.isDemo'])
    .where('userId', '=', userId)
    .where('removedAt', 'is', null)
  if (workspaceId !== undefined) query = query.where('identityMember.workspaceId', '=', workspaceId)
  return query.orderBy('identityMember.createdAt').limit(1).executeTakeFirst()
}

/** The workspaces that someone belongs to. */
export const workspacesOf = async (db: IdentityDatabase, userId: string): Promise<readonly string[]> =>
  (await db.selectFrom('identityMember').select('workspaceId').where('userId', '=', userId).where('removedAt', 'is', null).execute()).map(
    ({ workspaceId }) => workspaceId,
  )

export const members = (db: IdentityDatabase, workspaceId: string) =>
  db
    .selectFrom('identityMember')
    .innerJoin('identityUser', 'identityUser.id', 'identityMember.userId')
    .select(['identityMember.userId', 'identityMember.role', 'identityUser.name', 'identityUser.email', 'identityMember.createdAt'])
    .where('workspaceId', '=', workspaceId)
    .where('removedAt', 'is', null)
    .orderBy('identityMember.createdAt')
    .execute()

/** Changes the role of a member, or removes her (`null`); a workspace always keeps an owner. */
export const changeMember = (db: IdentityDatabase, workspaceId: string, userId: string, role: Role | null): Promise<'changed' | 'not-found' | 'last-owner'> =>
  db.transaction().execute(async (tx) => {
    // All its lines are locked, so that two owners cannot leave at the same moment.
    const all = await tx
      .selectFrom('identityMember')
      .select(['userId', 'role'])
      .where('workspaceId', '=', workspaceId)
      .where('removedAt', 'is', null)
      .orderBy('userId')
      .forUpdate()
      .execute()
    const one = all.find((member) => member.userId === userId)
    if (!one) return 'not-found'
    const owners = all.filter((member) => member.role === 'owner')
    if (one.role === 'owner' && role !== 'owner' && owners.length === 1) return 'last-owner'
    await tx
      .updateTable('identityMember')
      .set(role === null ? { removedAt: new Date() } : { role })
      .where('workspaceId', '=', workspaceId)
      .where('userId', '=', userId)
      .execute()
    if (role === null) {
      await tx
        .updateTable('identityInvitation')
        .set({ revokedAt: new Date() })
        .where('workspaceId', '=', workspaceId)
        .where('invitedBy', '=', userId)
        .where('acceptedAt', 'is', null)
        .execute()
      await forgetAccess(tx, workspaceId, userId)
    }
    return 'changed'
  })

/** Ends what lets a removed person in: her sessions when she belongs nowhere else, her keys of this workspace, her links. */
const forgetAccess = async (tx: IdentityDatabase, workspaceId: string, userId: string): Promise<void> => {
  await tx
    .deleteFrom('identityApiKey')
    .where('referenceId', '=', userId)
    .where(sql<boolean>`metadata::jsonb ->> 'workspaceId' = ${workspaceId}`)
    .execute()
  await tx.deleteFrom('identityEntryLink').where('userId', '=', userId).execute()
  if (!(await membershipOf(tx, userId))) await tx.deleteFrom('identitySession').where('userId', '=', userId).execute()
}

export const user = (db: IdentityDatabase, userId: string) =>
  db.selectFrom('identityUser').select(['id', 'name', 'email']).where('id', '=', userId).executeTakeFirst()

export const userByEmail = (db: IdentityDatabase, email: string) =>
  db.selectFrom('identityUser').select(['id', 'name', 'email']).where('email', '=', email.toLowerCase()).executeTakeFirst()

/** Everyone, for the command line: first come, first listed. */
export const users = (db: IdentityDatabase) =>
  db
    .selectFrom('identityUser')
    .innerJoin('identityMember', 'identityMember.userId', 'identityUser.id')
    .innerJoin('workspace', 'workspace.id', 'identityMember.workspaceId')
    .select(['identityUser.id', 'identityUser.name', 'identityUser.email', 'identityMember.role', 'workspace.name as workspaceName', 'workspace.isDemo'])
    .where('removedAt', 'is', null)
    .orderBy('identityMember.createdAt')
    .execute()

export const rename = async (db: IdentityDatabase, userId: string, name: string): Promise<void> => {
  await db.updateTable('identityUser').set({ name, updatedAt: new Date() }).where('id', '=', userId).execute()
}

export const changeAddress = async (db: IdentityDatabase, userId: string, email: string): Promise<void> => {
  const taken = await userByEmail(db, email)
  if (taken && taken.id !== userId) throw new Problem(409, 'address-taken')
  await db.updateTable('identityUser').set({ email: email.toLowerCase(), updatedAt: new Date() }).where('id', '=', userId).execute()
}

/** What lets a person in without a link. */
export const credentialsOf = async (db: IdentityDatabase, userId: string): Promise<{ readonly hasPassword: boolean; readonly passkeys: number }> => {
  const password = await db.selectFrom('identityAccount').select('id').where('userId', '=', userId).where('password', 'is not', null).executeTakeFirst()
  const keys = await db
    .selectFrom('identityPasskey')
    .select((of) => of.fn.countAll<string>().as('n'))
    .where('userId', '=', userId)
    .executeTakeFirstOrThrow()
  return { hasPassword: password !== undefined, passkeys: Number(keys.n) }
}

/** Whether some owner could still get in from afar. */
export const someOwnerHasCredential = async (db: IdentityDatabase): Promise<boolean> => {
  const owners = await db.selectFrom('identityMember').select('userId').where('role', '=', 'owner').where('removedAt', 'is', null).execute()
  for (const { userId } of owners) {
    const { hasPassword, passkeys } = await credentialsOf(db, userId)
    if (hasPassword || passkeys > 0) return true
  }
  return false
}

export const sessionsOf = (db: IdentityDatabase, userId: string) =>
  db
    .selectFrom('identitySession')
    .select(['id', 'createdAt', 'updatedAt', 'userAgent', 'ipAddress'])
    .where('userId', '=', userId)
    .where('expiresAt', '>', new Date())
    .orderBy('updatedAt', 'desc')
    .execute()

/** Ends one session, or all but the kept one; answers how many ended. */
export const endSessions = async (db: IdentityDatabase, userId: string, which: { readonly id: string } | { readonly allBut: string }): Promise<number> => {
  const query = db.deleteFrom('identitySession').where('userId', '=', userId)
  const { numDeletedRows } = await ('id' in which ? query.where('id', '=', which.id) : query.where('id', '!=', which.allBut)).executeTakeFirst()
  return Number(numDeletedRows)
}

/** A link that opens Entrain as this person, once, within a day; earlier ones stop working. */
export const newEntryToken = async (db: IdentityDatabase, userId: string, now: Date): Promise<string> => {
  const token = newToken()
  await db.deleteFrom('identityEntryLink').where('userId', '=', userId).execute()
  await db
    .insertInto('identityEntryLink')
    .values({ tokenHash: tokenHash(token), userId, expiresAt: new Date(now.getTime() + 24 * hour) })
    .execute()
  return token
}

/** Takes the link: of several at once, one gets it. */
export const takeEntryToken = async (db: IdentityDatabase, token: string, now: Date): Promise<string | undefined> => {
  const taken = await db.deleteFrom('identityEntryLink').where('tokenHash', '=', tokenHash(token)).returning(['userId', 'expiresAt']).executeTakeFirst()
  return taken && taken.expiresAt > now ? taken.userId : undefined
}

export const keysOf = async (db: IdentityDatabase, userId: string, workspaceId: string) => {
  const all = await db
    .selectFrom('identityApiKey')
    .select(['id', 'name', 'start', 'createdAt', 'lastRequest', 'expiresAt', 'permissions', 'metadata'])
    .where('referenceId', '=', userId)
    .orderBy('createdAt')
    .execute()
  return all.filter((key) => key.metadata?.includes(workspaceId))
}

export const revokeKey = async (db: IdentityDatabase, userId: string, keyId: string): Promise<boolean> => {
  const { numDeletedRows } = await db.deleteFrom('identityApiKey').where('referenceId', '=', userId).where('id', '=', keyId).executeTakeFirst()
  return numDeletedRows > 0n
}

/** Gives a password, already hashed, to someone who has none, or replaces hers. */
export const addPassword = async (db: IdentityDatabase, userId: string, hash: string): Promise<void> => {
  const now = new Date()
  const { numUpdatedRows } = await db
    .updateTable('identityAccount')
    .set({ password: hash, updatedAt: now })
    .where('userId', '=', userId)
    .where('providerId', '=', 'credential')
    .executeTakeFirst()
  if (numUpdatedRows > 0n) return
  await db
    .insertInto('identityAccount')
    .values({ id: crypto.randomUUID(), accountId: userId, providerId: 'credential', userId, password: hash, updatedAt: now })
    .execute()
}
