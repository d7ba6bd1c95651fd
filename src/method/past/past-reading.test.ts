import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Day, Instant } from '../calendar/day.ts'
import { foldWords } from '../contact/fold.ts'
import { createMatcher, type KnownPerson } from '../contact/match.ts'
import type { PastMapping } from './past-mapping.ts'
import { factsOfRow, type PastOutcome } from './past-outcome.ts'
import { readPast, type PastEvent } from './past-reading.ts'
import type { PastContext } from './past-row.ts'
import type { KnownSale } from './settle-refunds.ts'
import { isOrderUnsure, provenOrder, type PastSummary } from './past-tally.ts'
import { createWhos, type KnownId, type NewPerson } from './who.ts'

const context: PastContext = { zone: 'America/Toronto', currency: 'CAD', now: '2026-11-23T19:00:00.000Z' as Instant, ownKinds: new Map() }
type Given = {
  readonly known?: readonly KnownPerson[]
  readonly ids?: readonly KnownId[]
  readonly ambiguous?: 'skip' | 'first'
  readonly mapping?: (proposed: PastMapping) => PastMapping
  readonly context?: Partial<PastContext>
  readonly sales?: readonly KnownSale[]
}

const read = async (text: string | Uint8Array, { known = [], ids = [], ambiguous = 'skip', mapping, context: over = {}, sales = [] }: Given = {}) => {
  const people = new Map([...known.map(({ id }) => [id, { id, isDeleted: false, isErased: false }] as const), ...ids.map((one) => [one.id, one] as const)])
  const whos = createWhos({ matcher: createMatcher(known, { anyOrder: true }), known: (id) => people.get(id), ambiguous })
  const chunks = [typeof text === 'string' ? new TextEncoder().encode(text) : text]
  const events: PastEvent[] = []
  for await (const event of readPast({ chunks, whos, context: { ...context, ...over }, mapping, salesOf: () => sales })) events.push(event)
  const rows = events.flatMap((event) => (event.type === 'rows' ? event.rows : []))
  const summary = events.flatMap((event) => (event.type === 'done' ? [event.summary] : []))[0] as PastSummary
  const shown = events.flatMap((event) => (event.type === 'mapping' ? [event.mapping] : []))[0]
  return { rows, summary, mapping: shown, ...whos.take(), end: events.at(-1) }
}
const activitiesOf = (rows: readonly PastOutcome[]) => rows.flatMap((row) => (row.as === 'told' && row.activity ? [row.activity] : []))
const salesOf = (rows: readonly PastOutcome[]) => rows.flatMap((row) => (row.as === 'told' ? factsOfRow(row).flatMap(({ sale }) => sale ?? []) : []))
const reasonsOf = (rows: readonly PastOutcome[]) => rows.map((row) => (row.as === 'told' ? 'told' : row.as === 'to-decide' ? row.why : row.reason))
const namesOf = (added: readonly NewPerson[]) => added.map(({ draft }) => draft.name)

const notebook = `Personne;Courriel;Date;Heure;Geste;Résultat;Montant;Note
Nathalie Gagnon;nathalie@exemple.ca;03/02/2026;14 h 30;Appel;Message laissé;;Rappeler jeudi
Nathalie Gagnon;nathalie@exemple.ca;05/02/2026;9:15;Appel;Jointe;;Veut une soumission
Nathalie Gagnon;nathalie@exemple.ca;2026-02-10;;Rencontre;Intéressée;1 234,56 $;
Luc Roy;;15/02/2026;;Courriel;;;
;;16/02/2026;;Publication;;;
Luc Roy;;2026-02-20;;;;300;Acompte
`

test('a notebook of calls, e-mails, meetings and sales is read as it is written', async () => {
  const { rows, summary, added, mapping } = await read(notebook)
  expect(mapping?.columns.map(({ field }) => field)).toEqual(['name', 'email', 'date', 'time', 'kind', 'outcome', 'amount', 'note'])
  expect(namesOf(added)).toEqual(['Nathalie Gagnon', 'Luc Roy'])
  const [nathalie, luc] = added.map(({ id }) => id)
  expect(activitiesOf(rows).map(({ kind, outcome, occurredAt, contactIds }) => [kind, outcome, occurredAt, contactIds[0]])).toEqual([
    ['phone', 'message-left', '2026-02-03T19:30:00.000Z', nathalie],
    ['phone', 'reached', '2026-02-05T14:15:00.000Z', nathalie],
    ['in-person', 'yes', '2026-02-10T17:00:00.000Z', nathalie],
    ['email', 'sent', '2026-02-15T17:00:00.000Z', luc],
    ['post', 'done', '2026-02-16T17:00:00.000Z', undefined],
  ])
  // An amount with an activity is both, at one moment; without one it is a sale.
  expect(salesOf(rows).map(({ amount, currency, contactId, occurredAt, note }) => [amount, currency, contactId, occurredAt, note])).toEqual([
    [123456, 'CAD', nathalie, '2026-02-10T17:00:00.000Z', ''],
    [30000, 'CAD', luc, '2026-02-20T17:00:00.000Z', 'Acompte'],
  ])
  expect(summary).toMatchObject({
    rows: 6,
    told: 6,
    activities: 5,
    byKind: { phone: 2, 'in-person': 1, email: 1, post: 1 },
    sales: { CAD: { count: 2, refunds: 0, cents: 153456 } },
    withoutPerson: 1,
    firstDay: '2026-02-03',
    lastDay: '2026-02-20',
    newPeople: 2,
    knownPeople: 0,
  })
})

