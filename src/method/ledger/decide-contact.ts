import { workingDayFrom } from '../calendar/schedule.ts'
import { afterMove, blankFields, blankHistory, isErased, isPresent, type Contact, type ContactFields, type Standing } from '../contact/contact.ts'
import { completed, mergedHistory, mergedStanding } from '../contact/merge.ts'
import { firstStep } from '../follow-up/propose-step.ts'
import { blankBatch } from './decide-history.ts'
import { historyOf } from './history.ts'
import type { Author, Change, Decision, ImportBatch, Operation, Put, World } from './operation.ts'
import { accept, calendarOf, contactIn, dayOfOperation, mayTakeBack, neverForgotten, putContact, refuse } from './world.ts'

type Of<T extends Change['type']> = Extract<Change, { type: T }>

const newContact = (
  id: string,
  fields: Partial<ContactFields> & { readonly name: string },
  standing: Standing,
  operation: Operation,
  author: Author,
): Contact => ({
  ...blankFields,
  ...fields,
  ...standing,
  ...blankHistory,
  id,
  createdAt: operation.at,
  createdBy: author.memberId,
  importId: null,
  archivedAt: null,
  deletedAt: null,
  mergedInto: null,
})

/** The fields of a contact alone, without its standing and history. */
export const fieldsOf = (contact: Contact): ContactFields => ({
  name: contact.name,
  organisation: contact.organisation,
  role: contact.role,
  emails: contact.emails,
  phones: contact.phones,
  city: contact.city,
  address: contact.address,
  website: contact.website,
  birthday: contact.birthday,
  language: contact.language,
  relationship: contact.relationship,
  tags: contact.tags,
  notes: contact.notes,
  source: contact.source,
  notNow: contact.notNow,
  country: contact.country,
  zone: contact.zone,
  line: contact.line,
  interests: contact.interests,
  keepInTouch: contact.keepInTouch,
  sequence: contact.sequence,
})

/** Adds a person: a name is enough, and a first step is set at once. */
export const addContact = (world: World, operation: Operation, { contactId, fields, step }: Of<'contact.add'>, author: Author): Decision => {
  if (world.get('contact', contactId)) return refuse('already-exists')
  const nextStep = step ? { ...step, setBy: null } : firstStep(workingDayFrom(dayOfOperation(operation), calendarOf(world, author)))
  return accept(putContact(newContact(contactId, fields, { nextStep, letGo: null }, operation, author)))
}

/** Writes the named fields of a person, others untouched. */
export const editContact = (world: World, operation: Operation, { contactId, fields }: Of<'contact.edit'>): Decision => {
  const contact = contactIn(world, contactId)
  if (contact && isErased(contact)) return refuse('contact-is-gone')
  if (!contact) return refuse('unknown-contact')
  return accept(putContact({ ...contact, notNow: afterMove(contact, fields.city ?? contact.city, operation.at), ...fields }))
}

