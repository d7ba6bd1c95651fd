import { expect, test } from 'vitest'
import { progressOf } from '#method/day/progress.ts'
import { aGoal, clock, seventeen, today, zone } from '#test/a-day.ts'
import { addDays } from '#method/calendar/day.ts'
import { dayPace, paceHistory } from './day-pace.ts'
import type { DayFacts } from './today-view.ts'

const goal = aGoal()
const standing = (activities: ReturnType<typeof seventeen>) => ({ goal, progress: progressOf(activities, goal, (id) => id) })

test('at two in the afternoon with seventeen of twenty, someone new is well on the way', () => {
  expect(dayPace([], standing(seventeen()), clock('14:00'), zone)).toMatchObject({ word: 'well-started', left: 3 })
})

test('before the first of the day there is no forecast, and a weekly goal has no pace of a day', () => {
  expect(dayPace([], standing([]), clock('14:00'), zone)).toMatchObject({ word: 'nothing-yet', finish: null })
  const weekly = aGoal({ per: 'week' })
  expect(dayPace([], { goal: weekly, progress: progressOf(seventeen(), weekly, (id) => id) }, clock('14:00'), zone)).toBeNull()
})

test('the days gone by are read from the log, today left out', () => {
  const days = new Map([
    [today, seventeen()],
    // Friday the 20th.
    [
      addDays(today, -3),
      seventeen()
        .slice(0, 5)
        .map((activity) => ({ ...activity, day: addDays(today, -3) })),
    ],
  ])
  const facts = {
    workspace: { memberId: 'nadia' },
    calendar: () => ({ schedules: [], daysOff: [] }),
    canonical: (id: string) => id,
    activitiesOn: (day: typeof today) => days.get(day) ?? [],
  } as unknown as DayFacts
  const history = paceHistory(facts, standing([]), today)
  expect(history.map((hours) => hours.length)).toEqual([5])
})