test('the same in English, with the words of another tool and its numbers of people', async () => {
  const { rows, added, mapping } = await read(
    'customer_id,timestamp,activity_type,direction,outcome,amount,currency,duration (s)\nC-17,2026-02-03T14:30:00Z,Call,Inbound,Connected,,,90\nC-17,2026-02-04T14:30:00Z,Email,outbound,,,,\nC-18,2026-02-05,Sale,,,99.50,usd,\n',
  )
  expect(mapping?.columns.map(({ field }) => field)).toEqual(['externalId', 'date', 'kind', 'direction', 'outcome', 'amount', 'currency', 'seconds'])
  expect(namesOf(added)).toEqual(['C-17', 'C-18'])
  expect(activitiesOf(rows)).toMatchObject([
    { kind: 'phone', direction: 'in', outcome: 'reached', minutes: 2 },
    { kind: 'email', direction: 'out', outcome: 'sent' },
  ])
  expect(salesOf(rows)).toMatchObject([{ amount: 9950, currency: 'USD', contactId: added[1]?.id }])
})

describe('rows left out say why', () => {
  test.each([
    ['Anne,,Appel,,', 'no-date'],
    ['Anne,un jour,Appel,,', 'not-a-date'],
    ['Anne,2027-03-01,Appel,,', 'in-the-future'],
    ['Anne,2026-03-01,,,', 'no-kind'],
    ['Anne,2026-03-01,Vente,,', 'no-amount'],
    ['Anne,2026-03-01,Vente,beaucoup,', 'not-an-amount'],
    ['Anne,2026-03-01,Vente,99999999999,', 'amount-too-large'],
    ['Anne,2026-03-01,Vente,20,dollars canadiens', 'not-a-currency'],
    ['Anne,2026-03-01,Vente,20,CAD,', 'told'],
    ['Anne,2026-03-01,Vente,20,CAD,,de trop', 'too-many-cells'],
    ['Anne,2026-03-01,,beaucoup,', 'not-an-amount'],
    ['Anne,2026-03-01,Vente,-,', 'no-amount'],
    ['Anne,2026-03-01,,n/a,', 'no-kind'],
    ['Anne,2026-03-01,Appel,5 pommes,', 'not-an-amount'],
    ['Anne,2026-03-01,Appel,0,', 'told'],
  ])('« %s » is %s', async (line, reason) => {
    const { rows, summary } = await read(`Nom,Date,Type,Montant,Devise\n${line}\nÉric,2026-03-01,Appel,,\n`)
    expect(reasonsOf(rows)).toEqual([reason, 'told'])
    expect(summary.reasons).toEqual(reason === 'told' ? {} : { [reason]: 1 })
  })
})

test('a date without a clock is told as such, and every fact keeps its line', async () => {
  const { rows } = await read('Nom,Date,Heure,Type,Montant\nAnne,2026-03-01,,Appel,\nAnne,2026-03-01,14:30,Appel,20\n')
  expect(activitiesOf(rows).map(({ isDayOnly, line, occurredAt }) => [isDayOnly, line, occurredAt])).toEqual([
    [true, 2, '2026-03-01T17:00:00.000Z'],
    [undefined, 3, '2026-03-01T19:30:00.000Z'],
  ])
  expect(salesOf(rows)).toMatchObject([{ line: 3 }])
})

test('a sale dated by a midnight that stands for no clock is of its day, after the call of the afternoon', async () => {
  const { rows } = await read('date,contact_id,type,outcome,amount\n2026-03-10 14:30:00,c10,call,reached,\n2026-03-10 00:00:00,c10,sale,,100\n')
  expect(salesOf(rows)).toMatchObject([{ isDayOnly: true, occurredAt: '2026-03-10T16:00:00.000Z' }])
  expect(activitiesOf(rows).map(({ isDayOnly, occurredAt }) => [isDayOnly, occurredAt])).toEqual([[undefined, '2026-03-10T18:30:00.000Z']])
})

test('a heading that says UTC is believed, whatever the clock of the person; a time with an offset of its own keeps it', async () => {
  const file = (heading: string) =>
    `Name,${heading},Type\nAnne,2026-03-10 14:30:05,call\nAnne,2026-03-10T14:30:00-08:00,call\nAnne,2026-03-10,call\nAnne,2026-03-10 00:00:00,call\n`
  const { rows } = await read(file('Timestamp (UTC)'))
  expect(activitiesOf(rows).map(({ occurredAt, isDayOnly }) => [occurredAt, isDayOnly ?? false])).toEqual([
    ['2026-03-10T14:30:05.000Z', false],
    ['2026-03-10T22:30:00.000Z', false],
    ['2026-03-10T16:00:00.000Z', true],
    ['2026-03-10T16:00:00.000Z', true],
  ])
  // Read before by the local clock, the same rows have the same ids.
  expect(activitiesOf(rows).map(({ activityId }) => activityId)).toEqual(activitiesOf((await read(file('Timestamp'))).rows).map(({ activityId }) => activityId))
})

