import type { Day, Instant } from '../calendar/day.ts'
import type { Contact, ContactId, NextStep } from '../contact/contact.ts'
import type { PastFacts } from './past-facts.ts'
import { endedByNo } from './past-parts.ts'

/** Since when someone is let go by the « no » that a file brought: a day before she was even here, which nobody does by hand. `null` otherwise. */
export const letGoByFile = ({ letGo, importId, createdAt, archivedAt }: Pick<Contact, 'letGo' | 'importId' | 'createdAt' | 'archivedAt'>): Instant | null =>
  letGo !== null && archivedAt === null && letGo.reason === 'said-no' && letGo.setBy === null && importId !== null && letGo.at < createdAt ? letGo.at : null

/** What a later file makes of those whom an earlier one let go: who is open again, and who said no again, when. */
export type BackAgain = { readonly open: readonly ContactId[]; readonly no: readonly (readonly [ContactId, Instant])[] }

/**
 * Those of whom a file tells more: whoever was spoken to after the « no », or bought, is open again, and a later « no » takes the place
 * of the first, as if both files had been one (claim 4). `letGo` holds since when a file let each person go.
 */
export const backAgain = (people: ReadonlyMap<ContactId, readonly PastFacts[]>, letGo: ReadonlyMap<ContactId, Instant>): BackAgain => {
  const open: ContactId[] = []
  const no: (readonly [ContactId, Instant])[] = []
  for (const [id, own] of people) {
    const since = letGo.get(id)
    if (since === undefined) continue
    const again = endedByNo(own)
    if (again === null) {
      const isLater = own.some(({ activity, sale }) => sale !== null || (activity !== null && activity.occurredAt > since))
      if (isLater) open.push(id)
    } else if (again > since) no.push([id, again])
  }
  return { open, no }
}

/** The step of someone who is open again. */
export const stepAgain = (due: Day): Omit<NextStep, 'origin' | 'setBy'> & { readonly origin: 'chosen' } => ({
  due,
  time: null,
  kind: null,
  promised: false,
  note: '',
  origin: 'chosen',
})
