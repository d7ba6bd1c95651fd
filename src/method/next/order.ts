import type { Contact } from '../contact/contact.ts'
import { groups, type Standing } from './weigh.ts'

/** Ties: the older last contact, whoever has none first, then the id (algorithms B4). */
export const tie = (a: Contact, b: Contact): number => {
  if (a.lastTouchAt !== b.lastTouchAt) return a.lastTouchAt === null ? -1 : b.lastTouchAt === null ? 1 : a.lastTouchAt < b.lastTouchAt ? -1 : 1
  return a.id < b.id ? -1 : 1
}

/** Someone whom no score places. */
export type Placed = { readonly contact: Contact; readonly standing: Standing }
/** She with her score. */
export type Told = Placed & { readonly z: number }

const dueKey = ({ nextStep }: Contact): string => `${nextStep?.due ?? ''}${nextStep?.time ?? '99:99'}`
/**
 * The order before the score: enquiries and fresh signs newest first, promises oldest first (algorithms B4). The score decides between
 * those chosen the evening before and between two promises of the same day, so that every fact that is told counts.
 */
export const byGroup = (a: Told, b: Told): number => {
  const group = groups.indexOf(a.standing.group)
  const between = group - groups.indexOf(b.standing.group)
  if (between !== 0) return between
  if (a.standing.group === 'chosen') return b.z - a.z || tie(a.contact, b.contact)
  const [first, second] = a.standing.group === 'promise' ? [dueKey(a.contact), dueKey(b.contact)] : [b.standing.signal?.at ?? '', a.standing.signal?.at ?? '']
  return first === second ? b.z - a.z || tie(a.contact, b.contact) : first < second ? -1 : 1
}
