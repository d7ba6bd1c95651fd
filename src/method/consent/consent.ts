import type { Instant } from '../calendar/day.ts'
import type { ContactId } from '../contact/contact.ts'

export const channels = ['email', 'sms', 'message', 'phone'] as const
export type Channel = (typeof channels)[number]
export type ConsentFact = { readonly type: string } & Readonly<Record<string, unknown>>
export type ConsentEvent = {
  readonly id: string
  readonly contactId: ContactId
  readonly memberId: string
  readonly fact: ConsentFact
  readonly occurredAt: Instant
  readonly recordedAt: Instant
}
export type SenderProfile = Readonly<Record<string, unknown>>
