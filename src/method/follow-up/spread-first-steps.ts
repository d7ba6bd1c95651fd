import { addDays, type Day } from '../calendar/day.ts'
import { isWorkingDay, versionOn, workingDayFrom, defaultSchedule, type WorkCalendar } from '../calendar/schedule.ts'
import { goalsOn, starterGoal, type GoalVersion } from '../goal/goal.ts'

/** Nobody who was imported waits longer than this many calendar days for a first contact. */
const longestWait = 365

/** People per working day that the goal in force on `day` asks for; a weekly goal is shared among the days worked. */
export const paceOf = (goals: readonly GoalVersion[], day: Day, calendar: WorkCalendar): number => {
  const [goal] = goalsOn(goals, day)
  if (!goal) return starterGoal.target
  if (goal.per === 'day') return Math.ceil(goal.target)
  const { weekdays } = versionOn(calendar.schedules, day) ?? defaultSchedule
  return Math.max(1, Math.ceil(goal.target / Math.max(1, weekdays.length)))
}

/**
 * The days of the first steps of `count` new people, in their order: working days from `from` on, each with what is left of
 * `perDay` beside the steps already due then (`due`). When a year would not do, every day takes more (claim 4: nobody is forgotten).
 */
export const spreadFirstSteps = (
  count: number,
  from: Day,
  perDay: number,
  calendar: WorkCalendar,
  due: ReadonlyMap<Day, number> = new Map(),
): readonly Day[] => {
  const room: { readonly day: Day; free: number }[] = []
  const days: Day[] = []
  const pace = Math.max(1, Math.floor(perDay))
  for (let ahead = 0; ahead <= longestWait && days.length < count; ahead += 1) {
    const day = addDays(from, ahead)
    if (!isWorkingDay(day, calendar)) continue
    room.push({ day, free: Math.max(0, pace - (due.get(day) ?? 0)) })
    for (let taken = 0; taken < (room.at(-1)?.free ?? 0) && days.length < count; taken += 1) days.push(day)
  }
  if (days.length === count) return days
  const worked = room.length > 0 ? room.map(({ day }) => day) : [workingDayFrom(from, calendar)]
  const each = Math.ceil(count / worked.length)
  return Array.from({ length: count }, (_, place) => worked[Math.floor(place / each)] ?? from)
}
