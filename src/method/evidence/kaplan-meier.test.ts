import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { kaplanMeier, shownCurve, soldBy, type Observation } from './kaplan-meier.ts'

type Row = Readonly<Record<'time' | 'n_risk' | 'n_event' | 'n_censor' | 'surv' | 'greenwood_se' | 'loglog_lo' | 'loglog_hi', number>>
type Reference = { readonly n: number; readonly events: number; readonly median: number; readonly table: readonly Row[] }
const vectors = JSON.parse(readFileSync(new URL('../../../test/vectors/cure-and-km-vectors.json', import.meta.url), 'utf8')) as Readonly<
  Record<'freireich_6mp' | 'aml_maintained' | 'tiny', Reference>
>

const repeated = (count: number, observation: Observation): readonly Observation[] => Array.from({ length: count }, () => observation)
const observationsOf = ({ table }: Reference): readonly Observation[] =>
  table.flatMap(({ time, n_event, n_censor }) => [...repeated(n_censor, { time, isEvent: false }), ...repeated(n_event, { time, isEvent: true })])

test.each(['freireich_6mp', 'aml_maintained', 'tiny'] as const)('the curve of %s is that of the reference, limits included', (name) => {
  const reference = vectors[name]
  const curve = kaplanMeier(observationsOf(reference))
  expect([curve.n, curve.events, curve.median]).toEqual([reference.n, reference.events, reference.median])
  expect(curve.steps).toHaveLength(reference.table.length)
  for (const [place, row] of reference.table.entries()) {
    const step = curve.steps[place]
    expect([step?.time, step?.atRisk, step?.events, step?.censored]).toEqual([row.time, row.n_risk, row.n_event, row.n_censor])
    expect(step?.survival).toBeCloseTo(row.surv, 10)
    expect(step?.standardError).toBeCloseTo(row.greenwood_se, 10)
    expect(step?.limits?.lower).toBeCloseTo(row.loglog_lo, 10)
    expect(step?.limits?.upper).toBeCloseTo(row.loglog_hi, 10)
  }
})

test('nothing is shown where fewer than ten are still followed, not even a median reached there', () => {
  const shown = shownCurve(kaplanMeier(observationsOf(vectors.tiny)))
  expect(shown.steps.map(({ time, atRisk }) => [time, atRisk])).toEqual([[1, 12]])
  expect(shown.median).toBeNull()
  const half = kaplanMeier([...repeated(12, { time: 3, isEvent: true }), ...repeated(12, { time: 9, isEvent: false })])
  expect(shownCurve(half).median).toBe(3)
})

test('there are no limits before the first sale, nor once everyone has bought', () => {
  const { steps, median } = kaplanMeier([{ time: 1, isEvent: false }, ...repeated(3, { time: 2, isEvent: true })])
  expect(steps.map(({ survival, limits }) => [survival, limits])).toEqual([
    [1, null],
    [0, null],
  ])
  expect(steps[1]?.standardError).toBeNull()
  expect(median).toBe(2)
  expect(kaplanMeier([])).toEqual({ n: 0, events: 0, steps: [], median: null })
})

test('people still open keep the naive rate honest: an immature group is worth more than its sales so far', () => {
  // Ten sold on day 5; ninety are seen for three days only, a hundred for thirty.
  const curve = kaplanMeier([
    ...repeated(10, { time: 5, isEvent: true }),
    ...repeated(90, { time: 3, isEvent: false }),
    ...repeated(100, { time: 30, isEvent: false }),
  ])
  expect(soldBy(curve, 30).share).toBeCloseTo(10 / 110, 12)
  expect(soldBy(curve, 30).share).toBeGreaterThan(10 / 200)
  expect(soldBy(curve, 4)).toEqual({ share: 0, limits: null })
})

const anyObservations = fc.array(fc.record({ time: fc.integer({ min: 0, max: 40 }), isEvent: fc.boolean() }), { maxLength: 200 })

test('the curve only goes down, stays between 0 and 1, holds its limits around it, and does not depend on the order', () => {
  fc.assert(
    fc.property(anyObservations, (observations) => {
      const curve = kaplanMeier(observations)
      expect(kaplanMeier([...observations].reverse())).toEqual(curve)
      let before = 1
      let followed = observations.length
      for (const { survival, limits, atRisk, events, censored } of curve.steps) {
        expect(atRisk).toBe(followed)
        followed -= events + censored
        expect(survival).toBeLessThanOrEqual(before)
        expect(survival).toBeGreaterThanOrEqual(0)
        if (limits) expect(limits.lower <= survival && survival <= limits.upper).toBe(true)
        before = survival
      }
      expect(followed).toBe(0)
    }),
  )
})

test('without anyone open, the curve is the plain share of those not yet sold', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 100 }), fc.integer({ min: 0, max: 30 }), (times, at) => {
      const curve = kaplanMeier(times.map((time) => ({ time, isEvent: true })))
      expect(soldBy(curve, at).share).toBeCloseTo(times.filter((time) => time <= at).length / times.length, 10)
    }),
  )
})
