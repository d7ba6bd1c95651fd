import type { Day, Instant } from '../calendar/day.ts'

/** Identifies a person; a UUIDv7 made on the device. */
export type ContactId = string

/** What someone is to the person who sells. */
export const relationships = ['potential', 'client', 'past-client', 'partner', 'other'] as const
/** One of the relationships. */
export type Relationship = (typeof relationships)[number]

/** An e-mail address with the label its owner gave it. */
export type LabelledEmail = { readonly label: string; readonly address: string }
/** A telephone number: E.164 where it is a valid one, else as it was typed. */
export type LabelledPhone = { readonly label: string; readonly number: string; readonly extension?: string | undefined }

/** Where a next step came from: a first contact to make, an outcome's proposal, a yes to thank, the person's own choice, a snooze, a meeting. */
export type StepOrigin = 'first' | 'proposed' | 'thanks' | 'chosen' | 'snoozed' | 'meeting'

/** What to do next with someone, and when. One at a time: a person with a date is not forgotten (claim 4). */
export type NextStep = {
  readonly due: Day
  /** Local clock time `HH:mm` of a meeting, else `null`. */
  readonly time: string | null
  /** The kind of activity meant, or `null` when any will do. */
  readonly kind: string | null
  /** Said to the other person, so it comes before everything else. */
  readonly promised: boolean
  readonly note: string
  readonly origin: StepOrigin
  /** The activity that set it. */
  readonly setBy: string | null
}

/** Why the person was let go; always reversible. */
export const letGoReasons = ['said-no', 'no-answer', 'not-a-fit', 'moved-on', 'other'] as const
/** One of the reasons for letting go. */
export type LetGoReason = (typeof letGoReasons)[number]
/** Explicitly let go: the only other way not to be forgotten. */
export type LetGo = { readonly at: Instant; readonly reason: LetGoReason; readonly note: string; readonly setBy: string | null }

/** Someone's place in the follow-ups: exactly one of the two is set for an open or a let-go person. */
export type Standing = { readonly nextStep: NextStep | null; readonly letGo: LetGo | null }

/** What would turn a "not now" into a yes: its date, an event near her, an offer (any new one when none is named), or words that only a person can judge. */
export type NotNowChange =
  | { readonly type: 'date' }
  | { readonly type: 'event-near' }
  | { readonly type: 'offer'; readonly offerId: string | null }
  | { readonly type: 'words'; readonly words: string }

/** "Not now", with what would change it (claim 6). */
export type NotNow = {
  readonly reason: string
  readonly note: string
  /** The day to take it up again: hers when `change` is a date, else the one that Entrain proposed. */
  readonly until: Day | null
  readonly at: Instant
  /** Absent in what was written before it could be said. */
  readonly change?: NotNowChange | null | undefined
  /** Where she lived since she said it, before each change of her city: an event comes near her no sooner than she does. */
  readonly cities?: readonly { readonly until: Instant; readonly city: string }[] | undefined
}

const rememberedCities = 10

/** What she said, once her city is another one. */
export const afterMove = ({ notNow, city }: Pick<ContactFields, 'notNow' | 'city'>, to: string, at: Instant): NotNow | null =>
  notNow === null || city === to || notNow.change?.type !== 'event-near'
    ? notNow
    : { ...notNow, cities: [...(notNow.cities ?? []), { until: at, city }].slice(-rememberedCities) }

/** Whether a call to someone reaches a private person or a business: the law differs (law A3). */
export const lines = ['consumer', 'business'] as const
/** One of the two. */
export type Line = (typeof lines)[number]

