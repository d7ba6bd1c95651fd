import { addDays, type Day } from '../calendar/day.ts'
import type { Contact, ContactId } from '../contact/contact.ts'
import type { Sale } from '../sale/sale.ts'
import type { Signal } from './signal.ts'

type Bought = Pick<Sale, 'id' | 'contactId' | 'day' | 'amount' | 'refunds' | 'voidedAt'>
type People = { readonly contact: (id: ContactId) => Pick<Contact, 'id' | 'nextStep'> | undefined }

/**
 * Whose sale is being delivered: she bought in the last `days` days, nothing of it was undone or given back whole, and her next step
 * is still to come. She is left in peace until then, unless she gave a sign since (algorithms B4, hard filters). No delivery is
 * stored: the days within which a yes is thanked stand for it.
 */
export const inPeaceOf = (
  sales: Iterable<Bought>,
  { contact }: People,
  signals: ReadonlyMap<ContactId, Signal>,
  today: Day,
  days: number,
): ReadonlySet<ContactId> => {
  const since = addDays(today, -days)
  const kept = [...sales].filter(({ voidedAt }) => voidedAt === null)
  const givenBack = new Map<string, number>()
  for (const { refunds, amount } of kept) if (refunds !== null) givenBack.set(refunds, (givenBack.get(refunds) ?? 0) + amount)
  const inPeace = new Set<ContactId>()
  for (const { id, contactId, day, amount, refunds } of kept) {
    if (contactId === null || refunds !== null || day < since || day > today || amount + (givenBack.get(id) ?? 0) <= 0) continue
    const who = contact(contactId)
    if (who?.nextStep && who.nextStep.due > today && !signals.has(who.id)) inPeace.add(who.id)
  }
  return inPeace
}
