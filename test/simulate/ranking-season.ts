import type { Activity } from '#method/activity/activity.ts'
import { addDays, asDay, asInstant, type Day, type Instant } from '#method/calendar/day.ts'
import type { WorkCalendar } from '#method/calendar/schedule.ts'
import { blankFields, blankHistory, type Contact, type NextStep } from '#method/contact/contact.ts'
import { findPlace } from '#method/contact/place.ts'
import { defaultCadences } from '#method/follow-up/cadence.ts'
import { followUpContext } from '#method/follow-up/follow-up-context.ts'
import { firstStep, proposeStep, stepDefaults } from '#method/follow-up/propose-step.ts'
import { withActivity } from '#method/ledger/history.ts'
import type { RankedEvent } from '#method/next/coming-events.ts'
import type { Signal } from '#method/next/signal.ts'
import { situationAt, type Situation } from '#method/next/situation.ts'
import { blankRecord, sourceOf, type Source, type SourceRecord } from '#method/next/source.ts'
import { size, trueChance, type Moment, type Soul, type World } from './ranking-world.ts'

const zone = 'America/Toronto'
const opening = asDay('2026-09-01')
// Every day is worked: the method counts in working days, a simulation in days.
const calendar: WorkCalendar = {
  schedules: [{ id: 's', memberId: 'm', effectiveFrom: asDay('2020-01-01'), weekdays: [1, 2, 3, 4, 5, 6, 7], holidays: 'none', easter: 'good-friday' }],
  daysOff: [],
}
const words: Readonly<Record<Source, string>> = { cold: '', met: 'Salon', inquiry: 'Formulaire du site', client: '', referral: 'Recommandation de Luc' }

const dayAt = (day: number): Day => addDays(opening, day)
const morning = (day: number): Instant => asInstant(Date.parse(`${dayAt(day)}T13:00:00.000Z`))
const instantOn = (day: number): Instant => asInstant(Date.parse(`${dayAt(day)}T15:00:00.000Z`))

type Person = {
  readonly place: number
  readonly soul: Soul
  contact: Contact
  source: Source
  sign: number | null
  brokenWords: number
  hasLeft: boolean
  readonly guestOf: Set<string>
}

const stepFor = (due: number, over: Partial<NextStep> = {}): NextStep => ({ ...firstStep(dayAt(due)), kind: 'phone', setBy: 'before', ...over })

const meet = (soul: Soul, place: number): Person => {
  const lastTouchAt = soul.lastTouch === null ? null : instantOn(soul.lastTouch)
  const isReached = lastTouchAt !== null && soul.unanswered === 0
  const nextStep =
    soul.word !== null
      ? stepFor(soul.word, { promised: true, origin: 'chosen' })
      : lastTouchAt === null
        ? firstStep(opening)
        : stepFor(0, { origin: 'proposed' })
  const contact: Contact = {
    ...blankFields,
    ...blankHistory,
    id: soul.id,
    name: soul.id,
    city: soul.city,
    source: words[soul.source],
    relationship: soul.source === 'client' ? 'client' : 'potential',
    phones: [{ label: '', number: '+15145550100' }],
    touches: soul.unanswered + (isReached ? 1 : 0),
    lastTouchAt,
    firstReachedAt: isReached ? lastTouchAt : null,
    lastReachedAt: isReached ? lastTouchAt : null,
    unansweredAt: lastTouchAt === null ? [] : Array.from({ length: soul.unanswered }, () => lastTouchAt),
    nextStep,
    letGo: null,
    createdAt: instantOn(-200),
    createdBy: 'm',
    importId: null,
    archivedAt: null,
    deletedAt: null,
    mergedInto: null,
  }
  // Whoever was spoken to has been met, in truth as in the method.
  return {
    place,
    soul,
    contact,
    source: isReached && soul.source === 'cold' ? 'met' : soul.source,
    sign: null,
    brokenWords: 0,
    hasLeft: false,
    guestOf: new Set(),
  }
}

/** What a rule may look at in the morning; `chanceOf` is for the one who knows the truth. */
export type Morning = {
  readonly day: number
  readonly contacts: readonly Contact[]
  readonly situation: Situation
  readonly chanceOf: (id: string) => number
}

/** A rule names the people to contact, in order; the first twelve are. */
export type Rule = (morning: Morning) => readonly string[]

/** What a season brought. */
export type Season = { readonly sales: number; readonly kept: number; readonly given: number; readonly left: number }

const blankCall = {
  memberId: 'm',
  kind: 'phone',
  direction: 'out',
  minutes: null,
  title: '',
  note: '',
  notNow: null,
  zone,
  standingBefore: {},
  corrects: null,
  voidedAt: null,
  importId: null,
} as const

const dayNumber = (day: Day): number => Math.round((Date.parse(`${day}T12:00:00Z`) - Date.parse(`${opening}T12:00:00Z`)) / 86_400_000)

