import type { FastifyRequest } from 'fastify'
import type { Database } from '#server/db/database.ts'
import type { Actor } from '#server/identity/actor.ts'

/** What every `<word>/routes.ts` is given: the database, and who asks. */
export type Door = {
  readonly database: Database
  /** Who asks, or the `Problem` (401, 403) that refuses. Called first in every route, before anything is read. */
  readonly actorOf: (request: FastifyRequest) => Promise<Actor>
  /** The session that `actorOf` found, `null` for a key. */
  readonly sessionOf: (request: FastifyRequest) => string | null
  /** Whether someone still belongs to a workspace. */
  readonly isMember: (owner: Pick<Actor, 'workspaceId' | 'memberId'>) => Promise<boolean>
}

export { Problem } from './problem.ts'
