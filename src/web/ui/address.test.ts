import { expect, test } from 'vitest'
import { addressOf, hrefOf, matched } from './address.ts'

test('an address is written from a place, its parameters and what is searched, and read back', () => {
  const href = hrefOf({ to: '/people/$id', params: { id: 'a b/ç' }, search: { q: 'Côté & fils', km: 25 }, hash: 'top' })
  expect(href).toBe('/people/a%20b%2F%C3%A7?q=C%C3%B4t%C3%A9+%26+fils&km=25#top')
  const { pathname, search, hash } = addressOf(href)
  expect(matched('/people/$id', pathname)).toEqual({ id: 'a b/ç' })
  expect(Object.fromEntries(new URLSearchParams(search))).toEqual({ q: 'Côté & fils', km: '25' })
  expect(hash).toBe('top')
})

test('a named place comes before one with a parameter of the same length, a slash at the end does not count', () => {
  expect(matched('/people/import', '/people/import/')).toEqual({})
  expect(matched('/people/import', '/people/a')).toBeNull()
  expect(matched('/', '')).toEqual({})
  expect(matched('/people', '/people/a')).toBeNull()
})

test('an address that nobody could have written leads nowhere and breaks nothing', () => {
  expect(matched('/people/$id', '/people/%E0%A4%A')).toEqual({ id: '%E0%A4%A' })
})
