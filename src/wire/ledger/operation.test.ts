import { expect, test } from 'vitest'
import { firstChanges, firstOperations } from '#test/first-operations.ts'
import { operation } from './operation.ts'
import { pullAnswer } from './sync.ts'

test.each(firstOperations.map((one, index) => [(firstChanges[index] as { readonly type: string }).type, one] as const))(
  'what the first Entrain wrote is still read: %s',
  (_, written) => {
    const read = operation.safeParse(written)
    expect(read.error?.issues ?? []).toEqual([])
    expect(read.data).toMatchObject(written)
  },
)

test('what an offer has learned since is blank in an old one', () => {
  const offer = firstOperations.find((_, index) => (firstChanges[index] as { readonly type: string }).type === 'offer.put')
  expect(operation.parse(offer).change).toMatchObject({ offer: { points: '', createdAt: null } })
})

const [first] = firstOperations
const aFact = (fact: object, occurredAt = '2026-11-01T15:00:00.000Z') => ({
  ...(first as object),
  change: { type: 'consent.record', consentId: '00000001-0000-4000-8000-000000000001', contactId: '00000002-0000-4000-8000-000000000001', fact, occurredAt },
})
const lasting = (from: string, to: string | null) => ({ type: 'contract', from, to, reference: '' })

test('a day is written from 1900 to 2200, in every part of a change', () => {
  for (const to of [null, '2026-11-23', '2200-12-31']) expect(operation.safeParse(aFact(lasting('1900-01-01', to))).success).toBe(true)
  for (const to of ['9999-12-31', '2201-01-01', '2026-02-30', 'demain']) expect(operation.safeParse(aFact(lasting('1900-01-01', to))).success).toBe(false)
  expect(operation.safeParse(aFact(lasting('0024-05-12', null))).success).toBe(false)
  for (const at of ['0001-01-01T00:00:00.000Z', '9999-12-31T23:00:00.000Z', '2026-02-30T12:00:00.000Z'])
    expect(operation.safeParse(aFact({ type: 'purchase', reference: '' }, at)).success).toBe(false)
  // The first hours of 1900 in Auckland are the year before in UTC.
  expect(operation.safeParse(aFact({ type: 'purchase', reference: '' }, '1899-12-31T12:30:00.000Z')).success).toBe(true)
})

test('a row kept before there were bounds is still read by a device', () => {
  const row = {
    id: '00000001-0000-4000-8000-000000000001',
    contactId: '00000002-0000-4000-8000-000000000001',
    memberId: 'nadia',
    recordedAt: '2026-11-01T15:00:00.000Z',
  }
  const rows = [
    { ...row, fact: lasting('2026-01-05', '9999-12-31'), occurredAt: '2026-01-05T05:00:00.000Z' },
    { ...row, fact: { type: 'purchase', reference: '' }, occurredAt: '0001-01-01T00:00:00.000Z' },
  ]
  expect(pullAnswer.shape.rows.shape.consent.parse(rows)).toEqual(rows)
})

test('no word of a change holds a NUL, which the database cannot keep', () => {
  const kindOf = (id: string) => ({
    ...(first as object),
    change: { type: 'kind.put', kind: { id, name: 'Café', icon: 'coffee', hue: 'ochre', minutes: 20, people: 'one', archived: false } },
  })
  const planOf = (wish: string, told: unknown) => ({
    ...(first as object),
    change: {
      type: 'plan.keep',
      plan: { id: '00000001-0000-4000-8000-000000000001', wish, at: '2026-11-01T15:00:00.000Z', day: '2026-11-01', content: { told } },
    },
  })
  for (const [words, isRead] of [
    ['café', true],
    ['ca\u0000fé', false],
  ] as const) {
    expect(operation.safeParse(aFact({ type: 'purchase', reference: words })).success).toBe(isRead)
    expect(operation.safeParse(kindOf(words)).success).toBe(isRead)
    expect(operation.safeParse(planOf(words, 1)).success).toBe(isRead)
    expect(operation.safeParse(planOf('vœu', [{ deep: words }])).success).toBe(isRead)
  }
})

test('an enquiry gives a consent in words that a form showed, or none', () => {
  const asked = (mayWrite: string) => ({
    ...(first as object),
    change: {
      type: 'enquiry.record',
      enquiryId: '00000001-0000-4000-8000-000000000001',
      contactId: null,
      via: 'form',
      receivedAt: '2026-11-20T16:00:00.000Z',
      name: 'Julie',
      email: '',
      phone: '',
      city: '',
      subject: '',
      words: 'Est-ce pour moi?',
      language: 'fr',
      mayWrite,
    },
  })
  expect(['', 'form-1', 'form-9', 'oui'].map((words) => operation.safeParse(asked(words)).success)).toEqual([true, true, false, false])
})
