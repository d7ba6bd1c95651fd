import type { Outcome } from '../activity/activity.ts'
import type { KindId } from '../activity/kind.ts'
import { isPlausibleEmail } from '../contact/email.ts'
import { foldWords } from '../contact/fold.ts'
import { readDate, type DateOrder } from '../contact/written-date.ts'
import { readMoney } from '../sale/money.ts'
import { readKind } from './kind-words.ts'
import { readOutcome } from './outcome-words.ts'
import { isBareNumber, isLesserDate, isSold, readPastHeading, readSpareHeading, type PastField } from './past-columns.ts'

/** A column and what it is. */
export type PastColumn = { readonly heading: string; readonly field: PastField }

/** How a file of past activities is read: shown, editable. */
export type PastMapping = {
  readonly hasHeading: boolean
  readonly columns: readonly PastColumn[]
  readonly dateOrder: DateOrder
  /** The kind of the rows that name none; `null` leaves them out. */
  readonly kindUnsaid: KindId | null
  /** What the person says of words that are not known, by their folded form. */
  readonly kinds: Readonly<Record<string, KindId>>
  readonly outcomes: Readonly<Record<string, Outcome>>
}

const nothingSaid = { kindUnsaid: null, kinds: {}, outcomes: {} } as const

const share = (values: readonly string[], holds: (value: string) => boolean): number => {
  const filled = values.filter((value) => value.trim() !== '')
  return filled.length === 0 ? 0 : filled.filter(holds).length / filled.length
}
const isDate = (value: string): boolean => readDate(value.trim().split(/[ T]/)[0] ?? '').ok || readDate(value).ok
const isPhone = (value: string): boolean => /^\+?[\d\s().-]{10,}$/.test(value.trim())
const isAmount = (value: string): boolean => readMoney(value).ok && /[$€]|[.,]\d{2}\b/.test(value)

// A column tells what it is by most of its cells; the surest signs come first.
const signs: readonly (readonly [PastField, (value: string) => boolean])[] = [
  ['email', (value) => isPlausibleEmail(value.trim())],
  ['date', isDate],
  ['phone', isPhone],
  ['amount', isAmount],
  ['kind', (value) => readKind(foldWords(value)) !== undefined],
  ['outcome', (value) => readOutcome(foldWords(value)) !== undefined],
  ['name', (value) => /^\p{L}[\p{L} .'’-]{1,60}$/u.test(value.trim())],
]

const namesSomeone: readonly PastField[] = ['name', 'givenName', 'familyName', 'email', 'phone', 'organisation', 'externalId']
// Beside headings that are understood, only what a row cannot do without is looked for: an unknown column of money is no sale.
const needed: ReadonlySet<PastField> = new Set<PastField>(['name', 'date', 'kind'])

const guessed = (values: readonly string[], taken: ReadonlySet<PastField>, hasHeading: boolean): PastField => {
  const isFree = (field: PastField): boolean =>
    !taken.has(field) && (!hasHeading || needed.has(field)) && (field !== 'name' || !namesSomeone.some((one) => taken.has(one)))
  return signs.find(([field, holds]) => isFree(field) && share(values, holds) >= 0.6)?.[0] ?? 'ignore'
}

const soldAs = (heading: string, values: readonly string[]): PastField | undefined =>
  isSold(heading) && share(values, (value) => readMoney(value).ok) >= 0.6 && values.some((value) => !/^\s*[01]?\s*$/.test(value)) ? 'amount' : undefined

const mayRepeat: ReadonlySet<PastField> = new Set<PastField>(['note', 'ignore', 'phone', 'email'])
/** In which order one cell writes `03/02/2026`: `either` when both would give a date, and not the same; nothing when it is written otherwise. */
export const orderOfDate = (cell: string): DateOrder | 'either' | null => {
  const written = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-]\d{2,4}(?:\D|$)/.exec(cell)
  if (!written) return null
  const [first, second] = [Number(written[1]), Number(written[2])]
  return first > 12 ? 'day-first' : second > 12 ? 'month-first' : first === second ? null : 'either'
}

/** What one cell proves of that order. */
const orderProvenBy = (cell: string): DateOrder | null => {
  const order = orderOfDate(cell)
  return order === 'either' ? null : order
}

/** What the columns of a file seem to be, by its headings, and by a few rows where a heading says nothing. */
export const proposePastMapping = (firstRow: readonly string[], samples: readonly (readonly string[])[]): PastMapping => {
  const holdsValues = firstRow.some((cell) => isPlausibleEmail(cell.trim()) || isPhone(cell) || readDate(cell).ok)
  const hasHeading = !holdsValues
  const rows = hasHeading ? samples : [firstRow, ...samples]
  const cellsAt = (place: number): readonly string[] => rows.map((row) => row[place] ?? '')
  const meanings = firstRow.map((heading, place): PastField | undefined =>
    isBareNumber(heading) && share(cellsAt(place), isPhone) >= 0.6 ? 'phone' : readPastHeading(heading),
  )
  for (const [place, heading] of firstRow.entries()) {
    const spare = meanings[place] === undefined ? (readSpareHeading(heading) ?? soldAs(heading, cellsAt(place))) : undefined
    if (spare !== undefined && !meanings.includes(spare)) meanings[place] = spare
  }
  const lesserDate = meanings.includes('date') ? -1 : firstRow.findIndex(isLesserDate)
  if (lesserDate >= 0) meanings[lesserDate] = 'date'
  const taken = new Set<PastField>()
  const known = firstRow.map((_, place): PastField | undefined => {
    const field = hasHeading ? meanings[place] : undefined
    if (field === undefined || (taken.has(field) && !mayRepeat.has(field))) return undefined
    taken.add(field)
    return field
  })
  const fields = firstRow.map((_, place): PastField => {
    const settled = known[place]
    if (settled !== undefined) return settled
    const field = guessed(cellsAt(place), taken, hasHeading)
    taken.add(field)
    return field
  })
  // A bare number that never comes back, beside a name or an address, is that of the row and not of the person.
  const isOfRow = (place: number): boolean => {
    const numbers = cellsAt(place)
    const heading = firstRow[place] ?? ''
    const isNamed = namesSomeone.some((field) => field !== 'externalId' && fields.includes(field))
    const mayBeOfRow = isBareNumber(heading) || (isNamed && /^(?:id|uid|uuid)$/.test(foldWords(heading)))
    return mayBeOfRow && new Set(numbers).size === numbers.length
  }
  return {
    hasHeading,
    columns: fields.map((field, place) => ({
      heading: hasHeading ? (firstRow[place] ?? '').trim() : '',
      field: field === 'externalId' && isOfRow(place) ? 'ignore' : field,
    })),
    // Excel in Quebec writes the day first.
    dateOrder: rows.flatMap((row) => orderProvenBy(row[fields.indexOf('date')] ?? '') ?? [])[0] ?? 'day-first',
    ...nothingSaid,
  }
}
