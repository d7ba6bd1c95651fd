import { expect, test } from 'vitest'
import { asDay } from '#method/calendar/day.ts'
import { rateOf } from '#method/evidence/rate.ts'
import { daysTable, kindsTable, narrowKindsTable, weekKindsTable } from './evidence-tables.ts'

const activities = (received: number) =>
  ({
    total: 12 + received,
    byKind: [{ kind: 'phone', out: 12, in: received, timed: 0, minutes: 0, conversations: rateOf(4, 12) }],
  }) as unknown as Parameters<typeof kindsTable>[0]

test('where there is little room, what was received has no column when nothing was', () => {
  const narrow = narrowKindsTable(activities(0), () => 'Appel', 'fr')
  expect(narrow.columns).not.toContain('Reçues')
  expect(narrow.columns).toContain('Part')
  expect(narrow.rows[0]).toHaveLength(narrow.columns.length)
  expect(narrowKindsTable(activities(2), () => 'Appel', 'fr')).toEqual(kindsTable(activities(2), () => 'Appel', 'fr'))
})

test('a working day without a goal is « sans objectif », never a day off; only the calendar makes a day free', () => {
  const none = { day: asDay('2026-08-04'), goal: null, done: 1, hasNoGoal: true as const }
  const days = [none, { ...none, done: 0 }, { day: asDay('2026-08-08'), goal: null, done: 0 }, { day: asDay('2026-08-09'), goal: null, done: 2 }]
  const states = (language: 'fr' | 'en') => daysTable(days, language).rows.map((cells) => cells.at(-1))
  expect(states('fr')).toEqual(['sans objectif', 'sans objectif', 'congé', 'congé, en plus'])
  expect(states('en')).toEqual(['no goal', 'no goal', 'day off', 'day off, extra'])
})

test('on the sheet of a week, a kind says its conversations, their attempts, share and limits in one cell', () => {
  const [fr, en] = (['fr', 'en'] as const).map((language) => weekKindsTable(activities(0), () => 'Appel', language))
  expect(fr?.columns).toHaveLength(3)
  expect(fr?.rows[0]?.[2]).toBe('4\u00A0sur\u00A012 · 33,3\u00A0% (13,8\u00A0%\u00A0–\u00A060,9\u00A0%)')
  expect(en?.rows[0]?.[2]).toBe('4\u00A0of\u00A012 · 33.3% (13.8%\u00A0–\u00A060.9%)')
  expect(weekKindsTable(activities(2), () => 'Appel', 'fr').columns).toContain('Reçues')
})
