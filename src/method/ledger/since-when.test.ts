import { expect, test } from 'vitest'
import { anEvent } from '#test/invited-people.ts'
import { memoryWorld } from '#test/memory-world.ts'
import { idOf } from '#test/operations.ts'
import { asInstant, type Instant } from '../calendar/day.ts'
import type { Change } from './operation.ts'

const author = { memberId: 'nadia', isOwner: true }
const julie = idOf(1, 1)
const on = (day: string): Instant => asInstant(Date.parse(`${day}T15:00:00Z`))

const workspace = () => {
  const memory = memoryWorld()
  let made = 0
  const write = (day: string, change: Change) => memory.write({ id: idOf(9, (made += 1)), at: on(day), zone: 'America/Toronto', change }, author)
  return { ...memory, write }
}

test('an event remembers where it was before its place was written, and nobody writes that by hand', () => {
  const { world, write } = workspace()
  const { memberId: _memberId, ...event } = { ...anEvent(), id: idOf(8, 1), place: '', latitude: null, longitude: null, createdAt: on('2026-01-10') }
  write('2026-01-10', { type: 'event.put', event })
  expect(world.get('event', event.id)?.stood).toEqual([])
  const invented = [{ until: on('2026-02-01'), day: event.day, place: '', latitude: null, longitude: null, isArchived: true }]
  write('2026-11-10', { type: 'event.put', event: { ...event, latitude: 45.88, longitude: -72.48, place: 'Drummondville', stood: invented } })
  expect(world.get('event', event.id)?.stood).toEqual([
    { until: on('2026-11-10'), day: event.day, place: '', latitude: null, longitude: null, isArchived: false },
  ])
})

test('who waits for an event near her remembers where she lived, whether her city is typed or comes from a file', () => {
  const { world, write } = workspace()
  const notNow = { reason: 'budget', note: '', until: null, at: on('2026-02-12'), change: { type: 'event-near' } } as const
  write('2026-02-12', { type: 'contact.add', contactId: julie, fields: { name: 'Julie', notNow }, step: null })
  write('2026-03-01', {
    type: 'contact.import',
    importId: idOf(5, 1),
    file: 'carnet.csv',
    rows: [{ contactId: julie, isNew: false, fields: { city: 'Montréal' }, due: '2026-03-02' as never }],
  })
  write('2026-04-01', { type: 'contact.edit', contactId: julie, fields: { notes: 'Sans lien.' } })
  write('2026-05-01', { type: 'contact.edit', contactId: julie, fields: { city: 'Drummondville' } })
  expect(world.get('contact', julie)).toMatchObject({
    city: 'Drummondville',
    notNow: {
      ...notNow,
      cities: [
        { until: on('2026-03-01'), city: '' },
        { until: on('2026-05-01'), city: 'Montréal' },
      ],
    },
  })
})

test('an offer remembers the times during which it was put away', () => {
  const { world, write } = workspace()
  const offer = { id: idOf(9, 900), name: 'Forfait', price: null, archived: false, points: '', createdAt: on('2026-01-01') }
  write('2026-01-01', { type: 'offer.put', offer })
  write('2026-02-01', { type: 'offer.put', offer: { ...offer, archived: true } })
  write('2026-03-01', { type: 'offer.put', offer: { ...offer, archived: true, name: 'Le forfait' } })
  write('2026-04-01', { type: 'offer.put', offer })
  expect(world.get('offer', offer.id)?.shelved).toEqual([{ from: on('2026-02-01'), to: on('2026-04-01') }])
})
