import { afterAll, beforeAll, expect, test } from 'vitest'
import { asInstant } from '#method/calendar/day.ts'
import type { NextAnswer } from '#wire/next/next.ts'
import { ledgerApp, luc, nathalie, nextId, type LedgerApp } from '#test/ledger-app.ts'
import { askedOf, next, nextOf } from './next.ts'

let server: LedgerApp
beforeAll(async () => {
  server = await ledgerApp()
  for (const name of ['Ginette Lavoie', 'Sylvie Roy', 'Éric Morin'])
    await server.ask(nathalie, 'POST', '/api/contacts', { id: nextId(), fields: { name, source: 'Salon' } })
})
afterAll(() => server.close())

test('the command gives what the API answers at the same moment, and each member her own', async () => {
  const { body } = await server.ask(nathalie, 'GET', '/api/next?limit=2&language=en')
  const answered: NextAnswer = body
  expect(answered.people).toHaveLength(2)
  expect(answered.people[0]?.why).toMatch(/^First contact to make; added .* \(Salon\)\.$/)
  expect(await nextOf(server.database, nathalie, askedOf('2', 'en'), answered.at)).toEqual(answered)
  expect((await nextOf(server.database, luc, askedOf(null, null), asInstant(Date.now()))).people).toEqual([])
})

test('what is not a number of people, a language or a word of the command is refused with a sentence', async () => {
  expect(askedOf(null, null)).toEqual({ limit: 20, language: null })
  for (const limit of ['0', '201', 'deux', '1.5']) expect(() => askedOf(limit, null)).toThrow('--limit')
  expect(() => askedOf('5', 'es')).toThrow('--language')
  await expect(next(['demain'])).rejects.toThrow('« demain » n’est pas attendu ici.')
})
