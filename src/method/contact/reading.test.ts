import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { createCsvReader, type CsvRow } from './csv.ts'
import { createDecoder } from './decode.ts'
import { importLimits } from './import-limits.ts'
import { proposeMapping, applyMapping, isOfPeople } from './mapping.ts'
import { createMatcher } from './match.ts'
import { previewImport, type PreviewEvent, type PreviewRow, type PreviewSummary } from './preview.ts'
import { emailKey } from './email.ts'
import { cityKey } from './place.ts'
import { createCardReader } from './vcard-lines.ts'
import { readDate } from './written-date.ts'

const samples = new URL('../../../test/samples/contacts/', import.meta.url)
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

function* pieces(file: Uint8Array, size = 997): Generator<Uint8Array> {
  for (let from = 0; from < file.length; from += size) yield file.subarray(from, from + size)
}

type Preview = { rows: PreviewRow[]; summary: PreviewSummary; refused: string | undefined; events: PreviewEvent[] }

async function preview(file: Uint8Array | Iterable<Uint8Array>, matcher = createMatcher([]), size = 997): Promise<Preview> {
  const events: PreviewEvent[] = []
  for await (const event of previewImport({ chunks: file instanceof Uint8Array ? pieces(file, size) : file, matcher })) events.push(event)
  const last = events.at(-1)
  if (last?.type !== 'done' && last?.type !== 'refused') throw new Error('the preview did not end')
  const rows = events.flatMap((event) => (event.type === 'rows' ? event.rows : []))
  return { rows, events, summary: last.summary, refused: last.type === 'refused' ? last.refusal.reason : undefined }
}

const drafts = (result: Preview) => result.rows.flatMap((row) => (row.ok ? [row.draft] : []))

/** What the files say, found without our readers: every address, every telephone and every city they hold. */
function oracle(text: string): { emails: string[]; phones: string[] } {
  const emails = [...text.matchAll(/[\w.+-]+@[\w.-]+\.\w+/gu)].map((found) => found[0].toLowerCase())
  const phones = [...text.matchAll(/\(?(\d{3})\)?[ -](\d{3})[ -](\d{4})(?!\d)/gu)].map((found) => `${found[1]}${found[2]}${found[3]}`)
  return { emails: [...new Set(emails)].sort(), phones: [...new Set(phones)].sort() }
}

test.each([
  ['csv/google_contacts_2024.csv', 'utf-8', 60],
  ['csv/outlook_cp1252.csv', 'windows-1252', 20],
  ['csv/excel_fr_semicolon_bom.csv', 'utf-8', 20],
])('%s gives all its people, addresses and telephones', async (path, encoding, count) => {
  const file = readFileSync(new URL(path, samples))
  const text = new TextDecoder(encoding).decode(file)
  const result = await preview(file)
  expect(result.summary).toMatchObject({ rows: count, errors: 0 })
  const expected = oracle(text)
  const read = drafts(result)
  expect([...new Set(read.flatMap((draft) => draft.emails.map((email) => emailKey(email.address))))].sort()).toEqual(expected.emails)
  expect([...new Set(read.flatMap((draft) => draft.phones.map((phone) => phone.number.replace('+1', ''))))].sort()).toEqual(expected.phones)
  expect(read.every((draft) => draft.name.includes(' ') && draft.name === draft.name.normalize('NFC'))).toBe(true)
  // Each city is in the file next to a person, and no person loses hers.
  expect(read.filter((draft) => (draft.city ?? '') !== '' && text.normalize('NFC').includes(draft.city ?? '?'))).toHaveLength(count)
})

test('the Google file keeps multiple values, labels without its own groups, notes on two lines and an extension', async () => {
  const read = drafts(await preview(readFileSync(new URL('csv/google_contacts_2024.csv', samples))))
  expect(read[4]).toMatchObject({ name: "Geneviève L'Écuyer", organisation: 'Coop de l’Érable', tags: ['Clients'] })
  expect(read[4]?.emails).toEqual([
    { label: 'work', address: 'genevieve.lecuyer4@example.com' },
    { label: 'work', address: 'autre@example.org' },
  ])
  expect(read[2]?.notes).toBe('Ligne 1\nLigne 2')
  expect(read[7]?.phones).toEqual([{ label: 'mobile', number: '+18195550107', extension: '12' }])
})

