import { createHash } from 'node:crypto'
import { dayPageId } from '#method/day/day-page.ts'
import type { Change, Operation, Refusal, World } from '#method/ledger/operation.ts'
import { operation as operationSchema } from '#wire/ledger/operation.ts'
import { id as idSchema } from '#wire/calendar/calendar.ts'

/** An operation as it arrived; `sequence` is null when it comes from no device. */
export type Incoming = {
  readonly sequence: number | null
  readonly operation: unknown
  /** What makes a second arrival the same, when it is not the whole operation: a REST request whose moment is the server's. */
  readonly sameAs?: unknown
}

/** An operation read at the door: the operation, or null when it cannot be read. */
export type Arrival = {
  readonly id: string | null
  readonly shownId: string
  readonly sequence: number | null
  readonly fingerprint: string
  readonly operation: Operation | null
}

// Keys in one order, so that two spellings of one operation have one fingerprint.
const spelled = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(spelled)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, spelled(inner)]),
  )
}

/** SHA-256 of what makes an operation the same as another. */
export const fingerprintOf = (value: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(spelled(value)) ?? '')
    .digest('hex')

/** Reads one operation on its own. */
export const readArrival = ({ sequence, operation: raw, sameAs }: Incoming): Arrival => {
  const given = typeof raw === 'object' && raw !== null ? (raw as { readonly id?: unknown }).id : undefined
  const known = idSchema.safeParse(given)
  const read = operationSchema.safeParse(raw)
  return {
    id: known.success ? known.data : null,
    shownId: typeof given === 'string' ? given.slice(0, 64) : '',
    sequence,
    fingerprint: fingerprintOf(sameAs ?? raw),
    operation: read.success ? read.data : null,
  }
}

/** The person whose history an operation belongs to. */
const personOf = (change: Change): string | null => ('contactId' in change ? change.contactId : change.type === 'contact.merge' ? change.keep : null)

const pick = (row: object | undefined, fields: readonly string[]): unknown =>
  row && Object.fromEntries(fields.map((field) => [field, (row as Readonly<Record<string, unknown>>)[field]]))

/** What an edit is about to replace: the loser of last-writer-wins, kept in history. */
const replacedBy = (change: Change, world: World, memberId: string): unknown => {
  switch (change.type) {
    case 'contact.edit':
      return pick(world.get('contact', change.contactId), Object.keys(change.fields))
    case 'contact.archive':
      return pick(world.get('contact', change.contactId), ['archivedAt'])
    case 'contact.delete':
      return pick(world.get('contact', change.contactId), ['deletedAt'])
    case 'step.set':
    case 'step.let-go':
      return pick(world.get('contact', change.contactId), ['nextStep', 'letGo'])
    case 'goal.set':
      return world.get('goal', change.goal.id)
    case 'schedule.set':
      return world.get('schedule', change.schedule.id)
    case 'day-off.put':
      return world.get('dayOff', change.dayOff.id)
    case 'offer.put':
      return world.get('offer', change.offer.id)
    case 'kind.put':
      return world.get('kind', change.kind.id)
    case 'event.put':
      return world.get('event', change.event.id)
    case 'enquiry.link':
    case 'enquiry.close':
      return pick(world.get('enquiry', change.enquiryId), ['contactId', 'closedAt'])
    case 'template.put':
      return world.get('template', change.template.id)
    case 'sequence.put':
      return world.get('sequence', change.sequence.id)
    case 'challenge.put':
      return world.get('challenge', change.challenge.id)
    case 'day.put':
      return pick(world.get('dayPage', dayPageId(memberId, change.day)), Object.keys(change.fields))
    case 'settings.put':
      return pick(world.get('settings', memberId), Object.keys(change.fields))
    default:
      return undefined
  }
}

// The row itself is the fact: keeping it twice would only cost space.
const facts: ReadonlySet<Change['type']> = new Set<Change['type']>([
  'activity.record',
  'activity.correct',
  'sale.record',
  'contact.add',
  'contact.import',
  'history.import',
  'history.undo',
  'consent.record',
  'enquiry.record',
  'message.queue',
  'plan.keep',
])
const isFact = ({ type }: Change): boolean => facts.has(type)

/** What the ledger keeps of an accepted or refused change, as it was before its decision is kept. */
export const remembered = (change: Change, world: World, memberId: string, reason: Refusal | null) => ({
  contactId: personOf(change),
  change: isFact(change) && reason === null ? null : change,
  before: reason === null ? (replacedBy(change, world, memberId) ?? null) : null,
})
