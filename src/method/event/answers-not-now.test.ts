import { expect, test } from 'vitest'
import { addDays, asDay, type Instant } from '../calendar/day.ts'
import type { NotNow } from '../contact/contact.ts'
import { answerToNotNow, type Occasion } from './answers-not-now.ts'
import { aboutness } from './what-about.ts'

const at = '2026-02-12T15:00:00.000Z' as Instant
const occasion: Occasion = {
  day: asDay('2026-12-28'),
  isNear: true,
  offerId: 'workshop',
  offerSince: '2026-05-01T12:00:00.000Z' as Instant,
  isAbout: aboutness(['Prospection par téléphone'], 'Conférence à Drummondville', 'Drummondville'),
  zone: 'America/Toronto',
}
const said = (over: Partial<NotNow>): NotNow => ({ reason: 'other', note: '', until: null, at, ...over })
const answer = (over: Partial<NotNow>, when: Partial<Occasion> = {}) => answerToNotNow(said(over), { ...occasion, ...when })

test('an event near her answers who was waiting for one, and the budget of who named nothing', () => {
  expect(answer({ change: { type: 'event-near' } })).toBe('event-near')
  expect(answer({ change: { type: 'event-near' } }, { isNear: false })).toBeNull()
  expect(answer({ reason: 'budget' })).toBe('budget')
  expect(answer({ reason: 'budget' }, { isNear: false })).toBeNull()
  expect(answer({ reason: 'budget', change: { type: 'offer', offerId: 'coaching' } })).toBeNull()
})

test('an offer answers who was waiting for it, or for any new one made since', () => {
  expect(answer({ change: { type: 'offer', offerId: 'workshop' } })).toBe('offer')
  expect(answer({ change: { type: 'offer', offerId: 'coaching' } })).toBeNull()
  expect(answer({ change: { type: 'offer', offerId: null } })).toBe('offer')
  expect(answer({ change: { type: 'offer', offerId: null } }, { offerSince: '2026-01-01T12:00:00.000Z' as Instant })).toBeNull()
  expect(answer({ change: { type: 'offer', offerId: null } }, { offerId: null })).toBeNull()
})

test('before her date she is left in peace, unless what she named has come', () => {
  const { day } = occasion
  expect(answer({ until: day, change: { type: 'date' } })).toBe('date')
  expect(answer({ until: addDays(day, 1), change: { type: 'date' } })).toBe('too-early')
  expect(answer({ reason: 'budget', until: addDays(day, 1), change: { type: 'date' } })).toBe('too-early')
  expect(answer({ until: addDays(day, 1), change: { type: 'event-near' } })).toBe('event-near')
})

test('the day that Entrain proposed to wake her up is not one that she asked for: an event before it still answers her reason', () => {
  const until = addDays(occasion.day, 40)
  for (const change of [null, undefined]) {
    expect(answer({ reason: 'budget', until, change })).toBe('budget')
    expect(answer({ reason: 'timing', until, change })).toBe('timing')
    expect(answer({ reason: 'authority', until, change })).toBeNull()
    expect(answer({ reason: 'budget', until: occasion.day, change })).toBe('budget')
  }
})

test('« pas le bon moment », without a date, is asked again after two months', () => {
  expect(answer({ reason: 'timing' })).toBe('timing')
  expect(answer({ reason: 'timing' }, { day: asDay('2026-04-12') })).toBeNull()
  expect(answer({ reason: 'timing' }, { day: asDay('2026-04-13') })).toBe('timing')
})

test('a "not now" whose reason the event does not touch stays one', () => {
  expect(['authority', 'has-another', 'other'].map((reason) => answer({ reason }))).toEqual([null, null, null])
  expect(answer({ change: { type: 'words', words: 'si vous parlez de prospection' } })).toBeNull()
  expect(answer({ change: { type: 'words', words: 'prospection' } })).toBe('words')
})

test.each([
  ['PROSPECTION', true],
  ['la prospection par telephone avec une équipe', true],
  ['téléphones', true],
  ['Conférences', true],
  ['Drummondville', false],
  ['par', false],
  ['', false],
  ['comptabilité', false],
])('whether « %s » is what the talk is about: %s', (words, isAbout) => {
  expect(occasion.isAbout(words)).toBe(isAbout)
})