test('the Excel file keeps the source, the last contact in three spellings and the value as typed', async () => {
  const read = drafts(await preview(readFileSync(new URL('csv/excel_fr_semicolon_bom.csv', samples))))
  expect(read.slice(0, 3).map((draft) => draft.lastContact)).toEqual(['2026-02-03', '2026-02-03', '2026-02-03'])
  expect(read[4]).toMatchObject({ name: 'Anne-Marie Lapointe', source: 'Site web', lastContact: '2026-02-03' })
  expect(read[1]).toMatchObject({ notes: 'Valeur\u00A0: 1 250,00 $' })
})

test('an address in capitals under another name in the same file is left to decide', async () => {
  const result = await preview(readFileSync(new URL('csv/google_contacts_2024.csv', samples)))
  const doubtful = result.rows.filter((row) => row.ok && row.verdict.verdict === 'to-decide')
  expect(doubtful.map((row) => row.ok && row.verdict)).toEqual([{ verdict: 'to-decide', candidates: ['row:8'], why: 'shared-email' }])
})

test('importing the same file again changes nothing', async () => {
  for (const path of [
    'csv/google_contacts_2024.csv',
    'csv/outlook_cp1252.csv',
    'csv/excel_fr_semicolon_bom.csv',
    'vcard/John_Doe_IPHONE.vcf',
    'vcard/fullcontact.vcf',
    'vcard/John_Doe_ANDROID.vcf',
  ]) {
    const file = readFileSync(new URL(path, samples))
    const known = drafts(await preview(file)).map((draft, index) => ({ ...draft, id: `p${index}` }))
    const again = await preview(file, createMatcher(known))
    expect(again.summary).toMatchObject({ rows: known.length, same: known.length, unchanged: known.length, new: 0, toDecide: 0 })
  }
})

test('a file reads the same whatever the size of its pieces', async () => {
  for (const path of ['csv/google_contacts_2024.csv', 'csv/outlook_cp1252.csv', 'vcard/John_Doe_ANDROID.vcf', 'vcard/rfc6350-example.vcf']) {
    const file = readFileSync(new URL(path, samples))
    const whole = await preview(file, createMatcher([]), file.length)
    const crumbs = await preview(file, createMatcher([]), 3)
    expect(crumbs.rows).toEqual(whole.rows)
  }
})

const cards: readonly (readonly [string, number, number, number, readonly string[]])[] = [
  ['John_Doe_ANDROID.vcf', 6, 4, 7, []],
  ['John_Doe_EVOLUTION.vcf', 1, 1, 2, ['Albaney']],
  ['John_Doe_GMAIL.vcf', 1, 1, 2, []],
  ['John_Doe_IPHONE.vcf', 1, 1, 7, ['New York']],
  ['John_Doe_MAC_ADDRESS_BOOK.vcf', 1, 1, 7, ['New York']],
  ['John_Doe_MS_OUTLOOK.vcf', 1, 1, 2, ['Albaney']],
  ['fullcontact.vcf', 1, 5, 9, ['HomeCity']],
  ['gmail-list.vcf', 3, 3, 0, []],
  ['gmail-single.vcf', 1, 1, 2, ['Custom City']],
  ['outlook-2003.vcf', 1, 1, 4, ['Austin']],
  ['rfc2426-example.vcf', 2, 3, 4, ['Raleigh', 'Mountain View']],
  ['rfc6350-example.vcf', 1, 1, 2, ['Quebec']],
]

test.each(cards)('%s: %i people, %i addresses, %i telephones', async (path, people, emails, phones, cities) => {
  const read = drafts(await preview(readFileSync(new URL(`vcard/${path}`, samples))))
  expect(read).toHaveLength(people)
  expect(read.flatMap((draft) => draft.emails)).toHaveLength(emails)
  expect(read.flatMap((draft) => draft.phones)).toHaveLength(phones)
  expect(read.flatMap((draft) => (draft.city === undefined ? [] : [draft.city]))).toEqual(cities)
})

