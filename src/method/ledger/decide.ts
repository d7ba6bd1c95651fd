import { isBuiltIn } from '../activity/kind.ts'
import { dayOf, type Day } from '../calendar/day.ts'
import { keepUnchanged } from './changed-fields.ts'
import { correctActivity, recordActivity, voidActivity } from './decide-activity.ts'
import { eraseContact } from './decide-erasure.ts'
import { importHistory, undoHistory } from './decide-history.ts'
import {
  cancelMessage,
  closeEnquiry,
  keepPlan,
  linkEnquiry,
  putChallenge,
  putDayPage,
  putEvent,
  putOffer,
  putInvitation,
  queueMessage,
  recordConsent,
  recordEnquiry,
} from './decide-record.ts'
import { addContact, editContact, importContacts, mergeContacts, setAside, undoImport, unmergeContacts } from './decide-contact.ts'
import type { Author, Change, Decision, Operation, Rows, SaleEntry, World } from './operation.ts'
import { defaultSettings } from './settings.ts'
import { accept, canonicalIn, contactIn, dayOfOperation, mayTakeBack, putContact, refuse } from './world.ts'

type Of<T extends Change['type']> = Extract<Change, { type: T }>

const setStep = (world: World, { contactId, step }: Of<'step.set'>): Decision => {
  const contact = contactIn(world, contactId)
  return contact ? accept(putContact({ ...contact, nextStep: { ...step, setBy: null }, letGo: null })) : refuse('unknown-contact')
}

const letGo = (world: World, operation: Operation, { contactId, reason, note }: Of<'step.let-go'>): Decision => {
  const contact = contactIn(world, contactId)
  if (!contact) return refuse('unknown-contact')
  return accept(putContact({ ...contact, nextStep: null, letGo: { at: operation.at, reason, note, setBy: null } }))
}

/** Cents of a sale that no refund took back. */
const remainsOf = (world: World, { id, amount }: Rows['sale']): number =>
  world.refundsOf(id).reduce((sum, refund) => (refund.voidedAt === null ? sum + refund.amount : sum), amount as number)

const recordSale = (world: World, entry: SaleEntry, author: Author): Decision => {
  if (world.get('sale', entry.saleId)) return refuse('already-exists')
  if (entry.contactId !== null && !world.get('contact', entry.contactId)) return refuse('unknown-contact')
  if (entry.activityId !== null && !world.get('activity', entry.activityId)) return refuse('unknown-activity')
  if (entry.refunds !== null) {
    const original = world.get('sale', entry.refunds)
    if (!original || original.voidedAt !== null || original.currency !== entry.currency) return refuse('unknown-sale')
    if (entry.amount >= 0 || remainsOf(world, original) + entry.amount < 0) return refuse('refund-exceeds-sale')
  }
  const { saleId, amount, currency, offerId, activityId, refunds, note, occurredAt, zone } = entry
  const contactId = entry.contactId === null ? null : canonicalIn(world, entry.contactId)
  const day = dayOf(occurredAt, zone)
  const { memberId } = author
  const told = { voidedAt: null, importId: null, line: null, isDayOnly: entry.isDayOnly === true ? true : null }
  return accept({
    table: 'sale',
    row: { id: saleId, memberId, amount, currency, offerId, contactId, activityId, refunds, note, occurredAt, day, zone, ...told },
  })
}

const voidSale = (world: World, operation: Operation, { saleId, voided }: Of<'sale.void'>, author: Author): Decision => {
  const sale = world.get('sale', saleId)
  if (!sale) return refuse('unknown-sale')
  if (!mayTakeBack(sale, author)) return refuse('not-yours')
  // Money given back for a sale that never was would leave the harvest short.
  if (voided && remainsOf(world, sale) !== sale.amount) return refuse('sale-has-refunds')
  if (!voided && sale.voidedAt !== null && sale.refunds !== null) {
    const original = world.get('sale', sale.refunds)
    if (!original || original.voidedAt !== null) return refuse('unknown-sale')
    if (remainsOf(world, original) + sale.amount < 0) return refuse('refund-exceeds-sale')
  }
  return accept({ table: 'sale', row: { ...sale, voidedAt: voided ? operation.at : null } })
}

type Version = { readonly memberId: string; readonly effectiveFrom: Day }

