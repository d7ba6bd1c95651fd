import type { Activity, ActivityId, NotNowReason, Outcome, ToldByFile } from '../activity/activity.ts'
import type { Kind } from '../activity/kind.ts'
import type { Challenge } from '../challenge/challenge.ts'
import type { ConsentEvent, ConsentFact } from '../consent/consent.ts'
import type { DayPage, DayPageFields } from '../day/day-page.ts'
import type { Enquiry } from '../enquiry/enquiry.ts'
import type { Event, Invitation } from '../event/event.ts'
import type { Sequence } from '../follow-up/sequence.ts'
import type { OutboundMessage } from '../message/message.ts'
import type { Template } from '../message/template.ts'
import type { KeptPlan } from '../plan/kept-plan.ts'
import type { Day, Instant } from '../calendar/day.ts'
import type { DayOff, Schedule } from '../calendar/schedule.ts'
import type { ContactFields, ContactId, LetGoReason, NextStep, NotNowChange, Standing } from '../contact/contact.ts'
import type { GoalVersion } from '../goal/goal.ts'
import type { Cents, Offer } from '../sale/sale.ts'
import type { Settings } from './settings.ts'

/** A next step as a person chooses it; Entrain adds where it came from. */
export type ChosenStep = Pick<NextStep, 'due' | 'time' | 'kind' | 'promised' | 'note'> & { readonly origin: 'chosen' | 'snoozed' }

/** What happens to each person of an activity: what the outcome proposes, a chosen step, or letting go. */
export type After =
  | { readonly take: 'proposal' }
  | { readonly take: 'step'; readonly step: ChosenStep }
  | { readonly take: 'let-go'; readonly reason: LetGoReason }

/** What a person tells of an activity; everything else of the fact follows from it. */
export type ActivityEntry = {
  readonly activityId: ActivityId
  readonly kind: string
  readonly direction: 'out' | 'in'
  readonly outcome: Outcome
  readonly contactIds: readonly ContactId[]
  readonly minutes: number | null
  readonly title: string
  readonly note: string
  readonly notNow: NotNowReason | null
  /** What would change a "not now" (claim 6). */
  readonly notNowChange?: NotNowChange | null | undefined
  readonly occurredAt: Instant
  readonly zone: string
  /** The day and time of a meeting that was booked. */
  readonly meeting: { readonly day: Day; readonly time: string | null } | null
  readonly after: After
}

/** What a person tells of a sale. */
export type SaleEntry = {
  readonly saleId: string
  readonly amount: Cents
  readonly currency: string
  readonly offerId: string | null
  readonly contactId: ContactId | null
  readonly activityId: ActivityId | null
  readonly refunds: string | null
  readonly note: string
  readonly occurredAt: Instant
  readonly zone: string
  /** Only the day was told: `occurredAt` is then noon. */
  readonly isDayOnly?: boolean | null | undefined
}

/** One row of an import: a new person, or what is added to someone known. */
export type ImportRow = { readonly contactId: ContactId; readonly isNew: boolean; readonly fields: Partial<ContactFields>; readonly due: Day }

/** An activity that happened before Entrain, from a file: it proposes nothing, since its next step has gone by. */
export type PastActivity = Omit<ActivityEntry, 'after' | 'meeting' | 'notNowChange'> & ToldByFile
/** A sale that happened before Entrain, from a file; a refund names the sale it takes back. Both are named by the ids that the file gives. */
export type PastSale = Omit<SaleEntry, 'activityId' | 'refunds'> & {
  readonly activityId?: string | null | undefined
  readonly refunds?: string | null | undefined
} & ToldByFile

/** What a person tells of an enquiry; Entrain adds who took it in. */
export type EnquiryEntry = Omit<Enquiry, 'id' | 'memberId' | 'closedAt'> & { readonly enquiryId: string }
/** A message as it is given to be sent, once. */
export type MessageEntry = Pick<OutboundMessage, 'contactId' | 'eventId' | 'to' | 'subject' | 'body' | 'purpose' | 'language'> & { readonly messageId: string }

/** `changed`: the fields that the author changed; without it, all of them. Every other field stays as it is kept. */
type Edited = { readonly changed?: readonly string[] | undefined }

