import { expect, test } from 'vitest'
import { readDays, readSpacing } from './read-spacing.ts'

test.each([
  ['2, 4, 7, 14', [2, 4, 7, 14]],
  [' 2 4;7 ', [2, 4, 7]],
  ['0', [0]],
  ['1000', [1000]],
  ['', undefined],
  [', ,', undefined],
  ['1001', undefined],
  ['2, -4', undefined],
  ['2.5', undefined],
  ['deux', undefined],
  [Array.from({ length: 21 }, () => '1').join(' '), undefined],
])('a spacing typed « %s » is read as %j', (text, days) => {
  expect(readSpacing(text)).toEqual(days)
})

test.each([
  ['90', 90],
  [' 0 ', 0],
  ['', null],
  ['1001', undefined],
  ['un mois', undefined],
])('a number of days typed « %s » is read as %j', (text, days) => {
  expect(readDays(text)).toBe(days)
})
