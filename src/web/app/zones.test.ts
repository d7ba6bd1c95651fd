import { expect, test } from 'vitest'
import { zoneChoices } from './zones.ts'

const labels = (current: string, language: 'fr' | 'en') => zoneChoices(current, language).map(({ label }) => label)

test('time zones are named by their city in the language of the screen, the usual ones first, each once', () => {
  const fr = labels('Africa/Cairo', 'fr')
  expect(fr.slice(0, 4)).toEqual(['Le Caire', 'Toronto', 'Montréal', 'Halifax'])
  expect(fr).toContain('Copenhague')
  expect(fr).toContain('Saint-Jean (T.-N.-L.)')
  expect(fr.filter((label) => /[_/·]/.test(label))).toEqual([])
  expect(new Set(fr).size).toBe(fr.length)
  expect(labels('America/Toronto', 'en')).toContain('Copenhagen')
})

test('the zone in use is always among the choices, whatever its name', () => {
  expect(zoneChoices('Etc/GMT+5', 'fr')[0]).toEqual({ value: 'Etc/GMT+5', label: 'GMT+5' })
})
