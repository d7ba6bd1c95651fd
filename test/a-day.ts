import type { Activity, Outcome } from '#method/activity/activity.ts'
import { asDay, dayOf, type Instant } from '#method/calendar/day.ts'
import { blankFields, blankHistory, type Contact } from '#method/contact/contact.ts'
import { firstStep } from '#method/follow-up/propose-step.ts'
import type { GoalVersion } from '#method/goal/goal.ts'

export const zone = 'America/Toronto'
export const today = asDay('2026-11-23')
/** An instant of the article's Monday, by its clock in Montreal. */
export const clock = (time: string): Instant => new Date(Date.parse(`2026-11-23T${time}:00.000-05:00`)).toISOString() as Instant

export const aContact = (over: Partial<Contact> = {}): Contact => ({
  ...blankFields,
  ...blankHistory,
  id: 'nathalie',
  name: 'Nathalie Gagnon',
  nextStep: firstStep(today),
  letGo: null,
  createdAt: '2026-11-01T15:00:00.000Z' as Instant,
  createdBy: 'nadia',
  importId: null,
  archivedAt: null,
  deletedAt: null,
  mergedInto: null,
  ...over,
})

export const anActivity = (over: Partial<Activity> = {}): Activity => {
  const occurredAt = over.occurredAt ?? clock('09:00')
  return {
    id: 'a1',
    memberId: 'nadia',
    kind: 'phone',
    direction: 'out',
    outcome: 'reached' as Outcome,
    contactIds: ['nathalie'],
    minutes: 4,
    title: '',
    note: '',
    notNow: null,
    day: dayOf(occurredAt, zone),
    zone,
    standingBefore: {},
    corrects: null,
    voidedAt: null,
    importId: null,
    ...over,
    occurredAt,
  }
}

export const aGoal = (over: Partial<GoalVersion> = {}): GoalVersion => ({
  id: 'g1',
  goalId: 'main',
  memberId: 'nadia',
  effectiveFrom: asDay('2026-01-01'),
  target: 20,
  per: 'day',
  measure: { type: 'all' },
  counting: 'people',
  ...over,
})

/** The article's day until two in the afternoon: ten past clients and three new contacts by phone, four personal e-mails. */
export const seventeen = (): readonly Activity[] =>
  Array.from({ length: 17 }, (_, place) =>
    anActivity({
      id: `a${place}`,
      kind: place < 13 ? 'phone' : 'email',
      outcome: place < 13 ? 'reached' : 'sent',
      contactIds: [`person ${place}`],
      occurredAt: clock(`${String(9 + Math.floor((place * 18) / 60)).padStart(2, '0')}:${String((place * 18) % 60).padStart(2, '0')}`),
    }),
  )
