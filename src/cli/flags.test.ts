import { expect, test } from 'vitest'
import { readFlags } from './flags.ts'

test('a command takes its own flags wherever they stand, and leaves those of the settings', () => {
  const told = readFlags(
    ['cahier.csv', '--map', 'Combien=amount', '--port', '0', '--dry-run', '--map=kind:Visite=in-person', '--data', 'ici', '--json'],
    ['--dry-run', '--json'],
    ['--map', '--member'],
  )
  expect(told.words).toEqual(['cahier.csv'])
  expect(told.all('--map')).toEqual(['Combien=amount', 'kind:Visite=in-person'])
  expect([told.is('--dry-run'), told.is('--json'), told.one('--member')]).toEqual([true, true, null])
  expect(told.rest).toEqual(['--port', '0', '--data', 'ici'])
})

test('a flag that wants a value says so', () => {
  expect(() => readFlags(['x.csv', '--map'], [], ['--map'])).toThrow('--map')
})

test('a value may be empty where that says something, once it is written', () => {
  for (const words of [['--source='], ['--source', '']]) expect(readFlags(words, [], ['--source', '--kind'], ['--source']).one('--source')).toBe('')
  expect(() => readFlags(['--source'], [], ['--source'], ['--source'])).toThrow('--source')
  expect(() => readFlags(['--kind='], [], ['--source', '--kind'], ['--source'])).toThrow('--kind')
})
