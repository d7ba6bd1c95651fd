import type { Instant } from '../calendar/day.ts'
import { latestUnanswered, type ContactFields, type ContactHistory, type LabelledEmail, type LabelledPhone, type Standing } from './contact.ts'

const union = <T>(kept: readonly T[], added: readonly T[], key: (one: T) => string): readonly T[] => {
  const seen = new Set(kept.map(key))
  const fresh = added.filter((one) => !seen.has(key(one)))
  return fresh.length === 0 ? kept : [...kept, ...fresh]
}
const emailKey = ({ address }: LabelledEmail): string => address.trim().toLowerCase()
const phoneKey = ({ number, extension }: LabelledPhone): string => `${number.replace(/[^\d+]/g, '')}x${extension ?? ''}`

/** The fields of `known` completed by what `added` knows: nothing is overwritten, lists are united, nothing is doubled. */
export const completed = (known: ContactFields, added: Partial<ContactFields>): ContactFields => {
  const text = (field: 'organisation' | 'role' | 'city' | 'address' | 'website' | 'birthday' | 'source'): string => known[field] || (added[field] ?? '')
  return {
    name: known.name,
    organisation: text('organisation'),
    role: text('role'),
    city: text('city'),
    address: text('address'),
    website: text('website'),
    birthday: text('birthday'),
    source: text('source'),
    language: known.language || (added.language ?? ''),
    relationship: known.relationship === 'potential' || known.relationship === 'other' ? (added.relationship ?? known.relationship) : known.relationship,
    emails: union(known.emails, added.emails ?? [], emailKey),
    phones: union(known.phones, added.phones ?? [], phoneKey),
    tags: union(known.tags, added.tags ?? [], (tag) => tag.toLowerCase()),
    notes: !added.notes || known.notes.includes(added.notes) ? known.notes : known.notes === '' ? added.notes : `${known.notes}\n\n${added.notes}`,
    notNow: known.notNow ?? added.notNow ?? null,
    country: known.country || (added.country ?? ''),
    zone: known.zone || (added.zone ?? ''),
    // A business only when someone said so of both, or of the one who is known: the stricter rule holds in doubt (law A3).
    line: known.line,
    interests: union(known.interests, added.interests ?? [], (interest) => interest.toLowerCase()),
    keepInTouch: known.keepInTouch ?? added.keepInTouch ?? null,
    sequence: known.sequence ?? added.sequence ?? null,
  }
}

/** The standing of two people who are one: the earlier step, and a step rather than letting go (nobody is forgotten). */
export const mergedStanding = (keep: Standing, gone: Standing): Standing => {
  const chosen = !gone.nextStep || (keep.nextStep && keep.nextStep.due <= gone.nextStep.due) ? keep : gone
  return { nextStep: chosen.nextStep, letGo: chosen.nextStep ? null : chosen.letGo }
}

const extreme = <T extends string>(a: T | null, b: T | null, isFirst: (a: T, b: T) => boolean): T | null =>
  a === null ? b : b === null ? a : isFirst(a, b) ? a : b

const mergedUnanswered = (a: ContactHistory, b: ContactHistory): readonly Instant[] => {
  const answered = extreme(a.lastReachedAt, b.lastReachedAt, (x, y) => x > y)
  return latestUnanswered([...a.unansweredAt, ...b.unansweredAt], answered)
}

/** Two histories as one, where the activities themselves are not at hand. */
export const mergedHistory = (a: ContactHistory, b: ContactHistory): ContactHistory => {
  const words = (a.lastWordsAt ?? '') >= (b.lastWordsAt ?? '') ? a : b
  return {
    touches: a.touches + b.touches,
    lastTouchAt: extreme(a.lastTouchAt, b.lastTouchAt, (x, y) => x > y),
    firstReachedAt: extreme(a.firstReachedAt, b.firstReachedAt, (x, y) => x < y),
    lastReachedAt: extreme(a.lastReachedAt, b.lastReachedAt, (x, y) => x > y),
    lastWords: words.lastWords,
    lastWordsAt: words.lastWordsAt,
    unansweredAt: mergedUnanswered(a, b),
  }
}
