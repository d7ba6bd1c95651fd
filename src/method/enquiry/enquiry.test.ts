import { expect, test } from 'vitest'
import { aContact, clock } from '#test/a-day.ts'
import { sylviesEnquiry } from '#test/invited-people.ts'
import { isWaiting } from './enquiry.ts'
import { matchEnquiry } from './match-enquiry.ts'

const enquiry = { ...sylviesEnquiry, receivedAt: clock('09:00') }

test('an enquiry waits until someone contacts her after it, or sets it aside', () => {
  expect(isWaiting(enquiry, undefined)).toBe(true)
  expect(isWaiting(enquiry, { lastTouchAt: null })).toBe(true)
  expect(isWaiting(enquiry, { lastTouchAt: clock('08:00') })).toBe(true)
  expect(isWaiting(enquiry, { lastTouchAt: clock('09:20') })).toBe(false)
  expect(isWaiting({ ...enquiry, closedAt: clock('09:05') }, undefined)).toBe(false)
})

const people = [
  aContact({
    id: 'sylvie',
    name: 'Sylvie Tremblay',
    city: 'Drummondville',
    emails: [{ label: '', address: 'sylvie@exemple.ca' }],
    phones: [{ label: '', number: '+18195550177' }],
  }),
  aContact({ id: 'luc', name: 'Luc Roy', phones: [{ label: '', number: '+18195550188' }] }),
  aContact({ id: 'gone', name: 'Sylvie Tremblay', emails: [{ label: '', address: 'old@exemple.ca' }], deletedAt: clock('08:00') }),
]
const asked = (over: Partial<typeof enquiry>) => matchEnquiry({ name: '', email: '', phone: '', city: '', ...over }, people)

test.each([
  [{ email: 'SYLVIE@exemple.ca' }, { verdict: 'same', id: 'sylvie', by: 'email' }],
  [{ phone: '819 555-0188' }, { verdict: 'same', id: 'luc', by: 'phone' }],
  [
    { name: 'sylvie tremblay', city: 'Drummondville, QC' },
    { verdict: 'same', id: 'sylvie', by: 'name-city' },
  ],
  [{ name: 'Sylvie Tremblay' }, { verdict: 'to-decide', candidates: ['sylvie'] }],
  [
    { name: 'Marc Dubé', email: 'sylvie@exemple.ca' },
    { verdict: 'to-decide', candidates: ['sylvie'], why: 'shared-email' },
  ],
  [{ name: 'Océane Poirier', email: 'oceane@exemple.ca' }, { verdict: 'new' }],
  [{ email: 'old@exemple.ca' }, { verdict: 'new' }],
  [{}, { verdict: 'new' }],
])('whose enquiry it is: %o', (over, verdict) => {
  expect(asked(over)).toMatchObject(verdict)
})

test('what an enquiry adds to someone known is told, to be confirmed', () => {
  expect(asked({ name: 'Luc Roy', phone: '819 555-0188', email: 'luc@exemple.ca' })).toMatchObject({ changes: { emails: [{ address: 'luc@exemple.ca' }] } })
})
