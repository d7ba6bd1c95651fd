import type { ContactId } from '../contact/contact.ts'
import type { PastActivityFact, PastFacts, PastSaleFact } from './past-facts.ts'

/** What one operation of the ledger may take in. */
export type PastPart = { readonly activities: readonly PastActivityFact[]; readonly sales: readonly PastSaleFact[] }

type Moment = { readonly occurredAt: string; readonly line?: number | null | undefined }
const byMoment = (a: Moment, b: Moment): number => (a.occurredAt < b.occurredAt ? -1 : a.occurredAt > b.occurredAt ? 1 : (a.line ?? 0) - (b.line ?? 0))
const momentOf = ({ activity, sale }: PastFacts): Moment => activity ?? sale ?? { occurredAt: '' }
const isRefund = ({ sale }: PastFacts): boolean => (sale?.refunds ?? null) !== null
const present = <T>(fact: T | null): readonly T[] => (fact === null ? [] : [fact])
const personOf = ({ activity, sale }: PastFacts): ContactId => activity?.contactIds[0] ?? sale?.contactId ?? ''

/** The facts of each person together; those of nobody under ''. */
export const byPerson = (facts: readonly PastFacts[]): ReadonlyMap<ContactId, readonly PastFacts[]> => {
  const people = new Map<ContactId, PastFacts[]>()
  for (const one of facts) {
    const own = people.get(personOf(one))
    if (own) own.push(one)
    else people.set(personOf(one), [one])
  }
  return people
}

/**
 * Facts as parts that one operation each may hold, at most `most` activities and as many sales. Each person's are together and
 * oldest first, so that her history is told once and not at every part; what one row tells stays in one part, and a refund comes
 * after every sale that it may name.
 */
export const pastParts = (people: Iterable<readonly PastFacts[]>, most: number): readonly PastPart[] => {
  const activities: PastActivityFact[] = []
  const sales: PastSaleFact[] = []
  const parts: PastPart[] = []
  const close = (): void => void parts.push({ activities: activities.splice(0), sales: sales.splice(0) })
  for (const own of people) {
    const sorted = [...own].sort((a, b) => Number(isRefund(a)) - Number(isRefund(b)) || byMoment(momentOf(a), momentOf(b)))
    for (const { activity, sale } of sorted) {
      activities.push(...present(activity))
      sales.push(...present(sale))
      if (activities.length === most || sales.length === most) close()
    }
  }
  if (activities.length > 0 || sales.length > 0) close()
  return parts
}

/** When someone said no, and nothing came after it: as the outcome « no » would have let her go that day (claim 4). */
export const endedByNo = (facts: readonly PastFacts[]): PastActivityFact['occurredAt'] | null => {
  const activities = facts.flatMap(({ activity }) => present(activity)).sort(byMoment)
  const last = activities.at(-1)
  const hasBought = facts.some(({ sale }) => sale !== null)
  return last?.outcome === 'no' && !hasBought ? last.occurredAt : null
}
