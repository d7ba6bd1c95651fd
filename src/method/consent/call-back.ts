import { addDays, dayOf, instantAt } from '../calendar/day.ts'
import type { ContactMoment } from './moment.ts'
import type { CallBack } from './said-facts.ts'
import type { ConsentStanding } from './standing.ts'
import type { Stop } from './stops.ts'

/** Days during which a call that was asked for may still be made; beyond, it is a call like another. */
export const callBackDays = 7

const MINUTE = 60_000
// She said a time: a little before, and an hour after, is still the call she asked for.
const early = 15 * MINUTE
const late = 60 * MINUTE

/** The call that she asked for and that is still to make: from its day on, and for that call only (law T7). It answers an older stop. */
export const openCallBack = ({ callBacks }: ConsentStanding, { at, day }: ContactMoment, stop: Stop | undefined): CallBack | undefined =>
  callBacks.findLast(
    (asked) =>
      asked.at <= at && (asked.made === null || asked.made > at) && (!stop || asked.at > stop.at) && asked.on <= day && day <= addDays(asked.on, callBackDays),
  )

/** Whether this is the time she said, which lifts the hours of the telephone. */
export const isAtItsTime = ({ on, time }: CallBack, { zones }: ConsentStanding, { at, sender }: ContactMoment): boolean => {
  if (time === null) return false
  // Where she is not known to be, the time she said is understood by the clock of the one who wrote it down.
  const zone = zones.length === 1 ? (zones[0] as string) : sender.zone
  const away = Date.parse(at) - Date.parse(instantAt(on, time, zone))
  return dayOf(at, zone) >= on && away >= -early && away < late
}
