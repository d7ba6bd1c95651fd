import { expect, test } from 'vitest'
import { aContact, anActivity, clock } from '#test/a-day.ts'
import { isFollowUp } from '../ledger/history.ts'
import { counts, isConversation, outcomes } from './activity.ts'
import { builtInKinds, defaultKinds, isBuiltIn } from './kind.ts'

test('an attempt is not a conversation', () => {
  expect(outcomes.filter((outcome) => isConversation({ outcome }))).toEqual(['reached', 'replied', 'meeting-booked', 'not-now', 'no', 'yes'])
})

test('an undone activity no longer counts', () => {
  expect(counts(anActivity())).toBe(true)
  expect(counts(anActivity({ voidedAt: clock('12:00') }))).toBe(false)
})

test('a touch to someone already reached is a follow-up by itself, and so is any with a client', () => {
  expect(isFollowUp(anActivity(), aContact())).toBe(false)
  expect(isFollowUp(anActivity(), aContact({ firstReachedAt: clock('08:00') }))).toBe(true)
  expect(isFollowUp(anActivity(), aContact({ firstReachedAt: anActivity().occurredAt }))).toBe(false)
  expect(isFollowUp(anActivity(), aContact({ relationship: 'past-client' }))).toBe(true)
  expect(isFollowUp(anActivity({ direction: 'in' }), aContact({ relationship: 'past-client' }))).toBe(false)
})

test('each of the eight kinds has its own icon and colour', () => {
  const kinds = builtInKinds.map((id) => defaultKinds[id])
  expect(new Set(kinds.map(({ icon }) => icon)).size).toBe(8)
  expect(new Set(kinds.map(({ hue }) => hue)).size).toBe(8)
  expect(isBuiltIn('phone')).toBe(true)
  expect(isBuiltIn('coffee')).toBe(false)
})