test('every sample card is in the table above', () => {
  expect(
    readdirSync(new URL('vcard/', samples))
      .filter((name) => name.endsWith('.vcf'))
      .sort(),
  ).toEqual(cards.map(([name]) => name).sort())
})

test('a second city of a card stays in the notes', async () => {
  const [draft] = drafts(await preview(readFileSync(new URL('vcard/fullcontact.vcf', samples))))
  for (const city of ['WorkCity', 'OtherCity', 'CustomCity']) expect(draft?.notes).toContain(city)
})

test('an extension, a birthday without a year and a language are read from the example of RFC 6350', async () => {
  const [draft] = drafts(await preview(readFileSync(new URL('vcard/rfc6350-example.vcf', samples))))
  expect(draft).toMatchObject({ name: 'Simon Perreault', birthday: '--02-03', language: 'fr', organisation: 'Viagenie' })
  expect(draft?.phones).toEqual([
    { label: 'work', number: '+14186569254', extension: '102' },
    { label: 'mobile', number: '+14182626501' },
  ])
})

test('the same card in JSON (RFC 7095) gives the same person; text that only looks like it is refused', async () => {
  const read = await preview(readFileSync(new URL('vcard/jcard-example.json', samples)))
  expect(drafts(read)).toMatchObject([
    {
      name: 'Simon Perreault',
      birthday: '--02-03',
      language: 'fr',
      organisation: 'Viagenie',
      city: 'Quebec',
      emails: [{ address: 'simon.perreault@viagenie.ca' }],
      phones: [
        { number: '+14186569254', extension: '102' },
        { label: 'mobile', number: '+14182626501' },
      ],
    },
  ])
  const two = '[["vcard",[["fn",{},"text","Anne; Roy, fille"]]],["vcard",[["fn",{},"text","Luc Roy"],["tel",{},"text","514 873-6565"]]]]'
  expect(drafts(await preview(bytes(two))).map(({ name }) => name)).toEqual(['Anne; Roy, fille', 'Luc Roy'])
  expect(await preview(bytes('["vcard", [["fn", {}, "text", "Anne"]'))).toMatchObject({ refused: 'no-address-book', rows: [] })
})

test('an old card in Windows-1252 quoted-printable gives its accents', async () => {
  const card =
    'BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:C=F4t=E9;No=E9m=\r\nie;;;\r\nTEL;CELL:514 873-6565\r\nEND:VCARD\r\n'
  expect(drafts(await preview(bytes(card)))[0]?.name).toBe('Noémie Côté')
})

const table = 'Prénom;Nom;Courriel\r\nNoémie;Côté;noemie@example.com\r\n'
const utf16 = (text: string, big: boolean, mark: boolean): Uint8Array => {
  const units = [...(mark ? '\uFEFF' : ''), ...text].map((letter) => letter.charCodeAt(0))
  return Uint8Array.from(units.flatMap((unit) => (big ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8])))
}

test.each([
  ['UTF-8', bytes(table)],
  ['UTF-8 with a mark', bytes(`\uFEFF${table}`)],
  ['decomposed accents', bytes(table.normalize('NFD').replace('Pre\u0301nom', 'Prénom'))],
  ['UTF-16 little-endian', utf16(table, false, true)],
  ['UTF-16 big-endian', utf16(table, true, true)],
  ['UTF-16 little-endian without a mark', utf16(table, false, false)],
  ['UTF-16 big-endian without a mark', utf16(table, true, false)],
  ['Windows-1252', Uint8Array.from(table, (letter) => letter.charCodeAt(0))],
])('a file in %s gives Noémie Côté', async (_, file) => {
  for (const size of [1, 7, 4096]) {
    expect(drafts(await preview(file, createMatcher([]), size))[0]).toMatchObject({ name: 'Noémie Côté', emails: [{ address: 'noemie@example.com' }] })
  }
})

