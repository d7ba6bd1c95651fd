import fc from 'fast-check'
import { expect, test } from 'vitest'
import { today, zone } from '#test/a-day.ts'
import { addDays, asDay, dayOf, instantAt, type Instant } from '../calendar/day.ts'
import type { Point } from '../contact/gazetteer.ts'
import type { NotNow, NotNowChange } from '../contact/contact.ts'
import { conditionMet, firesBetween, isPutOff, openCondition, type DatedOffer, type Openings, type PlannedEvent, type Stood } from './not-now.ts'

const drummondville: Point = { latitude: 45.88336, longitude: -72.48241 }
const saintCyrille: Point = { latitude: 45.93336, longitude: -72.43241 }
const montreal: Point = { latitude: 45.50884, longitude: -73.58781 }
const at = (ahead: number, time = '10:00'): Instant => instantAt(addDays(today, ahead), time, zone)
const said = (change: NotNowChange | null | undefined, until: string | null = null): NotNow => ({
  reason: 'budget',
  note: '',
  until: until === null ? null : asDay(until),
  at: at(-100),
  ...(change === undefined ? {} : { change }),
})
const event = (id: string, created: number, ahead: number, place: Point | null = drummondville, archived = false): PlannedEvent => ({
  id,
  day: addDays(today, ahead),
  latitude: place?.latitude ?? null,
  longitude: place?.longitude ?? null,
  createdAt: at(created),
  archivedAt: archived ? at(created, '11:00') : null,
})
const offer = (id: string, created: number | null): DatedOffer => ({ id, createdAt: created === null ? null : at(created), archived: false })
const world = (over: Partial<Openings> = {}): Openings => ({ events: [], offers: [], zone, ...over })

test('a date comes true at the midnight that begins it, where she who sells is', () => {
  const notNow = said({ type: 'date' }, '2027-02-01')
  expect(conditionMet(notNow, null, world())).toMatchObject({ type: 'date', at: '2027-02-01T05:00:00.000Z', day: '2027-02-01' })
  expect(conditionMet(said({ type: 'date' }), null, world())).toBeNull()
})

test('an event opens the door when it is made after she said it, within forty kilometres of her city, and still to come', () => {
  const notNow = said({ type: 'event-near' })
  const met = (...events: readonly PlannedEvent[]) => conditionMet(notNow, drummondville, world({ events }))
  expect(met(event('talk', -1, 35, saintCyrille))).toMatchObject({ type: 'event-near', eventId: 'talk', at: at(-1) })
  expect(
    met(
      event('before', -101, 35),
      event('far', -1, 35, montreal),
      event('nowhere', -1, 35, null),
      event('past', -1, -2),
      event('cancelled', -1, 9, drummondville, true),
    ),
  ).toBeNull()
  expect(met(event('second', -1, 5), event('first', -3, 35))).toMatchObject({ eventId: 'first' })
  expect(conditionMet(notNow, null, world({ events: [event('talk', -1, 35)] }))).toBeNull()
})

test('a new offer opens the door, the one she named or any, and one that was already there never does', () => {
  const offers = [offer('ancient', null), offer('old', -200), offer('workshop', -5), offer('package', -3)]
  expect(conditionMet(said({ type: 'offer', offerId: null }), null, world({ offers }))).toMatchObject({ offerId: 'workshop', at: at(-5) })
  expect(conditionMet(said({ type: 'offer', offerId: 'package' }), null, world({ offers }))).toMatchObject({ offerId: 'package' })
  expect(conditionMet(said({ type: 'offer', offerId: 'old' }), null, world({ offers }))).toBeNull()
})

const talk = event('talk', -300, 35)
const stood = (until: number, over: Partial<Stood> = {}): Stood => ({
  until: at(until),
  day: addDays(today, 35),
  place: '',
  latitude: drummondville.latitude,
  longitude: drummondville.longitude,
  isArchived: false,
  ...over,
})
const nowhere = { latitude: null, longitude: null }
const pointOf = (city: string): Point | null => (city.startsWith('Drummondville') ? drummondville : city === 'Montréal' ? montreal : null)
const when = (one: PlannedEvent, notNow = said({ type: 'event-near' })) => conditionMet(notNow, drummondville, world({ events: [one], pointOf }))?.at ?? null

