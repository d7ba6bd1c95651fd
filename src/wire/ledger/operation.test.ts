import { expect, test } from 'vitest'
import { firstChanges, firstOperations } from '#test/first-operations.ts'
import { operation } from './operation.ts'

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
