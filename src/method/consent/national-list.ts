import { daysBetween } from '../calendar/day.ts'
import type { ContactMoment } from './moment.ts'
import type { ListCheck } from './said-facts.ts'
import type { ConsentStanding } from './standing.ts'
import type { Missing, Why } from './verdict.ts'

/** Days during which a reading of the national list holds (CRTC, law T3). */
export const listDays = 31
/** The last reading of the list by its version; of two of one version, the one that says she is on it. */
export const lastCheck = ({ checks }: ConsentStanding, { at }: ContactMoment): ListCheck | undefined => {
  let last: ListCheck | undefined
  for (const check of checks) {
    if (check.at > at) continue
    if (!last || check.listDay > last.listDay || (check.listDay === last.listDay && (check.isListed || !last.isListed))) last = check
  }
  return last
}

/** Why the list does not allow a call, and what would. */
export type ListFault = { readonly why: Why; readonly missing: readonly Missing[] }

/** What keeps a private person without any relation from being called; `undefined` when the list and the registration allow it (law A3, T3). */
export const listFault = (standing: ConsentStanding, { day, sender }: ContactMoment, check: ListCheck | undefined): ListFault | undefined => {
  const wanted: readonly Missing[] = ['national-list-check']
  if (!check) return { why: { code: 'list-unchecked' }, missing: wanted }
  if (check.isListed) return { why: { code: 'listed', on: check.listDay }, missing: ['consent'] }
  if (daysBetween(check.listDay, day) > listDays) return { why: { code: 'list-outdated', on: check.listDay }, missing: wanted }
  const { number, areaCodes } = sender.callRegistration
  if (number.trim() === '') return { why: { code: 'not-registered' }, missing: ['call-registration'] }
  return standing.areaCodes.some((code) => areaCodes.includes(code)) ? undefined : { why: { code: 'not-registered' }, missing: ['area-code'] }
}
