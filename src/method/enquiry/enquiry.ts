import type { Instant } from '../calendar/day.ts'
import type { Contact, ContactId } from '../contact/contact.ts'

/** By which way an enquiry came. */
export const enquiryWays = ['form', 'email', 'message', 'phone', 'other'] as const
/** One of the ways. */
export type EnquiryWay = (typeof enquiryWays)[number]

/** Someone asked: it goes to the top, with a clock and « call first » (claim 5). */
export type Enquiry = {
  readonly id: string
  readonly memberId: string
  /** The person it comes from, once it is known whose it is. */
  readonly contactId: ContactId | null
  readonly via: EnquiryWay
  readonly receivedAt: Instant
  readonly name: string
  readonly email: string
  readonly phone: string
  readonly city: string
  readonly subject: string
  /** What she wrote, as she wrote it. */
  readonly words: string
  readonly language: 'fr' | 'en' | ''
  /** The version of the words she ticked to be written to, on the form; empty when she did not. */
  readonly mayWrite: string
  /** Set aside by hand. Answering by any outgoing contact needs no mark. */
  readonly closedAt: Instant | null
}

/** Whether an enquiry still waits: not set aside, and nobody contacted its person since it came. */
export const isWaiting = ({ closedAt, receivedAt }: Enquiry, contact: Pick<Contact, 'lastTouchAt'> | undefined): boolean =>
  closedAt === null && !(contact?.lastTouchAt && contact.lastTouchAt > receivedAt)
