import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blankFields } from '../contact/contact.ts'
import { asBefore, enquiryLabel, learntFrom, sharedWith, withoutBrought } from './learn-from-enquiry.ts'

const asked = { name: 'Josée Lavoie', email: 'josee@example.com', phone: '819 555-0142', city: 'Drummondville', language: 'fr' } as const

test('someone known learns by her enquiry the number and the address that her page lacks', () => {
  const learnt = learntFrom(asked, { ...blankFields, emails: [{ label: 'travail', address: 'j@example.org' }] })
  expect(learnt).toEqual({
    emails: [
      { label: 'travail', address: 'j@example.org' },
      { label: '', address: 'josee@example.com' },
    ],
    phones: [{ label: '', number: '+18195550142' }],
    city: 'Drummondville',
    language: 'fr',
  })
})

test('what her page already says is neither doubled nor overwritten', () => {
  const known = {
    ...blankFields,
    emails: [{ label: '', address: 'Josee@Example.com' }],
    phones: [{ label: '', number: '(819) 555-0142' }],
    city: 'Sherbrooke',
    language: 'en',
  } as const
  expect(learntFrom(asked, known)).toEqual({})
})

test('what an enquiry and someone known have in common says why she may be the one', () => {
  const hers = { ...blankFields, phones: [{ label: '', number: '+18195550142' }] }
  expect(sharedWith(asked, hers)).toEqual(['phone'])
  expect(sharedWith(asked, { ...hers, emails: [{ label: '', address: 'JOSEE@example.com' }] })).toEqual(['phone', 'email'])
  expect(sharedWith(asked, blankFields)).toEqual([])
  expect(sharedWith({ ...asked, phone: '', email: '' }, hers)).toEqual([])
})

test('what an enquiry taught is taken back to the letter, and taught again it is the same', () => {
  const email = fc.constantFrom('', 'josee@example.com', 'j@example.org')
  const phone = fc.constantFrom('', '819 555-0142', '418-555-0101 x12')
  const city = fc.constantFrom('', 'Drummondville', 'Québec')
  fc.assert(
    fc.property(email, phone, city, email, phone, city, (ea, pa, ca, eb, pb, cb) => {
      const known = {
        ...blankFields,
        emails: eb === '' ? [] : [{ label: '', address: eb }],
        phones: pb === '' ? [] : [{ label: '', number: pb }],
        city: cb,
      }
      const learnt = learntFrom({ name: '', email: ea, phone: pa, city: ca, language: '' }, known)
      expect({ ...known, ...learnt, ...asBefore(learnt, known) }).toEqual(known)
      expect(learntFrom({ name: '', email: ea, phone: pa, city: ca, language: '' }, { ...known, ...learnt })).toEqual({})
    }),
  )
})

test('what an enquiry brought leaves her page by its mark, in whatever language the word of it was kept, and nothing else does', () => {
  const own = { label: 'work', number: '+14185550101' }
  for (const label of [enquiryLabel, 'Demande', 'Enquiry', 'demande ']) {
    const known = {
      ...blankFields,
      emails: [{ label, address: 'Josee@Example.com' }],
      phones: [own, { label, number: '(819) 555-0142' }],
    }
    expect(withoutBrought(asked, known)).toEqual({ emails: [], phones: [own] })
  }
  // She had them before, or they are of another enquiry: they stay.
  expect(withoutBrought(asked, { ...blankFields, phones: [{ label: 'mobile', number: '+18195550142' }] })).toEqual({})
  expect(withoutBrought(asked, { ...blankFields, phones: [{ label: enquiryLabel, number: '+14185550101' }] })).toEqual({})
})
