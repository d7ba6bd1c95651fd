import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Change } from '#method/ledger/operation.ts'
import { openDoors, type Doors } from '#test/doors.ts'
import { nextId } from '#test/ledger-app.ts'
import { business, dispatcher, openPostOffice, wordsOf, yes } from '#test/post-office.ts'

let doors: Doors
let office: Awaited<ReturnType<typeof openPostOffice>>
beforeAll(async () => {
  doors = await openDoors()
  office = await openPostOffice()
})
afterAll(async () => {
  await office.close()
  await doors.close()
})
beforeEach(() => office.reset())

/** A message that left, and the page of its way out. */
const written = async () => {
  const her = await business(doors, office)
  await her.owner.send('PUT', '/api/mail/account', her.account)
  await her.consent(yes)
  await her.queue()
  await dispatcher(doors).round(her.actor.workspaceId)
  const link = /https:\/\/entrain\.example(\/u\/[\w-]+)/.exec(wordsOf(office.received[0]!))?.[1] ?? ''
  const press = () => doors.browser().send('POST', link, '' as never, { 'content-type': 'application/x-www-form-urlencoded' })
  const typesOf = async (contactId: string) => (await her.rows()).consent.filter((event) => event.contactId === contactId).map(({ fact }) => fact.type)
  const comesBack = (contactId: string): Change => ({
    type: 'contact.add',
    contactId,
    fields: { name: 'J. Lavoie', emails: [{ label: '', address: 'Josee+liste@example.com' }] },
    step: null,
  })
  return { ...her, press, typesOf, comesBack }
}

test('the way out pressed once she was erased still silences her address, should a file bring it back', async () => {
  const { contactId, write, press, typesOf, comesBack } = await written()
  await write({ type: 'contact.erase', contactId })
  expect((await press()).status).toBe(200)
  const again = nextId()
  await write(comesBack(again))
  expect(await typesOf(again)).toEqual(['suppression-restored'])
})

test('the way out silences whoever can be written to at that address by now', async () => {
  const { contactId, write, press, typesOf, comesBack } = await written()
  await write({ type: 'contact.erase', contactId })
  const again = nextId()
  await write(comesBack(again))
  expect(await typesOf(again)).toEqual([])
  expect((await press()).status).toBe(200)
  expect(await typesOf(again)).toEqual(['withdrawal'])
})

test('the way out of an address that is no longer on her page silences both her and it', async () => {
  const { contactId, write, press, typesOf, comesBack } = await written()
  await write({ type: 'contact.edit', contactId, fields: { emails: [{ label: '', address: 'autre@example.com' }] } })
  expect((await press()).status).toBe(200)
  expect(await typesOf(contactId)).toContain('withdrawal')
  const again = nextId()
  await write(comesBack(again))
  expect(await typesOf(again)).toEqual(['suppression-restored'])
})
