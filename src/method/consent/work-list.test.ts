import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aRecipient, aSender, anEvent, express, inquiry, on, purchase, withdrawal } from '../../../test/consents.ts'
import { addDays, asDay, instantAt, type Day } from '../calendar/day.ts'
import { asksToStop } from './asks-to-stop.ts'
import { channelStates } from './channel-states.ts'
import { consentEventsOf } from './consent-events.ts'
import { consentOfForm } from './consent-of-form.ts'
import type { ConsentEvent } from './consent.ts'
import { expiringConsent, expiryWorkList } from './expiry.ts'
import { judge } from './judge.ts'
import { contactMoment } from './moment.ts'
import { consentStanding } from './standing.ts'
import { isAllowed } from './verdict.ts'

const standing = (events: readonly ConsentEvent[], over: Parameters<typeof aRecipient>[0] = {}) => consentStanding(events, aRecipient(over), aSender())
const moment = (day: string) => contactMoment(on(day), aSender())

test.each([
  ['2026-07-12', undefined],
  ['2026-07-13', { daysLeft: 30, stage: 30 }],
  ['2026-08-04', { daysLeft: 8, stage: 30 }],
  ['2026-08-05', { daysLeft: 7, stage: 7 }],
  ['2026-08-11', { daysLeft: 1, stage: 7 }],
  ['2026-08-12', undefined],
])('an inquiry of 12 February comes back on %s as a reason to ask: %o', (day, expected) => {
  const found = expiringConsent(standing([inquiry('2026-02-12')]), moment(day))
  expect(found && { daysLeft: found.daysLeft, stage: found.stage }).toEqual(expected)
})

test('nobody who said yes, who said stop, or who may be written to for longer is on the list', () => {
  const soon = inquiry('2026-02-12')
  const people = [
    ['asks', [soon]],
    ['yes', [soon, express('2026-02-12')]],
    ['stop', [soon, withdrawal('2026-03-01')]],
    ['client', [soon, purchase('2026-03-01')]],
    ['sooner', [inquiry('2026-02-10')]],
    ['nothing', []],
  ] as const
  const list = expiryWorkList(
    people.map(([id, events]) => [id, standing(events)] as const),
    moment('2026-08-01'),
  )
  expect(list.map(({ contactId, firstBlockedDay }) => [contactId, firstBlockedDay])).toEqual([
    ['sooner', '2026-08-10'],
    ['asks', '2026-08-12'],
  ])
})

const someFacts = fc.array(fc.tuple(fc.constantFrom(purchase, inquiry), fc.integer({ min: 0, max: 700 })), { minLength: 1, maxLength: 4 })

test('who is on the list may still be written to until the day before the one that is named', () => {
  fc.assert(
    fc.property(someFacts, fc.integer({ min: 1, max: 40 }), (facts, before) => {
      const person = standing(facts.map(([fact, ahead], place) => fact(addDays(asDay('2024-01-01'), ahead), String(place))))
      const at = (day: Day) => contactMoment(instantAt(day, '12:00', 'America/Toronto'), aSender({ confirmedAt: instantAt(addDays(day, -1), '12:00', 'UTC') }))
      const may = (day: Day) => judge(person, at(day), { channel: 'email', purpose: 'ask-consent' })
      const end = may(asDay('2025-12-02')).firstBlockedDay
      fc.pre(end !== null && may(addDays(end, -before)).verdict === 'allow')
      const found = expiringConsent(person, at(addDays(end as Day, -before)))
      expect(found?.firstBlockedDay).toBe(before <= 30 ? end : undefined)
      expect([may(addDays(end as Day, -1)).verdict, may(end as Day).verdict]).toEqual(['allow', 'block'])
    }),
  )
})

test('each channel says where it stands, whatever the hour', () => {
  const states = channelStates(standing([purchase('2025-10-01'), express('2026-02-12')]), contactMoment(on('2026-11-23', '23:00'), aSender()))
  expect(Object.entries(states).map(([channel, { verdict, ground, firstBlockedDay }]) => [channel, verdict, ground, firstBlockedDay])).toEqual([
    ['email', 'allow', 'express-consent', null],
    ['sms', 'allow', 'purchase', '2027-10-01'],
    ['message', 'allow', 'purchase', '2027-10-01'],
    ['phone', 'allow', 'purchase', '2027-04-01'],
  ])
})