/** Sixty days lived by one rule. */
export const liveSeason = (world: World, rule: Rule): Season => {
  const people = world.souls.map(meet)
  const byId = new Map(people.map((person) => [person.soul.id, person]))
  const events = world.gatherings.map((gathering): RankedEvent & { readonly made: number } => {
    const found = findPlace(gathering.city)
    if (!found.ok) throw new Error(`no such place: ${gathering.city}`)
    const { latitude, longitude } = found.place
    return {
      id: gathering.id,
      title: gathering.id,
      place: gathering.city,
      latitude,
      longitude,
      day: dayAt(gathering.day),
      createdAt: morning(gathering.made),
      archivedAt: null,
      made: gathering.made,
    }
  })
  const tally = Object.fromEntries(Object.entries(blankRecord).map(([source]) => [source, { touches: 0, sales: 0 }])) as Record<
    Source,
    { touches: number; sales: number }
  >
  const season = { sales: 0, kept: 0, given: 0, left: 0 }

  const momentOf = (person: Person, day: number): Moment => {
    const { contact, soul, sign } = person
    const step = contact.nextStep
    const late = step?.promised === true ? day - dayNumber(step.due) : -1
    const near = world.gatherings.some(
      ({ id, city, made, day: on }) => city === soul.city && made <= day && on >= day && on <= day + 30 && !person.guestOf.has(id),
    )
    return {
      soul,
      source: person.source,
      unanswered: contact.unansweredAt.length,
      daysSince: contact.lastTouchAt === null ? null : day - dayNumber(asDay(contact.lastTouchAt.slice(0, 10))),
      signAge: sign === null ? null : day + 13 / 24 - sign,
      wordLate: late >= 0 && late <= 14 ? late : null,
      brokenWords: person.brokenWords,
      isEventNear: near,
    }
  }

  const touch = (person: Person, day: number): void => {
    const { contact } = person
    const cell = day * size.people + person.place
    const moment = momentOf(person, day)
    const observed = sourceOf(contact, new Set())
    const isSale = (world.luck.sale[cell] ?? 1) < trueChance(world, moment)
    const isAnswer = isSale || (world.luck.answer[cell] ?? 1) < world.truth.answer
    if (moment.wordLate !== null) season.kept += 1
    tally[observed].touches += 1
    person.sign = null
    for (const { id, city, made, day: on } of world.gatherings) if (city === person.soul.city && made <= day && on >= day) person.guestOf.add(id)
    if (isSale) {
      tally[observed].sales += 1
      season.sales += 1
    }
    const isTooSoon = moment.daysSince !== null && moment.daysSince < 3
    const leaves = (world.luck.leave[cell] ?? 1) < world.truth.leaves[isTooSoon ? 'tooSoon' : 'usual']
    if (leaves && !isSale) season.left += 1
    if (isSale || leaves) {
      person.hasLeft = true
      return
    }
    const at = instantOn(day)
    const outcome = isAnswer ? 'reached' : 'no-answer'
    const activity: Activity = { ...blankCall, id: `${contact.id} ${day}`, outcome, contactIds: [contact.id], occurredAt: at, day: dayAt(day) }
    const history = withActivity(contact, activity)
    const told = { ...contact, ...history }
    const givesWord = isAnswer && (world.luck.word[cell] ?? 1) < world.truth.word
    const proposal = proposeStep(
      activity.outcome,
      'phone',
      dayAt(day),
      stepDefaults,
      calendar,
      undefined,
      followUpContext(told, defaultCadences, undefined, zone),
    )
    if ('letGo' in proposal) throw new Error('nobody said no')
    const isStillPromised = !isAnswer && contact.nextStep?.promised === true && contact.nextStep.due > dayAt(day)
    const word = day + 2 + Math.floor((world.luck.wait[cell] ?? 0) * 9)
    const nextStep = givesWord
      ? stepFor(word, { promised: true, origin: 'chosen', setBy: activity.id })
      : isStillPromised
        ? contact.nextStep
        : { ...proposal.nextStep, setBy: activity.id }
    person.contact = { ...told, nextStep }
    if (isAnswer && person.source === 'cold') person.source = 'met'
  }

  for (let day = 0; day < size.days; day += 1) {
    for (const person of people) {
      const hours = world.sign[day * size.people + person.place] ?? 0
      if (hours > 0) person.sign = day + (13 - hours) / 24
      const step = person.contact.nextStep
      if (person.hasLeft || step?.promised !== true) continue
      const late = day - dayNumber(step.due)
      if (late === 0) season.given += 1
      if (late === 15) person.brokenWords += 1
    }
    const present = people.filter(({ hasLeft }) => !hasLeft)
    const signals = new Map(
      present.flatMap(({ contact, sign }): (readonly [string, Signal])[] =>
        sign === null ? [] : [[contact.id, { way: 'wrote', at: asInstant(Date.parse(`${opening}T00:00:00Z`) + sign * 86_400_000) }]],
      ),
    )
    const record: SourceRecord = structuredClone(tally)
    const situation = situationAt(morning(day), zone, {
      record,
      signals,
      events: events.filter(({ made }) => made <= day),
      isInvited: (eventId, id) => byId.get(id)?.guestOf.has(eventId) === true,
    })
    const chosen = rule({
      day,
      contacts: present.map(({ contact }) => contact),
      situation,
      chanceOf: (id) => trueChance(world, momentOf(byId.get(id) as Person, day)),
    })
    for (const id of chosen.slice(0, size.touches)) touch(byId.get(id) as Person, day)
  }
  return season
}
