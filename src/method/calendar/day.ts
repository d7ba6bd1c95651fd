/** A calendar date in someone's own zone, `YYYY-MM-DD`. Strings, because a day has no instant and compares as text. */
export type Day = string & { readonly __day: true }

/** An instant in UTC as `YYYY-MM-DDTHH:mm:ss.sssZ`; fixed width, so instants compare as text. */
export type Instant = string & { readonly __instant: true }

const DAY_MS = 86_400_000
const dayPattern = /^\d{4}-\d{2}-\d{2}$/

/** Whether `text` is a day that exists (2026-02-30 is not). */
export const isDay = (text: string): text is Day => dayPattern.test(text) && !Number.isNaN(noon(text)) && new Date(noon(text)).toISOString().startsWith(text)

/** The first and the last day that may be written: nothing that is noted of people is outside them, and a slip of the keys often is. */
export const firstDay = '1900-01-01' as Day
/** The last one. */
export const lastDay = '2200-12-31' as Day

/** Whether `text` is a day that exists and may be written. What was kept before there were bounds is still read as a day. */
export const isWritableDay = (text: string): text is Day => isDay(text) && text >= firstDay && text <= lastDay

/** The day written in `text`; throws when there is none, for literals and values already checked at a door. */
export const asDay = (text: string): Day => {
  if (!isDay(text)) throw new Error('not a day')
  return text
}

const instantPattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/

/** Whether `text` is an instant in the one spelling that Entrain stores. */
export const isInstant = (text: string): text is Instant => instantPattern.test(text) && !Number.isNaN(Date.parse(text))

// Years have four digits, or nothing compares as text: what is counted past them stops there.
const FIRST_MS = Date.parse('0001-01-01T00:00:00.000Z')
const LAST_MS = Date.parse('9999-12-31T23:59:59.999Z')
const withinYears = (ms: number): Date => new Date(Math.min(LAST_MS, Math.max(FIRST_MS, ms)))

/** The instant at `ms` milliseconds since 1970 (UTC); the first or the last of the years 1 to 9999 when it is outside them. */
export const asInstant = (ms: number): Instant => withinYears(ms).toISOString() as Instant

const noon = (text: string): number => Date.parse(`${text}T12:00:00Z`)

// Building a formatter costs more than using one; zones are few.
const clocks = new Map<string, Intl.DateTimeFormat>()
const clockOf = (zone: string): Intl.DateTimeFormat => {
  const known = clocks.get(zone)
  if (known) return known
  const clock = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  clocks.set(zone, clock)
  return clock
}

/** Whether `zone` is an IANA time zone known here. */
export const isZone = (zone: string): boolean => {
  try {
    clockOf(zone)
    return true
  } catch {
    return false
  }
}

const partsOf = (instant: Instant, zone: string): Record<string, string> => {
  const parts: Record<string, string> = {}
  for (const { type, value } of clockOf(zone).formatToParts(Date.parse(instant))) parts[type] = value
  return parts
}

/** The day that an instant falls on in an IANA zone, across daylight saving and travel. */
export const dayOf = (instant: Instant, zone: string): Day => {
  // A clock writes the year before the year 1 as 1 too.
  if (instant < '0001-01-02T15') return '0001-01-01' as Day
  const { year = '', month, day } = partsOf(instant, zone)
  return year.length > 4 ? ('9999-12-31' as Day) : (`${year.padStart(4, '0')}-${month}-${day}` as Day)
}

/** The local clock time of an instant in an IANA zone, `HH:mm`. */
export const timeOf = (instant: Instant, zone: string): string => {
  const { hour, minute } = partsOf(instant, zone)
  return `${hour}:${minute}`
}

const hoursOfClock = (ms: number, zone: string): number => {
  const { year, month, day, hour, minute } = partsOf(asInstant(ms), zone)
  // A year below 1000 has no four digits to parse, and below 100 `Date.UTC` would read it as one of the last century.
  return new Date(Date.UTC(2000, Number(month) - 1, Number(day), Number(hour), Number(minute))).setUTCFullYear(Number(year), Number(month) - 1, Number(day))
}

/**
 * The instant at which the clock of `zone` shows `time` (`HH:mm`) on `day`. An hour that is lived twice is the first one; one that
 * the spring skips is as much later (2:30 is 3:30), as calendars read it ("compatible" in RFC 5545 and in Temporal).
 */
export const instantAt = (day: Day, time: string, zone: string): Instant => {
  const wanted = Date.parse(`${day}T${time}:00Z`)
  // The clock is changed once at most between the day before and the day after.
  const [before, after] = [wanted - DAY_MS, wanted + DAY_MS].map((ms) => hoursOfClock(ms, zone) - ms) as [number, number]
  const first = wanted - before
  if (before === after || hoursOfClock(first, zone) === wanted) return asInstant(first)
  const second = wanted - after
  return asInstant(hoursOfClock(second, zone) === wanted ? second : first)
}

/** The day `count` days later (earlier when negative), within the years 1 to 9999. */
export const addDays = (day: Day, count: number): Day => asInstant(noon(day) + count * DAY_MS).slice(0, 10) as Day

/** Days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => Math.round((noon(to) - noon(from)) / DAY_MS)

/** ISO 8601 weekday, 1 = Monday to 7 = Sunday. */
export const weekdayOf = (day: Day): number => new Date(noon(day)).getUTCDay() || 7

/** The Monday of the ISO week that `day` belongs to. */
export const mondayOf = (day: Day): Day => addDays(day, 1 - weekdayOf(day))

/** The first day of the month of `day`. */
export const firstOfMonth = (day: Day): Day => `${day.slice(0, 7)}-01` as Day

/** The days from `from` to `to`, both included. */
export const daysFrom = (from: Day, to: Day): readonly Day[] =>
  Array.from({ length: Math.max(0, daysBetween(from, to) + 1) }, (_, index) => addDays(from, index))
