import { asDay, instantAt, type Instant } from '#method/calendar/day.ts'
import { blankSender, type ConsentEvent, type ConsentFact, type SenderProfile } from '#method/consent/consent.ts'
import type { Recipient } from '#method/consent/standing.ts'
import type { Draft } from '#method/consent/verdict.ts'

/** An instant by the clock of Montreal; the afternoon when no time is said. */
export const on = (day: string, time = '14:00'): Instant => instantAt(asDay(day), time, 'America/Toronto')

/** A sender of Quebec with nothing missing, whenever she writes. */
export const aSender = (over: Partial<SenderProfile> = {}): SenderProfile => ({
  ...blankSender,
  businessName: 'Atelier Roy',
  personName: 'Nadia Roy',
  mailingAddress: '12, rue Lindsay, Drummondville (Québec) J2B 1A1',
  phone: '819 555-0101',
  email: 'nadia@atelier.example',
  website: 'https://atelier.example',
  confirmedAt: on('2026-06-01'),
  callRegistration: { number: 'R-1001', areaCodes: ['514', '819'], listDate: asDay('2026-11-20') },
  ...over,
})

/** A private person of Montreal with one address and one telephone. */
export const aRecipient = (over: Partial<Recipient> = {}): Recipient => ({
  country: '',
  zone: '',
  city: 'Montréal',
  address: '',
  line: 'consumer',
  emails: [{ label: '', address: 'helene@example.org' }],
  phones: [{ label: '', number: '+15145550199' }],
  ...over,
})

/** A fact of the ledger, that occurred on a day or at an instant. */
export const anEvent = (fact: ConsentFact, when: string, id = `${fact.type} ${when}`): ConsentEvent => {
  const occurredAt = when.length === 10 ? on(when) : (when as Instant)
  return { id, contactId: 'helene', memberId: 'nadia', fact, occurredAt, recordedAt: occurredAt }
}

export const purchase = (when: string, id?: string) => anEvent({ type: 'purchase', reference: '' }, when, id)
export const inquiry = (when: string, id?: string) => anEvent({ type: 'inquiry', means: 'phone', words: '' }, when, id)
export const express = (when: string, over: Partial<Extract<ConsentFact, { type: 'express-consent' }>> = {}, id?: string) =>
  anEvent(
    {
      type: 'express-consent',
      channels: ['email'],
      classes: ['personal', 'invitation'],
      means: 'oral',
      wording: 'oral-3',
      language: 'fr',
      isPreChecked: false,
      isBundled: false,
      proof: '',
      ...over,
    },
    when,
    id,
  )
export const card = (when: string, over: Partial<Extract<ConsentFact, { type: 'address-disclosed' }>> = {}) =>
  anEvent({ type: 'address-disclosed', role: 'Directrice RH', relevance: 'Coaching pour équipes RH', noSolicitation: false, ...over }, when)
export const page = (when: string, over: Partial<Extract<ConsentFact, { type: 'address-published' }>> = {}) =>
  anEvent(
    {
      type: 'address-published',
      url: 'https://cabinet.example/contact',
      seenOn: asDay(when),
      publishedBy: 'her-organisation',
      role: 'Directrice RH',
      relevance: 'Coaching pour équipes RH',
      noSolicitation: false,
      screenshot: '',
      ...over,
    },
    when,
  )
export const referral = (when: string, over: Partial<Extract<ConsentFact, { type: 'referral' }>> = {}) =>
  anEvent(
    { type: 'referral', referrerId: 'marie', referrerName: 'Marie Roy', relationToSender: 'business', relationToContact: 'personal', ...over },
    when,
    'referral',
  )
export const withdrawal = (when: string, scope: Extract<ConsentFact, { type: 'withdrawal' }>['scope'] = { type: 'all' }, id?: string) =>
  anEvent({ type: 'withdrawal', scope, means: 'link', words: '' }, when, id)
export const listCheck = (when: string, isListed: boolean) => anEvent({ type: 'national-list-check', isListed, listDate: null }, when)
export const doNotCall = (when: string) => anEvent({ type: 'do-not-call', words: 'Ne m’appelez plus' }, when)

/** A message with all that the law wants in it. */
export const aDraft = (over: Partial<Draft> = {}): Draft => ({
  text: `Bonjour, je passe à Drummondville.\nNadia Roy, Atelier Roy\n12, rue Lindsay, Drummondville (Québec) J2B 1A1\n819 555-0101\nPour ne plus recevoir mes messages : https://atelier.example/u/1`,
  unsubscribe: [{ isWorking: true }],
  identificationLink: '',
  relevance: '',
  ...over,
})
