import { addDays, asDay, asInstant, dayOf, instantAt, type Day, type Instant } from '../calendar/day.ts'
import { readDate, type DateOrder } from '../contact/written-date.ts'
import { once } from './once.ts'
import { clockAt, msOfPart, readTime } from './written-time.ts'

/**
 * When something happened. `told` is the day and the clock as written, to the minute: it does not move when she changes zone, and the
 * ids of facts are made of it. `at` keeps the seconds, which put two gestures of one minute in their order; without a clock, it is noon.
 */
export type Moment = { readonly ok: true; readonly at: Instant; readonly told: string; readonly isDayOnly: boolean }
/** Why a moment is not understood. */
export type MomentRefusal = 'no-date' | 'not-a-date' | 'not-a-time' | 'in-the-future'
/** A moment, or why there is none. */
export type MomentReading = Moment | { readonly ok: false; readonly reason: MomentRefusal }

const NOON = '12:00'
const LONGEST = 60
const FIRST = '1970-01-02'
const SPREADSHEET_ZERO = asDay('1899-12-30')

const offsetBetween = (instant: Instant, day: Day, time: string): number => Date.parse(`${day}T${time}:00Z`) - Date.parse(instant)

/** Tells instants of a zone quickly: the offset of a day is asked once, and each time only on the days when the clocks change. */
const clockOf = (zone: string): ((day: Day, time: string) => Instant) => {
  const offsets = new Map<Day, number | null>()
  return (day, time) => {
    let offset = offsets.get(day)
    if (offset === undefined) {
      const [first, last] = [offsetBetween(instantAt(day, '00:00', zone), day, '00:00'), offsetBetween(instantAt(day, '23:59', zone), day, '23:59')]
      offset = first === last ? first : null
      offsets.set(day, offset)
    }
    return offset === null ? instantAt(day, time, zone) : asInstant(Date.parse(`${day}T${time}:00Z`) - offset)
  }
}

// `2026-02-03T14:30`, `03/02/2026 14:30`, `3 févr. 2026 à 14 h 30`: the date, then the time.
const APART = /^(.*?\d)(?:[T ]|,? +(?:a|à|at|@|-|–|—) +|, +)(\d{1,2} ?(?::|h|[ap]\.? ?m).*)$/iu

// `20250601T143000Z`: the clock without its colons, as calendars export it.
const COMPACT = /^(\d{4}-?\d{2}-?\d{2})[T ](\d{2})(\d{2})(\d{2}(?:[.,]\d{1,9})?)? ?(Z|[+-]\d{2}(?::?\d{2})?)?$/iu

// `00:00`, `00:00:00.000`, `12:00:00 AM`: how exports write a date that has no clock. « Minuit » and `0 h` say an hour.
const NO_CLOCK = /^(?:0{1,2}:00(?::00(?:[.,]0+)?)?|12:00(?::00(?:[.,]0+)?)? ?a\.? ?m\.?|(?:0|[2-6]\d{4})?[.,]0+)$/i

const apart = (text: string): readonly [string, string] => {
  const compact = COMPACT.exec(text)
  if (compact) return [compact[1] ?? '', `${compact[2]}:${compact[3]}${compact[4] === undefined ? '' : `:${compact[4]}`}${compact[5] ?? ''}`]
  const found = APART.exec(text)
  return found ? [found[1] ?? '', found[2] ?? ''] : [text, '']
}

/** A day of a spreadsheet, with a part of it: on which day and how far in it, and the day and clock it is told by, to the minute. */
type Serial = { readonly on: Day; readonly ms: number; readonly day: Day; readonly time: string }

/** Days and parts of a day since 1900, as spreadsheets store them; seconds or milliseconds since 1970, as tools export them. */
const fromNumber = (text: string): Serial | Instant | null => {
  if (/^[2-6]\d{4}(?:[.,]\d+)?$/.test(text)) {
    const number = Number(text.replace(',', '.'))
    const minutes = Math.round((number % 1) * 1440)
    const on = addDays(SPREADSHEET_ZERO, Math.floor(number))
    return { on, ms: msOfPart(text), day: addDays(on, minutes === 1440 ? 1 : 0), time: Number.isInteger(number) ? '' : clockAt(minutes) }
  }
  if (/^1\d{9}(?:\d{3})?$/.test(text)) return asInstant(Number(text) * (text.length === 10 ? 1000 : 1))
  return null
}

/** Reads when something happened from a date, or a date with its time, and a time beside it when there is one. */
export type MomentReader = (date: string, time: string) => MomentReading

/**
 * A reader of moments by the clock of `zone`, or by `east` minutes east of UTC where the heading of the column says so. A date without a
 * time is at noon, and so is one written with the midnight that stands for none; a time that carries its own offset keeps it. Nothing
 * after `now` is the past.
 */
export const momentReader = (zone: string, order: DateOrder, now: Instant, east: number | null = null): MomentReader => {
  const at = clockOf(zone)
  const dateOf = once((text) => readDate(text, order))
  const timeOf = once(readTime)
  const placed = (on: Day, ms: number, offset = east): Instant =>
    offset === null
      ? asInstant(Date.parse(at(on, clockAt(Math.floor(ms / 60_000)))) + (ms % 60_000))
      : asInstant(Date.parse(`${on}T00:00:00Z`) + ms - offset * 60_000)
  const told = (instant: Instant, words: string, isDayOnly = false): MomentReading =>
    instant > now && dayOf(instant, zone) > dayOf(now, zone) ? { ok: false, reason: 'in-the-future' } : { ok: true, at: instant, told: words, isDayOnly }
  return (date, time) => {
    const text = date.trim()
    if (text.length > LONGEST) return { ok: false, reason: 'not-a-date' }
    const number = fromNumber(text)
    if (typeof number === 'string') return told(number, number)
    const [dateText, timeText] = number ? [number.day, number.time] : apart(text)
    const day = dateOf(dateText)
    if (!day.ok) return { ok: false, reason: day.reason === 'empty' ? 'no-date' : 'not-a-date' }
    if (day.date.startsWith('--') || day.date < FIRST) return { ok: false, reason: 'not-a-date' }
    const written = time.trim() === '' ? timeText : time.trim()
    const clock = timeOf(written)
    if (!clock.ok && clock.reason === 'not-a-time') return { ok: false, reason: 'not-a-time' }
    const on = day.date as Day
    if (!clock.ok) return told(at(on, NOON), on, true)
    if (clock.offset !== null) return told(placed(on, clock.ms, clock.offset), placed(on, clock.ms - (clock.ms % 60_000), clock.offset))
    const words = `${on}T${clock.time}`
    if (number && written === timeText) return number.ms === 0 ? told(at(on, NOON), words, true) : told(placed(number.on, number.ms), words)
    return NO_CLOCK.test(written) ? told(at(on, NOON), words, true) : told(placed(on, clock.ms), words)
  }
}
