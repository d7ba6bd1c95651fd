import pg from 'pg'
import { v7 } from 'uuid'
import { addDays, asDay } from '#method/calendar/day.ts'
import { openDatabase } from '#server/db/database.ts'
import { inWorkspace } from '#server/db/tenant.ts'
import { push } from '#server/ledger/push.ts'
import { fillPeople, ownerOf, personId, type Ground } from './ground.ts'
import { pgbench, type Statement } from './pgbench.ts'
import { median, medianOf, ms, perSecond, ratio, type Line } from './timing.ts'

const seconds = 3
const rounds = 3
const people = 50
// Two digits each, so that pgbench can write them.
const firstWriter = 10
const firstDay = asDay('2024-01-01')

type Gesture = {
  readonly operationId: string
  readonly activityId: string
  readonly contactId: string
  readonly day: string
  readonly workspaceId?: string
  readonly memberId?: string
}
/** The same gesture with what changes left to pgbench. */
const drawn: Gesture = {
  operationId: '019a0000-0000-7000-8000-:operation',
  activityId: '019b0000-0000-7000-8000-:activity',
  contactId: '0190dddd-0000-7000-8000-0000000000:person',
  day: ':year-11-15',
  workspaceId: '0190eeee-0000-7000-8000-0000000000:writer',
  memberId: 'owner-:writer',
}
const gestureAt = (n: number): Gesture => ({ operationId: v7(), activityId: v7(), contactId: personId(1 + (n % people)), day: addDays(firstDay, n % 700) })

const operationOf = ({ operationId, activityId, contactId, day }: Gesture) => ({
  id: operationId,
  at: `${day}T15:00:00.000Z`,
  zone: 'America/Toronto',
  change: {
    type: 'activity.record',
    activityId,
    kind: 'phone',
    direction: 'out',
    outcome: 'reached',
    contactIds: [contactId],
    minutes: 4,
    title: '',
    note: '',
    notNow: null,
    occurredAt: `${day}T15:00:00.000Z`,
    zone: 'America/Toronto',
    meeting: null,
    after: { take: 'proposal' },
  },
})

/** Runs `log` from so many writers at once, each in a workspace of its own, and counts per second. */
const rate = async (writers: number, log: (writer: number, n: number) => Promise<unknown>): Promise<number> => {
  let done = 0
  const end = performance.now() + seconds * 1000
  const from = performance.now()
  await Promise.all(
    Array.from({ length: writers }, async (_, writer) => {
      for (let n = 0; performance.now() < end; n += 1) {
        await log(writer, n)
        done += 1
      }
    }),
  )
  return (done * 1000) / (performance.now() - from)
}

/** Logging an activity through the ledger, beside the very statements that it sends, replayed with nothing around them. */
export const benchLogging = async (ground: Ground): Promise<readonly Line[]> => {
  for (let writer = 0; writer < 16; writer += 1) await fillPeople(ground, firstWriter + writer, people)
  const database = openDatabase({ ...ground.connection, max: 16 })
  const log = (writer: number, gesture: Gesture) =>
    inWorkspace(database, ownerOf(firstWriter + writer), (tx) =>
      push(tx, ownerOf(firstWriter + writer), { device: null, format: 1, operations: [{ sequence: null, operation: operationOf(gesture) }] }, 'fail'),
    )
  const template = gestureAt(1)
  const statements = await recorded(() => log(0, template))
  const script = statements.map(({ text, values }) => ({ text, values: values.map((value) => exchanged(value, template, drawn, 0)) }))
  const clients = await Promise.all(
    Array.from({ length: 16 }, async () => {
      const client = new pg.Client(ground.connection)
      await client.connect()
      return client
    }),
  )
  const replay = async (writer: number, gesture: Gesture): Promise<void> => {
    for (const { text, values } of statements)
      await clients[writer]?.query(
        text,
        values.map((value) => exchanged(value, template, gesture, writer)),
      )
  }
  const logged = new Map<number, number>()
  const lines: Line[] = []
  try {
    const empty = await medianOf(200, () => clients[0]?.query('select 1'))
    lines.push({ what: 'an empty round trip to PostgreSQL', measured: ms(empty), reference: '', goal: '—', isReached: null })
    for (const writers of [1, 16]) {
      const ours: number[] = []
      const raw: number[] = []
      for (let round = 0; round < rounds; round += 1) {
        ours.push(await rate(writers, (writer, n) => log(writer, gestureAt(n))))
        raw.push(await rate(writers, (writer, n) => replay(writer, gestureAt(n))))
      }
      const share = median(ours) / median(raw)
      lines.push({
        what: `log an activity, ${writers} ${writers === 1 ? 'client' : 'clients'}, durable, row-level security`,
        measured: perSecond(median(ours)),
        reference: `${perSecond(median(raw))}: the same ${statements.length} statements replayed through pg`,
        goal: ratio(share),
        isReached: null,
      })
      logged.set(writers, median(ours))
    }
  } finally {
    await Promise.all(clients.map((client) => client.end()))
    await database.destroy()
  }
  // Once every connection is given back: the embedded PostgreSQL keeps few.
  for (const [writers, ours] of logged) {
    const bare = await pgbench(ground, script, writers, seconds * rounds)
    if (bare === null) continue
    lines.push({
      what: `the same, ${writers} ${writers === 1 ? 'client' : 'clients'}, beside pgbench`,
      measured: perSecond(ours),
      reference: `${perSecond(bare)}: pgbench doing the same ${statements.length} statements`,
      goal: `${ratio(ours / bare)} (goal ≥ 0.70 ×${writers === 16 ? '' : ' with 16'})`,
      isReached: writers === 16 ? ours / bare >= 0.7 : null,
    })
  }
  return lines
}

/** The statements, with their values, that a piece of work sends. */
const recorded = async (work: () => Promise<unknown>): Promise<readonly Statement[]> => {
  const statements: Statement[] = []
  const query = pg.Client.prototype.query as (...words: unknown[]) => unknown
  pg.Client.prototype.query = function (this: pg.Client, ...words: unknown[]) {
    const [first, second] = words
    if (typeof first === 'string') statements.push({ text: first, values: (second as readonly unknown[] | undefined) ?? [] })
    else if (typeof first === 'object' && first !== null && 'text' in first)
      statements.push({ text: String(first.text), values: 'values' in first ? (first.values as readonly unknown[]) : [] })
    return query.apply(this, words)
  } as typeof pg.Client.prototype.query
  try {
    await work()
  } finally {
    pg.Client.prototype.query = query as typeof pg.Client.prototype.query
  }
  return statements
}

const exchanged = (value: unknown, from: Gesture, to: Gesture, writer: number): unknown => {
  if (Array.isArray(value)) return value.map((one) => exchanged(one, from, to, writer))
  if (typeof value !== 'string') return value
  const pairs = [
    [from.operationId, to.operationId],
    [from.activityId, to.activityId],
    [from.contactId, to.contactId],
    [from.day, to.day],
    [ownerOf(firstWriter).workspaceId, to.workspaceId ?? ownerOf(firstWriter + writer).workspaceId],
    [ownerOf(firstWriter).memberId, to.memberId ?? ownerOf(firstWriter + writer).memberId],
  ] as const
  return pairs.reduce((text, [old, fresh]) => text.replaceAll(old, fresh), value)
}
