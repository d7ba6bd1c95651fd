import { expect, test } from 'vitest'
import { aContact, aGoal, zone } from '#test/a-day.ts'
import { aSale, aTouch, begun, dayNumber } from '#test/a-log.ts'
import type { Contact } from '#method/contact/contact.ts'
import type { BilanScope } from '#method/evidence/bilan.ts'
import { bilanOf } from '#method/evidence/tell-bilan.ts'
import { bilanOnDevice, wholeJourneys, type DeviceLog } from './device-bilan.ts'

const scope: BilanScope = { today: dayNumber(60), from: begun, to: null, kind: null, source: null }
// Ann was met on this device; Béa had three touches before its window.
const people: readonly Contact[] = [aContact({ id: 'ann', touches: 2 }), aContact({ id: 'bea', touches: 4 })]
const activities = [aTouch('ann', 1), aTouch('ann', 5), aTouch('bea', 2), aTouch('ann', 8, { direction: 'in', outcome: 'reached' })]
const log: DeviceLog = {
  activities,
  facts: {
    goals: [aGoal({ target: 1, effectiveFrom: begun })],
    calendar: { schedules: [], daysOff: [] },
    zone,
    contacts: people,
    sales: [aSale('ann', 6, 300), aSale('bea', 3, 200)],
  },
  ledger: { canonical: (id) => id, contact: (id) => people.find((person) => person.id === id) },
}

test('someone met before the window of the device is in no journey, and her sale neither', () => {
  const whole = wholeJourneys(log)
  expect(whole.activities.map(({ contactIds }) => contactIds)).toEqual([['ann'], ['ann'], [], ['ann']])
  expect([...whole.facts.sales].map(({ contactId }) => contactId)).toEqual(['ann'])
})

test('told in pieces, the plain figures are those told at once, and journeys rest on whole ones', async () => {
  const told = await bilanOnDevice(log, scope, true, () => true)
  const atOnce = bilanOf(activities, log.facts, scope)
  expect(told?.activities).toEqual(atOnce.activities)
  expect(told?.days).toEqual(atOnce.days)
  expect(told?.harvest).toEqual(atOnce.harvest)
  expect(atOnce.touchesToSale.people).toBe(2)
  expect(told?.touchesToSale).toMatchObject({ people: 1, sold: 1 })
})

test('once nobody wants the figures any more, the telling stops', async () => {
  const long = { ...log, activities: Array.from({ length: 20_000 }, (_, n) => aTouch('ann', n % 60, { hour: n })) }
  let asked = 0
  expect(await bilanOnDevice(long, scope, true, () => (asked += 1) < 2)).toBeNull()
})
