import { expect, test } from 'vitest'
import { aContact, anActivity, clock, today, zone } from '#test/a-day.ts'
import { addDays, instantAt, type Instant } from '../calendar/day.ts'
import type { Contact } from '../contact/contact.ts'
import type { Enquiry } from '../enquiry/enquiry.ts'
import { renewedOn } from './renewed.ts'
import { signalsOf } from './signal.ts'
import { defaultCadences } from '../follow-up/cadence.ts'

const now = clock('14:00')
const ago = (days: number): Instant => instantAt(addDays(today, -days), '12:00', zone)
const came = (over: Parameters<typeof anActivity>[0] = {}) =>
  anActivity({ direction: 'in', kind: 'email', outcome: 'replied', occurredAt: clock('09:12'), ...over })
const enquiry = (over: Partial<Enquiry> = {}): Enquiry => ({
  id: 'e1',
  memberId: 'nadia',
  contactId: 'nathalie',
  via: 'form',
  receivedAt: clock('08:00'),
  name: '',
  email: '',
  phone: '',
  city: '',
  subject: '',
  words: '',
  language: 'fr',
  mayWrite: '',
  closedAt: null,
  ...over,
})
const seen = (contact: Contact, activities = [came()], enquiries: readonly Enquiry[] = []) =>
  signalsOf(enquiries, activities, { contact: (id) => (id === contact.id ? contact : undefined) }, now).get(contact.id)

test('a message, a voice mail and a missed call wait for an answer; a talk does not', () => {
  const known = aContact({ lastTouchAt: clock('09:12') })
  expect(seen(known)).toEqual({ way: 'wrote', at: clock('09:12') })
  expect(seen(known, [came({ kind: 'phone', outcome: 'message-left' })])).toEqual({ way: 'called', at: clock('09:12') })
  expect(seen(known, [came({ kind: 'phone', outcome: 'reached' })])).toBeUndefined()
  expect(seen(known, [came({ direction: 'out' })])).toBeUndefined()
  expect(seen(known, [came({ voidedAt: now })])).toBeUndefined()
})

test('a sign is answered by any contact after it, and forgotten after fourteen days', () => {
  expect(seen(aContact({ lastTouchAt: clock('10:00') }))).toBeUndefined()
  expect(seen(aContact({ lastTouchAt: ago(15) }), [came({ occurredAt: ago(15) })])).toBeUndefined()
  expect(seen(aContact({ lastTouchAt: ago(13) }), [came({ occurredAt: ago(13) })])).toMatchObject({ way: 'wrote' })
})

test('an enquiry that waits comes before any other sign, and of two the newest counts', () => {
  const known = aContact({ lastTouchAt: clock('09:12') })
  const asked = (receivedAt: Instant, over: Partial<Enquiry> = {}) => seen({ ...known, lastTouchAt: ago(30) }, [came()], [enquiry({ receivedAt, ...over })])
  expect(asked(clock('08:00'))).toEqual({ way: 'enquiry', at: clock('08:00'), enquiryId: 'e1', via: 'form' })
  expect(asked(clock('08:00'), { closedAt: clock('08:30') })).toMatchObject({ way: 'wrote' })
  expect(asked(clock('15:00'))).toMatchObject({ way: 'wrote' })
  expect(asked(clock('08:00'), { contactId: null })).toMatchObject({ way: 'wrote' })
  const two = [enquiry({ receivedAt: clock('08:00') }), enquiry({ id: 'e2', receivedAt: clock('09:00') })]
  expect(seen({ ...known, lastTouchAt: null }, [], two)).toMatchObject({ enquiryId: 'e2' })
  expect(seen({ ...known, lastTouchAt: null }, [], two.toReversed())).toMatchObject({ enquiryId: 'e2' })
})

test('a relationship renewed today is one contacted today after its whole interval, known from before', () => {
  const client = (id: string, over: Partial<Contact> = {}) => aContact({ id, relationship: 'client', lastTouchAt: clock('09:00'), touches: 3, ...over })
  const lived = new Map([
    ['renewed', [anActivity(), anActivity({ id: 'old', occurredAt: ago(61) })]],
    ['followed', [anActivity(), anActivity({ id: 'recent', occurredAt: ago(20) })]],
    ['new', [anActivity()]],
    ['written', [anActivity({ direction: 'in' })]],
    ['undone', [anActivity({ voidedAt: now })]],
    ['potential', [anActivity()]],
  ])
  const people = [
    client('renewed'),
    client('followed'),
    client('new', { touches: 1 }),
    client('written'),
    client('undone'),
    client('potential', { relationship: 'potential' }),
  ]
  expect(renewedOn(today, people, (id) => lived.get(id) ?? [], defaultCadences)).toBe(1)
})
