import { expect, test } from 'vitest'
import { canada } from '#method/contact/canada.ts'
import { quebec } from '#method/contact/place.ts'
import { addDays, asDay } from '#method/calendar/day.ts'
import { anEvent } from '#test/invited-people.ts'
import { eventsAround, pickedPlace, readPlace, readSubjects, suggestedPlaces } from './event-draft.ts'

const today = asDay('2026-11-23')

test('a place written as people write it gets its point, and an unknown one is kept without any', () => {
  expect(readPlace(' drummondville ', quebec)).toMatchObject({ place: 'drummondville', latitude: expect.closeTo(45.88, 1) as number })
  expect(readPlace('Salle du bas', quebec)).toEqual({ place: 'Salle du bas', latitude: null, longitude: null })
})

test('outside Quebec a place goes with its province, and is read back as the same point', () => {
  const windsors = suggestedPlaces('Windsor', canada)
  expect(windsors.map(({ province }) => province)).toContain('ON')
  const ontario = windsors.find(({ province, name }) => province === 'ON' && name === 'Windsor')
  if (!ontario) throw new Error('no Windsor in Ontario')
  expect(pickedPlace(ontario).place).toBe('Windsor, ON')
  expect(readPlace('Windsor, ON', canada)).toEqual(pickedPlace(ontario))
})

test('subjects are read once each, whatever separates them', () => {
  expect(readSubjects('Prospection, prospection; Vente\n ,')).toEqual(['Prospection', 'Vente'])
})

test('an event that lasts until today is coming; yesterday’s is past; an archived one is neither', () => {
  const events = [
    anEvent({ id: 'next' }),
    anEvent({ id: 'lasting', day: addDays(today, -2), until: today }),
    anEvent({ id: 'gone', day: addDays(today, -1) }),
    anEvent({ id: 'older', day: addDays(today, -9) }),
    anEvent({ id: 'away', archivedAt: '2026-11-20T12:00:00.000Z' as never }),
  ]
  const { coming, past } = eventsAround(events, today)
  expect(coming.map(({ id }) => id)).toEqual(['lasting', 'next'])
  expect(past.map(({ id }) => id)).toEqual(['gone', 'older'])
})