test('what was done in one minute keeps its order, whatever that of the file; two rows alike but for their seconds are two facts', async () => {
  const file = (...rows: readonly string[]) => `timestamp,contact_id,type,amount\n${rows.join('\n')}\n`
  const sale = '2026-03-12T14:30:40,c1,sale,100'
  const { rows } = await read(file('2026-03-12T14:30:55,c1,text,', sale, '2026-03-12T14:30:20,c1,phone,', '2026-03-12T14:30:05,c1,email,'))
  const kinds = [...activitiesOf(rows).map(({ occurredAt, kind }) => [occurredAt, kind]), ...salesOf(rows).map(({ occurredAt }) => [occurredAt, 'sale'])]
  expect(kinds.sort().map(([, kind]) => kind)).toEqual(['email', 'phone', 'sale', 'text'])
  const alike = await read(file('2026-03-12T14:30:05,c1,phone,', '2026-03-12T14:30:50,c1,phone,'))
  expect(new Set(activitiesOf(alike.rows).map(({ activityId }) => activityId)).size).toBe(2)
})

test('the ids of what was brought before stay what they were', async () => {
  const { rows } = await read(
    'Nom,Date,Type,Montant\nAnne,2026-03-10 14:30:05,Appel,\nAnne,2026-03-10 00:00:00,Vente,20\nAnne,2026-03-10T14:30:05Z,Courriel,\n',
  )
  expect([...activitiesOf(rows).map(({ activityId }) => activityId), ...salesOf(rows).map(({ saleId }) => saleId)]).toEqual([
    'b7d280bb-76e2-55e9-a405-79dd6b74361f',
    'aa6c6aa0-b27a-54b7-985a-abd7ea3e065a',
    'f23ed030-886e-5aba-960c-7cb2338bda11',
  ])
})

test('what one row tells stays together: its sale names its activity, with nobody named too', async () => {
  const { rows } = await read('Nom,Date,Type,Montant\n,2026-03-01,Publication,50\nAnne,2026-03-02,Appel,20\nAnne,2026-03-02,Vente,30\n')
  const ids = activitiesOf(rows).map(({ activityId }) => activityId)
  expect(salesOf(rows).map(({ activityId }) => activityId)).toEqual([ids[0], ids[1], null])
})

