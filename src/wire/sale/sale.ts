import { z } from 'zod'
import { rememberedStays, type Cents, type Offer, type Sale } from '#method/sale/sale.ts'
import { toldByFile } from '../activity/activity.ts'
import { id, instant, kept, text, written, zone, type Dates } from '../calendar/calendar.ts'

/** Integer cents, at most ten million dollars. */
export const cents = z
  .int()
  .min(-1_000_000_000)
  .max(1_000_000_000)
  .transform((amount) => amount as Cents)
const currency = z.string().regex(/^[A-Z]{3}$/)

const saleFields = z.strictObject({
  saleId: id,
  amount: cents,
  currency,
  offerId: id.nullable(),
  contactId: id.nullable(),
  activityId: id.nullable(),
  refunds: id.nullable(),
  note: text(4000),
  occurredAt: instant,
  zone,
  isDayOnly: toldByFile.isDayOnly,
})

/** What a person tells of a sale. */
export const saleEntry = saleFields.refine(({ amount, refunds }) => (refunds === null ? amount > 0 : amount < 0))
/** A sale of before Entrain, from a file, or a refund that names its sale; `activityId` is that of its own row. */
export const pastSale = saleFields
  .extend({ activityId: id.nullish(), refunds: id.nullish(), ...toldByFile })
  .refine(({ amount, refunds }) => ((refunds ?? null) === null ? amount > 0 : amount < 0))

const offerOf = ({ instant: at }: Dates) =>
  z.strictObject({
    id,
    name: text(200),
    price: cents.nullable(),
    archived: z.boolean(),
    points: text(10_000).default(''),
    createdAt: at.nullable().default(null),
    // Read back as it was told; what is kept of it is decided, not given.
    shelved: z
      .array(z.strictObject({ from: at, to: at.nullable() }))
      .max(rememberedStays)
      .nullish(),
  })
/** Something for sale. */
export const offer: z.ZodType<Offer> = offerOf(written)
/** The row of something for sale. */
export const offerRow: z.ZodType<Offer> = offerOf(kept)

/** The row of a sale. */
export const saleRow: z.ZodType<Sale> = z.object({
  id,
  memberId: z.string(),
  amount: cents,
  currency,
  offerId: id.nullable(),
  contactId: id.nullable(),
  activityId: id.nullable(),
  refunds: id.nullable(),
  note: z.string(),
  occurredAt: kept.instant,
  day: kept.day,
  zone,
  voidedAt: kept.instant.nullable(),
  importId: id.nullable(),
  ...toldByFile,
})
