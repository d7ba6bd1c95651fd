import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { logit, partsOf, probability, scoreOf, type Facts } from './score.ts'
import { sourcePriors, sources, type Source } from './source.ts'

type Vector = {
  readonly contact: {
    readonly id: string
    readonly source: Source
    readonly touches: number
    readonly days_since?: number
    readonly hot_age_days?: number
    readonly promise_days_late?: number
    readonly event_km?: number
    readonly event_in_days?: number
  }
  readonly z: number
  readonly p: number
  readonly parts: readonly (readonly [string, number])[]
}
const { ranking, ranking_order: order } = JSON.parse(readFileSync(new URL('../../../test/vectors/algorithm-vectors.json', import.meta.url), 'utf8')) as {
  readonly ranking: readonly Vector[]
  readonly ranking_order: readonly string[]
}
const logits = Object.fromEntries(sources.map((source) => [source, logit(sourcePriors[source])])) as Record<Source, number>
const factsOf = ({ contact }: Vector): Facts => ({
  source: contact.source,
  touches: contact.touches,
  daysSince: contact.days_since ?? null,
  hotAgeDays: contact.hot_age_days ?? null,
  promiseDaysLate: contact.promise_days_late ?? null,
  event: contact.event_km === undefined ? null : { km: contact.event_km, inDays: contact.event_in_days ?? 0 },
  isDue: false,
  isConditionMet: false,
})
const near = (a: number, b: number): boolean => Math.abs(a - b) < 1e-9

test.each(ranking)('the score of "$contact.id", its chance and its parts are those of the reference', (vector) => {
  const facts = factsOf(vector)
  const parts = partsOf(facts, logits)
  expect(near(scoreOf(facts, logits), vector.z)).toBe(true)
  expect(near(probability(scoreOf(facts, logits)), vector.p)).toBe(true)
  expect(parts.map(({ name }) => name)).toEqual(vector.parts.map(([name]) => name))
  expect(parts.every(({ z }, place) => near(z, vector.parts[place]?.[1] ?? Infinity))).toBe(true)
  expect(
    near(
      parts.reduce((sum, { z }) => sum + z, 0),
      vector.z,
    ),
  ).toBe(true)
})

test('by their scores the ten of the reference stand in its order', () => {
  const ranked = ranking.map((vector) => ({ id: vector.contact.id, z: scoreOf(factsOf(vector), logits) })).sort((a, b) => b.z - a.z)
  expect(ranked.map(({ id }) => id)).toEqual(order)
})

const blank: Facts = { source: 'met', touches: 0, daysSince: null, hotAgeDays: null, promiseDaysLate: null, event: null, isDue: false, isConditionMet: false }

test('an event counts up to forty kilometres and thirty days ahead, today included, and no further', () => {
  const adds = (km: number, inDays: number) => scoreOf({ ...blank, event: { km, inDays } }, logits) - scoreOf(blank, logits)
  expect([adds(40, 0), adds(0, 30)].every((added) => near(added, 0.5))).toBe(true)
  expect([adds(40.1, 5), adds(5, 31), adds(5, -1)]).toEqual([0, 0, 0])
})

test('a word given weighs more than any step that is due, however late it is', () => {
  const promised = scoreOf({ ...blank, promiseDaysLate: 400 }, logits)
  expect(promised).toBeGreaterThan(scoreOf({ ...blank, isDue: true }, logits))
})

test('beyond the ninth touch without an answer, another changes nothing more', () => {
  expect(scoreOf({ ...blank, touches: 30 }, logits)).toBe(scoreOf({ ...blank, touches: 9 }, logits))
})
