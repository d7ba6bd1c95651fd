import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anActivity, clock, zone } from '#test/a-day.ts'
import type { Activity } from '../activity/activity.ts'
import { addDays, asDay, asInstant, daysFrom, type Day } from '../calendar/day.ts'
import type { Relationship } from '../contact/contact.ts'
import { tellDots } from './challenge-dots.ts'
import { challengeProgress, teamShare, type ChallengeRules } from './challenge-progress.ts'
import { challengeTemplates, dailyChallenge, fromTemplate, lastOfWorkingDays } from './challenge-template.ts'
import { resumed, type Challenge } from './challenge.ts'

const monday = asDay('2026-11-02')
const calendar = { schedules: [], daysOff: [] }
// Ten working days, twenty people a day.
const challenge: Challenge = {
  id: 'd1',
  memberId: 'nadia',
  title: '20 par jour',
  items: [{ kind: null, target: 200, relationship: null }],
  from: monday,
  to: asDay('2026-11-13'),
  pauses: [],
  endedAt: null,
  stakes: '',
  template: null,
  joinedOn: null,
}
const rules = (today: string, over: Partial<ChallengeRules> = {}): ChallengeRules => ({
  today: asDay(today),
  zone,
  calendar,
  joinedOn: challenge.from,
  canonical: (id) => id,
  relationshipOf: () => 'potential',
  ...over,
})
const calls = (day: string, count: number, kind = 'phone'): readonly Activity[] =>
  Array.from({ length: count }, (_, place) =>
    anActivity({ id: `${day} ${kind} ${place}`, kind, contactIds: [`p${place}`], occurredAt: asInstant(Date.parse(`${day}T15:00:00.000Z`)) }),
  )

test('half the days gone and half the people met is a challenge on its way', () => {
  const activities = daysFrom(monday, asDay('2026-11-06')).flatMap((day) => calls(day, 20))
  const progress = challengeProgress(challenge, activities, rules('2026-11-06'))
  expect(progress).toMatchObject({ share: 0.5, expected: 0.5, state: 'running' })
  expect(progress.items[0]).toMatchObject({ done: 100, target: 200, whole: 200, perDay: 20, doneToday: 20 })
})

test('a line counts up to its own target: calls do not stand in for meetings', () => {
  const two = {
    ...challenge,
    items: [
      { kind: 'phone', target: 10, relationship: null },
      { kind: 'meeting', target: 10, relationship: null },
    ],
  }
  const progress = challengeProgress(two, calls('2026-11-03', 30), rules('2026-11-03'))
  expect(progress.items.map(({ done }) => done)).toEqual([30, 0])
  expect(progress).toMatchObject({ share: 0.5, state: 'running' })
  expect(challengeProgress(two, [...calls('2026-11-03', 30), ...calls('2026-11-04', 10, 'meeting')], rules('2026-11-04'))).toMatchObject({
    share: 1,
    state: 'won',
  })
})

test('a weekend is not asked for, and what is done on it counts', () => {
  const saturday = '2026-11-07'
  const progress = challengeProgress(challenge, calls(saturday, 4), rules('2026-11-08'))
  expect(progress.expected).toBe(0.5)
  expect(progress.items[0]?.done).toBe(4)
  expect(progress.doneByDay.get(asDay(saturday))).toBe(4)
})

test('one person counts once a day, and nothing before the first day or after the last', () => {
  const activities = [...calls('2026-11-03', 3), ...calls('2026-11-03', 3, 'email'), ...calls('2026-10-30', 5), ...calls('2026-11-16', 5)]
  expect(challengeProgress(challenge, activities, rules('2026-11-17')).items[0]?.done).toBe(3)
})

test('joining late scales the target to the days that remain, rounded up', () => {
  const progress = challengeProgress(
    { ...challenge, items: [{ kind: null, target: 75, relationship: null }] },
    calls('2026-11-03', 9),
    rules('2026-11-11', { joinedOn: asDay('2026-11-11') }),
  )
  expect(progress.items[0]).toMatchObject({ target: 23, done: 0 })
  expect(progress.expected).toBeCloseTo(1 / 3, 12)
})

test('a pause asks for nothing and takes nothing away', () => {
  const paused = { ...challenge, pauses: [{ from: asDay('2026-11-04'), to: asDay('2026-11-06') }] }
  const activities = [...calls('2026-11-02', 20), ...calls('2026-11-03', 20)]
  expect(challengeProgress(paused, activities, rules('2026-11-05'))).toMatchObject({ state: 'paused', expected: 2 / 7, share: 40 / 140 })
  expect(challengeProgress(paused, activities, rules('2026-11-09')).state).toBe('running')
})

test('a pause that is still open rests up to today', () => {
  const resting = { ...challenge, pauses: [{ from: asDay('2026-11-04'), to: null }] }
  expect(challengeProgress(resting, calls('2026-11-02', 20), rules('2026-11-04'))).toMatchObject({ state: 'paused', expected: 2 / 9 })
  expect(challengeProgress(resting, calls('2026-11-02', 20), rules('2026-11-05'))).toMatchObject({ state: 'paused', expected: 2 / 8 })
})

