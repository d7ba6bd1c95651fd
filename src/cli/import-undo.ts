import type { Database } from '#server/db/database.ts'
import { paceOfMember } from '#server/contact/import-store.ts'
import type { Actor } from '#server/identity/actor.ts'
import { importOf, takeBack } from '#server/past/take-back.ts'
import { newProgress } from './progress.ts'
import { Refused } from './say.ts'

/** Takes a whole import back, of people or of activities. Stopped on its way, it goes on where it was when run again. */
export const undoneImport = async (database: Database, actor: Actor, importId: string): Promise<{ readonly facts: number; readonly wasUndone: boolean }> => {
  const batch = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(importId) ? await importOf(database, actor, importId) : undefined
  if (!batch) throw new Refused(`Aucune importation ne porte le numéro ${importId}.`, `No import has the number ${importId}.`, 2)
  const { settings } = await paceOfMember(database, actor)
  const progress = newProgress()
  try {
    const whole = batch.activities + batch.sales
    const { facts, refused } = await takeBack(database, actor, importId, {
      zone: settings.zone,
      now: Date.now,
      until: Infinity,
      onProgress: (done) => progress.say(`Annulation · Taking back: ${done} / ${whole}`),
    })
    if (refused) throw new Error(`the ledger refused: ${refused}`)
    return { facts, wasUndone: batch.undoneAt !== null }
  } finally {
    progress.end()
  }
}
