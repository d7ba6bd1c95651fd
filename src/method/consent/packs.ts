import type { Ground } from './verdict.ts'

/** How long a ground carries in a country: months after its fact (or the end of what ran), `null` without end. */
export type Clock = {
  readonly months: number | null
  readonly isWithCare?: true
  /** Only when she was told what her address serves for and that she may refuse. */
  readonly needsInformed?: true
}
/** The grounds that come from facts. */
export type FactGround = Extract<
  Ground,
  | 'express-consent'
  | 'consent-to-call'
  | 'purchase'
  | 'contract'
  | 'membership'
  | 'inquiry'
  | 'non-business'
  | 'referral'
  | 'close-relationship'
  | 'address-disclosed'
  | 'address-published'
>
/** Opening hours of the telephone by ISO weekday, from and to as `HH:mm` of the person called; the last minute is out. */
export type Hours = Readonly<Record<number, readonly (readonly [from: string, to: string])[]>>

/** The law of one country as a table: the engine is the same everywhere (law A7). */
export type Pack = {
  readonly written: Partial<Readonly<Record<FactGround, Clock>>>
  readonly call: Partial<Readonly<Record<FactGround, Clock>>>
  readonly businessLine: 'allow' | 'allow-with-care'
  /** Whether a private person without any relation may be called once the national list was read. */
  readonly hasNationalList: boolean
  readonly hours: { readonly consumer: Hours; readonly business: Hours }
}

const withoutEnd: Clock = { months: null }
const careful: Clock = { months: null, isWithCare: true }
const week = (weekday: Hours[number], weekend: Hours[number]): Hours => ({
  ...Object.fromEntries([1, 2, 3, 4, 5].map((day) => [day, weekday])),
  6: weekend,
  7: weekend,
})
const canadianHours = week([['09:00', '21:30']], [['10:00', '18:00']])

/** Canada: CASL s.6 and 10 and its regulations (law A1); Telecommunications Act s.41.7 and the CRTC's rules (law A3). */
const canada: Pack = {
  written: {
    'express-consent': withoutEnd,
    purchase: { months: 24 },
    contract: { months: 24 },
    membership: { months: 24 },
    inquiry: { months: 6 },
    'non-business': { months: 24 },
    referral: withoutEnd,
    'close-relationship': careful,
    'address-disclosed': careful,
    'address-published': careful,
  },
  call: {
    'consent-to-call': withoutEnd,
    purchase: { months: 18 },
    contract: { months: 18 },
    membership: { months: 18 },
    inquiry: { months: 6 },
  },
  businessLine: 'allow',
  hasNationalList: true,
  hours: { consumer: canadianHours, business: canadianHours },
}

// An existing customer may be written to about similar things; a professional about her profession; a private person may be called
// with her consent, or while a contract runs (law of 30 June 2025). The hours are those of decree 2022-1313, without its public holidays.
const france: Pack = {
  written: {
    'express-consent': withoutEnd,
    purchase: { months: 36, isWithCare: true, needsInformed: true },
    'address-disclosed': { ...careful, needsInformed: true },
    'address-published': { ...careful, needsInformed: true },
  },
  call: { 'consent-to-call': withoutEnd, contract: { months: 0 }, membership: { months: 0 } },
  businessLine: 'allow',
  hasNationalList: false,
  hours: {
    consumer: week(
      [
        ['10:00', '13:00'],
        ['14:00', '20:00'],
      ],
      [],
    ),
    business: canadianHours,
  },
}

/** A country whose law is not in these tables: consent, or a relation with care; never a stranger. */
const elsewhere: Pack = {
  written: {
    'express-consent': withoutEnd,
    purchase: { months: 24, isWithCare: true },
    contract: { months: 24, isWithCare: true },
    membership: { months: 24, isWithCare: true },
    inquiry: { months: 6, isWithCare: true },
    'close-relationship': careful,
  },
  call: {
    'consent-to-call': withoutEnd,
    purchase: { months: 18, isWithCare: true },
    contract: { months: 18, isWithCare: true },
    membership: { months: 18, isWithCare: true },
    inquiry: { months: 6, isWithCare: true },
  },
  businessLine: 'allow-with-care',
  hasNationalList: false,
  hours: { consumer: canadianHours, business: canadianHours },
}

/** The table of a country, ISO 3166-1 alpha-2. */
export const packOf = (country: string): Pack => (country === 'CA' ? canada : country === 'FR' ? france : elsewhere)

/** The laws that must all allow a contact: that of the one who sells, then that of the person when it is another (law A2, 3). */
export const packsBetween = (senderCountry: string, herCountry: string): readonly Pack[] => {
  const own = packOf(senderCountry)
  const hers = packOf(herCountry || senderCountry)
  return own === hers ? [own] : [own, hers]
}

/** Days after which a purchase grounds nothing in any of the laws: the longest, 36 months, and a day. Whoever judges must know those before. */
export const longestPurchaseDays = 3 * 366
