import { z } from 'zod'
import { isDay, isInstant, isZone, type Day, type Instant } from '#method/calendar/day.ts'
import type { DayOff, Schedule } from '#method/calendar/schedule.ts'

/** A UUID in lower case, made on the device. */
export const id = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/)
/** A calendar date `YYYY-MM-DD` that exists. */
export const day = z
  .string()
  .refine(isDay)
  .transform((text): Day => text as Day)
  .meta({ format: 'date' })
/** An instant in UTC with milliseconds. */
export const instant = z
  .string()
  .refine(isInstant)
  .transform((text): Instant => text as Instant)
  .meta({ format: 'date-time' })
/** An IANA time zone. */
export const zone = z.string().max(64).refine(isZone)
/** A local clock time `HH:mm`. */
export const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
/** Text of at most `longest` characters, composed (NFC), without NUL; a lone half of a surrogate pair becomes U+FFFD. */
export const text = (longest: number) =>
  z
    .string()
    .max(longest)
    .refine((value) => !value.includes('\u0000'))
    .transform((value) => value.toWellFormed().normalize('NFC'))

/** A person's week from a day on. */
export const schedule = z.strictObject({
  id,
  effectiveFrom: day,
  weekdays: z.array(z.int().min(1).max(7)).max(7),
  holidays: z.enum(['quebec', 'none']),
  easter: z.enum(['good-friday', 'easter-monday']),
})
/** A vacation or a day off, at most two years long. */
export const dayOff = z
  .strictObject({ id, from: day, to: day, kind: z.enum(['vacation', 'day-off']), removed: z.boolean() })
  .refine(({ from, to }) => from <= to)

/** The row of a schedule. */
export const scheduleRow: z.ZodType<Schedule> = schedule.extend({ memberId: z.string() })
/** The row of a day off. */
export const dayOffRow: z.ZodType<DayOff> = z.object({ ...dayOff.shape, memberId: z.string() })
