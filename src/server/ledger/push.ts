import type { Activity } from '#method/activity/activity.ts'
import { decide } from '#method/ledger/decide.ts'
import { tables, type Operation, type Refusal } from '#method/ledger/operation.ts'
import type { Answer, PushAnswer } from '#wire/ledger/sync.ts'
import type { Contact } from '#method/contact/contact.ts'
import { canonicalIn, contactIn } from '#method/ledger/world.ts'
import { scrub } from '#server/consent/erasure-store.ts'
import { releaseMistakenSilence } from '#server/consent/mistake-store.ts'
import { keepOnBoth, rememberErased, rememberSilence, restoreSilence } from '#server/consent/silence-store.ts'
import { revsOfMerges } from '#server/consent/suppression-store.ts'
import type { Tx } from '#server/db/database.ts'
import { toWriteRows, writeTogether } from '#server/db/rows.ts'
import { tried } from '#server/db/tenant.ts'
import type { Actor } from '#server/identity/actor.ts'
import { gather } from './gather.ts'
import type { KnownWorld } from './known-world.ts'
import { readArrival, remembered, type Arrival, type Incoming } from './read-operation.ts'
import {
  deviceOf,
  giveBackCursor,
  keepDevice,
  knownAnswers,
  recount,
  takeCursor,
  toAddCounts,
  toKeepOperations,
  toKeepPeopleOf,
  type KeptOperation,
} from './store.ts'

export type Batch = {
  readonly device: string | null
  readonly format: number
  readonly operations: readonly Incoming[]
  /** The same operations, when they were read at the door already. */
  readonly arrivals?: readonly Arrival[] | undefined
}

/** What to do of a value that the database refuses: set its operation apart, which takes savepoints, or let the whole transaction fail. */
export type Fault = 'set-apart' | 'fail'

/** Applies a batch in the actor's workspace: each operation once, in order, each with its answer; none blocks another. */
export const push = async (tx: Tx, actor: Actor, batch: Batch, fault: Fault = 'set-apart'): Promise<PushAnswer> => {
  const arrivals = batch.arrivals ?? batch.operations.map(readArrival)
  const rev = await takeCursor(tx, actor.workspaceId)
  const known = new Map(
    await knownAnswers(
      tx,
      actor.workspaceId,
      arrivals.flatMap(({ id }) => id ?? []),
    ),
  )
  const place = { ...batch, rev }
  const isNew = (arrival: Arrival): boolean => arrival.id !== null && !known.has(arrival.id)
  const fresh = arrivals.filter((arrival, index) => isNew(arrival) && arrivals.findIndex(({ id }) => id === arrival.id) === index)
  for (const kept of await (fault === 'fail' ? apply : applyAll)(tx, actor, fresh, place)) known.set(kept.id, kept)
  const answers = arrivals.map((arrival) => answerTo(arrival, known, fresh.includes(arrival)))
  const cursor = fresh.length > 0 ? rev : rev - 1
  if (fresh.length === 0) await giveBackCursor(tx, actor.workspaceId)
  return { answers, cursor, missing: batch.device === null ? [] : await noteSequences(tx, actor, batch.device, batch.operations) }
}

type Place = { readonly device: string | null; readonly format: number; readonly rev: number }

const answerTo = (arrival: Arrival, known: ReadonlyMap<string, Pick<KeptOperation, 'fingerprint' | 'status' | 'reason'>>, isFirst: boolean): Answer => {
  const answer = arrival.id === null ? undefined : known.get(arrival.id)
  if (arrival.id === null || !answer) return { id: arrival.shownId, status: 'refused', reason: 'not-readable' }
  if (answer.fingerprint !== arrival.fingerprint) return { id: arrival.id, status: 'refused', reason: 'id-reused' }
  if (answer.reason !== null) return { id: arrival.id, status: 'refused', reason: answer.reason }
  return { id: arrival.id, status: isFirst ? 'ok' : 'duplicate' }
}

