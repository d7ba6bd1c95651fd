import { describe, expect, test } from 'vitest'
import { check, type Fault, type History, type Stored } from './checker.ts'

const device = 'telephone'
const gesture = (n: number) => ({ operationId: `operation ${n}`, activityId: `activity ${n}`, contactId: 'nathalie', device, sequence: n })
const activity = (n: number) => ({
  id: `activity ${n}`,
  memberId: 'nadia',
  day: '2026-11-23',
  kind: 'phone',
  outcome: 'reached' as const,
  direction: 'out' as const,
  minutes: 4,
  isVoided: false,
  contactIds: ['nathalie'],
  title: `operation ${n}`,
})
const all = [1, 2, 3]
const history: History = { sent: all.map(gesture), acknowledged: all.map((n) => ({ operationId: `operation ${n}`, device, status: 'ok', cursor: n })) }
const stored: Stored = {
  operations: all.map((n) => ({ id: `operation ${n}`, device, sequence: n, status: 'ok', rev: n })),
  activities: all.map(activity),
  peopleOfActivities: all.map((n) => ({ activityId: `activity ${n}`, contactId: 'nathalie' })),
  rollUps: [{ memberId: 'nadia', day: '2026-11-23', kind: 'phone', outcome: 'reached', activities: 3, conversations: 3, minutes: 12 }],
  contacts: [{ id: 'nathalie', touches: 3, isForgotten: false }],
  devices: [{ id: device, maxSequence: 3, missing: [] }],
  cursor: 3,
  rowsWithoutWorkspace: 0,
}
const faults = (of: Partial<Stored>, told: Partial<History> = {}): readonly Fault[] => [
  ...new Set(check({ ...history, ...told }, { ...stored, ...of }).map(({ fault }) => fault)),
]

describe('the history checker', () => {
  test('finds nothing where every acknowledged gesture is kept once', () => {
    expect(check(history, stored)).toEqual([])
  })
  test('accepts a gesture that was kept and never acknowledged', () => {
    expect(faults({}, { acknowledged: history.acknowledged.slice(0, 2) })).toEqual([])
  })
  test('sees an acknowledged gesture that is gone', () => {
    expect(
      faults({
        operations: stored.operations.slice(0, 2),
        activities: stored.activities.slice(0, 2),
        rollUps: [{ ...stored.rollUps[0]!, activities: 2, conversations: 2, minutes: 8 }],
        contacts: [{ id: 'nathalie', touches: 2, isForgotten: false }],
      }),
    ).toEqual(['lost'])
  })
  test('sees a gesture counted twice under other ids', () => {
    expect(faults({ activities: [...stored.activities, { ...activity(3), id: 'another' }] })).toContain('duplicated')
  })
  test('sees a fact that nobody sent', () => {
    expect(faults({ activities: [...stored.activities, { ...activity(9), title: '' }] })).toContain('never-sent')
  })
  test('sees a cursor that goes back', () => {
    expect(
      faults(
        {},
        {
          acknowledged: [
            { ...history.acknowledged[2]!, cursor: 3 },
            { ...history.acknowledged[0]!, cursor: 1 },
          ],
        },
      ),
    ).toEqual(['cursor-went-back'])
  })
  test('sees an answer that tells of a later moment than the database', () => {
    expect(faults({ cursor: 2 })).toEqual(['answer-in-advance'])
  })
  test('sees the gestures of a device out of their order', () => {
    expect(faults({ operations: stored.operations.map((one) => ({ ...one, sequence: 4 - (one.sequence ?? 0) })) })).toEqual(['order-of-device'])
  })
  test('sees a count that drifted from its facts', () => {
    expect(faults({ rollUps: [{ ...stored.rollUps[0]!, activities: 4 }] })).toEqual(['roll-up'])
    expect(faults({ rollUps: [] })).toEqual(['roll-up'])
    expect(faults({ contacts: [{ id: 'nathalie', touches: 4, isForgotten: false }] })).toEqual(['touches'])
  })
  test('sees a refusal, a gap, a person forgotten, a fact without its person and a row without workspace', () => {
    expect(faults({}, { acknowledged: [{ operationId: 'operation 1', device, status: 'refused', cursor: 1 }] })).toEqual(['refused'])
    expect(faults({ devices: [{ id: device, maxSequence: 3, missing: [2] }] })).toEqual(['sequence-missing'])
    expect(faults({ contacts: [{ id: 'nathalie', touches: 3, isForgotten: true }] })).toEqual(['forgotten'])
    expect(faults({ peopleOfActivities: [] })).toEqual(['person-of-activity'])
    expect(faults({ rowsWithoutWorkspace: 1 })).toEqual(['no-workspace'])
  })
})