test('ending early loses nothing, and is not a win by itself', () => {
  const ended = { ...challenge, endedAt: asInstant(Date.parse('2026-11-04T20:00:00.000Z')) }
  const activities = [...calls('2026-11-02', 20), ...calls('2026-11-03', 20)]
  expect(challengeProgress(ended, activities, rules('2026-11-20'))).toMatchObject({ state: 'ended', share: 1, expected: 1 })
  expect(challengeProgress(ended, activities, rules('2026-11-20')).items[0]).toMatchObject({ done: 40, target: 40, whole: 200 })
})

test('before its first day it is to come; after its last, over or won, never failed', () => {
  expect(challengeProgress(challenge, [], rules('2026-11-01'))).toMatchObject({ state: 'to-come', expected: 0, share: 0 })
  expect(challengeProgress(challenge, calls('2026-11-02', 20), rules('2026-11-14')).state).toBe('over')
})

test('a line with past clients counts them, and those who bought again', () => {
  const relations: Readonly<Record<string, Relationship>> = { p0: 'past-client', p1: 'client', p2: 'potential' }
  const clients = { ...challenge, items: [{ kind: null, target: 25, relationship: 'past-client' as const }] }
  const nobody = anActivity({ id: 'post', kind: 'post', contactIds: [], occurredAt: asInstant(Date.parse('2026-11-03T15:00:00.000Z')) })
  const progress = challengeProgress(clients, [...calls('2026-11-03', 4), nobody], rules('2026-11-03', { relationshipOf: (id) => relations[id] }))
  expect(progress.items[0]).toMatchObject({ done: 2, perDay: 3 })
})

test('the templates last 21, 10 and 5 working days, over holidays and weekends', () => {
  const made = challengeTemplates.map((template) => fromTemplate(template, asDay('2026-12-14'), calendar))
  expect(made.map(({ to, items }) => [to, items[0]?.target, items[0]?.relationship])).toEqual([
    ['2027-01-13', 105, null],
    ['2026-12-28', 200, null],
    ['2026-12-18', 25, 'past-client'],
  ])
  expect(
    lastOfWorkingDays(monday, 3, {
      schedules: [{ id: 's', memberId: 'n', effectiveFrom: asDay('2020-01-01'), weekdays: [], holidays: 'none', easter: 'good-friday' }],
      daysOff: [],
    }),
  ).toBe(addDays(monday, 1099))
})

test('together, one person counts for one and a half times her own part at most', () => {
  expect(
    teamShare([
      { done: 1000, target: 100 },
      { done: 0, target: 100 },
    ]),
  ).toBe(0.75)
  expect(
    teamShare([
      { done: 150, target: 100 },
      { done: 60, target: 100 },
    ]),
  ).toBe(1)
  expect(teamShare([])).toBe(0)
})

const workingDays = daysFrom(addDays(challenge.from, -2), addDays(challenge.to, 2))
const anyCalls = fc
  .array(fc.record({ day: fc.constantFrom(...workingDays), person: fc.nat(30), kind: fc.constantFrom('phone', 'email', 'meeting'), isVoid: fc.boolean() }), {
    maxLength: 80,
  })
  .map((drawn) =>
    drawn.map(({ day, person, kind, isVoid }, place) =>
      anActivity({
        id: `a${place}`,
        kind,
        contactIds: [`p${person}`],
        occurredAt: asInstant(Date.parse(`${day}T15:00:00.000Z`)),
        voidedAt: isVoid ? clock('20:00') : null,
      }),
    ),
  )
const anyChallenge = fc
  .record({
    targets: fc.array(fc.record({ kind: fc.constantFrom(null, 'phone', 'email'), target: fc.integer({ min: 1, max: 60 }), relationship: fc.constant(null) }), {
      minLength: 1,
      maxLength: 3,
    }),
    pause: fc.option(fc.constantFrom(...workingDays)),
  })
  .map(({ targets, pause }): Challenge => ({ ...challenge, items: targets, pauses: pause === null ? [] : [{ from: pause, to: addDays(pause, 2) }] }))
const anyToday = fc.constantFrom<Day>(...workingDays)

test('progress is the same in any order, never above 1, and never falls when more is done', () => {
  fc.assert(
    fc.property(anyChallenge, anyCalls, anyToday, (any, activities, today) => {
      const whole = challengeProgress(any, activities, rules(today))
      expect(challengeProgress(any, [...activities].reverse(), rules(today))).toEqual(whole)
      let before = 0
      for (let count = 0; count <= activities.length; count += 1) {
        const { share } = challengeProgress(any, activities.slice(0, count), rules(today))
        expect(share).toBeGreaterThanOrEqual(before)
        expect(share).toBeLessThanOrEqual(1)
        before = share
      }
      expect(whole.share).toBe(before)
    }),
    { numRuns: 50 },
  )
})

