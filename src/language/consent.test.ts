import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anInstant, consentHistory } from '../../test/consent-histories.ts'
import { aDraft, aRecipient, aSender, express, inquiry, on, purchase, referral } from '../../test/consents.ts'
import { asDay } from '#method/calendar/day.ts'
import { canContact, type ContactRequest } from '#method/consent/can-contact.ts'
import { channels, purposes, writtenChannels } from '#method/consent/consent.ts'
import { footerOf, type UnsubscribeWay } from '#method/consent/footer.ts'
import { missingInMessage, missingOfReferral } from '#method/consent/message-content.ts'
import { grounds, missingThings, type Answer } from '#method/consent/verdict.ts'
import { alternativeSentence, expirySentence, untilSentence, whySentence } from './consent.ts'
import { channelNames, classNames, groundNames, missingNames, purposeNames } from './consent-names.ts'
import { footerText, formRequest, matterOf, openingLine, oralRequest } from './consent-words.ts'
import { forbiddenIn } from './glossary.ts'
import type { Language } from './language.ts'
import { typographyFaults } from './typography.ts'

const setting = { zone: 'America/Toronto', today: asDay('2026-11-23') }
const whyOf = (answer: Answer, language: Language): string => whySentence(answer.why, language, setting)
const ask = (over: Partial<ContactRequest>): Answer =>
  canContact({ events: [], contact: aRecipient(), channel: 'email', purpose: 'personal', at: on('2026-11-23'), sender: aSender(), ...over })
const groundsIn = (sentence: string, language: Language) => grounds.filter((ground) => sentence.toLowerCase().includes(groundNames[ground][language]))

test('P9 both languages name the same ground', () => {
  fc.assert(
    fc.property(
      consentHistory,
      anInstant,
      fc.constantFrom(...channels, 'post' as const),
      fc.constantFrom(...purposes),
      fc.constantFrom('', 'FR', 'US'),
      (events, at, channel, purpose, country) => {
        const answer = canContact({ events, contact: aRecipient({ country }), channel, purpose, at, sender: aSender({ confirmedAt: at }) })
        const [french, english] = [whyOf(answer, 'fr'), whyOf(answer, 'en')]
        if (answer.why.code === 'ground' || answer.why.code === 'ended') {
          expect(groundsIn(french, 'fr')).toEqual([answer.why.ground])
          expect(groundsIn(english, 'en')).toEqual([answer.why.ground])
        }
        expect(typographyFaults(french)).toEqual([])
        expect(forbiddenIn(french)).toEqual([])
        for (const other of answer.alternatives) expect(typographyFaults(alternativeSentence(other, 'fr', setting))).toEqual([])
      },
    ),
    { numRuns: 300 },
  )
})

test('an allowed contact says its ground, its day and its end', () => {
  const answer = ask({ events: [purchase('2024-11-24')] })
  expect(whyOf(answer, 'fr')).toBe('Achat du 24 novembre 2024; permis jusqu’au 23 novembre 2026.')
  expect(whyOf(answer, 'en')).toBe('Purchase of November 24, 2024; allowed until November 23, 2026.')
  expect([untilSentence(answer, 'fr'), untilSentence(answer, 'en')]).toEqual(['Jusqu’au 23 novembre 2026', 'Until November 23, 2026'])
  const consented = ask({ events: [express('2026-02-01')] })
  expect(whyOf(consented, 'fr')).toBe('Consentement exprès du 1er février 2026; aucune échéance.')
  expect([untilSentence(consented, 'fr'), untilSentence(consented, 'en')]).toEqual(['Aucune échéance', 'No end date'])
})

test('a refusal says what ended, what is missing or when it will be possible', () => {
  expect(whyOf(ask({ events: [inquiry('2026-02-12')] }), 'fr')).toBe('Demande de renseignements du 12 février 2026; permis jusqu’au 11 août 2026 seulement.')
  expect(whyOf(ask({ events: [purchase('2026-05-01')], sender: aSender({ mailingAddress: '', phone: '', email: '', website: '' }) }), 'fr')).toBe(
    'Il manque à votre profil\u00A0: votre adresse postale et un téléphone, un courriel ou un site.',
  )
  const night = ask({ channel: 'phone', events: [purchase('2026-05-01')], at: on('2026-11-23', '08:30') })
  expect(whyOf(night, 'fr')).toBe('Hors des heures d’appel; possible dès aujourd’hui, 9\u00A0h.')
  expect(night.alternatives.map((other) => alternativeSentence(other, 'en', setting))[0]).toBe('Call from today, 9:00\u00A0a.m.')
})

test('a right to write that ends soon is a reason to call', () => {
  expect(expirySentence({ firstBlockedDay: asDay('2026-12-01') }, 'fr', setting.today)).toBe(
    'Vous pouvez lui écrire jusqu’au 30 novembre\u00A0: c’est le moment de demander son accord.',
  )
})

