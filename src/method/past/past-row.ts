import type { KindId } from '../activity/kind.ts'
import type { Instant } from '../calendar/day.ts'
import { cleanLine, cleanText, foldWords } from '../contact/fold.ts'
import { withoutFormulaGuard } from '../contact/formula.ts'
import { asCents, type Cents } from '../sale/sale.ts'
import { currencyOfHeading, eastOfHeading, type PastField } from './past-columns.ts'
import { gestureReader, kindReader, saleStateReader, type GestureWords, type PastGesture, type PastWarning } from './past-gesture.ts'
import { once } from './once.ts'
import type { PastMapping } from './past-mapping.ts'
import { isWordyAmount, readAmount, type AmountRefusal } from './written-amount.ts'
import { momentReader, type MomentRefusal } from './written-moment.ts'

/** Who a row names, as written; every field may be empty. */
export type PastWho = Readonly<Record<'name' | 'organisation' | 'email' | 'phone' | 'city' | 'externalId' | 'source', string>>

/** What a row says was sold, or given back when the amount is below zero. */
export type PastPurchase = { readonly amount: Cents; readonly currency: string; readonly note: string }

/** Why one row is left out, the others being read. `erased`: the person asked to be, and stays so. */
export type PastRefusal =
  | MomentRefusal
  | AmountRefusal
  | 'no-kind'
  | 'no-amount'
  | 'sale-not-made'
  | 'no-sale-to-refund'
  | 'too-many-kinds'
  | 'too-many-cells'
  | 'erased'

/** A row as read: an activity, a sale, or both at one moment. `content` is what makes it the same in another file of the same tool. */
export type ReadPastRow = {
  readonly ok: true
  readonly who: PastWho
  readonly at: Instant
  /** Without a clock, `at` is noon. */
  readonly isDayOnly: boolean
  readonly gesture: PastGesture | null
  readonly purchase: PastPurchase | null
  readonly content: string
  readonly warnings: readonly PastWarning[]
}
/** A row as read, or why it is left out. */
export type PastRow = ReadPastRow | { readonly ok: false; readonly reason: PastRefusal }

/** What reading needs beside the mapping: her clock, her currency, the moment of reading, and her own kinds by their folded names. */
export type PastContext = { readonly zone: string; readonly currency: string; readonly now: Instant; readonly ownKinds: ReadonlyMap<string, KindId> }

type Cells = { readonly first: (field: PastField) => string; readonly notes: () => string }

/** The cells of a row by what they are; formula guards of exports taken away. */
const cellsOf = (mapping: PastMapping): ((cells: readonly string[]) => Cells) => {
  const places = new Map<PastField, number[]>()
  for (const [place, { field }] of mapping.columns.entries()) places.set(field, [...(places.get(field) ?? []), place])
  const notes = places.get('note') ?? []
  return (cells) => {
    const textAt = (place: number): string => withoutFormulaGuard((cells[place] ?? '').trim()).trim()
    const first = (field: PastField): string => {
      for (const place of places.get(field) ?? []) {
        const text = textAt(place)
        if (text !== '') return text
      }
      return ''
    }
    const noted = (place: number): string => {
      const text = cleanText(textAt(place))
      return text === '' || notes.length === 1 ? text : `${mapping.columns[place]?.heading ?? ''}\u00A0: ${text}`
    }
    return { first, notes: () => notes.map(noted).filter(Boolean).join('\n') }
  }
}

const whoOf = (first: Cells['first']): PastWho => ({
  name: cleanLine(first('name') || `${first('givenName')} ${first('familyName')}`),
  organisation: cleanLine(first('organisation')),
  email: first('email'),
  phone: first('phone'),
  city: cleanLine(first('city')),
  externalId: cleanLine(first('externalId')).slice(0, 200),
  source: cleanLine(first('source')),
})

