import { expect, test } from 'vitest'
import { aGoal, anActivity, seventeen, today, zone } from '#test/a-day.ts'
import type { Activity } from '#method/activity/activity.ts'
import { addDays, asDay, instantAt, weekdayOf } from '#method/calendar/day.ts'
import { regularityOf } from './regularity.ts'
import { type DayFacts, todayView } from './today-view.ts'

const facts = (activities: readonly Activity[], over: Partial<DayFacts> = {}): DayFacts => ({
  workspace: { id: 'w', name: '', memberId: 'nadia', role: 'owner', isDemo: false },
  goals: () => [aGoal()],
  calendar: () => ({ schedules: [], daysOff: [] }),
  activitiesOn: (day) => activities.filter((activity) => activity.day === day),
  canonical: (id) => id,
  ...over,
})

test('at two in the afternoon, three are left and what is left leads', () => {
  const view = todayView(facts(seventeen()), today)
  expect(view).toMatchObject({ lead: 'left', free: null, path: { done: 17, left: 3 } })
})

test('a teammate’s calls are hers', () => {
  expect(todayView(facts([...seventeen(), anActivity({ id: 'other', memberId: 'lise', contactIds: ['someone'] })]), today).path.done).toBe(17)
})

test('on a holiday what is done counts and nothing is left', () => {
  const holiday = asDay('2026-06-24')
  const done = anActivity({ occurredAt: instantAt(holiday, '10:00', zone) })
  expect(todayView(facts([done]), holiday)).toMatchObject({
    lead: 'free',
    free: { because: 'holiday', holiday: 'national' },
    path: { done: 1, left: 0, target: 0 },
  })
})

test('without a goal what is done is still counted', () => {
  expect(todayView(facts(seventeen(), { goals: () => [] }), today)).toMatchObject({ lead: 'no-goal', main: null, path: { done: 17, left: 0 } })
})

test('a weekly goal counts the whole week, on a Sunday too', () => {
  const sunday = addDays(today, 6)
  const view = todayView(facts(seventeen(), { goals: () => [aGoal({ per: 'week', target: 60 })] }), sunday)
  expect(view).toMatchObject({ lead: 'done', path: { done: 17, target: 60 } })
})

test('regularity counts working days only, and says nothing under five', () => {
  const won = (back: number) =>
    Array.from({ length: 20 }, (_, place) =>
      anActivity({ id: `${back} ${place}`, contactIds: [`p${place}`], occurredAt: instantAt(addDays(today, -back), '10:00', zone) }),
    )
  const activities = [0, 3, 4, 5].flatMap(won)
  const since = (day: string) => facts(activities, { goals: () => [aGoal({ effectiveFrom: asDay(day) })] })
  expect(regularityOf(since('2026-11-20'), today)).toBeNull()
  expect(regularityOf(since('2026-11-16'), today)).toMatchObject({ won: 4, counted: 6 })
  const full = regularityOf(since('2026-01-01'), today)
  expect(full).toMatchObject({ won: 4, counted: 20 })
  expect(full?.days.filter(({ state }) => state !== 'free').every(({ day }) => weekdayOf(day) < 6)).toBe(true)
})
