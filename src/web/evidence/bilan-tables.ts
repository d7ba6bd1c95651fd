import { creditModels } from '#method/evidence/attribution.ts'
import type { Bilan } from '#method/evidence/bilan.ts'
import { noSource } from '#language/evidence.ts'
import {
  countsTable,
  daysTable,
  hoursTable,
  kindsTable,
  noesTable,
  participationTable,
  phoneEmailTable,
  ratesTable,
  timeTable,
  touchesTable,
  type FigureTable,
  type NameOf,
} from '#language/evidence-tables.ts'
import type { Language } from '#language/language.ts'

/** What happened in a period, as tables. */
export const periodTables = (bilan: Bilan, nameOf: NameOf, language: Language): readonly FigureTable[] => [
  countsTable(bilan, language),
  kindsTable(bilan.activities, nameOf, language),
  ...(bilan.days ? [daysTable(bilan.days.results, language)] : []),
]

/** What the log says of people on their way to a sale, as tables. */
export const journeyTables = (bilan: Bilan, nameOf: NameOf, language: Language): readonly FigureTable[] => [
  touchesTable(bilan.touchesToSale, language),
  timeTable(bilan.daysToSale, language),
  ratesTable('buyers-by-kind', bilan.conversion.buyersByKind, nameOf, language),
  ratesTable('buyers-by-source', bilan.conversion.buyersBySource, (name) => (name === '' ? noSource[language] : name), language),
  phoneEmailTable(bilan.activities, nameOf, language),
  ...(bilan.noes ? [noesTable(bilan.noes, language)] : []),
  hoursTable(bilan.answeredHours, language),
  ...bilan.participation.filter(({ attribution }) => attribution !== null).map((each) => participationTable(each, creditModels, nameOf, language)),
]

const headings = { fr: ['Chiffre', 'Ligne', 'Mesure', 'Valeur', 'Du', 'Au'], en: ['Figure', 'Row', 'Measure', 'Value', 'From', 'To'] } as const
/** The headings of the file. */
export const csvHeadings = (language: Language): readonly string[] => headings[language]

/** Tables as lines of one file, one value a line, so that a spreadsheet can sort and filter them. */
export const csvLines = (tables: readonly FigureTable[], { scope }: Pick<Bilan, 'scope'>): readonly (readonly string[])[] =>
  tables.flatMap(({ caption, columns, rows }) =>
    rows.flatMap(([name = '', ...cells]) => cells.map((cell, place) => [caption, name, columns[place + 1] ?? '', cell, scope.from ?? '', scope.asOf])),
  )
