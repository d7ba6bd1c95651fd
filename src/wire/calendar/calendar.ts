import { z } from 'zod'
import { addDays, asInstant, firstDay, isDay, isInstant, isWritableDay, isZone, lastDay, type Day, type Instant } from '#method/calendar/day.ts'
import type { DayOff, Schedule } from '#method/calendar/schedule.ts'

/** A UUID in lower case, made on the device. */
export const id = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/)

const dayThat = (exists: (text: string) => boolean) =>
  z
    .string()
    .refine(exists, { error: 'day-not-valid' })
    .transform((text): Day => text as Day)
    .meta({ format: 'date' })
const instantThat = (exists: (text: string) => boolean) =>
  z
    .string()
    .refine(exists, { error: 'day-not-valid' })
    .transform((text): Instant => text as Instant)
    .meta({ format: 'date-time' })
// The last hour of a day may be in the next one in UTC, and 30 February is none.
const isWritableInstant = (text: string): boolean =>
  isInstant(text) && asInstant(Date.parse(text)) === text && text >= `${addDays(firstDay, -1)}T` && text <= `${addDays(lastDay, 1)}T99`

/** How days and instants are read in a shape that is both written and kept. */
export type Dates = { readonly day: ReturnType<typeof dayThat>; readonly instant: ReturnType<typeof instantThat> }
/** Of what is written: a calendar date `YYYY-MM-DD` that exists, from 1900 to 2200, and an instant of those years in UTC with milliseconds. */
export const written: Dates = { day: dayThat(isWritableDay), instant: instantThat(isWritableInstant) }
/** Of what was kept, some of it before there were bounds: whatever was let in once is still read. */
export const kept: Dates = { day: dayThat(isDay), instant: instantThat(isInstant) }
/** A day and an instant as they are written. */
export const { day, instant } = written
/** An IANA time zone. */
export const zone = z.string().max(64).refine(isZone)
/** A local clock time `HH:mm`. */
export const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
/** Whether the database can keep a text: it knows no NUL. */
export const isWithoutNul = (value: string): boolean => !value.includes('\u0000')
/** Text of at most `longest` characters, composed (NFC), without NUL; a lone half of a surrogate pair becomes U+FFFD. */
export const text = (longest: number) =>
  z
    .string()
    .max(longest)
    .refine(isWithoutNul, { error: 'nul-in-text' })
    .transform((value) => value.toWellFormed().normalize('NFC'))

/** A word that names something, never empty. */
export const code = (longest: number) => text(longest).refine((value) => value !== '')

const scheduleOf = (dates: Dates) =>
  z.strictObject({
    id,
    effectiveFrom: dates.day,
    weekdays: z.array(z.int().min(1).max(7)).max(7),
    holidays: z.enum(['quebec', 'none']),
    easter: z.enum(['good-friday', 'easter-monday']),
  })
const dayOffOf = (dates: Dates) => z.strictObject({ id, from: dates.day, to: dates.day, kind: z.enum(['vacation', 'day-off']), removed: z.boolean() })

/** A person's week from a day on. */
export const schedule = scheduleOf(written)
/** A vacation or a day off, at most two years long. */
export const dayOff = dayOffOf(written).refine(({ from, to }) => from <= to)

/** The row of a schedule. */
export const scheduleRow: z.ZodType<Schedule> = scheduleOf(kept).extend({ memberId: z.string() })
/** The row of a day off. */
export const dayOffRow: z.ZodType<DayOff> = z.object({ ...dayOffOf(kept).shape, memberId: z.string() })
