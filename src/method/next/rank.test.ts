import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aContact, clock, today, zone } from '#test/a-day.ts'
import { addDays, asDay, instantAt, type Day, type Instant } from '../calendar/day.ts'
import type { Contact, NextStep } from '../contact/contact.ts'
import type { Channel } from '../consent/consent.ts'
import { firstStep } from '../follow-up/propose-step.ts'
import type { RankedEvent } from './coming-events.ts'
import { rank } from './rank.ts'
import type { Signal } from './signal.ts'
import { situationAt, type Situation } from './situation.ts'

const now = clock('14:00')
const step = (due: string, over: Partial<NextStep> = {}): NextStep => ({ ...firstStep(asDay(due)), kind: 'phone', origin: 'proposed', setBy: 'a0', ...over })
const ago = (days: number, time = '12:00'): Instant => instantAt(addDays(today, -days), time, zone)
const touched = (id: string, days: number, nextStep: NextStep, over: Partial<Contact> = {}): Contact =>
  aContact({ id, nextStep, touches: 1, lastTouchAt: ago(days), ...over })
// With this seed, the first place that chance takes is the sixteenth.
const list = (people: readonly Contact[], over: Partial<Situation> = {}, limit = 50, at = now) =>
  rank(people, situationAt(at, zone, { seed: 'calm', ...over }), limit)
const ids = (people: readonly Contact[], over: Partial<Situation> = {}, limit = 50, at = now) => list(people, over, limit, at).map(({ contact }) => contact.id)
const signals = (...given: readonly (readonly [string, Signal])[]): Partial<Situation> => ({ signals: new Map(given) })
const enquiry = (at: Instant): Signal => ({ way: 'enquiry', at, enquiryId: 'e', via: 'email' })
const wrote = (at: Instant): Signal => ({ way: 'wrote', at })

test('an enquiry comes first of all, then promises, oldest first, then those who wrote since yesterday, newest first, then the score', () => {
  const people = [
    touched('quiet', 200, step('2027-01-15')),
    aContact({ id: 'new' }),
    touched('wrote at nine', 30, step('2026-12-20')),
    touched('wrote at noon', 30, step('2026-12-20')),
    touched('promised today', 10, step('2026-11-23', { promised: true })),
    touched('promised friday', 10, step('2026-11-20', { promised: true })),
    touched('asked', 10, step('2026-12-20')),
    touched('due, a client', 20, step('2026-11-20'), { relationship: 'client' }),
  ]
  const given = signals(['wrote at nine', wrote(clock('09:00'))], ['wrote at noon', wrote(clock('12:00'))], ['asked', enquiry(clock('08:00'))])
  expect(ids(people, given)).toEqual(['asked', 'promised friday', 'promised today', 'wrote at noon', 'wrote at nine', 'due, a client', 'new', 'quiet'])
})

test('two who keep their rank: the earlier hour of a meeting, then the older last contact, then the id', () => {
  const meeting = (id: string, time: string | null) => touched(id, 5, step('2026-11-23', { origin: 'meeting', promised: true, time }))
  expect(ids([meeting('any', null), meeting('two', '14:00'), meeting('nine', '09:00')])).toEqual(['nine', 'two', 'any'])
  const due = (id: string, days: number) => touched(id, days, step('2026-11-20'))
  expect(ids([due('b', 20), due('a', 20), due('older', 40)])).toEqual(['older', 'a', 'b'])
})

test('a promise late by more than two weeks comes by its score', () => {
  const late = touched('late', 40, step('2026-11-08', { promised: true }))
  expect(list([late, touched('fresh', 40, step('2026-11-09', { promised: true }))]).map(({ place }) => place)).toEqual(['promise', 'score'])
  expect(list([late])[0]?.reasons[0]).toEqual({ kind: 'promised', due: '2026-11-08', daysLate: 15, step: 'phone' })
})

