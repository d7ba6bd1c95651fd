import type { Day, Instant } from '../calendar/day.ts'
import type { ContactId, Line } from '../contact/contact.ts'

/** The ways to reach someone that the law gates. `message` is any direct or instant message: its account is an electronic address too (law A1). */
export const channels = ['email', 'sms', 'message', 'phone'] as const
/** One of the channels. */
export type Channel = (typeof channels)[number]
/** The channels by which one writes. */
export const writtenChannels = ['email', 'sms', 'message'] as const
/** One of the written channels. */
export type WrittenChannel = (typeof writtenChannels)[number]

/** The classes of message that someone can accept or leave one by one (law A1, s.11). */
export const messageClasses = ['personal', 'invitation', 'newsletter'] as const
/** One of the classes. */
export type MessageClass = (typeof messageClasses)[number]

/**
 * What a message is for (law R1). A class of message needs consent, and so does asking for it. `reply` answers what she asked,
 * `her-business` asks about her own commerce: both are outside the law (s.6(5), SOR/2013-221 s.3). The others need no consent
 * when they do nothing else (s.6(6)).
 */
export const purposes = [...messageClasses, 'ask-consent', 'reply', 'her-business', 'quote', 'transaction', 'safety', 'notice', 'delivery'] as const
/** One of the purposes. */
export type Purpose = (typeof purposes)[number]

/** What a withdrawal stops: everything, every writing, one channel, or one class of message. */
export type WithdrawalScope =
  | { readonly type: 'all' }
  | { readonly type: 'writing' }
  | { readonly type: 'channel'; readonly channel: Channel }
  | { readonly type: 'class'; readonly class: MessageClass }

/** How express consent to write was given. */
export const consentMeans = ['oral', 'written', 'form'] as const
/** How consent to be called was given: an unrecorded yes is no proof (law A3). */
export const callConsentMeans = ['written', 'form', 'recording', 'third-party'] as const
/** What ties two people in the eyes of a referral (SOR/2013-221 s.4). */
export const referralRelations = ['business', 'non-business', 'family', 'personal', 'none'] as const
/** Who someone close is; only the first three are family in law (SOR/2013-221 s.2). */
export const closeRelations = ['spouse', 'common-law', 'parent-or-child', 'other-family', 'friend'] as const
/** What runs until it ends, and only then starts its clock (s.10(14)). */
export const membershipKinds = ['subscription', 'account', 'loan', 'membership', 'club'] as const
/** What ties someone to a registered charity, a party or a candidate (s.10(13)). */
export const nonBusinessRelations = ['gift', 'volunteering', 'meeting'] as const
/** Who put an address where it was read; a directory proves nothing (law A1, CompuFinder). */
export const publishers = ['herself', 'her-organisation', 'directory'] as const
/** By which way an inquiry was made. */
export const inquiryMeans = ['form', 'email', 'message', 'phone', 'in-person', 'other'] as const
/** By which way someone withdrew. */
export const withdrawalMeans = ['link', 'reply', 'call', 'message', 'in-person', 'other'] as const
/** What an import says of where an address comes from, without giving any right to use it. */
export const provenanceClaims = ['purchased-list', 'guessed-address', 'collected-online', 'unproven-consent', 'pre-checked-box', 'unknown'] as const

