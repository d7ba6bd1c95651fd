import type { BuiltInKind } from '../activity/kind.ts'
import type { Period } from './period.ts'
import type { Wanted } from './plan.ts'

/** A currency that was written in letters; a bare `$` is the person's own. */
export type WrittenCurrency = 'CAD' | 'USD' | 'EUR'

/** A result: what nobody controls, and a plan turns into activities. `isMore`: on top of what comes in today. */
export type ResultWish =
  | { readonly type: 'money'; readonly cents: number; readonly currency: WrittenCurrency | null; readonly isMore: boolean; readonly period: Period }
  | { readonly type: 'sales' | 'clients'; readonly count: number; readonly isMore: boolean; readonly period: Period }
/** Already an activity: accepted as it is, with its period and kind when they were said. */
export type ActivityWish = {
  readonly type: 'activity'
  readonly count: number
  readonly counting: 'people' | 'activities' | 'conversations'
  readonly kind: BuiltInKind | null
  readonly period: Period | null
}
/** What someone wishes for (claim 1). */
export type Wish = ResultWish | ActivityWish

/**
 * What is missing. `wish`: nothing was recognised. `amount`: how much. `unit`: of what, dollars or sales. `period`: in how long.
 * `base`: what she sells today, to double it. `margin`: what a sale leaves, for a wish in profit.
 */
export type WishQuestion = 'wish' | 'amount' | 'unit' | 'period' | 'base' | 'margin'

/** What was understood all the same; `cents` when it is money, `count` otherwise; `times` multiplies the base that is asked for. */
export type Heard = {
  readonly type: Wish['type'] | null
  readonly amount: number | null
  readonly times: number | null
  readonly period: Period | null
}

/** A wish, or the one thing to ask. The answer can be read by adding it at the end of the same words. */
export type WishReading = { readonly ok: true; readonly wish: Wish } | { readonly ok: false; readonly ask: WishQuestion; readonly heard: Heard }

/** A result as the plan takes it; clients are one sale each. */
export const wantedOf = (wish: ResultWish): Wanted => (wish.type === 'money' ? { type: 'money', cents: wish.cents } : { type: 'sales', count: wish.count })

/** The sales in cents that leave a wished profit, at a margin above 0 and up to 1; `null` for any other margin. */
export const salesForProfit = (cents: number, margin: number): number | null => (margin > 0 && margin <= 1 ? Math.ceil(cents / margin) : null)
