import './plain-reading.ts'
import { z } from 'zod'
import type { Activity } from '#method/activity/activity.ts'
import { activityRow } from '#wire/activity/activity.ts'
import { callServer } from './server-call.ts'

const answer = z.object({ activities: z.array(activityRow) })

/** Asks the server for everything done with someone; `null` when it cannot be reached or read. */
export const readOlder = async (contactId: string, fetch: typeof globalThis.fetch): Promise<readonly Activity[] | null> => {
  const reply = await callServer(fetch, `/api/contacts/${encodeURIComponent(contactId)}/activities`, {}, () => Date.now())
  if (reply.came !== 'answer') return null
  const read = answer.safeParse(reply.body)
  return read.success ? [...read.data.activities].sort((a, b) => (a.occurredAt < b.occurredAt ? 1 : -1)) : null
}
