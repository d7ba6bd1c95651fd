import { expect, test } from 'vitest'
import type { Day, Instant } from '#method/calendar/day.ts'
import { planPast } from './past-plan.ts'

const today = '2026-11-23' as Day
const later = '2026-11-24' as Day

test('who is open again has a step after the new people, and a later no lets go on its day; both come after the facts', () => {
  const plan = planPast({
    importId: 'i',
    file: 'suite.csv',
    facts: [],
    people: [{ contactId: 'zoe', isNew: true, fields: { name: 'Zoé' } }],
    unknownKinds: [],
    again: { open: ['anne'], no: [['luc', '2026-04-01T17:00:00.000Z' as Instant]] },
    days: [today, later],
    today,
  })
  expect(plan.map(({ change, at }) => [change.type, at])).toEqual([
    ['contact.import', null],
    ['step.let-go', '2026-04-01T17:00:00.000Z'],
    ['step.set', null],
  ])
  expect(plan[0]?.change).toMatchObject({ rows: [{ contactId: 'zoe', due: today }] })
  expect(plan[2]?.change).toMatchObject({ contactId: 'anne', step: { due: later } })
})
