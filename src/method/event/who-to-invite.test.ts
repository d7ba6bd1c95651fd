import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aContact, clock, today, zone } from '#test/a-day.ts'
import { anEvent, coaching, distanceTo, invitedWorld, sylvie, sylviesEnquiry, workshop, type InvitedWorld } from '#test/invited-people.ts'
import { addDays, instantAt, type Instant } from '../calendar/day.ts'
import { canada } from '../contact/canada.ts'
import type { Contact } from '../contact/contact.ts'
import type { Event, Invitation } from './event.ts'
import type { InviteFacts } from './past-with-us.ts'
import { whoToInvite, type Invitee, type InviteOptions } from './who-to-invite.ts'

const options: InviteOptions = { today, zone, channelFor: () => 'email' }
const facts = (over: Partial<InviteFacts> = {}): InviteFacts => ({
  contacts: [],
  sales: [],
  offers: [coaching, workshop],
  events: [],
  invitations: [],
  enquiries: [],
  ...over,
})
const invited = (contacts: readonly Contact[], over: Partial<InviteFacts> = {}, event = anEvent(), how = options) =>
  whoToInvite(event, facts({ contacts, ...over }), how)
const ids = (contacts: readonly Contact[], over: Partial<InviteFacts> = {}, event = anEvent(), how = options) =>
  invited(contacts, over, event, how).map(({ contact }) => contact.id)
const anInvitation = (eventId: string, contactId: string, state: Invitation['state'] = 'invited'): Invitation => ({
  id: `${eventId}.${contactId}`,
  eventId,
  contactId,
  memberId: 'nadia',
  state,
  channel: 'email',
  at: clock('09:00'),
})

// Twenty worlds, made once.
const worlds = new Map<number, InvitedWorld>()
const worldOf = (seed: number): InvitedWorld => {
  const world = worlds.get(seed) ?? invitedWorld(seed, 5000)
  worlds.set(seed, world)
  return world
}

// What METHOD.md tells of her, and nothing more: a discovery call in February, Drummondville, « pas maintenant : budget ».
const saidInFebruary = sylvie().notNow
const bare = (note: string): Contact => sylvie({ interests: [], notNow: saidInFebruary && { ...saidInFebruary, change: null, note } })
const isRemembered = ({ isNear, reasons, contact }: Invitee): boolean =>
  isNear && contact.lastReachedAt !== null && contact.unansweredAt.length === 0 && reasons.some(({ kind }) => kind === 'not-now')

test(
  'among five thousand people, the one who said « pas maintenant : budget » in February comes first for the talk in Drummondville',
  { timeout: 60_000 },
  () => {
    const { facts: crowd, event } = invitedWorld(1, 5000)
    const contacts = [...crowd.contacts, sylvie()]
    const world = { ...crowd, contacts, enquiries: [...crowd.enquiries, sylviesEnquiry], invitations: [], events: [event] }
    const [first] = whoToInvite(anEvent(), world, { ...options, limit: 10 })
    expect(first?.contact.name).toBe('Sylvie Tremblay')
    expect(first?.reasons.map(({ kind }) => kind)).toEqual(['not-now', 'interest', 'near', 'asked'])
  },
)

test('whatever the five thousand, first event or not, she is first by her call, her town and her « pas maintenant » alone', { timeout: 120_000 }, () => {
  for (let seed = 1; seed <= 20; seed += 1) {
    const { facts: crowd, event } = worldOf(seed)
    const known = { ...crowd, contacts: [...crowd.contacts, bare('Appel découverte.')] }
    for (const world of [known, { ...known, invitations: [], events: [event] }]) {
      expect([seed, whoToInvite(anEvent(), world, { ...options, limit: 1 })[0]?.contact.id]).toEqual([seed, 'sylvie'])
    }
  }
})

test('where nothing of her call was noted, only others near who said « pas maintenant » come before her', { timeout: 60_000 }, () => {
  for (let seed = 1; seed <= 20; seed += 1) {
    const { facts: crowd } = worldOf(seed)
    const list = whoToInvite(anEvent(), { ...crowd, contacts: [...crowd.contacts, bare('')] }, { ...options, limit: 50 })
    const at = list.findIndex(({ contact }) => contact.id === 'sylvie')
    expect([seed, at]).not.toEqual([seed, -1])
    expect(list.slice(0, at).filter((each) => !isRemembered(each))).toEqual([])
  }
})

