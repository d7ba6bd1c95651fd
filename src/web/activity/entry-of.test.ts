import { expect, test } from 'vitest'
import { aContact, anActivity, clock } from '#test/a-day.ts'
import type { NotNow } from '#method/contact/contact.ts'
import { entryOf } from './entry-of.ts'

const said = anActivity({ outcome: 'not-now', notNow: 'budget' })
const notNow: NotNow = { reason: 'budget', note: '', until: null, at: said.occurredAt, change: { type: 'event-near' } }
const changeTold = (kept: NotNow | null, activity = said) => entryOf(activity, () => aContact({ notNow: kept })).notNowChange

test('correcting a "not now" keeps what would change it, when it is the one that her page still tells', () => {
  expect(changeTold(notNow)).toEqual({ type: 'event-near' })
  expect(changeTold({ ...notNow, at: clock('15:00') })).toBeNull()
  expect(changeTold(null)).toBeNull()
  expect(changeTold(notNow, anActivity())).toBeNull()
  expect(entryOf(said, () => undefined).notNowChange).toBeNull()
})
