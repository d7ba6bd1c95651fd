import type { Day, Instant } from '../calendar/day.ts'
import type { ContactId, Standing } from '../contact/contact.ts'
import type { KindId } from './kind.ts'

/** Identifies an activity; a UUIDv7 made on the device. */
export type ActivityId = string
/** Identifies a member of a workspace. */
export type MemberId = string

/** What came of it. `sent` is a message that went out; `done` is a gesture without an answer to wait for (post, event, visit). */
export const outcomes = ['reached', 'message-left', 'no-answer', 'sent', 'replied', 'meeting-booked', 'not-now', 'no', 'yes', 'done'] as const
/** One of the outcomes. */
export type Outcome = (typeof outcomes)[number]

/** Why someone said "not now" (claim 6). */
export const notNowReasons = ['budget', 'timing', 'authority', 'has-another', 'other'] as const
/** One of the reasons for "not now". */
export type NotNowReason = (typeof notNowReasons)[number]

/** What a file of the past told of a fact; absent, or empty, for what was logged. */
export type ToldByFile = {
  /** The line where it stands: it orders what happened at one moment. */
  readonly line?: number | null | undefined
  /** The file gave the day and no clock: `occurredAt` is noon, which nobody may read as an hour. */
  readonly isDayOnly?: boolean | null | undefined
}

/** A fact: something the person did, recorded once and never overwritten; a correction is another fact. */
export type Activity = {
  readonly id: ActivityId
  readonly memberId: MemberId
  readonly kind: KindId
  readonly direction: 'out' | 'in'
  readonly outcome: Outcome
  /** Nobody, one person, or the people met at an event. */
  readonly contactIds: readonly ContactId[]
  /** Minutes; `null` when nobody timed it. */
  readonly minutes: number | null
  /** What it was about, for an event or a post. */
  readonly title: string
  readonly note: string
  readonly notNow: NotNowReason | null
  readonly occurredAt: Instant
  /** The day it counts for, in the zone the person was in. */
  readonly day: Day
  readonly zone: string
  /** The standing of each person just before, so that an undo gives it back. */
  readonly standingBefore: Readonly<Record<ContactId, Standing>>
  /** The fact that this one corrects. */
  readonly corrects: ActivityId | null
  /** Undone or corrected; the fact stays, and no longer counts. */
  readonly voidedAt: Instant | null
  /** The import that brought it from a file; `null` when it was logged. */
  readonly importId: string | null
} & ToldByFile

const conversations: ReadonlySet<Outcome> = new Set<Outcome>(['reached', 'replied', 'meeting-booked', 'not-now', 'no', 'yes'])

/** Whether the two really spoke or wrote to each other; everything else is an attempt (claim 2). */
export const isConversation = ({ outcome }: Pick<Activity, 'outcome'>): boolean => conversations.has(outcome)

/** Whether there is an answer to wait for: a post, an event, a visit, or a call of which nothing was said, has none. */
export const awaitsAnswer = ({ outcome }: Pick<Activity, 'outcome'>): boolean => outcome !== 'done'

/** Whether the activity still counts. */
export const counts = ({ voidedAt }: Pick<Activity, 'voidedAt'>): boolean => voidedAt === null
