import { z } from 'zod'
import { letGoReasons, lines, relationships, type Contact, type ContactFields, type NextStep } from '#method/contact/contact.ts'
import { day, id, kept, text, time, written, zone, type Dates } from '../calendar/calendar.ts'

/** The name of a person: something to call her by. */
export const contactName = text(300).refine((name) => name.trim() !== '')
/** An address and what it is for. */
export const labelledEmail = z.strictObject({ label: text(60), address: text(320) })
/** A number and what it is for. */
export const labelledPhone = z.strictObject({ label: text(60), number: text(60), extension: text(20).optional() })
/** What would turn a "not now" into a yes. */
export const notNowChange = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('date') }),
  z.strictObject({ type: z.literal('event-near') }),
  z.strictObject({ type: z.literal('offer'), offerId: id.nullable() }),
  z.strictObject({ type: z.literal('words'), words: text(1000) }),
])
const notNow = ({ day, instant }: Dates) =>
  z.strictObject({
    reason: text(60),
    note: text(4000),
    until: day.nullable(),
    at: instant,
    change: notNowChange.nullish(),
    cities: z
      .array(z.strictObject({ until: instant, city: text(200) }))
      .max(10)
      .optional(),
  })
const sequence = ({ instant }: Dates) => z.strictObject({ id, startedAt: instant })
const country = z.string().regex(/^([A-Z]{2})?$/)

/** The fields of a person, each optional: those present are written. */
export const contactFields = z
  .strictObject({
    name: contactName,
    organisation: text(300),
    role: text(300),
    emails: z.array(labelledEmail).max(50),
    phones: z.array(labelledPhone).max(50),
    city: text(200),
    address: text(600),
    website: text(500),
    birthday: z.string().regex(/^(\d{4}-|--)\d{2}-\d{2}$|^$/),
    language: z.enum(['fr', 'en', '']),
    relationship: z.enum(relationships),
    tags: z.array(text(100)).max(100),
    notes: text(40_000),
    source: text(500),
    notNow: notNow(written).nullable(),
    country,
    zone: zone.or(z.literal('')),
    line: z.enum(lines),
    interests: z.array(text(100)).max(100),
    keepInTouch: z.int().min(1).max(1000).nullable(),
    sequence: sequence(written).nullable(),
  })
  .partial()
  .transform((fields) => fields as Partial<ContactFields>)

/** A next step as someone chooses it. */
export const chosenStep = z.strictObject({
  due: day,
  time: time.nullable(),
  kind: text(64).nullable(),
  promised: z.boolean(),
  note: text(2000),
  origin: z.enum(['chosen', 'snoozed']),
})
/** Why someone is let go. */
export const letGoReason = z.enum(letGoReasons)

/** A next step as it is kept. */
export const nextStep: z.ZodType<NextStep> = z.object({
  due: kept.day,
  time: time.nullable(),
  kind: z.string().nullable(),
  promised: z.boolean(),
  note: z.string(),
  origin: z.enum(['first', 'proposed', 'thanks', 'chosen', 'snoozed', 'meeting']),
  setBy: id.nullable(),
})
/** Someone's place in the follow-ups. */
export const standing = z.object({
  nextStep: nextStep.nullable(),
  letGo: z.object({ at: kept.instant, reason: letGoReason, note: z.string(), setBy: id.nullable() }).nullable(),
})

/** The row of a person. */
export const contactRow: z.ZodType<Contact> = z.object({
  id,
  name: z.string(),
  organisation: z.string(),
  role: z.string(),
  emails: z.array(labelledEmail),
  phones: z.array(labelledPhone),
  city: z.string(),
  address: z.string(),
  website: z.string(),
  birthday: z.string(),
  language: z.enum(['fr', 'en', '']),
  relationship: z.enum(relationships),
  tags: z.array(z.string()),
  notes: z.string(),
  source: z.string(),
  notNow: notNow(kept).nullable(),
  country: z.string(),
  zone: z.string(),
  line: z.enum(lines),
  interests: z.array(z.string()),
  keepInTouch: z.int().nullable(),
  sequence: sequence(kept).nullable(),
  ...standing.shape,
  touches: z.int(),
  lastTouchAt: kept.instant.nullable(),
  firstReachedAt: kept.instant.nullable(),
  lastReachedAt: kept.instant.nullable(),
  lastWords: z.string(),
  lastWordsAt: kept.instant.nullable(),
  unansweredAt: z.array(kept.instant),
  createdAt: kept.instant,
  createdBy: z.string(),
  importId: id.nullable(),
  archivedAt: kept.instant.nullable(),
  deletedAt: kept.instant.nullable(),
  mergedInto: id.nullable(),
})
