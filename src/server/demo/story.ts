import type { Outcome } from '#method/activity/activity.ts'
import { addDays, dayOf, weekdayOf, type Day, type Instant } from '#method/calendar/day.ts'
import { defaultSchedule, isWorkingDay, workingDayFrom } from '#method/calendar/schedule.ts'
import type { Contact, Relationship } from '#method/contact/contact.ts'
import { stepDefaults, type StepDefaults } from '#method/follow-up/propose-step.ts'
import { starterGoal } from '#method/goal/goal.ts'
import type { Operation } from '#method/ledger/operation.ts'
import { rank } from '#method/next/rank.ts'
import { situationAt } from '#method/next/situation.ts'
import { asCents } from '#method/sale/sale.ts'
import { createChance, type Chance } from './chance.ts'
import { createDesk, type Desk } from './desk.ts'
import { entry } from './entry.ts'
import { inventedPerson } from './people.ts'
import { nadia } from './sender.ts'
import { liveToday, meetTheCast } from './today.ts'

/** What the story needs to know of the one who opens it. */
export type Setting = { readonly now: Instant; readonly zone: string; readonly memberId: string }

const seed = 20_261_123
const people = 388
// Four hundred people at fifteen a day: each comes back after some weeks, or nobody would ever be on time.
const yearSteps: StepDefaults = { reached: 34, 'message-left': 9, 'no-answer': 4, sent: 20, replied: 34, 'not-now': 90, yes: 14, done: 30 }
const daysOfHistory = 364

/** The demo: the article's day, today, and a year around it; invented, the same at each opening, with dates relative to today. */
export const demoStory = ({ now, zone, memberId }: Setting): readonly Operation[] => {
  const chance = createChance(seed)
  const desk = createDesk(chance, zone, memberId)
  const today = dayOf(now, zone)
  const start = addDays(today, -daysOfHistory)
  settle(desk, chance, start, today)
  const ordinary = meetPeople(desk, chance, start, today)
  const cast = meetTheCast(desk, chance, today)
  for (let day = addDays(start, 1); day < today; day = addDays(day, 1)) {
    if (isWorkingDay(day, desk.calendar())) liveDay(desk, chance, day, today, ordinary)
  }
  desk.write(desk.at(addDays(today, -1), '18:00'), { type: 'settings.put', fields: { steps: stepDefaults } })
  workToday(desk, chance, today)
  liveToday(desk, chance, today, now, cast)
  return desk.operations
}

// The article's day is a working day, whichever day the demo is opened on.
const workToday = (desk: Desk, chance: Chance, today: Day): void => {
  if (isWorkingDay(today, desk.calendar())) return
  const weekdays = [...new Set([...defaultSchedule.weekdays, weekdayOf(today)])].toSorted((one, other) => one - other)
  const schedule = { ...defaultSchedule, id: chance.id(), effectiveFrom: today, weekdays }
  const isHoliday = !isWorkingDay(today, { schedules: [{ ...schedule, memberId: '' }], daysOff: [] })
  desk.write(desk.at(addDays(today, -1), '18:00'), { type: 'schedule.set', schedule: isHoliday ? { ...schedule, holidays: 'none' } : schedule })
}

const settle = (desk: Desk, chance: Chance, start: Day, today: Day): void => {
  const at = desk.at(start, '08:00')
  desk.write(at, {
    type: 'settings.put',
    fields: { firstName: 'Nadia', language: 'fr', steps: yearSteps, sender: nadia(desk.at(addDays(today, -30), '08:00')) },
  })
  desk.write(at, { type: 'schedule.set', schedule: { id: chance.id(), effectiveFrom: start, ...defaultSchedule } })
  desk.write(at, { type: 'goal.set', goal: { id: chance.id(), effectiveFrom: start, ...starterGoal, target: 15 } })
  const raise = addDays(today, -120)
  desk.write(desk.at(raise, '08:00'), { type: 'goal.set', goal: { id: chance.id(), effectiveFrom: raise, ...starterGoal } })
  const summer = addDays(today, -126)
  desk.write(at, { type: 'day-off.put', dayOff: { id: chance.id(), from: summer, to: addDays(summer, 13), kind: 'vacation', removed: false } })
  for (const [name, price] of [
    ['Forfait accompagnement', 30_000],
    ['Atelier d’une demi-journée', 25_000],
    ['Place de conférence', 9500],
  ] as const) {
    desk.write(at, { type: 'offer.put', offer: { id: chance.id(), name, price: asCents(price), archived: false, points: '', createdAt: at } })
  }
}

