import { plainLetters } from '../contact/fold.ts'

const LONGEST_MINUTES = 1440
const within = (minutes: number): number | undefined =>
  Number.isFinite(minutes) && minutes >= 0 && minutes <= LONGEST_MINUTES ? Math.round(minutes) : undefined

/**
 * Minutes as files write a length: `5`, `2,5`, `5 min`, `1 h 30`, `90 s`, `00:05:30`, `0:05` (hours and minutes). `null` when there
 * is none, undefined when it cannot be read or is longer than a day.
 */
export const readMinutes = (text: string): number | null | undefined => {
  const bare = plainLetters(text.slice(0, 40)).replace(/\s+/gu, ' ').trim()
  if (bare === '' || bare === '-') return null
  const clock = /^(\d{1,3}):(\d{2})(?::(\d{2}))?$/.exec(bare)
  if (clock) return within(Number(clock[1]) * 60 + Number(clock[2]) + Number(clock[3] ?? 0) / 60)
  const number = /^(\d+(?:[.,]\d+)?)(?: ?(?:m|mn|min|mins|minutes?)\.?)?$/.exec(bare)
  if (number) return within(Number((number[1] ?? '').replace(',', '.')))
  const hours = /^(\d+(?:[.,]\d+)?) ?h(?:eures?|ours?|rs?)?(?: ?(?:et |and )?(\d{1,2}) ?(?:m|mn|min|mins|minutes?)?\.?)?$/.exec(bare)
  if (hours) return within(Number((hours[1] ?? '').replace(',', '.')) * 60 + Number(hours[2] ?? 0))
  const seconds = /^(?:(\d+) ?(?:m|mn|min|mins|minutes?)\.? ?)?(\d+) ?s(?:ec|ecs|econdes?|econds?)?\.?$/.exec(bare)
  return seconds ? within(Number(seconds[1] ?? 0) + Number(seconds[2]) / 60) : undefined
}

/** Minutes of a column of seconds. */
export const readSeconds = (text: string): number | null | undefined => {
  const bare = text.trim()
  if (bare === '') return null
  return /^\d+(?:[.,]\d+)?$/.test(bare) ? within(Number(bare.replace(',', '.')) / 60) : readMinutes(bare)
}
