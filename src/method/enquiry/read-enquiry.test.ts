import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import PostalMime from 'postal-mime'
import { expect, test } from 'vitest'
import { canada } from '../contact/canada.ts'
import { bareSubject, ownWords } from './quoted.ts'
import { readEnquiry, readPastedEnquiry } from './read-enquiry.ts'
import { textOfHtml } from './text-of-html.ts'

const from = { name: 'Sylvie Tremblay', address: 'sylvie@exemple.ca' }

test('a message tells who asks, how to reach her, where she is, and what she says', () => {
  const text = `Bonjour Nadia,

J’habite à St-Germain-de-Grantham et je cherche de l’aide pour la prospection. Venez-vous à Drummondville bientôt?

Merci!
Sylvie
-- 
Sylvie Tremblay, Atelier Vert
819 555-0177 poste 12

Le ven. 20 nov. 2026 à 14:05, Nadia Roy <nadia@elan.example> a écrit :
> Bonjour, appelez-moi au 514 555-0100.`
  expect(readEnquiry({ from, subject: 'RE : Tr: Conférence', text, date: '2026-11-20T20:10:00.000Z' })).toEqual({
    via: 'email',
    receivedAt: '2026-11-20T20:10:00.000Z',
    name: 'Sylvie Tremblay',
    email: 'sylvie@exemple.ca',
    phone: '+18195550177 x12',
    city: 'Saint-Germain-de-Grantham',
    subject: 'Conférence',
    words:
      'Bonjour Nadia,\n\nJ’habite à St-Germain-de-Grantham et je cherche de l’aide pour la prospection. Venez-vous à Drummondville bientôt?\n\nMerci!\nSylvie',
    language: 'fr',
  })
})

test('the form of a web site speaks for who filled it, not for the machine that sends it', () => {
  const text = `Nouveau message de votre site

Prénom : Sylvie
Nom : Tremblay
Courriel : sylvie@exemple.ca
Téléphone : (819) 555-0177
Ville :
Drummondville
Message : Bonjour,

Combien coûte l’atelier?`
  const read = readEnquiry({ from: { name: 'Mon site', address: 'no-reply@site.example' }, subject: 'Formulaire de contact', text })
  expect(read).toMatchObject({ via: 'form', name: 'Sylvie Tremblay', email: 'sylvie@exemple.ca', phone: '+18195550177', city: 'Drummondville' })
  expect(read).toMatchObject({ words: 'Bonjour,\n\nCombien coûte l’atelier?', language: 'fr', receivedAt: null })
})

test('a form without an address is answered where the message says to reply', () => {
  const read = readEnquiry({
    from: { name: 'Site', address: 'wordpress@site.example' },
    replyTo: from,
    text: 'Name: Sylvie\nPhone: 819 555-0177\nMessage: Call me please',
  })
  expect(read).toMatchObject({ via: 'form', name: 'Sylvie', email: 'sylvie@exemple.ca', words: 'Call me please', language: 'en' })
})

test.each([
  ['"Lavoie, Josée"', 'Josée Lavoie'],
  ['LAVOIE, JOSÉE', 'JOSÉE LAVOIE'],
  ['de la Fontaine, Marie-Ève', 'Marie-Ève de la Fontaine'],
  ['Sylvie Tremblay, CRHA', 'Sylvie Tremblay, CRHA'],
  ['Rénovations, inc.', 'Rénovations, inc.'],
  ['Josée Lavoie', 'Josée Lavoie'],
])('a name is kept first name first: %s', (written, name) => {
  expect(readPastedEnquiry(`De : ${written} <josee@exemple.ca>\nObjet : Info\n\nBonjour`).name).toBe(name)
  expect(readEnquiry({ from: { name: written.replaceAll('"', ''), address: 'josee@exemple.ca' }, text: 'Bonjour' }).name).toBe(name)
})

const filled = { via: 'form', name: 'Josée Lavoie', email: 'josee@exemple.ca', phone: '+18195550142', words: 'Combien coûte l’atelier?' }

test('the form of a web site sent as a table has no colon between its labels and what was typed', () => {
  const row = (label: string, value: string) => `<tr><td><b>${label}</b></td><td>${value}</td></tr>`
  const table = [row('Nom', 'Josée Lavoie'), row('Courriel', 'josee@exemple.ca'), row('Téléphone', '819 555-0142'), row('Message', 'Combien coûte l’atelier?')]
  const site = { name: 'Wix Forms', address: 'no-reply@site.example' }
  expect(readEnquiry({ from: site, html: `<html><body><p>Nouveau message</p><table>${table.join('')}</table></body></html>` })).toMatchObject(filled)
})

