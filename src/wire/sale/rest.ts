import { z } from 'zod'
import { day, id, instant, text, zone } from '../calendar/calendar.ts'
import { cents, saleRow } from './sale.ts'

const amount = cents.refine((size) => size > 0)

/** A sale to record; the amount is in cents. Without a moment, it came now. */
export const newSale = z.strictObject({
  id: id.optional(),
  amount,
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional(),
  offerId: id.nullable().default(null),
  contactId: id.nullable().default(null),
  activityId: id.nullable().default(null),
  note: text(4000).default(''),
  occurredAt: instant.optional(),
  zone: zone.optional(),
})
/** A refund; the amount is in cents, above zero, at most what is left of the sale. */
export const newRefund = z.strictObject({ id: id.optional(), amount, note: text(4000).default('') })
/** All the sales to someone, newest first, undone ones included. */
export const salesAnswer = z.object({ sales: z.array(saleRow) })
/** The days of a harvest, both included; today when absent. */
export const harvestQuery = z.strictObject({ from: day.optional(), to: day.optional() })
/** What came in over some days: the total of each currency in cents, and the sales, oldest first. */
export const harvestAnswer = z.object({ from: day, to: day, totals: z.record(z.string(), z.int()), sales: z.array(saleRow) })
