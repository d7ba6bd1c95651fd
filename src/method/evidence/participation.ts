import { daysBetween, type Day } from '../calendar/day.ts'
import type { ContactId } from '../contact/contact.ts'
import { asCents, type Cents } from '../sale/sale.ts'
import { attribute, type Attribution, type SoldPath } from './attribution.ts'
import { isRefund, type Journey, type SaleTouches } from './journeys.ts'
import type { Told } from './people-told.ts'
import { usualDays, type UsualDays } from './time-to-sale.ts'

/** Touches older than this before a sale took no part in it (algorithms B6). */
export const lookBackDays = 365
/** Under this number of sales with a noted activity before them, nothing is shared out: the others speak of no kind (algorithms B6). */
export const fewestSalesToShare = 10

/** Who took part in the sales of one currency: « qui a participé, pas qui a causé ». Refunds are left aside. */
export type Participation = {
  readonly currency: string
  readonly sales: number
  readonly total: Cents
  /** Sales with no noted activity before them: shown, and credited to nobody. */
  readonly withoutActivity: { readonly sales: number; readonly amount: Cents }
  /** Journeys that did not sell and count as such in the Markov chain; open ones younger than `usual` stay out. */
  readonly unsold: number
  readonly tooYoung: number
  /** How long a first sale usually takes, by which an open journey is young; `null` without a sale. */
  readonly usual: UsualDays | null
  /** `null` under ten sales with a noted activity before them. */
  readonly attribution: Attribution | null
}

type Scope = { readonly from: Day | null; readonly asOf: Day; readonly isLost: (id: ContactId | null) => boolean }

const within = (day: Day, { from, asOf }: Scope): boolean => (from === null || from <= day) && day <= asOf
const recent = (touches: readonly Told[], end: Day): readonly Told[] => touches.filter(({ day }) => daysBetween(day, end) <= lookBackDays)

/** The journeys that end without a sale in the window, as kinds in order; those still too young to tell are only counted. */
const unsoldOf = (
  journeys: readonly Journey[],
  usual: UsualDays | null,
  scope: Scope,
): { readonly paths: readonly (readonly string[])[]; readonly tooYoung: number } => {
  const paths: (readonly string[])[] = []
  let tooYoung = 0
  for (const { contactId, touches, sales } of journeys) {
    const [first, last] = [touches[0], touches.at(-1)]
    if (sales.length > 0 || !first || !last || !within(last.day, scope)) continue
    if (!scope.isLost(contactId) && (usual === null || daysBetween(first.day, scope.asOf) < usual.days)) tooYoung += 1
    else paths.push(recent(touches, last.day).map(({ kind }) => kind))
  }
  return { paths, tooYoung }
}

const pathOf = ({ sale, touches }: SaleTouches): SoldPath => ({
  touches: recent(touches, sale.day).map(({ kind, day }) => ({ kind, daysBefore: Math.max(0, daysBetween(day, sale.day)) })),
  value: sale.amount,
})
const totalOf = (paths: readonly SoldPath[]): Cents => asCents(paths.reduce((sum, { value }) => sum + value, 0))

/**
 * How kinds took part in the sales of the window, one answer for each currency (algorithms B6). Each sale has its own journey: every
 * touch with its person in the 365 days before it, whether or not another sale came between. The sales, and the last touch of the
 * journeys without one, fall in the window; their touches may be older.
 */
export const participation = (sold: readonly SaleTouches[], journeys: readonly Journey[], scope: Scope): readonly Participation[] => {
  const inWindow = sold.filter(({ sale }) => !isRefund(sale) && within(sale.day, scope))
  const usual = usualDays(
    journeys.filter(({ place, contactId }) => place === 1 && contactId !== null),
    scope.asOf,
  )
  const { paths, tooYoung } = unsoldOf(journeys, usual, scope)
  const currencies = [...new Set(inWindow.map(({ sale }) => sale.currency))].sort()
  return currencies.map((currency): Participation => {
    const own = inWindow.filter(({ sale }) => sale.currency === currency).map(pathOf)
    const silent = own.filter(({ touches }) => touches.length === 0)
    return {
      currency,
      sales: own.length,
      total: totalOf(own),
      withoutActivity: { sales: silent.length, amount: totalOf(silent) },
      unsold: paths.length,
      tooYoung,
      usual,
      attribution: own.length - silent.length < fewestSalesToShare ? null : attribute(own, paths),
    }
  })
}