describe('money given back', () => {
  const lines = (...rows: readonly string[]) => `Nom,Date,Type,Montant,Devise\n${rows.join('\n')}\n`
  const told = async (text: string, given: Given = {}) => {
    const { rows, summary } = await read(text, given)
    const sales = salesOf(rows)
    const lineOf = new Map(sales.map(({ saleId, line }) => [saleId, line]))
    const refunds = sales.flatMap(({ refunds, amount, line }) => (refunds === null ? [] : [[line, amount, lineOf.get(refunds) ?? refunds]]))
    return { refunds, leftOut: rows.flatMap((row) => (row.as === 'left-out' ? [[row.line, row.reason]] : [])), summary }
  }

  test('takes off the latest earlier sale of that person of which enough is left', async () => {
    const file = lines(
      'Anne,2026-03-01,Vente,300,',
      'Anne,2026-03-05,Vente,100,',
      'Luc,2026-03-06,Vente,500,',
      'Anne,2026-03-10,Vente,-60,',
      'Anne,2026-03-11,Vente,-60,',
      'Anne,2026-03-12,Vente,-300,',
    )
    const { refunds, leftOut, summary } = await told(file)
    // 60 of the 100, then 60 of the 300, since 40 are left of the 100; 300 are left nowhere.
    expect(refunds).toEqual([
      [5, -6000, 3],
      [6, -6000, 2],
    ])
    expect(leftOut).toEqual([[7, 'no-sale-to-refund']])
    expect(summary.sales).toEqual({ CAD: { count: 3, refunds: 2, cents: 78000 } })
  })

  test.each([
    ['before any sale', lines('Anne,2026-03-01,Vente,-20,', 'Anne,2026-03-02,Vente,100,')],
    ['of somebody else', lines('Anne,2026-03-01,Vente,100,', 'Luc,2026-03-02,Vente,-20,')],
    ['in another currency', lines('Anne,2026-03-01,Vente,100,USD', 'Anne,2026-03-02,Vente,-20,CAD')],
    ['with nobody named, of a sale to somebody', lines('Anne,2026-03-01,Vente,100,', ',2026-03-02,Vente,-20,')],
    ['of somebody, of a sale to nobody', lines(',2026-03-01,Vente,100,', 'Anne,2026-03-02,Vente,-20,')],
    ['of more than all that was bought', lines('Anne,2026-03-01,Vente,100,', 'Anne,2026-03-01,Vente,50,', 'Anne,2026-03-02,Vente,-150.01,')],
  ])('%s, is set aside with its reason', async (_, file) => {
    const { refunds, leftOut } = await told(file)
    expect(refunds).toEqual([])
    expect(leftOut.map(([, reason]) => reason)).toEqual(['no-sale-to-refund'])
  })

  test('of more than any one sale takes off the latest together, each in its part', async () => {
    const file = lines(
      'Anne,2026-03-01,Vente,40,',
      'Anne,2026-03-02,Vente,100,',
      'Anne,2026-03-03,Vente,50,',
      'Anne,2026-03-10,Remboursement,160,',
      'Anne,2026-03-11,Vente,500,',
    )
    const { refunds, leftOut, summary } = await told(file)
    expect(refunds).toEqual([
      [5, -5000, 4],
      [5, -10000, 3],
      [5, -1000, 2],
    ])
    expect(leftOut).toEqual([])
    expect(summary).toMatchObject({ rows: 5, told: 5, sales: { CAD: { count: 4, refunds: 3, cents: 53000 } } })
    // What one sale covers whole is taken first, whatever came before it: nothing of an older import moves.
    const both = lines('Anne,2026-03-01,Vente,100,', 'Anne,2026-03-02,Vente,50,', 'Anne,2026-03-10,Vente,-120,', 'Anne,2026-03-11,Vente,-100,')
    expect(await told(both)).toMatchObject({ refunds: [[5, -10000, 2]], leftOut: [[4, 'no-sale-to-refund']] })
  })

  test('with nobody named takes off a sale with nobody named', async () => {
    const file = lines(',2026-03-01,Vente,100,', ',2026-03-02,Vente,30,', ',2026-03-03,Vente,-20,', ',2026-03-04,Vente,-105,', ',2026-03-05,Vente,40,USD')
    expect((await told(file)).refunds).toEqual([
      [4, -2000, 3],
      [5, -1000, 3],
      [5, -9500, 2],
    ])
  })

  test('in parts is the same when it is read again, once its parts are there', async () => {
    const file = lines('Anne,2026-03-01,Vente,100,', 'Anne,2026-03-02,Vente,50,', 'Anne,2026-03-10,Vente,-150,')
    const first = salesOf((await read(file)).rows)
    const [anne] = first.flatMap(({ contactId }) => contactId ?? [])
    const sales = first.map(({ saleId, occurredAt, ...one }): KnownSale => ({ ...one, id: saleId, occurredAt, day: occurredAt.slice(0, 10) as Day }))
    const again = await read(file, { known: [person(anne ?? '', 'Anne')], sales })
    expect(salesOf(again.rows)).toEqual(first)
    expect(new Set(first.map(({ saleId }) => saleId)).size).toBe(4)
  })

  test('is found whatever the order of the file, on its own day too when no clock is known', async () => {
    expect((await told(lines('Anne,2026-03-02,Vente,-20,', 'Anne,2026-03-01,Vente,100,'))).refunds).toEqual([[2, -2000, 3]])
    expect((await told(lines('Anne,2026-03-01,Vente,-20,', 'Anne,2026-03-01,Vente,100,'))).refunds).toEqual([[2, -2000, 3]])
    expect((await told(lines('Anne,2026-03-01 09:00,Vente,-20,', 'Anne,2026-03-01 10:00,Vente,100,'))).refunds).toEqual([])
  })

  test('is read between brackets, and from the word of its row', async () => {
    expect((await told(lines('Anne,2026-03-01,Vente,100,', 'Anne,2026-03-02,Vente,(20.50),'))).refunds).toEqual([[3, -2050, 2]])
    for (const word of ['Remboursement', 'Refund', 'Note de crédit']) {
      for (const amount of ['20', '-20'])
        expect((await told(lines('Anne,2026-03-01,Vente,100,', `Anne,2026-03-02,${word},${amount},`))).refunds).toEqual([[3, -2000, 2]])
    }
  })

  test('is read from the outcome of its row too', async () => {
    for (const word of ['Remboursée', 'refunded', 'Retournée'])
      expect((await told(`Nom,Date,Type,Montant,Résultat\nAnne,2026-03-01,Vente,100,\nAnne,2026-03-02,Vente,60,${word}\n`)).refunds).toEqual([[3, -6000, 2]])
  })

  test('finds a sale that is there already, of which what was given back before is taken off', async () => {
    const sale: KnownSale = {
      id: b,
      contactId: a,
      amount: 10000,
      currency: 'CAD',
      refunds: null,
      occurredAt: '2026-02-01T15:00:00.000Z' as Instant,
      day: '2026-02-01' as Day,
    }
    const known = [person(a, 'Anne')]
    const file = lines('Anne,2026-03-02,Vente,-80,')
    expect((await told(file, { known, sales: [sale] })).refunds).toEqual([[2, -8000, b]])
    const before: KnownSale = { ...sale, id: '0190aaaa-0000-7000-8000-000000000003', amount: -3000, refunds: b }
    expect((await told(file, { known, sales: [sale, before] })).leftOut).toEqual([[2, 'no-sale-to-refund']])
    // The same file again finds its own refund there: it is the same one.
    const [own] = salesOf((await read(file, { known, sales: [sale] })).rows)
    const again = await told(file, { known, sales: [sale, { ...before, id: own?.saleId ?? '', amount: -8000 }] })
    expect(again.refunds).toEqual([[2, -8000, b]])
  })
})

