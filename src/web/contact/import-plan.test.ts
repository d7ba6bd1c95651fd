import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { asDay, asInstant } from '#method/calendar/day.ts'
import { blankFields, blankHistory, type Contact } from '#method/contact/contact.ts'
import { fieldsOfDraft, knownOf } from '#method/contact/import-plan.ts'
import { createMatcher } from '#method/contact/match.ts'
import { previewImport } from '#method/contact/preview.ts'
import { lastContactLine } from '#language/import.ts'
import { readMoney } from '#method/sale/money.ts'
import { largestPart, partsOf, planImport, type Choice, type ReadRow } from './import-plan.ts'

const today = asDay('2026-11-23')
const person = (id: string, fields: Partial<Contact>): Contact => ({
  ...blankFields,
  ...blankHistory,
  name: '',
  id,
  nextStep: null,
  letGo: null,
  createdAt: asInstant(0),
  createdBy: 'm',
  importId: null,
  archivedAt: null,
  deletedAt: null,
  mergedInto: null,
  ...fields,
})
const read = async (text: Uint8Array | string, known: readonly Contact[] = []): Promise<readonly ReadRow[]> => {
  const rows: ReadRow[] = []
  const chunks = [typeof text === 'string' ? new TextEncoder().encode(text) : text]
  for await (const event of previewImport({ chunks, matcher: createMatcher(known.map(knownOf)), readAmount: readMoney })) {
    if (event.type === 'rows') rows.push(...event.rows.filter((row) => row.ok))
  }
  return rows
}
const ids = () => {
  let next = 0
  return () => `id-${(next += 1)}`
}
const plan = (rows: readonly ReadRow[], known: readonly Contact[] = [], choices: ReadonlyMap<number, Choice> = new Map()) =>
  planImport({ rows, choices, language: 'fr', contact: (id) => known.find((one) => one.id === id), newId: ids() })

test('a file imported, then read again, has nothing left to import', async () => {
  for (const name of ['excel_fr_semicolon_bom.csv', 'google_contacts_2024.csv', 'outlook_cp1252.csv']) {
    const file = await readFile(new URL(`../../../test/samples/contacts/csv/${name}`, import.meta.url))
    const first = plan(await read(file))
    expect(first.added).toBeGreaterThan(0)
    const known = first.rows.filter(({ isNew }) => isNew).map(({ contactId, fields }) => person(contactId, fields))
    const again = plan(await read(file, known), known)
    expect({ name, added: again.added, completed: again.completed }).toEqual({ name, added: 0, completed: 0 })
  }
})

test('an amount and a last contact are kept in the notes alone', async () => {
  const [row] = await read('Nom,Courriel,Montant,Dernier contact\nZoé Roy,zoe@exemple.ca,"1 234,56 $",2026-03-02\n')
  const fields = fieldsOfDraft(row?.draft ?? { name: '', emails: [], phones: [], tags: [] }, lastContactLine('fr'))
  expect(fields.notes).toContain('1 234,56 $')
  expect(fields.notes).toMatch(/Dernier contact\u00A0: 2\smars\s2026/)
  expect(Object.keys(fields).sort()).toEqual(['emails', 'name', 'notes'])
})

test('a doubtful row waits until someone chooses', async () => {
  const known = [person('a', { name: 'Marie Côté', emails: [{ label: '', address: 'info@exemple.ca' }] })]
  const rows = await read('Nom,Courriel,Ville\nLuc Bédard,info@exemple.ca,Laval\n', known)
  const line = rows[0]?.line ?? 0
  expect(plan(rows, known)).toMatchObject({ added: 0, completed: 0, undecided: 1 })
  expect(plan(rows, known, new Map([[line, { as: 'new' }]]))).toMatchObject({ added: 1, undecided: 0 })
  expect(plan(rows, known, new Map([[line, { as: 'same', id: 'a' }]]))).toMatchObject({ added: 0, completed: 1 })
  expect(plan(rows, known, new Map([[line, { as: 'left-out' }]]))).toMatchObject({ added: 0, completed: 0, undecided: 0 })
})

test('someone archived is completed and not added again', async () => {
  const known = [person('a', { name: 'Marie Côté', emails: [{ label: '', address: 'marie@exemple.ca' }], archivedAt: asInstant(0) })]
  expect(plan(await read('Nom,Courriel,Ville\nMarie Côté,marie@exemple.ca,Laval\n', known), known)).toMatchObject({ added: 0, completed: 1 })
})

test('two rows of one new person make one person', async () => {
  const made = plan(await read('Nom,Courriel,Ville\nZoé Roy,zoe@exemple.ca,\nZoé Roy,zoe@exemple.ca,Laval\n'))
  expect(made.added).toBe(1)
  expect(new Set(made.rows.map(({ contactId }) => contactId)).size).toBe(1)
})

test('an import is written in parts, each new person on her own day', () => {
  const rows = Array.from({ length: 450 }, (_, place) => ({ contactId: `c${place}`, isNew: true, fields: { name: `Personne ${place}` } }))
  const days = rows.map((_, place) => asDay(place < 300 ? '2026-11-23' : '2026-11-24'))
  const parts = partsOf(rows, days, today)
  expect(parts.map((part) => part.length)).toEqual([largestPart, largestPart, 50])
  expect(parts.flat().map(({ due }) => due)).toEqual(days)
})

test('whoever waits to be decided, or is left out, is not written by a later row that repeats her', async () => {
  const rows = await read('Nom;Courriel;Ville\nPaul Premier;foyer@example.ca;Granby\nRita Seconde;foyer@example.ca;Granby\nRita Seconde;;Granby\n')
  const names = ({ rows: written }: ReturnType<typeof plan>) => written.map(({ fields }) => fields.name)
  const undecided = plan(rows)
  expect({ names: names(undecided), added: undecided.added, undecided: undecided.undecided }).toEqual({ names: ['Paul Premier'], added: 1, undecided: 1 })
  expect(names(plan(rows, [], new Map([[3, { as: 'left-out' }]])))).toEqual(['Paul Premier'])
  const decided = plan(rows, [], new Map([[3, { as: 'new' }]]))
  expect(decided.added).toBe(2)
  expect(new Set(decided.rows.map(({ contactId }) => contactId)).size).toBe(2)
})
