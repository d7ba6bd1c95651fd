import fc from 'fast-check'
import { addDays, asDay, asInstant, type Day, type Instant } from '#method/calendar/day.ts'
import {
  callConsentMeans,
  channels,
  closeRelations,
  consentMeans,
  inquiryMeans,
  membershipKinds,
  messageClasses,
  nonBusinessRelations,
  provenanceClaims,
  publishers,
  referralRelations,
  withdrawalMeans,
  writtenChannels,
  type ConsentEvent,
  type ConsentFact,
  type WithdrawalScope,
} from '#method/consent/consent.ts'

const one = <T>(values: readonly T[]) => fc.constantFrom(...values)
const words = one(['', 'oui', 'Marie Roy', 'atelier', ' «\u00A0ne m’écrivez plus\u00A0» '])
const aDay: fc.Arbitrary<Day> = fc.integer({ min: 0, max: 1400 }).map((days) => addDays(asDay('2023-06-01'), days))
/** A day of any year of four digits, such as were kept before there were bounds. */
export const anyDay: fc.Arbitrary<Day> = fc
  .tuple(fc.oneof(one([0, 1, 24, 202, 9997, 9998, 9999]), fc.integer({ min: 0, max: 9999 })), one(['01-01', '06-01', '11-23', '12-31']))
  .map(([year, date]) => asDay(`${String(year).padStart(4, '0')}-${date}`))
const bool = fc.boolean()

/** An instant of four years, at any second. */
export const anInstant: fc.Arbitrary<Instant> = fc
  .integer({ min: 0, max: 1461 * 86_400 })
  .map((seconds) => asInstant(Date.parse('2023-06-01T00:00:00Z') + seconds * 1000))

/** What a withdrawal may reach. */
export const anyScope: fc.Arbitrary<WithdrawalScope> = fc.oneof(
  fc.constant<WithdrawalScope>({ type: 'all' }),
  fc.constant<WithdrawalScope>({ type: 'writing' }),
  one(channels).map((channel): WithdrawalScope => ({ type: 'channel', channel })),
  one(messageClasses).map((each): WithdrawalScope => ({ type: 'class', class: each })),
)

// Few ids, so that facts do name each other.
const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
const anId = one(ids)
const fact = <T extends ConsentFact['type']>(
  type: T,
  rest: { readonly [K in Exclude<keyof Extract<ConsentFact, { type: T }>, 'type'>]: fc.Arbitrary<Extract<ConsentFact, { type: T }>[K]> },
) => fc.record({ type: fc.constant(type), ...rest }) as unknown as fc.Arbitrary<ConsentFact>

const proven = { isPreChecked: fc.boolean(), isBundled: fc.boolean(), wording: words, proof: words }
const address = { role: words, relevance: words, noSolicitation: bool }

/** One fact of each type, whatever the law makes of it: a type left out does not compile. */
const factsOn = (aDay: fc.Arbitrary<Day>): { readonly [T in ConsentFact['type']]: fc.Arbitrary<ConsentFact> } => ({
  'express-consent': fact('express-consent', {
    channels: fc.subarray([...writtenChannels]),
    classes: fc.subarray([...messageClasses]),
    means: one(consentMeans),
    language: one(['fr', 'en'] as const),
    ...proven,
  }),
  'consent-to-call': fact('consent-to-call', { means: one(callConsentMeans), wording: words, proof: words }),
  purchase: fact('purchase', { reference: words }),
  contract: fact('contract', { from: aDay, to: fc.option(aDay), reference: words }),
  membership: fact('membership', { kind: one(membershipKinds), from: aDay, to: fc.option(aDay), reference: words }),
  ended: fact('ended', { of: anId, on: aDay }),
  inquiry: fact('inquiry', { means: one(inquiryMeans), words }),
  'non-business': fact('non-business', { relation: one(nonBusinessRelations), proof: words }),
  'address-disclosed': fact('address-disclosed', address),
  'address-published': fact('address-published', { url: words, seenOn: aDay, publishedBy: one(publishers), screenshot: words, ...address }),
  informed: fact('informed', { words }),
  referral: fact('referral', {
    referrerId: fc.constant(null),
    referrerName: words,
    relationToSender: one(referralRelations),
    relationToContact: one(referralRelations),
  }),
  'referral-used': fact('referral-used', { of: anId, messageId: fc.constant(null) }),
  'close-relationship': fact('close-relationship', { relation: one(closeRelations), isTwoWay: bool, words }),
  inherited: fact('inherited', { relation: one(['purchase', 'inquiry'] as const), originalOn: aDay, from: words, proof: words }),
  withdrawal: fact('withdrawal', { scope: anyScope, means: one(withdrawalMeans), words }),
  'do-not-call': fact('do-not-call', { words }),
  'call-back': fact('call-back', { on: aDay, time: fc.option(one(['09:00', '14:30', '22:00'])), words }),
  'call-back-made': fact('call-back-made', { of: anId }),
  'national-list-check': fact('national-list-check', { isListed: bool, listDate: fc.option(aDay) }),
  'line-kind': fact('line-kind', { line: one(['consumer', 'business'] as const) }),
  'import-claim': fact('import-claim', { claim: one(provenanceClaims), words }),
  'noted-by-mistake': fact('noted-by-mistake', { of: anId }),
  'suppression-restored': fact('suppression-restored', { key: words, scope: anyScope }),
})

/** Any fact. */
export const anyFact: fc.Arbitrary<ConsentFact> = fc.oneof(...Object.values(factsOn(aDay)))
/** Any fact, on days of any year. */
export const anyFactOfAnyYear: fc.Arbitrary<ConsentFact> = fc.oneof(...Object.values(factsOn(anyDay)))

const anEventOf = (id: string): fc.Arbitrary<ConsentEvent> =>
  fc.record({ fact: anyFact, occurredAt: anInstant, recordedAt: anInstant }).map((rest) => ({ id, contactId: 'helene', memberId: 'nadia', ...rest }))

/** The ledger of one person: up to eight events in any order. The same id is the same event in every history that one test draws from it. */
export const consentHistory: fc.Arbitrary<readonly ConsentEvent[]> = fc.tuple(...ids.map(anEventOf)).chain((events) => fc.shuffledSubarray([...events]))
