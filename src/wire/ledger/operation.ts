import { z } from 'zod'
import type { Change, Operation } from '#method/ledger/operation.ts'
import { activityEntry, kind } from '../activity/activity.ts'
import { day, dayOff, id, instant, schedule, text, zone } from '../calendar/calendar.ts'
import { chosenStep, contactFields, contactName, letGoReason } from '../contact/contact.ts'
import { goal } from '../goal/goal.ts'
import { offer, saleEntry } from '../sale/sale.ts'
import { settingsFields } from './settings.ts'

/** The version of the format of operations. An older one is still read; `read` in this file brings it up to date. */
export const format = 1

/** The most operations in one batch. */
export const largestBatch = 200
/** The most rows in one part of an import. */
export const largestImportPart = 500

const c = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) => z.strictObject({ type: z.literal(type), ...shape })
const named = contactFields.refine((fields): fields is typeof fields & { readonly name: string } => contactName.safeParse(fields.name).success)

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
  c('offer.put', { offer }),
  c('kind.put', { kind }),
  c('goal.set', { goal }),
  c('schedule.set', { schedule }),
  c('day-off.put', { dayOff }),
  c('settings.put', { fields: settingsFields }),
]) as unknown as z.ZodType<Change>

/** One operation as it travels. */
export const operation: z.ZodType<Operation> = z.strictObject({ id, at: instant, zone, change })
