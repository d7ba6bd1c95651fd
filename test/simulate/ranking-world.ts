import { sources, type Source } from '#method/next/source.ts'
import { chanceOf, type Chance } from '../torture/chance.ts'
import { normalDraw } from './draws.ts'

/** The size of a world: people, working days, touches a day (algorithms B4). */
export const size = { people: 300, days: 60, touches: 12 } as const

/** Six cities, each farther than forty kilometres from the others. */
export const cities = ['Drummondville', 'Montréal', 'Québec', 'Sherbrooke', 'Gatineau', 'Rimouski'] as const

/**
 * Friendly: signs and events mean what one hopes, in measures of their own. Hostile: they mean nothing, and sources are shuffled
 * (algorithms B4). A word given is no sign: keeping it counts in both.
 */
export type Temper = 'friendly' | 'hostile'

/** What is true of a world and that no rule may read: in log-odds, drawn anew for each. */
export type Truth = {
  readonly source: Readonly<Record<Source, number>>
  /** What the nth touch without an answer adds, up to a peak, and what each one after it takes away. */
  readonly touch: { readonly rise: number; readonly peak: number; readonly fatigue: number }
  readonly hot: { readonly size: number; readonly halfLife: number }
  readonly promise: { readonly kept: number; readonly broken: number }
  readonly tooSoon: { readonly threeDays: number; readonly week: number }
  readonly event: number
  /** How likely a touch finds her, and a talk ends with a word given. */
  readonly answer: number
  readonly word: number
  /** Someone who leaves for good after a touch, by its distance from the last one. */
  readonly leaves: { readonly tooSoon: number; readonly usual: number }
}

/** One person as she truly is. */
export type Soul = {
  readonly id: string
  readonly source: Source
  readonly bent: number
  readonly city: string
  readonly lastTouch: number | null
  readonly unanswered: number
  readonly word: number | null
}

/** An event of the world, in days from its beginning. */
export type Gathering = { readonly id: string; readonly city: string; readonly made: number; readonly day: number }

/** A world: its truth, its people, and every draw of chance made beforehand, so that all rules meet the same luck. */
export type World = {
  readonly truth: Truth
  readonly souls: readonly Soul[]
  readonly gatherings: readonly Gathering[]
  /** The hour before the morning at which someone gives a sign, or 0: `sign[day * people + person]`. */
  readonly sign: Float64Array
  readonly luck: Readonly<Record<'sale' | 'answer' | 'word' | 'wait' | 'leave', Float64Array>>
}

const between = (chance: Chance, low: number, high: number): number => low + (high - low) * chance.next()
/** A rate drawn so that its logarithm is even between two bounds, in log-odds. */
const rate = (chance: Chance, low: number, high: number): number => {
  const p = low * (high / low) ** chance.next()
  return Math.log(p / (1 - p))
}

const shuffled = <T>(of: readonly T[], chance: Chance): readonly T[] => {
  const all = [...of]
  for (let left = all.length - 1; left > 0; left -= 1) {
    const other = chance.whole(0, left)
    ;[all[left], all[other]] = [all[other] as T, all[left] as T]
  }
  return all
}

// Brackets drawn from the sources that the method names, not from its own priors (algorithms B1 and B4).
const drawTruth = (chance: Chance, temper: Temper): Truth => {
  const isFriendly = temper === 'friendly'
  const rates = [rate(chance, 0.004, 0.02), rate(chance, 0.012, 0.05), rate(chance, 0.025, 0.1), rate(chance, 0.03, 0.12), rate(chance, 0.035, 0.15)]
  const given = isFriendly ? rates : shuffled(rates, chance)
  const means = (value: number): number => (isFriendly ? value : 0)
  return {
    source: Object.fromEntries(sources.map((source, place) => [source, given[place] ?? 0])) as Record<Source, number>,
    touch: { rise: between(chance, 0, 0.3), peak: chance.whole(1, 3), fatigue: between(chance, 0.1, 0.35) },
    hot: { size: means(between(chance, 0.8, 2.4)), halfLife: between(chance, 1, 4) },
    promise: { kept: between(chance, 0.4, 1.6), broken: between(chance, 0.2, 0.8) },
    tooSoon: { threeDays: between(chance, 0.6, 2.2), week: between(chance, 0.1, 0.8) },
    event: means(between(chance, 0.2, 0.9)),
    answer: between(chance, 0.25, 0.5),
    word: between(chance, 0.15, 0.35),
    leaves: { tooSoon: between(chance, 0.02, 0.06), usual: between(chance, 0.001, 0.006) },
  }
}

