import fc from 'fast-check'
import { expect, test } from 'vitest'
import { today, zone } from '#test/a-day.ts'
import { anEvent } from '#test/invited-people.ts'
import { addDays, dayOf, instantAt, type Instant } from '../calendar/day.ts'
import type { NotNow } from '../contact/contact.ts'
import { conditionMet } from '../follow-up/not-now.ts'
import { stoodBefore, type Event } from './event.ts'

const drummondville = { latitude: 45.88336, longitude: -72.48241 }
const saintCyrille = { latitude: 45.93336, longitude: -72.43241 }
const montreal = { latitude: 45.50884, longitude: -73.58781 }
const nowhere = { latitude: null, longitude: null }
const at = (ahead: number): Instant => instantAt(addDays(today, ahead), '10:00', zone)
const isNear = ({ latitude }: Event) => latitude === drummondville.latitude || latitude === saintCyrille.latitude

const anEdit = fc.record({
  on: fc.integer({ min: -200, max: -1 }),
  point: fc.constantFrom(drummondville, saintCyrille, montreal, nowhere),
  day: fc.integer({ min: -180, max: 60 }),
  isArchived: fc.boolean(),
})

test('however an event is edited, it opens the door at the first moment after she spoke when it became near, to come and not put away', () => {
  fc.assert(
    fc.property(fc.uniqueArray(anEdit, { selector: ({ on }) => on, minLength: 1, maxLength: 8 }), fc.integer({ min: -201, max: -1 }), (edits, saidOn) => {
      const inOrder = edits.toSorted((a, b) => a.on - b.on)
      let event: Event | undefined
      let opened: Instant | null = null
      let isOpen = (_when: Instant): boolean => false
      for (const { on, point, day, isArchived } of inOrder) {
        const wanted = {
          ...anEvent(),
          ...point,
          place: '',
          day: addDays(today, day),
          archivedAt: isArchived ? at(on) : null,
          createdAt: event?.createdAt ?? at(on),
        }
        const next: Event = { ...wanted, stood: stoodBefore(event, wanted, at(on)) }
        const now = (when: Instant) => isNear(next) && !isArchived && next.day >= dayOf(when, zone)
        if (opened === null && now(at(on)) && !isOpen(at(on)) && on > saidOn) opened = at(on)
        event = next
        isOpen = now
      }
      const notNow: NotNow = { reason: 'budget', note: '', until: null, at: at(saidOn), change: { type: 'event-near' } }
      const met = event ? conditionMet(notNow, drummondville, { events: [event], offers: [], zone }) : null
      const isThere = event !== undefined && isNear(event) && event.archivedAt === null
      expect(met?.at ?? null).toBe(isThere ? opened : null)
    }),
    { numRuns: 400 },
  )
})

test('only a change of place, day or archive is remembered, twenty at most', () => {
  const first = anEvent()
  expect(stoodBefore(undefined, first, at(-9))).toEqual([])
  expect(stoodBefore(first, { ...first, title: 'Autre titre', note: 'Autre note' } as Event, at(-8))).toEqual([])
  const moved = { ...first, day: addDays(first.day, 1) }
  expect(stoodBefore(first, moved, at(-8))).toMatchObject([{ until: at(-8), day: first.day, isArchived: false }])
  let event: Event = first
  for (let edit = 0; edit < 30; edit += 1) {
    const wanted = { ...event, day: addDays(first.day, edit + 1) }
    event = { ...wanted, stood: stoodBefore(event, wanted, at(edit)) }
  }
  expect(event.stood).toHaveLength(20)
  expect(event.stood?.at(-1)).toMatchObject({ until: at(29) })
})
