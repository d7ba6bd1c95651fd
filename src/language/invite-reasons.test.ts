import { expect, test } from 'vitest'
import { asDay, type Instant } from '#method/calendar/day.ts'
import { notNowAnswers, type InviteReason } from '#method/event/invite-reason.ts'
import { forbiddenIn } from './glossary.ts'
import { inviteSentence } from './invite-reasons.ts'
import { nb } from './language.ts'
import { typographyFaults } from './typography.ts'

const setting = { today: asDay('2026-11-23'), zone: 'America/Toronto' }
const february = '2026-02-12T15:00:00.000Z' as Instant
const notNow: InviteReason = { kind: 'not-now', reason: 'budget', at: february, answer: 'budget' }
const near: InviteReason = { kind: 'near', km: 3, city: 'Drummondville' }

test('the two strongest reasons make one sentence of fact', () => {
  const interest: InviteReason = { kind: 'interest', interest: 'Prospection' }
  expect(inviteSentence([notNow, near, interest], 'fr', setting)).toBe(`A dit «${nb}pas maintenant${nb}» en février${nb}: le budget; habite à 3${nb}km.`)
  expect(inviteSentence([notNow, near, interest], 'en', setting)).toBe(`Said “not now” in February: budget; lives 3${nb}km away.`)
  expect(inviteSentence([], 'fr', setting)).toBe('')
})

const facts: readonly [InviteReason, string, string][] = [
  [{ kind: 'near', km: 0, city: 'Drummondville' }, 'Habite à Drummondville.', 'Lives in Drummondville.'],
  [{ kind: 'interest', interest: 'Prospection' }, `S’intéresse à «${nb}Prospection${nb}».`, 'Is interested in “Prospection”.'],
  [
    { kind: 'asked', at: '2025-12-03T15:00:00.000Z' as Instant, subject: 'Appel découverte' },
    'Vous a fait une demande en décembre 2025 (Appel découverte).',
    'Sent you an enquiry in December 2025 (Appel découverte).',
  ],
  [{ kind: 'bought', offer: 'Atelier', day: asDay('2026-03-01') }, `A acheté «${nb}Atelier${nb}» en mars.`, 'Bought “Atelier” in March.'],
  [{ kind: 'took-part', title: 'Salon', day: asDay('2025-11-01') }, `Était à «${nb}Salon${nb}» le 1er novembre 2025.`, 'Was at “Salon” on November 1, 2025.'],
  [{ kind: 'quiet', lastTouchAt: february }, 'Est sans nouvelles de vous depuis 9 mois.', 'Has not heard from you for 9 months.'],
  [{ ...notNow, reason: 'other' }, `A dit «${nb}pas maintenant${nb}» en février.`, 'Said “not now” in February.'],
]
test.each(facts)('one reason is said in both languages: %o', (reason, french, english) => {
  expect(inviteSentence([reason], 'fr', setting)).toBe(french)
  expect(inviteSentence([reason], 'en', setting)).toBe(english)
})

test('every way of answering a "not now" is said in good French', () => {
  for (const answer of notNowAnswers) {
    for (const reason of ['budget', 'timing', 'authority', 'has-another', 'other']) {
      const sentence = inviteSentence([{ kind: 'not-now', reason, at: february, answer }, near], 'fr', setting)
      expect([...typographyFaults(sentence), ...forbiddenIn(sentence)]).toEqual([])
    }
  }
})
