import { rules, type RuleName } from './ranking-rules.ts'
import { liveSeason } from './ranking-season.ts'
import { drawWorld, size, type Temper } from './ranking-world.ts'

/** How a rule fared over many worlds, beside chance. */
export type Fared = {
  readonly rule: RuleName
  readonly sales: number
  readonly timesRandom: number
  /** Share of the worlds in which it sold at least as much as chance did on the mean of three tries. */
  readonly atLeastRandom: number
  readonly kept: number
  readonly timesLeft: number
}

// One try of chance is itself a matter of chance: three of them say better what it is worth.
const tries = 3

/** The rules in so many worlds of a temper, each made by a seed of its own. */
export const fareIn = (temper: Temper, worlds: number, seed: number, names: readonly RuleName[]): readonly Fared[] => {
  const sums = new Map(names.map((rule) => [rule, { sales: 0, kept: 0, given: 0, left: 0, atLeast: 0 }]))
  let random = 0
  let left = 0
  for (let each = 0; each < worlds; each += 1) {
    const made = seed * 100_003 + each
    const world = drawWorld(made, temper)
    const chances = Array.from({ length: tries }, (_, n) => liveSeason(world, rules.random(made * tries + n)))
    const byChance = chances.reduce((sum, { sales }) => sum + sales, 0) / tries
    random += byChance
    left += chances.reduce((sum, season) => sum + season.left, 0) / tries
    for (const rule of names) {
      const season = rule === 'random' ? chances[0] : liveSeason(world, rules[rule](made))
      const sum = sums.get(rule)
      if (!season || !sum) continue
      for (const figure of ['sales', 'kept', 'given', 'left'] as const) sum[figure] += season[figure]
      if (season.sales >= byChance) sum.atLeast += 1
    }
  }
  return [...sums].map(([rule, sum]) => ({
    rule,
    sales: sum.sales / worlds,
    timesRandom: sum.sales / random,
    atLeastRandom: sum.atLeast / worlds,
    kept: sum.kept / Math.max(1, sum.given),
    timesLeft: sum.left / Math.max(1, left),
  }))
}

/** What the recommended rule is held to (algorithms B4). */
export const held: Readonly<Record<Temper, { readonly timesRandom: number; readonly atLeastRandom: number }>> = {
  friendly: { timesRandom: 1.8, atLeastRandom: 0.95 },
  hostile: { timesRandom: 1.2, atLeastRandom: 0.9 },
}

/** Runs the ranking in two hundred friendly and two hundred hostile worlds, prints how each rule fared, and says whether it holds. */
export const simulateRanking = (say: (line: string) => void, seed: number, worlds = 200): boolean => {
  const names = Object.keys(rules) as RuleName[]
  let isHeld = true
  for (const temper of ['friendly', 'hostile'] as const) {
    say(`Who comes next: ${worlds} ${temper} worlds, ${size.people} people, ${size.days} days, ${size.touches} touches a day (seed ${seed})`)
    say('rule             sales   × random   worlds ≥ random   words kept   leavers × random')
    const fared = fareIn(temper, worlds, seed, names)
    for (const { rule, sales, timesRandom, atLeastRandom, kept, timesLeft } of fared) {
      say(
        `${rule.padEnd(14)} ${sales.toFixed(1).padStart(7)} ${timesRandom.toFixed(2).padStart(10)} ${`${(100 * atLeastRandom).toFixed(0)} %`.padStart(17)} ${kept.toFixed(2).padStart(12)} ${timesLeft.toFixed(2).padStart(18)}`,
      )
    }
    const own = fared.find(({ rule }) => rule === 'recommended')
    isHeld &&= own !== undefined && own.timesRandom >= held[temper].timesRandom && own.atLeastRandom >= held[temper].atLeastRandom
  }
  return isHeld
}
