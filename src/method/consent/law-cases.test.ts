import { expect, test } from 'vitest'
import {
  aDraft,
  anEvent,
  aRecipient,
  aSender,
  card,
  doNotCall,
  express,
  inquiry,
  listCheck,
  on,
  page,
  purchase,
  referral,
  withdrawal,
} from '../../../test/consents.ts'
import { asDay } from '../calendar/day.ts'
import { canContact, type ContactRequest } from './can-contact.ts'
import type { ConsentEvent } from './consent.ts'
import type { Ground, Why } from './verdict.ts'

type Case = readonly [
  number: string,
  given: readonly ConsentEvent[],
  asked: Partial<ContactRequest> & { readonly when: string; readonly time?: string },
  verdict: 'A' | 'B' | 'C',
  because: Ground | Why['code'],
]

const verdicts = { A: 'allow', B: 'block', C: 'allow-with-care' } as const
const contract = (when: string, to: string | null) =>
  anEvent({ type: 'contract', from: asDay(when), to: to === null ? null : asDay(to), reference: '' }, when, 'contract')
const coaching = (when: string) =>
  anEvent({ type: 'membership', kind: 'subscription', from: asDay(when), to: null, reference: 'Coaching mensuel' }, when, 'coaching')
const ended = (of: string, day: string) => anEvent({ type: 'ended', of, on: asDay(day) }, day)
const claim = (name: 'purchased-list' | 'guessed-address' | 'unproven-consent' | 'pre-checked-box' | 'unknown', when = '2026-10-01') =>
  anEvent({ type: 'import-claim', claim: name, words: '' }, when)
const friend = (isTwoWay: boolean, relation: 'friend' | 'other-family' = 'friend') =>
  anEvent({ type: 'close-relationship', relation, isTwoWay, words: '' }, '2026-01-10')
const informed = (when: string) => anEvent({ type: 'informed', words: 'Informée sur la carte' }, when)
const inherited = (originalOn: string, relation: 'purchase' | 'inquiry' = 'purchase') =>
  anEvent({ type: 'inherited', relation, originalOn: asDay(originalOn), from: 'Ancien atelier' }, '2026-01-15')
const callBack = (when: string, day: string, time: string | null) =>
  anEvent({ type: 'call-back', on: asDay(day), time, words: 'Rappelez-moi' }, when, 'call-back')
const french = (over: Partial<ContactRequest['contact']> = {}) =>
  aRecipient({ country: 'FR', city: 'Lyon', phones: [{ label: '', number: '+33142345678' }], ...over })
const recommended = 'Bonjour, je vous écris à la suite de la recommandation de Marie Roy.\n'
const withFooter = (text: string) => aDraft({ text: `${text}${aDraft().text}` })

const email = { channel: 'email', purpose: 'personal' } as const
const newsletter = { channel: 'email', purpose: 'newsletter' } as const
const phone = { channel: 'phone', purpose: 'personal' } as const
const monday = '2026-11-23'