describe('an outcome that says that nothing was sold', () => {
  const rowsOf = async (...rows: readonly string[]) => {
    const { rows: told } = await read(`Date,Status,Type,Amount,Contact\n${rows.join('\n')}\n`)
    return { told, sales: salesOf(told).length, kinds: activitiesOf(told).map(({ kind }) => kind), reasons: reasonsOf(told) }
  }

  test.each([
    'Lost',
    'Closed lost',
    'Cancelled',
    'Sale cancelled',
    'Open',
    'Not interested',
    'Unpaid',
    'Not paid',
    'Refused',
    'Declined',
    'Not sold',
    'Pending',
    'Perdue',
    'Annulée',
    'Vente annulée',
    'Ouverte',
    'Pas vendu',
    'Aucune vente',
    'Pas encore payée',
    'Impayée',
    'Refusée',
    'Non',
    'En attente',
  ])('« %s » makes no sale, and keeps what was done', async (word) => {
    for (const kind of ['Deal', 'Order', 'invoice', 'Vente', '']) {
      expect(await rowsOf(`2026-03-01,${word},${kind},60,Anne`)).toMatchObject({ sales: 0, kinds: [], reasons: ['sale-not-made'] })
    }
    const { told, sales, kinds } = await rowsOf(`2026-03-01,${word},call,60,Anne`)
    expect([sales, kinds]).toEqual([0, ['phone']])
    expect(told).toMatchObject([{ warnings: expect.arrayContaining([{ reason: 'sale-not-made', text: '60' }]) }])
  })

  test.each(['Won', 'Closed won', 'Paid', 'Payée', 'Vendu', 'Completed', 'Delivered', 'Not delivered', 'Non livrée', 'Devis accepté', 'Étape 3', ''])(
    '« %s » leaves the sale as it is',
    async (word) => {
      expect(await rowsOf(`2026-03-01,${word},Order,60,Anne`, `2026-03-01,${word},call,60,Anne`)).toMatchObject({ sales: 2, kinds: ['phone'] })
    },
  )

  test('what the person says of the word comes first', async () => {
    const said = (outcome: 'yes' | 'no') => (proposed: PastMapping) => ({ ...proposed, outcomes: { open: outcome, 'etape 3': outcome } })
    const file = 'Date,Status,Type,Amount,Contact\n2026-03-01,Open,Order,60,Anne\n2026-03-01,Étape 3,Order,60,Anne\n'
    expect(salesOf((await read(file, { mapping: said('yes') })).rows)).toHaveLength(2)
    expect(reasonsOf((await read(file, { mapping: said('no') })).rows)).toEqual(['sale-not-made', 'sale-not-made'])
  })

  test('money that goes back does, whatever became of the sale', async () => {
    const { told } = await rowsOf('2026-03-01,Paid,Order,60,Anne', '2026-03-02,Cancelled,Order,-60,Anne')
    expect(salesOf(told).map(({ amount }) => amount)).toEqual([6000, -6000])
  })
})

test('a word that is not known becomes a kind of its own, the same in every file, unless the person says what it is', async () => {
  const file = 'Nom,Date,Type\nAnne,2026-03-01,Infolettre\nLuc,2026-03-02,infolettre \nLuc,2026-03-03,Appel\n'
  const { rows, summary } = await read(file)
  expect(summary.unknownKinds).toMatchObject([{ word: 'Infolettre', rows: 2 }])
  const [own] = summary.unknownKinds
  expect(activitiesOf(rows).map(({ kind }) => kind)).toEqual([own?.id, own?.id, 'phone'])
  const said = await read(file, { mapping: (proposed) => ({ ...proposed, kinds: { infolettre: 'email' } }) })
  expect(activitiesOf(said.rows).map(({ kind }) => kind)).toEqual(['email', 'email', 'phone'])
  const kept = await read(file, { context: { ownKinds: new Map([['infolettre', own?.id ?? '']]) } })
  expect(kept.summary.unknownKinds).toEqual([])
  expect(activitiesOf(kept.rows)).toEqual(activitiesOf(rows))
})

test('a page that somebody came to see is a kind of its own, her doing, and no conversation; a visit to her home is one', async () => {
  const file = 'Name,Date,Type\nAnne,2026-03-01,Website visit\nAnne,2026-03-02,Visite site web\nAnne,2026-03-03,Home visit\n'
  const { rows, summary } = await read(file)
  expect(activitiesOf(rows).map(({ direction, outcome }) => [direction, outcome])).toEqual([
    ['in', 'done'],
    ['in', 'done'],
    ['out', 'reached'],
  ])
  expect(activitiesOf(rows).at(2)?.kind).toBe('in-person')
  // Once the kinds of the first file are there, the words say the same.
  const ownKinds = new Map(summary.unknownKinds.map(({ word, id }) => [foldWords(word), id]))
  expect(activitiesOf((await read(file, { context: { ownKinds } })).rows)).toEqual(activitiesOf(rows))
})

test('a column of free text is not taken for hundreds of kinds', async () => {
  const lines = Array.from({ length: 60 }, (_, n) => `Anne,2026-03-01,Truc ${String.fromCharCode(97 + (n % 26))}${n}`).join('\n')
  const { summary } = await read(`Nom,Date,Type\n${lines}\n`)
  expect(summary.unknownKinds).toHaveLength(40)
  expect(summary.reasons).toEqual({ 'too-many-kinds': 20 })
})

test('an outcome that is not known is kept in the note and nothing is guessed', async () => {
  const { rows, summary } = await read('Nom,Date,Type,Résultat,Note\nAnne,2026-03-01,Appel,Étape 3,Aime le bleu\n')
  expect(activitiesOf(rows)).toMatchObject([{ outcome: 'done', note: 'Aime le bleu\nÉtape 3' }])
  expect(summary).toMatchObject({ warned: 1, unknownOutcomes: [{ word: 'Étape 3', rows: 1 }] })
})

test('a negation keeps a success from being told, and its word is kept', async () => {
  const { rows, summary } = await read('Nom,Date,Type,Résultat\nAnne,2026-03-01,Appel,Pas vendu\nAnne,2026-03-02,Appel,Peu intéressée\n')
  expect(activitiesOf(rows)).toMatchObject([
    { outcome: 'done', note: 'Pas vendu' },
    { outcome: 'done', note: 'Peu intéressée' },
  ])
  expect(summary.unknownOutcomes.map(({ word }) => word)).toEqual(['Pas vendu', 'Peu intéressée'])
})

test.each(['Courriel,Not delivered', 'Rencontre,Annulée', 'RDV,Meeting cancelled', 'Zoom,Not attended'])('« %s » is only known to be done', async (what) => {
  expect(activitiesOf((await read(`Nom,Date,Type,Résultat\nAnne,2026-03-01,${what}\n`)).rows)).toMatchObject([{ outcome: 'done' }])
})