/** Why a version cannot be written: it belongs to someone else, or it would change days gone by (claim 1). */
const refusedVersion = (known: Version | undefined, wanted: Pick<Version, 'effectiveFrom'>, operation: Operation, author: Author): Decision | null => {
  const today = dayOfOperation(operation)
  if (known && known.memberId !== author.memberId) return refuse('not-yours')
  return wanted.effectiveFrom < today || (known && known.effectiveFrom < today) ? refuse('goal-in-the-past') : null
}

/**
 * What an operation comes to: the one place where anything is decided, on the phone at the tap and on the server at the
 * sync (claims 1 to 4). Total and pure: it never throws for a change that `wire` has let through.
 */
export const decide = (world: World, operation: Operation, author: Author): Decision => {
  const change = keepUnchanged(world, operation.change)
  switch (change.type) {
    case 'contact.add':
      return addContact(world, operation, change, author)
    case 'contact.edit':
      return editContact(world, operation, change)
    case 'contact.archive':
      return setAside(world, operation, change.contactId, { archivedAt: change.archived ? operation.at : null }, author)
    case 'contact.delete':
      return setAside(world, operation, change.contactId, { deletedAt: change.deleted ? operation.at : null }, author)
    case 'contact.merge':
      return mergeContacts(world, operation, change, author)
    case 'contact.unmerge':
      return unmergeContacts(world, operation, change, author)
    case 'contact.import':
      return importContacts(world, operation, change, author)
    case 'import.undo':
      return undoImport(world, operation, change, author)
    case 'activity.record':
      return recordActivity(world, operation, change, author, null)
    case 'activity.correct':
      return correctActivity(world, operation, change.corrects, change, author)
    case 'activity.void':
      return voidActivity(world, operation, change.activityId, author)
    case 'step.set':
      return setStep(world, change)
    case 'step.let-go':
      return letGo(world, operation, change)
    case 'sale.record':
      return recordSale(world, change, author)
    case 'sale.void':
      return voidSale(world, operation, change, author)
    case 'offer.put':
      return putOffer(world, operation, change)
    case 'kind.put':
      return isBuiltIn(change.kind.id) ? refuse('built-in-kind') : accept({ table: 'kind', row: change.kind })
    case 'goal.set':
      return (
        refusedVersion(world.get('goal', change.goal.id), change.goal, operation, author) ??
        accept({ table: 'goal', row: { ...change.goal, memberId: author.memberId } })
      )
    case 'schedule.set':
      return (
        refusedVersion(world.get('schedule', change.schedule.id), change.schedule, operation, author) ??
        accept({ table: 'schedule', row: { ...change.schedule, memberId: author.memberId } })
      )
    case 'day-off.put': {
      const known = world.get('dayOff', change.dayOff.id)
      return known && known.memberId !== author.memberId
        ? refuse('not-yours')
        : accept({ table: 'dayOff', row: { ...change.dayOff, memberId: author.memberId } })
    }
    case 'settings.put': {
      const known = world.get('settings', author.memberId) ?? defaultSettings(author.memberId)
      return accept({ table: 'settings', row: { ...known, ...change.fields } })
    }
    case 'contact.erase':
      return eraseContact(world, operation, change)
    case 'history.import':
      return importHistory(world, operation, change, author)
    case 'history.undo':
      return undoHistory(world, operation, change, author)
    case 'consent.record':
      return recordConsent(world, operation, change, author)
    case 'enquiry.record':
      return recordEnquiry(world, operation, change, author)
    case 'enquiry.link':
      return linkEnquiry(world, operation, change)
    case 'enquiry.close':
      return closeEnquiry(world, operation, change)
    case 'event.put':
      return putEvent(world, operation, change, author)
    case 'invitation.put':
      return putInvitation(world, change, author)
    case 'template.put':
      return accept({ table: 'template', row: change.template })
    case 'sequence.put':
      return accept({ table: 'sequence', row: change.sequence })
    case 'message.queue':
      return queueMessage(world, operation, change, author)
    case 'message.cancel':
      return cancelMessage(world, change, author)
    case 'day.put':
      return putDayPage(world, change, author)
    case 'plan.keep':
      return keepPlan(world, change, author)
    case 'challenge.put':
      return putChallenge(world, change, author)
  }
}
