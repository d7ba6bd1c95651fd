import { z } from 'zod'
import type { Day, Instant } from '#method/calendar/day.ts'
import { channels } from '#method/consent/consent.ts'
import { relationships, type Contact } from '#method/contact/contact.ts'
import { enquiryWays } from '#method/enquiry/enquiry.ts'
import type { Suggestion } from '#method/next/rank.ts'
import type { Reason } from '#method/next/reason.ts'
import { groups } from '#method/next/weigh.ts'
import { day, instant, zone } from '../calendar/calendar.ts'
import { labelledEmail, labelledPhone, nextStep } from '../contact/contact.ts'

const languages = z.enum(['fr', 'en'])
/** How many people are asked for, and in which language the reasons are said: one's own when it is not given. */
export const nextQuery = z.strictObject({ limit: z.coerce.number().int().min(1).max(200).default(20), language: languages.optional() })

/** A reason and its sentence. */
export type ReasonTold = Reason & { readonly sentence: string }
/** What is said of someone who comes next; the rest is on her page. */
export type NextContact = Pick<
  Contact,
  'id' | 'name' | 'organisation' | 'city' | 'language' | 'relationship' | 'phones' | 'emails' | 'nextStep' | 'touches' | 'lastTouchAt'
>
/** Someone to contact: why, in facts and in words, by which channels that are lawful now, and how she was weighed. */
export type NextPerson = Omit<Suggestion, 'contact' | 'reasons'> & {
  readonly contact: NextContact
  readonly reasons: readonly ReasonTold[]
  /** The sentences of the reasons, and that she was drawn when she was. */
  readonly why: string
}
/** Who comes next, best first, at one moment and by the clock of the member. */
export type NextAnswer = {
  readonly at: Instant
  readonly today: Day
  readonly zone: string
  readonly language: 'fr' | 'en'
  readonly people: readonly NextPerson[]
}

const told = <K extends Reason['kind'], S extends z.core.$ZodLooseShape>(kind: K, shape: S) =>
  z.object({ kind: z.literal(kind), ...shape, sentence: z.string() })
const late = { due: day, daysLate: z.int() }
const said = { saidAt: instant, because: z.string() }
const near = { eventId: z.string(), title: z.string(), day, km: z.number() }
const relationship = z.enum(relationships)

const reason: z.ZodType<ReasonTold> = z.discriminatedUnion('kind', [
  told('enquiry', { enquiryId: z.string(), via: z.enum(enquiryWays), at: instant }),
  told('chosen', { on: day }),
  told('meeting', { due: day, time: z.string().nullable() }),
  told('promised', { ...late, step: z.string().nullable() }),
  told('wrote', { at: instant }),
  told('called', { at: instant }),
  told('visited', { at: instant }),
  told('due', late),
  told('thank', late),
  told('snoozed', { due: day }),
  told('event-near', near),
  told('said-date', { day, ...said }),
  told('said-event', { ...near, ...said }),
  told('said-offer', { offerId: z.string(), name: z.string(), ...said }),
  told('next-touch', { touch: z.int(), lastTouchAt: instant }),
  told('source', { source: z.enum(['met', 'inquiry', 'referral']), words: z.string(), since: instant.nullable() }),
  told('client', { relationship, lastTouchAt: instant.nullable(), days: z.int().nullable() }),
  told('renew', { relationship, lastTouchAt: instant, days: z.int() }),
  told('never-contacted', { since: instant, source: z.string() }),
  told('quiet', { lastTouchAt: instant, days: z.int() }),
])

const contact: z.ZodType<NextContact> = z.object({
  id: z.string(),
  name: z.string(),
  organisation: z.string(),
  city: z.string(),
  language: z.enum(['fr', 'en', '']),
  relationship,
  phones: z.array(labelledPhone),
  emails: z.array(labelledEmail),
  nextStep: nextStep.nullable(),
  touches: z.int(),
  lastTouchAt: instant.nullable(),
})

/** The shape of the answer. */
export const nextAnswer: z.ZodType<NextAnswer> = z.object({
  at: instant,
  today: day,
  zone,
  language: languages,
  people: z.array(
    z.object({
      contact,
      place: z.enum([...groups, 'drawn']),
      kind: z.string(),
      channels: z.array(z.enum(channels)),
      reasons: z.array(reason),
      why: z.string(),
      score: z.object({
        z: z.number(),
        chance: z.number(),
        parts: z.array(z.object({ name: z.enum(['source', 'touch', 'hot', 'promise', 'spacing', 'event', 'due', 'condition']), z: z.number() })),
        value: z.number(),
      }),
    }),
  ),
})
