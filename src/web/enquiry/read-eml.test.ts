import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readEnquiry } from '#method/enquiry/read-enquiry.ts'
import { largestMessage, readMessageFile } from './read-eml.ts'

const folder = new URL('../../../test/samples/mail/', import.meta.url)
const fileOf = (name: string, ...parts: readonly BlobPart[]): File => new File([...parts], name, { type: name.endsWith('.eml') ? 'message/rfc822' : '' })
const eml = (headers: string, body: string): string => `${headers}\n\n${body}`.replaceAll('\n', '\r\n')

const hers = eml(
  'From: =?utf-8?Q?Jos=C3=A9e?= Lavoie <josee@example.com>\nTo: nadia@elan.example\nSubject: Une question\nDate: Fri, 20 Nov 2026 14:05:00 -0500\nContent-Type: text/plain; charset=utf-8',
  'Bonjour,\n\nEst-ce que l’atelier est pour moi? Vous pouvez m’appeler au 819 555-0142.\n\nJosée',
)
const carrying = (inner: string, { subject = 'Fwd: Une question', words = '', kind = 'mixed', disposition = 'attachment', boundary = 'b' } = {}): string =>
  eml(
    `From: Marc <marc@example.org>\nTo: nadia@elan.example\nSubject: ${subject}\nDate: Fri, 20 Nov 2026 16:00:00 -0500\nMIME-Version: 1.0\nContent-Type: multipart/${kind}; boundary="${boundary}"`,
    `--${boundary}\nContent-Type: text/plain; charset=utf-8\n\n${words}\n--${boundary}\nContent-Type: message/rfc822\nContent-Disposition: ${disposition}; filename="question.eml"\n\n`,
  ) + `${inner}\r\n--${boundary}--\r\n`

const read = async (file: File) => {
  const reading = await readMessageFile(file)
  return reading.ok ? readEnquiry(reading.message) : reading.fault
}
const fromJosée = { name: 'Josée Lavoie', email: 'josee@example.com', phone: '+18195550142', subject: 'Une question', receivedAt: '2026-11-20T19:05:00.000Z' }

test.each([
  ['as an attachment', carrying(hers)],
  ['inline', carrying(hers, { disposition: 'inline' })],
  ['with a word of whoever passed it on', carrying(hers, { words: 'Pour toi, je pense.' })],
  ['with an empty body and its own subject', carrying(hers, { subject: 'Une question' })],
  ['twice over', carrying(carrying(hers, { boundary: 'c' }), { subject: 'TR : Une question' })],
])('a message passed on %s is from who wrote it first, at the hour she wrote', async (_, text) => {
  expect(await read(fileOf('fwd.eml', text))).toMatchObject(fromJosée)
})

test('a message that comes with another one attached is hers who wrote it', async () => {
  const text = carrying(hers, { subject: 'Ma propre question', words: 'Bonjour, voici ce qu’on m’a répondu. Pouvez-vous m’aider?' })
  expect(await read(fileOf('m.eml', text))).toMatchObject({ name: 'Marc', email: 'marc@example.org', subject: 'Ma propre question' })
})

test('a report of failed delivery carries one’s own message, which asks nothing', async () => {
  expect(await read(fileOf('m.eml', carrying(hers, { kind: 'report', subject: '' })))).not.toMatchObject({ email: 'josee@example.com' })
})

test('a message of Outlook’s own format is told apart from a file that is no message, and from one that is too large', async () => {
  const outlook = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0])
  expect(await read(fileOf('message', outlook))).toBe('outlook')
  expect(await read(fileOf('demande.msg', 'x'))).toBe('outlook')
  expect(await read(fileOf('photo.eml', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16])))).toBe('not-a-message')
  expect(await read(fileOf('facture.pdf', '%PDF-1.7\n1 0 obj\n<< /Type: /Catalog >>'))).toBe('not-a-message')
  expect(await read(fileOf('vide.eml', ''))).toBe('not-a-message')
  expect(await read(fileOf('long.eml', 'a'.repeat(largestMessage + 1)))).toBe('too-large')
})

test('a message saved as text is read like one that is pasted', async () => {
  expect(await read(fileOf('demande.txt', 'De : Josée Lavoie <josee@example.com>\nObjet : Une question\n\nAppelez-moi au 819 555-0142.'))).toMatchObject({
    name: 'Josée Lavoie',
    phone: '+18195550142',
  })
})

test.each(readdirSync(folder).filter((name) => name.endsWith('.eml')))('the sample message %s is read as a file', async (name) => {
  const reading = await read(fileOf(name, readFileSync(new URL(name, folder))))
  expect(reading).toMatchObject({ words: expect.any(String) })
})
