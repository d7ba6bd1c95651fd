import type { Contact } from '../contact/contact.ts'
import type { Change } from './operation.ts'

/** What gives back the standing that a change is about to replace; `null` when she has none. A step that an activity had set comes back as a chosen one. */
export const stepBack = ({ id, nextStep, letGo }: Pick<Contact, 'id' | 'nextStep' | 'letGo'>): Change | null => {
  if (nextStep) {
    const { due, time, kind, promised, note, origin } = nextStep
    return { type: 'step.set', contactId: id, step: { due, time, kind, promised, note, origin: origin === 'snoozed' ? 'snoozed' : 'chosen' } }
  }
  return letGo ? { type: 'step.let-go', contactId: id, reason: letGo.reason, note: letGo.note } : null
}
