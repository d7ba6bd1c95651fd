import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { v7 } from 'uuid'
import { asInstant, dayOf, type Day, type Instant } from '#method/calendar/day.ts'
import type { Change, Refusal, Rows, Table } from '#method/ledger/operation.ts'
import { defaultSettings, type Settings } from '#method/ledger/settings.ts'
import { format } from '#wire/ledger/operation.ts'
import type { Tx } from '#server/db/database.ts'
import { readById } from '#server/db/rows.ts'
import { inWorkspace } from '#server/db/tenant.ts'
import { Problem, type Door } from '#server/http/door.ts'
import { notFound } from '#server/http/problem.ts'
import type { Actor } from '#server/identity/actor.ts'
import { movementsOf } from '#server/db/movements.ts'
import { push } from './push.ts'

/** What a REST request is written with: the id that makes it count once, the moment, and the member's settings. */
export type Writing = {
  readonly id: string
  readonly at: Instant
  readonly today: Day
  readonly settings: Settings
  readonly tx: Tx
  readonly actor: Actor
}

// A clock may run a little ahead of this one.
const clockSlack = 3_600_000

/** The moment told for something that was done, or now; what has not come yet was not done (422). */
export const momentTold = (told: Instant | undefined, { at }: Pick<Writing, 'at'>): Instant => {
  if (told !== undefined && Date.parse(told) > Date.parse(at) + clockSlack) throw new Problem(422, 'not-yet-done')
  return told ?? at
}

/** The answer of a row is JSON as it is: it was checked when it was written, and 2,000 rows need no second reading. */
export const asItIs =
  () =>
  (body: unknown): string =>
    JSON.stringify(body)

const isUuid = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)

/** An id that the same words always have, so that what comes twice counts once. */
export const idMadeFrom = (words: string): string => {
  const hash = createHash('sha256').update(words).digest('hex')
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-a${hash.slice(17, 20)}-${hash.slice(20, 32)}`
}

/** The id of the operation: the `Idempotency-Key` itself when it is a UUID, one made from it and its member otherwise. */
const operationId = (key: string | string[] | undefined, actor: Actor): string => {
  if (key === undefined) return v7()
  if (typeof key !== 'string' || key.length === 0 || key.length > 255) throw new Problem(400, 'not-readable')
  if (isUuid(key)) return key
  return idMadeFrom(`${actor.memberId}\n${key}`)
}

const statusOf = (reason: Refusal): number => {
  if (reason.startsWith('unknown-')) return 404
  if (reason === 'not-yours') return 403
  return reason === 'already-exists' || reason === 'already-merged' ? 409 : reason === 'not-readable' ? 400 : 422
}

/** What a refusal is over HTTP. */
export const problemOf = (reason: Refusal): Problem => new Problem(statusOf(reason), reason)

/** The member's settings, or what applies until she chooses. */
export const settingsOf = async (tx: Tx, actor: Actor): Promise<Settings> =>
  (await readById(tx, 'settings', actor.workspaceId, actor.memberId)) ?? defaultSettings(actor.memberId)

/** One piece of reading in the workspace of who asks. */
export const reading = async <T>(door: Door, request: FastifyRequest, read: (tx: Tx, actor: Actor) => Promise<T>): Promise<T> => {
  const actor = await door.actorOf(request)
  return inWorkspace(door.database, actor, (tx) => read(tx, actor))
}

/**
 * One change by REST, through the same decision as a sync; `answer` reads in the same transaction what it came to. A refusal is
 * a `Problem`, and what it refused stays refused for the same `Idempotency-Key`.
 */
export const writing = async <T>(
  door: Door,
  request: FastifyRequest,
  change: (made: Writing) => Promise<Change> | Change,
  answer: (made: Writing) => Promise<T>,
): Promise<T> => {
  const actor = await door.actorOf(request)
  const id = operationId(request.headers['idempotency-key'], actor)
  const at = asInstant(Date.now())
  const { result, body } = await inWorkspace(door.database, actor, async (tx) => {
    const settings = await settingsOf(tx, actor)
    const made: Writing = { id, at, today: dayOf(at, settings.zone), settings, tx, actor }
    const operation = { id, at, zone: settings.zone, change: await change(made) }
    const sameAs = { method: request.method, url: request.url, body: request.body ?? null }
    const written = await push(tx, actor, { device: null, format, operations: [{ sequence: null, operation, sameAs }] })
    const [first] = written.answers
    return { result: { ...written, first }, body: first && first.status !== 'refused' ? await answer(made) : null }
  })
  if (result.first?.status === 'ok') movementsOf(door.database).announce({ workspaceId: actor.workspaceId, cursor: result.cursor })
  if (!result.first || result.first.status === 'refused') {
    throw problemOf(result.first?.reason ?? 'not-readable')
  }
  return body as T
}

/** A row of the workspace, or the 404 that does not tell whether it is someone else's. */
export const found = async <T extends Table>(tx: Tx, actor: Actor, table: T, id: string): Promise<Rows[T]> => {
  const row = await readById(tx, table, actor.workspaceId, id)
  if (!row) throw notFound()
  return row
}