test('what is expected only grows with the days, from nothing to everything', () => {
  fc.assert(
    fc.property(anyChallenge, (any) => {
      const shares = workingDays.map((today) => challengeProgress(any, [], rules(today)).expected)
      expect(shares).toEqual([...shares].sort((a, b) => a - b))
      expect([shares[0], shares.at(-1)]).toEqual([0, 1])
    }),
  )
})

const vacation = (from: string, to: string) => ({
  schedules: [],
  daysOff: [{ id: 'o', memberId: 'nadia', from: asDay(from), to: asDay(to), kind: 'vacation' as const, removed: false }],
})

test('a day off lowers what is asked for, announced before or meanwhile', () => {
  const off = vacation('2026-11-09', '2026-11-13')
  expect(challengeProgress(challenge, [], rules('2026-11-06', { calendar: off }))).toMatchObject({ expected: 1, items: [{ target: 100, perDay: 20 }] })
  const planned = fromTemplate(challengeTemplates[1], monday, off)
  expect(planned).toMatchObject({ to: '2026-11-20', items: [{ target: 300 }] })
  const asked = challengeProgress({ ...challenge, ...planned }, [], rules('2026-11-06', { calendar: off }))
  expect(asked).toMatchObject({ expected: 0.5, items: [{ target: 200, perDay: 20 }] })
})

test('a pause taken up again counts the day itself, and one of a single day was none', () => {
  const day = asDay
  expect(resumed([{ from: day('2026-11-04'), to: null }], day('2026-11-08'))).toEqual([{ from: '2026-11-04', to: '2026-11-08' }])
  expect(resumed([{ from: day('2026-11-09'), to: null }], day('2026-11-08'))).toEqual([])
  const before = { from: day('2026-11-02'), to: day('2026-11-03') }
  expect(resumed([before, { from: day('2026-11-09'), to: null }], day('2026-11-08'))).toEqual([before])
})

test('several activities, so many a day each, are so many over the days worked', () => {
  const lines = [
    { kind: 'phone', relationship: null, perDay: 10 },
    { kind: 'email', relationship: 'past-client', perDay: 2 },
  ] as const
  const made = dailyChallenge(lines, monday, 10, calendar)
  expect(made).toMatchObject({
    from: monday,
    to: '2026-11-13',
    items: [
      { kind: 'phone', target: 100 },
      { kind: 'email', target: 20 },
    ],
  })
  // Joined on the sixth of ten days: half of each is asked for.
  const late = challengeProgress({ ...challenge, ...made, joinedOn: asDay('2026-11-09') }, [], rules('2026-11-09', { joinedOn: asDay('2026-11-09') }))
  expect(late.items.map(({ target }) => target)).toEqual([50, 10])
})

test('the days that left the device come from what was told of them, and change nothing of the whole', () => {
  const anyActivity = fc
    .record({ day: fc.nat(17), person: fc.constantFrom('p0', 'p1', 'p2', ''), kind: fc.constantFrom('phone', 'email') })
    .map(({ day, person, kind }, place = 0) =>
      anActivity({
        id: `x${day}${person}${kind}${place}`,
        kind,
        contactIds: person === '' ? [] : [person],
        occurredAt: asInstant(Date.parse('2026-11-01T15:00:00.000Z') + day * 86_400_000),
      }),
    )
  const relationshipOf = (id: string) => (id === 'p2' ? ('partner' as const) : ('client' as const))
  const items = [
    { kind: null, target: 30, relationship: null },
    { kind: 'phone', target: 10, relationship: 'potential' as const },
  ]
  fc.assert(
    fc.property(fc.array(anyActivity, { maxLength: 40 }), fc.integer({ min: 0, max: 18 }), (activities, cut) => {
      const asked = { ...challenge, items }
      const told = rules('2026-11-18', { relationshipOf })
      const whole = challengeProgress(asked, activities, told)
      const before = addDays(asDay('2026-11-01'), cut)
      const older = items.map((item) => {
        const telling = tellDots(item, told)
        // The server tells every day; the device keeps its own from its first one on.
        for (const activity of activities) telling.add(activity)
        return telling.end()
      })
      const here = activities.filter(({ day }) => day >= before)
      const joined = challengeProgress(asked, here, told, { before, items: older })
      expect({ ...joined, doneByDay: Object.fromEntries(joined.doneByDay) }).toEqual({ ...whole, doneByDay: Object.fromEntries(whole.doneByDay) })
    }),
  )
})

test('a challenge that was won stays won once its days have left the device', () => {
  const won = [...calls('2026-11-02', 20), ...calls('2026-11-03', 20), ...calls('2026-11-04', 100)]
  const late = rules('2027-04-01')
  expect(challengeProgress({ ...challenge, items: [{ kind: null, target: 140, relationship: null }] }, won, late).state).toBe('won')
  const older = { before: asDay('2027-01-01'), items: [{ '2026-11-02': 20, '2026-11-03': 20, '2026-11-04': 100 }] }
  expect(challengeProgress({ ...challenge, items: [{ kind: null, target: 140, relationship: null }] }, [], late, older)).toMatchObject({
    state: 'won',
    share: 1,
  })
})