/** Whether one operation alone is to blame: class 22 is a value that the database cannot hold, class 23 a constraint. */
export const isItsOwnFault = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && /^(22|23)/.test(error.code)

/** All together; when the database refuses a value, one by one, so that only the one at fault is refused. */
const applyAll = async (tx: Tx, actor: Actor, fresh: readonly Arrival[], place: Place): Promise<readonly KeptOperation[]> => {
  const together = await tried(tx, isItsOwnFault, () => apply(tx, actor, fresh, place))
  if (together) return together
  const kept: KeptOperation[] = []
  for (const arrival of fresh) {
    const alone =
      (await tried(tx, isItsOwnFault, () => apply(tx, actor, [arrival], place))) ?? (await apply(tx, actor, [{ ...arrival, operation: null }], place))
    kept.push(...alone)
  }
  return kept
}

const apply = async (tx: Tx, actor: Actor, arrivals: readonly Arrival[], place: Place): Promise<readonly KeptOperation[]> => {
  if (arrivals.length === 0) return []
  const readable = arrivals.flatMap(({ operation }) => operation ?? [])
  const world = await gather(tx, actor.workspaceId, actor.memberId, readable)
  const before = new Set([...world.all('activity')].map(({ id }) => id))
  const people = new Map([...world.all('contact')].map((contact) => [contact.id, contact]))
  const merges = await revsOfMerges(
    tx,
    actor.workspaceId,
    readable.flatMap(({ change }) => (change.type === 'contact.unmerge' ? [change.mergeId] : [])),
  )
  const erased = new Map<string, readonly [Contact, ...Contact[]]>()
  const kept = arrivals.map((arrival) => {
    // As they were at that moment: what is remembered of their silence needs their addresses.
    const [her, ...others] = whoIsErased(world, arrival)
    if (arrival.id !== null && her) erased.set(arrival.id, [her, ...others])
    return decideOne(world, actor, arrival, place)
  })
  const activities = world.kept('activity')
  const { again, added } = countedHow(activities, before)
  await writeTogether(tx, [
    ...tables.flatMap((table) => toWriteRows(table, actor.workspaceId, place.rev, world.kept(table))),
    ...toKeepPeopleOf(actor.workspaceId, activities),
    ...toKeepOperations(actor.workspaceId, actor.memberId, place.rev, kept),
    ...toAddCounts(actor.workspaceId, place.rev, added),
  ])
  await recount(tx, actor.workspaceId, place.rev, again)
  await afterwards(tx, actor, readable, kept, world, place.rev, { people, merges, erased })
  return kept
}

const whoIsErased = (world: KnownWorld, { operation }: Arrival): readonly Contact[] => {
  const her = operation?.change.type === 'contact.erase' ? contactIn(world, operation.change.contactId) : undefined
  return her ? [her, ...world.mergedInto(her.id)] : []
}
/** What is remembered of before a batch: the people it touches, when merges it takes back were made, and who it erases as she was, by operation. */
type Before = {
  readonly people: ReadonlyMap<string, Contact>
  readonly merges: ReadonlyMap<string, number>
  readonly erased: ReadonlyMap<string, readonly [Contact, ...Contact[]]>
}

/** Facts of a file that were never there are added to the counts of their days; every other day touched is counted again. */
const countedHow = (
  activities: readonly Activity[],
  before: ReadonlySet<string>,
): { readonly again: readonly Activity[]; readonly added: readonly Activity[] } => {
  const dayKey = ({ memberId, day }: Activity): string => `${day} ${memberId}`
  const isAdded = ({ id, importId }: Activity): boolean => importId !== null && !before.has(id)
  const days = new Set(activities.filter((activity) => !isAdded(activity)).map(dayKey))
  return { again: activities.filter((activity) => days.has(dayKey(activity))), added: activities.filter((activity) => !days.has(dayKey(activity))) }
}

const writesAddresses: ReadonlySet<string> = new Set(['contact.add', 'contact.edit', 'contact.import', 'contact.unmerge'])

