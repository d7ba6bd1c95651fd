import { expect, test } from 'vitest'
import { aContact } from '#test/a-day.ts'
import { defaultKinds } from '#method/activity/kind.ts'
import { channelsOf } from './channels.ts'
import { outcomesOf } from './outcomes-of.ts'

test('someone without phone or e-mail has no channel', () => {
  expect(channelsOf(aContact())).toEqual([])
})

test('the telephone comes first, and texts go to the mobile', () => {
  const contact = aContact({
    phones: [
      { label: 'Bureau', number: '+18195550142', extension: '12' },
      { label: 'Cellulaire', number: '+18195550199' },
    ],
    emails: [{ label: '', address: 'nathalie@exemple.ca' }],
  })
  expect(channelsOf(contact).map(({ href }) => href)).toEqual(['tel:+18195550142;ext=12', 'mailto:nathalie@exemple.ca', 'sms:+18195550199'])
})

test('the channel of the next step leads, and a fax is never called', () => {
  const nextStep = { ...aContact().nextStep!, kind: 'email' }
  const contact = aContact({
    nextStep,
    phones: [
      { label: 'Télécopieur', number: '+18195550100' },
      { label: '', number: '819 555-0142' },
    ],
    emails: [{ label: '', address: 'a@exemple.ca' }],
  })
  expect(channelsOf(contact).map(({ href }) => href)).toEqual(['mailto:a@exemple.ca', 'tel:8195550142', 'sms:8195550142'])
})

test('an address cannot add fields to the message', () => {
  expect(channelsOf(aContact({ emails: [{ label: '', address: 'a@exemple.ca?bcc=b@exemple.ca' }] }))[0]?.href).toBe(
    'mailto:a@exemple.ca%3Fbcc%3Db%40exemple.ca',
  )
})

test('each kind offers its own outcomes, the most usual first', () => {
  expect(outcomesOf(defaultKinds.phone, 'out')).toEqual(['reached', 'message-left', 'no-answer', 'meeting-booked'])
  expect(outcomesOf(defaultKinds.email, 'out')[0]).toBe('sent')
  expect(outcomesOf(defaultKinds.email, 'in')[0]).toBe('replied')
  expect(outcomesOf(defaultKinds.post, 'out')).toEqual(['done'])
})
