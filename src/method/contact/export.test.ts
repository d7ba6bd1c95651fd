import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createCsvReader } from './csv.ts'
import { exportCsv, writeCsv, writeVcard } from './export.ts'
import { withFormulaGuard, withoutFormulaGuard } from './formula.ts'
import { createMatcher } from './match.ts'
import { previewImport } from './preview.ts'
import { cleanLine, cleanText } from './fold.ts'
import type { ContactDraft } from './draft.ts'
import { asDay } from '../calendar/day.ts'

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\0x', '  =1', '\u00A0=1', '＝1', '＋1', '－1', '＠x', "=cmd|'/c calc'!A1", '\u200B=1'])(
  'the cell « %s » leaves as text',
  (cell) => {
    expect(withFormulaGuard(cell)).toBe(`'${cell}`)
    expect(withoutFormulaGuard(withFormulaGuard(cell))).toBe(cell)
  },
)

test('guarding a cell can always be undone, and never leaves a formula', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom("'", '=', '+', ' ', 'a', '\t', '＝') })), (cell) => {
      expect(withoutFormulaGuard(withFormulaGuard(cell))).toBe(cell)
      expect(withFormulaGuard(cell)).not.toMatch(/^[\s]*[=+\-@＝＋－＠]/u)
    }),
  )
})

test('any table written is read back cell for cell, however it is cut', () => {
  const cell = fc
    .oneof(
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.string({ unit: fc.constantFrom('"', ',', ';', '\n', '\r', 'a', ' ', '=', "'", '\t'), maxLength: 8 }),
    )
    .filter((text) => !text.includes('\0'))
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 8 }), fc.integer({ min: 1, max: 30 }), (table, size) => {
      const kept = table.filter((row) => row.some((one) => one.trim() !== ''))
      const text = [...writeCsv(['a', 'b', 'c'], kept)].join('')
      const reader = createCsvReader()
      const rows = []
      for (let from = 0; from < text.length; from += size) {
        const read = reader.push(text.slice(from, from + size))
        expect(read.ok).toBe(true)
        if (read.ok) rows.push(...read.rows)
      }
      const end = reader.end()
      if (end.ok) rows.push(...end.rows)
      expect(rows.slice(1).map((row) => row.cells.map(withoutFormulaGuard))).toEqual(kept)
    }),
  )
})

const line = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
  .map(cleanLine)
  .filter((text) => /\p{L}/u.test(text))
const tag = line.map((text) => cleanLine(text.replace(/[,;:*]/gu, ' '))).filter((text) => /\p{L}/u.test(text) && !/^my ?contacts$/iu.test(text))
const note = fc
  .string({ unit: fc.constantFrom('a', 'é', ' ', '\n', ',', ';', '"', '\\', '=', ':', '^'), minLength: 1, maxLength: 40 })
  .map((text) => cleanText(`n${text}`))
const address = fc.integer({ min: 0, max: 9999 }).map((number) => `p${number}@example.com`)
const phone = fc
  .tuple(fc.integer({ min: 1000, max: 9999 }), fc.option(fc.integer({ min: 1, max: 99_999 }), { nil: undefined }))
  .map(([end, extension]) => ({ number: `+1514873${end}`, ...(extension === undefined ? {} : { extension: String(extension) }) }))
const label = fc.constantFrom('', 'work', 'home')

const person: fc.Arbitrary<ContactDraft> = fc.record(
  {
    name: line,
    organisation: line,
    role: line,
    emails: fc.uniqueArray(fc.record({ label, address }), { maxLength: 3, selector: (one) => one.address }),
    phones: fc.uniqueArray(
      fc.tuple(label, phone).map(([kind, one]) => ({ label: kind, ...one })),
      { maxLength: 3, selector: (one) => `${one.number};${'extension' in one ? one.extension : ''}` },
    ),
    city: fc.constantFrom('Magog', 'Saint-Jérôme', "Saint-Adolphe-d'Howard"),
    address: line.map((text) => `12, ${text}`),
    website: fc.constant('https://exemple.quebec/?a=1,2;3'),
    birthday: fc.constantFrom('1980-03-22', '--02-03'),
    tags: fc.uniqueArray(tag, {
      maxLength: 3,
      selector: (text) =>
        text
          .normalize('NFKD')
          .toLowerCase()
          .replace(/[^\p{L}\p{N}]/gu, ''),
    }),
    notes: note,
    source: line,
    relationship: fc.constantFrom('potential' as const, 'client' as const, 'past-client' as const, 'partner' as const, 'other' as const),
    language: fc.constantFrom('fr' as const, 'en' as const),
    lastContact: fc.constantFrom(asDay('2026-02-03'), asDay('2025-12-31')),
  },
  { requiredKeys: ['name', 'emails', 'phones', 'tags'] },
)

async function readBack(text: string): Promise<readonly ContactDraft[]> {
  const drafts: ContactDraft[] = []
  for await (const event of previewImport({ chunks: [new TextEncoder().encode(text)], matcher: createMatcher([]) })) {
    if (event.type === 'refused') throw new Error(event.refusal.reason)
    if (event.type === 'rows') for (const row of event.rows) if (row.ok) drafts.push(row.draft)
  }
  return drafts
}

test('people exported as CSV come back the same', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(person, { minLength: 1, maxLength: 4 }), fc.constantFrom('fr' as const, 'en' as const), async (people, language) => {
      expect(await readBack([...exportCsv(people, language)].join(''))).toEqual(people)
    }),
  )
})

test('people exported as cards come back the same, on lines of at most 75 octets', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(person, { minLength: 1, maxLength: 4 }), async (people) => {
      const file = people.map(writeVcard).join('')
      expect(await readBack(file)).toEqual(people)
      for (const one of file.split('\r\n')) expect(new TextEncoder().encode(one).length).toBeLessThanOrEqual(75)
    }),
  )
})
