import { afterAll, beforeAll, expect, test } from 'vitest'
import { v7 } from 'uuid'
import { ledgerApp, nathalie, type LedgerApp } from '#test/ledger-app.ts'

let server: LedgerApp
beforeAll(async () => {
  server = await ledgerApp()
  const people = [
    { name: 'Hélène Été', city: 'Saint-Jérôme' },
    { name: 'Élise Côté', city: 'St-Jérôme', phones: [{ label: 'mobile', number: '+14185550101' }], emails: [{ label: '', address: 'elise@exemple.ca' }] },
    { name: 'Sœur Marie-Ève St-Onge', organisation: 'Œuvres 100 %' },
  ]
  for (const fields of people) expect((await server.ask(nathalie, 'POST', '/api/contacts', { id: v7(), fields })).status).toBe(201)
})
afterAll(() => server.close())

const found = async (q: string) => {
  const { body } = await server.ask(nathalie, 'GET', `/api/contacts?q=${encodeURIComponent(q)}`)
  return (body as { readonly contacts: readonly { readonly name: string }[] }).contacts.map(({ name }) => name.split(' ')[0])
}

test.each([
  ['helene', ['Hélène']],
  ['ÉLISE COTE', ['Élise']],
  ['saint-jerome', ['Hélène', 'Élise']],
  ['St Jérôme', ['Hélène', 'Élise']],
  ['marie eve saint onge', ['Sœur']],
  ['soeur', ['Sœur']],
  ['oeuvres', ['Sœur']],
  ['elise@exemple.ca', ['Élise']],
  ['418 555-0101', ['Élise']],
  ['(418) 555', ['Élise']],
  ['Hélène Drummondville', []],
  ['%', []],
  ['_', []],
  ['', ['Hélène', 'Élise', 'Sœur']],
])('asking for %j finds %j', async (q, names) => {
  expect(await found(q)).toEqual(names)
})
