import { addDays, instantAt, type Day, type Instant } from '#method/calendar/day.ts'
import { workingDayFrom } from '#method/calendar/schedule.ts'
import type { ContactFields } from '#method/contact/contact.ts'
import { asCents } from '#method/sale/sale.ts'
import type { Chance } from './chance.ts'
import type { Desk } from './desk.ts'
import { entry } from './entry.ts'

/** The people of the article's day: those reached by two o'clock, in order, with the channel. */
export type Cast = readonly { readonly id: string; readonly kind: 'phone' | 'email' }[]

type Known = Partial<ContactFields> & { readonly name: string }
const mobile = (number: string) => ({ phones: [{ label: 'mobile', number }] })
const mail = (address: string) => ({ emails: [{ label: '', address }] })

const pastClients: readonly Known[] = [
  'Julie Roy',
  'Lise Côté',
  'Hélène St-Onge',
  'Chantal Girard',
  'Éric Bergeron',
  'Manon Fortin',
  'Johanne Caron',
  'Patrick Dubé',
  'Diane Simard',
  'Karim Haddad',
].map((name, n) => ({
  name,
  relationship: 'past-client',
  city: ['Drummondville', 'Montréal', 'Granby', 'Québec'][n % 4] ?? '',
  line: 'business',
  ...mobile(`+15145550${String(110 + n)}`),
  ...mail(`ancienne${n}@example.com`),
}))
const newcomers: readonly Known[] = ['Océane Thériault', 'Luis Ramirez', 'Ariane Poirier'].map((name, n) => ({
  name,
  city: 'Trois-Rivières',
  source: 'Chambre de commerce',
  line: 'business',
  ...mobile(`+18195550${String(130 + n)}`),
}))
const written: readonly Known[] = ['Camille Lapointe', 'Benoît Lévesque', 'Amina Diallo', 'Raphaël Morin'].map((name, n) => ({
  name,
  city: 'Sherbrooke',
  ...mail(`perso${n}@example.com`),
}))
// The order of the day: seventeen gestures, phone and mail as they came.
const order = 'pppmppppmpppmpppm'

/** Brings in the people whom the article's day is about, with what is known of them before today. */
export const meetTheCast = (desk: Desk, chance: Chance, today: Day): Cast => {
  const add = (fields: Known, days: number, due: Day, promised = false): string => {
    const id = chance.id()
    desk.write(desk.at(addDays(today, -days), '08:20'), {
      type: 'contact.add',
      contactId: id,
      fields,
      step: { due, time: null, kind: 'phone', promised, note: '', origin: 'chosen' },
    })
    return id
  }
  meetNathalie(desk, chance, today, add)
  meetSylvie(desk, chance, today, add)
  add(
    {
      name: 'Ginette Lavoie',
      city: 'Drummondville',
      line: 'business',
      source: 'Chambre de commerce',
      notes: 'Rencontrée au 5 à 7.',
      ...mobile('+18195550188'),
    },
    4,
    today,
  )
  const phones = [...pastClients.map((fields) => add(fields, 300, today)), ...newcomers.map((fields) => add(fields, 3, today))]
  const mails = written.map((fields) => add(fields, 40, today))
  return [...order].flatMap((letter) => {
    const id = (letter === 'p' ? phones : mails).shift()
    return id === undefined ? [] : [{ id, kind: letter === 'p' ? ('phone' as const) : ('email' as const) }]
  })
}

type Add = (fields: Known, days: number, due: Day, promised?: boolean) => string

const meetNathalie = (desk: Desk, chance: Chance, today: Day, add: Add): void => {
  const id = add(
    { name: 'Nathalie Gagnon', city: 'Drummondville', line: 'business', ...mobile('+18195550142'), ...mail('nathalie.gagnon@example.com') },
    70,
    addDays(today, -68),
  )
  for (const [days, outcome, note] of [
    [68, 'message-left', ''],
    [60, 'reached', 'Lance sa boutique en ligne cet automne.'],
    [35, 'no-answer', ''],
    [12, 'reached', 'On s’en reparle après mon lancement.'],
  ] as const) {
    const at = desk.at(addDays(today, -days), '14:30')
    desk.write(at, {
      type: 'activity.record',
      ...entry(
        chance.id(),
        'phone',
        outcome,
        [id],
        at,
        days === 12 ? { take: 'step', step: { due: today, time: null, kind: 'phone', promised: true, note: '', origin: 'chosen' } } : undefined,
      ),
      note,
      minutes: outcome === 'reached' ? 9 : null,
    })
  }
}

// The discovery call of last February: "not now, budget".
const meetSylvie = (desk: Desk, chance: Chance, today: Day, add: Add): void => {
  const id = add(
    { name: 'Sylvie Tremblay', city: 'Drummondville', line: 'business', ...mobile('+18195550177'), ...mail('sylvie.tremblay@example.com') },
    285,
    addDays(today, -284),
  )
  const at = desk.at(addDays(today, -284), '10:00')
  const due = workingDayFrom(addDays(today, 35), desk.calendar())
  desk.write(at, {
    type: 'activity.record',
    ...entry(chance.id(), 'phone', 'not-now', [id], at, { take: 'step', step: { due, time: null, kind: null, promised: false, note: '', origin: 'chosen' } }),
    note: 'Pas maintenant : budget. Intéressée par la conférence.',
    notNow: 'budget',
    minutes: 25,
  })
}

/** The article's day up to now: seventeen people before two o'clock, two sales on the way. Earlier in the day, it is told faster. */
export const liveToday = (desk: Desk, chance: Chance, today: Day, now: Instant, cast: Cast): void => {
  const zone = 'America/Toronto'
  const opening = Date.parse(instantAt(today, '08:30', zone))
  const end = Math.min(Date.parse(instantAt(today, '13:55', zone)), Date.parse(now) - 60_000)
  // Before half past eight, the story takes the hour that has just gone by, still today.
  const begin = end - opening > 30 * 60_000 ? opening : Math.max(Date.parse(instantAt(today, '00:00', zone)), end - 60 * 60_000)
  cast.forEach(({ id, kind }, n) => {
    const at = new Date(Math.max(begin, Math.round(begin + ((end - begin) * (n + 1)) / cast.length))).toISOString() as Instant
    const activityId = chance.id()
    desk.write(at, {
      type: 'activity.record',
      ...entry(activityId, kind, kind === 'phone' ? 'reached' : 'sent', [id], at),
      minutes: kind === 'phone' ? 6 : null,
    })
    const sold = n === 3 - 1 ? 30_000 : n === 9 ? 25_000 : 0
    if (sold > 0)
      desk.write(at, {
        type: 'sale.record',
        saleId: chance.id(),
        amount: asCents(sold),
        currency: 'CAD',
        offerId: null,
        contactId: saleTo(cast, n),
        activityId: null,
        refunds: null,
        note: '',
        occurredAt: at,
        zone,
      })
  })
}

// The two who buy are Julie Roy and Lise Côté: the first two calls of the day.
const saleTo = (cast: Cast, n: number): string | null => cast.filter(({ kind }) => kind === 'phone')[n < 5 ? 0 : 1]?.id ?? null
