import type { Instant } from '../calendar/day.ts'
import type { ContactId } from '../contact/contact.ts'

/** Where a message stands. `unsure`: the server stopped between sending and knowing; it is never sent a second time. */
export const messageStates = ['queued', 'sending', 'sent', 'failed', 'blocked', 'unsure', 'cancelled'] as const
/** One of the states. */
export type MessageState = (typeof messageStates)[number]

/** A personal message sent by Entrain in the person's name, at most once. */
export type OutboundMessage = {
  readonly id: string
  readonly memberId: string
  readonly contactId: ContactId
  readonly eventId: string | null
  /** The address it goes to. */
  readonly to: string
  readonly subject: string
  readonly body: string
  /** The lines of the law that it left with under its words, for the proof (law R20); empty until it leaves. */
  readonly closing: string
  /** What the law is asked for: see the purposes of consent. */
  readonly purpose: string
  readonly language: 'fr' | 'en'
  readonly state: MessageState
  /** Why it failed or was held back, as a code. */
  readonly detail: string
  readonly at: Instant
  readonly sentAt: Instant | null
}