const shares: readonly (readonly [Source, number])[] = [
  ['cold', 0.35],
  ['met', 0.27],
  ['inquiry', 0.12],
  ['client', 0.16],
  ['referral', 0.1],
]
const drawSource = (chance: Chance): Source => {
  let left = chance.next()
  for (const [source, share] of shares) {
    left -= share
    if (left < 0) return source
  }
  return 'referral'
}

const drawSoul = (chance: Chance, n: number): Soul => {
  const source = drawSource(chance)
  const isKnown = source === 'client' || chance.next() < 0.6
  return {
    id: `person ${String(n).padStart(3, '0')}`,
    source,
    bent: 0.5 * normalDraw(chance),
    city: chance.one(cities),
    lastTouch: isKnown ? -chance.whole(1, 150) : null,
    unanswered: isKnown ? chance.whole(0, 4) : 0,
    word: isKnown && chance.next() < 0.15 ? chance.whole(0, 30) : null,
  }
}

/** The world that a seed makes. */
export const drawWorld = (seed: number, temper: Temper): World => {
  const chance = chanceOf(seed * 2 + (temper === 'friendly' ? 0 : 1))
  const truth = drawTruth(chance, temper)
  const souls = shuffled(
    Array.from({ length: size.people }, (_, n) => drawSoul(chance, n)),
    chance,
  )
  const gatherings = Array.from({ length: chance.whole(2, 4) }, (_, n): Gathering => {
    const made = chance.whole(0, size.days - 15)
    return { id: `event ${n}`, city: chance.one(cities), made, day: made + chance.whole(7, 30) }
  })
  const cells = size.people * size.days
  const uniform = () => Float64Array.from({ length: cells }, () => chance.next())
  const daily = between(chance, 0.004, 0.015)
  const sign = Float64Array.from({ length: cells }, () => (chance.next() < daily ? between(chance, 0.2, 24) : 0))
  return { truth, souls, gatherings, sign, luck: { sale: uniform(), answer: uniform(), word: uniform(), wait: uniform(), leave: uniform() } }
}

/** What is so of someone on a day, in the world's own measures. */
export type Moment = {
  readonly soul: Soul
  readonly source: Source
  readonly unanswered: number
  readonly daysSince: number | null
  readonly signAge: number | null
  /** Days since a word given fell due, when it is kept today and not too late. */
  readonly wordLate: number | null
  readonly brokenWords: number
  readonly isEventNear: boolean
}

/** The true chance that a touch to her today brings a sale. */
export const trueChance = ({ truth }: World, moment: Moment): number => {
  const { rise, peak, fatigue } = truth.touch
  let z = truth.source[moment.source] + moment.soul.bent
  z += rise * Math.min(moment.unanswered, peak) - fatigue * Math.max(0, moment.unanswered - peak)
  if (moment.signAge !== null) z += truth.hot.size * 2 ** (-moment.signAge / truth.hot.halfLife)
  if (moment.wordLate !== null) z += truth.promise.kept * (1 - moment.wordLate / 15)
  z -= truth.promise.broken * moment.brokenWords
  if (moment.daysSince !== null && moment.daysSince < 7) z -= moment.daysSince < 3 ? truth.tooSoon.threeDays : truth.tooSoon.week
  if (moment.isEventNear) z += truth.event
  return 1 / (1 + Math.exp(-z))
}