test('sales and enquiries that Entrain knows are purchases and inquiries, and nothing is written twice', () => {
  const events = consentEventsOf({
    contactId: 'helene',
    events: [express('2026-02-12')],
    purchases: [{ id: 's1', at: on('2026-05-01') }],
    enquiries: [{ id: 'q1', at: on('2026-11-20'), means: 'form', words: 'Combien?' }],
  })
  expect(events.map(({ id, fact }) => [id, fact.type])).toEqual([
    ['express-consent 2026-02-12', 'express-consent'],
    ['sale:s1', 'purchase'],
    ['enquiry:q1', 'inquiry'],
  ])
  expect(judge(standing(events), moment('2026-11-23'), { channel: 'sms', purpose: 'personal' })).toMatchObject({ ground: 'purchase', evidenceId: 'sale:s1' })
})

test('the end of a contract told twice is the earlier one, and only from when it was known', () => {
  const contract = anEvent({ type: 'contract', from: asDay('2024-01-01'), to: null, reference: '' }, '2024-01-01', 'c')
  const ended = (when: string, day: string) => anEvent({ type: 'ended', of: 'c', on: asDay(day) }, when)
  const person = standing([contract, ended('2026-03-01', '2026-02-28'), ended('2026-04-01', '2026-01-31')])
  const until = (day: string) =>
    judge(person, contactMoment(on(day), aSender({ confirmedAt: on('2026-01-01') })), { channel: 'email', purpose: 'personal' }).firstBlockedDay
  expect([until('2026-02-01'), until('2026-03-15'), until('2026-04-15')]).toEqual([null, '2028-02-28', '2028-01-31'])
})

test.each([
  'ARRÊT',
  'Stop svp',
  'Pouvez-vous me désabonner?',
  'Please unsubscribe me',
  'Ne m’écrivez plus',
  'Je ne veux plus recevoir vos courriels',
  'm\u2019écrivez pas',
  'Ne me contactez plus',
  'ne me recontactez plus svp',
  'SVP ne plus m’écrire',
  'Retirez-moi de votre liste',
  'Enlevez moi de la liste',
  'Pouvez-vous me retirer de vos envois?',
  'Cessez de m’écrire',
  'Arrête de m’envoyer des courriels',
  'Je ne souhaite plus recevoir de nouvelles',
  'Take me off your list',
  'Don’t write to me anymore',
  'do not contact me again',
  'No more emails please',
])('« %s » asks to stop', (text) => {
  expect(asksToStop(text)).toBe(true)
})
test.each([
  'Oui, écrivez-moi',
  'Je m’arrête chez vous jeudi',
  'Nonstop flight',
  'Retirez-vous la taxe du prix?',
  'Don’t hesitate to write to me',
  'Vous pouvez me contacter',
  'Contactez-moi plus tard',
  'Je n’ai plus de questions',
  'Écrivez-moi plus souvent',
  '',
])('« %s » does not', (text) => {
  expect(asksToStop(text)).toBe(false)
})

test('what was ticked on the form is the consent of the person whose enquiry it is, and goes with it when it is linked to someone else', () => {
  const enquiry = { id: 'e1', at: on('2026-02-12'), mayWrite: 'form-1', language: 'fr' } as const
  const stored = { ...anEvent(consentOfForm(enquiry), '2026-02-12', 'e1'), contactId: 'julie' }
  const eventsOf = (contactId: string, events: readonly ConsentEvent[], enquiries: readonly (typeof enquiry)[]) =>
    consentEventsOf({ contactId, events, purchases: [], enquiries })
  const mayBeWrittenTo = (events: readonly ConsentEvent[]) => isAllowed(channelStates(standing(events), moment('2026-11-12')).email)
  expect(eventsOf('julie', [stored], [enquiry]).filter(({ fact }) => fact.type === 'express-consent')).toEqual([stored])
  expect(eventsOf('julie', [stored], [])).toEqual([])
  expect(eventsOf('lise', [], [enquiry]).map(({ fact }) => fact.type)).toEqual(['inquiry', 'express-consent'])
  expect(mayBeWrittenTo(eventsOf('lise', [], [enquiry]))).toBe(true)
  expect(mayBeWrittenTo(eventsOf('julie', [stored], []))).toBe(false)
})
