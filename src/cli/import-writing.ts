import { v7 } from 'uuid'
import { asInstant, dayOf, type Day, type Instant } from '#method/calendar/day.ts'
import { paceOf, spreadFirstSteps } from '#method/follow-up/spread-first-steps.ts'
import type { provenanceClaims } from '#method/consent/consent.ts'
import type { Change, ImportRow, Refusal } from '#method/ledger/operation.ts'
import { format, largestImportPart } from '#wire/ledger/operation.ts'
import type { PushAnswer } from '#wire/ledger/sync.ts'
import type { paceOfMember } from '#server/contact/import-store.ts'
import type { Database } from '#server/db/database.ts'
import type { Actor } from '#server/identity/actor.ts'
import { writeBatch } from '#server/ledger/write.ts'
import type { Outcome } from './import-reading.ts'

export type Written = { readonly importId: string; readonly rows: number; readonly refused: Refusal | null }

/** What may be said of where addresses come from. */
export type Provenance = (typeof provenanceClaims)[number]

type Pace = Awaited<ReturnType<typeof paceOfMember>>
type Asked = {
  readonly database: Database
  readonly actor: Actor
  readonly pace: Pace
  readonly fileName: string
  /** New people of the file, whose first steps are spread over the days to come. */
  readonly newPeople: number
  readonly due: ReadonlyMap<Day, number>
  readonly provenance: Provenance
  readonly now: number
}

/** Writes what the file brings, part by part, each through the ledger; the next part is made ready while the one before is written. */
export const writePeople = async (outcomes: Iterable<readonly Outcome[]>, asked: Asked): Promise<Written> => {
  const {
    settings: { zone },
    calendar,
    goals,
  } = asked.pace
  const at = asInstant(asked.now)
  const today = dayOf(at, zone)
  const days = spreadFirstSteps(asked.newPeople, today, paceOf(goals, today, calendar), calendar, asked.due)
  const importId = v7()
  const idAt = new Map<number, string>()
  let placed = 0
  const rowOf = (outcome: Outcome): ImportRow | undefined => {
    if (outcome.as === 'new') {
      const contactId = v7()
      idAt.set(outcome.line, contactId)
      return { contactId, isNew: true, fields: outcome.fields, due: days[placed++] ?? today }
    }
    if (outcome.as !== 'completes') return undefined
    const contactId = 'id' in outcome.person ? outcome.person.id : idAt.get(outcome.person.earlier)
    return contactId === undefined ? undefined : { contactId, isNew: false, fields: outcome.fields, due: today }
  }
  const send = (rows: readonly ImportRow[]): Promise<PushAnswer> => {
    const changes: readonly Change[] = [{ type: 'contact.import', importId, file: asked.fileName.slice(0, 300), rows }, ...claimsOn(rows, asked.provenance, at)]
    const operations = changes.map((change) => ({ sequence: null, operation: { id: v7(), at, zone, change } }))
    return writeBatch(asked.database, asked.actor, { device: null, format, operations })
  }
  return inParts(outcomes, rowOf, send, importId)
}

// As the screen does: what is said of a file is kept on each new person who can be reached, and nothing is kept of nothing said.
const claimsOn = (rows: readonly ImportRow[], claim: Provenance, occurredAt: Instant): readonly Change[] =>
  claim === 'unknown'
    ? []
    : rows
        .filter(({ isNew, fields }) => isNew && ((fields.emails?.length ?? 0) > 0 || (fields.phones?.length ?? 0) > 0))
        .map(({ contactId }) => ({ type: 'consent.record', consentId: v7(), contactId, fact: { type: 'import-claim', claim, words: '' }, occurredAt }))

const inParts = async (
  outcomes: Iterable<readonly Outcome[]>,
  rowOf: (outcome: Outcome) => ImportRow | undefined,
  send: (rows: readonly ImportRow[]) => Promise<PushAnswer>,
  importId: string,
): Promise<Written> => {
  let waiting: ImportRow[] = []
  let onItsWay: Promise<{ readonly rows: number; readonly answer: PushAnswer } | { readonly error: unknown }> | undefined
  let rows = 0
  let refused: Refusal | null = null
  const arrive = async (): Promise<void> => {
    const sent = await onItsWay
    onItsWay = undefined
    if (!sent) return
    if ('error' in sent) throw sent.error
    for (const answer of sent.answer.answers) if (answer.status === 'refused') refused ??= answer.reason
    if (refused === null) rows += sent.rows
  }
  const depart = async (): Promise<void> => {
    await arrive()
    const part = waiting.splice(0, largestImportPart)
    if (part.length === 0 || refused !== null) return
    onItsWay = send(part).then(
      (answer) => ({ rows: part.length, answer }),
      (error: unknown) => ({ error }),
    )
  }
  for (const read of outcomes) {
    for (const outcome of read) {
      const row = rowOf(outcome)
      if (row) waiting.push(row)
    }
    while (waiting.length >= largestImportPart && refused === null) await depart()
    if (refused !== null) break
  }
  while (waiting.length > 0 && refused === null) await depart()
  await arrive()
  return { importId, rows, refused }
}
