import type { Contact } from '#method/contact/contact.ts'
import { sequencePlace } from '#method/follow-up/sequence.ts'
import type { Template } from '#method/message/template.ts'
import type { LedgerView } from '../offline/view.ts'

/**
 * The template that the step of her sequence names for the message to write now; `null` when she is on none, when it stopped or is
 * finished, or when its step names none or one that was archived. A way of writing starts from it.
 */
export const stepTemplate = (
  ledger: Pick<LedgerView, 'get'>,
  contact: Pick<Contact, 'sequence' | 'lastReachedAt' | 'unansweredAt'>,
  zone: string,
): Template | null => {
  const sequence = contact.sequence && ledger.get('sequence', contact.sequence.id)
  if (!contact.sequence || !sequence) return null
  const place = sequencePlace(sequence, contact.sequence.startedAt, contact, zone)
  if (place.state !== 'under-way' || place.templateId === null) return null
  const template = ledger.get('template', place.templateId)
  return template && !template.archived ? template : null
}
