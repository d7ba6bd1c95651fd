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

test('a link that only this machine opens is no way out: the message says to answer, and mail programs do the same', async () => {
  const her = await business(doors, office)
  await her.owner.send('PUT', '/api/mail/account', her.account)
  await her.consent(yes)
  const post = dispatcher(doors, { baseUrl: 'http://localhost:4833' })
  const [french, english] = [await her.queue(), await her.queue({ language: 'en' })]
  await post.round(her.actor.workspaceId)
  expect([await her.stateOf(french), await her.stateOf(english)]).toMatchObject([{ state: 'sent' }, { state: 'sent' }])
  const [fr, en] = office.received.map(wordsOf)
  expect(fr).toContain('Pour ne plus recevoir mes messages, répondez ARRÊT.')
  expect(fr).toMatch(/^List-Unsubscribe: <mailto:nadia@example\.com\?subject=ARR%C3%8AT>\r$/m)
  expect(en).toMatch(/^List-Unsubscribe: <mailto:nadia@example\.com\?subject=STOP>\r$/m)
  for (const words of [fr, en]) expect(words).not.toMatch(/localhost:4833|One-Click/)
})

test('where nobody outside can open Entrain, the screen of one’s mail says so and the public form does not open', async () => {
  const owner = await doors.someone()
  expect(await owner.send('GET', '/api/mail/account')).toMatchObject({ body: { wayOut: 'reply' } })
  expect(await owner.send('GET', '/api/enquiry-form')).toMatchObject({ body: { isOpen: false, isReachable: false } })
  expect(await owner.send('POST', '/api/enquiry-form')).toMatchObject({ status: 422, body: { reason: 'public-address-needed' } })
})

test('the lines that a message left with are kept for the proof, without what makes its link hers', async () => {
  const her = await written()
  const link = /https:\/\/entrain\.example\/u\/([\w-]+)/.exec(wordsOf(office.received[0]!))?.[1] ?? ''
  expect(link.length).toBeGreaterThan(20)
  const closingOf = async (id: string) => (await her.rows()).message.find((message) => message.id === id)?.closing
  const sent = (await her.rows()).message[0]
  expect(sent?.closing).toBe(
    'Nadia Roy, Atelier Nadia\n12, rue Hériot, Drummondville (Québec)\nnadia@example.com\nPour ne plus recevoir mes messages\u00A0: https://entrain.example/u/…',
  )
  expect(JSON.stringify(await her.rows())).not.toContain(link)
  office.behaviour = 'refuses'
  const refused = await her.queue()
  await dispatcher(doors).round(her.actor.workspaceId)
  expect(await closingOf(refused)).toBe('')
  await her.write({ type: 'contact.erase', contactId: her.contactId })
  expect(await closingOf(sent?.id ?? '')).toBe('')
})
