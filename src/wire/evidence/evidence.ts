import { z } from 'zod'
import type { Day } from '#method/calendar/day.ts'
import type { Streak } from '#method/challenge/streak.ts'
import type { Bilan } from '#method/evidence/bilan.ts'
import type { CheckInLink } from '#method/evidence/check-ins.ts'
import type { PlanComparison } from '#method/plan/compare-plan.ts'
import type { OwnPast } from '#method/plan/past-touches.ts'
import { touchKinds, type TouchKind } from '#method/plan/touch-kind.ts'
import { code, day, instant, text } from '../calendar/calendar.ts'

/** What of one's log to tell: all of it when nothing is said. `kind` is the id of a kind, `source` the words of a person's source. */
export const evidenceQuery = z.strictObject({
  from: day.optional(),
  to: day.optional(),
  kind: code(64).optional(),
  source: text(500).optional(),
})

/** A plan that was kept, and the days on which it was compared with what happened, both included. */
export type PlanTold = { readonly wish: string; readonly from: Day; readonly through: Day } & PlanComparison
/** The streak as it stands at the end of the days, and the share of the last twenty working days that were won. */
export type StreakTold = Pick<Streak, 'streak' | 'best' | 'lastDays'>

/**
 * Everything that is told of a log: the Bilan, and what words that come after it say. `null` under a filter by kind or by source.
 * `checkIns` is for the person herself alone, and `null` for whoever else asks; `plan` is `null` until a day of one is over.
 */
export type Evidence = Bilan & { readonly streak: StreakTold | null; readonly plan: PlanTold | null; readonly checkIns: readonly CheckInLink[] | null }

/** What a member's log says of her touches and sales, for her plan: of all of it, or of some days. */
export const pastQuery = z.strictObject({ from: day.optional(), to: day.optional() })
const timed = z.object({ n: z.int(), minutes: z.number() })
const forEachTouch = <T extends z.ZodType>(shape: T) => z.object(Object.fromEntries(touchKinds.map((kind) => [kind, shape])) as Record<TouchKind, T>)
/** The answer, in the shape of `OwnPast`. */
export const pastAnswer: z.ZodType<OwnPast> = z.object({
  touches: forEachTouch(z.object({ touches: z.int(), sales: z.int() })),
  sales: z.array(z.int()),
  sold: z.int(),
  n: z.int(),
  timed: z.object({ byKind: z.record(z.string(), timed), callsTo: forEachTouch(timed) }),
})

/** A Bilan and when it was told. `isBehind`: facts came since, and it is being told again; asking a little later gives the newer one. */
export type BilanAnswer = Evidence & { readonly told: { readonly at: string; readonly isBehind: boolean } }

/** The figures, in the shape of `Bilan`, which the method describes. */
export const evidenceAnswer: z.ZodType<BilanAnswer> = z.looseObject({
  version: z.literal(1),
  scope: z.looseObject({ today: day, asOf: day, from: day.nullable(), to: day.nullable(), kind: z.string().nullable(), source: z.string().nullable() }),
  told: z.object({ at: instant, isBehind: z.boolean() }),
}) as unknown as z.ZodType<BilanAnswer>