/** Everything the law asks to remember about someone, as facts that are only ever added (law R4). A correction is another fact. */
export type ConsentFact =
  | {
      readonly type: 'express-consent'
      readonly channels: readonly WrittenChannel[]
      readonly classes: readonly MessageClass[]
      readonly means: (typeof consentMeans)[number]
      /** The version of the words that were said or shown; empty when nobody knows them, and then it is no consent (law R5). */
      readonly wording: string
      readonly language: 'fr' | 'en'
      readonly isPreChecked: boolean
      /** Inside the terms of something else. */
      readonly isBundled: boolean
      /** Where the proof stands: address of the form, hash or reference of the writing or recording. */
      readonly proof: string
    }
  | { readonly type: 'consent-to-call'; readonly means: (typeof callConsentMeans)[number]; readonly wording: string; readonly proof: string }
  /** `reference` names what was bought, in words or by an id. */
  | { readonly type: 'purchase'; readonly reference: string }
  /** A written contract, counted from the moment the fact occurred; `to` is its last day, `null` while nobody knows it. */
  | { readonly type: 'contract'; readonly from: Day; readonly to: Day | null; readonly reference: string }
  | { readonly type: 'membership'; readonly kind: (typeof membershipKinds)[number]; readonly from: Day; readonly to: Day | null; readonly reference: string }
  /** The last day of the contract or membership whose event is `of`. */
  | { readonly type: 'ended'; readonly of: string; readonly on: Day }
  | { readonly type: 'inquiry'; readonly means: (typeof inquiryMeans)[number]; readonly words: string }
  /** `proof` says where it stands, when it was told. */
  | { readonly type: 'non-business'; readonly relation: (typeof nonBusinessRelations)[number]; readonly proof?: string | undefined }
  /** An address that she gave, as on a card. `relevance` says why the offer concerns her role (s.10(9)(c)). */
  | { readonly type: 'address-disclosed'; readonly role: string; readonly relevance: string; readonly noSolicitation: boolean }
  | {
      readonly type: 'address-published'
      readonly url: string
      readonly seenOn: Day
      readonly publishedBy: (typeof publishers)[number]
      readonly role: string
      readonly relevance: string
      readonly noSolicitation: boolean
      /** Hash of a picture of the page, or empty. */
      readonly screenshot: string
    }
  /** She was told what her address would serve for, and that she may refuse (law A7). */
  | { readonly type: 'informed'; readonly words: string }
  | {
      readonly type: 'referral'
      readonly referrerId: ContactId | null
      /** First and last name, as the message must give them. */
      readonly referrerName: string
      readonly relationToSender: (typeof referralRelations)[number]
      readonly relationToContact: (typeof referralRelations)[number]
    }
  /** The one message that the referral `of` allows has left. */
  | { readonly type: 'referral-used'; readonly of: string; readonly messageId: string | null }
  /** Attested by the one who sells; without voluntary exchanges both ways it is nothing (SOR/2013-221 s.2). */
  | { readonly type: 'close-relationship'; readonly relation: (typeof closeRelations)[number]; readonly isTwoWay: boolean; readonly words: string }
  /** A relationship that came with a business that was bought; it keeps the day of its own fact (s.10(12)). */
  | {
      readonly type: 'inherited'
      readonly relation: 'purchase' | 'inquiry'
      readonly originalOn: Day
      readonly from: string
      readonly proof?: string | undefined
    }
  | { readonly type: 'withdrawal'; readonly scope: WithdrawalScope; readonly means: (typeof withdrawalMeans)[number]; readonly words: string }
  | { readonly type: 'do-not-call'; readonly words: string }
  /** She asked to be called on a day of hers, at a time `HH:mm` of hers when she said one (law T7). */
  | { readonly type: 'call-back'; readonly on: Day; readonly time: string | null; readonly words: string }
  /** The call asked for in the event `of` was made. */
  | { readonly type: 'call-back-made'; readonly of: string }
  /** Her number was looked up in the national list; `listDate` is the version read, `null` for that of the same day. */
  | { readonly type: 'national-list-check'; readonly isListed: boolean; readonly listDate: Day | null }
  | { readonly type: 'line-kind'; readonly line: Line }
  | { readonly type: 'import-claim'; readonly claim: (typeof provenanceClaims)[number]; readonly words: string }
  /** An address of hers matched the keyed hash of one that must not be written to, kept through an erasure (law R16). */
  | { readonly type: 'suppression-restored'; readonly key: string; readonly scope: WithdrawalScope }
  /** The fact `of` never was: a slip of whoever noted it, taken back within minutes (law R4). */
  | { readonly type: 'noted-by-mistake'; readonly of: string }

/** One entry of the consent ledger: append-only, united by id when two histories meet (law R4). */
export type ConsentEvent = {
  readonly id: string
  readonly contactId: ContactId
  /** Who recorded it. */
  readonly memberId: string
  readonly fact: ConsentFact
  readonly occurredAt: Instant
  readonly recordedAt: Instant
}

/** Who writes and calls, as each message must say it (s.6(2)). Texts are empty until they are given. */
export type SenderProfile = {
  readonly businessName: string
  readonly personName: string
  /** Where a letter reaches her; a post-office box counts. */
  readonly mailingAddress: string
  readonly phone: string
  readonly email: string
  readonly website: string
  /** When she last said that all of it holds: good for twelve months (law R10). */
  readonly confirmedAt: Instant | null
  /** ISO 3166-1 alpha-2. */
  readonly country: string
  /** Two letters of a province of Canada, or empty. */
  readonly province: string
  /** IANA zone in which her days are counted by law. */
  readonly zone: string
  readonly signature: { readonly fr: string; readonly en: string }
  /** What a caller owes the national list (law T3): her number of registration, the area codes subscribed to. */
  readonly callRegistration: { readonly number: string; readonly areaCodes: readonly string[]; readonly listDate: Day | null }
}

/** A sender who has said nothing yet, in Quebec. */
export const blankSender: SenderProfile = {
  businessName: '',
  personName: '',
  mailingAddress: '',
  phone: '',
  email: '',
  website: '',
  confirmedAt: null,
  country: 'CA',
  province: 'QC',
  zone: 'America/Toronto',
  signature: { fr: '', en: '' },
  callRegistration: { number: '', areaCodes: [], listDate: null },
}