test('she is remembered no more once she was pressed since, or after two years: then she is weighed as the others are', () => {
  const [still] = invited([bare('Appel découverte.')])
  const [pressed] = invited([{ ...bare('Appel découverte.'), unansweredAt: [clock('09:00')] }])
  const [old] = invited([sylvie({ interests: [], notNow: saidInFebruary && { ...saidInFebruary, at: '2024-02-12T15:00:00.000Z' as Instant } })])
  const [most] = whoToInvite(anEvent(), withContact({ notNow: null }), options)
  for (const less of [pressed, old]) expect(less?.score).toBeLessThan(most?.score ?? Number.NaN)
  expect(still?.score).toBeGreaterThan(most?.score ?? Number.NaN)
})

// Seeds that no weight was chosen on.
test('of the ten who come first, eight would say yes, in worlds whose people decide by other rules than the ranking', { timeout: 60_000 }, () => {
  const others = Array.from({ length: 20 }, (_, n) => invitedWorld(1001 + n, 5000))
  const share = (top: (world: InvitedWorld) => readonly string[]): number =>
    others.reduce((sum, world) => sum + top(world).filter((id) => world.yes.has(id)).length / 10, 0) / others.length
  const ranked = share(({ event, facts }) => whoToInvite(event, facts, { ...options, limit: 10 }).map(({ contact }) => contact.id))
  const nearest = share(({ event, facts }) =>
    [...facts.contacts]
      .map((contact) => ({ id: contact.id, km: distanceTo(event, contact) }))
      .sort((a, b) => a.km - b.km)
      .slice(0, 10)
      .map(({ id }) => id),
  )
  expect(ranked).toBeGreaterThanOrEqual(0.8)
  expect(nearest).toBeLessThan(0.3)
})

const rich = (): InviteFacts =>
  facts({
    contacts: [sylvie({ relationship: 'past-client', tags: [] })],
    enquiries: [sylviesEnquiry],
    events: [anEvent({ id: 'before', title: 'Atelier', day: addDays(today, -300) })],
    invitations: [anInvitation('before', 'sylvie', 'present')],
    sales: [...invitedWorld(1, 400).facts.sales].slice(0, 1).map((sale) => ({ ...sale, contactId: 'sylvie' })),
  })
const withContact = (over: Partial<Contact>): InviteFacts => ({ ...rich(), contacts: [...rich().contacts].map((contact) => ({ ...contact, ...over })) })

test.each<[string, InviteFacts]>([
  ['not-now', withContact({ notNow: null })],
  ['interest', withContact({ interests: [] })],
  ['near', withContact({ city: 'Saint-Hyacinthe' })],
  ['quiet', withContact({ relationship: 'potential' })],
  ['asked', { ...rich(), enquiries: [] }],
  ['took-part', { ...rich(), invitations: [] }],
  ['bought', { ...rich(), sales: [] }],
])('a reason is a stored fact: without it, « %s » is no longer said and she comes lower', (kind, less) => {
  const [whole] = whoToInvite(anEvent(), rich(), options)
  const [without] = whoToInvite(anEvent(), less, options)
  expect(whole?.reasons.map((reason) => reason.kind)).toContain(kind)
  expect(without?.reasons.map((reason) => reason.kind)).not.toContain(kind)
  expect(without?.score).toBeLessThan(whole?.score ?? Number.NaN)
})

test('whoever is near is listed with her distance, and the distance can be chosen', () => {
  const people = [
    aContact({ id: 'here', city: 'drummondville' }),
    aContact({ id: 'near', city: 'St-Germain-de-Grantham' }),
    aContact({ id: 'far', city: 'Sherbrooke' }),
  ]
  expect(invited(people).map(({ contact, reasons }) => [contact.id, reasons])).toEqual([
    ['here', [{ kind: 'near', km: 0, city: 'drummondville' }]],
    ['near', [{ kind: 'near', km: 9, city: 'St-Germain-de-Grantham' }]],
  ])
  expect(ids(people, {}, anEvent(), { ...options, km: 80 })).toEqual(['here', 'near', 'far'])
})

test('from farther, one is invited for what the event is about, after those who are near', () => {
  const people = [
    aContact({ id: 'far', city: 'Québec', interests: ['prospection'] }),
    aContact({ id: 'near', city: 'Drummondville', interests: ['Prospections'] }),
    aContact({ id: 'unplaced', tags: ['Atelier d’un jour'] }),
    aContact({ id: 'stranger', city: 'Québec' }),
  ]
  expect(invited(people).map(({ contact, isNear }) => [contact.id, isNear])).toEqual([
    ['near', true],
    ['unplaced', false],
    ['far', false],
  ])
})

test('an event without a place asks for a tie to what it is about', () => {
  const online = anEvent({ place: '', title: 'Classe en ligne' })
  const people = [aContact({ id: 'a', city: 'Gaspé', interests: ['Prospection'] }), aContact({ id: 'b', city: 'Drummondville' })]
  expect(ids(people, {}, online)).toEqual(['a'])
})

