import { expect, test } from 'vitest'
import { today, zone } from '#test/a-day.ts'
import { anEvent, coaching, workshop } from '#test/invited-people.ts'
import { memoryWorld } from '#test/memory-world.ts'
import { idOf } from '#test/operations.ts'
import { addDays, instantAt, type Day } from '../calendar/day.ts'
import type { ContactFields } from '../contact/contact.ts'
import { whoToInvite } from '../event/who-to-invite.ts'
import type { ActivityEntry, Change } from './operation.ts'

const author = { memberId: 'nadia', isOwner: true }
const sylvie = idOf(1, 1)
const paul = idOf(1, 2)

const workspace = () => {
  const memory = memoryWorld()
  let made = 0
  const write = (change: Change, day: Day) =>
    expect(memory.write({ id: idOf(9, (made += 1)), at: instantAt(day, '10:00', zone), zone, change }, author)).toBeNull()
  const meet = (contactId: string, fields: Partial<ContactFields> & { readonly name: string }, day: Day) =>
    write({ type: 'contact.add', contactId, fields: { city: 'Drummondville', ...fields }, step: null }, day)
  /** What the sheet of the app writes when « Pas maintenant » is logged. */
  const saysNotNow = (day: Day, told: Partial<ActivityEntry> = {}) =>
    write(
      {
        type: 'activity.record',
        activityId: idOf(2, made + 1),
        kind: 'phone',
        direction: 'out',
        outcome: 'not-now',
        contactIds: [sylvie],
        minutes: 20,
        title: '',
        note: '',
        notNow: 'budget',
        notNowChange: null,
        occurredAt: instantAt(day, '10:00', zone),
        zone,
        meeting: null,
        after: { take: 'proposal' },
        ...told,
      },
      day,
    )
  const invited = () => {
    const facts = { contacts: memory.every('contact'), offers: [coaching, workshop], sales: [], events: [], invitations: [], enquiries: [] }
    return whoToInvite(anEvent(), facts, { today, zone, channelFor: () => 'email' }).map(({ contact, reasons }) => [
      contact.id,
      reasons.map(({ kind }) => kind).sort(),
    ])
  }
  return { ...memory, meet, saysNotNow, invited }
}

test.each([
  ['in February', addDays(today, -284)],
  ['last week', addDays(today, -7)],
])('« pas maintenant : budget » logged in the app %s, without a condition, comes first for an event near her', (_, day) => {
  const { meet, saysNotNow, invited } = workspace()
  meet(paul, { name: 'Paul Lavoie' }, day)
  meet(sylvie, { name: 'Sylvie Tremblay' }, day)
  saysNotNow(day)
  expect(invited()).toEqual([
    [sylvie, ['near', 'not-now']],
    [paul, ['near']],
  ])
})

test('a date that she asked for is kept: before it she is invited to nothing', () => {
  const { meet, saysNotNow, invited, world } = workspace()
  const day = addDays(today, -7)
  const due = addDays(today, 60)
  meet(sylvie, { name: 'Sylvie Tremblay' }, day)
  saysNotNow(day, {
    notNowChange: { type: 'date' },
    after: { take: 'step', step: { due, time: null, kind: null, promised: false, note: '', origin: 'chosen' } },
  })
  expect(world.get('contact', sylvie)?.notNow).toMatchObject({ until: due, change: { type: 'date' } })
  expect(invited()).toEqual([])
})

test('a "not now" keeps the beginning of a note too long for it, and the activity keeps it all', () => {
  const { meet, saysNotNow, every, world } = workspace()
  meet(sylvie, { name: 'Sylvie Tremblay' }, today)
  saysNotNow(today, { note: `${'a'.repeat(3999)}😀 et la suite` })
  expect(world.get('contact', sylvie)?.notNow?.note).toBe('a'.repeat(3999))
  expect(every('activity')[0]?.note).toMatch(/la suite$/)
})
