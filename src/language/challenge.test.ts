import { expect, test } from 'vitest'
import { asDay, type Day } from '#method/calendar/day.ts'
import { challengeProgress } from '#method/challenge/challenge-progress.ts'
import { dailyChallenge } from '#method/challenge/challenge-template.ts'
import type { Challenge } from '#method/challenge/challenge.ts'
import { challengeSentence, isBeforeFirstDay } from './challenge.ts'

const calendar = { schedules: [], daysOff: [] }
const saturday = asDay('2026-11-28')
const challenge = (from: Day): Challenge => ({
  id: 'c',
  memberId: 'nadia',
  title: '21 jours',
  ...dailyChallenge([{ kind: null, relationship: null, perDay: 5 }], from, 21, calendar),
  pauses: [],
  endedAt: null,
  stakes: '',
  template: null,
  joinedOn: null,
})
const on = (today: Day, from: Day) =>
  challengeProgress(challenge(from), [], {
    today,
    zone: 'America/Toronto',
    calendar,
    joinedOn: from,
    canonical: (id) => id,
    relationshipOf: () => undefined,
  })

test('a challenge begun on a day off says when its first day is, never « Jour 0 »', () => {
  expect(challengeSentence(on(saturday, saturday), 'fr', saturday)).toBe('0 sur 105. Commence lundi.')
  expect(challengeSentence(on(saturday, saturday), 'en', saturday)).toBe('0 of 105. Begins on Monday.')
  const sunday = asDay('2026-11-29')
  expect(challengeSentence(on(sunday, saturday), 'fr', sunday)).toBe('0 sur 105. Commence demain.')
  expect(challengeSentence(on(sunday, saturday), 'en', sunday)).toBe('0 of 105. Begins tomorrow.')
})

test('one that is for later says its date, and one under way its day', () => {
  const far = asDay('2026-12-14')
  expect(challengeSentence(on(saturday, far), 'fr', saturday)).toBe('0 sur 105. Commence le 14 décembre.')
  expect(challengeSentence(on(saturday, far), 'en', saturday)).toBe('0 of 105. Begins on December 14.')
  const monday = asDay('2026-11-30')
  expect(isBeforeFirstDay(on(monday, saturday))).toBe(false)
  expect(challengeSentence(on(monday, saturday), 'fr', monday)).toBe('0 sur 105. Jour 1 sur 21.')
})
