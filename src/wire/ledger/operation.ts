import { z } from 'zod'
import type { Change, Operation } from '#method/ledger/operation.ts'
import { activityEntry, kind, pastActivity } from '../activity/activity.ts'
import { day, dayOff, id, instant, schedule, text, zone } from '../calendar/calendar.ts'
import { challengeEntry } from '../challenge/challenge.ts'
import { consentFact } from '../consent/consent.ts'
import { chosenStep, contactFields, contactName, letGoReason } from '../contact/contact.ts'
import { dayPageFields } from '../day/day-page.ts'
import { enquiryEntry } from '../enquiry/enquiry.ts'
import { eventEntry, invitationEntry } from '../event/event.ts'
import { sequence } from '../follow-up/sequence.ts'
import { goal } from '../goal/goal.ts'
import { messageEntry, template } from '../message/message.ts'
import { planEntry } from '../plan/plan.ts'
import { offer, pastSale, saleEntry } from '../sale/sale.ts'
import { settingsFields } from './settings.ts'

/**
 * The version of the format of operations. What was learned since the first is optional here or has a blank of its own, so that an
 * old device is still read: `operation.test.ts` holds what the first Entrain wrote.
 */
export const format = 1

/** The most operations in one batch. */
export const largestBatch = 200
/** The most rows in one part of an import. */
export const largestImportPart = 500

const c = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) => z.strictObject({ type: z.literal(type), ...shape })
const named = contactFields.refine((fields): fields is typeof fields & { readonly name: string } => contactName.safeParse(fields.name).success)

const changed = z.array(text(40)).max(60).optional()

/** Every change that can be written, checked at the door. */
export const change: z.ZodType<Change> = z.discriminatedUnion('type', [
  c('contact.add', { contactId: id, fields: named, step: chosenStep.nullable() }),
  c('contact.edit', { contactId: id, fields: contactFields }),
  c('contact.archive', { contactId: id, archived: z.boolean() }),
  c('contact.delete', { contactId: id, deleted: z.boolean() }),
  c('contact.merge', { mergeId: id, keep: id, gone: id }),
  c('contact.unmerge', { mergeId: id }),
  c('contact.import', {
    importId: id,
    file: text(300),
    rows: z.array(z.strictObject({ contactId: id, isNew: z.boolean(), fields: contactFields, due: day })).max(largestImportPart),
  }),
  c('import.undo', { importId: id }),
  c('activity.record', activityEntry.shape),
  c('activity.correct', { corrects: id, ...activityEntry.shape }),
  c('activity.void', { activityId: id }),
  c('step.set', { contactId: id, step: chosenStep }),
  c('step.let-go', { contactId: id, reason: letGoReason, note: text(2000) }),
  c('sale.record', saleEntry.shape).refine(({ amount, refunds }) => (refunds === null ? amount > 0 : amount < 0)),
  c('sale.void', { saleId: id, voided: z.boolean() }),
  c('offer.put', { offer, changed }),
  c('kind.put', { kind, changed }),
  c('goal.set', { goal }),
  c('schedule.set', { schedule }),
  c('day-off.put', { dayOff }),
  c('settings.put', { fields: settingsFields }),
  c('contact.erase', { contactId: id }),
  c('history.import', {
    importId: id,
    file: text(300),
    activities: z.array(pastActivity).max(largestImportPart),
    sales: z.array(pastSale).max(largestImportPart),
  }),
  c('history.undo', { importId: id, activityIds: z.array(id).max(largestImportPart), saleIds: z.array(id).max(largestImportPart) }),
  c('consent.record', { consentId: id, contactId: id, fact: consentFact, occurredAt: instant }),
  c('enquiry.record', enquiryEntry.shape),
  c('enquiry.link', { enquiryId: id, contactId: id.nullable() }),
  c('enquiry.close', { enquiryId: id, closed: z.boolean() }),
  c('event.put', { event: eventEntry, changed }),
  c('invitation.put', { invitation: invitationEntry }),
  c('template.put', { template, changed }),
  c('sequence.put', { sequence, changed }),
  c('message.queue', messageEntry.shape),
  c('message.cancel', { messageId: id }),
  c('day.put', { day, fields: dayPageFields }),
  c('plan.keep', { plan: planEntry }),
  c('challenge.put', { challenge: challengeEntry, changed }),
]) as unknown as z.ZodType<Change>

/** One operation as it travels. */
export const operation: z.ZodType<Operation> = z.strictObject({ id, at: instant, zone, change })