test('a dash or a word in place of an amount leaves the activity, and a word is remarked', async () => {
  const { rows, summary } = await read('Nom;Date;Type;Montant\nAnne;2026-03-01;Appel;-\nAnne;2026-03-02;Appel;n/a\nAnne;2026-03-03;Appel;cher\n')
  expect(activitiesOf(rows)).toHaveLength(3)
  expect(summary).toMatchObject({ sales: {}, leftOut: 0, warned: 1 })
  expect(rows[2]).toMatchObject({ warnings: [{ reason: 'not-an-amount', text: 'cher' }] })
})

test('the currency that a heading names is that of its amounts, unless a row says another', async () => {
  const { rows } = await read('Name,Date,Type,Amount (USD)\nAnne,2026-03-01,Sale,60\nAnne,2026-03-02,Sale,€60\n')
  expect(salesOf(rows).map(({ amount, currency }) => [amount, currency])).toEqual([
    [6000, 'USD'],
    [6000, 'EUR'],
  ])
})

test('rows without a kind take the one that the person gives them', async () => {
  const { rows } = await read('Nom,Date\nAnne,2026-03-01\n', { mapping: (proposed) => ({ ...proposed, kindUnsaid: 'phone' }) })
  expect(activitiesOf(rows)).toMatchObject([{ kind: 'phone', outcome: 'done' }])
})

test('dates that can only be month first tell how the whole file is to be read', async () => {
  const lines = Array.from({ length: 80 }, () => 'Anne,03/02/2026,Call').join('\n')
  const file = `Name,Date,Type\n${lines}\nAnne,02/15/2026,Call\n`
  const first = await read(file)
  expect(first.mapping?.dateOrder).toBe('day-first')
  expect(provenOrder(first.summary, 'day-first')).toBe('month-first')
  const again = await read(file, { mapping: (proposed) => ({ ...proposed, dateOrder: 'month-first' }) })
  expect(again.summary).toMatchObject({ firstDay: '2026-02-15', lastDay: '2026-03-02' })
  expect(provenOrder(again.summary, 'month-first')).toBeNull()
})

test('a file that proves both orders is read by the one it shows most, and is said to be unsure while dates could be either', async () => {
  const both = 'Name,Date,Type\nAnne,13/02/2026,Call\nAnne,02/14/2026,Call\nAnne,02/15/2026,Call\n'
  const sure = await read(`${both}Anne,05/05/2026,Call\nAnne,2026-03-04,Call\n`)
  expect(sure.summary.orders).toEqual({ 'day-first': 1, 'month-first': 2, either: 0 })
  expect(isOrderUnsure(sure.summary)).toBe(false)
  const unsure = await read(`${both}Anne,03/04/2026,Call\n`)
  expect(unsure.summary).toMatchObject({ told: 4, orders: { 'day-first': 1, 'month-first': 2, either: 1 } })
  expect(isOrderUnsure(unsure.summary)).toBe(true)
  expect(provenOrder(unsure.summary, 'day-first')).toBe('month-first')
  expect(provenOrder(unsure.summary, 'month-first')).toBeNull()
  expect(isOrderUnsure((await read('Name,Date,Type\nAnne,13/02/2026,Call\nAnne,03/04/2026,Call\n')).summary)).toBe(false)
})

test.each([
  ['UTF-16', Buffer.from(`\uFEFF${notebook}`, 'utf16le')],
  ['Windows-1252', Buffer.from(notebook, 'latin1')],
  ['tabs', notebook.replaceAll(';', '\t')],
  ['a mark of UTF-8 and the line ends of Windows', `\uFEFF${notebook.replaceAll('\n', '\r\n')}`],
  [
    'bars and quotes',
    notebook.replace(/^.*$/gm, (line) =>
      line
        .split(';')
        .map((cell) => `"${cell}"`)
        .join('|'),
    ),
  ],
])('the same file in %s gives the same facts', async (_, file) => {
  const [told, other] = [await read(notebook), await read(file)]
  expect(activitiesOf(other.rows)).toEqual(activitiesOf(told.rows))
  expect(salesOf(other.rows)).toEqual(salesOf(told.rows))
})

test('a file without a date is refused, with its columns to be told by hand', async () => {
  const { end, mapping } = await read('Couleur,Saveur\nbleu,vanille\n')
  expect(end).toMatchObject({ type: 'refused', refusal: { reason: 'no-heading' } })
  expect(mapping?.columns).toHaveLength(2)
  const byHand = await read('Couleur,Saveur\nAnne,2026-03-01\n', {
    mapping: (proposed) => ({
      ...proposed,
      kindUnsaid: 'phone',
      columns: [
        { heading: 'Couleur', field: 'name' },
        { heading: 'Saveur', field: 'date' },
      ],
    }),
  })
  expect(byHand.summary).toMatchObject({ told: 1, newPeople: 1 })
})

test('a file without headings is read by what its cells look like', async () => {
  const { mapping, summary } = await read('Anne Roy,anne@exemple.ca,2026-03-01,Appel,Jointe\nLuc Côté,luc@exemple.ca,2026-03-02,Courriel,Envoyé\n')
  expect(mapping).toMatchObject({ hasHeading: false })
  expect(mapping?.columns.map(({ field }) => field)).toEqual(['name', 'email', 'date', 'kind', 'outcome'])
  expect(summary.told).toBe(2)
})