test('nobody touched today comes back, except for a meeting of today, or because she wrote since', () => {
  const at = clock('08:00')
  const phoned = aContact({ lastTouchAt: at, touches: 1, nextStep: step('2026-11-23') })
  expect(ids([phoned])).toEqual([])
  expect(ids([{ ...phoned, nextStep: step('2026-11-23', { origin: 'meeting', promised: true }) }])).toEqual(['nathalie'])
  expect(ids([phoned], signals(['nathalie', wrote(clock('13:00'))]))).toEqual(['nathalie'])
  expect(ids([phoned], signals(['nathalie', wrote(clock('07:00'))]))).toEqual([])
})

test('someone put off, chosen or promised by hand for a later day is left in peace until then, even if she wrote before', () => {
  for (const over of [{ origin: 'snoozed' }, { origin: 'chosen' }, { promised: true }] as const) {
    const waiting = touched('w', 100, step('2026-11-26', { ...over, setBy: null }))
    expect(ids([waiting], signals(['w', wrote(clock('09:00'))]))).toEqual([])
    expect(ids([waiting], {}, 5, instantAt(asDay('2026-11-26'), '10:00', zone))).toEqual(['w'])
  }
})

test('who wrote and was not answered within the day still comes, by the score, lower each day', () => {
  const person = touched('w', 20, step('2026-12-20'))
  const two = list([person], signals(['w', wrote(ago(2))]))[0]
  expect(two).toMatchObject({ place: 'score', reasons: [{ kind: 'wrote', at: ago(2) }] })
  const six = list([person], signals(['w', wrote(ago(6))]))[0]
  expect(six?.score.value).toBeLessThan(two?.score.value ?? 0)
})

test('a later day that an activity set yields to what she wrote after it', () => {
  const waiting = touched('w', 3, step('2026-11-26', { origin: 'chosen', setBy: 'a1' }))
  expect(ids([waiting])).toEqual([])
  expect(ids([waiting], signals(['w', wrote(clock('09:00'))]))).toEqual(['w'])
})

test('someone archived never comes; someone let go comes back only by asking', () => {
  const at = clock('08:00')
  const letGo = aContact({ nextStep: null, letGo: { at, reason: 'moved-on', note: '', setBy: null } })
  const archived = aContact({ id: 'b', archivedAt: at })
  expect(ids([letGo, archived])).toEqual([])
  expect(ids([letGo, archived], signals(['nathalie', enquiry(at)], ['b', enquiry(at)]))).toEqual(['nathalie'])
  expect(ids([letGo], signals(['nathalie', wrote(at)]))).toEqual([])
  expect(ids([aContact({ id: 'm', mergedInto: 'x' }), aContact({ id: 'd', deletedAt: at })])).toEqual([])
})

test('whoever asked not to be contacted, or is being delivered a sale, is left in peace', () => {
  expect(ids([aContact()], { inPeace: new Set(['nathalie']), ...signals(['nathalie', enquiry(clock('08:00'))]) })).toEqual([])
})

test('her "not now" is kept until its date, an event near her or not, unless what she named comes true', () => {
  const notNow = { reason: 'budget', note: '', until: asDay('2026-12-20'), at: ago(40) }
  const person = (change: NonNullable<Contact['notNow']>['change']) =>
    touched('d', 40, step('2026-12-20'), { city: 'Drummondville', notNow: { ...notNow, change }, lastReachedAt: ago(40) })
  const events = [talk(14)]
  expect(ids([person({ type: 'date' })], { events })).toEqual([])
  expect(ids([person({ type: 'words', words: 'un jour' })], { events })).toEqual([])
  expect(list([person({ type: 'event-near' })], { events })[0]?.reasons[0]).toMatchObject({ kind: 'said-event', title: 'Conférence', day: '2026-12-07' })
  expect(ids([person({ type: 'event-near' })], { events, isInvited: () => true })).toEqual([])
  const offers = [{ id: 'o', name: 'Forfait léger', createdAt: ago(2), archived: false }]
  expect(list([person({ type: 'offer', offerId: null })], { offers })[0]?.reasons[0]).toMatchObject({ kind: 'said-offer', name: 'Forfait léger' })
})

function talk(inDays: number, over: Partial<RankedEvent> = {}): RankedEvent {
  return {
    id: 'talk',
    title: 'Conférence',
    place: 'Drummondville',
    latitude: null,
    longitude: null,
    day: addDays(today, inDays),
    createdAt: ago(5),
    archivedAt: null,
    ...over,
  }
}

