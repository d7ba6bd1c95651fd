import { wilson, type Interval } from '../chance/proportion.ts'
import type { Sale } from '../sale/sale.ts'
import { isRefund } from './journeys.ts'
import { valueOfANo, valueOfEach, type ValuePer } from './value-per.ts'

/** What a "no" comes to, in one currency; beside it a conversation and a touch. */
export type Worth = { readonly currency: string; readonly perNo: ValuePer; readonly perConversation: ValuePer; readonly perTouch: ValuePer }

/** The "no" of the window: how many, how many for each sale with limits, and what each is worth (claim 7). */
export type NoesTold = {
  readonly noes: number
  readonly sales: number
  readonly noesPerSale: number | null
  readonly limits: Interval | null
  readonly worth: readonly Worth[]
}

/** What the counts of the window are: every "no", every conversation tried, every outgoing activity. */
export type Efforts = { readonly noes: number; readonly conversations: number; readonly touches: number }

/** A "no" counts, and is worth something: the harvest of the window over its number of "no" (claim 7). */
export const noesTold = (sales: readonly Sale[], { noes, conversations, touches }: Efforts): NoesTold => {
  const paid = sales.filter((sale) => !isRefund(sale))
  const share = wilson(paid.length, paid.length + noes)
  const worth = [...new Set(paid.map(({ currency }) => currency))].sort().map((currency): Worth => {
    const amounts = paid.filter((sale) => sale.currency === currency).map(({ amount }) => amount)
    return { currency, perNo: valueOfANo(amounts, noes), perConversation: valueOfEach(amounts, conversations), perTouch: valueOfEach(amounts, touches) }
  })
  // The limits of the share of sales among clear answers, told the other way round.
  const limits = share.lower > 0 ? { lower: 1 / share.upper - 1, upper: 1 / share.lower - 1 } : null
  return { noes, sales: paid.length, noesPerSale: paid.length === 0 ? null : noes / paid.length, limits, worth }
}
