import { creditModels } from '#method/evidence/attribution.ts'
import type { Bilan } from '#method/evidence/bilan.ts'
import type { Day } from '#method/calendar/day.ts'
import { differencesTables, participationBasis } from '#language/comparison-tables.ts'
import { besideTable, harvestTable } from '#language/beside-tables.ts'
import { sourceName } from '#language/evidence.ts'
import {
  countsTable,
  daysTable,
  hoursTable,
  kindsTable,
  noesTable,
  participationTable,
  ratesTable,
  timeTable,
  touchesTable,
  type FigureTable,
  type NameOf,
} from '#language/evidence-tables.ts'
import { textOf, type FigureCell } from '#language/figure-cells.ts'
import type { Language } from '#language/language.ts'

/** What happened in a period, as tables. */
export const periodTables = (bilan: Bilan, nameOf: NameOf, language: Language): readonly FigureTable[] => [
  countsTable(bilan, language),
  kindsTable(bilan.activities, nameOf, language),
  ...(bilan.days ? [daysTable(bilan.days.results, language)] : []),
  ...(bilan.harvest.length > 0 ? [harvestTable(bilan.harvest, language)] : []),
]

/** What the log says of people on their way to a sale, as tables. */
export const journeyTables = (bilan: Bilan, nameOf: NameOf, language: Language): readonly FigureTable[] => [
  touchesTable(bilan.touchesToSale, language),
  timeTable(bilan.daysToSale, language),
  ratesTable('buyers-by-kind', bilan.conversion.buyersByKind, nameOf, language),
  ratesTable('buyers-by-source', bilan.conversion.buyersBySource, (name) => sourceName(name, language), language),
  besideTable(bilan, nameOf, language),
  ...(bilan.noes ? [noesTable(bilan.noes, language)] : []),
  hoursTable(bilan.answeredHours, language),
  ...bilan.participation.filter(({ attribution }) => attribution !== null).map((each) => participationTable(each, creditModels, nameOf, language)),
]

/** What the file tells beside the tables of the screen: what the sharing rests on, and every pair compared. */
export const fileTables = (bilan: Bilan, nameOf: NameOf, language: Language): readonly FigureTable[] => [
  ...bilan.participation.map((each) => participationBasis(each, language)),
  ...differencesTables(bilan, nameOf, (name) => sourceName(name, language), language),
]

const headings = {
  fr: ['Chiffre', 'Ligne', 'Mesure', 'Valeur', 'Nombre', 'Limite basse', 'Limite haute', 'Du', 'Au'],
  en: ['Figure', 'Row', 'Measure', 'Value', 'Number', 'Lower limit', 'Upper limit', 'From', 'To'],
} as const
/** The headings of the file. */
export const csvHeadings = (language: Language): readonly string[] => headings[language]

/** What is read, then the number behind it or both ends of its limits, empty where there is none. */
const cellsOf = (cell: FigureCell): readonly (string | number)[] =>
  typeof cell === 'string' ? [cell, '', '', ''] : [cell.text, cell.value ?? '', cell.limits?.lower ?? '', cell.limits?.upper ?? '']

/** Tables as lines of one file, one value a line with the number behind it to the last digit, so that a spreadsheet can sort, filter and compute. */
export const csvLines = (tables: readonly FigureTable[], { from, to }: CsvDays): readonly (readonly (string | number)[])[] =>
  tables.flatMap(({ caption, columns, rows }) =>
    rows.flatMap(([name = '', ...cells]) => cells.map((cell, place) => [caption, textOf(name), columns[place + 1] ?? '', ...cellsOf(cell), from ?? '', to])),
  )
/** The days that a table tells of, both included. */
export type CsvDays = { readonly from: Day | null; readonly to: Day }