describe('the same rows are the same facts', () => {
  test('read again, or from an export that overlaps, they have the same ids; repeated in the file, each has its own', async () => {
    const row = 'Anne,2026-03-01,Appel,Pas de réponse'
    const one = await read(`Nom,Date,Type,Résultat\n${row}\n${row}\nLuc,2026-03-02,Appel,Jointe\n`)
    const ids = activitiesOf(one.rows).map(({ activityId }) => activityId)
    expect(new Set(ids).size).toBe(3)
    const again = await read(`Nom,Date,Type,Résultat\n${row}\n${row}\nLuc,2026-03-02,Appel,Jointe\n`)
    expect(activitiesOf(again.rows).map(({ activityId }) => activityId)).toEqual(ids)
    const overlap = await read(`Résultat,Type,Date,Nom\nJointe,Appel,2026-03-02,Luc\nPas de réponse,Appel,2026-03-01,Anne\nJointe,Appel,2026-03-03,Luc\n`)
    expect(activitiesOf(overlap.rows).map(({ activityId }) => ids.indexOf(activityId))).toEqual([2, 0, -1])
  })
})

const person = (id: string, name: string, over: Partial<KnownPerson> = {}): KnownPerson => ({ id, name, emails: [], phones: [], ...over })
const idsOf = (rows: readonly PastOutcome[]) => activitiesOf(rows).map(({ contactIds }) => contactIds[0])
const a = '0190aaaa-0000-7000-8000-000000000001'
const b = '0190aaaa-0000-7000-8000-000000000002'

describe('people are recognised', () => {
  test('by e-mail, by telephone, by name and city, by name alone when one person has it', async () => {
    const known = [
      person(a, 'Marie Roy', { emails: [{ address: 'Marie@Exemple.ca' }], phones: [{ number: '+15145550123' }], city: 'Laval' }),
      person(b, 'Luc Côté', { city: 'Québec' }),
    ]
    const { rows, added } = await read(
      'Nom,Courriel,Téléphone,Ville,Date,Type\n,marie@exemple.ca,,,2026-03-01,Appel\nM. Roy,,514 555-0123,,2026-03-01,Appel\nMARIE ROY,,,laval,2026-03-02,Appel\nluc cote,,,,2026-03-02,Appel\nZoé,,,,2026-03-02,Appel\n',
      { known },
    )
    expect(idsOf(rows)).toEqual([a, a, a, b, added[0]?.id])
    expect(namesOf(added)).toEqual(['Zoé'])
  })

  test('a row that names no one is of the only person who has its telephone or its e-mail', async () => {
    const marie: KnownPerson = { id: 'm', name: 'Marie Roy', emails: [{ address: 'marie@alto.ca' }], phones: [{ number: '+15145550111' }] }
    const calls = 'Date,Phone,Type\n2025-03-01 10:00,514-555-0111,call\n'
    const alone = await read(calls, { known: [marie] })
    expect(activitiesOf(alone.rows).map(({ contactIds }) => contactIds)).toEqual([['m']])
    expect(alone.added).toEqual([])
    const company = await read('Date,Company,Email,Type\n2025-03-01,Alto inc.,marie@alto.ca,call\n', { known: [marie] })
    expect(activitiesOf(company.rows).map(({ contactIds }) => contactIds)).toEqual([['m']])
    expect(company.completed).toEqual([{ id: 'm', changes: { organisation: 'Alto inc.' } }])
    const shared = await read(calls, { known: [marie, { ...marie, id: 'j', name: 'Jean Roy' }] })
    expect(reasonsOf(shared.rows)).toEqual(['several-people'])
    const fresh = await read('Date,Company,Email,Type\n2025-03-01,Alto inc.,shop@alto.ca,call\n2025-03-02,Alto inc.,shop@alto.ca,call\n')
    expect(namesOf(fresh.added)).toEqual(['Alto inc.'])
  })

  test('who could be several people waits for a decision, or is the first of them when so asked', async () => {
    const known = [person(a, 'Marie Roy', { city: 'Laval' }), person(b, 'Marie Roy', { city: 'Québec' })]
    const file = 'Nom,Date,Type\nMarie Roy,2026-03-01,Appel\nMarie Roy,2026-03-02,Appel\n'
    const { rows, summary, added } = await read(file, { known })
    expect(rows).toMatchObject([{ as: 'to-decide', why: 'same-name-no-city', candidates: [a, b] }, { as: 'to-decide' }])
    expect(summary).toMatchObject({ toDecide: 2, told: 0, newPeople: 0 })
    expect(added).toEqual([])
    expect(idsOf((await read(file, { known, ambiguous: 'first' })).rows)).toEqual([a, a])
  })

  test('a name in the other order is hers when nobody else could be meant, known or brought by the file', async () => {
    const jo = person(a, 'Jo Alto', { city: 'Laval' })
    const file = 'Nom,Date,Type\n"Alto, Jo",2026-03-01,Appel\nALTO Jo,2026-03-02,Appel\n'
    const known = await read(file, { known: [jo, person(b, 'Jo Altobelli')] })
    expect(idsOf(known.rows)).toEqual([a, a])
    expect(known.added).toEqual([])
    const brought = await read('Nom,Date,Type\nJo Alto,2026-03-01,Appel\n"Alto, Jo",2026-03-02,Appel\n')
    expect(namesOf(brought.added)).toEqual(['Jo Alto'])
    expect(new Set(idsOf(brought.rows)).size).toBe(1)
    // Whoever is called so, in this very order, comes first; two whom it could be are left to decide; another address is another person.
    expect(idsOf((await read(file, { known: [jo, person(b, 'Alto Jo')] })).rows)).toEqual([b, b])
    expect(reasonsOf((await read(file, { known: [jo, person(b, 'Jo Alto', { city: 'Québec' })] })).rows)).toEqual(['same-name-no-city', 'same-name-no-city'])
    const other = await read('Nom,Courriel,Date,Type\n"Alto, Jo",jo@ailleurs.ca,2026-03-01,Appel\n', {
      known: [person(a, 'Jo Alto', { emails: [{ address: 'jo@exemple.ca' }] })],
    })
    expect(namesOf(other.added)).toEqual(['Alto, Jo'])
  })

  test('an address of someone with another name is not hers', async () => {
    const { rows } = await read('Nom,Courriel,Date,Type\nLuc Bédard,info@exemple.ca,2026-03-01,Appel\n', {
      known: [person(a, 'Marie Côté', { emails: [{ address: 'info@exemple.ca' }] })],
    })
    expect(reasonsOf(rows)).toEqual(['shared-email'])
  })

  test('two numbers of another tool are two people, even of one name; and each is found again', async () => {
    const file = 'Client ID,Nom,Date,Type\n17,Marie Roy,2026-03-01,Appel\n18,Marie Roy,2026-03-02,Appel\n17,Marie Roy,2026-03-03,Appel\n'
    const first = await read(file)
    expect(first.added).toHaveLength(2)
    const [one, two] = first.added.map(({ id }) => id)
    expect(idsOf(first.rows)).toEqual([one, two, one])
    const known = first.added.map(({ id, draft }) => person(id, draft.name))
    expect(idsOf((await read(file, { known })).rows)).toEqual([one, two, one])
    // Someone of that name was there before: the first number is hers, the second stays another person.
    const there = await read(file, { known: [person(a, 'Marie Roy')] })
    expect(idsOf(there.rows)).toEqual([a, two, a])
    expect(idsOf((await read(file, { known: [person(a, 'Marie Roy'), person(two ?? '', 'Marie Roy')] })).rows)).toEqual([a, two, a])
  })

  test('a person whom a file brought is found again under another name, merged, or gone; not when she was erased', async () => {
    const file = 'Nom,Date,Type\nMarie Roy,2026-03-01,Appel\n'
    const [own] = (await read(file)).added
    const id = own?.id ?? ''
    expect(idsOf((await read(file, { known: [person(id, 'Marie Tremblay')] })).rows)).toEqual([id])
    expect(idsOf((await read(file, { ids: [{ id: b, isDeleted: false, isErased: false }] })).rows)).toEqual([id])
    const gone = await read(file, { ids: [{ id, isDeleted: true, isErased: false }] })
    expect(gone.added.map((one) => one.id)).toEqual([id])
    expect(reasonsOf((await read(file, { ids: [{ id, isDeleted: true, isErased: true }] })).rows)).toEqual(['erased'])
  })

  test('a row adds what was missing of someone known', async () => {
    const { completed } = await read('Nom,Courriel,Source,Date,Type\nMarie Roy,marie@exemple.ca,Salon,2026-03-01,Appel\n', { known: [person(a, 'Marie Roy')] })
    expect(completed).toMatchObject([{ id: a, changes: { source: 'Salon', emails: [{ address: 'marie@exemple.ca' }] } }])
  })
})