const cases: readonly Case[] = [
  ['C01', [purchase('2024-11-23')], { when: '2026-11-22' }, 'A', 'purchase'],
  ['C02', [purchase('2024-11-23')], { when: '2026-11-23' }, 'B', 'ended'],
  ['C03', [purchase('2024-02-29')], { when: '2026-02-27', sender: aSender({ confirmedAt: on('2026-01-05') }) }, 'A', 'purchase'],
  ['C03 the next day', [purchase('2024-02-29')], { when: '2026-02-28', sender: aSender({ confirmedAt: on('2026-01-05') }) }, 'B', 'ended'],
  ['C04 at a month end', [inquiry('2026-02-28')], { when: '2026-08-28' }, 'B', 'ended'],
  ['C05', [inquiry('2026-02-12')], { when: '2026-08-11' }, 'A', 'inquiry'],
  ['C06', [inquiry('2026-02-12')], { when: '2026-08-12' }, 'B', 'ended'],
  ['C07', [inquiry('2026-02-12')], { when: '2026-09-15', purpose: 'invitation' }, 'B', 'ended'],
  ['C08', [inquiry('2026-02-12'), express('2026-02-12')], { when: '2026-09-15' }, 'A', 'express-consent'],
  ['C09', [inquiry('2026-08-31')], { when: '2027-02-27' }, 'A', 'inquiry'],
  ['C09 the next day', [inquiry('2026-08-31')], { when: '2027-02-28' }, 'B', 'ended'],
  ['C10 into a leap year', [inquiry('2027-08-31')], { when: '2028-02-28', sender: aSender({ confirmedAt: on('2027-12-01') }) }, 'A', 'inquiry'],
  ['C10 on 29 February', [inquiry('2027-08-31')], { when: '2028-02-29', sender: aSender({ confirmedAt: on('2027-12-01') }) }, 'B', 'ended'],
  ['C11', [withdrawal('2026-10-01'), inquiry('2026-11-23')], { when: monday, time: '15:00', purpose: 'reply' }, 'A', 'reply'],
  ['C11 newsletter', [withdrawal('2026-10-01'), inquiry('2026-11-23')], { ...newsletter, when: monday, time: '15:00' }, 'B', 'withdrawn'],
  ['C11 before she wrote', [withdrawal('2026-10-01'), inquiry('2026-11-23')], { when: monday, time: '13:59', purpose: 'reply' }, 'B', 'withdrawn'],
  [
    'C11 what she asked before is no new request',
    [inquiry('2026-09-20'), withdrawal('2026-10-01')],
    { when: '2026-10-05', purpose: 'reply' },
    'B',
    'withdrawn',
  ],
  ['C11 a month later it is no reply any more', [withdrawal('2026-10-01'), inquiry('2026-10-24')], { when: monday, purpose: 'reply' }, 'B', 'withdrawn'],
  ['C11 the day before it still is', [withdrawal('2026-10-01'), inquiry('2026-10-24')], { when: '2026-11-22', purpose: 'reply' }, 'A', 'reply'],
  ['C11 a yes given after it', [withdrawal('2026-10-01'), express('2026-10-02')], { when: monday }, 'A', 'express-consent'],
  ['C11 a yes at the very same second', [withdrawal('2026-10-01'), express('2026-10-01')], { when: monday }, 'B', 'withdrawn'],
  ['C11 in the second of the withdrawal', [purchase('2026-05-01'), withdrawal('2026-11-23')], { when: monday }, 'B', 'withdrawn'],
  ['C11 in the second of the purchase', [purchase('2026-11-23')], { when: monday }, 'A', 'purchase'],
  ['C12', [coaching('2023-01-01')], { when: monday }, 'A', 'membership'],
  ['C13 ended two years ago', [coaching('2023-01-01'), ended('coaching', '2024-11-23')], { when: monday }, 'B', 'ended'],
  ['C13 the day before', [coaching('2023-01-01'), ended('coaching', '2024-11-23')], { when: '2026-11-22' }, 'A', 'membership'],
  ['C14', [contract('2024-01-01', '2024-12-01')], { when: monday }, 'A', 'contract'],
  ['C15', [card('2022-05-10')], { when: monday, draft: aDraft({ relevance: 'Votre équipe RH' }) }, 'C', 'address-disclosed'],
  ['C15 without a note in the message', [card('2022-05-10')], { when: monday, draft: aDraft() }, 'B', 'message'],
  ['C16 without a role', [card('2022-05-10', { role: '' })], { when: monday }, 'B', 'no-relevance'],
  ['C16 a card gives no right to text', [card('2022-05-10')], { channel: 'sms', when: monday }, 'B', 'no-ground'],
  ['C17', [card('2022-05-10', { noSolicitation: true })], { when: monday }, 'B', 'no-solicitation'],
  ['C18', [page('2026-10-01')], { when: monday }, 'C', 'address-published'],
  ['C19', [page('2026-10-01', { noSolicitation: true })], { when: monday }, 'B', 'no-solicitation'],
  ['C20 in a directory', [page('2026-10-01', { publishedBy: 'directory' })], { when: monday }, 'B', 'not-published'],
  ['C20 without a URL', [page('2026-10-01', { url: '' })], { when: monday }, 'B', 'not-published'],
  ['C21', [claim('guessed-address')], { when: monday }, 'B', 'claim'],
  ['C22', [claim('purchased-list')], { when: monday }, 'B', 'claim'],
  ['C23', [referral('2026-11-20')], { when: monday, draft: withFooter(recommended) }, 'A', 'referral'],
  [
    'C24 a second message',
    [referral('2026-11-20'), anEvent({ type: 'referral-used', of: 'referral', messageId: null }, '2026-11-21')],
    { when: monday },
    'B',
    'referral-used',
  ],
  [
    'C24 in the second in which the first left',
    [referral('2026-11-20'), anEvent({ type: 'referral-used', of: 'referral', messageId: null }, monday)],
    { when: monday },
    'B',
    'referral-used',
  ],
  ['C25', [referral('2026-11-20')], { when: monday, draft: withFooter('Je vous écris à la suite de la recommandation de Marie.\n') }, 'B', 'message'],
  ['C25 the name alone', [referral('2026-11-20')], { when: monday, draft: withFooter('Marie Roy est une cliente.\n') }, 'B', 'message'],
  ['C25 kept by a first name', [referral('2026-11-20', { referrerName: 'Marie' })], { when: monday }, 'B', 'message'],
  ['C26', [referral('2026-11-20', { relationToSender: 'none' })], { when: monday }, 'B', 'referral-relation'],
  ['C26 the other side', [referral('2026-11-20', { relationToContact: 'none' })], { when: monday }, 'B', 'referral-relation'],
  ['C27 a newsletter', [referral('2026-11-20')], { ...newsletter, when: monday }, 'B', 'no-ground'],
  ['C28', [], { channel: 'message', when: monday }, 'B', 'no-ground'],
  ['C29', [], { channel: 'post', when: monday }, 'A', 'no-address'],
  ['C30', [], { channel: 'sms', when: monday }, 'B', 'no-ground'],
  ['C31 SMS to a client', [purchase('2026-05-01')], { channel: 'sms', when: monday }, 'A', 'purchase'],
  ['C32', [claim('pre-checked-box')], { when: monday }, 'B', 'claim'],
  ['C32 on a form', [express('2026-10-01', { isPreChecked: true })], { when: monday }, 'B', 'not-express'],
  ['C33', [express('2026-10-01', { isBundled: true })], { when: monday }, 'B', 'not-express'],
  ['C33 by the purchase itself', [express('2026-10-01', { isBundled: true }), purchase('2026-10-01')], { when: monday }, 'A', 'purchase'],
  ['C34', [claim('unproven-consent')], { when: monday }, 'B', 'claim'],
  ['C34 on a form without proof', [express('2026-10-01', { means: 'form' })], { when: monday }, 'B', 'not-express'],
  ['C34 in unknown words', [express('2026-10-01', { wording: '' })], { when: monday }, 'B', 'not-express'],
  ['C35 when scheduled', [purchase('2024-11-23')], { when: '2026-11-22' }, 'A', 'purchase'],
  ['C35 at dispatch', [purchase('2024-11-23')], { when: '2026-11-24' }, 'B', 'ended'],
  ['C36 withdrawn between the two', [purchase('2026-05-01'), withdrawal('2026-11-23')], { when: '2026-11-24' }, 'B', 'withdrawn'],
  ['C37', [withdrawal('2026-10-01', { type: 'class', class: 'newsletter' }), purchase('2026-05-10')], { when: monday }, 'A', 'purchase'],
  [
    'C37 newsletter',
    [withdrawal('2026-10-01', { type: 'class', class: 'newsletter' }), purchase('2026-05-10')],
    { ...newsletter, when: monday },
    'B',
    'withdrawn',
  ],
  ['C38 a yes to messages is none to newsletters', [express('2026-02-12')], { ...newsletter, when: monday }, 'B', 'other-class'],
  ...(['email', 'sms', 'message'] as const).map((channel): Case => [
    `C39 by ${channel}`,
    [purchase('2026-05-01'), withdrawal('2026-10-01', { type: 'writing' })],
    { channel, when: monday },
    'B',
    'withdrawn',
  ]),
  ['C39 by telephone', [purchase('2026-05-01'), withdrawal('2026-10-01', { type: 'writing' })], { ...phone, when: monday }, 'A', 'purchase'],
  ['C40', [], { purpose: 'quote', when: monday, draft: aDraft() }, 'A', 'quote'],
  ['C40 without the lines of the law', [], { purpose: 'quote', when: monday, draft: aDraft({ text: 'Voici la soumission.' }) }, 'B', 'message'],
  ['C41 after « stop »', [withdrawal('2026-10-01')], { purpose: 'quote', when: monday }, 'B', 'withdrawn'],
  ['C42', [friend(true)], { when: monday }, 'C', 'close-relationship'],
  [
    'C42 a word to a friend needs no line of the law',
    [friend(true)],
    { when: monday, draft: aDraft({ text: 'Salut!', unsubscribe: [] }) },
    'C',
    'close-relationship',
  ],
  ['C43', [friend(false, 'other-family')], { when: monday }, 'B', 'not-close'],
  ['C44', [], { purpose: 'her-business', when: monday }, 'A', 'her-business'],
  ['C45', [], { purpose: 'ask-consent', when: monday }, 'B', 'no-ground'],
  ['C46 while a ground holds', [inquiry('2026-10-01')], { purpose: 'ask-consent', when: monday }, 'A', 'inquiry'],
  ['C47', [inherited('2025-06-15')], { when: monday }, 'A', 'inherited'],
  ['C48 its original date is old', [inherited('2024-06-15')], { when: monday }, 'B', 'ended'],
  ['C49', [purchase('2026-05-01'), express('2026-02-12')], { when: monday, sender: aSender({ mailingAddress: '  ' }) }, 'B', 'sender'],
  ['C49 confirmed a year ago', [purchase('2026-05-01')], { when: monday, sender: aSender({ confirmedAt: on('2025-11-23') }) }, 'B', 'sender'],
  ['C49 confirmed tomorrow', [purchase('2026-05-01')], { when: monday, sender: aSender({ confirmedAt: on('2026-11-24') }) }, 'B', 'sender'],
  ['C50', [purchase('2026-05-01')], { when: monday, sender: aSender({ mailingAddress: 'C. P. 120, Drummondville (Québec) J2B 6V6' }) }, 'A', 'purchase'],
  ['C51', [purchase('2026-05-01')], { when: monday, draft: aDraft({ unsubscribe: [{ isWorking: true }, { isWorking: false }] }) }, 'B', 'message'],
  ['C51 one, dead', [purchase('2026-05-01')], { when: monday, draft: aDraft({ unsubscribe: [{ isWorking: false }] }) }, 'B', 'message'],
  ['C51 none', [purchase('2026-05-01')], { when: monday, draft: aDraft({ unsubscribe: [] }) }, 'B', 'message'],
  ['C52 two that work', [purchase('2026-05-01')], { when: monday, draft: aDraft({ unsubscribe: [{ isWorking: true }, { isWorking: true }] }) }, 'B', 'message'],
  [
    'C53',
    [anEvent({ type: 'suppression-restored', key: 'hmac', scope: { type: 'all' } }, '2026-11-20'), purchase('2026-05-01')],
    { when: monday },
    'B',
    'suppressed',
  ],
  ['C54', [inquiry('2026-09-23')], { when: monday, contact: french() }, 'B', 'country'],
  [
    'C55',
    [card('2026-03-01', { role: 'Directrice financière' }), informed('2026-03-01')],
    { when: monday, contact: french(), draft: aDraft({ relevance: 'Votre rôle' }) },
    'C',
    'address-disclosed',
  ],
  ['C55 not informed', [card('2026-03-01', { role: 'Directrice financière' })], { when: monday, contact: french() }, 'B', 'country'],
  ['D01', [listCheck('2026-11-03', true)], { ...phone, when: monday }, 'B', 'listed'],
  ['D02', [listCheck('2026-11-03', true), inquiry('2026-06-01')], { ...phone, when: monday }, 'A', 'inquiry'],
  ['D03 the inquiry lapsed', [listCheck('2026-11-03', true), inquiry('2026-05-23')], { ...phone, when: monday }, 'B', 'ended'],
  ['D04', [listCheck('2026-11-03', true), purchase('2025-05-23')], { ...phone, when: '2026-11-22' }, 'A', 'purchase'],
  ['D04 the next day', [listCheck('2026-11-03', true), purchase('2025-05-23')], { ...phone, when: '2026-11-23' }, 'B', 'ended'],
  ['D05 a contract over for 18 months', [contract('2024-01-01', '2025-05-23')], { ...phone, when: monday }, 'B', 'ended'],
  ['D05 not on the list, read 31 days ago', [listCheck('2026-10-23', false)], { ...phone, when: monday }, 'A', 'not-listed'],
  ['D05 read 32 days ago', [listCheck('2026-10-22', false)], { ...phone, when: monday }, 'B', 'list-outdated'],
  ['D05 never read', [], { ...phone, when: monday }, 'B', 'list-unchecked'],
  [
    'D05 by someone who is not registered',
    [listCheck('2026-11-03', false)],
    { ...phone, when: monday, sender: aSender({ callRegistration: { number: '', areaCodes: ['514'], listDate: null } }) },
    'B',
    'not-registered',
  ],
  [
    'D05 in an area without subscription',
    [listCheck('2026-11-03', false)],
    { ...phone, when: monday, sender: aSender({ callRegistration: { number: 'R', areaCodes: ['418'], listDate: null } }) },
    'B',
    'not-registered',
  ],
  ...[true, false].map((isListed): Case => [
    'D05 of two readings of one day, the one that says she is on it',
    [listCheck('2026-11-03', isListed), anEvent({ type: 'national-list-check', isListed: !isListed, listDate: asDay('2026-11-03') }, '2026-11-04')],
    { ...phone, when: monday },
    'B',
    'listed',
  ]),
  ['D06', [], { ...phone, when: '2026-11-24', time: '10:00', contact: aRecipient({ line: 'business' }) }, 'A', 'business-line'],
  ['D06 at night', [], { ...phone, when: '2026-11-24', time: '22:00', contact: aRecipient({ line: 'business' }) }, 'B', 'hours'],
  ['D06 said by a fact', [anEvent({ type: 'line-kind', line: 'business' }, '2026-11-01')], { ...phone, when: monday }, 'A', 'business-line'],
  ['D07', [purchase('2026-05-01'), doNotCall('2026-11-22')], { ...phone, when: monday }, 'B', 'do-not-call'],
  ['D07 she may still be written to', [purchase('2026-05-01'), doNotCall('2026-11-22')], { when: monday }, 'A', 'purchase'],
  ['D08', [doNotCall('2023-11-08'), purchase('2026-05-01')], { ...phone, when: monday }, 'B', 'do-not-call'],
  [
    'D09 consent given after it',
    [doNotCall('2023-11-08'), anEvent({ type: 'consent-to-call', means: 'recording', wording: '', proof: 'enregistrement 12' }, '2026-10-01')],
    { ...phone, when: monday },
    'A',
    'consent-to-call',
  ],
  ['D10', [purchase('2026-05-01')], { ...phone, when: monday, time: '21:29' }, 'A', 'purchase'],
  ['D10 at 21:31', [purchase('2026-05-01')], { ...phone, when: monday, time: '21:31' }, 'B', 'hours'],
  ['D10 at 8:59', [purchase('2026-05-01')], { ...phone, when: monday, time: '08:59' }, 'B', 'hours'],
  ['D11', [purchase('2026-05-01')], { ...phone, when: '2026-11-21', time: '09:59' }, 'B', 'hours'],
  ['D11 at 10:00', [purchase('2026-05-01')], { ...phone, when: '2026-11-21', time: '10:00' }, 'A', 'purchase'],
  ['D11 at 18:01', [purchase('2026-05-01')], { ...phone, when: '2026-11-21', time: '18:01' }, 'B', 'hours'],
  ['D12 Sunday', [purchase('2026-05-01')], { ...phone, when: '2026-11-22', time: '17:59' }, 'A', 'purchase'],
  ['D13', [purchase('2026-05-01')], { ...phone, when: monday, time: '11:30', contact: aRecipient({ city: 'Vancouver (C.-B.)' }) }, 'B', 'hours'],
  [
    'D13 an hour later',
    [purchase('2026-05-01')],
    { ...phone, when: monday, time: '12:30', contact: aRecipient({ city: 'Vancouver', address: '1 Main Street, Vancouver, BC V6A 1A1' }) },
    'A',
    'purchase',
  ],
  [
    'D14 Îles-de-la-Madeleine at 20:45 in Montreal',
    [purchase('2026-05-01')],
    { ...phone, when: monday, time: '20:45', contact: aRecipient({ city: 'Cap-aux-Meules', phones: [{ label: '', number: '+14185550100' }] }) },
    'B',
    'hours',
  ],
  [
    'D14 Québec at the same moment',
    [purchase('2026-05-01')],
    { ...phone, when: monday, time: '20:45', contact: aRecipient({ city: 'Québec', phones: [{ label: '', number: '+14185550100' }] }) },
    'A',
    'purchase',
  ],
  ['D15', [referral('2026-11-20'), listCheck('2026-11-03', true)], { ...phone, when: monday }, 'B', 'listed'],
  ['D16', [inquiry('2026-11-01')], { ...phone, when: monday, time: '10:00', contact: french() }, 'B', 'country'],
  ['D16 a contract runs', [contract('2026-01-01', null)], { ...phone, when: monday, time: '10:00', contact: french() }, 'A', 'contract'],
  ['D17 a call-back asked lifts the list', [listCheck('2026-11-03', true), callBack('2026-11-20', monday, null)], { ...phone, when: monday }, 'A', 'call-back'],
  ['D17 and the hours, at its time', [callBack('2026-11-20', monday, '22:00')], { ...phone, when: monday, time: '22:10' }, 'A', 'call-back'],
  ['D17 an hour too early', [callBack('2026-11-20', monday, '22:30')], { ...phone, when: monday, time: '21:40' }, 'B', 'hours'],
  ['D17 a week late, within the hours', [callBack('2026-11-16', '2026-11-16', null)], { ...phone, when: monday }, 'A', 'call-back'],
  ['D17 more than a week late', [callBack('2026-11-15', '2026-11-15', null)], { ...phone, when: monday }, 'B', 'list-unchecked'],
  ['D17 not an hour and a half later', [callBack('2026-11-20', monday, '22:00')], { ...phone, when: monday, time: '23:30' }, 'B', 'hours'],
  ['D17 not the day before', [callBack('2026-11-20', monday, null)], { ...phone, when: '2026-11-22' }, 'B', 'list-unchecked'],
  [
    'D17 not once it was made',
    [callBack('2026-11-20', monday, null), anEvent({ type: 'call-back-made', of: 'call-back' }, monday)],
    { ...phone, when: monday, time: '15:00' },
    'B',
    'list-unchecked',
  ],
  [
    'D17 an older « do not call » gives way to it',
    [doNotCall('2026-01-01'), callBack('2026-11-20', monday, null)],
    { ...phone, when: monday },
    'A',
    'call-back',
  ],
  ['D17 a later one does not', [callBack('2026-11-20', monday, null), doNotCall('2026-11-21')], { ...phone, when: monday }, 'B', 'do-not-call'],
  [
    'D18 « stop everything » reaches the telephone (Law 25, s.22)',
    [purchase('2026-05-01'), withdrawal('2026-10-01')],
    { ...phone, when: monday },
    'B',
    'withdrawn',
  ],
  ['D18 until she asks something', [withdrawal('2026-10-01'), inquiry('2026-11-20')], { ...phone, purpose: 'reply', when: monday }, 'A', 'inquiry'],
  [
    'D18 which « do not call » outlives',
    [doNotCall('2026-09-01'), withdrawal('2026-10-01'), inquiry('2026-11-20')],
    { ...phone, purpose: 'reply', when: monday },
    'B',
    'withdrawn',
  ],
]

