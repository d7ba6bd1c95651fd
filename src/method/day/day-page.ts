import type { Day, Instant } from '../calendar/day.ts'
import type { ContactId } from '../contact/contact.ts'

/** One tap, from 1 (low) to 5 (high). */
export const levels = [1, 2, 3, 4, 5] as const
/** One of the five. */
export type Level = (typeof levels)[number]

/** What a person writes of one of her days, morning and evening; everything in it is optional and private (claim 7). */
export type DayPage = {
  /** The member's id, a full stop, the day. */
  readonly id: string
  readonly memberId: string
  readonly day: Day
  readonly energy: Level | null
  readonly confidence: Level | null
  /** « Si … alors … »: one intention for the day. */
  readonly intention: string
  /** A line of journal. */
  readonly line: string
  /** The first people of the next working day: at most three. */
  readonly tomorrow: readonly ContactId[]
  /** When the day was closed in the evening. */
  readonly closedAt: Instant | null
  /** She took a lighter goal that day: it says nothing of what she can do. */
  readonly isLight: boolean
}

/** What may be written on a page; the fields present are written. */
export type DayPageFields = Omit<DayPage, 'id' | 'memberId' | 'day'>

/** The id of a member's page of a day. */
export const dayPageId = (memberId: string, day: Day): string => `${memberId}.${day}`

/** A page on which nothing is written yet. */
export const blankDayPage = (memberId: string, day: Day): DayPage => ({
  id: dayPageId(memberId, day),
  memberId,
  day,
  energy: null,
  confidence: null,
  intention: '',
  line: '',
  tomorrow: [],
  closedAt: null,
  isLight: false,
})