// A third are there from the start; the others come in over the year, as people are met.
const meetPeople = (desk: Desk, chance: Chance, start: Day, today: Day): ReadonlySet<string> => {
  const ids = new Set<string>()
  const arrivals = Array.from({ length: people }, (_, n) => (n < people / 3 ? 0 : chance.whole(1, daysOfHistory - 1))).toSorted((a, b) => a - b)
  arrivals.forEach((after, n) => {
    const relationship = chance.weighted<Relationship>(
      after === 0
        ? [
            ['past-client', 4],
            ['client', 3],
            ['potential', 5],
            ['partner', 1],
          ]
        : [
            ['potential', 8],
            ['partner', 1],
            ['other', 1],
          ],
    )
    const id = chance.id()
    ids.add(id)
    const day = workingDayFrom(addDays(start, after), desk.calendar())
    desk.write(desk.at(day < today ? day : addDays(today, -1), '08:15'), {
      type: 'contact.add',
      contactId: id,
      fields: inventedPerson(chance, n, relationship),
      step: null,
    })
  })
  return ids
}

const words = [
  'Elle en parle à son associée.',
  'Rappeler après la rentrée.',
  'Aime l’idée, budget serré.',
  'Veut des exemples.',
  'Très occupée ce mois-ci.',
  'A demandé le prix.',
  'Contente qu’on prenne de ses nouvelles.',
] as const

const outcomeOf = (chance: Chance, kind: string): Outcome =>
  kind === 'phone'
    ? chance.weighted<Outcome>([
        ['reached', 44],
        ['message-left', 28],
        ['no-answer', 18],
        ['meeting-booked', 4],
        ['not-now', 4],
        ['no', 2],
      ])
    : chance.weighted<Outcome>([
        ['sent', 74],
        ['replied', 20],
        ['meeting-booked', 3],
        ['not-now', 3],
      ])

const liveDay = (desk: Desk, chance: Chance, day: Day, today: Day, ordinary: ReadonlySet<string>): void => {
  const target = day >= addDays(today, -120) ? 20 : 15
  // Most days are won; a few stop short, as in any year.
  const wanted = chance.next() < 0.8 ? target + chance.whole(0, 3) : chance.whole(Math.floor(target / 3), target - 1)
  const known = [...desk.contacts.values()].filter(({ id, createdAt }) => ordinary.has(id) && desk.dayOf(createdAt) <= day)
  // As in life, someone whose day has come is put aside now and then, and waits until the day after: of the last days, some still wait.
  const putAside = day >= addDays(today, -4) ? 0.2 : 0.08
  const list = rank(known, situationAt(desk.at(day, '08:30'), 'America/Toronto'), wanted + 2).filter(() => chance.next() >= putAside)
  list.forEach(({ contact }, n) => {
    const minute = 8 * 60 + 40 + Math.floor((n * 8 * 60) / wanted) + chance.whole(0, 9)
    touch(desk, chance, contact, day, today, `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`)
  })
  if (chance.next() < 0.12)
    desk.write(desk.at(day, '17:30'), {
      type: 'activity.record',
      ...entry(chance.id(), 'post', 'done', [], desk.at(day, '17:30')),
      title: 'Trois questions avant de fixer un objectif',
    })
}

const touch = (desk: Desk, chance: Chance, contact: Contact, day: Day, today: Day, time: string): void => {
  const at = desk.at(day, time)
  const kind = contact.phones.length === 0 || (contact.emails.length > 0 && chance.next() < 0.3) ? 'email' : 'phone'
  const outcome = outcomeOf(chance, kind)
  const activityId = chance.id()
  const booked = workingDayFrom(addDays(day, chance.whole(2, 9)), desk.calendar())
  // Nobody else is expected today: the day belongs to the article's people.
  const meeting = outcome === 'meeting-booked' ? { day: booked === today ? workingDayFrom(addDays(today, 1), desk.calendar()) : booked, time: '10:00' } : null
  desk.write(at, {
    type: 'activity.record',
    ...entry(activityId, kind, outcome, [contact.id], at),
    meeting,
    minutes: kind === 'phone' && outcome === 'reached' ? chance.whole(4, 22) : null,
    note: ['reached', 'replied', 'not-now'].includes(outcome) && chance.next() < 0.4 ? chance.pick(words) : '',
    notNow: outcome === 'not-now' ? chance.pick(['budget', 'timing', 'has-another'] as const) : null,
  })
  const sells = ['reached', 'replied', 'meeting-booked'].includes(outcome) && chance.next() < (contact.touches > 3 ? 0.045 : 0.02)
  if (!sells) return
  desk.write(at, {
    type: 'sale.record',
    saleId: chance.id(),
    amount: asCents(chance.pick([30_000, 25_000, 9500, 60_000])),
    currency: 'CAD',
    offerId: null,
    contactId: contact.id,
    activityId,
    refunds: null,
    note: '',
    occurredAt: at,
    zone: 'America/Toronto',
  })
}
