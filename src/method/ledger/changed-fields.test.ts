import fc from 'fast-check'
import { expect, test } from 'vitest'
import { memoryWorld } from '#test/memory-world.ts'
import { idOf } from '#test/operations.ts'
import { asCents, type Offer } from '../sale/sale.ts'
import type { Instant } from '../calendar/day.ts'
import { sayChanged } from './changed-fields.ts'
import type { Change } from './operation.ts'

const at = '2026-11-23T19:00:00.000Z' as Instant
const nadia = { memberId: 'nadia', isOwner: false }
const offer: Offer = { id: idOf(1, 1), name: 'Forfait', price: asCents(30_000), archived: false, points: '', createdAt: at }
const put = (fields: Partial<Offer>): Change => ({ type: 'offer.put', offer: { ...offer, ...fields } })

/** A server, and what devices that saw the same offer send it. */
const server = () => {
  const memory = memoryWorld()
  let made = 0
  const write = (change: Change) => memory.write({ id: idOf(9, (made += 1)), at, zone: 'America/Toronto', change }, nadia)
  write(put({}))
  const seen = { get: memory.world.get(`offer`, offer.id) }
  const fromDevice = (fields: Partial<Offer>) => write(sayChanged({ get: () => seen.get as never }, put(fields)))
  return { write, fromDevice, kept: () => memory.world.get('offer', offer.id) }
}

test('two devices change two fields of one offer: both changes are kept', () => {
  const { fromDevice, kept } = server()
  fromDevice({ name: 'Forfait de printemps' })
  fromDevice({ price: asCents(35_000) })
  expect(kept()).toMatchObject({ name: 'Forfait de printemps', price: 35_000 })
})

test('two devices change the same field: the last one that the server hears wins', () => {
  const { fromDevice, kept } = server()
  fromDevice({ name: 'Printemps' })
  fromDevice({ name: 'Été' })
  expect(kept()?.name).toBe('Été')
})

test('what does not say what it changes replaces the whole record', () => {
  const { write, fromDevice, kept } = server()
  fromDevice({ points: 'Parler du printemps.' })
  write(put({ name: 'Atelier' }))
  expect(kept()).toMatchObject({ name: 'Atelier', points: '' })
})

test('changes of fields apart come to the same in any order', () => {
  const edit = fc.constantFrom<Partial<Offer>>({ name: 'A' }, { price: asCents(1) }, { archived: true }, { points: 'p' })
  fc.assert(
    fc.property(fc.uniqueArray(edit), fc.integer(), (edits, turn) => {
      const one = server()
      const other = server()
      for (const fields of edits) one.fromDevice(fields)
      for (const fields of turn % 2 === 0 ? edits.toReversed() : [...edits.slice(1), ...edits.slice(0, 1)]) other.fromDevice(fields)
      expect(other.kept()).toEqual(one.kept())
    }),
  )
})
