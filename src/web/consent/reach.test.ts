import { expect, test } from 'vitest'
import { addDays, asInstant, instantAt } from '#method/calendar/day.ts'
import { blankSender, type ConsentEvent, type ConsentFact } from '#method/consent/consent.ts'
import type { Contact } from '#method/contact/contact.ts'
import { defaultSettings } from '#method/ledger/settings.ts'
import { rank } from '#method/next/rank.ts'
import { situationAt } from '#method/next/situation.ts'
import { nextStepSentence } from '#language/sentences.ts'
import { aContact, anActivity, clock, today, zone } from '#test/a-day.ts'
import { aSender, on } from '#test/consents.ts'
import { channelsToInvite } from './channel-for.ts'
import type { ConsentGround } from './consent-ledger.ts'
import { lawfulStepIn, mayContactIn, reachOf } from './reach.ts'

const now = clock('14:00')
const said = (fact: ConsentFact, daysAgo = 10): ConsentEvent => {
  const at = instantAt(addDays(today, -daysAgo), '10:00', zone)
  return { id: `${fact.type} ${daysAgo}`, contactId: 'nathalie', memberId: 'nadia', fact, occurredAt: at, recordedAt: at }
}
const ledgerOf = (events: readonly ConsentEvent[], sender: typeof blankSender | null = aSender({ confirmedAt: on('2026-11-01') })): ConsentGround => ({
  about: (table, contactId) => (table === 'consent' && contactId === 'nathalie' ? (events as never) : []),
  salesOf: () => [],
  activitiesOf: () => [],
  windowFrom: addDays(today, -90),
  settings: () => ({ ...defaultSettings('nadia'), sender }),
})
const address = { emails: [{ label: '', address: 'nathalie@exemple.ca' }] }
const telephone = { phones: [{ label: 'mobile', number: '+18195550142' }] }
const toWrite = { ...aContact().nextStep!, kind: 'email', origin: 'proposed' } as const
const nathalie = (over: Partial<Contact> = {}): Contact => aContact({ city: 'Drummondville', nextStep: toWrite, ...over })

const inquiry: ConsentFact = { type: 'inquiry', means: 'email', words: '' }
const stop: ConsentFact = { type: 'withdrawal', scope: { type: 'writing' }, means: 'reply', words: 'STOP' }
const silence: ConsentFact = { type: 'withdrawal', scope: { type: 'all' }, means: 'call', words: '' }
const business: ConsentFact = { type: 'line-kind', line: 'business' }

const ranked = (ledger: ConsentGround, contact: Contact) => rank([contact], situationAt(now, zone, { may: mayContactIn(ledger, now) }))
const moment = { at: now, zone, language: 'fr' } as const
/** What each path that proposes something says of her: who is next, her page, her step in Suivis, an invitation. */
const walk = (events: readonly ConsentEvent[], contact: Contact) => {
  const ledger = ledgerOf(events)
  return {
    today: ranked(ledger, contact).map(({ channels }) => channels),
    page: reachOf(ledger, contact, moment).open.map(({ kind }) => kind),
    step: contact.nextStep && nextStepSentence(lawfulStepIn(ledger, now)(contact, contact.nextStep), 'fr', today),
    invitation: channelsToInvite(ledger, now)(contact),
  }
}

test('who may be written to is proposed by every path', () => {
  expect(walk([said(inquiry)], nathalie(address))).toEqual({
    today: [['email']],
    page: ['email'],
    step: 'Écrire un courriel aujourd’hui',
    invitation: ['email'],
  })
})

test('who said « ne m’écrivez plus » is not written to by any path: the telephone is left', () => {
  const walked = walk([said(inquiry), said(stop, 5), said(business, 4)], nathalie({ ...address, ...telephone }))
  expect(walked).toEqual({ today: [['phone']], page: ['phone'], step: 'Rappeler aujourd’hui', invitation: ['phone'] })
})

test('who asked for silence is proposed nowhere, and her step names no channel', () => {
  const walked = walk([said(inquiry), said(silence, 5)], nathalie({ ...address, ...telephone }))
  expect(walked).toEqual({ today: [], page: [], step: 'Reprendre contact aujourd’hui', invitation: [] })
})

test('whoever has an address only, and whose consent is over, leaves the list; her telephone would keep her there', () => {
  const old = said(inquiry, 200)
  expect(walk([old], nathalie(address)).today).toEqual([])
  expect(walk([old], nathalie({ ...address, ...telephone })).today).toEqual([[]])
  expect(walk([old, said(business)], nathalie({ ...address, ...telephone })).today).toEqual([['phone']])
})

test('an imported address without any ground is not guessed to be lawful', () => {
  expect(walk([], nathalie(address)).today).toEqual([])
})

test('a profile to complete hides nobody whom the law lets be written to, and nobody else stays for it', () => {
  const incomplete = { ...blankSender, zone }
  expect(ranked(ledgerOf([said(inquiry)], incomplete), nathalie(address))).toMatchObject([{ channels: [] }])
  expect(ranked(ledgerOf([said(inquiry, 200)], incomplete), nathalie(address))).toEqual([])
})