test('every name follows the typography and the glossary of Quebec', () => {
  const names = [groundNames, channelNames, classNames, purposeNames, missingNames].flatMap((each) => Object.values(each))
  expect(names.flatMap(({ fr }) => [...typographyFaults(fr), ...forbiddenIn(fr)])).toEqual([])
  expect(Object.keys(missingNames).sort()).toEqual([...missingThings].sort())
})

const ways: readonly UnsubscribeWay[] = [{ by: 'link', url: 'https://atelier.example/u/1' }, { by: 'reply' }, { by: 'keyword' }]

test('the lines that the law adds pass the gate of the law, in both languages, by every channel', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...writtenChannels),
      fc.constantFrom(...ways),
      fc.constantFrom('', 'https://atelier.example/qui'),
      fc.constantFrom('fr' as const, 'en' as const),
      fc.constantFrom('Atelier Roy', '', 'L’Œuvre & Cie (Québec) inc.'),
      fc.constantFrom('C. P. 120, Drummondville (Québec) J2B 6V6', '12, rue Lindsay\nDrummondville (Québec)  J2B 1A1'),
      (channel, unsubscribe, identificationLink, language, businessName, mailingAddress) => {
        const sender = aSender({ businessName, mailingAddress })
        const text = footerText(footerOf(sender, { channel, unsubscribe, identificationLink, referrer: 'Marie Roy' }), language)
        const draft = aDraft({ text: `Bonjour!\n\n${text}`, identificationLink })
        expect(missingInMessage(draft, sender)).toEqual([])
        expect(missingOfReferral(draft, 'Marie Roy')).toEqual([])
        if (language === 'fr') expect(typographyFaults(text)).toEqual([])
      },
    ),
  )
})

test('an e-mail ends with who writes, from where, how to answer and how to stop', () => {
  const lines = footerOf(aSender(), { channel: 'email', unsubscribe: { by: 'link', url: 'https://atelier.example/u/1' } })
  expect(footerText(lines, 'fr').split('\n')).toEqual([
    'Nadia Roy, Atelier Roy',
    '12, rue Lindsay, Drummondville (Québec) J2B 1A1',
    '819 555-0101 · nadia@atelier.example · https://atelier.example',
    'Pour ne plus recevoir mes messages\u00A0: https://atelier.example/u/1',
  ])
})

test('a text message names its sender by a link and stops in both languages', () => {
  const text = footerText(footerOf(aSender(), { channel: 'sms', unsubscribe: { by: 'keyword' }, identificationLink: 'https://atelier.example/q' }), 'fr')
  expect(text).toBe('Qui vous écrit\u00A0: https://atelier.example/q\nARRÊT pour ne plus recevoir de textos. STOP to unsubscribe.')
})

test('a referral in the message that Entrain writes is the one that the law wants', () => {
  const events = [referral('2026-11-20')]
  const footer = footerText(footerOf(aSender(), { channel: 'email', unsubscribe: { by: 'reply' }, referrer: 'Marie Roy' }), 'fr')
  expect(ask({ events, draft: aDraft({ text: footer }) })).toMatchObject({ verdict: 'allow', ground: 'referral' })
})

test('a call opens with who, for whom and about what', () => {
  const line = (over: Parameters<typeof aSender>[0], about: string, language: Language) => openingLine(aSender(over), about, language)
  expect(line({}, 'la conférence du 24 mars', 'fr')).toBe('Bonjour, ici Nadia Roy d’Atelier Roy. Je vous appelle au sujet de la conférence du 24 mars.')
  expect(line({}, 'le coaching de mars', 'fr')).toContain('au sujet du coaching de mars.')
  expect(line({ businessName: 'Coaching Nadia' }, '', 'fr')).toBe('Bonjour, ici Nadia Roy de Coaching Nadia. Je vous appelle au sujet de…')
  expect(line({ businessName: '' }, 'our talk', 'en')).toBe('Hello, this is Nadia Roy. I am calling about our talk.')
})

test('one calls about the offer that her subject names, otherwise about her message', () => {
  expect(matterOf('forfait leger', ['Conférence', 'Forfait léger'], 'fr')).toBe('Forfait léger')
  expect(matterOf('Vos forfaits', ['Forfait léger'], 'fr')).toBe('votre message')
  expect(matterOf('', ['Forfait léger'], 'en')).toBe('your message')
})

test('the words that ask for consent give their version, who writes, from where, and that it can stop', () => {
  const spoken = oralRequest(aSender(), 'fr')
  expect(spoken.question).toBe('Je peux vous écrire quand je passe dans votre coin?')
  expect(spoken.version).toBe('oral-1')
  expect(spoken.promise).toContain('Atelier Roy')
  expect(spoken.details).toContain('12, rue Lindsay')
  const written = formRequest(aSender(), ['personal', 'newsletter'], 'fr')
  expect(written.text).toBe(
    'J’accepte qu’Atelier Roy (12, rue Lindsay, Drummondville (Québec) J2B 1A1, 819 555-0101, nadia@atelier.example, https://atelier.example) m’écrive\u00A0: messages personnels et infolettres. Je peux retirer ce consentement en tout temps.',
  )
})
