import type { Day, Instant } from '#method/calendar/day.ts'
import { decide } from '#method/ledger/decide.ts'
import { tables, type Author, type Operation, type Put, type Rows, type Table } from '#method/ledger/operation.ts'
import { createDigest, type DigestAnswer, type TableIncident } from '#wire/ledger/digest.ts'
import type { Answer, PullAnswer, PushAnswer } from '#wire/ledger/sync.ts'
import { memoryWorld } from './memory-world.ts'

/** A server of one workspace in memory that honours the contract of the sync: what devices are tried against. */
export type MemoryServer = {
  /** In the place of the network; `faults` decides what happens to each request. */
  readonly fetch: typeof globalThis.fetch
  readonly push: (request: {
    readonly device: string
    readonly operations: readonly { readonly sequence: number; readonly operation: Operation }[]
  }) => PushAnswer
  readonly pull: (since: number) => PullAnswer
  readonly every: <T extends Table>(table: T) => readonly Rows[T][]
  readonly operationIds: () => readonly string[]
  /** How many operations each request carried, in order. */
  readonly batches: readonly number[]
  /** What devices told to have differed, in order. */
  readonly incidents: readonly (readonly TableIncident[])[]
  /** What was asked for, in order: method and path. */
  readonly asked: readonly string[]
  readonly faults: Faults
}

/** What goes wrong, changed at will. */
export type Faults = {
  isOffline: boolean
  /** The request is taken and its answer lost. */
  dropsAnswers: boolean
  status: number | null
  /** Why the server refuses, with `status`. */
  reason: string | null
  /** Sequence numbers that it says never arrived. */
  missing: readonly number[]
  /** More operations than this in a batch are refused with 413. */
  largest: number
  pageSize: number
  wipe: boolean
  format: number
}

/** The member of the memory server unless told otherwise. */
export const memoryWorkspace = { id: '0190aaaa-0000-7000-8000-000000000001', name: 'Nathalie', memberId: 'nathalie', role: 'owner', isDemo: false } as const

/** Makes a server in memory, empty. */
export const memoryServer = (workspace: PullAnswer['workspace'] = memoryWorkspace): MemoryServer => {
  const { world, every, write } = memoryWorld()
  const author: Author = { memberId: workspace.memberId, isOwner: workspace.role === 'owner' }
  const kept = new Map<string, { readonly text: string; readonly answer: Answer }>()
  const moved = new Map<string, { readonly put: Put; readonly rev: number }>()
  const batches: number[] = []
  const incidents: (readonly TableIncident[])[] = []
  const asked: string[] = []
  const faults: Faults = {
    isOffline: false,
    dropsAnswers: false,
    status: null,
    reason: null,
    missing: [],
    largest: 200,
    pageSize: 1000,
    wipe: false,
    format: 1,
  }
  let cursor = 0

  const take = (operation: Operation): Answer => {
    const text = JSON.stringify(operation)
    const before = kept.get(operation.id)
    if (before)
      return before.text !== text
        ? { id: operation.id, status: 'refused', reason: 'id-reused' }
        : before.answer.status === 'ok'
          ? { id: operation.id, status: 'duplicate' }
          : before.answer
    const decision = decide(world, operation, author)
    write(operation, author)
    const answer: Answer = decision.ok ? { id: operation.id, status: 'ok' } : { id: operation.id, status: 'refused', reason: decision.reason }
    kept.set(operation.id, { text, answer })
    cursor += 1
    if (decision.ok) for (const put of decision.puts) moved.set(`${put.table} ${put.row.id}`, { put, rev: cursor })
    return answer
  }
  const push: MemoryServer['push'] = ({ operations }) => {
    batches.push(operations.length)
    return { answers: operations.map(({ operation }) => take(operation)), cursor, missing: faults.missing }
  }
  const pull: MemoryServer['pull'] = (since) => {
    const news = [...moved.values()].filter(({ rev }) => rev > since).sort((a, b) => a.rev - b.rev)
    const end = news[faults.pageSize]?.rev ?? cursor
    // A page never cuts one operation in two, as the real server never cuts a transaction.
    const upTo = news.length > faults.pageSize ? Math.max(end - 1, news[0]?.rev ?? 0) : cursor
    const page = news.filter(({ rev }) => rev <= upTo)
    const rows = Object.fromEntries(
      tables.map((table) => [table, page.filter(({ put }) => put.table === table).map(({ put }) => put.row)]),
    ) as unknown as PullAnswer['rows']
    return { cursor: upTo, more: upTo < cursor, rows, rollUps: [], workspace, format: faults.format, wipe: faults.wipe }
  }

  const digest = (at: number, today: Day): DigestAnswer => {
    const sum = createDigest(today)
    for (const { put } of moved.values()) sum.add(put.table, put.row)
    return { cursor, tables: at === cursor ? sum.read() : null }
  }

  const json = (body: unknown): Response => new Response(JSON.stringify(body), { headers: { 'content-type': 'application/json' } })
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const url = new URL(String(input), 'http://entrain.test')
    await Promise.resolve()
    asked.push(`${init?.method ?? 'GET'} ${url.pathname}`)
    if (faults.isOffline) throw new TypeError('no network')
    if (faults.status !== null) return new Response(faults.reason === null ? '' : JSON.stringify({ reason: faults.reason }), { status: faults.status })
    if (url.pathname === '/api/auth/sign-out') faults.status = 401
    if (url.pathname === '/api/sync/digest' && init?.method === 'POST') {
      incidents.push((JSON.parse(String(init.body)) as { readonly tables: readonly TableIncident[] }).tables)
      return new Response(null, { status: 204 })
    }
    if (url.pathname === '/api/sync/digest') return json(digest(Number(url.searchParams.get('at')), url.searchParams.get('today') as Day))
    if (url.pathname !== '/api/sync') return json({})
    if (init?.method !== 'POST') return json(pull(Number(url.searchParams.get('since'))))
    const request = JSON.parse(String(init.body)) as Parameters<typeof push>[0]
    if (request.operations.length > faults.largest) return new Response('', { status: 413 })
    const answer = push(request)
    if (faults.dropsAnswers) throw new TypeError('connection lost')
    return json(answer)
  }
  return { fetch, push, pull, every, operationIds: () => [...kept.keys()], batches, incidents, asked, faults }
}

/** A moment of the golden day, `minute` minutes after two in the afternoon in Montréal. */
export const afternoon = (minute = 0): { readonly at: Instant; readonly zone: string } => ({
  at: new Date(Date.parse('2026-11-23T19:00:00.000Z') + minute * 60_000).toISOString() as Instant,
  zone: 'America/Toronto',
})
