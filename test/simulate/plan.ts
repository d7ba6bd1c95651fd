import { salesBand } from '#method/plan/band.ts'
import { makePlan } from '#method/plan/make-plan.ts'
import type { PlanLine, PlanOption } from '#method/plan/plan.ts'
import { priors, type TouchKind } from '#method/plan/touch-kind.ts'
import { chanceOf, type Chance } from '../torture/chance.ts'
import { betaDraw, binomialDraw, exponentialDraw, gammaDraw } from './draws.ts'

const USUAL_SALE = 30_000
const WISH = 200_000

/** A seller whose true rate and mean sale nobody knows: drawn from the starting beliefs of the plan. */
type Seller = { readonly rate: number; readonly meanSale: number }
const aSeller = (chance: Chance, touch: TouchKind): Seller => {
  const { rate, weight } = priors[touch]
  return { rate: betaDraw(chance, weight * rate, weight * (1 - rate)), meanSale: (3 * USUAL_SALE) / gammaDraw(chance, 4) }
}
const salesOf = (chance: Chance, seller: Seller, touches: number): readonly number[] =>
  Array.from({ length: binomialDraw(chance, touches, seller.rate) }, () => Math.round(exponentialDraw(chance, seller.meanSale)))

/** What came of the plans of many sellers after `past` touches each. Shares are of the sellers who had such a plan. */
export type Coverage = {
  readonly touch: TouchKind
  readonly past: number
  readonly sellers: number
  /** Sellers whose sales, in the even plan's touches, fell within its 80 % band. */
  readonly withinBand: number
  /** Sellers who reached the wish with the average, the even and the prudent plan. */
  readonly reached: Readonly<Record<'average' | 'even' | 'prudent', number>>
  /** What the plans announced for them, on the mean. */
  readonly announced: Readonly<Record<'average' | 'even' | 'prudent', number>>
}

const planNames = ['average', 'even', 'prudent'] as const

/**
 * Simulated sellers with known rates: each works `past` touches, asks for a plan of 2,000 $ with the sales she then has, and works it. Held
 * to: the band of sales holds the truth about four times in five, and each plan succeeds as often as it says.
 */
export const planCoverage = (touch: TouchKind, past: number, sellers: number, seed: number): Coverage => {
  const chance = chanceOf(seed)
  let bands = 0
  let within = 0
  const tally = {
    average: { plans: 0, reached: 0, announced: 0 },
    even: { plans: 0, reached: 0, announced: 0 },
    prudent: { plans: 0, reached: 0, announced: 0 },
  }
  for (let each = 0; each < sellers; each += 1) {
    const seller = aSeller(chance, touch)
    const sold = salesOf(chance, seller, past)
    const line: PlanLine = { id: touch, touch, past: { touches: past, sales: sold.length }, guess: null, prior: null, minutesEach: 6, minimum: 0, people: null }
    const wanted = { type: 'money', cents: WISH } as const
    const plan = makePlan({ wanted, usualSale: USUAL_SALE, pastSales: sold, lines: [line], workingDays: 21, minutesPerDay: 480 })
    if (!plan.ok) throw new Error(plan.reason)
    const rate = plan.facts[0]?.rate ?? { a: 0, b: 1 }
    const work = (option: PlanOption | null): readonly number[] | null => option && salesOf(chance, seller, option.touches)
    for (const name of planNames) {
      const came = work(plan[name])
      if (!came) continue
      tally[name].plans += 1
      tally[name].announced += plan[name]?.chance ?? 0
      if (came.reduce((sum, cents) => sum + cents, 0) >= WISH) tally[name].reached += 1
      if (name !== 'even') continue
      const { lower, upper } = salesBand([{ rate, touches: plan.even?.touches ?? 0 }])
      bands += 1
      if (came.length >= lower && came.length <= upper) within += 1
    }
  }
  const share = (of: 'reached' | 'announced') => ({
    average: tally.average[of] / tally.average.plans,
    even: tally.even[of] / tally.even.plans,
    prudent: tally.prudent[of] / tally.prudent.plans,
  })
  return { touch, past, sellers, withinBand: within / bands, reached: share('reached'), announced: share('announced') }
}

/** The touches already made at which the band is held to its word. */
export const pasts = [0, 10, 50, 300] as const
const kinds = ['unknown', 'met', 'inquiry', 'client', 'referral', 'meeting'] as const

const percent = (share: number): string => (Number.isNaN(share) ? 'none' : `${(100 * share).toFixed(1)} %`)

/** Runs the simulation of the plan and prints it; `true` when every band holds the truth 75 to 85 times in a hundred. */
export const simulatePlan = (say: (line: string) => void, seed: number, sellers = 4000): boolean => {
  say(`Plan: a wish of 2,000 $, ${sellers} sellers each, true rates drawn from the starting beliefs (seed ${seed})`)
  say('touch to     past   80 % band holds   average plan reached (announced)   even            prudent')
  let isHeld = true
  for (const touch of kinds) {
    for (const past of pasts) {
      const { withinBand, reached, announced } = planCoverage(touch, past, sellers, seed + past)
      const told = (name: 'average' | 'even' | 'prudent') => `${percent(reached[name])} (${percent(announced[name])})`
      say(
        `${touch.padEnd(10)} ${String(past).padStart(6)}   ${percent(withinBand).padStart(15)}   ${told('average').padStart(32)}   ${told('even')}   ${told('prudent')}`,
      )
      isHeld &&= withinBand >= 0.75 && withinBand <= 0.85
    }
  }
  return isHeld
}
