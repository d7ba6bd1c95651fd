import { expect, test } from 'vitest'
import { asDay, asInstant } from '#method/calendar/day.ts'
import { blankFields, blankHistory, type Contact } from '#method/contact/contact.ts'
import { firstStep } from '#method/follow-up/propose-step.ts'
import { readBirthday } from './birthday.ts'
import { suggestedCities } from './city-field.tsx'
import { everyone, keeps, readPeopleFilter, writePeopleFilter, type PeopleFilter } from './people-filter.ts'

const today = asDay('2026-11-23')
const person = (fields: Partial<Contact>): Contact => ({
  ...blankFields,
  ...blankHistory,
  name: 'Zoé',
  id: 'z',
  nextStep: firstStep(today),
  letGo: null,
  createdAt: asInstant(0),
  createdBy: 'm',
  importId: null,
  archivedAt: null,
  deletedAt: null,
  mergedInto: null,
  ...fields,
})
const kept = (filter: Partial<PeopleFilter>, fields: Partial<Contact>) => keeps({ ...everyone, ...filter }, today, 'America/Toronto')(person(fields))

test('a filter written in the address is read back the same', () => {
  const filter: PeopleFilter = {
    q: 'zoé',
    city: 'Laval',
    near: 'Québec',
    km: 50,
    relationship: 'client',
    tag: 'vip',
    step: 'late',
    contact: '90',
    stand: 'let-go',
  }
  expect(readPeopleFilter(writePeopleFilter(filter))).toEqual(filter)
  expect(writePeopleFilter(everyone)).toEqual({})
  expect(readPeopleFilter({ relationship: 'boss', km: 'far', step: 3 })).toEqual(everyone)
})

test('Lévis is near Québec and Montréal is not', () => {
  expect(kept({ near: 'Québec', km: 25 }, { city: 'Lévis' })).toBe(true)
  expect(kept({ near: 'Québec', km: 25 }, { city: 'Montréal' })).toBe(false)
  expect(kept({ near: 'Québec', km: 25 }, { city: '' })).toBe(false)
})

test('a city is found however it is written', () => {
  expect(kept({ city: 'Saint-Hyacinthe' }, { city: 'st hyacinthe' })).toBe(true)
  expect(suggestedCities('st-hya', [])).toContain('Saint-Hyacinthe')
})

test('late, today and never contacted are told apart', () => {
  expect(kept({ step: 'late' }, { nextStep: firstStep(asDay('2026-11-22')) })).toBe(true)
  expect(kept({ step: 'late' }, {})).toBe(false)
  expect(kept({ step: 'today' }, {})).toBe(true)
  expect(kept({ contact: 'never' }, {})).toBe(true)
  expect(kept({ contact: '30' }, { lastTouchAt: asInstant(Date.parse('2026-11-01T15:00:00Z')) })).toBe(false)
  expect(kept({ contact: '30' }, { lastTouchAt: asInstant(Date.parse('2026-10-01T15:00:00Z')) })).toBe(true)
})

test('a birthday needs no year', () => {
  expect(readBirthday('11-23')).toBe('--11-23')
  expect(readBirthday('29 février')).toBe(readBirthday('02-29'))
  expect(readBirthday('1980-11-23')).toBe('1980-11-23')
  expect(readBirthday('demain')).toBe(null)
  expect(readBirthday(' ')).toBe('')
})
