import { expect, test } from 'vitest'
import { clock, today, zone } from '#test/a-day.ts'
import { asDay, instantAt, type Day, type Instant } from '#method/calendar/day.ts'
import { enquiryWays } from '#method/enquiry/enquiry.ts'
import type { Reason } from '#method/next/reason.ts'
import { drawnSentence, reasonSentence, waitingSentence } from './reasons.ts'
import { forbiddenIn } from './glossary.ts'
import { typographyFaults } from './typography.ts'

const day = (text: string): Day => asDay(text)
const on = (text: string, time = '10:00'): Instant => instantAt(asDay(text), time, zone)
const said = { saidAt: on('2026-02-12'), because: 'budget' }
const setting = { today, zone }

const reasons: readonly [Reason, string, string][] = [
  [{ kind: 'wrote', at: clock('09:12') }, 'A écrit ce matin à 9 h 12.', 'Wrote this morning at 9:12 a.m.'],
  [{ kind: 'called', at: on('2026-11-22', '16:20') }, 'A appelé hier à 16 h 20.', 'Called yesterday at 4:20 p.m.'],
  [{ kind: 'visited', at: on('2026-11-12') }, 'A visité votre site le 12 novembre.', 'Visited your site on November 12.'],
  [
    { kind: 'enquiry', enquiryId: 'e', via: 'form', at: clock('14:00') },
    'A rempli votre formulaire cet après-midi à 14 h.',
    'Filled in your form this afternoon at 2:00 p.m.',
  ],
  [{ kind: 'promised', due: today, daysLate: 0, step: 'phone' }, 'Vous lui avez promis un appel pour aujourd’hui.', 'You promised a call for today.'],
  [
    { kind: 'promised', due: day('2026-11-14'), daysLate: 9, step: null },
    'Vous lui avez promis des nouvelles pour le 14 novembre, en retard de 9 jours.',
    'You promised news for November 14, 9 days late.',
  ],
  [{ kind: 'due', due: day('2026-11-21'), daysLate: 2 }, 'Suivi prévu le 21 novembre, en retard de 2 jours.', 'Follow-up due on November 21, 2 days late.'],
  [{ kind: 'due', due: today, daysLate: 0 }, 'Suivi prévu pour aujourd’hui.', 'Follow-up due today.'],
  [{ kind: 'due', due: day('2026-11-22'), daysLate: 1 }, 'Suivi prévu hier.', 'Follow-up due yesterday.'],
  [{ kind: 'thank', due: today, daysLate: 0 }, 'Vous vouliez la remercier aujourd’hui.', 'You meant to say thank you today.'],
  [
    { kind: 'thank', due: day('2026-11-20'), daysLate: 3 },
    'Vous vouliez la remercier le 20 novembre, en retard de 3 jours.',
    'You meant to say thank you on November 20, 3 days late.',
  ],
  [{ kind: 'snoozed', due: today }, 'Vous avez remis ce contact à aujourd’hui.', 'You put this off until today.'],
  [{ kind: 'chosen', on: day('2026-11-22') }, 'Vous l’avez choisie hier soir.', 'You chose this person last night.'],
  [{ kind: 'chosen', on: day('2026-11-20') }, 'Vous l’avez choisie le soir du 20 novembre.', 'You chose this person on the evening of November 20.'],
  [{ kind: 'meeting', due: today, time: '14:30' }, 'Rendez-vous aujourd’hui à 14 h 30.', 'Meeting today at 2:30 p.m.'],
  [
    { kind: 'meeting', due: day('2026-11-20'), time: null },
    'Rendez-vous le 20 novembre : notez ce qui en est ressorti.',
    'Meeting on November 20: note what came of it.',
  ],
  [
    { kind: 'event-near', eventId: 'e', title: 'Vendre sans vendre', day: day('2027-03-24'), km: 3.2 },
    'Habite à 3 km de « Vendre sans vendre », votre événement du 24 mars 2027.',
    'Lives 3 km from “Vendre sans vendre”, your event on March 24, 2027.',
  ],
  [
    { kind: 'event-near', eventId: 'e', title: '', day: day('2026-11-24'), km: 0 },
    'Habite tout près de votre événement de demain.',
    'Lives close to your event tomorrow.',
  ],
  [
    { kind: 'said-date', day: today, ...said },
    'Avait dit « pas maintenant » le 12 février (budget); à reprendre à partir d’aujourd’hui.',
    'Said “not now” on February 12 (budget); to be taken up again from today.',
  ],
  [
    { kind: 'said-event', eventId: 'e', title: 'Conférence', day: day('2026-12-28'), km: 7, ...said },
    'Avait dit « pas maintenant » le 12 février (budget); « Conférence » aura lieu à 7 km, le 28 décembre.',
    'Said “not now” on February 12 (budget); “Conférence” takes place 7 km away, on December 28.',
  ],
  [
    { kind: 'said-offer', offerId: 'o', name: 'Forfait léger', ...said, because: 'other' },
    'Avait dit « pas maintenant » le 12 février; vous offrez maintenant « Forfait léger ».',
    'Said “not now” on February 12; you now offer “Forfait léger”.',
  ],
  [{ kind: 'next-touch', touch: 3, lastTouchAt: on('2026-11-12') }, 'Dernier contact le 12 novembre.', 'Last contact on November 12.'],
  [{ kind: 'source', source: 'referral', words: 'Luc Fortin', since: null }, 'Recommandation : Luc Fortin.', 'Referral: Luc Fortin.'],
  [{ kind: 'source', source: 'met', words: '', since: on('2026-03-03') }, 'Première conversation le 3 mars.', 'First conversation on March 3.'],
  [{ kind: 'source', source: 'inquiry', words: '', since: null }, 'Vous a déjà fait une demande.', 'Has sent you an enquiry before.'],
  [{ kind: 'source', source: 'inquiry', words: 'Demande', since: null }, 'Vous a déjà fait une demande.', 'Has sent you an enquiry before.'],
  [
    { kind: 'client', relationship: 'client', lastTouchAt: on('2026-03-20'), days: 248 },
    'Fait partie de votre clientèle, sans nouvelles depuis 8 mois.',
    'One of your clients, no contact for 8 months.',
  ],
  [
    { kind: 'client', relationship: 'past-client', lastTouchAt: on('2026-11-03'), days: 20 },
    'Fait partie de votre ancienne clientèle; dernier contact le 3 novembre.',
    'One of your past clients; last contact on November 3.',
  ],
  [{ kind: 'client', relationship: 'client', lastTouchAt: null, days: null }, 'Fait partie de votre clientèle.', 'One of your clients.'],
  [
    { kind: 'renew', relationship: 'partner', lastTouchAt: on('2026-07-20'), days: 126 },
    'À renouer : partenaire, sans nouvelles depuis 4 mois.',
    'To renew: a partner of yours, no contact for 4 months.',
  ],
  [
    { kind: 'renew', relationship: 'other', lastTouchAt: on('2026-10-20'), days: 34 },
    'À renouer : sans nouvelles depuis 34 jours.',
    'To renew: no contact for 34 days.',
  ],
  [
    { kind: 'never-contacted', since: on('2026-11-03'), source: '' },
    'Premier contact à faire; ajout le 3 novembre.',
    'First contact to make; added November 3.',
  ],
  [
    { kind: 'never-contacted', since: on('2026-11-03'), source: 'Salon' },
    'Premier contact à faire; ajout le 3 novembre (Salon).',
    'First contact to make; added November 3 (Salon).',
  ],
  [
    { kind: 'never-contacted', since: on('2026-11-03'), source: 'Demande' },
    'Premier contact à faire; ajout le 3 novembre (Demande).',
    'First contact to make; added November 3 (Enquiry).',
  ],
  [{ kind: 'quiet', lastTouchAt: on('2026-10-20'), days: 34 }, 'Sans nouvelles depuis 34 jours.', 'No contact for 34 days.'],
]
const plain = (text: string): string => text.replaceAll('\u00A0', ' ')

