import { dayOf, daysFrom, type Day } from '../calendar/day.ts'
import { isWorkingDay, type WorkCalendar } from '../calendar/schedule.ts'
import type { Challenge } from './challenge.ts'

/** The working days of a challenge, as someone takes part in it (algorithms B7). */
export type ChallengeDays = {
  /** All of them, days off included: what the targets were set for. */
  readonly planned: readonly Day[]
  /** Those that count for her: since she joined, without her days off and the pauses. */
  readonly own: readonly Day[]
  /** Those that count until it was ended early; the same as `own` when it was not. */
  readonly untilEnded: readonly Day[]
  /** Those of `untilEnded` gone by, today included. */
  readonly elapsed: readonly Day[]
  /** The last day on which something may still be done for it. */
  readonly last: Day
  readonly isPaused: boolean
}

/** What the days of a challenge are read by. `zone` places its ending on a day. */
export type ChallengeClock = { readonly today: Day; readonly zone: string; readonly calendar: WorkCalendar; readonly joinedOn: Day }

/**
 * The days that a challenge from `from` to `to` sets its targets for: her ordinary working days, holidays left out. Days off are
 * among them, since one that is announced later must lower what is asked for, exactly as one that was known before.
 */
export const plannedDays = (from: Day, to: Day, { schedules }: WorkCalendar): readonly Day[] =>
  daysFrom(from, to).filter((day) => isWorkingDay(day, { schedules, daysOff: [] }))

/** The days of a challenge; a pause that is still open rests up to today, and the days to come are counted on. */
export const challengeDays = ({ from, to, pauses, endedAt }: Challenge, { today, zone, calendar, joinedOn }: ChallengeClock): ChallengeDays => {
  const isResting = (day: Day): boolean => pauses.some((pause) => pause.from <= day && day <= (pause.to ?? today))
  const planned = plannedDays(from, to, calendar)
  const own = planned.filter((day) => day >= joinedOn && isWorkingDay(day, calendar) && !isResting(day))
  const endedOn = endedAt === null ? null : dayOf(endedAt, zone)
  const isEndedEarly = endedOn !== null && endedOn <= to
  // The day on which it is ended asks for nothing: ending costs nothing.
  const untilEnded = isEndedEarly ? own.filter((day) => day < endedOn) : own
  return {
    planned,
    own,
    untilEnded,
    elapsed: untilEnded.filter((day) => day <= today),
    last: isEndedEarly ? endedOn : to,
    isPaused: endedOn === null && isResting(today),
  }
}
