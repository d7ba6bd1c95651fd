import { backOff, failuresAfter } from './back-off.ts'
import type { Message, Wake } from './messages.ts'
import type { RoundEnd, SyncRounds } from './sync-round.ts'

/** When rounds happen. */
export type SyncDriver = { readonly wake: (why: Wake) => Promise<void>; readonly setVisible: (isVisible: boolean) => void; readonly stop: () => void }

/** What the driver is made with. */
export type DriverTools = {
  readonly rounds: SyncRounds
  readonly lockName: string
  readonly now: () => number
  readonly chance: () => number
  readonly tell: (message: Message) => void
  /** Where the server says that its cursor moved; `null` where nobody listens. */
  readonly eventsPath: string | null
}

const timerPeriod = 30_000
const announced = (text: unknown): number | null => {
  const found = typeof text === 'string' ? /\d+/.exec(text) : null
  return found ? Number(found[0]) : null
}

/** One round at a time over all the tabs of the device, by a lock that ends with the tab that holds it. */
export const createSyncDriver = ({ rounds, lockName, now, chance, tell, eventsPath }: DriverTools): SyncDriver => {
  let running: Promise<void> | null = null
  let again: Promise<void> | null = null
  let isUrgent = false
  // Someone wrote, or waits for the end of a round.
  let isAwaited = false
  let failures = 0
  let notBefore = 0
  let retry: ReturnType<typeof setTimeout> | undefined
  let events: EventSource | null = null
  let isVisible = true
  let isStopped = false

  const listen = (isWanted: boolean): void => {
    if (!isWanted || eventsPath === null || isStopped || typeof EventSource === 'undefined') {
      events?.close()
      events = null
      return
    }
    if (events && events.readyState !== EventSource.CLOSED) return
    const source = new EventSource(eventsPath)
    const heard = ({ data }: MessageEvent): void => {
      const cursor = announced(data)
      if (cursor === null || cursor > rounds.cursor()) void wake('event')
    }
    source.addEventListener('cursor', heard)
    events = source
  }

  const settle = (ended: RoundEnd): void => {
    // The tab closed while the round ran: its next opening makes another.
    if (isStopped) return
    clearTimeout(retry)
    failures = failuresAfter(failures, ended)
    const pause = ended.hasFailed ? Math.max(ended.wait ?? 0, ended.wait === null ? backOff(failures, chance()) : 0) : 0
    notBefore = now() + pause
    if (ended.hasFailed) retry = setTimeout(() => void wake('timer'), pause)
    tell({ type: 'connection', connection: ended.connection, at: ended.hasFailed || ended.connection === 'signed-out' ? null : new Date(now()).toISOString() })
    listen(isVisible && !ended.hasFailed && ended.connection === 'online')
  }

  /** One round; true when the device and the server then agree as far as they know. */
  const run = async (): Promise<boolean> => {
    try {
      return await navigator.locks.request(lockName, async () => {
        if (isStopped) return false
        const ended = await rounds.round()
        settle(ended)
        return ended.connection === 'online' && !ended.hasFailed
      })
    } catch (error) {
      // The device itself failed (disk full, database closed under the round): nothing was taken, it is tried again later.
      if (isStopped) return false
      console.error('sync', error instanceof Error ? error.name : 'unknown')
      settle({ connection: 'online', hasFailed: true, wait: null })
      return false
    }
  }

  const runThenCompare = async (): Promise<void> => {
    let isCalm = false
    try {
      isCalm = await run()
    } finally {
      running = null
      isAwaited = false
    }
    if (isCalm && !again) void compare()
  }

  // Behind the rounds: it takes its turn for the lock after them, and gives way to whatever is asked for by hand or written meanwhile.
  const compare = async (): Promise<void> => {
    try {
      await navigator.locks.request(lockName, () => rounds.compare(() => !isStopped && !isAwaited))
    } catch (error) {
      // Nothing was changed; another day, or a later round of this one, tries again.
      if (!isStopped) console.error('comparison', error instanceof Error ? error.name : 'unknown')
    }
  }

  const wake = (why: Wake): Promise<void> => {
    if (isStopped) return Promise.resolve()
    const isPatient = why === 'write' || why === 'timer' || why === 'event'
    if (isPatient && now() < notBefore) return Promise.resolve()
    isAwaited ||= why !== 'timer' && why !== 'event'
    if (!running) {
      running = runThenCompare()
      return running
    }
    // What was written while a round runs may have missed it: one more follows, whatever the number of wishes.
    // It waits for no pause when one of them does not.
    isUrgent ||= !isPatient
    again ??= running.then(() => {
      const next = isUrgent ? 'asked' : 'write'
      again = null
      isUrgent = false
      return wake(next)
    })
    return again
  }

  const timer = setInterval(() => void wake('timer'), timerPeriod)
  return {
    wake,
    setVisible: (visible) => {
      isVisible = visible
      if (!visible) listen(false)
      else void wake('visible')
    },
    stop: () => {
      isStopped = true
      clearInterval(timer)
      clearTimeout(retry)
      listen(false)
    },
  }
}