/** Everything that can be written, by any door. Each is applied once, by its id, whatever the number of times it arrives. */
export type Change =
  | {
      readonly type: 'contact.add'
      readonly contactId: ContactId
      readonly fields: Partial<ContactFields> & { readonly name: string }
      readonly step: ChosenStep | null
    }
  | { readonly type: 'contact.edit'; readonly contactId: ContactId; readonly fields: Partial<ContactFields> }
  | { readonly type: 'contact.archive'; readonly contactId: ContactId; readonly archived: boolean }
  | { readonly type: 'contact.delete'; readonly contactId: ContactId; readonly deleted: boolean }
  | { readonly type: 'contact.merge'; readonly mergeId: string; readonly keep: ContactId; readonly gone: ContactId }
  | { readonly type: 'contact.unmerge'; readonly mergeId: string }
  | { readonly type: 'contact.import'; readonly importId: string; readonly file: string; readonly rows: readonly ImportRow[] }
  | { readonly type: 'import.undo'; readonly importId: string }
  | ({ readonly type: 'activity.record' } & ActivityEntry)
  | ({ readonly type: 'activity.correct'; readonly corrects: ActivityId } & ActivityEntry)
  | { readonly type: 'activity.void'; readonly activityId: ActivityId }
  | { readonly type: 'step.set'; readonly contactId: ContactId; readonly step: ChosenStep }
  | { readonly type: 'step.let-go'; readonly contactId: ContactId; readonly reason: LetGoReason; readonly note: string }
  | ({ readonly type: 'sale.record' } & SaleEntry)
  | { readonly type: 'sale.void'; readonly saleId: string; readonly voided: boolean }
  | ({ readonly type: 'offer.put'; readonly offer: Offer } & Edited)
  | ({ readonly type: 'kind.put'; readonly kind: Kind } & Edited)
  | { readonly type: 'goal.set'; readonly goal: Omit<GoalVersion, 'memberId'> }
  | { readonly type: 'schedule.set'; readonly schedule: Omit<Schedule, 'memberId'> }
  | { readonly type: 'day-off.put'; readonly dayOff: Omit<DayOff, 'memberId'> }
  | { readonly type: 'settings.put'; readonly fields: Partial<Omit<Settings, 'id'>> }
  | { readonly type: 'contact.erase'; readonly contactId: ContactId }
  | {
      readonly type: 'history.import'
      readonly importId: string
      readonly file: string
      readonly activities: readonly PastActivity[]
      readonly sales: readonly PastSale[]
    }
  | { readonly type: 'history.undo'; readonly importId: string; readonly activityIds: readonly ActivityId[]; readonly saleIds: readonly string[] }
  | {
      readonly type: 'consent.record'
      readonly consentId: string
      readonly contactId: ContactId
      readonly fact: ConsentFact
      readonly occurredAt: Instant
    }
  | ({ readonly type: 'enquiry.record' } & EnquiryEntry)
  | { readonly type: 'enquiry.link'; readonly enquiryId: string; readonly contactId: ContactId | null }
  | { readonly type: 'enquiry.close'; readonly enquiryId: string; readonly closed: boolean }
  | ({ readonly type: 'event.put'; readonly event: Omit<Event, 'memberId'> } & Edited)
  | { readonly type: 'invitation.put'; readonly invitation: Omit<Invitation, 'id' | 'memberId'> }
  | ({ readonly type: 'template.put'; readonly template: Template } & Edited)
  | ({ readonly type: 'sequence.put'; readonly sequence: Sequence } & Edited)
  | ({ readonly type: 'message.queue' } & MessageEntry)
  | { readonly type: 'message.cancel'; readonly messageId: string }
  | { readonly type: 'day.put'; readonly day: Day; readonly fields: Partial<DayPageFields> }
  | { readonly type: 'plan.keep'; readonly plan: Omit<KeptPlan, 'memberId'> }
  | ({ readonly type: 'challenge.put'; readonly challenge: Omit<Challenge, 'memberId'> } & Edited)

/** The name of a change. */
export type ChangeType = Change['type']

/** A change on its way: made on a device at a moment, with an id that makes it count once (RELIABILITY B4). */
export type Operation = {
  readonly id: string
  readonly at: Instant
  readonly zone: string
  readonly change: Change
}

