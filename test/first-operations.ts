import { idOf } from './operations.ts'

const zone = 'America/Toronto'
const at = '2026-06-01T14:00:00.000Z'
const person = idOf(1, 1)
const other = idOf(1, 2)
const entry = {
  kind: 'phone',
  direction: 'out',
  outcome: 'not-now',
  contactIds: [person],
  minutes: 12,
  title: '',
  note: 'À l’automne.',
  notNow: 'budget',
  occurredAt: at,
  zone,
  meeting: null,
  after: { take: 'proposal' },
}
const steps = { reached: 7, 'message-left': 2, 'no-answer': 1, sent: 4, replied: 7, 'not-now': 90, yes: 7, done: 7 }

/** Every change as the first Entrain wrote it, to the letter: a phone that comes back after a long while sends these. */
export const firstChanges: readonly object[] = [
  {
    type: 'settings.put',
    fields: {
      firstName: 'Nadia',
      language: 'fr',
      zone,
      currency: 'CAD',
      theme: 'system',
      steps,
      weekStartsOn: 'sunday',
      importMappings: { 'Nom\tTél': ['name', null] },
    },
  },
  {
    type: 'schedule.set',
    schedule: { id: idOf(7, 1), effectiveFrom: '2026-06-01', weekdays: [1, 2, 3, 4, 5], holidays: 'quebec', easter: 'good-friday' },
  },
  { type: 'day-off.put', dayOff: { id: idOf(7, 2), from: '2026-07-20', to: '2026-07-31', kind: 'vacation', removed: false } },
  {
    type: 'goal.set',
    goal: { id: idOf(6, 1), goalId: 'main', effectiveFrom: '2026-06-01', target: 20, per: 'day', measure: { type: 'all' }, counting: 'people' },
  },
  { type: 'kind.put', kind: { id: 'visite', name: 'Visite', icon: 'door-open', hue: 'blue', minutes: 30, people: 'one', archived: false } },
  { type: 'offer.put', offer: { id: idOf(9, 1), name: 'Accompagnement', price: 120_000, archived: false } },
  {
    type: 'contact.add',
    contactId: person,
    fields: {
      name: 'Hélène Roy',
      organisation: '',
      role: '',
      emails: [{ label: '', address: 'helene@example.com' }],
      phones: [{ label: 'mobile', number: '+18195550142' }],
      city: 'Drummondville',
      address: '',
      website: '',
      birthday: '',
      language: 'fr',
      relationship: 'potential',
      tags: ['salon'],
      notes: '',
      source: 'Salon',
      notNow: null,
    },
    step: { due: '2026-06-02', time: null, kind: 'phone', promised: true, note: '', origin: 'chosen' },
  },
  {
    type: 'contact.import',
    importId: idOf(5, 1),
    file: 'personnes.csv',
    rows: [{ contactId: other, isNew: true, fields: { name: 'Helene Roy' }, due: '2026-06-03' }],
  },
  { type: 'contact.edit', contactId: person, fields: { notNow: { reason: 'timing', note: '', until: '2026-09-01', at } } },
  { type: 'activity.record', activityId: idOf(2, 1), ...entry },
  { type: 'activity.correct', corrects: idOf(2, 1), activityId: idOf(2, 2), ...entry, minutes: 20 },
  { type: 'activity.record', activityId: idOf(2, 3), ...entry, outcome: 'reached', notNow: null, after: { take: 'let-go', reason: 'other' } },
  { type: 'activity.void', activityId: idOf(2, 3) },
  {
    type: 'sale.record',
    saleId: idOf(4, 1),
    amount: 120_000,
    currency: 'CAD',
    offerId: idOf(9, 1),
    contactId: person,
    activityId: null,
    refunds: null,
    note: '',
    occurredAt: at,
    zone,
  },
  { type: 'sale.void', saleId: idOf(4, 1), voided: true },
  { type: 'step.set', contactId: person, step: { due: '2026-06-09', time: null, kind: null, promised: false, note: '', origin: 'snoozed' } },
  { type: 'step.let-go', contactId: other, reason: 'moved-on', note: '' },
  { type: 'contact.merge', mergeId: idOf(3, 1), keep: person, gone: other },
  { type: 'contact.unmerge', mergeId: idOf(3, 1) },
  { type: 'contact.archive', contactId: other, archived: true },
  { type: 'contact.delete', contactId: other, deleted: true },
  { type: 'import.undo', importId: idOf(5, 1) },
]

/** The same as operations, in their order. */
export const firstOperations: readonly object[] = firstChanges.map((change, index) => ({ id: idOf(80, index + 1), at, zone, change }))