test('one wrong byte in a UTF-8 file spoils only its own letter', () => {
  const decoder = createDecoder()
  decoder.push(Uint8Array.from([...bytes('Noémie\nCôté\nAndr'), 0xe9, ...bytes('\nZoé')]))
  expect(decoder.end()).toEqual({ ok: true, text: 'Noémie\nCôté\nAndré\nZoé' })
})

function rowsOf(text: string, size = 5): readonly CsvRow[] {
  const reader = createCsvReader()
  const rows: CsvRow[] = []
  for (let from = 0; from < text.length; from += size) {
    const read = reader.push(text.slice(from, from + size))
    if (!read.ok) throw new Error(read.reason)
    rows.push(...read.rows)
  }
  const end = reader.end()
  if (!end.ok) throw new Error(end.reason)
  return [...rows, ...end.rows]
}

test('quoted newlines, doubled quotes, mixed line ends and blank lines keep their rows and lines', () => {
  expect(rowsOf('a,b\r\n"1\r\n2","x ""y"""\n\n3,4\r5,"6, 7"')).toEqual([
    { line: 1, cells: ['a', 'b'] },
    { line: 2, cells: ['1\r\n2', 'x "y"'] },
    { line: 5, cells: ['3', '4'] },
    { line: 6, cells: ['5', '6, 7'] },
  ])
})

test.each([',', ';', '\t', '|'])('the delimiter « %s » is found by itself', (mark) => {
  expect(rowsOf(['Nom', 'Valeur', 'Ville'].join(mark) + '\n' + ['Roy', mark === ',' ? '3' : '1 250,00 $', 'Lévis'].join(mark))[1]?.cells).toHaveLength(3)
})

const refused = async (file: Uint8Array | Iterable<Uint8Array>): Promise<string | undefined> => (await preview(file)).refused

test('hostile files are refused politely', async () => {
  expect(await refused(bytes(''))).toBe('empty')
  expect(await refused(bytes('\n\n  \n'))).toBe('empty')
  expect(await refused(bytes('Nom,Ville\nRoy,L\0vis\n'))).toBe('binary')
  expect(await refused(Uint8Array.from([0x50, 0x4b, 3, 4, 1, 2]))).toBe('spreadsheet')
  expect(await refused(bytes(`${'a,'.repeat(10_000)}b\n`))).toBe('too-many-columns')
  expect(await refused(bytes('Nom,Ville\n"Roy,Lévis\nCôté,Magog\n'))).toBe('unclosed-quote')
  expect(await refused(bytes(`Nom,Notes\nRoy,"${'note '.repeat(200_000)}"\n`))).toBe('cell-too-long')
  expect(await refused(bytes('zzz,yyy\n1,2\n'))).toBe('no-heading')
  expect(await refused(bytes('BEGIN:VCARD\nVERSION:3.0\n'))).toBe('no-card')
  expect(await refused(bytes(`BEGIN:VCARD\nNOTE:${'x'.repeat(100_000)}\nEND:VCARD\n`))).toBe('cell-too-long')
})

test.each([
  ['one endless word', 'a', 'cell-too-long'],
  ['endless delimiters', ',', 'too-many-columns'],
  ['an endless quoted note', '"x"', 'cell-too-long'],
])('a line of one gigabyte (%s) is refused after a few pieces', async (_, unit, reason) => {
  const piece = bytes((unit === '"x"' ? 'x' : unit).repeat(65_536))
  let taken = 0
  function* gigabyte(): Generator<Uint8Array> {
    if (unit === '"x"') yield bytes('Nom,Notes\nRoy,"')
    for (let index = 0; index < 16_384; index++) {
      taken++
      yield piece
    }
  }
  expect(await refused(gigabyte())).toBe(reason)
  expect(taken).toBeLessThan(5)
})

test('a file above fifty megabytes and one above two hundred thousand rows are refused', async () => {
  function* endless(): Generator<Uint8Array> {
    yield bytes('BEGIN:VCARD\nFN:Noémie\nPHOTO;ENCODING=b:')
    for (;;) yield bytes('A'.repeat(1_000_000))
  }
  expect(await refused(endless())).toBe('too-large')
  const reader = createCsvReader({ ...importLimits, rows: 3 })
  reader.push('a,b\n1,2\n')
  expect([reader.push('3,4\n5,6\n'), reader.end()].some((read) => !read.ok && read.reason === 'too-many-rows')).toBe(true)
})

