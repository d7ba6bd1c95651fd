import type { Day } from '../calendar/day.ts'
import { addMonths } from '../calendar/months.ts'

/**
 * The first day on which a fact of `day` no longer carries, `months` after it: the same calendar number, or the last day of a shorter
 * month. This is the product's rule (law A1): of the two ways of counting, forward from the fact and back from the message
 * (Interpretation Act, s.28), the earlier, one day before; counting forward is never the later of the two.
 */
export const firstBlockedDay = (day: Day, months: number): Day => addMonths(day, months)
