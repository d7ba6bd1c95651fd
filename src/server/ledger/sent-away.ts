import type { FastifyRequest } from 'fastify'
import { inWorkspace } from '#server/db/tenant.ts'
import { Problem, type Door } from '#server/http/door.ts'
import type { Actor } from '#server/identity/actor.ts'
import { isUuid } from '#server/identity/who-asks.ts'
import { deviceOf } from './store.ts'

/**
 * Who asks, from a device. One that was signed out from elsewhere, or whose member no longer belongs, is told so and not only that
 * nobody is signed in: it then forgets everything (RELIABILITY B4, 12). Ids that nobody can guess are all it takes to be told.
 */
export const actorOfDevice = async (door: Door, request: FastifyRequest, device: string | null): Promise<Actor> => {
  try {
    return await door.actorOf(request)
  } catch (error) {
    const isOut = error instanceof Problem && (error.status === 401 || error.status === 403)
    const holder = holderOf(request)
    if (!isOut || device === null || !holder) throw error
    const { wipe } = await inWorkspace(door.database, holder, (tx) => deviceOf(tx, holder.workspaceId, holder.memberId, device))
    if (!wipe) throw error
    throw (await door.isMember(holder)) ? new Problem(401, 'device-revoked') : new Problem(403, 'membership-ended')
  }
}

const holderOf = ({ headers }: FastifyRequest): Pick<Actor, 'workspaceId' | 'memberId'> | null => {
  const { 'entrain-workspace': workspaceId, 'entrain-member': memberId } = headers
  return isUuid(workspaceId) && isUuid(memberId) ? { workspaceId, memberId } : null
}
