import { addDays, type Day } from '../calendar/day.ts'
import type { WorkCalendar } from '../calendar/schedule.ts'
import type { ContactId, NextStep } from '../contact/contact.ts'
import { spreadFirstSteps } from '../follow-up/spread-first-steps.ts'
import type { Event } from './event.ts'

/** The step that follows a meeting at an event: a call, one of the next days. */
export type StepAfterEvent = { readonly contactId: ContactId; readonly step: NextStep }

/**
 * Follow-ups with the people met at an event, in the order given (the ones to call first come first), laid out over the working
 * days after it: each takes what is left of the pace beside the steps already due (claim 4, claim 6).
 */
export const followUpsAfter = (
  event: Pick<Event, 'day' | 'until' | 'title'>,
  met: readonly ContactId[],
  today: Day,
  perDay: number,
  calendar: WorkCalendar,
  due: ReadonlyMap<Day, number> = new Map(),
): readonly StepAfterEvent[] => {
  const last = event.until ?? event.day
  const from = addDays(last > today ? last : today, 1)
  const days = spreadFirstSteps(met.length, from, perDay, calendar, due)
  return met.map((contactId, place) => ({
    contactId,
    step: { due: days[place] ?? from, time: null, kind: 'phone', promised: false, note: event.title, origin: 'proposed', setBy: null },
  }))
}
