import { z } from 'zod'
import { notNowReasons, outcomes } from '#method/activity/activity.ts'
import { code, day, id, instant, text, time, zone } from '../calendar/calendar.ts'
import { activityRow, after } from './activity.ts'

/** An activity to record; only its kind and outcome are needed. Without a moment, it happened now. */
export const newActivity = z.strictObject({
  id: id.optional(),
  kind: code(64),
  outcome: z.enum(outcomes),
  direction: z.enum(['out', 'in']).default('out'),
  contactIds: z.array(id).max(500).default([]),
  minutes: z.int().min(0).max(1440).nullable().default(null),
  title: text(300).default(''),
  note: text(10_000).default(''),
  notNow: z.enum(notNowReasons).nullable().default(null),
  occurredAt: instant.optional(),
  zone: zone.optional(),
  meeting: z.strictObject({ day, time: time.nullable() }).nullable().default(null),
  after: after.default({ take: 'proposal' }),
})
/** A page of someone's activities, newest first; `before` is the `next` of the page before. */
export const activityQuery = z.strictObject({ before: z.string().max(80).optional(), limit: z.coerce.number().int().min(1).max(500).default(100) })
/** A page of activities, newest first. */
export const activityPage = z.object({ activities: z.array(activityRow), next: z.string().nullable() })
