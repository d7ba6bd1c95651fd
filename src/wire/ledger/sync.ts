import { z } from 'zod'
import type { ImportBatch, Merge, Refusal, Rows, Table } from '#method/ledger/operation.ts'
import { activityRow, kind } from '../activity/activity.ts'
import { dayOffRow, id, kept, scheduleRow } from '../calendar/calendar.ts'
import { contactRow } from '../contact/contact.ts'
import { challengeRow } from '../challenge/challenge.ts'
import { consentEventRow } from '../consent/consent.ts'
import { dayPageRow } from '../day/day-page.ts'
import { enquiryRow } from '../enquiry/enquiry.ts'
import { eventRow, invitationRow } from '../event/event.ts'
import { sequence } from '../follow-up/sequence.ts'
import { messageRow, template } from '../message/message.ts'
import { planRow } from '../plan/plan.ts'
import { goalRow } from '../goal/goal.ts'
import { offerRow, saleRow } from '../sale/sale.ts'
import { largestBatch } from './operation.ts'
import { settingsRow } from './settings.ts'

/** A batch from a device. Each operation is read on its own, so that one that is not readable blocks no other. */
export const pushRequest = z.strictObject({
  device: id,
  format: z.int().min(1),
  operations: z
    .array(z.strictObject({ sequence: z.int().min(1), operation: z.unknown() }))
    .min(1)
    .max(largestBatch),
})

/** The server's answer to one operation: kept now, kept before, or refused with the reason. */
export type Answer =
  | { readonly id: string; readonly status: 'ok' | 'duplicate' }
  | { readonly id: string; readonly status: 'refused'; readonly reason: Refusal }

/** The answers to a batch, in its order. */
export const pushAnswer = z.object({
  answers: z.array(
    z.union([
      z.object({ id: z.string(), status: z.enum(['ok', 'duplicate']) }),
      z.object({ id: z.string(), status: z.literal('refused'), reason: z.string().transform((reason) => reason as Refusal) }),
    ]),
  ),
  cursor: z.int(),
  /** Sequence numbers of this device that never arrived, when there is a gap. */
  missing: z.array(z.int()),
})
/** The answers to a batch. */
export type PushAnswer = { readonly answers: readonly Answer[]; readonly cursor: number; readonly missing: readonly number[] }

const fields = z.record(z.string(), z.unknown())
const merge = z.object({ id, keep: id, gone: id, keepBefore: fields, keepAfter: fields, undoneAt: kept.instant.nullable() }) as unknown as z.ZodType<Merge>
const importBatch = z.object({
  id,
  memberId: z.string(),
  file: z.string(),
  at: kept.instant,
  added: z.int(),
  completed: z.int(),
  activities: z.int(),
  sales: z.int(),
  filled: z.record(z.string(), z.object({ before: fields, after: fields })),
  undoneAt: kept.instant.nullable(),
}) as unknown as z.ZodType<ImportBatch>

/** Daily counts of a member, per kind and outcome, for the days before the window (DESIGN, Core records). */
export const rollUp = z.object({
  memberId: z.string(),
  day: kept.day,
  kind: z.string(),
  outcome: z.string(),
  activities: z.int(),
  conversations: z.int(),
  minutes: z.int(),
})
/** Daily counts of a member, per kind and outcome. */
export type RollUp = z.infer<typeof rollUp>

/** One page of what changed since a cursor. */
export const pullAnswer = z.object({
  /** The position after this page; ask again from it while `more`. */
  cursor: z.int(),
  more: z.boolean(),
  rows: z.object({
    contact: z.array(contactRow),
    activity: z.array(activityRow),
    sale: z.array(saleRow),
    offer: z.array(offerRow),
    kind: z.array(kind),
    goal: z.array(goalRow),
    schedule: z.array(scheduleRow),
    dayOff: z.array(dayOffRow),
    settings: z.array(settingsRow),
    merge: z.array(merge),
    importBatch: z.array(importBatch),
    consent: z.array(consentEventRow),
    enquiry: z.array(enquiryRow),
    event: z.array(eventRow),
    invitation: z.array(invitationRow),
    template: z.array(template),
    sequence: z.array(sequence),
    message: z.array(messageRow),
    dayPage: z.array(dayPageRow),
    plan: z.array(planRow),
    challenge: z.array(challengeRow),
  }),
  rollUps: z.array(rollUp),
  /** The workspace, the member and the format that the server speaks. */
  workspace: z.object({ id: z.string(), name: z.string(), memberId: z.string(), role: z.enum(['owner', 'member']), isDemo: z.boolean() }),
  format: z.int(),
  /** True when the device must forget everything: it was signed out from elsewhere. */
  wipe: z.boolean(),
})
/** One page of what changed since a cursor. */
export type PullAnswer = Omit<z.infer<typeof pullAnswer>, 'rows'> & { readonly rows: { readonly [T in Table]: readonly Rows[T][] } }
