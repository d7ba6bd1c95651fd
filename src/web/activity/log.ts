import { isConversation, type NotNowReason, type Outcome } from '#method/activity/activity.ts'
import { addDays, type Day, type Instant } from '#method/calendar/day.ts'
import { workingDayFrom, type WorkCalendar } from '#method/calendar/schedule.ts'
import type { Contact, ContactId, LetGoReason, NextStep } from '#method/contact/contact.ts'
import { defaultCadences, type Cadences } from '#method/follow-up/cadence.ts'
import { contextAfter } from '#method/follow-up/follow-up-context.ts'
import { proposeStep, type StepDefaults } from '#method/follow-up/propose-step.ts'
import type { Sequence } from '#method/follow-up/sequence.ts'
import type { ActivityEntry, After, Change, ChosenStep } from '#method/ledger/operation.ts'
import type { Cents } from '#method/sale/sale.ts'

/** A sale told in the same gesture as an activity. */
export type SoldWithIt = { readonly amount: Cents; readonly currency: string; readonly offerId: string | null }

/** What one gesture tells: an activity and, perhaps, a sale. */
export type Log = Omit<ActivityEntry, 'activityId' | 'contactIds'> & { readonly sale: SoldWithIt | null }

/** Someone of an activity: known, or new with only a name. */
export type Someone = { readonly id: ContactId; readonly newName: string | null }

/** What a gesture writes, in order, and what takes it back. */
export type Plan = { readonly changes: readonly Change[]; readonly undo: readonly Change[] }

/** The changes of one gesture: new people, the activity, the sale; and their undoing, last first. */
export const planLog = ({ sale, ...told }: Log, people: readonly Someone[], ids: { readonly activityId: string; readonly saleId: string }): Plan => {
  const contactIds = people.map(({ id }) => id)
  const added = people.filter(({ newName }) => newName !== null)
  const changes: Change[] = added.map(({ id, newName }) => ({ type: 'contact.add', contactId: id, fields: { name: newName ?? '' }, step: null }))
  const undo: Change[] = added.map(({ id }) => ({ type: 'contact.delete', contactId: id, deleted: true }))
  changes.push({ type: 'activity.record', ...told, activityId: ids.activityId, contactIds })
  undo.unshift({ type: 'activity.void', activityId: ids.activityId })
  if (sale) {
    changes.push({
      type: 'sale.record',
      saleId: ids.saleId,
      ...sale,
      contactId: contactIds[0] ?? null,
      activityId: ids.activityId,
      refunds: null,
      note: '',
      occurredAt: told.occurredAt,
      zone: told.zone,
    })
    undo.unshift({ type: 'sale.void', saleId: ids.saleId, voided: true })
  }
  return { changes, undo }
}

/** What becomes of someone: a dated step, or letting go. */
export type Expected = { readonly nextStep: Pick<NextStep, 'due' | 'time' | 'kind' | 'promised' | 'origin'> } | { readonly letGo: LetGoReason }

type Told = {
  readonly outcome: Outcome
  readonly kind: string
  readonly meeting: ActivityEntry['meeting']
  readonly after: After
  readonly direction: 'out' | 'in'
  readonly zone: string
  readonly day: Day
  readonly at: Instant
}
type Chosen = {
  readonly steps: StepDefaults
  readonly calendar: WorkCalendar
  readonly today: Day
  readonly cadences: Cadences | null
  /** The sequence she is on. */
  readonly sequence: Sequence | undefined
}
type Followed = Pick<Contact, 'nextStep' | 'letGo' | 'lastTouchAt' | 'lastReachedAt' | 'unansweredAt' | 'relationship' | 'sequence'>

/** What the outcome will come to for someone, shown before the tap that logs it. It says what the ledger will decide. */
export const expectedAfter = (contact: Followed | null, told: Told, { steps, calendar, today, cadences, sequence }: Chosen): Expected => {
  if (told.after.take === 'step') return { nextStep: told.after.step }
  if (told.after.take === 'let-go') return { letGo: told.after.reason }
  const kept = contact?.nextStep
  // What is told late of an earlier touch does not move someone contacted since.
  const isOlder = contact !== null && contact.lastTouchAt !== null && told.at < contact.lastTouchAt
  if (isOlder && contact.letGo) return { letGo: contact.letGo.reason }
  if (isOlder && kept) return { nextStep: kept }
  if (
    kept &&
    kept.due > told.day &&
    told.outcome !== 'no' &&
    told.outcome !== 'meeting-booked' &&
    (kept.origin === 'meeting' || (kept.promised && !isConversation(told)))
  )
    return { nextStep: kept }
  const context = contact ? contextAfter(contact, { ...told, occurredAt: told.at }, cadences ?? defaultCadences, sequence) : undefined
  const proposal = proposeStep(told.outcome, told.kind, told.day, steps, calendar, told.meeting ?? undefined, context)
  if ('letGo' in proposal || proposal.nextStep.due >= today || proposal.nextStep.origin === 'meeting') return proposal
  return { nextStep: { ...proposal.nextStep, due: workingDayFrom(today, calendar) } }
}

/** A step `days` from today on a working day, as someone chooses it. */
export const stepIn = (days: number, today: Day, calendar: WorkCalendar, kind: string | null, origin: ChosenStep['origin'] = 'chosen'): ChosenStep => ({
  due: workingDayFrom(addDays(today, days), calendar),
  time: null,
  kind,
  promised: false,
  note: '',
  origin,
})

/** Minutes between two instants, for a call that was timed; `null` under half a minute or beyond four hours, when the timer says nothing. */
export const minutesBetween = (from: Instant, to: Instant): number | null => {
  const minutes = (Date.parse(to) - Date.parse(from)) / 60_000
  return minutes < 0.5 || minutes > 240 ? null : Math.max(1, Math.round(minutes))
}

/** Why someone says "not now", in the order of the chips. */
export const notNowChoices: readonly NotNowReason[] = ['budget', 'timing', 'authority', 'has-another', 'other']
