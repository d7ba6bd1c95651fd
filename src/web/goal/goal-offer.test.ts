import { expect, test } from 'vitest'
import { addDays, instantAt, type Day } from '#method/calendar/day.ts'
import type { DayOff } from '#method/calendar/schedule.ts'
import { blankDayPage } from '#method/day/day-page.ts'
import { defaultSettings, type Settings } from '#method/ledger/settings.ts'
import type { PlanContent } from '#method/plan/kept-plan.ts'
import { aGoal, anActivity, today, zone } from '#test/a-day.ts'
import { goalOffered } from './goal-offer.ts'

type Own = {
  readonly rules?: Settings['goalRules']
  readonly light?: readonly Day[]
  readonly plan?: PlanContent
  readonly perDayOn?: (day: Day) => number
  readonly daysOff?: readonly DayOff[]
}
const facts = (
  perDay: number,
  offer: { offeredOn: Day | null; refusedOn: Day | null } = { offeredOn: null, refusedOn: null },
  { rules = { most: null, boldness: 'sustainable' }, light = [], plan, perDayOn = () => perDay, daysOff = [] }: Own = {},
) => ({
  workspace: { id: 'w', name: '', memberId: 'nadia', role: 'owner' as const, isDemo: false },
  goals: () => [aGoal()],
  calendar: () => ({ schedules: [], daysOff }),
  canonical: (id: string) => id,
  settings: () => ({ ...defaultSettings('nadia'), goalOffer: offer, goalRules: rules }),
  all: (table: 'dayPage' | 'plan') =>
    new Map<string, unknown>(
      table === 'dayPage'
        ? light.map((day) => [day, { ...blankDayPage('nadia', day), isLight: true }])
        : plan
          ? [['plan', { id: 'plan', memberId: 'nadia', wish: '', at: '', day: today, content: plan }]]
          : [],
    ) as never,
  activitiesOn: (day: Day) =>
    Array.from({ length: perDayOn(day) }, (_, place) =>
      anActivity({ id: `${day} ${place}`, contactIds: [`p${place}`], occurredAt: instantAt(day, '10:00', zone) }),
    ),
})

test('who does fourteen a day for a goal of twenty is offered eighteen, on Monday, a tenth at a time', () => {
  expect(goalOffered(facts(14), today)?.suggestion).toMatchObject({ goal: 18, reason: 'down', usual: 14, days: 10 })
  expect(goalOffered(facts(26), today)?.suggestion).toMatchObject({ goal: 22, reason: 'up' })
})

test('nothing is offered when it would change nothing, on another day, twice in a week, or within two weeks of a refusal', () => {
  expect(goalOffered(facts(20), today)).toBeNull()
  expect(goalOffered(facts(14), addDays(today, 1))).toBeNull()
  expect(goalOffered(facts(14, { offeredOn: today, refusedOn: null }), today)).toBeNull()
  expect(goalOffered(facts(14, { offeredOn: null, refusedOn: addDays(today, -13) }), today)).toBeNull()
  expect(goalOffered(facts(14, { offeredOn: null, refusedOn: addDays(today, -14) }), today)).not.toBeNull()
})

test('after a vacation of four weeks the last ten days she worked still speak, those before it', () => {
  const vacation = { id: 'v', memberId: 'nadia', from: addDays(today, -28), to: addDays(today, -1), kind: 'vacation', removed: false } as const
  expect(goalOffered(facts(14, undefined, { daysOff: [vacation] }), today)).toMatchObject({ suggestion: { goal: 18, usual: 14, days: 10 } })
})

test('a day that she took lightly says nothing of what she can do', () => {
  // The five days of last week were light ones, of five each: without them the ten before say twenty.
  const light = [4, 5, 6, 7, 3].map((back) => addDays(today, -back))
  const own = { light, perDayOn: (day: Day) => (light.includes(day) ? 5 : 20) }
  expect(goalOffered(facts(20, undefined, own), today)).toBeNull()
  expect(goalOffered(facts(20, undefined, { ...own, light: [] }), today)).toMatchObject({ suggestion: { reason: 'down' } })
})

test('a bolder suggestion reads the sixth of ten days, and no suggestion passes her own most or what her hours hold', () => {
  // Of ten days, five of twenty and five of thirty.
  const perDayOn = (day: Day) => (Number(day.slice(8)) % 2 === 0 ? 20 : 30)
  const bold = { most: null, boldness: 'ambitious' } as const
  expect(goalOffered(facts(0, undefined, { perDayOn }), today)).toBeNull()
  expect(goalOffered(facts(0, undefined, { perDayOn, rules: bold }), today)).toMatchObject({ suggestion: { goal: 22, usual: 30 }, boldness: 'ambitious' })
  expect(goalOffered(facts(0, undefined, { perDayOn, rules: { ...bold, most: 21 } }), today)).toMatchObject({ suggestion: { goal: 21 } })
  // Two hours hold 17 of six minutes: what her hours hold comes last.
  const plan = { type: 'result', perDay: { touches: 40, minutes: 240 }, minutesPerDay: 120 }
  expect(goalOffered(facts(26, undefined, { plan }), today)).toMatchObject({ suggestion: { goal: 17 }, planned: 40, isLimited: true })
})

test('a plan that asks more is said beside the suggestion, and does not raise it', () => {
  const plan = { type: 'result', perDay: { touches: 25, minutes: 100 }, minutesPerDay: 240 }
  expect(goalOffered(facts(26, undefined, { plan }), today)).toMatchObject({ suggestion: { goal: 22 }, planned: 25 })
  expect(goalOffered(facts(14, undefined, { plan: { ...plan, perDay: { touches: 10, minutes: 40 } } }), today)).toMatchObject({
    suggestion: { goal: 18 },
    planned: null,
  })
})
