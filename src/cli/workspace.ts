import { reachStore } from '#server/app/open-store.ts'
import { openDatabase, type Database } from '#server/db/database.ts'
import { migrate } from '#server/db/migrate.ts'
import type { Actor } from '#server/identity/actor.ts'
import { openIdentityDatabase } from '#server/identity/database.ts'
import { ensureOwner } from '#server/identity/owner.ts'
import { membershipOf, users } from '#server/identity/store.ts'
import { Refused, tell } from './say.ts'
import type { Settings } from './settings.ts'

/** Work in the workspace of a member (by id or address; the first owner when not said), beside a running Entrain or without one. */
export const inWorkspaceOf = async <T>(settings: Settings, member: string | null, work: (database: Database, actor: Actor) => Promise<T>): Promise<T> => {
  const store = await reachStore(settings, tell)
  try {
    await migrate(store.owner)
    const actor = await actorOf(store.app, member)
    const database = openDatabase({ ...store.app, max: 4 })
    try {
      return await work(database, actor)
    } finally {
      await database.destroy()
    }
  } finally {
    await store.close()
  }
}

const actorOf = async (config: Parameters<typeof openIdentityDatabase>[0], member: string | null): Promise<Actor> => {
  const identity = openIdentityDatabase(config)
  try {
    const { userId, workspaceId } = await ensureOwner(identity)
    if (member === null) return { workspaceId, memberId: userId, role: 'owner' }
    const one = (await users(identity)).find(({ id, email }) => id === member || email === member.toLowerCase())
    const place = one && (await membershipOf(identity, one.id))
    if (!one || !place)
      throw new Refused(`« ${member} » n’entre pas ici; voyez « entrain user list ».`, `“${member}” does not enter here; see “entrain user list”.`, 2)
    return { workspaceId: place.workspaceId, memberId: one.id, role: place.role }
  } finally {
    await identity.destroy()
  }
}
