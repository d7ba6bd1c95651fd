import type { Database } from '#server/db/database.ts'

/** The sending of messages, brought in once the app answers: nobody waits for it, and most starts have nothing to send. */
export const startPost = (database: Database, secret: string, baseUrl: string): (() => Promise<void>) => {
  const made = (async () => {
    const [{ newDispatcher }, { judgeMessage }, { sealWith }] = await Promise.all([
      import('#server/mail/dispatch.ts'),
      import('#server/mail/judge.ts'),
      import('#server/mail/seal.ts'),
    ])
    return newDispatcher({ database, seal: sealWith(secret), baseUrl, judge: judgeMessage })
  })()
  const started = made.then((post) => post.start()).catch((error: unknown) => console.error('mail', error instanceof Error ? error.name : 'unknown'))
  return async () => {
    await (await made).stop()
    await started
  }
}
