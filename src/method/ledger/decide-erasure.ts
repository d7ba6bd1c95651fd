import { blankFields, blankHistory, type Contact } from '../contact/contact.ts'
import type { Change, Decision, Operation, Put, World } from './operation.ts'
import { accept, contactIn, putActivity, putContact, refuse } from './world.ts'

/** Erases someone at her request: what names or tells of her goes, the counts of the work done stay (law A4). */
export const eraseContact = (world: World, operation: Operation, { contactId }: Extract<Change, { type: 'contact.erase' }>): Decision => {
  const contact = contactIn(world, contactId)
  if (!contact) return refuse('unknown-contact')
  const erased: Contact = {
    ...contact,
    ...blankFields,
    ...blankHistory,
    touches: contact.touches,
    name: '',
    nextStep: null,
    letGo: null,
    deletedAt: contact.deletedAt ?? operation.at,
  }
  // A fact shared with others keeps its words: they are not hers alone.
  const facts = world.activitiesOf(contact.id).filter(({ contactIds, note, title }) => contactIds.length === 1 && (note !== '' || title !== ''))
  const puts: Put[] = facts.map((activity) => putActivity({ ...activity, note: '', title: '' }))
  return accept(putContact(erased), ...puts)
}