const wordsOf = ({ first, notes }: Cells): GestureWords => ({
  kind: first('kind'),
  outcome: first('outcome'),
  direction: first('direction'),
  minutes: first('minutes'),
  seconds: first('seconds'),
  title: cleanLine(first('title')),
  note: notes(),
})

const refused = (reason: PastRefusal): PastRow => ({ ok: false, reason })

/**
 * A reader of rows by a mapping (claims 3 and 4). A date without a time is at noon by her clock. An amount with no activity is a sale;
 * with one, the row is both. An outcome that says that the sale never was, or is not yet, makes none. A row whose word of a kind is not known is read with that word, to be given a kind of its own.
 */
export const pastReader = (mapping: PastMapping, context: PastContext): ((cells: readonly string[]) => PastRow) => {
  const cellsIn = cellsOf(mapping)
  const headingOf = (field: PastField): string => mapping.columns.find((column) => column.field === field)?.heading ?? ''
  const east = eastOfHeading(headingOf('time')) ?? eastOfHeading(headingOf('date'))
  const momentOf = momentReader(context.zone, mapping.dateOrder, context.now, east)
  const kindOf = kindReader(mapping, context.ownKinds)
  const gestureOf = gestureReader(mapping)
  const stateOf = saleStateReader(mapping)
  const folded = once(foldWords)
  const usual = currencyOfHeading(headingOf('amount')) ?? context.currency
  return (row) => {
    if (row.length > mapping.columns.length && row.slice(mapping.columns.length).some((cell) => cell.trim() !== '')) return refused('too-many-cells')
    const cells = cellsIn(row)
    const { first } = cells
    const moment = momentOf(first('date'), first('time'))
    if (!moment.ok) return moment
    const paid = readAmount(first('amount'), first('currency'), usual)
    if (!paid.ok) return paid
    const words = wordsOf(cells)
    const named = kindOf(words.kind)
    const isUnsaid = named.kind === null && !named.isSale && named.word === ''
    const isRefund = named.isSale && named.meaning?.isRefund === true
    const state = stateOf(words.outcome)
    const isGivenBack = isRefund || state === 'given-back' || (paid.amount ?? 0) < 0
    // Money that goes back does, whatever became of the sale.
    const isUnmade = state === 'not-made' && !isGivenBack && (named.isSale || paid.amount !== null)
    const amount = paid.amount === null || isUnmade ? null : isGivenBack ? asCents(-Math.abs(paid.amount)) : paid.amount
    const kind = isUnsaid && amount === null ? mapping.kindUnsaid : named.kind
    if (isUnmade && kind === null && named.word === '') return refused('sale-not-made')
    const isWordy = isWordyAmount(first('amount'))
    if (named.isSale && amount === null) return refused(isWordy ? 'not-an-amount' : 'no-amount')
    if (isUnsaid && amount === null && kind === null) return refused(isWordy ? 'not-an-amount' : 'no-kind')
    const told = kind !== null || named.word !== '' ? gestureOf(words, { ...named, kind }) : null
    const remark = isUnmade ? 'sale-not-made' : isWordy ? 'not-an-amount' : null
    const remarked: readonly PastWarning[] = remark === null ? [] : [{ reason: remark, text: cleanLine(first('amount')).slice(0, 100) }]
    const { minutes, seconds, title, note } = words
    const purchaseNote = told ? '' : [title, note].filter(Boolean).join('\n').slice(0, 4000)
    return {
      ok: true,
      who: whoOf(first),
      at: moment.at,
      isDayOnly: moment.isDayOnly,
      gesture: told?.gesture ?? null,
      purchase: amount === null ? null : { amount, currency: paid.currency, note: purchaseNote },
      content: JSON.stringify([
        moment.told,
        ...[words.kind, words.outcome, words.direction, minutes, seconds, title, note].map(folded),
        paid.amount,
        paid.currency,
      ]),
      warnings: [...(told?.warnings ?? []), ...remarked],
    }
  }
}
