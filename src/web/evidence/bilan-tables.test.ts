import { expect, test } from 'vitest'
import { aContact, aGoal, zone } from '#test/a-day.ts'
import { aSale, aTouch, begun, dayNumber } from '#test/a-log.ts'
import { bilanOf } from '#method/evidence/tell-bilan.ts'
import { csvHeadings, csvLines, journeyTables, periodTables } from './bilan-tables.ts'

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

test('every line of the file has its figure, its row, its measure and its window', () => {
  const lines = csvLines([...periodTables(bilan, name, 'fr'), ...journeyTables(bilan, name, 'fr')], bilan)
  expect(csvHeadings('fr')).toHaveLength(6)
  for (const line of lines) {
    expect(line).toHaveLength(6)
    expect(line.slice(0, 3).every((cell) => cell !== '')).toBe(true)
  }
  expect(lines).toContainEqual(['La période', 'Personnes contactées', 'Valeur', '24', '', dayNumber(40)])
  expect(lines).toContainEqual(['Combien de conversations?', 'Appel', 'Conversations', '12', '', dayNumber(40)].with(0, 'Par quelles activités?'))
})

test('every table has a heading for each cell, in both languages', () => {
  for (const language of ['fr', 'en'] as const)
    for (const { columns, rows, caption } of [...periodTables(bilan, name, language), ...journeyTables(bilan, name, language)]) {
      expect(caption).not.toBe('')
      for (const row of rows) expect(row).toHaveLength(columns.length)
    }
})

test('the participation of the file adds up to the sales, to the cent', () => {
  const table = journeyTables(bilan, name, 'fr').at(-1)
  const dollars = (cell: string): number => Math.round(Number(cell.replace(/[^\d,]/g, '').replace(',', '.')) * 100)
  expect(table?.rows.reduce((sum, [, linear = '']) => sum + dollars(linear), 0)).toBe(360_000)
})