test.each(cases)('%s', (_, events, { when, time, ...asked }, verdict, because) => {
  const answer = canContact({ ...email, events, contact: aRecipient(), sender: aSender(), at: on(when, time), ...asked })
  expect({ verdict: answer.verdict, because: answer.why.code === 'ground' ? answer.ground : answer.why.code }).toEqual({ verdict: verdicts[verdict], because })
})

const ask = (events: readonly ConsentEvent[], when: string, over: Partial<ContactRequest> = {}) =>
  canContact({ ...email, events, contact: aRecipient(), sender: aSender(), at: on(when), ...over })

test('an allowed contact names its ground, its proof and the first day on which it ends', () => {
  expect(ask([purchase('2024-11-23', 'p')], '2026-11-22')).toMatchObject({
    ground: 'purchase',
    evidenceId: 'p',
    firstBlockedDay: '2026-11-23',
    alternatives: [],
  })
  expect(ask([express('2026-02-12', {}, 'e')], '2026-09-15')).toMatchObject({ evidenceId: 'e', firstBlockedDay: null })
})

test('a relationship that came with a business keeps the day of its own fact', () => {
  expect(ask([inherited('2025-06-15')], monday)).toMatchObject({ firstBlockedDay: '2027-06-15', why: { since: '2025-06-15', until: '2027-06-14' } })
})

