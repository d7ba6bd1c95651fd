import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { paceOf, usualCount, usualHours } from '#method/day/pace.ts'
import { progressOf } from '#method/day/progress.ts'
import { aGoal, clock, seventeen, today, zone } from '#test/a-day.ts'
import { addDays } from '#method/calendar/day.ts'
import { dayPace, paceHistory } from './day-pace.ts'
import type { DayFacts } from './today-view.ts'

type Vector = Readonly<Record<'now' | 'goal' | 'mu0' | 'P' | 'expected_finish', number>> & { readonly days: readonly unknown[] }
const { pace } = JSON.parse(readFileSync(new URL('../../../test/vectors/algorithm-vectors.json', import.meta.url), 'utf8')) as {
  readonly pace: readonly Vector[]
}
const newcomer = pace.find(({ days }) => days.length === 0) as Vector

const goal = aGoal()
const unsaid = { hours: null, streak: () => null }
const standing = (activities: ReturnType<typeof seventeen>) => ({ goal, progress: progressOf(activities, goal, (id) => id) })

test('at two in the afternoon with seventeen of twenty, someone new is well on the way', () => {
  expect(dayPace([], standing(seventeen()), clock('14:00'), zone, unsaid)).toMatchObject({ word: 'well-started', left: 3 })
})

test('until her own days speak, a day is that of anyone, whatever she aims at: nine in ten with three left, and no more for a higher goal', () => {
  const { now, goal: target, mu0, P, expected_finish: finish } = newcomer
  const facts = { days: [], now, done: 17, usual: usualCount, hours: usualHours }
  expect(usualCount).toBe(mu0)
  expect(paceOf({ ...facts, goal: target })).toMatchObject({ chance: P, expectedFinish: finish })
  expect([P.toFixed(2), finish.toFixed(1)]).toEqual(['0.90', '24.7'])
  // The end of the day is where it is, and a higher goal is only further from it: twenty-three more of forty are out of reach.
  const far = { goal: aGoal({ target: 40 }), progress: progressOf(seventeen(), aGoal({ target: 40 }), (id) => id) }
  expect(paceOf({ ...facts, goal: 40 })).toMatchObject({ expectedFinish: finish })
  expect(paceOf({ ...facts, goal: 40 }).chance).toBeLessThan(0.01)
  expect(dayPace([], far, clock('14:00'), zone, unsaid)).toMatchObject({ word: 'gentle' })
})

test('before the first of the day there is no forecast, and a weekly goal has no pace of a day', () => {
  expect(dayPace([], standing([]), clock('14:00'), zone, unsaid)).toMatchObject({ word: 'nothing-yet', finish: null })
  const weekly = aGoal({ per: 'week' })
  expect(dayPace([], { goal: weekly, progress: progressOf(seventeen(), weekly, (id) => id) }, clock('14:00'), zone, unsaid)).toBeNull()
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

test('the hours she declared say how much of the day is left, until her own days do', () => {
  const morning = { ...unsaid, hours: { from: '06:00', to: '12:00' } }
  const evening = { ...unsaid, hours: { from: '13:00', to: '20:00' } }
  const half = standing(seventeen().slice(0, 8))
  expect(dayPace([], half, clock('11:30'), zone, morning)).toMatchObject({ word: 'gentle' })
  expect(dayPace([], half, clock('11:30'), zone, evening)).toMatchObject({ word: 'well-started' })
})

test('late in the day, three more keep the streak when the reserve is spent, the reserve does when it is not, and otherwise nothing is claimed', () => {
  const late = (streak: number, reserve: number, done: number, time = '16:30') =>
    dayPace([], standing(seventeen().slice(0, done)), clock(time), zone, { hours: { from: '08:00', to: '17:00' }, streak: () => ({ streak, reserve }) })
  expect(late(6, 0, 16)).toMatchObject({ word: 'gentle', stake: { type: 'keeps', left: 4, by: '17:00' } })
  expect(late(6, 0, 16, '17:30')).toMatchObject({ word: 'gentle', stake: { type: 'keeps', left: 4, by: null } })
  expect(late(6, 1, 16)).toMatchObject({ word: 'gentle', stake: { type: 'reserve' } })
  expect(late(1, 0, 16)).toMatchObject({ word: 'gentle', stake: null })
  expect(late(6, 0, 5)).toMatchObject({ word: 'gentle', stake: null })
})
