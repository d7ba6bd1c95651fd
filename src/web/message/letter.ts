import type { Day } from '#method/calendar/day.ts'
import type { Contact } from '#method/contact/contact.ts'
import type { Event } from '#method/event/event.ts'
import { draftMessage, type Drafting } from '#method/message/draft-message.ts'
import type { Template } from '#method/message/template.ts'
import type { Offer } from '#method/sale/sale.ts'
import { messageDetails } from '#language/message-details.ts'
import { nameOf, type Writer } from './closing.ts'

/** What a letter to one person is about. */
export type Occasion = { readonly contact: Contact; readonly event: Event | null; readonly offer: Offer | null; readonly today: Day }

/** The words of a template for one person, before the signature: what is edited. */
export const wordsFor = (template: Template, { contact, event, offer, today }: Occasion, writer: Writer): Drafting => {
  const details = messageDetails({ contact, event, offer, myName: nameOf(writer) }, template.language, today)
  return draftMessage({ template, details, signature: '', footer: [] })
}
