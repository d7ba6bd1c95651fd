import './plain-reading.ts'
import type { z } from 'zod'
import type { Activity } from '#method/activity/activity.ts'
import type { Sale } from '#method/sale/sale.ts'
import { activityPage } from '#wire/activity/rest.ts'
import { salesAnswer } from '#wire/sale/rest.ts'
import { callServer } from './server-call.ts'

/** What was done with someone and what she bought, beyond what a device keeps. */
export type OlderFacts = { readonly activities: readonly Activity[]; readonly sales: readonly Sale[] }

const ask = async <T>(url: string, shape: z.ZodType<T>, fetch: typeof globalThis.fetch): Promise<T | null> => {
  const reply = await callServer(fetch, url, {}, () => Date.now())
  return reply.came === 'answer' ? (shape.safeParse(reply.body).data ?? null) : null
}

/** Asks the server for everything done with someone and sold to her, page after page; `null` when it cannot be reached or read. */
export const readOlder = async (contactId: string, fetch: typeof globalThis.fetch): Promise<OlderFacts | null> => {
  const hers = `/api/contacts/${encodeURIComponent(contactId)}`
  const asking = ask(`${hers}/sales`, salesAnswer, fetch)
  const activities: Activity[] = []
  for (let next: string | null = ''; next !== null;) {
    const page: z.infer<typeof activityPage> | null = await ask(
      `${hers}/activities?limit=500${next === '' ? '' : `&before=${encodeURIComponent(next)}`}`,
      activityPage,
      fetch,
    )
    if (!page) return null
    activities.push(...page.activities)
    next = page.next
  }
  const sold = await asking
  return sold && { activities, sales: sold.sales }
}
