import { unnamedOwner } from '#language/names.ts'
import type { IdentityDatabase } from './database.ts'
import { addMember, addUser, addWorkspace, aloneToAddOwner } from './store.ts'

type Owner = { readonly userId: string; readonly workspaceId: string; readonly isNew: boolean }

/** The first owner of this Entrain; at the first start, she and her workspace are made. */
export const ensureOwner = async (db: IdentityDatabase, { isDemo = false } = {}): Promise<Owner> =>
  (await firstOwner(db)) ??
  db.transaction().execute(async (tx) => {
    // A command may come while the first start is under way: one of the two makes the owner, the other finds her.
    await aloneToAddOwner(tx)
    const found = await firstOwner(tx)
    if (found) return found
    const workspaceId = await addWorkspace(tx, isDemo ? 'Démonstration' : 'Mon entreprise', isDemo)
    const userId = await addUser(tx, unnamedOwner)
    await addMember(tx, { workspaceId, userId, role: 'owner' })
    return { userId, workspaceId, isNew: true }
  })

const firstOwner = async (db: IdentityDatabase): Promise<Owner | undefined> => {
  const found = await db
    .selectFrom('identityMember')
    .select(['userId', 'workspaceId'])
    .where('role', '=', 'owner')
    .where('removedAt', 'is', null)
    .orderBy('createdAt')
    .limit(1)
    .executeTakeFirst()
  return found && { ...found, isNew: false }
}
