import { expect, test } from 'vitest'
import { aContact, clock, zone } from '#test/a-day.ts'
import type { Sequence } from '#method/follow-up/sequence.ts'
import type { Rows, Table } from '#method/ledger/operation.ts'
import type { Template } from '#method/message/template.ts'
import { stepTemplate } from './step-template.ts'

const template: Template = { id: 'hello', name: 'Suite de la conférence', purpose: 'follow-up', language: 'fr', subject: '', body: '', archived: false }
const sequence: Sequence = {
  id: 's',
  name: 'Après une conférence',
  steps: [
    { day: 0, kind: 'email', templateId: 'hello' },
    { day: 3, kind: 'phone', templateId: null },
    { day: 9, kind: 'email', templateId: 'gone' },
  ],
  archived: false,
}
const held = new Map<string, unknown>([
  ['sequence s', sequence],
  ['template hello', template],
  ['template gone', { ...template, id: 'gone', archived: true }],
])
const ledger = { get: <T extends Table>(table: T, id: string) => held.get(`${table} ${id}`) as Rows[T] | undefined }
const onIt = { ...aContact(), sequence: { id: 's', startedAt: clock('08:00') } }

test('the message of a step starts from the template that the step names', () => {
  expect(stepTemplate(ledger, onIt, zone)).toEqual(template)
})

test('it starts from none without a sequence, after an answer, at a step without a template, or when the template was archived', () => {
  expect(stepTemplate(ledger, aContact(), zone)).toBeNull()
  expect(stepTemplate(ledger, { ...onIt, sequence: { id: 'unknown', startedAt: clock('08:00') } }, zone)).toBeNull()
  expect(stepTemplate(ledger, { ...onIt, lastReachedAt: clock('09:00') }, zone)).toBeNull()
  expect(stepTemplate(ledger, { ...onIt, unansweredAt: [clock('09:00')] }, zone)).toBeNull()
  expect(stepTemplate(ledger, { ...onIt, unansweredAt: [clock('09:00'), clock('10:00')] }, zone)).toBeNull()
  expect(stepTemplate(ledger, { ...onIt, unansweredAt: [clock('09:00'), clock('10:00'), clock('11:00')] }, zone)).toBeNull()
})
