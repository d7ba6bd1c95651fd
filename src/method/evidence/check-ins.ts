import { roundHalfUp } from '../chance/rounding.ts'
import { addDays, weekdayOf, type Day } from '../calendar/day.ts'
import { isWorkingDay, type WorkCalendar } from '../calendar/schedule.ts'
import type { DayPage } from '../day/day-page.ts'
import { correlation, type Correlation } from './correlation.ts'

/** How a person felt on a day, one tap each, from 1 to 5; private unless she shares it (claim 7). */
export type CheckIn = Pick<DayPage, 'day' | 'energy' | 'confidence'>

/** The only two links that are looked for: energy with the activities of the same day, yesterday's activities with today's confidence. */
export type LinkName = 'energy-and-activities' | 'activities-then-confidence'

/** What may be said of a link. A `link` is worded « les jours où… », never « parce que ». */
export type LinkVerdict = 'link-more' | 'link-less' | 'no-visible-link' | 'too-few-days'

/** A link, what was found, and what may be said; `n` is the number of days that tell both. */
export type CheckInLink = Correlation & { readonly name: LinkName; readonly verdict: LinkVerdict }

/** What must be there before a link is spoken of (algorithms B8). */
export const linkMinimum = { days: 30, values: 4, rho: 0.3 } as const

type Pair = { readonly day: Day; readonly first: number; readonly second: number }

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
const medianOf = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}
const FORTNIGHT = 14

/** What is left of a series once the habit of each weekday, then the median of the fourteen days up to each day, are taken off. */
export const withoutHabits = (days: readonly Day[], values: readonly number[]): readonly number[] => {
  const byWeekday = new Map<number, number[]>()
  for (const [place, day] of days.entries()) byWeekday.set(weekdayOf(day), [...(byWeekday.get(weekdayOf(day)) ?? []), values[place] ?? 0])
  const usual = new Map([...byWeekday].map(([weekday, own]) => [weekday, meanOf(own)]))
  const rest = values.map((value, place) => value - (usual.get(weekdayOf(days[place] as Day)) ?? 0))
  return rest.map((value, place) => {
    const since = addDays(days[place] as Day, 1 - FORTNIGHT)
    return value - medianOf(rest.slice(0, place + 1).filter((_, other) => (days[other] as Day) >= since))
  })
}

const verdictOf = (pairs: readonly Pair[], { rho, limits }: Correlation): LinkVerdict => {
  if (pairs.length < linkMinimum.days) return 'too-few-days'
  const isVaried = [pairs.map(({ first }) => first), pairs.map(({ second }) => second)].every((side) => new Set(side).size >= linkMinimum.values)
  const isClear = limits !== null && (limits.lower > 0 || limits.upper < 0)
  if (!isVaried || rho === null || Math.abs(rho) < linkMinimum.rho || !isClear) return 'no-visible-link'
  return rho > 0 ? 'link-more' : 'link-less'
}

const linkOf = (name: LinkName, pairs: readonly Pair[]): CheckInLink => {
  const days = pairs.map(({ day }) => day)
  const found = correlation(
    withoutHabits(
      days,
      pairs.map(({ first }) => first),
    ),
    withoutHabits(
      days,
      pairs.map(({ second }) => second),
    ),
  )
  return { name, ...found, verdict: verdictOf(pairs, found) }
}

/**
 * The two links between how a person felt and what she did (algorithms B8). `done` holds the count of each working day, zero
 * included; a day it does not hold is left out. The check-ins come in any order, one a day.
 */
export const checkInLinks = (checkIns: Iterable<CheckIn>, done: ReadonlyMap<Day, number>): readonly CheckInLink[] => {
  const sorted = [...checkIns].sort((a, b) => (a.day < b.day ? -1 : 1))
  const energy = sorted.flatMap(({ day, energy }): readonly Pair[] => {
    const count = done.get(day)
    return energy === null || count === undefined ? [] : [{ day, first: energy, second: count }]
  })
  const confidence = sorted.flatMap(({ day, confidence }): readonly Pair[] => {
    const count = done.get(addDays(day, -1))
    return confidence === null || count === undefined ? [] : [{ day, first: count, second: confidence }]
  })
  return [linkOf('energy-and-activities', energy), linkOf('activities-then-confidence', confidence)]
}

const LOW_ENERGY = 2
const LOW_DAYS = 3
const LIGHTER = 0.7

/**
 * Whether to offer a lighter goal, and nothing else: energy of 1 or 2 on three working days in a row, today the last
 * (algorithms B8). A free day is neutral unless it has a check-in; a working day without one breaks the row.
 */
export const offersLighterDay = (checkIns: Iterable<CheckIn>, today: Day, calendar: WorkCalendar): boolean => {
  const energies = new Map([...checkIns].map(({ day, energy }) => [day, energy]))
  let low = 0
  for (let day = today; low < LOW_DAYS; day = addDays(day, -1)) {
    const energy = energies.get(day) ?? null
    // A row of low days is not looked for across a long vacation.
    if (energy === null && !isWorkingDay(day, calendar) && day !== today && day > addDays(today, -FORTNIGHT)) continue
    if (energy === null || energy > LOW_ENERGY) return false
    low += 1
  }
  return true
}

/** A lighter goal for a day without energy: seven tenths of the usual one, at least one. */
export const lighterGoal = (target: number): number => Math.max(1, roundHalfUp(target * LIGHTER))