test('a picture on one line longer than any cell is dropped and the person kept', async () => {
  const card = `BEGIN:VCARD\nFN:Noémie Côté\nPHOTO;ENCODING=b;TYPE=JPEG:${'A'.repeat(300_000)}\nTEL:514 873-6565\nEND:VCARD\n`
  expect(drafts(await preview(bytes(card)))[0]).toMatchObject({ name: 'Noémie Côté', phones: [{ number: '+15148736565' }] })
  const reader = createCardReader()
  expect(reader.push(card).ok).toBe(true)
})

test('names that try to harm are kept as text and harm nothing', async () => {
  const file = "__proto__,constructor,Nom,Courriel\n1,2,\u202Eeipos,a@example.com\n3,4,👩‍👩‍👧 Élise,b@example.com\n,,=cmd|' /c calc'!A1,c@example.com\n"
  const read = drafts(await preview(bytes(file)))
  expect(read.map((draft) => draft.name)).toEqual(['\u202Eeipos', '👩‍👩‍👧 Élise', "=cmd|' /c calc'!A1"])
  expect(read[0]?.notes).toBe('__proto__\u00A0: 1\nconstructor\u00A0: 2')
  expect(({} as Record<string, unknown>)['1']).toBeUndefined()
  const mapping = proposeMapping(['Nom', 'Courriel'], [])
  expect(applyMapping(['a\uD800b', 'x@y.ca'], mapping)).toMatchObject({ ok: true, draft: { name: 'a\uFFFDb' } })
})

test('a row says what was wrong with it, and the others are read', async () => {
  const file =
    'Nom,Courriel,Dernier contact\nRoy,roy@example.com,31/02/2026\n,,2026-01-01\nCôté,cote@example.com,2026-01-02,de trop\nLévis,pas une adresse,0000-00-00\n'
  const result = await preview(bytes(file))
  expect(result.summary).toMatchObject({ rows: 4, new: 2, errors: 2 })
  expect(result.rows.map((row) => (row.ok ? row.warnings.map((warning) => warning.reason) : row.reason))).toEqual([
    ['not-a-date'],
    'no-name',
    'too-many-cells',
    ['not-an-email'],
  ])
  expect(drafts(result)[1]?.notes).toBe('pas une adresse')
})

test('what is no telephone is kept as it is, with a remark; a short number is one', async () => {
  const result = await preview(bytes('Nom,Téléphone\nRoy,abc\nCôté,911\nDubé,819 555-0142\n'))
  expect(drafts(result).map(({ phones }) => phones[0]?.number)).toEqual(['abc', '911', '+18195550142'])
  expect(result.rows.map((row) => row.ok && row.warnings.map(({ reason }) => reason))).toEqual([['not-a-phone'], [], []])
})

test.each([
  ['2026-02-03', 'day-first', '2026-02-03'],
  ['03/02/2026', 'day-first', '2026-02-03'],
  ['03/02/2026', 'month-first', '2026-03-02'],
  ['23/02/2026', 'month-first', '2026-02-23'],
  ['3 févr. 2026', 'day-first', '2026-02-03'],
  ['1er mars 2026', 'day-first', '2026-03-01'],
  ['Feb 3, 2026', 'day-first', '2026-02-03'],
  ['20260203', 'day-first', '2026-02-03'],
  ['2026-02-03T10:00:00Z', 'day-first', '2026-02-03'],
  ['--0203', 'day-first', '--02-03'],
  ['3 février', 'day-first', '--02-03'],
] as const)('the date « %s » (%s) is %s', (text, order, date) => {
  expect(readDate(text, order)).toMatchObject({ ok: true, date })
})

test.each([
  ['0000-00-00', 'empty'],
  ['0/0/00', 'empty'],
  ['', 'empty'],
  ['31/02/2026', 'not-a-date'],
  ['bientôt', 'not-a-date'],
  ['2026-13-01', 'not-a-date'],
] as const)('the date « %s » is refused: %s', (text, reason) => {
  expect(readDate(text)).toEqual({ ok: false, reason })
})