test('an event of long ago opens the door on the day when its place is written, and a call of before does not close it', () => {
  const placed = { ...talk, stood: [stood(-10, nowhere)] }
  expect(when(placed)).toBe(at(-10))
  const open = (lastTouchAt: Instant) =>
    openCondition({ notNow: said({ type: 'event-near' }), lastTouchAt, lastReachedAt: null }, drummondville, world({ events: [placed] }), at(0), () => false)
  expect(open(at(-18))).toMatchObject({ eventId: 'talk' })
  expect(open(at(-9))).toBeNull()
  expect(when({ ...talk, stood: [stood(-10, montreal)] })).toBe(at(-10))
  // Its place was words that name a known one: it was there all along.
  expect(when({ ...talk, stood: [stood(-10, { ...nowhere, place: 'Drummondville' })] })).toBeNull()
})

test('a past event set for a day to come opens the door then, and another day or a place as near opens it no second time', () => {
  expect(when({ ...talk, stood: [stood(-10, { day: addDays(today, -40) })] })).toBe(at(-10))
  const made = { ...talk, createdAt: at(-20) }
  expect(when({ ...made, stood: [stood(-10, { day: addDays(today, 30) }), stood(-8, saintCyrille)] })).toBe(at(-20))
  expect(when({ ...made, stood: [stood(-10), stood(-9, { isArchived: true })] })).toBe(at(-20))
})

test('when she moves near an event, or her city is only then written, the door opens; her city spelled otherwise changes nothing', () => {
  const lived = (city: string) => ({ ...said({ type: 'event-near' }), cities: [{ until: at(-5), city }] })
  expect([when(talk, lived('')), when(talk, lived('Montréal'))]).toEqual([at(-5), at(-5)])
  expect(when(talk, lived('Drummondville'))).toBeNull()
  expect(when({ ...talk, createdAt: at(-20) }, lived('Drummondville (Québec)'))).toBe(at(-20))
})

test('the offer that she named while it was put away opens the door once it is there again', () => {
  const back = (from: number, to: number | null) => ({ ...offer('old', -200), shelved: [{ from: at(from), to: to === null ? null : at(to) }] })
  const met = (one: DatedOffer, wanted: string | null = 'old') =>
    conditionMet(said({ type: 'offer', offerId: wanted }), null, world({ offers: [one] }))?.at ?? null
  expect(met(back(-150, -5))).toBe(at(-5))
  // Put away by mistake since, or only one of many: nothing new.
  expect([met(back(-6, -5)), met(back(-150, -5), null), met({ ...back(-150, null), archived: true })]).toEqual([null, null, null])
})

test('a date out of any calendar counts as that day', () => {
  expect(conditionMet(said({ type: 'date' }, '0024-05-12'), null, world())).toMatchObject({ type: 'date', day: '0024-05-12' })
})

test('words never open the door by themselves', () => {
  const everything = world({ events: [event('talk', -1, 35)], offers: [offer('package', -3)] })
  expect(conditionMet(said({ type: 'words', words: 'quand ma sœur sera partie' }, '2026-11-01'), drummondville, everything)).toBeNull()
})

test('what was written before a change could be said waits for its date', () => {
  for (const change of [undefined, null]) expect(conditionMet(said(change, '2026-12-01'), null, world())).toMatchObject({ type: 'date', day: '2026-12-01' })
})

const anyChange = fc.oneof(
  fc.constant<NotNowChange>({ type: 'date' }),
  fc.constant<NotNowChange>({ type: 'event-near' }),
  fc.constantFrom(null, 'o1', 'o2').map((offerId): NotNowChange => ({ type: 'offer', offerId })),
  fc.constant<NotNowChange>({ type: 'words', words: 'un jour' }),
)
const anyEvent = fc
  .record({
    created: fc.integer({ min: -130, max: 60 }),
    ahead: fc.integer({ min: -130, max: 90 }),
    place: fc.constantFrom(drummondville, saintCyrille, montreal, null),
  })
  .map(({ created, ahead, place }) => event(`e${created}/${ahead}`, created, ahead, place))
