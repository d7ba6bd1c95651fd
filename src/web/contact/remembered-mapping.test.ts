import { expect, test } from 'vitest'
import { headingsKey, remembered, remembering } from './remembered-mapping.ts'

const mapping = (fields: readonly string[], hasHeading = true) => ({ hasHeading, columns: fields.map((field) => ({ heading: field, field })) })

test('the mapping accepted for some headings is proposed for the same headings, and for no others', () => {
  const key = headingsKey(['Qui', 'Quand'], 'past')
  const kept = remembering({}, key, mapping(['name', 'date']))
  expect(remembered(mapping(['ignore', 'ignore']), kept[key]).columns.map(({ field }) => field)).toEqual(['name', 'date'])
  expect(kept[headingsKey(['Qui', 'Quand'], 'people')]).toBeUndefined()
  expect(kept[headingsKey(['Qui', 'Quoi'], 'past')]).toBeUndefined()
  expect(remembered(mapping(['ignore']), kept[key])).toEqual(mapping(['ignore']))
})

test('a first row that is somebody and no heading is not kept', () => {
  expect(remembering({}, headingsKey(['Nathalie Gagnon', 'nathalie@exemple.ca'], 'people'), mapping(['name', 'email'], false))).toEqual({})
})

test('the last twenty are kept, the one just accepted among them', () => {
  let kept: ReturnType<typeof remembering> = {}
  for (let n = 0; n < 30; n += 1) kept = remembering(kept, `heading ${n}`, mapping(['name']))
  kept = remembering(kept, 'heading 12', mapping(['email']))
  expect(Object.keys(kept).length).toBe(20)
  expect(Object.keys(kept).at(-1)).toBe('heading 12')
  expect(kept['heading 29']).toEqual(['name'])
})