test('« 03/02/2026 » is said ambiguous and « 03/03/2026 » is not', () => {
  expect(readDate('03/02/2026')).toMatchObject({ ambiguous: true })
  expect(readDate('03/03/2026')).toMatchObject({ ambiguous: false })
})

const headings: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  [
    'old Google',
    [
      'Name',
      'Given Name',
      'Family Name',
      'Group Membership',
      'E-mail 1 - Type',
      'E-mail 1 - Value',
      'Phone 1 - Type',
      'Phone 1 - Value',
      'Organization 1 - Name',
      'Organization 1 - Title',
      'Address 1 - City',
    ],
    ['name', 'givenName', 'familyName', 'tags', 'emailLabel', 'email', 'phoneLabel', 'phone', 'organisation', 'role', 'city'],
  ],
  [
    'Outlook in French',
    [
      'Titre',
      'Prénom',
      'Deuxième prénom',
      'Nom',
      'Société',
      'Service',
      'Fonction',
      'Rue (bureau)',
      'Ville (bureau)',
      'Code postal (bureau)',
      'Pays/Région (bureau)',
      'Télécopie (bureau)',
      'Téléphone (bureau)',
      'Tél. mobile',
      'Adresse de messagerie',
      'Type de messagerie',
      'Catégories',
      'Page Web',
    ],
    [
      'namePrefix',
      'givenName',
      'middleName',
      'familyName',
      'organisation',
      'ignore',
      'role',
      'street',
      'city',
      'postalCode',
      'country',
      'phone',
      'phone',
      'phone',
      'email',
      'ignore',
      'tags',
      'website',
    ],
  ],
  [
    'a list of one’s own',
    ['Nom', 'Entreprise', 'Cellulaire', 'Courriel', 'Municipalité', 'Statut', 'Langue', 'Couleur préférée'],
    ['name', 'organisation', 'phone', 'email', 'city', 'relationship', 'language', 'note'],
  ],
]

test.each(headings)('the headings of %s are recognised', (_, row, fields) => {
  expect(proposeMapping(row, []).columns.map((column) => column.field)).toEqual(fields)
})

test('a file without headings is read from its first row', async () => {
  const read = drafts(await preview(bytes('Noémie Côté,noemie@example.com,514 873-6565\nÉlise Roy,elise@example.com,418 656-9254\n')))
  expect(read.map((draft) => draft.name)).toEqual(['Noémie Côté', 'Élise Roy'])
})

test('one hundred thousand rows pass through, with every one counted', async () => {
  function* many(): Generator<Uint8Array> {
    yield bytes('Nom,Courriel,Téléphone,Ville\n')
    for (let block = 0; block < 1000; block++) {
      yield bytes(
        Array.from(
          { length: 100 },
          (_, index) =>
            `Personne ${block * 100 + index},p${block * 100 + index}@example.com,514-${String(200 + (block % 700))}-${String(1000 + index)},Lévis\n`,
        ).join(''),
      )
    }
  }
  const result = await preview(many())
  expect(result.summary.rows).toBe(100_000)
  expect(cityKey(drafts(result)[99_999]?.city ?? '')).toBe('levis')
}, 60_000)

test('cells made to slow a reader down are read or refused like any other', async () => {
  const slow = [' '.repeat(32_000), ', '.repeat(16_000), 'qc '.repeat(10_000), ';x'.repeat(16_000), 'a@b.ca,'.repeat(4_000), '\n '.repeat(16_000)]
  const row = slow.map((text) => `"a${text}b"`)
  const file = `Nom,Courriel,Téléphone,Ville,Étiquettes,Adresse\n${Array.from({ length: 6 }, (_, turn) => [...row.slice(turn), ...row.slice(0, turn)].join(',')).join('\n')}\n`
  expect((await preview(bytes(file), createMatcher([]), 65_536)).summary.rows).toBe(6)
})

