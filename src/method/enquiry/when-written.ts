import { asInstant, instantAt, isDay, type Day, type Instant } from '../calendar/day.ts'
import { plainLetters } from '../contact/fold.ts'
import { readDate } from '../contact/written-date.ts'

const LONGEST = 120
// `14:03`, `14:03:22`, `14 h 03`, `14 h`, `14 h 03 min 12 s`, `2:03:12 pm`, `2 p.m.`
const clock =
  /(?<![\d:])(\d{1,2})(?: ?(?::|h) ?(\d{2})(?: ?(?::|m|min) ?\d{2}(?: ?s)?)?(?![\d:])| ?h(?![a-z])|(?= ?[ap]\.? ?m))(?: ?min)?(?: ?([ap])\.? ?m\b\.?)?/u
const offset = /(?:utc|gmt)? ?([+\u2212-])(\d{1,2}):?(\d{2})?$/u
const zones: Readonly<Record<string, number>> = {
  utc: 0,
  gmt: 0,
  z: 0,
  hna: -4,
  ast: -4,
  haa: -3,
  adt: -3,
  hne: -5,
  est: -5,
  hae: -4,
  edt: -4,
  hnc: -6,
  cst: -6,
  hac: -5,
  cdt: -5,
  hnr: -7,
  mst: -7,
  har: -6,
  mdt: -6,
  hnp: -8,
  pst: -8,
  hap: -7,
  pdt: -7,
}
const weekday =
  /(?<!\p{L})(?:lun|mar|mer|jeu|ven|sam|dim)(?:di|credi|dredi|anche)?\.?(?!\p{L})(?= )|(?<!\p{L})(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?(?!\p{L})/gu

/**
 * When a message was sent, by the heading that says so: `27 novembre 2026 14:03`, `ven. 27 nov. 2026 à 14:03`, `Friday, November 27,
 * 2026 2:03 PM`, `Fri, 27 Nov 2026 14:03:00 -0500`. By the clock of `zone` unless it bears its own. `null` when it can be read in two
 * ways, or has no day, no year or no clock: then nobody guesses.
 */
export function whenWritten(text: string, zone: string): Instant | null {
  const bare = plainLetters(text.slice(0, LONGEST))
    .replace(/\s+/gu, ' ')
    .replace(/\([^)]*\)/gu, '')
    .replace(/(?<=\d)t(?=\d)/u, ' ')
    .trim()
  const time = clock.exec(bare)
  if (!time) return null
  const day = dayIn(bare.slice(0, time.index)) ?? dayIn(bare.slice(time.index + time[0].length))
  const clockTime = clockOf(Number(time[1]), Number(time[2] ?? 0), time[3])
  if (day === null || clockTime === null) return null
  const minutes = offsetOf(bare.slice(time.index + time[0].length).trim())
  return minutes === null ? instantAt(day, clockTime, zone) : asInstant(Date.parse(`${day}T${clockTime}:00Z`) - minutes * 60_000)
}

const offsetOf = (after: string): number | null => {
  const [, sign, hours, minutes] = offset.exec(after) ?? []
  if (sign !== undefined) return (sign === '+' ? 1 : -1) * (Number(hours) * 60 + Number(minutes ?? 0))
  const named = zones[/[a-z]+$/u.exec(after)?.[0] ?? '']
  return named === undefined ? null : named * 60
}

const dayIn = (words: string): Day | null => {
  const date = words
    .replace(weekday, ' ')
    .replace(/(?: a| at| le| on|,|-)+ *$/u, '')
    .replace(/^[ ,.]*(?:le |on )?/u, '')
    .trim()
  const read = readDate(date)
  return read.ok && !read.ambiguous && isDay(read.date) ? read.date : null
}

const clockOf = (hours: number, minutes: number, half: string | undefined): string | null => {
  if (minutes > 59 || hours > 23 || (half !== undefined && (hours < 1 || hours > 12))) return null
  const hour = half === undefined ? hours : (hours % 12) + (half === 'p' ? 12 : 0)
  return `${String(hour).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`
}
