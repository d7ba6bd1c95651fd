import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aContact, clock, today, zone } from '#test/a-day.ts'
import { anEvent, sylvie, workshop } from '#test/invited-people.ts'
import { addDays, asDay } from '../calendar/day.ts'
import { isWorkingDay } from '../calendar/schedule.ts'
import { followUpsAfter } from './after-event.ts'
import { comingNear } from './coming-near.ts'
import { whoToInvite } from './who-to-invite.ts'

const setting = { today, zone }
const facts = { sales: [], offers: [workshop], invitations: [], enquiries: [] }
const calendar = { schedules: [], daysOff: [] }

test('on a person’s page, what is coming near her is listed soonest first, with her invitation', () => {
  const events = [
    anEvent({ id: 'talk' }),
    anEvent({ id: 'fair', title: 'Foire', place: 'St-Germain-de-Grantham', day: addDays(today, 5), until: addDays(today, 7), offerId: null, subjects: [] }),
    anEvent({ id: 'past', day: addDays(today, -1) }),
    anEvent({ id: 'cancelled', archivedAt: clock('09:00') }),
    anEvent({ id: 'elsewhere', place: 'Gaspé', offerId: null, subjects: ['Ski'] }),
  ]
  const invitation = {
    id: 'talk.sylvie',
    eventId: 'talk',
    contactId: 'sylvie',
    memberId: 'nadia',
    state: 'invited' as const,
    channel: null,
    at: clock('09:00'),
  }
  const coming = comingNear(sylvie(), { ...facts, events, invitations: [invitation] }, setting)
  expect(coming.map(({ event, invitation }) => [event.id, invitation?.state])).toEqual([
    ['fair', undefined],
    ['talk', 'invited'],
  ])
  const [, back] = comingNear(sylvie(), { ...facts, events, invitations: [{ ...invitation, state: 'withdrawn' }] }, setting)
  expect(back).toMatchObject({ event: { id: 'talk' }, invitation: null })
})

test('an event that has begun and lasts until today is still coming', () => {
  const events = [anEvent({ day: addDays(today, -2), until: today })]
  expect(comingNear(aContact({ city: 'Drummondville' }), { ...facts, events }, setting)).toHaveLength(1)
})

test('an event comes near exactly those whom it would invite', () => {
  const city = fc.constantFrom('Drummondville', 'Nicolet', 'Montréal', '', 'Nulle part')
  fc.assert(
    fc.property(city, city, fc.subarray(['Prospection', 'Ski']), (home, place, interests) => {
      const contact = aContact({ city: home, interests })
      const event = anEvent({ place })
      const invited = whoToInvite(event, { ...facts, contacts: [contact], events: [event] }, { ...setting, channelFor: () => null })
      const coming = comingNear(contact, { ...facts, events: [event] }, setting)
      expect(coming.map(({ reasons, score }) => ({ reasons, score }))).toEqual(invited.map(({ reasons, score }) => ({ reasons, score })))
    }),
  )
})

test('the people met on Saturday are called from Monday on, five a day, the first met first', () => {
  const saturday = asDay('2026-11-28')
  const met = Array.from({ length: 7 }, (_, n) => `met ${n}`)
  const steps = followUpsAfter({ title: 'Salon', day: asDay('2026-11-27'), until: saturday }, met, saturday, 5, calendar)
  expect(steps.map(({ contactId, step }) => `${contactId} ${step.due}`)).toEqual([
    ...met.slice(0, 5).map((id) => `${id} 2026-11-30`),
    ...met.slice(5).map((id) => `${id} 2026-12-01`),
  ])
  expect(steps[0]?.step).toMatchObject({ kind: 'phone', note: 'Salon', promised: false })
})

test('written down days later, the follow-ups begin tomorrow, beside what is already due, on working days only', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 12 }), (count, late, busy) => {
      const now = addDays(asDay('2026-11-28'), late)
      const steps = followUpsAfter(
        { title: '', day: asDay('2026-11-28'), until: null },
        Array.from({ length: count }, String),
        now,
        8,
        calendar,
        new Map([[addDays(now, 1), busy]]),
      )
      expect(steps.map(({ contactId }) => contactId)).toEqual(Array.from({ length: count }, String))
      expect(steps.every(({ step }) => step.due > now && isWorkingDay(step.due, calendar))).toBe(true)
      expect(steps.filter(({ step }) => step.due === addDays(now, 1)).length).toBeLessThanOrEqual(Math.max(0, 8 - busy))
    }),
  )
})