test('an event near her brings someone whose step is still to come, within thirty days and forty kilometres, until she is invited', () => {
  const person = touched('s', 20, step('2026-12-20'), { city: 'Saint-Cyrille-de-Wendover' })
  expect(list([person], { events: [talk(21)] })[0]?.reasons[0]).toMatchObject({ kind: 'event-near', eventId: 'talk', day: '2026-12-14' })
  expect(ids([person], { events: [talk(31)] })).toEqual([])
  expect(ids([person], { events: [talk(21, { archivedAt: ago(1) })] })).toEqual([])
  expect(ids([{ ...person, city: 'Montréal' }], { events: [talk(21)] })).toEqual([])
  expect(ids([person], { events: [talk(21)], isInvited: (event, id) => event === 'talk' && id === 's' })).toEqual([])
  expect(ids([{ ...person, unansweredAt: [ago(30), ago(28), ago(24), ago(20), ago(20)] }], { events: [talk(21)] })).toEqual([])
})

test('at most three relationships are renewed in a day, those renewed this morning included', () => {
  const clients = Array.from({ length: 6 }, (_, n) => touched(`client ${n}`, 100 + n, step('2026-12-20'), { relationship: 'client' }))
  expect(ids(clients)).toEqual(['client 5', 'client 4', 'client 3'])
  expect(ids(clients, { renewedToday: 2 })).toEqual(['client 5'])
  expect(list(clients)[0]?.reasons).toEqual([{ kind: 'renew', relationship: 'client', lastTouchAt: ago(105), days: 105 }])
  const due = touched('due', 100, step('2026-11-20'), { relationship: 'client' })
  expect(ids([...clients, due], { renewedToday: 3 })).toEqual(['due'])
})

test('a relationship grown thin is renewed before its interval; an interval of her own comes before that of her relationship', () => {
  const client = touched('c', 40, step('2026-12-20'), { relationship: 'client' })
  expect(ids([client])).toEqual([])
  expect(ids([client], { strengths: new Map([['c', 0.7]]) })).toEqual(['c'])
  expect(ids([{ ...client, keepInTouch: 30 }])).toEqual(['c'])
  expect(ids([touched('p', 40, step('2026-12-20'), { keepInTouch: 30 })])).toEqual(['p'])
})

const both = { phones: [{ label: '', number: '+15145550142' }], emails: [{ label: '', address: 'a@exemple.ca' }] }

test('the law closes a channel and leaves the others; someone out of lawful reach is not proposed', () => {
  const lawful = (open: Partial<Record<Channel, 'now' | 'later'>>) => ({ may: (_: Contact, channel: Channel) => open[channel] ?? ('never' as const) })
  const person = touched('p', 20, step('2026-11-20', { kind: 'email' }), both)
  expect(list([person])[0]).toMatchObject({ channels: ['email', 'phone', 'sms'], kind: 'email' })
  expect(list([person], lawful({ phone: 'now' }))[0]).toMatchObject({ channels: ['phone'], kind: 'phone' })
  expect(list([person], lawful({ phone: 'later' }))[0]).toMatchObject({ channels: [], kind: 'email' })
  expect(ids([person], lawful({}))).toEqual([])
  expect(ids([{ ...person, phones: [], emails: [] }], lawful({}))).toEqual(['p'])
  const meeting = { ...person, nextStep: step('2026-11-23', { origin: 'meeting', promised: true }) }
  expect(ids([meeting], lawful({}))).toEqual(['p'])
})

test('whoever asks is called first, and the law is asked whether one may answer', () => {
  const asked: string[] = []
  const may = (_: Contact, channel: Channel, purpose: string) => {
    asked.push(`${purpose} ${channel}`)
    return 'now' as const
  }
  const person = touched('p', 20, step('2026-11-20', { kind: 'email' }), both)
  expect(list([person], { may, ...signals(['p', enquiry(clock('13:00'))]) })[0]).toMatchObject({
    place: 'enquiry',
    kind: 'phone',
    channels: ['phone', 'email', 'sms'],
  })
  expect(asked).toContain('answer phone')
})