test('a form whose labels stand alone on their line is read where an address or a telephone follows', () => {
  const lines = 'Full name\nJosée Lavoie\nEmail\njosee@exemple.ca\nPhone number\n819 555-0142\nMessage\nCombien coûte l’atelier?'
  expect(readPastedEnquiry(lines)).toMatchObject(filled)
  expect(readPastedEnquiry('Courriel\nje ne sais plus lequel\nVille\nDrummondville').via).toBe('message')
})

test.each([
  [
    '---------- Forwarded message ---------\nFrom: Sylvie Tremblay <sylvie@exemple.ca>\nDate: Fri, Nov 20, 2026\nSubject: Question\nTo: <nadia@elan.example>\n\n\nHello, could you call me?',
  ],
  [
    'Pour toi.\n\n---------- Message transféré ---------\nDe : Sylvie Tremblay <sylvie@exemple.ca>\nDate : ven. 20 nov. 2026\nObjet : Question\nÀ : Nadia\n\nHello, could you call me?',
  ],
  ['Début du message réexpédié :\n\nDe: "Sylvie Tremblay" <sylvie@exemple.ca>\nObjet: Rép : Question\nDate: 20 novembre 2026\n\nHello, could you call me?'],
  [
    'De : Sylvie Tremblay <mailto:sylvie@exemple.ca>\nEnvoyé : 20 novembre 2026 14:05\nÀ : Nadia Roy <nadia@elan.example>\nObjet : Question\n\nHello, could you call me?',
  ],
])('a forwarded message is from who wrote it first: %s', (text) => {
  const read = readEnquiry({ from: { name: 'Marc', address: 'marc@exemple.ca' }, subject: 'TR: Question', text })
  expect(read).toMatchObject({ name: 'Sylvie Tremblay', email: 'sylvie@exemple.ca', words: 'Hello, could you call me?', via: 'email' })
  expect(read.subject).toContain('Question')
})

test('pasted words alone give the name under the goodbye, the telephone and the address', () => {
  const read = readPastedEnquiry('Hi, I am from Moncton and would like a quote.\n\nThanks,\nAnne-Marie Le Blanc\n(506) 555-0144\nanne@exemple.ca', {
    find: canada.find,
  })
  expect(read).toMatchObject({ via: 'message', name: 'Anne-Marie Le Blanc', phone: '+15065550144', email: 'anne@exemple.ca', city: 'Moncton', language: 'en' })
})

test.each([
  ['Je suis à la recherche d’un coach. Votre conférence à Drummondville est-elle complète?', ''],
  ['Je suis de Québec.', 'Québec'],
  ['Nous sommes installés à Trois-Rivières depuis un an', 'Trois-Rivières'],
  ['Mon commerce est situé au Bic', 'Le Bic'],
  ['Bonjour\n12, rue Montcalm, Drummondville (Québec)  J2B 1A1', 'Drummondville'],
  ['J’habite à Raymond', ''],
  ['I live in Gatineau, across the river', 'Gatineau'],
])('the city is hers only when she says so: « %s » gives « %s »', (text, city) => {
  expect(readEnquiry({ from, text }).city).toBe(city)
})

test.each([
  ['Bonjour, combien coûte votre formation?', 'fr'],
  ['Hello, how much is it?', 'en'],
  ['Bonjour et merci! Thank you so much for', ''],
  ['819 555-0177', ''],
  ['', ''],
])('the language of « %s » is « %s »', (text, language) => {
  expect(readEnquiry({ from, text }).language).toBe(language)
})

test.each([
  ['Oui!\n\nOn Fri, Nov 20, 2026 at 2:05 PM Nadia Roy <nadia@elan.example>\nwrote:\n\nText', 'Oui!'],
  ['Oui!\n\n-----Message d’origine-----\nDe : Nadia', 'Oui!'],
  ['Oui!\n________________________________\nDe : Nadia Roy\nEnvoyé : lundi\nObjet : Allo', 'Oui!'],
  ['Oui!\n\nEnvoyé de mon iPhone', 'Oui!'],
  ['Sent my résumé yesterday, did you get it?', 'Sent my résumé yesterday, did you get it?'],
  ['De : rien\nau revoir', 'De : rien\nau revoir'],
  ['> tout est cité', '> tout est cité'],
])('her own words are kept, and an earlier message left out only when it is sure: %j', (text, words) => {
  expect(ownWords(text).words).toBe(words)
})

