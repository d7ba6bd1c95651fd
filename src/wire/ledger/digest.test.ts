import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, asDay } from '#method/calendar/day.ts'
import { tables, type Operation } from '#method/ledger/operation.ts'
import { memoryWorld } from '#test/memory-world.ts'
import { anyOperations } from '#test/operations.ts'
import { compared, comparedFrom, createDigest, createMarks, differing, incidentOf, type Compared, type ComparedRow } from './digest.ts'

const today = asDay('2026-12-10')
type Held = readonly (readonly [Compared, ComparedRow])[]

const digestOf = (held: Held) => {
  const digest = createDigest(today)
  for (const [table, row] of held) digest.add(table, row)
  return digest.read()
}
const counted = { memberId: 'nathalie', day: asDay('2026-01-05'), kind: 'phone', outcome: 'reached', activities: 2, conversations: 1, minutes: 9 }
const heldAfter = (operations: readonly Operation[]): Held => {
  const memory = memoryWorld()
  for (const operation of operations) memory.write(operation, { memberId: 'nathalie', isOwner: true })
  return [['rollUp', counted], ...tables.flatMap((table) => memory.every(table).map((row) => [table, row] as const))]
}
const states = anyOperations(30).map(heldAfter)
const isHeldByAll = ([table, row]: Held[number]): boolean => table !== 'contact' || (row as { readonly deletedAt: unknown }).deletedAt === null

/** The row with its fields, and those inside of them, in another order. */
const reordered = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(reordered)
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(
          Object.entries(value)
            .reverse()
            .map(([key, one]) => [key, reordered(one)]),
        )
      : value

test('the same rows have the same digest, whatever the order in which they and their fields come', () => {
  const shuffled = states.chain((held) => fc.tuple(fc.constant(held), fc.shuffledSubarray([...held], { minLength: held.length })))
  fc.assert(
    fc.property(shuffled, ([held, others]) => {
      expect(digestOf(others.map(([table, row]) => [table, reordered(row) as ComparedRow]))).toEqual(digestOf(held))
    }),
  )
})

const isFilledIn = (value: unknown): boolean => ['""', '[]', '{}', 'false', '0'].includes(JSON.stringify(value))

test('a row that is lost, added or altered in any field changes the digest of its table alone, and is counted', () => {
  fc.assert(
    fc.property(states, fc.nat(), fc.nat(), fc.constantFrom('missing', 'extra', 'altered', 'half'), (held, which, field, fault) => {
      const due = held.filter(isHeldByAll)
      const place = which % due.length
      const [table, row] = due[place] as Held[number]
      const others = due.filter((_, n) => n !== place)
      const fields = Object.entries(row).filter(([, value]) => value !== null && value !== undefined)
      const [name, value] = fields[field % fields.length] as [string, unknown]
      // What the wire fills in where it is absent reads the same without it.
      fc.pre(fault !== 'half' || !isFilledIn(value))
      const damaged: Held =
        fault === 'missing'
          ? others
          : fault === 'extra'
            ? [...due, [table, { ...row, id: 'another', outcome: 'another' } as unknown as ComparedRow]]
            : fault === 'half'
              ? [...others, [table, Object.fromEntries(Object.entries(row).filter(([key]) => key !== name)) as unknown as ComparedRow]]
              : [...others, [table, { ...row, [name]: typeof value === 'string' ? `${value}x` : 'x' } as unknown as ComparedRow]]
      // A fact moved out of the days that are compared is lost as well; a person who reads as deleted too.
      expect(differing(digestOf(damaged), digestOf(due))).toEqual([table])
      const marksOf = (of: Held) => {
        const { add, marks } = createMarks(table, today)
        for (const [at, one] of of) if (at === table) add(one)
        return marks
      }
      const { missing, extra, altered } = incidentOf(table, marksOf(damaged), marksOf(due))
      expect(missing + extra + altered).toBeGreaterThanOrEqual(1)
      if (fault === 'missing') expect({ missing, extra, altered }).toEqual({ missing: 1, extra: 0, altered: 0 })
      if (fault === 'extra') expect({ missing, extra, altered }).toEqual({ missing: 0, extra: 1, altered: 0 })
    }),
    { numRuns: 400 },
  )
})

test('what only one of two devices may still hold is not compared: someone deleted, a fact older than the window', () => {
  const blank = digestOf([])
  const digestWith = (table: Compared, fields: object) => digestOf([[table, { id: '0190aaaa-0000-7000-8000-000000000001', ...fields } as ComparedRow]])
  expect(digestWith('contact', { deletedAt: '2026-12-01T15:00:00.000Z' })).toEqual(blank)
  expect(digestWith('contact', { deletedAt: null })).not.toEqual(blank)
  const { activity, sale } = comparedFrom(today)
  expect(digestWith('activity', { day: addDays(activity, -1) })).toEqual(blank)
  expect(digestWith('activity', { day: activity })).not.toEqual(blank)
  expect(digestWith('sale', { day: addDays(sale, -1) })).toEqual(blank)
  expect(digestWith('sale', { day: sale })).not.toEqual(blank)
  expect(Object.keys(blank)).toEqual([...compared])
})
