import type { KindId } from '../activity/kind.ts'
import { asCents, type Cents } from '../sale/sale.ts'
import { markovChain, type Chain, type Path } from './markov.ts'
import { shareOut, type Credit } from './share-out.ts'

/** A touch of a journey: its kind, and how many days before the sale. */
export type CreditedTouch = { readonly kind: KindId; readonly daysBefore: number }
/** A journey that ended in a sale: its touches, oldest first, and what it brought. */
export type SoldPath = { readonly touches: readonly CreditedTouch[]; readonly value: Cents }

/** Ways of sharing a sale among the kinds that took part in it. The first two are shown, the others stand behind (algorithms B6). */
export const creditModels = ['linear', 'shapley', 'first', 'last', 'position', 'time-decay', 'markov'] as const
/** One of the ways. */
export type CreditModel = (typeof creditModels)[number]
type RuleModel = Exclude<CreditModel, 'markov'>

/** Which kinds took part in the sales; never which caused them. Every model adds up to `noted` to the cent. */
export type Attribution = {
  /** What the journeys with at least one touch brought. */
  readonly noted: Cents
  readonly models: Readonly<Record<CreditModel, readonly Credit[]>>
  readonly chain: Chain
}

const HALF_LIFE_DAYS = 7

/** The weight of each touch of a journey, adding up to 1. */
const weights: Readonly<Record<Exclude<RuleModel, 'shapley'>, (touches: readonly CreditedTouch[]) => readonly number[]>> = {
  first: (touches) => touches.map((_, place) => (place === 0 ? 1 : 0)),
  last: (touches) => touches.map((_, place) => (place === touches.length - 1 ? 1 : 0)),
  linear: (touches) => touches.map(() => 1 / touches.length),
  position: ({ length }) => Array.from({ length }, (_, place) => (length <= 2 ? 1 / length : place === 0 || place === length - 1 ? 0.4 : 0.2 / (length - 2))),
  'time-decay': (touches) => {
    // Counted from the latest touch, so that no weight vanishes; the shares are the same.
    const latest = touches.reduce((least, { daysBefore }) => Math.min(least, daysBefore), Infinity)
    const raw = touches.map(({ daysBefore }) => 2 ** ((latest - daysBefore) / HALF_LIFE_DAYS))
    const sum = raw.reduce((total, weight) => total + weight, 0)
    return raw.map((weight) => weight / sum)
  },
}

const add = (credits: Map<KindId, number>, kind: KindId, value: number): void => void credits.set(kind, (credits.get(kind) ?? 0) + value)

const creditedBy = (model: RuleModel, sold: readonly SoldPath[]): Map<KindId, number> => {
  const credits = new Map<KindId, number>()
  for (const { touches, value } of sold) {
    if (model === 'shapley') {
      // The closed form of the Shapley value when a sale needs its whole set of kinds: equal parts, whatever the repeats.
      const kinds = new Set(touches.map(({ kind }) => kind))
      for (const kind of kinds) add(credits, kind, value / kinds.size)
      continue
    }
    const shares = weights[model](touches)
    for (const [place, { kind }] of touches.entries()) add(credits, kind, value * (shares[place] ?? 0))
  }
  return credits
}

const creditedByRemoval = ({ removal }: Chain, total: number): Map<KindId, number> => {
  const sum = removal.reduce((all, { effect }) => all + effect, 0)
  return new Map(sum > 0 ? removal.map(({ kind, effect }) => [kind, (effect / sum) * total]) : [])
}

/**
 * How the kinds of touches took part in the sales, by every model (algorithms B6). `unsold` are journeys that ended, or are
 * old enough, without a sale: only the Markov chain reads them. Journeys without a touch are left to the caller to show.
 */
export const attribute = (journeys: Iterable<SoldPath>, unsold: readonly (readonly KindId[])[]): Attribution => {
  const sold = [...journeys].filter(({ touches }) => touches.length > 0)
  const noted = asCents(sold.reduce((sum, { value }) => sum + value, 0))
  const soldPaths: readonly Path[] = sold.map(({ touches }) => ({ kinds: touches.map(({ kind }) => kind), isSold: true }))
  const chain = markovChain([...soldPaths, ...unsold.map((kinds) => ({ kinds, isSold: false }))])
  const credited = (model: CreditModel): readonly Credit[] => shareOut(noted, model === 'markov' ? creditedByRemoval(chain, noted) : creditedBy(model, sold))
  return {
    noted,
    models: {
      linear: credited('linear'),
      shapley: credited('shapley'),
      first: credited('first'),
      last: credited('last'),
      position: credited('position'),
      'time-decay': credited('time-decay'),
      markov: credited('markov'),
    },
    chain,
  }
}
