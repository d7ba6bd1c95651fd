import { z } from 'zod'
import type { Challenge } from '#method/challenge/challenge.ts'
import { relationships } from '#method/contact/contact.ts'
import { code, id, kept, text, written, type Dates } from '../calendar/calendar.ts'

const item = z.strictObject({
  kind: code(64).nullable(),
  target: z.int().min(1).max(100_000),
  relationship: z.enum(relationships).nullable(),
})
const fields = ({ day, instant }: Dates) =>
  z.strictObject({
    id,
    title: text(200),
    items: z.array(item).min(1).max(20),
    from: day,
    to: day,
    pauses: z.array(z.strictObject({ from: day, to: day.nullable() })).max(100),
    endedAt: instant.nullable(),
    stakes: text(1000),
    template: text(60).nullable(),
    // A change made before challenges could be joined late does not say it.
    joinedOn: day.nullable().default(null),
  })

/** What was done of each of one's own challenges since its first day: the dots of each line by day, in the order of its lines. */
export const challengeDaysAnswer = z.object({ challenges: z.record(id, z.array(z.record(kept.day, z.int()))) })
/** The same. */
export type ChallengeDaysAnswer = z.infer<typeof challengeDaysAnswer>

/** A challenge as it is written. */
export const challengeEntry = fields(written).refine(({ from, to }) => from <= to) as unknown as z.ZodType<Omit<Challenge, 'memberId'>>
/** The row of a challenge. */
export const challengeRow = fields(kept).extend({ memberId: z.string() }) as unknown as z.ZodType<Challenge>