/** What a person may write about someone; every field is last-writer-wins in server order. */
export type ContactFields = {
  readonly name: string
  readonly organisation: string
  readonly role: string
  readonly emails: readonly LabelledEmail[]
  readonly phones: readonly LabelledPhone[]
  readonly city: string
  readonly address: string
  readonly website: string
  /** `YYYY-MM-DD`, `--MM-DD` when the year is unknown, or empty. */
  readonly birthday: string
  readonly language: 'fr' | 'en' | ''
  readonly relationship: Relationship
  readonly tags: readonly string[]
  readonly notes: string
  /** How the two met. */
  readonly source: string
  readonly notNow: NotNow | null
  /** ISO 3166-1 alpha-2, or empty: as the person who sells. */
  readonly country: string
  /** IANA zone, or empty: by her place. */
  readonly zone: string
  readonly line: Line
  /** Subjects and offers that interest her, in words. */
  readonly interests: readonly string[]
  /** Days between two contacts that keep the relationship; `null` leaves it to the relationship's cadence. */
  readonly keepInTouch: number | null
  /** The sequence of steps she is on, and since when. Where she stands in it follows from the touches since. */
  readonly sequence: { readonly id: string; readonly startedAt: Instant } | null
}

/** What the activities tell of someone, kept beside the fields so that a list needs no history. */
export type ContactHistory = {
  /** Outgoing activities with this person that still count: "touch number 5". */
  readonly touches: number
  readonly lastTouchAt: Instant | null
  readonly firstReachedAt: Instant | null
  readonly lastReachedAt: Instant | null
  readonly lastWords: string
  readonly lastWordsAt: Instant | null
  /** Outgoing touches since the last answer, oldest first: the `rememberedTouches` latest. */
  readonly unansweredAt: readonly Instant[]
}

/** How many of the touches that nobody answered are remembered: as many as the longest sequence has steps. */
export const rememberedTouches = 30

/** The touches that nobody answered, of those given: after the last answer, oldest first, the `rememberedTouches` latest. */
export const latestUnanswered = (touches: readonly Instant[], answeredAt: Instant | null): readonly Instant[] =>
  touches
    .filter((at) => answeredAt === null || at > answeredAt)
    .sort()
    .slice(-rememberedTouches)

/** A person: fields, standing in the follow-ups, history. */
export type Contact = ContactFields &
  Standing &
  ContactHistory & {
    readonly id: ContactId
    readonly createdAt: Instant
    readonly createdBy: string
    readonly importId: string | null
    readonly archivedAt: Instant | null
    readonly deletedAt: Instant | null
    readonly mergedInto: ContactId | null
  }

/** Whether someone was erased at her request: no door lets an empty name in, so only erasure leaves one. */
export const isErased = ({ name }: Pick<Contact, 'name'>): boolean => name === ''

/** A person of whom only the name is known. */
export const blankFields: Omit<ContactFields, 'name'> = {
  organisation: '',
  role: '',
  emails: [],
  phones: [],
  city: '',
  address: '',
  website: '',
  birthday: '',
  language: '',
  relationship: 'potential',
  tags: [],
  notes: '',
  source: '',
  notNow: null,
  country: '',
  zone: '',
  line: 'consumer',
  interests: [],
  keepInTouch: null,
  sequence: null,
}

/** The history of someone nobody has contacted yet. */
export const blankHistory: ContactHistory = {
  touches: 0,
  lastTouchAt: null,
  firstReachedAt: null,
  lastReachedAt: null,
  lastWords: '',
  lastWordsAt: null,
  unansweredAt: [],
}

/** Whether the person is present: not deleted, not archived, not merged into another. */
export const isPresent = (contact: Pick<Contact, 'archivedAt' | 'deletedAt' | 'mergedInto'>): boolean =>
  contact.archivedAt === null && contact.deletedAt === null && contact.mergedInto === null

/** Whether the person is open: present and not let go. An open person always has a next step (claim 4). */
export const isOpen = (contact: Contact): boolean => isPresent(contact) && contact.letGo === null

/** Whether an open person has no next step: what must never be. */
export const isForgotten = (contact: Contact): boolean => isOpen(contact) && contact.nextStep === null
