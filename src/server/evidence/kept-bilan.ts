import { Worker } from 'node:worker_threads'
import { addDays, asInstant, dayOf, daysBetween, type Day, type Instant } from '#method/calendar/day.ts'
import { defaultSettings } from '#method/ledger/settings.ts'
import type { Evidence } from '#wire/evidence/evidence.ts'
import type { Database, Tx } from '#server/db/database.ts'
import { readById } from '#server/db/rows.ts'
import { inWorkspace } from '#server/db/tenant.ts'
import type { Actor } from '#server/identity/actor.ts'
import { cursorOf } from '../ledger/store.ts'
import { programMark } from './program-mark.ts'
import { keepBilan, keptBilan, roughCount, type KeptUnder } from './store.ts'
import { toldBilan, type Asked } from './told-bilan.ts'

/** A Bilan, when it was told, and whether facts came since. */
export type GivenBilan = { readonly bilan: Evidence; readonly at: Instant; readonly isBehind: boolean }

// What takes less is told at each look; what takes more is given as it was kept, and told again meanwhile, away from the taps.
const quickMs = 400
// About what is told in that time.
const quickActivities = 20_000

const underOf = ({ from, to, kind, source }: Asked, today: Day): KeptUnder => {
  // What another program told, by definitions that may have been mended since, is not found again.
  const told = (first: string | number | null, last: string | number | null): string => JSON.stringify([first, last, kind, source, programMark()])
  const back = (day: Day | null): number | null => (day === null ? null : daysBetween(day, today))
  return { scope: told(from, to), reach: told(back(from), back(to)) }
}

const todayOf = async (tx: Tx, { workspaceId, memberId }: Actor, now: number): Promise<Day> => {
  const { zone } = (await readById(tx, 'settings', workspaceId, memberId)) ?? defaultSettings(memberId)
  return dayOf(asInstant(now), zone)
}

/** Tells a Bilan now from the whole log, and keeps it. */
export const tellAndKeep = (database: Database, actor: Actor, asked: Asked, now: number): Promise<Evidence> =>
  inWorkspace(database, actor, async (tx) => {
    const began = performance.now()
    // Before the facts: what comes while they are read only makes it told again.
    const cursor = await cursorOf(tx, actor.workspaceId)
    const content = await toldBilan(tx, actor, asked, now)
    const { today } = content.scope
    await keepBilan(tx, actor, underOf(asked, today), { content, cursor, today, tookMs: Math.round(performance.now() - began), toldAt: asInstant(now) })
    return content
  })

/**
 * Tells and keeps what the screen asks of a whole log: all of it, and its last 365 days. For the end of an import, so that the first look after
 * it does not wait for the telling.
 */
export const tellAhead = async (database: Database, actor: Actor, now: number): Promise<void> => {
  const whole: Asked = { from: null, to: null, kind: null, source: null }
  const { scope } = await tellAndKeep(database, actor, whole, now)
  await tellAndKeep(database, actor, { ...whole, from: addDays(scope.today, -364) }, now)
}

/** What a worker is asked: everything that it needs, since it shares nothing with who asks. */
export type BilanOrder = { readonly config: Database['config']; readonly actor: Actor; readonly asked: Asked; readonly now: number }

const underWay = new Map<string, { readonly worker: Worker; readonly done: Promise<void> }>()

/** Tells and keeps in a thread of its own, so that a long log keeps no tap waiting; once at a time for the same question. */
const tellAside = (order: BilanOrder): Promise<void> => {
  const key = JSON.stringify([order.actor.workspaceId, order.actor.memberId, order.asked])
  const before = underWay.get(key)
  if (before) return before.done
  const worker = new Worker(new URL('./bilan-worker.ts', import.meta.url), { workerData: order })
  const done = new Promise<void>((resolve, reject) => {
    worker.once('error', reject)
    worker.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`the telling of a Bilan ended with ${code}`))))
  }).finally(() => underWay.delete(key))
  underWay.set(key, { worker, done })
  // Who does not wait for it is given what was kept, and asks again later.
  done.catch(() => undefined)
  return done
}

/** Ends what is being told: the next look tells it again. */
export const stopTelling = async (): Promise<void> => {
  await Promise.all([...underWay.values()].map(({ worker }) => worker.terminate()))
}

/** The Bilan that a member asks for: fresh when that is quick, else as it was kept, said to be behind when it is. */
export const bilanFor = async (database: Database, actor: Actor, asked: Asked, now: number): Promise<GivenBilan> => {
  const look = () =>
    inWorkspace(database, actor, async (tx) => {
      const today = await todayOf(tx, actor, now)
      const kept = await keptBilan(tx, actor, underOf(asked, today))
      const isSame = kept !== undefined && JSON.stringify([kept.content.scope.from, kept.content.scope.to]) === JSON.stringify([asked.from, asked.to])
      const isFresh = isSame && kept.today === today && kept.cursor === (await cursorOf(tx, actor.workspaceId))
      const isQuick = kept ? kept.tookMs <= quickMs : (await roughCount(tx, actor)) <= quickActivities
      return { kept, isFresh, isQuick }
    })
  const { kept, isFresh, isQuick } = await look()
  if (kept && isFresh) return { bilan: kept.content, at: kept.toldAt, isBehind: false }
  if (isQuick) return { bilan: await tellAndKeep(database, actor, asked, now), at: asInstant(now), isBehind: false }
  const telling = tellAside({ config: database.config, actor, asked, now })
  if (kept) return { bilan: kept.content, at: kept.toldAt, isBehind: true }
  await telling
  const told = await look()
  return told.kept
    ? { bilan: told.kept.content, at: told.kept.toldAt, isBehind: !told.isFresh }
    : { bilan: await tellAndKeep(database, actor, asked, now), at: asInstant(now), isBehind: false }
}