test('a minute is worth more where it is short: the same chance by telephone comes before an hour face to face', () => {
  const due = (id: string, kind: string) => touched(id, 20, step('2026-11-20', { kind }), both)
  expect(ids([due('face', 'in-person'), due('mail', 'email'), due('call', 'phone')])).toEqual(['call', 'mail', 'face'])
  const [call, mail] = list([due('mail', 'email'), due('call', 'phone')])
  expect((call?.score.value ?? 0) / (mail?.score.value ?? 1)).toBeCloseTo(2, 9)
  const closed = { may: (contact: Contact, channel: Channel) => (contact.id === 'call' && channel !== 'email' ? ('never' as const) : ('now' as const)) }
  expect(ids([due('a text', 'text'), due('call', 'phone'), due('b call', 'phone')], closed)).toEqual(['a text', 'b call', 'call'])
})

test('one’s own sales teach which source to trust', () => {
  const met = aContact({ id: 'met', source: 'Salon' })
  const referred = aContact({ id: 'referred', source: 'Recommandée par Luc' })
  expect(ids([met, referred])).toEqual(['referred', 'met'])
  const none = { touches: 0, sales: 0 }
  const record = { cold: none, met: { touches: 100, sales: 12 }, inquiry: none, client: none, referral: { touches: 200, sales: 1 } }
  expect(ids([met, referred], { record })).toEqual(['met', 'referred'])
})

test('one place in twenty is drawn, the same all day, and never the first', () => {
  const people = Array.from({ length: 60 }, (_, n) => aContact({ id: `p${String(n).padStart(2, '0')}` }))
  for (let day: Day = today, n = 0; n < 40; day = addDays(day, 1), n += 1) {
    const at = instantAt(day, '09:00', zone)
    const found = rank(people, situationAt(at, zone), 40)
    const drawn = found.flatMap(({ place }, index) => (place === 'drawn' ? [index] : []))
    expect(drawn.map((index) => Math.floor(index / 20))).toEqual([0, 1])
    expect(drawn).not.toContain(0)
    expect(rank(people, situationAt(at, zone), 40)).toEqual(found)
    // She stays the one of her place while those before her are done.
    const [index = 0] = drawn
    const done = new Set(found.slice(0, index).map(({ contact }) => contact.id))
    const later = people.map((contact) => (done.has(contact.id) ? { ...contact, touches: 1, lastTouchAt: at } : contact))
    expect(rank(later, situationAt(at, zone), 1)[0]).toMatchObject({ place: 'drawn', contact: { id: found[index]?.contact.id } })
  }
})

test('over the days, chance draws everyone', () => {
  const people = Array.from({ length: 12 }, (_, n) => aContact({ id: `p${n}` }))
  const drawn = new Set(
    Array.from({ length: 300 }, (_, n) => rank(people, situationAt(now, zone, { seed: `day ${n}` }), 12).find(({ place }) => place === 'drawn')?.contact.id),
  )
  drawn.delete(undefined)
  // But the first, who comes anyway.
  expect(drawn.size).toBe(11)
})

