import { daysBetween, type Day } from '../calendar/day.ts'
import type { ContactId } from '../contact/contact.ts'
import { asCents, type Cents } from '../sale/sale.ts'
import { attribute, type Attribution, type SoldPath } from './attribution.ts'
import { isRefund, type Journey } from './journeys.ts'
import type { Told } from './people-told.ts'

/** Touches older than this before a sale took no part in it (algorithms B6). */
export const lookBackDays = 365
/** Under this number of sales, nothing is shared out (algorithms B6). */
export const fewestSalesToShare = 10

/** Who took part in the sales of one currency: « qui a participé, pas qui a causé ». Refunds are left aside. */
export type Participation = {
  readonly currency: string
  readonly sales: number
  readonly total: Cents
  /** Sales with no noted activity before them: shown, and credited to nobody. */
  readonly withoutActivity: { readonly sales: number; readonly amount: Cents }
  /** Journeys that did not sell and count as such in the Markov chain; open ones younger than the median of the sales stay out. */
  readonly unsold: number
  readonly tooYoung: number
  /** `null` under ten sales. */
  readonly attribution: Attribution | null
}

type Scope = { readonly from: Day | null; readonly asOf: Day; readonly isLost: (id: ContactId | null) => boolean }

const within = (day: Day, { from, asOf }: Scope): boolean => (from === null || from <= day) && day <= asOf
const recent = (touches: readonly Told[], end: Day): readonly Told[] => touches.filter(({ day }) => daysBetween(day, end) <= lookBackDays)

const medianOf = (values: readonly number[]): number | null => {
  const sorted = [...values].sort((a, b) => a - b)
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]]
  return low === undefined || high === undefined ? null : (low + high) / 2
}

/** The journeys that end without a sale in the window, as kinds in order; those still too young to tell are only counted. */
const unsoldOf = (
  journeys: readonly Journey[],
  youngest: number | null,
  scope: Scope,
): { readonly paths: readonly (readonly string[])[]; readonly tooYoung: number } => {
  const paths: (readonly string[])[] = []
  let tooYoung = 0
  for (const { contactId, touches, sales } of journeys) {
    const [first, last] = [touches[0], touches.at(-1)]
    if (sales.length > 0 || !first || !last || !within(last.day, scope)) continue
    if (!scope.isLost(contactId) && (youngest === null || daysBetween(first.day, scope.asOf) < youngest)) tooYoung += 1
    else paths.push(recent(touches, last.day).map(({ kind }) => kind))
  }
  return { paths, tooYoung }
}

/**
 * How kinds took part in the sales of the window, one answer for each currency (algorithms B6). The sales and the end of the
 * journeys without one fall in the window; their touches may be older, up to the look-back.
 */
export const participation = (journeys: readonly Journey[], scope: Scope): readonly Participation[] => {
  const sold = journeys.filter(({ sales: [sale] }) => sale !== undefined && within(sale.day, scope))
  const days = sold.flatMap(({ touches: [first], sales: [sale] }) => (first && sale ? [Math.max(0, daysBetween(first.day, sale.day))] : []))
  const { paths, tooYoung } = unsoldOf(journeys, medianOf(days), scope)
  const currencies = [...new Set(sold.flatMap(({ sales }) => sales.map(({ currency }) => currency)))].sort()
  return currencies.map((currency): Participation => {
    const own = sold.flatMap(({ touches, sales }) => {
      const paid = sales.filter((sale) => sale.currency === currency && !isRefund(sale))
      const [sale] = paid
      if (!sale) return []
      const value = asCents(paid.reduce((sum, { amount }) => sum + amount, 0))
      const path: SoldPath = {
        touches: recent(touches, sale.day).map(({ kind, day }) => ({ kind, daysBefore: Math.max(0, daysBetween(day, sale.day)) })),
        value,
      }
      return [{ path, count: paid.length }]
    })
    const silent = own.filter(({ path }) => path.touches.length === 0)
    const sales = own.reduce((sum, { count }) => sum + count, 0)
    return {
      currency,
      sales,
      total: asCents(own.reduce((sum, { path }) => sum + path.value, 0)),
      withoutActivity: {
        sales: silent.reduce((sum, { count }) => sum + count, 0),
        amount: asCents(silent.reduce((sum, { path }) => sum + path.value, 0)),
      },
      unsold: paths.length,
      tooYoung,
      attribution:
        sales < fewestSalesToShare
          ? null
          : attribute(
              own.map(({ path }) => path),
              paths,
            ),
    }
  })
}
