import type { Day } from '../calendar/day.ts'
import { plainLetters } from '../contact/fold.ts'
import type { Period } from './period.ts'
import { aimOf, aimOfNouns, baseOf, isAbout, isAlone, type Aim } from './wish-aim.ts'
import { readGrowth, type Growth } from './wish-growth.ts'
import { takePeriod } from './wish-period.ts'
import { firstQuantity, type Quantity } from './wish-quantity.ts'
import type { Heard, WishReading, WrittenCurrency } from './wish.ts'
import { earnVerb, moneyWord, moreWord, profitNoun, sellVerb, winVerb } from './wish-words.ts'
import { withPlainNumbers } from './written-number.ts'

const LONGEST = 500

const wishOf = (aim: Aim, amount: number, isMore: boolean, period: Period | null, currency: WrittenCurrency | null): WishReading => {
  if (aim.type === 'activity') return { ok: true, wish: { ...aim, counting: isAlone(aim) ? 'activities' : aim.counting, count: amount, period } }
  const inCents = aim.type === 'money' ? Math.round(amount * 100) : amount
  if (!period) return { ok: false, ask: 'period', heard: { type: aim.type, amount: inCents, times: null, period } }
  if (aim.type === 'money') return { ok: true, wish: { type: 'money', cents: inCents, currency, isMore, period } }
  return { ok: true, wish: { type: aim.type, count: amount, isMore, period } }
}

const currencyOf = (text: string): WrittenCurrency | null =>
  /\bus ?\$|\$ ?us|\busd\b|americains?/.test(text) ? 'USD' : /€|\beuros?\b|\beur\b/.test(text) ? 'EUR' : /\bcad\b|\$ ?ca\b|canadiens?/.test(text) ? 'CAD' : null

const plainly = (text: string): string =>
  plainLetters(text)
    .replace(/[\u2010-\u2015\u2212]/gu, '-')
    .replace(/[^\p{L}\p{N}$€%.,/'’-]+/gu, ' ')
    .replace(/(?<!\d)['’]|['’](?!\d)/gu, ' ')
    .replace(/(?<=\p{L})-|-(?=\p{L})/gu, ' ')
    .replace(/[.,](?!\d)/gu, ' ')
    .replace(/ +/g, ' ')
    .trim()

const withoutNumber = (text: string, period: Period | null): WishReading => {
  const aim =
    aimOfNouns(text, text) ??
    (isAbout(text) ? ({ type: 'activity' } as const) : null) ??
    (earnVerb.test(text) || moneyWord.test(text) ? ({ type: 'money' } as const) : null)
  const isKnown = aim !== null || sellVerb.test(text)
  return { ok: false, ask: isKnown ? 'amount' : 'wish', heard: { type: aim?.type ?? null, amount: null, times: null, period } }
}

const grown = ({ times }: Growth, quantity: Quantity | null, aim: Aim | null, period: Period | null, currency: WrittenCurrency | null): WishReading => {
  const amount = quantity?.amount ?? null
  if (amount === null || !aim || aim.type === 'activity') return { ok: false, ask: 'base', heard: { type: aim?.type ?? null, amount: null, times, period } }
  return wishOf(aim, Math.round(amount * times * 100) / 100, false, period, currency)
}

/**
 * A wish as people say it, in French or in English (claim 1): `je veux vendre 500 $ par jour`, `10 clientes de plus d’ici Noël`,
 * `parler à 20 personnes par jour`, `double my sales`. Says what is missing rather than guess. Of several numbers the first is the wish, of a
 * range the lower end, of a growth (`passer de 2 à 4 ventes`) the higher. `today` dates the periods.
 */
export const readWish = (words: string, today: Day): WishReading => {
  const nothing: Heard = { type: null, amount: null, times: null, period: null }
  if (words.length > LONGEST) return { ok: false, ask: 'wish', heard: nothing }
  const plain = plainly(words)
  const { text, hasThousands } = withPlainNumbers(plain)
  const { period, rest: timed } = takePeriod(text, today)
  const { growth, rest } = readGrowth(timed)
  const currency = currencyOf(plain)
  const quantity = firstQuantity(rest)
  const aim = quantity && aimOf(quantity, rest, hasThousands)
  if (growth) return grown(growth, quantity, aim ?? baseOf(rest), period, currency)
  if (!quantity || (quantity.isTimes && !isAlone(aim))) return withoutNumber(rest, period)
  const { amount } = quantity
  if (amount === null || !(amount > 0)) return { ok: false, ask: 'amount', heard: { ...nothing, type: aim?.type ?? null, period } }
  if (!aim) return { ok: false, ask: sellVerb.test(rest) || winVerb.test(rest) || period ? 'unit' : 'wish', heard: { ...nothing, amount, period } }
  if (aim.type !== 'activity' && profitNoun.test(rest))
    return { ok: false, ask: 'margin', heard: { ...nothing, type: 'money', amount: Math.round(amount * 100), period } }
  return wishOf(aim, amount, moreWord.test(rest), period, currency)
}
