import { expect, test } from 'vitest'
import { harvest } from '#method/sale/harvest.ts'
import { dayOf, type Day, type Instant } from '#method/calendar/day.ts'
import { isWorkingDay } from '#method/calendar/schedule.ts'
import { isForgotten } from '#method/contact/contact.ts'
import { progressOf } from '#method/day/progress.ts'
import { waitingOn } from '#method/follow-up/waiting.ts'
import { goalsOn } from '#method/goal/goal.ts'
import { rank } from '#method/next/rank.ts'
import { situationAt } from '#method/next/situation.ts'
import { change } from '#wire/ledger/operation.ts'
import { memoryWorld } from '#test/memory-world.ts'
import { demoStory } from './story.ts'

const zone = 'America/Toronto'
const author = { memberId: 'nadia', isOwner: true }

const tell = (now: Instant) => {
  const operations = demoStory({ now, zone, memberId: 'nadia' })
  const memory = memoryWorld()
  const refusals = operations.map((operation) => memory.write(operation, author)).filter((refusal) => refusal !== null)
  return { operations, memory, refusals, today: dayOf(now, zone) }
}

test('at two in the afternoon the demo shows seventeen done, three left, 550 $ and Nathalie next', () => {
  const now = '2026-11-23T19:00:00.000Z' as Instant
  const { memory, refusals, today } = tell(now)
  expect(refusals).toEqual([])
  const [goal] = goalsOn(memory.every('goal'), today)
  if (!goal) throw new Error('the demo has no goal')
  const progress = progressOf(
    memory.every('activity').filter(({ day }) => day === today),
    goal,
    (id) => id,
  )
  expect({ done: progress.done, left: progress.left }).toEqual({ done: 17, left: 3 })
  expect(harvest(memory.every('sale'), today, today).totals).toEqual(new Map([['CAD', 55_000]]))
  expect(memory.every('contact')).toHaveLength(408)
  expect(memory.every('contact').filter(isForgotten)).toEqual([])
  const [next] = rank(memory.every('contact'), situationAt(now, zone), 1)
  expect([next?.contact.name, next?.reasons[0].kind, next?.contact.touches]).toEqual(['Nathalie Gagnon', 'promised', 4])
})

test('the day of the demo is a working day whenever it is opened: on a Saturday, at Christmas', () => {
  for (const day of ['2026-11-28', '2026-12-25']) {
    const { memory, refusals, today } = tell(`${day}T19:00:00.000Z` as Instant)
    expect(refusals).toEqual([])
    expect(isWorkingDay(today, { schedules: memory.every('schedule'), daysOff: memory.every('dayOff') })).toBe(true)
    const done = memory.every('activity').filter((activity) => activity.day === today)
    const [goal] = goalsOn(memory.every('goal'), today)
    expect(goal && progressOf(done, goal, (id) => id)).toMatchObject({ done: 17, left: 3 })
  }
}, 60_000)

test('the demo is the same at each opening, passes the doors, and tells nothing of the future', () => {
  for (const now of ['2026-11-23T19:00:00.000Z', '2026-11-24T05:20:00.000Z', '2027-03-14T13:00:00.000Z'] as Instant[]) {
    const { operations, refusals } = tell(now)
    expect(refusals).toEqual([])
    expect(operations).toEqual(demoStory({ now, zone, memberId: 'nadia' }))
    expect(operations.filter((operation) => !change.safeParse(operation.change).success)).toEqual([])
    expect(operations.filter(({ at }) => at > now)).toEqual([])
    expect(new Set(operations.map(({ id }) => id)).size).toBe(operations.length)
  }
}, 60_000)

test('in the demo most follow-ups are on time, and some are late, as in life', () => {
  const { memory, today } = tell('2026-11-23T19:00:00.000Z' as Instant)
  const { late } = waitingOn(memory.every('contact'), today)
  expect(late.length).toBeGreaterThan(0)
  expect(late.length).toBeLessThan(25)
})

test('the year of the demo has won days, days that stopped short, and a vacation without a single activity', () => {
  const { memory, today } = tell('2026-11-23T19:00:00.000Z' as Instant)
  const perDay = new Map<Day, number>()
  for (const { day } of memory.every('activity')) perDay.set(day, (perDay.get(day) ?? 0) + 1)
  const [vacation] = memory.every('dayOff')
  if (!vacation) throw new Error('no vacation')
  expect([...perDay.keys()].filter((day) => vacation.from <= day && day <= vacation.to)).toEqual([])
  const past = [...perDay].filter(([day]) => day < today).map(([, count]) => count)
  expect(past.filter((count) => count >= 15).length).toBeGreaterThan(past.length / 2)
  expect(past.filter((count) => count < 15).length).toBeGreaterThan(5)
})
