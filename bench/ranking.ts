import { addDays, asDay, asInstant, type Instant } from '#method/calendar/day.ts'
import { blankFields, blankHistory, type Contact, type NextStep, type Relationship } from '#method/contact/contact.ts'
import { rank } from '#method/next/rank.ts'
import type { Signal } from '#method/next/signal.ts'
import { situationAt } from '#method/next/situation.ts'
import { personAt } from './people-file.ts'
import { median, ms, type Line } from './timing.ts'

const today = asDay('2026-11-23')
/** The moment of the bench. */
export const now = asInstant(Date.parse('2026-11-23T19:00:00Z'))
/** A phone is this many times slower than the machine of the bench, by choice: four is the throttle that browsers' tools call a mid-range phone. */
const phone = 4
const goal = 50

const ago = (days: number): Instant => asInstant(Date.parse('2026-11-23T15:00:00Z') - days * 86_400_000)
const of = <T>(all: readonly T[], n: number): T => all[n % all.length] as T

const stepAt = (n: number, isNew: boolean): NextStep => ({
  due: addDays(today, (n % 60) - 10),
  time: null,
  kind: of([null, 'phone', 'email'], n),
  promised: n % 400 === 0,
  note: '',
  origin: isNew ? 'first' : 'proposed',
  setBy: null,
})

/** The nth person of the bench. */
export const contactAt = (n: number): Contact => {
  const { firstName, lastName, email, phone, city, note } = personAt(n)
  const lastTouchAt = n % 3 === 0 ? null : ago(1 + (n % 300))
  const isReached = n % 3 === 1
  return {
    ...blankFields,
    ...blankHistory,
    id: `0190dddd-0000-7000-8000-${String(n).padStart(12, '0')}`,
    name: `${firstName} ${lastName}`,
    city,
    notes: note,
    source: of(['', 'Salon de l’habitation', 'Recommandée par une amie', 'Formulaire du site', 'Liste de 2019'], n),
    relationship: of<Relationship>(['potential', 'potential', 'client', 'past-client', 'partner'], n),
    emails: [{ label: 'work', address: email }],
    phones: [{ label: 'work', number: phone }],
    notNow:
      n % 25 === 0
        ? { reason: 'budget', note: '', until: null, at: ago(120), change: n % 50 === 0 ? { type: 'event-near' } : { type: 'offer', offerId: null } }
        : null,
    touches: lastTouchAt === null ? 0 : 2,
    lastTouchAt,
    firstReachedAt: isReached ? lastTouchAt : null,
    lastReachedAt: isReached ? lastTouchAt : null,
    unansweredAt: lastTouchAt === null || isReached ? [] : [lastTouchAt],
    nextStep: stepAt(n, lastTouchAt === null),
    letGo: null,
    createdAt: asInstant(Date.parse('2026-01-01T15:00:00Z') + n * 1000),
    createdBy: 'nadia',
    importId: null,
    archivedAt: null,
    deletedAt: null,
    mergedInto: null,
  }
}

// A ranking waits for nothing: the processor's own time says the same on a machine that does other work.
const processorTime = (times: number, work: () => unknown): number => {
  // The list is ranked again all day long: the first times, when the code is still being compiled, do not count.
  for (let n = 0; n < times; n += 1) work()
  const all = Array.from({ length: times }, () => {
    const from = process.cpuUsage()
    work()
    return process.cpuUsage(from).user / 1000
  })
  return median(all)
}

/** Who comes next and why, over the people that a device holds, with events, offers, signs and the law asked. */
export const benchRanking = (count: number): readonly Line[] => {
  const contacts = Array.from({ length: count }, (_, n) => contactAt(n))
  const event = (id: string, place: string, inDays: number) => {
    const day = addDays(today, inDays)
    return { id, title: id, place, latitude: null, longitude: null, day, createdAt: ago(3), archivedAt: null }
  }
  const situation = situationAt(now, 'America/Toronto', {
    events: [event('talk', 'Drummondville', 12), event('workshop', 'Québec', 25)],
    offers: [{ id: 'o', name: 'Forfait', createdAt: ago(2), archived: false }],
    signals: new Map(contacts.filter((_, n) => n % 1000 === 7).map(({ id }, n): [string, Signal] => [id, { way: 'wrote', at: ago(n % 5) }])),
    may: ({ id }, channel) => (channel === 'sms' || id.endsWith('3') ? 'never' : 'now'),
  })
  const measured = processorTime(100, () => rank(contacts, situation, 40))
  return [
    {
      what: `who comes next and why, among ${count.toLocaleString('en-CA')} people`,
      measured: `${ms(measured)} of processor`,
      reference: `${ms(measured * phone)} on a processor ${phone} times slower`,
      goal: `< ${goal} ms on a phone`,
      isReached: measured * phone < goal,
    },
  ]
}