test('a step that needs no address of hers stays as it is', () => {
  const step = { ...toWrite, kind: 'in-person' }
  expect(lawfulStepIn(ledgerOf([said(silence)]), now)(nathalie(address), step)).toBe(step)
})

test('a yes said after the stop gives the step its channel back', () => {
  const yes: ConsentFact = {
    type: 'express-consent',
    channels: ['email'],
    classes: ['personal', 'invitation'],
    means: 'oral',
    wording: 'oral-1',
    language: 'fr',
    isPreChecked: false,
    isBundled: false,
    proof: '',
  }
  expect(lawfulStepIn(ledgerOf([said(stop, 5), said(yes, 2)]), asInstant(Date.parse(now)))(nathalie(address), toWrite).kind).toBe('email')
})

const byMarie: ConsentFact = {
  type: 'referral',
  referrerId: null,
  referrerName: 'Marie Roy',
  relationToSender: 'business',
  relationToContact: 'personal',
}

test('a referral opens writing until someone is written to, what this device no longer holds included', () => {
  const events = [said(byMarie, 120)]
  const open = (ledger: ConsentGround, contact: Contact) => reachOf(ledger, contact, moment).open.map(({ kind }) => kind)
  expect(open(ledgerOf(events), nathalie(address))).toEqual(['email'])
  const wrote = anActivity({ kind: 'email', outcome: 'sent', occurredAt: clock('09:00') })
  expect(open({ ...ledgerOf(events), activitiesOf: () => [wrote] }, nathalie({ ...address, touches: 1 }))).toEqual([])
  // A touch older than ninety days: nobody knows here whether it was the message, so it is taken for it.
  expect(open(ledgerOf(events), nathalie({ ...address, touches: 1 }))).toEqual([])
  // The referral is later than all that is not held: it has not served.
  expect(open(ledgerOf([said(byMarie, 20)]), nathalie({ ...address, touches: 1 }))).toEqual(['email'])
})

test('the bare way to write already holds the lines of the law, and who recommended when the right rests on it', () => {
  const hrefs = (events: readonly ConsentEvent[]) =>
    reachOf(ledgerOf(events), nathalie({ ...address, ...telephone }), moment).open.map(({ href }) => decodeURIComponent(href))
  const [letter = '', text = ''] = hrefs([said(byMarie, 5)])
  expect(letter).toMatch(/^mailto:nathalie@exemple\.ca\?body=/)
  expect(text).toMatch(/^sms:\+18195550142\?&body=/)
  for (const written of [letter, text]) {
    expect(written).toContain('Marie Roy m’a recommandé de vous écrire')
    expect(written).toContain('Nadia Roy, Atelier Roy')
  }
  expect(hrefs([said(inquiry)]).join()).not.toContain('Marie')
})

const told = (over: Partial<Contact>, at = now) => {
  const { open, closed, clock, isClockTelling, isZoneUnknown } = reachOf(ledgerOf([said(business)]), nathalie({ city: '', ...over }), { ...moment, at })
  const plain = (sentence: string | null | undefined) => sentence?.replaceAll('\u00A0', ' ')
  const why = plain(closed.find(({ kind }) => kind === 'phone')?.why)
  return { mayCall: open.some(({ kind }) => kind === 'phone'), why, clock: plain(clock), isClockTelling, isZoneUnknown }
}
const callable = (number: string) => ({ phones: [{ label: 'mobile', number }] })

test('whose clock is not known is called at the hours of every clock that may be hers; outside them, the sentence says why and her word opens it', () => {
  const evening = clock('20:00')
  expect(told(callable('+18195550142'))).toMatchObject({ mayCall: true, isClockTelling: false })
  expect(told(callable('+18195550142'), evening)).toEqual({
    mayCall: false,
    why: 'Hors des heures d’appel; possible dès demain, 12 h.',
    clock: 'Heure locale inconnue : appels de 12 h à 20 h, à votre heure.',
    isClockTelling: true,
    isZoneUnknown: true,
  })
  expect(told({ ...callable('+18195550142'), zone }, evening)).toMatchObject({ mayCall: true, isZoneUnknown: false })
})

test('a number of France, and nothing else, is called by the clock of Paris; one of Japan by no clock until it is said', () => {
  expect(told(callable('+33612345678'), clock('10:00'))).toMatchObject({ mayCall: true, clock: 'Il est 16 h chez elle; appels de 9 h à 21 h 30.' })
  expect(told(callable('+33612345678'), clock('19:00'))).toMatchObject({ mayCall: false, isZoneUnknown: false })
  expect(told(callable('+819012345678'))).toMatchObject({
    mayCall: false,
    clock: 'Heure locale inconnue : dites quelle heure il est chez elle pour l’appeler.',
    isClockTelling: true,
    isZoneUnknown: true,
  })
  expect(told({ ...callable('+819012345678'), zone: 'Asia/Tokyo' }, clock('20:00'))).toMatchObject({ mayCall: true, isZoneUnknown: false })
})