const anyPerson = fc
  .record({
    id: fc.uuid(),
    due: fc.integer({ min: -30, max: 30 }),
    touch: fc.option(fc.integer({ min: 0, max: 300 })),
    unanswered: fc.nat(8),
    promised: fc.boolean(),
    origin: fc.constantFrom<NextStep['origin']>('first', 'proposed', 'thanks', 'chosen', 'snoozed', 'meeting'),
    setBy: fc.constantFrom(null, 'a1'),
    kind: fc.constantFrom(null, 'phone', 'email', 'in-person'),
    relationship: fc.constantFrom<Contact['relationship']>('potential', 'client', 'past-client', 'partner', 'other'),
    city: fc.constantFrom('', 'Drummondville', 'Montréal'),
    source: fc.constantFrom('', 'Salon', 'Recommandée par Luc', 'formulaire du site'),
    reached: fc.boolean(),
    closed: fc.boolean(),
    hasAddress: fc.boolean(),
    signal: fc.option(fc.integer({ min: 0, max: 40 }), { freq: 3 }),
  })
  .map((made) => {
    const lastTouchAt = made.touch === null ? null : ago(made.touch, '08:00')
    const contact = aContact({
      id: made.id,
      nextStep: step(addDays(today, made.due), { promised: made.promised, origin: made.origin, setBy: made.setBy, kind: made.kind }),
      relationship: made.relationship,
      city: made.city,
      source: made.source,
      lastTouchAt,
      touches: lastTouchAt === null ? 0 : made.unanswered + 1,
      firstReachedAt: made.reached ? lastTouchAt : null,
      lastReachedAt: made.reached ? lastTouchAt : null,
      unansweredAt: lastTouchAt === null || made.reached ? [] : Array.from({ length: made.unanswered }, () => lastTouchAt),
      letGo: null,
      archivedAt: made.closed && made.reached ? clock('07:00') : null,
      ...(made.hasAddress ? both : {}),
    })
    return { contact, signal: made.signal === null ? null : ago(0, '13:59'), isLawful: !made.closed }
  })
const anyPeople = fc.uniqueArray(anyPerson, { selector: ({ contact }) => contact.id, maxLength: 30 })
const around = (made: readonly { readonly contact: Contact; readonly signal: Instant | null; readonly isLawful: boolean }[]): Partial<Situation> => {
  const lawful = new Set(made.filter(({ isLawful }) => isLawful).map(({ contact }) => contact.id))
  return {
    seed: '2026-11-23',
    events: [talk(10)],
    signals: new Map(made.flatMap(({ contact, signal }, n) => (signal === null ? [] : [[contact.id, n % 2 === 0 ? wrote(signal) : enquiry(signal)] as const]))),
    may: ({ id }) => (lawful.has(id) ? 'now' : 'never'),
  }
}

test('the order is the same however the people are given, and a shorter list is its beginning', () => {
  fc.assert(
    fc.property(anyPeople, fc.integer({ min: 0, max: 10 }), (made, limit) => {
      const people = made.map(({ contact }) => contact)
      const situation = around(made)
      const all = ids(people, situation, 100)
      expect(ids([...people].reverse(), situation, 100)).toEqual(all)
      expect(ids(people, situation, limit)).toEqual(all.slice(0, limit))
      expect(new Set(all).size).toBe(all.length)
    }),
  )
})

test('whatever the people, nobody is proposed against a hard filter, everybody proposed has a reason, and scores fall from place to place', () => {
  fc.assert(
    fc.property(anyPeople, (made) => {
      const situation = around(made)
      const found = list(
        made.map(({ contact }) => contact),
        situation,
        100,
      )
      for (const { contact, reasons, place, channels } of found) {
        const { nextStep, lastTouchAt } = contact
        const isAsked = place === 'enquiry' || place === 'signal'
        expect(contact.archivedAt).toBeNull()
        expect(reasons.length).toBeGreaterThan(0)
        if (nextStep?.origin === 'snoozed' && nextStep.due > today && !isAsked) throw new Error('snoozed')
        if (lastTouchAt !== null && lastTouchAt >= ago(0, '00:00') && nextStep?.origin !== 'meeting') expect(situation.signals?.has(contact.id)).toBe(true)
        if (!(situation.may?.(contact, 'phone', 'answer') === 'now')) expect(channels).toEqual([])
      }
      const values = found.filter(({ place }) => place === 'score').map(({ score }) => score.value)
      expect(values).toEqual([...values].sort((a, b) => b - a))
      expect(found.filter(({ reasons }) => reasons[0].kind === 'renew').length).toBeLessThanOrEqual(3)
    }),
  )
})

test('people never contacted still come, with a step due or not', () => {
  expect(ids([aContact({ id: 'later', nextStep: firstStep(addDays(today, 20)) }), aContact({ id: 'due' })])).toEqual(['due', 'later'])
  expect(list([aContact({ source: 'Salon' })])[0]?.reasons).toEqual([{ kind: 'never-contacted', since: aContact().createdAt, source: 'Salon' }])
})
