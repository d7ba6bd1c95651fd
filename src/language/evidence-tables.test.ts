import { expect, test } from 'vitest'
import { rateOf } from '#method/evidence/rate.ts'
import { kindsTable, narrowKindsTable } from './evidence-tables.ts'

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
