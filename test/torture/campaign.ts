import { pause } from '#server/postgres/living-process.ts'
import { startBroken, type Breakage } from './broken.ts'
import { chanceOf } from './chance.ts'
import { check, type Finding } from './checker.ts'
import { newClient, signIn, type Client } from './client.ts'
import { newLiving, type Living, type Victim } from './living.ts'
import { readStored } from './stored.ts'

export type Campaign = {
  readonly seed: number
  /** Ends when one of the two is reached. */
  readonly seconds: number
  readonly kills: number
  readonly clients?: number
  readonly breakage?: Breakage
  readonly say?: (line: string) => void
}
export type Outcome = {
  readonly seed: number
  readonly kills: Readonly<Record<Victim, number>>
  readonly sent: number
  readonly acknowledged: number
  readonly attempts: number
  readonly longestAway: number
  readonly findings: readonly Finding[]
}

// Enough of an ordinary day before the first kill for every run to have something to lose.
const calmGestures = 150

/** Clients that log and retry while Entrain and its PostgreSQL are killed; then every promise is checked against the database. */
export const campaign = async ({ seed, seconds, kills, clients: count = 4, breakage, say = () => undefined }: Campaign): Promise<Outcome> => {
  const chance = chanceOf(seed)
  const living = await newLiving()
  let broken: Awaited<ReturnType<typeof startBroken>> | undefined
  try {
    await living.start()
    const cookie = await signIn(living.url, living.entryToken())
    broken = breakage && (await startBroken(living.url, breakage))
    const clients = Array.from({ length: count }, (_, n) =>
      newClient({ url: broken?.url ?? living.url, origin: living.url, cookie, chance: chanceOf(seed + n + 1) }),
    )
    for (const client of clients) await client.meet(4)
    await pause(300)
    const done = { kills: { app: 0, postgres: 0, both: 0 }, longestAway: 0 }
    let isOver = false
    const work = Promise.all(
      clients.map(async (client) => {
        while (!isOver) await client.log()
      }),
    )
    // The killer speaks of a failure at once; the clients' own waits for the end.
    work.catch(() => undefined)
    const end = Date.now() + seconds * 1000
    const gestures = (): number => clients.reduce((sum, client) => sum + client.history().acknowledged.length, 0)
    while (gestures() < calmGestures && Date.now() < end) await pause(50)
    try {
      for (let n = 0; n < kills && Date.now() < end; n += 1) {
        await pause(chance.whole(150, 1200))
        const victim = chance.one(['app', 'postgres', 'both'] as const)
        done.longestAway = Math.max(done.longestAway, await killAndReturn(living, victim))
        done.kills[victim] += 1
        say(`kill ${n + 1}: ${victim}`)
      }
      await pause(500)
    } finally {
      isOver = true
    }
    await work
    await pause(breakage ? 500 : 0)
    return await judged(seed, living, clients, done)
  } finally {
    broken?.stop()
    await living.stop()
  }
}

const killAndReturn = async (living: Living, victim: Victim): Promise<number> => {
  const from = Date.now()
  await living.kill(victim)
  if (victim !== 'postgres') await living.start()
  await living.untilHealthy()
  return Date.now() - from
}

const judged = async (seed: number, living: Living, clients: readonly Client[], done: Pick<Outcome, 'kills' | 'longestAway'>): Promise<Outcome> => {
  const histories = clients.map((client) => client.history())
  const history = { sent: histories.flatMap(({ sent }) => sent), acknowledged: histories.flatMap(({ acknowledged }) => acknowledged) }
  const findings = check(history, await readStored(living.dataFolder))
  return {
    seed,
    ...done,
    sent: history.sent.length,
    acknowledged: history.acknowledged.length,
    attempts: clients.reduce((sum, client) => sum + client.attempts(), 0),
    findings,
  }
}

export const countOf = (findings: readonly Finding[], fault: Finding['fault']): number => findings.filter((one) => one.fault === fault).length
