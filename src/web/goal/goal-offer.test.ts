import { expect, test } from 'vitest'
import { addDays, instantAt, type Day } from '#method/calendar/day.ts'
import { defaultSettings } from '#method/ledger/settings.ts'
import { aGoal, anActivity, today, zone } from '#test/a-day.ts'
import { goalOffered } from './goal-offer.ts'

const facts = (perDay: number, offer: { offeredOn: Day | null; refusedOn: Day | null } = { offeredOn: null, refusedOn: null }) => ({
  workspace: { id: 'w', name: '', memberId: 'nadia', role: 'owner' as const, isDemo: false },
  goals: () => [aGoal()],
  calendar: () => ({ schedules: [], daysOff: [] }),
  canonical: (id: string) => id,
  settings: () => ({ ...defaultSettings('nadia'), goalOffer: offer }),
  activitiesOn: (day: Day) =>
    Array.from({ length: perDay }, (_, place) => anActivity({ id: `${day} ${place}`, contactIds: [`p${place}`], occurredAt: instantAt(day, '10:00', zone) })),
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
