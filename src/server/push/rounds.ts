import { asInstant } from '#method/calendar/day.ts'
import { reminderWords } from '#language/reminders.ts'
import type { Database } from '#server/db/database.ts'
import { inWorkspace } from '#server/db/tenant.ts'
import { sealedFor } from './sealed.ts'
import { forgetPushDevice, takeDueReminders, workspacesWithPush, type Reminder } from './store.ts'
import type { Vapid } from './vapid.ts'

export type PushParts = {
  readonly database: Database
  readonly vapid: Vapid
  /** The address of this Entrain: who sends, where nobody gave an address to write to. */
  readonly baseUrl: string
}

/** Gives the reminders that are due, once each. */
export type PushRounds = { readonly round: (now: Date) => Promise<void>; readonly start: () => void; readonly stop: () => Promise<void> }

const lookEvery = 60_000
const patienceMs = 10_000
// One that could not be delivered within the hour is no reminder any more.
const livesSeconds = 3600
const gone: readonly number[] = [404, 410]

/** Makes the rounds of this process; several may run over one database: what one has taken, no other gives. */
export const newPushRounds = (parts: PushParts): PushRounds => {
  let running: Promise<void> = Promise.resolve()
  let isStopped = false
  let timer: NodeJS.Timeout | undefined
  const round = (now: Date): Promise<void> => {
    running = running
      .then(async () => {
        for (const workspaceId of await workspacesWithPush(parts.database)) {
          if (isStopped) return
          const due = await takeDueReminders(parts.database, workspaceId, asInstant(now.getTime()))
          await Promise.all(due.map((reminder) => give(parts, reminder, now)))
        }
      })
      .catch((error: unknown) => console.error('push', error instanceof Error ? error.name : 'unknown'))
    return running
  }
  return {
    round,
    start: () => {
      timer = setInterval(() => void round(new Date()), lookEvery).unref()
    },
    stop: async () => {
      isStopped = true
      clearInterval(timer)
      await running
    },
  }
}

const give = async ({ database, vapid, baseUrl }: PushParts, { name, language, contact, device, place }: Reminder, now: Date): Promise<void> => {
  const endpoint = new URL(device.endpoint)
  const subject = contact !== '' ? `mailto:${contact}` : baseUrl.startsWith('https:') ? baseUrl : 'mailto:entrain@localhost'
  try {
    const answer = await fetch(endpoint, {
      method: 'POST',
      // A push service that points elsewhere is not followed.
      redirect: 'error',
      signal: AbortSignal.timeout(patienceMs),
      headers: {
        authorization: vapid.headerFor(endpoint, subject, now),
        'content-encoding': 'aes128gcm',
        'content-type': 'application/octet-stream',
        ttl: String(livesSeconds),
        topic: name,
        urgency: 'normal',
      },
      body: new Uint8Array(sealedFor(JSON.stringify({ name, ...reminderWords(name, language), language }), device)),
    })
    await answer.body?.cancel()
    if (gone.includes(answer.status)) await inWorkspace(database, place, (tx) => forgetPushDevice(tx, place, device.endpoint))
  } catch {
    // Without network the reminder of today is lost: it is never given twice, and the screen says that it needs one.
  }
}