/** What only the server keeps: the silence that outlives a person, and what an erasure leaves behind (law A4, R16). */
const afterwards = async (
  tx: Tx,
  actor: Actor,
  operations: readonly Operation[],
  kept: readonly KeptOperation[],
  world: KnownWorld,
  rev: number,
  before: Before,
): Promise<void> => {
  const accepted = new Set(kept.filter(({ status }) => status === 'ok').map(({ id }) => id))
  const changes = operations.filter(({ id }) => accepted.has(id)).map(({ change }) => change)
  const place = { workspaceId: actor.workspaceId, memberId: actor.memberId, rev }
  const silent = await rememberSilence(
    tx,
    place,
    changes.flatMap((change) => (change.type === 'consent.record' ? [{ fact: change.fact, contactId: canonicalIn(world, change.contactId) }] : [])),
  )
  await releaseMistakenSilence(
    tx,
    actor.workspaceId,
    changes.flatMap((change) =>
      change.type === 'consent.record' && change.fact.type === 'noted-by-mistake'
        ? [{ of: change.fact.of, contactId: canonicalIn(world, change.contactId) }]
        : [],
    ),
  )
  const undone = world.kept('merge').filter(({ undoneAt }) => undoneAt !== null)
  await keepOnBoth(
    tx,
    place,
    undone.map(({ id, keep, gone }) => ({ keep, gone, since: before.merges.get(id) ?? rev })),
  )
  await rememberErased(
    tx,
    place,
    [...before.erased].flatMap(([id, people]) => (accepted.has(id) ? [people] : [])),
  )
  const hers = new Map<string, readonly Pick<Contact, 'emails' | 'phones'>[]>(
    [...before.people].map(([id, person]) => [id, [person, ...(silent.get(id) ?? [])]]),
  )
  for (const [id, people] of silent) if (!hers.has(id)) hers.set(id, people)
  if (changes.some(({ type }) => writesAddresses.has(type))) await restoreSilence(tx, place, world.kept('contact'), hers)
  const erased = changes.flatMap((change) =>
    change.type === 'contact.erase' ? [change.contactId, ...world.mergedInto(change.contactId).map(({ id }) => id)] : [],
  )
  await scrub(tx, actor.workspaceId, rev, erased)
}

const decideOne = (world: KnownWorld, actor: Actor, { id, sequence, fingerprint, operation }: Arrival, { device, format }: Place): KeptOperation => {
  const kept = { id: id ?? '', device, sequence, fingerprint, format }
  if (!operation) {
    return { ...kept, type: 'unreadable', status: 'refused', reason: 'not-readable', at: null, zone: null, contactId: null, change: null, before: null }
  }
  const { change, at, zone } = operation
  const { reason, memory } = decided(world, actor, operation)
  return { ...kept, type: change.type, status: reason === null ? 'ok' : 'refused', reason, at, zone, ...memory }
}

const decided = (world: KnownWorld, actor: Actor, operation: Operation) => {
  const decision = decide(world, operation, { memberId: actor.memberId, isOwner: actor.role === 'owner' })
  const reason: Refusal | null = decision.ok ? null : decision.reason
  const memory = remembered(operation.change, world, actor.memberId, reason)
  if (decision.ok) world.keep(decision.puts)
  return { reason, memory }
}

// A gap of thousands is a lost phone and not a list to read.
const longestGap = 1000

const noteSequences = async (tx: Tx, actor: Actor, device: string, operations: readonly Incoming[]): Promise<readonly number[]> => {
  const known = await deviceOf(tx, actor.workspaceId, actor.memberId, device)
  const arrived = new Set(operations.flatMap(({ sequence }) => sequence ?? []))
  const maxSequence = Math.max(known.maxSequence, ...arrived)
  const gap = Array.from({ length: Math.min(maxSequence - known.maxSequence, longestGap) }, (_, index) => maxSequence - index).reverse()
  const missing = [...known.missing, ...gap].filter((sequence) => !arrived.has(sequence)).slice(-longestGap)
  await keepDevice(tx, actor.workspaceId, actor.memberId, device, { maxSequence, missing })
  return missing
}
