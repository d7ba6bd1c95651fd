import type { DailyLine } from '#method/challenge/challenge-template.ts'
import type { Relationship } from '#method/contact/contact.ts'

/** One line of a challenge as it is typed; `key` tells the lines apart while they come and go. */
export type LineDraft = { readonly key: number; readonly kind: string; readonly relationship: Relationship | ''; readonly perDay: string }

/** More lines than this are a to-do list and no challenge. */
export const mostLines = 8
const mostPerDay = 200

/** A whole number from 1 to `most`, or `null`. */
export const whole = (text: string, most: number): number | null => {
  const value = /^\d{1,3}$/.test(text.trim()) ? Number(text) : 0
  return value >= 1 && value <= most ? value : null
}

/** The line that was typed; `null` until its number is one. */
export const lineOf = ({ kind, relationship, perDay }: LineDraft): DailyLine | null => {
  const count = whole(perDay, mostPerDay)
  return count === null ? null : { kind: kind === '' ? null : kind, relationship: relationship === '' ? null : relationship, perDay: count }
}