test.each(reasons)('someone comes next for a reason that is a fact: %o', (reason, french, english) => {
  expect(plain(reasonSentence(reason, 'fr', setting))).toBe(french)
  expect(plain(reasonSentence(reason, 'en', setting))).toBe(english)
})

test('every reason keeps the typography and the words of Quebec, and says « elle » or « il » of nobody', () => {
  const ways = enquiryWays.map((via): Reason => ({ kind: 'enquiry', enquiryId: 'e', via, at: on('2026-11-23', '19:05') }))
  const french = [...[...reasons.map(([reason]) => reason), ...ways].map((reason) => reasonSentence(reason, 'fr', setting)), drawnSentence.fr]
  expect(french.flatMap((sentence) => typographyFaults(sentence).map((fault) => ({ sentence, fault })))).toEqual([])
  expect(french.flatMap((sentence) => forbiddenIn(sentence))).toEqual([])
  expect(french.filter((sentence) => /\b(?:elle|il|cliente|promise|appelée?)\b/i.test(sentence) && !/A appelé/.test(sentence))).toEqual([])
  expect(french.filter((sentence) => !sentence.endsWith('.'))).toEqual([])
})

test('an enquiry has a clock in plain words', () => {
  const at = clock('13:20')
  expect(plain(waitingSentence(at, clock('13:20'), 'fr'))).toBe('Vient d’arriver.')
  expect(plain(waitingSentence(at, clock('14:00'), 'fr'))).toBe('Attend depuis 40 min.')
  expect(plain(waitingSentence(at, on('2026-11-26', '15:00'), 'fr'))).toBe('Attend depuis 3 jours.')
  expect(plain(waitingSentence(at, clock('15:25'), 'en'))).toBe('Waiting for 2 h 5 min.')
})
