import { counts, type Activity } from '#method/activity/activity.ts'
import type { Bilan, BilanScope } from '#method/evidence/bilan.ts'
import { tellBilan, type BilanFacts } from '#method/evidence/tell-bilan.ts'
import type { LedgerView } from '../offline/ledger.ts'

/** What the device knows of the member's own log. */
export type DeviceLog = { readonly activities: readonly Activity[]; readonly facts: BilanFacts; readonly ledger: Pick<LedgerView, 'canonical' | 'contact'> }

/** The member's own facts, as the screen holds them now. */
export const deviceLog = (ledger: LedgerView, zone: string): DeviceLog => {
  const memberId = ledger.workspace?.memberId
  return {
    activities: [...ledger.all('activity').values()].filter((activity) => activity.memberId === memberId),
    facts: {
      goals: ledger.goals(),
      calendar: ledger.calendar(),
      zone,
      contacts: [...ledger.all('contact').values()],
      sales: [...ledger.all('sale').values()].filter((sale) => sale.memberId === memberId),
    },
    ledger,
  }
}

/**
 * The log of people whose every touch is on the device. Someone met before its window would seem to begin inside it,
 * and her journey would look shorter than it was.
 */
export const wholeJourneys = ({ activities, facts, ledger }: DeviceLog): Pick<DeviceLog, 'activities' | 'facts'> => {
  const known = new Map<string, number>()
  for (const activity of activities) {
    if (activity.direction !== 'out' || !counts(activity)) continue
    for (const id of new Set(activity.contactIds.map((contactId) => ledger.canonical(contactId)))) known.set(id, (known.get(id) ?? 0) + 1)
  }
  const isWhole = (id: string): boolean => (ledger.contact(id)?.touches ?? 0) <= (known.get(ledger.canonical(id)) ?? 0)
  return {
    activities: activities.map((activity) =>
      activity.contactIds.every(isWhole) ? activity : { ...activity, contactIds: activity.contactIds.filter(isWhole) },
    ),
    facts: { ...facts, sales: [...facts.sales].filter(({ contactId }) => contactId === null || isWhole(contactId)) },
  }
}

// Long enough to get on, short enough that a tap is answered in between.
const slice = 8
const breath = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0))

const tellInPieces = async (activities: readonly Activity[], facts: BilanFacts, scope: BilanScope, isWanted: () => boolean): Promise<Bilan | null> => {
  await breath()
  if (!isWanted()) return null
  const telling = tellBilan(facts, scope)
  let since = performance.now()
  for (const [place, activity] of activities.entries()) {
    telling.add(activity)
    if (place % 64 !== 0 || performance.now() - since < slice) continue
    await breath()
    if (!isWanted()) return null
    since = performance.now()
  }
  await breath()
  return isWanted() ? telling.end() : null
}

/**
 * The Bilan of what the device holds, told in pieces between which taps are answered; `null` once nobody wants it any more.
 * With journeys, their figures rest on the people whose journeys are whole here.
 */
export const bilanOnDevice = async (log: DeviceLog, scope: BilanScope, withJourneys: boolean, isWanted: () => boolean): Promise<Bilan | null> => {
  const plain = await tellInPieces(log.activities, log.facts, scope, isWanted)
  if (!withJourneys) return plain
  const whole = wholeJourneys(log)
  const journeys = plain && (await tellInPieces(whole.activities, whole.facts, scope, isWanted))
  if (!plain || !journeys) return null
  const { touchesToSale, halfOfSalesAt, daysToSale, soldWithoutTouch, conversion, participation } = journeys
  const phoneAgainstEmail = { ...journeys.phoneAgainstEmail, conversations: plain.phoneAgainstEmail.conversations }
  return { ...plain, touchesToSale, halfOfSalesAt, daysToSale, soldWithoutTouch, conversion, participation, phoneAgainstEmail }
}
