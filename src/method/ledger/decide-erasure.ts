import { blankFields, type Contact } from '../contact/contact.ts'
import type { Change, Decision, Operation, Put, World } from './operation.ts'
import { accept, contactIn, putActivity, putContact, refuse } from './world.ts'

const erased = (contact: Contact, { at }: Operation): Contact => ({
  ...contact,
  ...blankFields,
  name: '',
  lastWords: '',
  lastWordsAt: null,
  nextStep: null,
  letGo: null,
  deletedAt: contact.deletedAt ?? at,
})

/**
 * Erases someone at her request, and those merged into her: what names or tells of her goes, the counts of the work done
 * stay (law A4). Her consents stay too: they prove what was allowed, and silence outlives erasure (law R16).
 */
export const eraseContact = (world: World, operation: Operation, { contactId }: Extract<Change, { type: 'contact.erase' }>): Decision => {
  const contact = contactIn(world, contactId)
  if (!contact) return refuse('unknown-contact')
  // A fact shared with others keeps its words: they are not hers alone.
  const facts = world.activitiesOf(contact.id).filter(({ contactIds, note, title }) => contactIds.length === 1 && (note !== '' || title !== ''))
  const puts: Put[] = facts.map((activity) => putActivity({ ...activity, note: '', title: '' }))
  return accept(...[contact, ...world.mergedInto(contact.id)].map((one) => putContact(erased(one, operation))), ...puts)
}