const line = fc.record({
  name: fc.constantFrom('Anne Roy', 'Luc Côté', 'Zoé Ève', ''),
  date: fc.constantFrom('2026-03-01', '02/03/2026', '2026-03-03 14:30', 'hier', ''),
  kind: fc.constantFrom('Appel', 'Courriel', 'Vente', 'Cadeau', ''),
  outcome: fc.constantFrom('Jointe', 'Pas de réponse', 'Étape 3', ''),
  amount: fc.constantFrom('', '', '300', '12,50 $', '-5', '-150', '-310', 'cher'),
})

test('every row of a file is counted once, and what is told adds up to the totals', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 40 }), async (lines) => {
      const text = lines.map(({ name, date, kind, outcome, amount }) => `${name};${date};${kind};${outcome};${amount}`).join('\n')
      const { rows, summary, added } = await read(`Nom;Date;Type;Résultat;Montant\n${text}\n`)
      const filled = lines.filter((one) => Object.values(one).some((cell) => cell !== '')).length
      expect(summary.told + summary.toDecide + summary.leftOut).toBe(summary.rows)
      expect(summary.rows).toBe(filled)
      expect(activitiesOf(rows)).toHaveLength(summary.activities)
      expect(Object.values(summary.byKind).reduce((sum, count) => sum + count, 0)).toBe(summary.activities)
      expect(salesOf(rows).reduce((sum, { amount }) => sum + amount, 0)).toBe(summary.sales['CAD']?.cents ?? 0)
      expect(Object.values(summary.reasons).reduce((sum, count) => sum + count, 0)).toBe(summary.leftOut)
      const ids = [...activitiesOf(rows).map(({ activityId }) => activityId), ...salesOf(rows).map(({ saleId }) => saleId)]
      expect(new Set(ids).size).toBe(ids.length)
      expect(added).toHaveLength(summary.newPeople)
      // A refund never takes more than its sale brought.
      const left = new Map(salesOf(rows).flatMap(({ saleId, amount, refunds }) => (refunds === null ? [[saleId, amount as number] as const] : [])))
      for (const { amount, refunds } of salesOf(rows)) if (refunds !== null) left.set(refunds, (left.get(refunds) ?? Number.NaN) + amount)
      expect([...left.values()].every((cents) => cents >= 0)).toBe(true)
    }),
    { numRuns: 60 },
  )
})
