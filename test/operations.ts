import fc from 'fast-check'
import { outcomes } from '#method/activity/activity.ts'
import { addDays, asDay, asInstant, type Day } from '#method/calendar/day.ts'
import { letGoReasons } from '#method/contact/contact.ts'
import type { Change, ChosenStep, Operation } from '#method/ledger/operation.ts'
import { asCents } from '#method/sale/sale.ts'

/** A UUID that names the nth thing of a sort, for tests that need to name things again. */
export const idOf = (sort: number, n: number): string => `0190${String(sort).padStart(4, '0')}-0000-7000-8000-${String(n).padStart(12, '0')}`

const contact = fc.integer({ min: 1, max: 5 }).map((n) => idOf(1, n))
const activity = fc.integer({ min: 1, max: 8 }).map((n) => idOf(2, n))
const merge = fc.integer({ min: 1, max: 3 }).map((n) => idOf(3, n))
const sale = fc.integer({ min: 1, max: 4 }).map((n) => idOf(4, n))
const batch = fc.integer({ min: 1, max: 2 }).map((n) => idOf(5, n))
const pastActivity = fc.integer({ min: 1, max: 4 }).map((n) => idOf(6, n))
const pastSale = fc.integer({ min: 50, max: 53 }).map((n) => idOf(4, n))
const enquiry = fc.integer({ min: 1, max: 3 }).map((n) => idOf(7, n))
const event = fc.integer({ min: 1, max: 2 }).map((n) => idOf(8, n))
const start = asDay('2026-11-02')
const day: fc.Arbitrary<Day> = fc.integer({ min: 0, max: 40 }).map((n) => addDays(start, n))
const step: fc.Arbitrary<ChosenStep> = fc.record({
  due: day,
  time: fc.constant(null),
  kind: fc.constantFrom(null, 'phone'),
  promised: fc.boolean(),
  note: fc.constant(''),
  origin: fc.constantFrom('chosen' as const, 'snoozed' as const),
})
const instant = fc.integer({ min: 0, max: 30 * 24 * 60 }).map((minutes) => asInstant(Date.parse('2026-11-02T05:00:00Z') + minutes * 60_000))
const zone = 'America/Toronto'

const entry = fc.record({
  activityId: activity,
  kind: fc.constantFrom('phone', 'email', 'networking', 'post'),
  direction: fc.constantFrom('out' as const, 'in' as const),
  outcome: fc.constantFrom(...outcomes),
  contactIds: fc.uniqueArray(contact, { maxLength: 2 }),
  minutes: fc.constantFrom(null, 4),
  title: fc.constant(''),
  note: fc.constantFrom('', 'On s’en reparle.'),
  notNow: fc.constant(null),
  occurredAt: instant,
  zone: fc.constant(zone),
  meeting: fc.constant(null),
  after: fc.oneof(
    { weight: 3, arbitrary: fc.constant({ take: 'proposal' as const }) },
    fc.record({ take: fc.constant('step' as const), step }),
    fc.record({ take: fc.constant('let-go' as const), reason: fc.constantFrom(...letGoReasons) }),
  ),
})