test('outside Quebec, a larger gazetteer finds who is near', () => {
  const talk = anEvent({ place: 'Moncton', offerId: null, subjects: [] })
  const people = [aContact({ id: 'dieppe', city: 'Dieppe, NB' }), aContact({ id: 'windsor', city: 'Windsor' })]
  expect(ids(people, {}, talk)).toEqual([])
  expect(ids(people, {}, talk, { ...options, find: canada.find })).toEqual(['dieppe'])
})

test('nobody is invited twice, nor when she was let go, archived, or asked to be left until later', () => {
  const at = clock('09:00')
  const later = { reason: 'timing', note: '', until: addDays(today, 200), at, change: { type: 'date' } as const }
  const people = [
    sylvie({ id: 'invited' }),
    sylvie({ id: 'let-go', nextStep: null, letGo: { at, reason: 'said-no', note: '', setBy: null } }),
    sylvie({ id: 'archived', archivedAt: at }),
    sylvie({ id: 'later', notNow: later }),
    sylvie({ id: 'welcome' }),
  ]
  expect(ids(people, { invitations: [anInvitation('talk', 'invited', 'declined')] })).toEqual(['welcome'])
})

test('what someone merged into another bought and attended is the other’s', () => {
  const gone = aContact({ id: 'gone', mergedInto: 'kept' })
  const kept = aContact({ id: 'kept' })
  const before = anEvent({ id: 'before', title: 'Atelier', day: addDays(today, -90) })
  const [first] = invited([gone, kept], { events: [before], invitations: [anInvitation('before', 'gone', 'present')] })
  expect([first?.contact.id, first?.reasons]).toEqual(['kept', [{ kind: 'took-part', title: 'Atelier', day: before.day }]])
})

test('each comes with the channel that the law allows; those it allows none for come last', () => {
  const people = [sylvie({ id: 'silent' }), aContact({ id: 'callable', city: 'Nicolet' })]
  const how: InviteOptions = { ...options, channelFor: ({ id }) => (id === 'silent' ? null : 'phone') }
  expect(invited(people, {}, anEvent(), { ...how, km: 60 }).map(({ contact, channel }) => [contact.id, channel])).toEqual([
    ['callable', 'phone'],
    ['silent', null],
  ])
})

test('whatever the order and the people, the list is the same, holds each once and only who may be invited', () => {
  const person = fc.record({
    city: fc.constantFrom('Drummondville', 'Québec', 'Nowhere', ''),
    interests: fc.subarray(['Prospection', 'Ski', '🎿']),
    isGone: fc.boolean(),
    isInvited: fc.boolean(),
    until: fc.constantFrom(null, addDays(today, 10), addDays(today, 300)),
    lastTouchAt: fc.constantFrom(null, instantAt(addDays(today, -400), '10:00', zone), clock('08:00')),
  })
  fc.assert(
    fc.property(fc.array(person, { maxLength: 30 }), fc.integer(), (people, turn) => {
      const contacts = people.map(({ isGone, until, city, interests, lastTouchAt }, n) =>
        aContact({
          id: `p${n}`,
          city,
          interests,
          lastTouchAt,
          archivedAt: isGone ? clock('09:00') : null,
          notNow: until && { reason: 'timing', note: '', until, at: clock('09:00'), change: { type: 'date' } },
        }),
      )
      const invitations = people.flatMap(({ isInvited }, n) => (isInvited ? [anInvitation('talk', `p${n}`)] : []))
      const list = ids(contacts, { invitations })
      const at = contacts.length === 0 ? 0 : Math.abs(turn) % contacts.length
      expect(ids([...contacts.slice(at), ...contacts.slice(0, at)].reverse(), { invitations })).toEqual(list)
      expect(new Set(list).size).toBe(list.length)
      for (const id of list) {
        const { isGone, isInvited, until } = people[Number(id.slice(1))] ?? {}
        expect([isGone, isInvited, until === addDays(today, 300)]).toEqual([false, false, false])
      }
    }),
  )
})

test('no more people are asked about than ten times those shown', () => {
  let asked = 0
  const people = Array.from({ length: 500 }, (_, n) => aContact({ id: `p${n}`, city: 'Drummondville' }))
  const list = invited(people, {}, anEvent() satisfies Event, { ...options, limit: 5, channelFor: () => ((asked += 1), null) })
  expect([list.length, asked]).toEqual([5, 50])
})

test('an invitation taken back is as though it had never been', () => {
  expect(ids([sylvie()], { invitations: [anInvitation('talk', 'sylvie', 'withdrawn')] })).toEqual(['sylvie'])
  expect(ids([sylvie()], { invitations: [anInvitation('talk', 'sylvie')] })).toEqual([])
})
