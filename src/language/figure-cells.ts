import type { Interval } from '#method/chance/proportion.ts'
import { formatMoney } from '#method/sale/money.ts'
import { formatNumber, formatPercent } from './format.ts'
import type { Language } from './language.ts'

/**
 * A cell of a table: what is read and, for a figure, what stands behind it to the last digit: a number, or both ends of its limits.
 * Shares are between 0 and 1; money is in units of its currency.
 */
export type FigureCell = string | { readonly text: string; readonly value: number | null; readonly limits: Interval | null }

/** What is read in a cell. */
export const textOf = (cell: FigureCell): string => (typeof cell === 'string' ? cell : cell.text)

/** What stands where there is no figure. */
export const dash = '–'
/** A number. */
export const numberCell = (value: number | null, language: Language, digits = 0): FigureCell => ({
  text: value === null ? dash : formatNumber(value, language, digits),
  value,
  limits: null,
})
/** A share, read in hundredths. */
export const shareCell = (value: number | null, language: Language): FigureCell => ({
  text: value === null ? dash : formatPercent(value, language, 1),
  value,
  limits: null,
})
/** Money, from cents; `read` says how much of it is read. */
export const moneyCell = (cents: number | null, currency: string, language: Language): FigureCell => ({
  text: cents === null ? dash : formatMoney(Math.round(cents), currency, language),
  value: cents === null ? null : cents / 100,
  limits: null,
})

const limitsCell = (limits: Interval | null, read: (end: number) => string, scale = 1): FigureCell => ({
  text: limits === null ? dash : `${read(limits.lower)} – ${read(limits.upper)}`,
  value: null,
  limits: limits && { lower: limits.lower / scale, upper: limits.upper / scale },
})
/** The limits of a share. */
export const shareLimits = (limits: Interval | null, language: Language): FigureCell => limitsCell(limits, (end) => formatPercent(end, language, 1))
/** The limits of a number. */
export const numberLimits = (limits: Interval | null, language: Language, digits = 2): FigureCell =>
  limitsCell(limits, (end) => formatNumber(end, language, digits))
/** The limits of money, from cents. */
export const moneyLimits = (limits: Interval | null, currency: string, language: Language): FigureCell =>
  limitsCell(limits, (end) => formatMoney(Math.round(end), currency, language), 100)