test.each([
  ['a calendar', 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nSUMMARY:Dîner\r\n'],
  ['a PDF', '%PDF-1.4\n1 0 obj\n<<>>\nendobj\nname,email\n'],
  ['a page', '\uFEFF<!DOCTYPE html>\n<table><tr><td>Nom</td></tr></table>\n'],
  ['a page without its kind', '<html><body><table><tr><td>Nom</td></tr></table></body></html>\n'],
  ['XML', '<?xml version="1.0"?>\n<contacts/>\n'],
  ['JSON', '[{"name":"Ann","email":"a@x.ca"},\n{"name":"Bob","email":"b@x.ca"}]\n'],
  ['a JSON object', '{\n  "name": "Ann"\n}\n'],
])('%s is no address book', async (_, text) => {
  expect(await preview(bytes(text))).toMatchObject({ refused: 'no-address-book', rows: [] })
})

test('a heading or a name that begins with a sign is still one of an address book', async () => {
  expect(await preview(bytes('[Nom],Courriel\n<Ann>,ann@exemple.ca\n'))).toMatchObject({ refused: undefined, summary: { rows: 1, errors: 0 } })
  expect(await preview(bytes('{Ann} Roy;ann@exemple.ca\n'))).toMatchObject({ refused: undefined, summary: { rows: 1, errors: 0 } })
})

test.each([
  ['Nom\nLuc Roy\n', true],
  ['Luc Roy;luc@exemple.ca\nAnne;anne@exemple.ca\n', true],
  ['Qui;Où joindre\nLuc Roy;luc@exemple.ca\n', true],
  ['Couleur;Saveur\nbleu;vanille\n', false],
])('« %s » is shown to be of people: %s', (text, answer) => {
  const [first = [], ...samples] = text
    .trim()
    .split('\n')
    .map((line) => line.split(';'))
  expect(isOfPeople(proposeMapping(first, samples))).toBe(answer)
})

const inFull = async (text: string) => {
  const rows: PreviewRow[] = []
  for await (const event of previewImport({ chunks: [new TextEncoder().encode(text)], matcher: createMatcher([]) })) {
    if (event.type === 'refused') throw new Error(event.refusal.reason)
    if (event.type === 'rows') rows.push(...event.rows)
  }
  return rows.map((row) => (row.ok ? [row.line, row.draft.name, row.draft.city, row.draft.notes ?? ''] : [row.line, row.reason]))
}
const twoPeople = 'Nom;Courriel;Ville\nJosée Lavoie;josee@exemple.ca;Granby\nLuc Roy;luc@exemple.ca;Lévis\n'

test.each([
  ['a title in its first cell', 'Liste de mes clients;;\n'],
  ['a title that is not cut', 'Liste de mes clients\n'],
  ['a title with a comma, a blank line and a date', 'Clients, automne\n\nMise à jour;2026-11-01;\n'],
  ['two titles', 'Atelier Nadia\nContacts du salon\n'],
  ['a title that is a word of headings', 'Contacts;;\nNom;;\n'],
])('a list of people may have %s above its headings: nobody is made of them', async (_, titles) => {
  const above = titles.split('\n').length - 1
  expect(await inFull(titles + twoPeople)).toEqual([
    [above + 2, 'Josée Lavoie', 'Granby', ''],
    [above + 3, 'Luc Roy', 'Lévis', ''],
  ])
})

test('without titles the headings are the first row, and a person is no title', async () => {
  const names = async (text: string) => (await inFull(text)).map(([, name]) => name)
  expect(await names(twoPeople)).toEqual(['Josée Lavoie', 'Luc Roy'])
  expect(await names('Nom;Truc;Machin\nJosée Lavoie;Courriel;Ville\nLuc Roy;a;b\n')).toEqual(['Josée Lavoie', 'Luc Roy'])
  expect(await names('Josée Lavoie;josee@exemple.ca;Granby\nLuc Roy;luc@exemple.ca;Lévis\n')).toEqual(['Josée Lavoie', 'Luc Roy'])
  expect(await names('Nom\nJosée Lavoie\nLuc Roy\n')).toEqual(['Josée Lavoie', 'Luc Roy'])
})
