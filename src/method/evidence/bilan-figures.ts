import type { Activity, ActivityId } from '../activity/activity.ts'
import { addDays, type Day } from '../calendar/day.ts'
import type { ContactId } from '../contact/contact.ts'
import { weeksWonOf, wonOf, type DayTelling } from '../day/day-results.ts'
import type { Sale } from '../sale/sale.ts'
import type { ActivityCounts } from './activity-counts.ts'
import type { AnsweredHours } from './answered-hours.ts'
import type { BilanPeople } from './bilan-people.ts'
import type { Bilan, BilanScope } from './bilan.ts'
import { buyersByKind, buyersBySource, salesAtTouch } from './conversion.ts'
import { halfOfSalesAt } from './half-of-sales.ts'
import { harvestTold } from './harvest-told.ts'
import { allJourneys, isRefund, touchesBeforeSales, type Journey, type JourneyFacts } from './journeys.ts'
import { noesTold } from './noes.ts'
import { participation } from './participation.ts'
import type { Told } from './people-told.ts'
import { compare, differenceOf, type Comparison, type Counted } from './rate.ts'
import { stepsOnTime, type PersonSteps } from './steps-on-time.ts'
import { daysToSale, touchesToSale } from './time-to-sale.ts'

/** What was kept of the facts, filtered by what is asked. */
export type Gathered = BilanPeople & {
  readonly scope: BilanScope & { readonly asOf: Day }
  /** Refunds too; none after `asOf`. */
  readonly sales: readonly Sale[]
  /** Up to today: a follow-up of the last days of the window may be answered after it. */
  readonly told: ReadonlyMap<ContactId, Told[]>
  /** The activities of sales with nobody named. */
  readonly acts: ReadonlyMap<ActivityId, Activity>
  /** Whether a person is asked for. */
  readonly isAsked: (id: ContactId) => boolean
  /** `null` under a filter. */
  readonly days: DayTelling | null
  readonly activities: ActivityCounts
  readonly answeredHours: AnsweredHours
}

/** Whether a day is in the window of the scope. */
export const isInScope = (day: Day, { from, asOf }: Gathered['scope']): boolean => (from === null || from <= day) && day <= asOf

const daysFigures = ({ days, scope: { asOf, today } }: Gathered): Pick<Bilan, 'days' | 'weeks'> => {
  if (!days) return { days: null, weeks: null }
  const results = days.days()
  // A week that the window cuts short is not judged, unless it is the one being lived.
  const weeks = days.weeks().filter(({ monday }) => asOf === today || addDays(monday, 6) <= asOf)
  return { days: { ...wonOf(results, today), results }, weeks: weeksWonOf(weeks, today) }
}

const peopleFigures = ({ told, scope }: Gathered): Bilan['people'] => {
  let touched = 0
  let reached = 0
  for (const own of told.values()) {
    if (own.some(({ isTouch, day }) => isTouch && isInScope(day, scope))) touched += 1
    if (own.some(({ isConversation, day }) => isConversation && isInScope(day, scope))) reached += 1
  }
  return { touched, reached }
}

const stepsOf = function* ({ told, known, isAsked }: Gathered): Generator<PersonSteps> {
  for (const [person, own] of told) yield { told: own, nextStep: known.get(person)?.openStep ?? null }
  for (const [id, { openStep }] of known) if (openStep && !told.has(id) && isAsked(id)) yield { told: [], nextStep: openStep }
}

/** The facts of everyone's journeys as they were known at the end of the window. */
const knownThen = ({ told, sales, acts, canonical, scope: { asOf, today } }: Gathered): JourneyFacts => {
  const people = asOf === today ? told : new Map([...told].map(([person, own]) => [person, own.filter(({ day }) => day <= asOf)]))
  return { people, sales: sales.filter((sale) => !isRefund(sale)), acts, canonical }
}

/** The touches of the window, with the sale when its last touch is one of them. */
const touchesWithin = (journeys: readonly Journey[], from: Day | null): readonly Journey[] =>
  from === null ? journeys : journeys.map((journey) => ({ ...journey, touches: journey.touches.filter(({ day }) => day >= from) }))

const named = ({ rates }: Pick<Comparison, 'rates'>, name: string): Counted => rates.find((rate) => rate.name === name) ?? { name, count: 0, n: 0 }
/** With the limits that the two have among all the kinds they stand with, so that one pair reads the same everywhere. */
const phoneMinusEmail = (comparison: Comparison) => differenceOf(named(comparison, 'phone'), named(comparison, 'email'), comparison.level)
const answers = ({ byKind }: ActivityCounts): Comparison => compare(byKind.map(({ kind, conversations: { count, n } }) => ({ name: kind, count, n })))

/** The figures of what was gathered (claims 3, 4, 5 and 7; algorithms B5, B6). */
export const figuresOf = (gathered: Gathered): Bilan => {
  const { scope, known, sales, activities, answeredHours } = gathered
  const { from, asOf, today, kind } = scope
  const isLost = (id: ContactId | null): boolean => {
    const goneOn = id === null ? null : (known.get(id)?.goneOn ?? null)
    return goneOn !== null && goneOn <= asOf
  }
  const then = knownThen(gathered)
  const journeys = allJourneys(then)
  const first = journeys.filter(({ place, contactId }) => place === 1 && contactId !== null)
  const cohort = first.filter(({ touches: [touch] }) => touch !== undefined && isInScope(touch.day, scope))
  const inScope = sales.filter(({ day }) => isInScope(day, scope))
  const conversion = {
    buyersByKind: buyersByKind(cohort),
    buyersBySource: buyersBySource(cohort, (id) => known.get(id ?? '')?.source ?? ''),
    salesAtTouch: salesAtTouch(touchesWithin(journeys, from)),
  }
  const touches = touchesToSale(cohort, isLost)
  return {
    version: 1,
    scope,
    ...daysFigures(gathered),
    activities,
    people: peopleFigures(gathered),
    followUps: kind === null ? stepsOnTime(stepsOf(gathered), { from, asOf, today }) : null,
    harvest: harvestTold(inScope),
    touchesToSale: touches,
    halfOfSalesAt: halfOfSalesAt(touches),
    daysToSale: daysToSale(cohort, asOf, isLost),
    soldWithoutTouch: first.filter(({ touches, sales: [sale] }) => touches.length === 0 && sale !== undefined && isInScope(sale.day, scope)).length,
    conversion,
    participation: participation(touchesBeforeSales(then), journeys, { from, asOf, isLost }),
    phoneAgainstEmail: {
      conversations: phoneMinusEmail(answers(activities)),
      buyers: phoneMinusEmail(conversion.buyersByKind),
      salesAtTouch: phoneMinusEmail(conversion.salesAtTouch),
    },
    noes: kind === null ? noesTold(inScope, { noes: activities.noes, conversations: activities.conversations.count, touches: activities.touches }) : null,
    answeredHours,
  }
}
