import { z } from 'zod'
import { notNowReasons, outcomes, type Activity } from '#method/activity/activity.ts'
import { hues, type Kind } from '#method/activity/kind.ts'
import { code, day, id, instant, kept, text, time, zone } from '../calendar/calendar.ts'
import { chosenStep, letGoReason, notNowChange, standing } from '../contact/contact.ts'

/** What becomes of each person after an activity. */
export const after = z.discriminatedUnion('take', [
  z.strictObject({ take: z.literal('proposal') }),
  z.strictObject({ take: z.literal('step'), step: chosenStep }),
  z.strictObject({ take: z.literal('let-go'), reason: letGoReason }),
])

/** What a person tells of an activity. */
export const activityEntry = z.strictObject({
  activityId: id,
  kind: code(64),
  direction: z.enum(['out', 'in']),
  outcome: z.enum(outcomes),
  contactIds: z.array(id).max(500),
  minutes: z.int().min(0).max(1440).nullable(),
  title: text(300),
  note: text(10_000),
  notNow: z.enum(notNowReasons).nullable(),
  notNowChange: notNowChange.nullish(),
  occurredAt: instant,
  zone,
  meeting: z.strictObject({ day, time: time.nullable() }).nullable(),
  after,
})

/** What a file tells of a fact: its line, and whether it gave the day alone. */
export const toldByFile = { line: z.int().min(0).nullish(), isDayOnly: z.boolean().nullish() }

/** An activity of before Entrain, from a file. */
export const pastActivity = activityEntry.omit({ meeting: true, after: true, notNowChange: true }).extend(toldByFile)

/** A kind of activity that the person defines. */
export const kind: z.ZodType<Kind> = z.strictObject({
  id: code(64),
  name: text(60),
  icon: z.string().regex(/^[a-z0-9-]{1,40}$/),
  hue: z.enum(hues),
  minutes: z.int().min(1).max(1440),
  people: z.enum(['one', 'many', 'none']),
  archived: z.boolean(),
})

/** The row of an activity. */
export const activityRow: z.ZodType<Activity> = z.object({
  id,
  memberId: z.string(),
  kind: z.string(),
  direction: z.enum(['out', 'in']),
  outcome: z.enum(outcomes),
  contactIds: z.array(id),
  minutes: z.int().nullable(),
  title: z.string(),
  note: z.string(),
  notNow: z.enum(notNowReasons).nullable(),
  occurredAt: kept.instant,
  day: kept.day,
  zone,
  standingBefore: z.record(z.string(), standing),
  corrects: id.nullable(),
  voidedAt: kept.instant.nullable(),
  importId: id.nullable(),
  ...toldByFile,
})
