import { expect, test } from 'vitest'
import { iconNames } from '#language/icons.ts'
import { kindIcons } from './kind-look.ts'

test('every icon that a kind may have is named for those who hear the screen, by a name of its own', () => {
  expect(Object.keys(iconNames).toSorted()).toEqual(Object.keys(kindIcons).toSorted())
  for (const language of ['fr', 'en'] as const) {
    const names = Object.values(iconNames).map((name) => name[language])
    expect(new Set(names).size).toBe(names.length)
  }
})