/** Archives or deletes a person, or takes that back; whoever comes back has a next step. */
export const setAside = (
  world: World,
  operation: Operation,
  contactId: string,
  mark: Pick<Contact, 'archivedAt'> | Pick<Contact, 'deletedAt'>,
  author: Author,
): Decision => {
  const contact = world.get('contact', contactId)
  if (!contact) return refuse('unknown-contact')
  if (isErased(contact)) return refuse('contact-is-gone')
  return accept(putContact(neverForgotten({ ...contact, ...mark }, dayOfOperation(operation), calendarOf(world, author))))
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
const withStanding = (contact: Contact): ContactFields & Standing => ({ ...fieldsOf(contact), nextStep: contact.nextStep, letGo: contact.letGo })

/** Merges two people who are one: fields completed, the earlier step kept, facts untouched, so nothing counts twice. */
export const mergeContacts = (world: World, operation: Operation, { mergeId, keep: keepId, gone: goneId }: Of<'contact.merge'>, author: Author): Decision => {
  const keep = world.get('contact', keepId)
  const gone = world.get('contact', goneId)
  if (!keep || !gone) return refuse('unknown-contact')
  if (world.get('merge', mergeId)) return refuse('already-exists')
  if (keepId === goneId) return refuse('merge-with-self')
  if (keep.mergedInto !== null || gone.mergedInto !== null) return refuse('already-merged')
  if (!isPresent(keep) || gone.deletedAt !== null) return refuse('contact-is-gone')
  const history = world.isComplete
    ? historyOf(new Map([...world.activitiesOf(keepId), ...world.activitiesOf(goneId)].map((activity) => [activity.id, activity])).values())
    : mergedHistory(keep, gone)
  const goneStanding = isPresent(gone) ? gone : { nextStep: null, letGo: null }
  const after = neverForgotten(
    { ...keep, ...completed(fieldsOf(keep), fieldsOf(gone)), ...mergedStanding(keep, goneStanding), ...history },
    dayOfOperation(operation),
    calendarOf(world, author),
  )
  return accept(putContact(after), putContact({ ...gone, mergedInto: keepId }), {
    table: 'merge',
    row: { id: mergeId, keep: keepId, gone: goneId, keepBefore: withStanding(keep), keepAfter: withStanding(after), undoneAt: null },
  })
}

// Only what still stands as the change left it goes back; what was edited since stays.
const restored = <T extends object>(current: T, after: T, before: Partial<T>): T => {
  const back = { ...current }
  for (const [field, value] of Object.entries(before)) if (same(current[field as keyof T], after[field as keyof T])) Object.assign(back, { [field]: value })
  return back
}

/** Takes a merge back: both people as they were, except what was edited since. */
export const unmergeContacts = (world: World, operation: Operation, { mergeId }: Of<'contact.unmerge'>, author: Author): Decision => {
  const merge = world.get('merge', mergeId)
  if (!merge) return refuse('unknown-merge')
  if (merge.undoneAt !== null) return accept()
  const keep = world.get('contact', merge.keep)
  const gone = world.get('contact', merge.gone)
  if (!keep || !gone || gone.mergedInto !== merge.keep) return refuse('unknown-merge')
  const own = (id: string) => world.activitiesOf(merge.keep).filter(({ contactIds }) => contactIds.includes(id))
  const isGones = (ids: readonly string[]) => ids.includes(merge.gone) && !ids.includes(merge.keep)
  const keepHistory = world.isComplete
    ? historyOf(world.activitiesOf(merge.keep).filter(({ contactIds }) => !isGones(contactIds)))
    : { touches: Math.max(0, keep.touches - gone.touches) }
  const goneHistory = world.isComplete ? historyOf(own(merge.gone)) : {}
  const today = dayOfOperation(operation)
  const calendar = calendarOf(world, author)
  return accept(
    putContact(neverForgotten({ ...keep, ...restored(withStanding(keep), merge.keepAfter, merge.keepBefore), ...keepHistory }, today, calendar)),
    putContact(neverForgotten({ ...gone, mergedInto: null, ...goneHistory }, today, calendar)),
    { table: 'merge', row: { ...merge, undoneAt: operation.at } },
  )
}

const differing = (one: ContactFields, other: ContactFields): Partial<ContactFields> =>
  Object.fromEntries(Object.entries(one).filter(([field, value]) => !same(value, other[field as keyof ContactFields])))

/** Takes in one part of an import: new people with a first step on their day (those a file brings back too), known people completed where they were blank. */
export const importContacts = (world: World, operation: Operation, { importId, file, rows }: Of<'contact.import'>, author: Author): Decision => {
  const before: ImportBatch = world.get('importBatch', importId) ?? blankBatch(importId, file, operation, author)
  const kept = new Map<string, Contact>()
  const filled: Record<string, ImportBatch['filled'][string]> = {}
  let added = 0
  for (const { contactId, isNew, fields, due } of rows) {
    const known = kept.get(contactId) ?? (isNew ? world.get('contact', contactId) : contactIn(world, contactId))
    // Whoever asked to be erased stays so, whatever file names her.
    if (known && isErased(known)) continue
    if (known && isNew && known.deletedAt !== null && known.mergedInto === null) {
      added += 1
      kept.set(contactId, {
        ...known,
        ...completed(fieldsOf(known), fields),
        nextStep: firstStep(due),
        letGo: null,
        deletedAt: null,
        archivedAt: null,
        importId,
      })
    } else if (known) {
      const after = completed(fieldsOf(known), fields)
      const changed = differing(fieldsOf(known), after)
      if (Object.keys(changed).length === 0) continue
      if (known.importId !== importId) {
        const earlier = filled[known.id] ?? before.filled[known.id]
        filled[known.id] = { before: { ...changed, ...earlier?.before }, after: { ...earlier?.after, ...differing(after, fieldsOf(known)) } }
      }
      kept.set(known.id, { ...known, ...after, notNow: known.notNow ? afterMove(known, after.city, operation.at) : after.notNow })
    } else if (isNew) {
      added += 1
      const contact = newContact(contactId, { ...fields, name: fields.name ?? '' }, { nextStep: firstStep(due), letGo: null }, operation, author)
      kept.set(contactId, { ...contact, importId })
    }
  }
  const batch = { ...before, added: before.added + added, completed: before.completed + Object.keys(filled).length, filled: { ...before.filled, ...filled } }
  return accept({ table: 'importBatch', row: batch }, ...[...kept.values()].map(putContact))
}

/** Takes a whole import back: its people leave unless someone has worked with them since, or another import says something of them; fields it filled are blank again. */
export const undoImport = (world: World, operation: Operation, { importId }: Of<'import.undo'>, author: Author): Decision => {
  const batch = world.get('importBatch', importId)
  if (!batch) return refuse('unknown-import')
  if (!mayTakeBack(batch, author)) return refuse('not-yours')
  if (batch.undoneAt !== null) return accept()
  const stays = world.peopleWithFacts()
  const leaving = world
    .importedBy(importId)
    .filter(({ id, touches, deletedAt, mergedInto }) => touches === 0 && deletedAt === null && mergedInto === null && !stays.has(id))
  const puts: Put[] = leaving.map((contact) => putContact({ ...contact, deletedAt: operation.at }))
  for (const [id, { before, after }] of Object.entries(batch.filled)) {
    const contact = contactIn(world, id)
    if (contact) puts.push(putContact(restored<Contact>(contact, { ...contact, ...after }, before)))
  }
  return accept({ table: 'importBatch', row: { ...batch, undoneAt: operation.at } }, ...puts)
}