test('a message to mend is not offered again as it is', () => {
  const answer = ask([purchase('2026-05-01')], monday, { draft: aDraft({ unsubscribe: [] }) })
  expect(answer.missing).toEqual(['unsubscribe'])
  expect(answer.alternatives).not.toContainEqual(expect.objectContaining({ channel: 'email' }))
  expect(answer.alternatives[0]).toEqual({ type: 'channel', channel: 'phone', isWithCare: false })
})

test('the woman of Drummondville whose inquiry lapsed may be called once the list is read, asked in person, or reached by a post', () => {
  const answer = ask([inquiry('2026-02-12')], '2026-09-15', { purpose: 'invitation' })
  expect(answer.alternatives).toEqual([{ type: 'check-list' }, { type: 'ask-in-person' }, { type: 'post' }])
  const client = ask([inquiry('2026-02-12')], '2026-09-15', { contact: aRecipient({ line: 'business' }) })
  expect(client.alternatives[0]).toEqual({ type: 'channel', channel: 'phone', isWithCare: false })
})

test('a call refused for the hour says from when on it is lawful', () => {
  const answer = canContact({ ...phone, events: [purchase('2026-05-01')], contact: aRecipient(), sender: aSender(), at: on('2026-11-20', '22:00') })
  expect(answer.why).toEqual({ code: 'hours', opensAt: on('2026-11-21', '10:00') })
  expect(answer.alternatives).toContainEqual({ type: 'wait', until: on('2026-11-21', '10:00') })
})

test('someone who said stop is offered nothing but a post', () => {
  expect(ask([purchase('2026-05-01'), withdrawal('2026-10-01')], monday).alternatives).toEqual([{ type: 'post' }])
})

test('without any place, a call waits for the hours of the whole country; without a country known, it waits for a place', () => {
  const unknown = { ...phone, events: [purchase('2026-05-01')], sender: aSender(), contact: aRecipient({ city: '' }) }
  expect(canContact({ ...unknown, at: on(monday, '11:59') }).why.code).toBe('hours')
  expect(canContact({ ...unknown, at: on(monday, '12:00') }).verdict).toBe('allow')
  expect(canContact({ ...unknown, at: on(monday), contact: aRecipient({ country: 'JP', city: '' }) }).missing).toEqual(['zone'])
})
