import type { Database } from '#server/db/database.ts'

/** The reminders of those who asked for them, brought in once the app answers: nobody waits for it. */
export const startReminders = (database: Database, secret: string, baseUrl: string): (() => Promise<void>) => {
  const made = (async () => {
    const [{ newPushRounds }, { vapidOf }] = await Promise.all([import('#server/push/rounds.ts'), import('#server/push/vapid.ts')])
    return newPushRounds({ database, vapid: vapidOf(secret), baseUrl })
  })()
  const started = made.then((rounds) => rounds.start()).catch((error: unknown) => console.error('push', error instanceof Error ? error.name : 'unknown'))
  return async () => {
    await started
    await (await made).stop()
  }
}
