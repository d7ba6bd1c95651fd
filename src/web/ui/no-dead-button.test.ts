import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const screens = readdirSync('src/web', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.tsx') && !file.endsWith('.test.tsx') && !file.endsWith('gallery.tsx'))
  .map((file) => file.replaceAll('\\', '/'))

test('no button is dead without a word: one that is disabled is described, or says on itself why', () => {
  const disabled = screens.flatMap((file) =>
    (readFileSync(`src/web/${file}`, 'utf8').match(/<(?:Button|IconButton|button|Chip|SubmitButton)\b[^<]*/g) ?? [])
      .filter((tag) => /\sdisabled[=\s>]/.test(tag))
      .map((tag) => ({ file, tag })),
  )
  // Their own label is « Rien à importer », « # à décider ».
  const labelled = ['past/past-review.tsx', 'contact/import-screen.tsx']
  expect(disabled.map(({ file }) => file).filter((file) => labelled.includes(file))).toHaveLength(2)
  expect(disabled.filter(({ file, tag }) => !labelled.includes(file) && !tag.includes('aria-describedby'))).toEqual([])
})
