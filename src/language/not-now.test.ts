import { expect, test } from 'vitest'
import { clock, today, zone } from '#test/a-day.ts'
import { asDay, type Instant } from '#method/calendar/day.ts'
import type { NotNow } from '#method/contact/contact.ts'
import { notNowSentence, type NotNowSetting } from './not-now.ts'

const setting: NotNowSetting = { today, zone, offerName: (id) => (id === 'atelier' ? 'Atelier d’un jour' : undefined) }
const said = (over: Partial<NotNow>): NotNow => ({ reason: 'budget', note: '', until: null, at: clock('09:00'), ...over })

test.each<[Partial<NotNow>, string, string]>([
  [{}, 'A dit «\u00A0pas maintenant\u00A0» en novembre\u00A0: le budget.', 'Said “not now” in November: budget.'],
  [
    { at: '2025-02-12T15:00:00.000Z' as Instant, change: { type: 'event-near' } },
    'A dit «\u00A0pas maintenant\u00A0» en février 2025\u00A0: le budget; attend un événement près d’elle.',
    'Said “not now” in February 2025: budget; is waiting for an event close to home.',
  ],
  [
    { reason: 'timing', until: asDay('2027-03-03'), change: { type: 'date' } },
    'A dit «\u00A0pas maintenant\u00A0» en novembre\u00A0: le moment; demande d’en reparler le 3 mars 2027.',
    'Said “not now” in November: timing; asked to talk again on March 3, 2027.',
  ],
  [
    { change: { type: 'offer', offerId: 'atelier' } },
    'A dit «\u00A0pas maintenant\u00A0» en novembre\u00A0: le budget; attend l’offre «\u00A0Atelier d’un jour\u00A0».',
    'Said “not now” in November: budget; is waiting for “Atelier d’un jour”.',
  ],
  [
    { change: { type: 'offer', offerId: null } },
    'A dit «\u00A0pas maintenant\u00A0» en novembre\u00A0: le budget; attend une nouvelle offre.',
    'Said “not now” in November: budget; is waiting for a new offer.',
  ],
  [
    { reason: 'other', change: { type: 'words', words: 'quand ma sœur sera partie' } },
    'A dit «\u00A0pas maintenant\u00A0» en novembre; sa réponse changera ainsi\u00A0: «\u00A0quand ma sœur sera partie\u00A0».',
    'Said “not now” in November; what would change it: “quand ma sœur sera partie”.',
  ],
  // The day that Entrain proposed is not one that she asked for.
  [{ until: asDay('2027-02-21') }, 'A dit «\u00A0pas maintenant\u00A0» en novembre\u00A0: le budget.', 'Said “not now” in November: budget.'],
])('%j is told in one sentence', (over, fr, en) => {
  expect([notNowSentence(said(over), 'fr', setting), notNowSentence(said(over), 'en', setting)]).toEqual([fr, en])
})
