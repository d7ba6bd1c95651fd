import { expect, test } from 'vitest'
import { aContact, aGoal, zone } from '#test/a-day.ts'
import { aSale, aTouch, begun, dayNumber } from '#test/a-log.ts'
import { writeCsv } from '#method/contact/export.ts'
import type { CheckInLink } from '#method/evidence/check-ins.ts'
import { linksTable, planTable } from '#language/comparison-tables.ts'
import { bilanOf } from '#method/evidence/tell-bilan.ts'
import { csvHeadings, csvLines, fileTables, journeyTables, periodTables } from './bilan-tables.ts'

const people = Array.from({ length: 24 }, (_, n) => `p${n}`)
const bilan = bilanOf(
  people.flatMap((person, n) => [
    aTouch(person, n % 9, { outcome: n % 2 === 0 ? 'reached' : 'no-answer' }),
    aTouch(person, 9 + (n % 5), { kind: 'email', outcome: 'sent' }),
  ]),
  {
    goals: [aGoal({ target: 2, effectiveFrom: begun })],
    calendar: { schedules: [], daysOff: [] },
    zone,
    contacts: people.map((id, n) => aContact({ id, source: n % 3 === 0 ? '' : '=Salon' })),
    sales: people.slice(0, 12).map((person, n) => aSale(person, 15 + n, 300)),
  },
  { today: dayNumber(40), from: null, to: null, kind: null, source: null },
)
const name = (kind: string): string => ({ phone: 'Appel', email: 'Courriel' })[kind] ?? kind

const days = { from: null, to: dayNumber(40) }
const fileOf = (language: 'fr' | 'en') => [
  ...periodTables(bilan, name, language),
  ...journeyTables(bilan, name, language),
  ...fileTables(bilan, name, language),
]

test('every line of the file has its figure, its row, its measure, its window, and the number behind what is read', () => {
  const lines = csvLines(fileOf('fr'), days)
  expect(csvHeadings('fr')).toHaveLength(9)
  for (const line of lines) {
    expect(line).toHaveLength(9)
    expect(line.slice(0, 3).every((cell) => cell !== '')).toBe(true)
    for (const number of line.slice(4, 7)) expect(number === '' || Number.isFinite(number)).toBe(true)
  }
  expect(lines).toContainEqual(['La période', 'Personnes contactées', 'Valeur', '24', 24, '', '', '', dayNumber(40)])
  expect(lines).toContainEqual(['Par quelles activités?', 'Appel', 'Conversations', '12', 12, '', '', '', dayNumber(40)])
  // Twelve of twenty-four: a half, to the last digit, and Wilson's limits beside what is read of them.
  const [, , , , half] = lines.find(([figure, row, measure]) => figure === 'Par quelles activités?' && row === 'Appel' && measure === 'Part') ?? []
  expect(half).toBe(0.5)
  const [, , , , none, lower, upper] =
    lines.find(([figure, row, measure]) => figure === 'Par quelles activités?' && row === 'Appel' && String(measure).startsWith('Limites')) ?? []
  const { wilson } = bilan.activities.byKind.find(({ kind }) => kind === 'phone')?.conversations ?? {}
  expect([none, lower, upper]).toEqual(['', wilson?.lower, wilson?.upper])
})

test('the file holds the pairs compared, what the sharing rests on, the plan and the check-ins', () => {
  const lines = csvLines(fileOf('fr'), days)
  const pair = lines.filter(([figure, row]) => figure === 'Écarts\u00A0: conversations' && row === 'Appel – Courriel')
  // Twelve of twenty-four calls against none of twenty-four messages.
  expect(pair.map(([, , measure, , value]) => [measure, value])).toContainEqual(['Écart (première moins seconde)', 0.5])
  expect(lines).toContainEqual(['Sur quoi repose le partage (CAD)', 'Ventes (n)', 'Valeur', '12', 12, '', '', '', dayNumber(40)])
  expect(lines.some(([, row]) => row === 'Parcours trop jeunes, laissés de côté')).toBe(true)
  const plan = planTable({ days: 7, planned: 17.5, done: 30, expectedSales: 0.3, band: { lower: 0, upper: 1 }, sales: 15, standing: 'above' }, 'fr')
  expect(csvLines([plan], days).map(([, row, , , value, lower, upper]) => [row, value, lower, upper])).toContainEqual(['Contacts prévus', 17.5, '', ''])
  const links = linksTable(
    [{ name: 'energy-and-activities', verdict: 'too-few-days', n: 3, rho: -0.25, limits: { lower: -0.9, upper: 0.4 } } as CheckInLink],
    'fr',
  )
  expect([...writeCsv(['x'], csvLines([links], days))].join('')).toContain(',-0.25,')
})

test('every table has a heading for each cell, in both languages', () => {
  for (const language of ['fr', 'en'] as const)
    for (const { columns, rows, caption } of fileOf(language)) {
      expect(caption).not.toBe('')
      for (const row of rows) expect(row).toHaveLength(columns.length)
    }
})

test('the participation of the file adds up to the sales, to the cent', () => {
  const table = journeyTables(bilan, name, 'fr').at(-1)
  const cents = csvLines(table ? [table] : [], days)
    .filter(([, , measure]) => measure === 'Part égale par contact')
    .map(([, , , , value]) => Math.round(Number(value) * 100))
  expect(cents.reduce((sum, each) => sum + each, 0)).toBe(360_000)
})