/** Any change to the people, facts and steps of a small workspace. */
export const anyChange: fc.Arbitrary<Change> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      type: fc.constant('contact.add' as const),
      contactId: contact,
      fields: fc.record({ name: fc.constantFrom('Nathalie', 'Éric'), city: fc.constantFrom('', 'Sorel') }),
      step: fc.option(step),
    }),
  },
  fc.record({
    type: fc.constant('contact.edit' as const),
    contactId: contact,
    fields: fc.record({ city: fc.constantFrom('Drummondville', 'Québec'), notes: fc.constantFrom('a', 'b') }),
  }),
  fc.record({ type: fc.constant('contact.archive' as const), contactId: contact, archived: fc.boolean() }),
  fc.record({ type: fc.constant('contact.delete' as const), contactId: contact, deleted: fc.boolean() }),
  fc.record({ type: fc.constant('contact.merge' as const), mergeId: merge, keep: contact, gone: contact }),
  fc.record({ type: fc.constant('contact.unmerge' as const), mergeId: merge }),
  fc.record({
    type: fc.constant('contact.import' as const),
    importId: batch,
    file: fc.constant('clients.csv'),
    rows: fc.uniqueArray(
      fc.record({ contactId: contact, isNew: fc.boolean(), fields: fc.record({ name: fc.constant('Julie'), city: fc.constant('Gatineau') }), due: day }),
      { maxLength: 3, selector: ({ contactId }) => contactId },
    ),
  }),
  fc.record({ type: fc.constant('import.undo' as const), importId: batch }),
  { weight: 5, arbitrary: entry.map((given) => ({ type: 'activity.record' as const, ...given })) },
  fc.tuple(activity, entry).map(([corrects, given]) => ({ type: 'activity.correct' as const, corrects, ...given })),
  { weight: 2, arbitrary: fc.record({ type: fc.constant('activity.void' as const), activityId: activity }) },
  fc.record({ type: fc.constant('step.set' as const), contactId: contact, step }),
  fc.record({ type: fc.constant('step.let-go' as const), contactId: contact, reason: fc.constantFrom(...letGoReasons), note: fc.constant('') }),
  fc.tuple(sale, fc.integer({ min: 1, max: 500 }), contact, instant).map(([saleId, dollars, contactId, occurredAt]) => ({
    type: 'sale.record' as const,
    saleId,
    amount: asCents(dollars * 100),
    currency: 'CAD',
    offerId: null,
    contactId,
    activityId: null,
    refunds: null,
    note: '',
    occurredAt,
    zone,
  })),
  fc.record({ type: fc.constant('sale.void' as const), saleId: sale, voided: fc.boolean() }),
  fc.record({ type: fc.constant('contact.erase' as const), contactId: contact }),
  fc
    .tuple(
      batch,
      fc.uniqueArray(fc.tuple(pastActivity, instant, fc.boolean()), { minLength: 1, maxLength: 3, selector: ([id]) => id }),
      contact,
      fc.constantFrom(...outcomes),
      fc.uniqueArray(fc.tuple(pastSale, fc.option(pastSale), instant), { maxLength: 3, selector: ([id]) => id }),
    )
    .map(([importId, facts, who, outcome, sold]) => ({
      type: 'history.import' as const,
      importId,
      file: 'histoire.csv',
      activities: facts.map(([activityId, occurredAt, isDayOnly], place) => ({
        line: place + 2,
        isDayOnly,
        activityId,
        kind: 'phone',
        direction: 'out' as const,
        outcome,
        contactIds: [who],
        minutes: null,
        title: '',
        note: '',
        notNow: null,
        occurredAt,
        zone,
      })),
      // A refund may name a sale that is not there, is undone, or is too small.
      sales: sold.map(([saleId, refunds, occurredAt], place) => ({
        saleId,
        amount: asCents(refunds === null ? 10_000 : -4000),
        currency: 'CAD',
        offerId: null,
        contactId: who,
        activityId: facts[place]?.[0] ?? null,
        refunds,
        note: '',
        occurredAt,
        zone,
        line: place + 2,
      })),
    })),
  fc.record({
    type: fc.constant('history.undo' as const),
    importId: batch,
    activityIds: fc.uniqueArray(pastActivity, { maxLength: 3 }),
    saleIds: fc.uniqueArray(pastSale, { maxLength: 3 }),
  }),
  fc.tuple(enquiry, fc.option(contact), instant, fc.constantFrom('', 'form-1')).map(([enquiryId, contactId, receivedAt, mayWrite]) => ({
    type: 'enquiry.record' as const,
    enquiryId,
    contactId,
    via: 'email' as const,
    receivedAt,
    name: 'Nathalie',
    email: '',
    phone: '',
    city: '',
    subject: '',
    words: 'Est-ce pour moi?',
    language: 'fr' as const,
    mayWrite,
  })),
  fc.record({ type: fc.constant('enquiry.link' as const), enquiryId: enquiry, contactId: fc.option(contact) }),
  fc.tuple(event, day, instant).map(([id, when, createdAt]) => ({
    type: 'event.put' as const,
    event: {
      id,
      title: 'Conférence',
      place: 'Drummondville',
      latitude: 45.88,
      longitude: -72.48,
      venue: '',
      day: when,
      time: null,
      until: null,
      offerId: null,
      subjects: [],
      link: '',
      note: '',
      createdAt,
      archivedAt: null,
    },
  })),
  fc.tuple(event, contact, instant, fc.constantFrom('invited' as const, 'accepted' as const)).map(([eventId, contactId, at, state]) => ({
    type: 'invitation.put' as const,
    invitation: { eventId, contactId, state, channel: 'email' as const, at },
  })),
)

/** A run of operations with ids of their own, in the order of a device. */
export const anyOperations = (longest: number): fc.Arbitrary<readonly Operation[]> =>
  fc
    .array(fc.tuple(anyChange, instant), { minLength: 1, maxLength: longest })
    .map((made) => made.map(([change, at], n) => ({ id: idOf(9, n + 1), at, zone, change })))
