import type { Activity } from '#method/activity/activity.ts'
import { addDays, asDay, asInstant, type Day } from '#method/calendar/day.ts'
import { firstStep } from '#method/follow-up/propose-step.ts'
import { asCents, type Sale } from '#method/sale/sale.ts'
import type { NextStep } from '#method/contact/contact.ts'
import { anActivity, zone } from './a-day.ts'

/** The first day of the logs that tests write. */
export const begun = asDay('2026-01-05')
/** The day `count` days after the first. */
export const dayNumber = (count: number): Day => addDays(begun, count)
const instant = (count: number, hour: number) => asInstant(Date.parse(`${dayNumber(count)}T00:00:00.000-05:00`) + hour * 3_600_000)

/** Something done with `person`, on a day counted from the first, at ten unless told otherwise. */
export const aTouch = (person: string, day: number, over: Partial<Activity> & { readonly hour?: number } = {}): Activity => {
  const { hour = 10, ...rest } = over
  const occurredAt = instant(day, hour)
  return anActivity({
    id: `${person}-${String(day).padStart(4, '0')}-${String(hour).padStart(5, '0')}-${rest.kind ?? 'phone'}`,
    outcome: 'no-answer',
    contactIds: [person],
    minutes: null,
    ...rest,
    occurredAt,
    day: dayNumber(day),
  })
}

/** A sale to `person`, in dollars, at noon unless told otherwise. */
export const aSale = (person: string | null, day: number, dollars: number, over: Partial<Sale> & { readonly hour?: number } = {}): Sale => {
  const { hour = 12, ...rest } = over
  return {
    id: `s-${person}-${day}-${hour}`,
    memberId: 'nadia',
    amount: asCents(dollars * 100),
    currency: 'CAD',
    offerId: null,
    contactId: person,
    activityId: null,
    refunds: null,
    note: '',
    occurredAt: instant(day, hour),
    day: dayNumber(day),
    zone,
    voidedAt: null,
    importId: null,
    ...rest,
  }
}

/** A follow-up proposed for a day counted from the first. */
export const aStep = (due: number, over: Partial<NextStep> = {}): NextStep => ({ ...firstStep(dayNumber(due)), origin: 'proposed', ...over })