const anyOffer = fc
  .record({ id: fc.constantFrom('o1', 'o2', 'o3'), created: fc.option(fc.integer({ min: -130, max: 60 })) })
  .map(({ id, created }) => offer(id, created))
const anyWorld = fc.record({ events: fc.array(anyEvent, { maxLength: 6 }), offers: fc.array(anyOffer, { maxLength: 6 }) }).map((found) => world(found))
const anyNotNow = fc
  .record({ change: anyChange, until: fc.option(fc.integer({ min: -90, max: 90 })) })
  .map(({ change, until }) => said(change, until === null ? null : addDays(today, until)))

test('a condition fires once, at the one moment when it comes true, however the moments of looking are spread', () => {
  const looks = fc.array(fc.integer({ min: -200, max: 200 }), { maxLength: 12 }).map((days) => [...new Set([-300, ...days, 300])].sort((a, b) => a - b))
  fc.assert(
    fc.property(anyNotNow, anyWorld, looks, (notNow, openings, days) => {
      const met = conditionMet(notNow, drummondville, openings)
      const fired = days.slice(1).flatMap((day, place) => {
        const [from, to] = [at(days[place] ?? 0), at(day)]
        const found = firesBetween(notNow, drummondville, openings, from, to)
        if (found) expect(found.at > from && found.at <= to).toBe(true)
        return found ? [found] : []
      })
      expect(fired).toEqual(met ? [met] : [])
    }),
  )
})

test('a condition never comes true before what makes it true: not before she said it, nor before the event or the offer exists', () => {
  fc.assert(
    fc.property(anyNotNow, anyWorld, (notNow, openings) => {
      const met = conditionMet(notNow, drummondville, openings)
      if (notNow.change?.type === 'words') expect(met).toBeNull()
      if (!met) return
      if (met.type === 'date') expect(dayOf(met.at, zone)).toBe(notNow.until)
      if (met.type === 'event-near') {
        expect(met.km).toBeLessThanOrEqual(40)
        expect(openings.events.filter(({ id, createdAt }) => id === met.eventId && createdAt === met.at && createdAt > notNow.at)).not.toEqual([])
      }
      if (met.type === 'offer') expect(openings.offers.some(({ id, createdAt }) => id === met.offerId && createdAt === met.at && met.at > notNow.at)).toBe(true)
    }),
  )
})

test('what comes later into the world never moves a condition that has fired', () => {
  fc.assert(
    fc.property(anyNotNow, anyWorld, anyWorld, (notNow, before, later) => {
      const met = conditionMet(notNow, drummondville, before)
      fc.pre(met !== null)
      const since = <T extends { readonly createdAt: Instant | null }>(all: readonly T[]) =>
        all.filter(({ createdAt }) => createdAt !== null && createdAt > (met?.at ?? ''))
      const after = world({ events: [...before.events, ...since(later.events)], offers: [...before.offers, ...since(later.offers)] })
      expect(conditionMet(notNow, drummondville, after)).toEqual(met)
    }),
  )
})

test('a condition stays open until she is contacted, or the event has gone by or counts her among its guests', () => {
  const events = [event('talk', -1, 5)]
  const person = { notNow: said({ type: 'event-near' }), lastTouchAt: at(-100), lastReachedAt: at(-100) }
  const open = (over: Partial<typeof person> = {}, now = at(0), guests: readonly string[] = []) =>
    openCondition({ ...person, ...over }, drummondville, world({ events }), now, (id) => guests.includes(id))
  expect(open()).toMatchObject({ eventId: 'talk' })
  expect(open({ lastTouchAt: at(0, '09:00') })).toBeNull()
  expect(open({}, at(6))).toBeNull()
  expect(open({}, at(0), ['talk'])).toBeNull()
  expect(open({}, at(-2))).toBeNull()
})

test('her "not now" holds until its date, as long as it is her last word', () => {
  const person = { notNow: said({ type: 'date' }, '2026-12-01'), lastTouchAt: at(-100), lastReachedAt: at(-100) }
  expect(isPutOff(person, today)).toBe(true)
  expect(isPutOff(person, asDay('2026-12-01'))).toBe(false)
  expect(isPutOff({ ...person, lastReachedAt: at(-3) }, today)).toBe(false)
})
