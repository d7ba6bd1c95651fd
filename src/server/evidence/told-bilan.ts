import { counts, type Activity } from '#method/activity/activity.ts'
import { addDays, asInstant, dayOf, daysFrom, type Day } from '#method/calendar/day.ts'
import { isWorkingDay, type WorkCalendar } from '#method/calendar/schedule.ts'
import { reserveOfWeek, streakOf } from '#method/challenge/streak.ts'
import type { Bilan, BilanScope } from '#method/evidence/bilan.ts'
import { checkInLinks, type CheckIn, type CheckInLink } from '#method/evidence/check-ins.ts'
import { tellBilan, type BilanFacts } from '#method/evidence/tell-bilan.ts'
import { tellPast, type OwnPast, type TouchedContact } from '#method/plan/past-touches.ts'
import { comparedSince, latestPlan, planSpan } from '#method/plan/plan-since.ts'
import type { KeptPlan } from '#method/plan/kept-plan.ts'
import type { Evidence, PlanTold, StreakTold } from '#wire/evidence/evidence.ts'
import type { Tx } from '#server/db/database.ts'
import type { Actor } from '#server/identity/actor.ts'
import { activitiesThatCount, factsOfMember, pagesAndPlansOf, touchedContacts } from './store.ts'

/** What is asked of a log; the day it is asked on is that of the member's own zone. */
export type Asked = Omit<BilanScope, 'today'>

type OwnFacts = Awaited<ReturnType<typeof factsOfMember>>
type Days = { readonly from: Day | null; readonly to: Day }
const isWithin = (day: Day, { from, to }: Days): boolean => (from === null || from <= day) && day <= to

/** The past of some days, told beside the rest; sales of other days are left out as their touches are. */
const tellPastOf = (people: ReadonlyMap<string, TouchedContact>, { sales }: BilanFacts, currency: string, days: Days) => {
  const telling = tellPast({ contact: (id) => people.get(id), sales: [...sales].filter(({ day }) => isWithin(day, days)), currency })
  const add = (activity: Activity): void => {
    if (isWithin(activity.day, days)) telling.add(activity)
  }
  return { add, end: telling.end }
}

/** The last plan beside what happened in its days. */
const tellPlan = (plans: readonly KeptPlan[], { facts, settings }: OwnFacts, people: ReadonlyMap<string, TouchedContact>, asOf: Day, today: Day) => {
  const plan = latestPlan(plans, asOf)
  const span = plan && planSpan(plan, asOf < today ? asOf : addDays(today, -1))
  if (!span) return null
  const { from, through } = span
  const past = tellPastOf(people, facts, settings.currency, { from, to: through })
  const end = (): PlanTold => ({ wish: span.plan.wish, from, through, ...comparedSince(span, past.end(), facts.calendar) })
  return { add: past.add, end }
}

/** How she felt beside what she did, on working days that are over (algorithms B8). */
const tellCheckIns = (pages: readonly CheckIn[], calendar: WorkCalendar, { from, asOf, today }: Bilan['scope']) => {
  const asked = pages.filter(({ day, energy, confidence }) => isWithin(day, { from, to: asOf }) && (energy !== null || confidence !== null))
  const first = asked.reduce<Day>((least, { day }) => (day < least ? day : least), asOf)
  const days = daysFrom(addDays(first, -1), asOf < today ? asOf : addDays(today, -1)).filter((day) => isWorkingDay(day, calendar))
  const done = new Map(days.map((day) => [day, 0]))
  const add = (activity: Activity): void => {
    const before = counts(activity) && activity.direction === 'out' ? done.get(activity.day) : undefined
    if (before !== undefined) done.set(activity.day, before + 1)
  }
  return { add, end: (): readonly CheckInLink[] => checkInLinks(asked, done) }
}

const streakTold = ({ days, scope: { asOf, today } }: Bilan, calendar: WorkCalendar): StreakTold | null => {
  if (!days) return null
  const { streak, best, lastDays } = streakOf(days.results, { today: asOf === today ? today : null, reserveOf: reserveOfWeek(calendar) })
  return { streak, best, lastDays }
}

/** Everything that a member's log tells, activity by activity from the whole of it. `isOwn`: the person asks for herself. */
export const toldBilan = async (tx: Tx, actor: Actor, asked: Asked, now: number, isOwn = true): Promise<Evidence> => {
  const own = await factsOfMember(tx, actor)
  const { facts, settings } = own
  const today: Day = dayOf(asInstant(now), settings.zone)
  const bilan = tellBilan(facts, { ...asked, today })
  const isWhole = asked.kind === null && asked.source === null
  const { pages, plans } = await pagesAndPlansOf(tx, actor)
  const asOf = asked.to === null || asked.to > today ? today : asked.to
  const plan = isWhole ? tellPlan(plans, own, await touchedContacts(tx, actor.workspaceId), asOf, today) : null
  const checkIns = isWhole && isOwn ? tellCheckIns(pages, facts.calendar, { ...asked, today, asOf }) : null
  for await (const activities of activitiesThatCount(tx, actor)) {
    for (const activity of activities) {
      bilan.add(activity)
      plan?.add(activity)
      checkIns?.add(activity)
    }
  }
  const told = bilan.end()
  return { ...told, streak: streakTold(told, facts.calendar), plan: plan?.end() ?? null, checkIns: checkIns?.end() ?? null }
}

/** What a member's log says of her touches and sales, all of it or of some days. */
export const toldPast = async (tx: Tx, actor: Actor, { from, to }: { readonly from: Day | null; readonly to: Day | null }): Promise<OwnPast> => {
  const { facts, settings } = await factsOfMember(tx, actor)
  const past = tellPastOf(await touchedContacts(tx, actor.workspaceId), facts, settings.currency, { from, to: to ?? ('9999-12-31' as Day) })
  for await (const activities of activitiesThatCount(tx, actor)) for (const activity of activities) past.add(activity)
  return past.end()
}
