import { z } from 'zod'
import {
  callConsentMeans,
  channels,
  closeRelations,
  consentMeans,
  inquiryMeans,
  membershipKinds,
  messageClasses,
  nonBusinessRelations,
  provenanceClaims,
  publishers,
  referralRelations,
  withdrawalMeans,
  writtenChannels,
  type ConsentEvent,
  type ConsentFact,
  type SenderProfile,
} from '#method/consent/consent.ts'
import { lines } from '#method/contact/contact.ts'
import { id, kept, text, time, written, zone, type Dates } from '../calendar/calendar.ts'

const line = text(1000)
// A fact names an entry of the ledger, or a sale or an enquiry that is read as one.
const eventId = text(100)
const fact = <T extends ConsentFact['type'], S extends z.core.$ZodLooseShape>(type: T, shape: S) => z.strictObject({ type: z.literal(type), ...shape })
const distinct = <const T extends string>(values: readonly T[]) =>
  z
    .array(z.enum(values))
    .max(values.length)
    .refine((chosen) => new Set(chosen).size === chosen.length)

/** What a withdrawal stops. */
export const withdrawalScope = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('all') }),
  z.strictObject({ type: z.literal('writing') }),
  z.strictObject({ type: z.literal('channel'), channel: z.enum(channels) }),
  z.strictObject({ type: z.literal('class'), class: z.enum(messageClasses) }),
])

const factOf = ({ day }: Dates) =>
  z.discriminatedUnion('type', [
    fact('express-consent', {
      channels: distinct(writtenChannels),
      classes: distinct(messageClasses),
      means: z.enum(consentMeans),
      wording: text(100),
      language: z.enum(['fr', 'en']),
      isPreChecked: z.boolean(),
      isBundled: z.boolean(),
      proof: line,
    }),
    fact('consent-to-call', { means: z.enum(callConsentMeans), wording: text(100), proof: line }),
    fact('purchase', { reference: line }),
    fact('contract', { from: day, to: day.nullable(), reference: line }),
    fact('membership', { kind: z.enum(membershipKinds), from: day, to: day.nullable(), reference: line }),
    fact('ended', { of: eventId, on: day }),
    fact('inquiry', { means: z.enum(inquiryMeans), words: line }),
    fact('non-business', { relation: z.enum(nonBusinessRelations), proof: line.optional() }),
    fact('address-disclosed', { role: text(300), relevance: line, noSolicitation: z.boolean() }),
    fact('address-published', {
      url: text(2000),
      seenOn: day,
      publishedBy: z.enum(publishers),
      role: text(300),
      relevance: line,
      noSolicitation: z.boolean(),
      screenshot: text(200),
    }),
    fact('informed', { words: line }),
    fact('referral', {
      referrerId: id.nullable(),
      referrerName: text(300),
      relationToSender: z.enum(referralRelations),
      relationToContact: z.enum(referralRelations),
    }),
    fact('referral-used', { of: eventId, messageId: id.nullable() }),
    fact('close-relationship', { relation: z.enum(closeRelations), isTwoWay: z.boolean(), words: line }),
    fact('inherited', { relation: z.enum(['purchase', 'inquiry']), originalOn: day, from: text(300), proof: line.optional() }),
    fact('withdrawal', { scope: withdrawalScope, means: z.enum(withdrawalMeans), words: line }),
    fact('do-not-call', { words: line }),
    fact('call-back', { on: day, time: time.nullable(), words: line }),
    fact('call-back-made', { of: eventId }),
    fact('national-list-check', { isListed: z.boolean(), listDate: day.nullable() }),
    fact('line-kind', { line: z.enum(lines) }),
    fact('import-claim', { claim: z.enum(provenanceClaims), words: line }),
    fact('noted-by-mistake', { of: eventId }),
    fact('suppression-restored', { key: text(200), scope: withdrawalScope }),
  ])

/** A fact of the consent ledger. */
export const consentFact: z.ZodType<ConsentFact> = factOf(written)
const keptFact: z.ZodType<ConsentFact> = factOf(kept)

/** The row of an entry of the consent ledger. */
export const consentEventRow: z.ZodType<ConsentEvent> = z.object({
  id,
  contactId: id,
  memberId: z.string(),
  fact: keptFact,
  occurredAt: kept.instant,
  recordedAt: kept.instant,
})

const profileOf = ({ day, instant }: Dates) =>
  z.strictObject({
    businessName: text(300),
    personName: text(300),
    mailingAddress: text(600),
    phone: text(60),
    email: text(320),
    website: text(500),
    confirmedAt: instant.nullable(),
    country: z.string().regex(/^[A-Z]{2}$/),
    province: z.string().regex(/^([A-Z]{2})?$/),
    zone,
    signature: z.strictObject({ fr: text(2000), en: text(2000) }),
    callRegistration: z.strictObject({
      number: text(60),
      areaCodes: z.array(z.string().regex(/^\d{3}$/)).max(500),
      listDate: day.nullable(),
    }),
  })

/** Who writes and calls. */
export const senderProfile: z.ZodType<SenderProfile> = profileOf(written)
/** The same, as it is kept. */
export const keptProfile: z.ZodType<SenderProfile> = profileOf(kept)