test('a subject loses every « Re: » and « TR : » before it', () => {
  expect(['RE: Re: Allo', 'TR : Fwd: Allo', 'Re[2]: Allo', 'Réponse', ''].map(bareSubject)).toEqual(['Allo', 'Allo', 'Allo', 'Réponse', ''])
})

test('HTML is read as words, and what it hides is not', () => {
  expect(textOfHtml('<head><title>x</title></head><p>Caf&eacute; &amp; th&#233;<br>2 < 3</p><script>alert("<p>")</script><!-- a > b --><td>fin')).toBe(
    'Café & thé\n2 < 3\nfin',
  )
  expect(readEnquiry({ from, html: '<div>Bonjour,<br>appelez-moi au 819&nbsp;555-0177</div>' })).toMatchObject({
    words: 'Bonjour,\nappelez-moi au 819\u00A0555-0177',
    phone: '+18195550177',
  })
})

const folder = new URL('../../../test/samples/mail/', import.meta.url)
const samples: Readonly<Record<string, object>> = {
  'base64encodedroot.eml': { email: 'test@example.com', words: '', via: 'email' },
  'decoderended.eml': { email: 'booewq@uuui.com', name: 'wwuaof', subject: 'fotos', receivedAt: '2004-09-09T08:15:52.000Z' },
  'delivery-status.eml': { email: '', name: '', subject: 'Delivery Status Notification (Failure)' },
  'mixed.eml': { via: 'message', words: 'Good Morning;', receivedAt: null },
  'nested.eml': { email: 'u@example.com', words: 'Dear Sir,\n\nGood evening.\n\nThe footer' },
  'nodemailer.eml': {
    name: 'Andris Kreata',
    email: 'andris@kreata.ee',
    words: 'Hello to myself!',
    subject: 'Nodemailer is unicode friendly ✔ (1476358788189)',
  },
  'simple.eml': { name: '', email: 'andris@kreata.ee', words: 'Hello world!', receivedAt: '2017-01-08T18:37:44.000Z' },
  'spam.eml': { name: '', email: '', subject: '123.042 Euro pro Jahr GRARANTIERT von einer Bank! KOSTENLOS' },
}
test.each(readdirSync(folder).filter((name) => name.endsWith('.eml')))('the sample message %s is read', async (name) => {
  const { from, replyTo, subject, text, html, date } = await PostalMime.parse(readFileSync(new URL(name, folder)))
  const read = readEnquiry({
    from: from && { name: from.name, address: from.address ?? '' },
    replyTo: replyTo?.[0] && { name: replyTo[0].name, address: replyTo[0].address ?? '' },
    subject,
    text,
    html,
    date,
  })
  expect(read).toMatchObject(samples[name] ?? { words: 'a sample without its expectation' })
})

test('whatever arrives, it is read without fault, in bounds, on one line where one is due', () => {
  const text = fc.array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.constantFrom(
        'De : a <b@c.ca>',
        'Objet : x',
        '\n',
        '-- ',
        '> ',
        'Nom : ',
        'Courriel: a@b.ca',
        'Message :',
        '819 555-0177',
        'On x wrote:',
        '<p>',
        '&#0;',
      ),
    ),
    { maxLength: 30 },
  )
  fc.assert(
    fc.property(text, fc.string({ unit: 'binary' }), fc.string(), (parts, name, date) => {
      const read = readEnquiry({ from: { name, address: name }, subject: name, text: parts.join('\n'), html: parts.join(''), date })
      expect(read.words.length).toBeLessThanOrEqual(20_000)
      for (const line of [read.name, read.email, read.phone, read.city, read.subject]) expect(line).not.toMatch(/[\r\n]/)
    }),
    { numRuns: 300 },
  )
})

test.each([
  ['the longest of quotes', '> a\n'.repeat(200_000)],
  ['digits without end', '1 '.repeat(100_000)],
  ['headings without end', 'De : a\n'.repeat(30_000)],
  ['an address without end', 'a@'.repeat(100_000)],
  ['capitals without end', `j’habite à ${'A '.repeat(50_000)}`],
  ['tags without end', '<'.repeat(100_000)],
])('%s are read at once', (_, text) => {
  expect(readEnquiry({ from, text, html: text }).email).toBe('sylvie@exemple.ca')
})