/** Why a change is refused: a closed list, each with its sentence in both languages. */
export type Refusal =
  | 'unknown-contact'
  | 'unknown-activity'
  | 'unknown-sale'
  | 'unknown-merge'
  | 'unknown-import'
  | 'unknown-kind'
  | 'already-exists'
  | 'contact-is-gone'
  | 'merge-with-self'
  | 'already-merged'
  | 'refund-exceeds-sale'
  | 'sale-has-refunds'
  | 'built-in-kind'
  | 'unknown-enquiry'
  | 'unknown-event'
  | 'unknown-message'
  | 'message-has-left'
  | 'goal-in-the-past'
  | 'not-yours'
  | 'id-reused'
  | 'not-readable'

/** Who is behind an operation; an owner may correct what a member of her team wrote. */
export type Author = { readonly memberId: string; readonly isOwner: boolean }

/** A merge that happened, with what both were before, so that it can be taken back. */
export type Merge = {
  readonly id: string
  readonly keep: ContactId
  readonly gone: ContactId
  readonly keepBefore: ContactFields & Standing
  readonly keepAfter: ContactFields & Standing
  readonly undoneAt: Instant | null
}

/** An import of people, undoable as a whole. */
export type ImportBatch = {
  readonly id: string
  readonly memberId: string
  readonly file: string
  readonly at: Instant
  readonly added: number
  readonly completed: number
  /** Facts of the past that it brought. */
  readonly activities: number
  readonly sales: number
  /** What each known person had before and after the import completed it: only the fields that it filled. */
  readonly filled: Readonly<Record<ContactId, { readonly before: Partial<ContactFields>; readonly after: Partial<ContactFields> }>>
  readonly undoneAt: Instant | null
}

/** Everything that is kept of a workspace, one collection per kind of record. */
export type Rows = {
  readonly contact: import('../contact/contact.ts').Contact
  readonly activity: Activity
  readonly sale: import('../sale/sale.ts').Sale
  readonly offer: Offer
  readonly kind: Kind
  readonly goal: GoalVersion
  readonly schedule: Schedule
  readonly dayOff: DayOff
  readonly settings: Settings
  readonly merge: Merge
  readonly importBatch: ImportBatch
  readonly consent: ConsentEvent
  readonly enquiry: Enquiry
  readonly event: Event
  readonly invitation: Invitation
  readonly template: Template
  readonly sequence: Sequence
  readonly message: OutboundMessage
  readonly dayPage: DayPage
  readonly plan: KeptPlan
  readonly challenge: Challenge
}

/** The name of a collection. */
export type Table = keyof Rows
/** The collections in the order in which rows may refer to earlier ones. */
export const tables = [
  'settings',
  'schedule',
  'dayOff',
  'goal',
  'kind',
  'offer',
  'template',
  'sequence',
  'importBatch',
  'contact',
  'merge',
  'activity',
  'sale',
  'consent',
  'enquiry',
  'event',
  'invitation',
  'message',
  'dayPage',
  'plan',
  'challenge',
] as const satisfies readonly Table[]
/** A row to keep, replacing the one of the same id. */
export type Put = { readonly [T in Table]: { readonly table: T; readonly row: Rows[T] } }[Table]

/** What a decision may look at. Absent rows are `undefined`. */
export type World = {
  /** Whether `activitiesOf` knows everything: true on the server, false on a phone with its window. */
  readonly isComplete: boolean
  readonly get: <T extends Table>(table: T, id: string) => Rows[T] | undefined
  /** Every known activity with someone, those of people merged into her too. On a phone: those of its window. */
  readonly activitiesOf: (contactId: ContactId) => readonly Activity[]
  /** The people merged into someone, those merged into them too. */
  readonly mergedInto: (contactId: ContactId) => readonly Rows['contact'][]
  /** The people whom an import added. */
  readonly importedBy: (importId: string) => readonly Rows['contact'][]
  /** The people on whom a fact stands, whoever brought it. On a phone: as far as its window tells. */
  readonly peopleWithFacts: () => ReadonlySet<ContactId>
  /** The refunds of a sale. */
  readonly refundsOf: (saleId: string) => readonly Rows['sale'][]
  readonly schedulesOf: (memberId: string) => readonly Schedule[]
  readonly daysOffOf: (memberId: string) => readonly DayOff[]
}

/** What a change comes to: rows to keep, or a refusal that changes nothing. */
export type Decision = { readonly ok: true; readonly puts: readonly Put[] } | { readonly ok: false; readonly reason: Refusal }
