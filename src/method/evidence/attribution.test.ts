import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asCents } from '../sale/sale.ts'
import { attribute, creditModels, type CreditModel, type SoldPath } from './attribution.ts'
import { markovChain } from './markov.ts'
import { shareOut } from './share-out.ts'

const path = (kinds: string, value = 100, daysBefore = (place: number, all: number) => all - place): SoldPath => ({
  touches: [...kinds].map((kind, place) => ({ kind, daysBefore: daysBefore(place + 1, kinds.length) })),
  value: asCents(value),
})
const creditsOf = (sold: readonly SoldPath[], model: CreditModel, unsold: readonly string[] = []) =>
  Object.fromEntries(
    attribute(
      sold,
      unsold.map((kinds) => [...kinds]),
    ).models[model].map(({ name, exact }) => [name, exact]),
  )

const toy = [path('G'), path('G'), path('M'), path('GM')]

test('the example of the method: four sales out of five journeys', () => {
  const { models, chain, noted } = attribute(toy, [['G']])
  expect(noted).toBe(400)
  expect(chain.journeys).toBe(5)
  expect(chain.conversion).toBeCloseTo(0.8, 12)
  expect(chain.removal).toEqual([
    { kind: 'G', effect: expect.closeTo(0.75, 12) },
    { kind: 'M', effect: expect.closeTo(0.5, 12) },
  ])
  expect(models.markov.map(({ name, cents }) => [name, cents])).toEqual([
    ['G', 240],
    ['M', 160],
  ])
  for (const model of ['linear', 'shapley'] as const) {
    expect(models[model].map(({ cents }) => cents)).toEqual([250, 150])
  }
})

test.each([
  ['linear', { A: 500, B: 250, C: 250 }],
  ['shapley', { A: 1000 / 3, B: 1000 / 3, C: 1000 / 3 }],
  ['first', { A: 1000, B: 0, C: 0 }],
  ['last', { A: 0, B: 0, C: 1000 }],
  ['position', { A: 500, B: 100, C: 400 }],
] as const)('a sale of 10 $ after A, B, A and C, shared by the %s model', (model, wanted) => {
  const made = creditsOf([path('ABAC', 1000)], model)
  for (const [kind, value] of Object.entries(wanted)) expect(made[kind]).toBeCloseTo(value, 9)
})

test('by position, one touch gets all, two get half each', () => {
  expect(creditsOf([path('A', 1000)], 'position')).toEqual({ A: 1000 })
  expect(creditsOf([path('AB', 1000)], 'position')).toEqual({ A: 500, B: 500 })
})

test('a touch a week older weighs half, however long ago both were', () => {
  for (const ago of [0, 350]) {
    const { A, B } = creditsOf([path('AB', 900, (place) => ago + (place === 1 ? 7 : 0))], 'time-decay')
    expect(A).toBeCloseTo(300, 9)
    expect(B).toBeCloseTo(600, 9)
  }
})

test('repeats kept or collapsed give the same Markov shares', () => {
  const repeated = creditsOf([path('GGGM'), path('MM'), path('G')], 'markov', ['GG', 'MMM'])
  const collapsed = creditsOf([path('GM'), path('M'), path('G')], 'markov', ['G', 'M'])
  for (const kind of ['G', 'M']) expect(repeated[kind]).toBeCloseTo(collapsed[kind] ?? NaN, 9)
})

test('a kind after which nothing ever sold gets nothing from the chain', () => {
  expect(creditsOf(toy, 'markov', ['X', 'GX'])['X'] ?? 0).toBe(0)
  expect(markovChain([]).conversion).toBe(0)
})

test('cents left over go to the largest remainders, ties by name', () => {
  const third = 100 / 3
  expect(
    shareOut(
      asCents(100),
      new Map([
        ['c', third],
        ['a', third],
        ['b', third],
      ]),
    ).map(({ name, cents }) => [name, cents]),
  ).toEqual([
    ['a', 34],
    ['b', 33],
    ['c', 33],
  ])
  expect(
    shareOut(
      asCents(10),
      new Map([
        ['a', 3.2],
        ['b', 6.8],
      ]),
    ).map(({ cents }) => cents),
  ).toEqual([3, 7])
})

const anyTouches = fc.array(fc.record({ kind: fc.constantFrom('phone', 'email', 'text', 'video', 'post'), daysBefore: fc.integer({ min: 0, max: 365 }) }), {
  maxLength: 9,
})
const anySold = fc.array(fc.record({ touches: anyTouches, value: fc.integer({ min: 0, max: 5_000_000 }).map(asCents) }), { maxLength: 40 })
const anyUnsold = fc.array(fc.array(fc.constantFrom('phone', 'email', 'text', 'video', 'post'), { minLength: 1, maxLength: 6 }), { maxLength: 20 })

test('every model shares out the sales to the cent, and none takes any away', () => {
  fc.assert(
    fc.property(anySold, anyUnsold, (sold, unsold) => {
      const { noted, models } = attribute(sold, unsold)
      expect(noted).toBe(sold.reduce((sum, { touches, value }) => (touches.length > 0 ? sum + value : sum), 0))
      for (const model of creditModels) {
        expect(models[model].reduce((sum, { cents }) => sum + cents, 0)).toBe(noted)
        for (const { cents, exact } of models[model]) {
          expect(cents).toBeGreaterThanOrEqual(0)
          expect(Math.abs(cents - exact)).toBeLessThan(1 + 1e-6)
        }
      }
    }),
  )
})

test('the order in which sales were written changes no cent', () => {
  fc.assert(
    fc.property(anySold, anyUnsold, (sold, unsold) => {
      const cents = (all: ReturnType<typeof attribute>) => creditModels.map((model) => all.models[model].map(({ name, cents }) => [name, cents]))
      expect(cents(attribute([...sold].reverse(), [...unsold].reverse()))).toEqual(cents(attribute(sold, unsold)))
    }),
  )
})

test('the Shapley value of the closed form is that of the definition', () => {
  const subsets = (kinds: readonly string[]): readonly (readonly string[])[] =>
    kinds.length === 0 ? [[]] : subsets(kinds.slice(1)).flatMap((rest) => [rest, [kinds[0] ?? '', ...rest]])
  const factorial = (n: number): number => (n <= 1 ? 1 : n * factorial(n - 1))
  fc.assert(
    fc.property(anySold, (sold) => {
      const noted = sold.filter(({ touches }) => touches.length > 0)
      const kinds = [...new Set(noted.flatMap(({ touches }) => touches.map(({ kind }) => kind)))].sort()
      const worth = (inside: readonly string[]): number =>
        noted.reduce((sum, { touches, value }) => (touches.every(({ kind }) => inside.includes(kind)) ? sum + value : sum), 0)
      const made = creditsOf(sold, 'shapley')
      for (const kind of kinds) {
        const others = kinds.filter((each) => each !== kind)
        const value = subsets(others).reduce((sum, inside) => {
          const weight = (factorial(inside.length) * factorial(others.length - inside.length)) / factorial(kinds.length)
          return sum + weight * (worth([...inside, kind]) - worth(inside))
        }, 0)
        expect(made[kind]).toBeCloseTo(value, 3)
      }
    }),
    { numRuns: 30 },
  )
})
