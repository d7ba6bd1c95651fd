import { addDays, type Day } from '#method/calendar/day.ts'

/** Days before today whose activities are on the device one by one; daily counts tell of those before. */
export const daysKept = 90

/** The weeks before `from`, latest first, then everything before `oldest`: as much as is read at a time. */
export const weeksBefore = (from: Day, oldest: Day): readonly { readonly from: Day | null; readonly before: Day }[] => {
  const weeks: { readonly from: Day | null; readonly before: Day }[] = []
  let before = from
  for (; before > oldest; before = addDays(before, -7)) weeks.push({ from: addDays(before, -7), before })
  return [...weeks, { from: null, before }]
}

/** Days before today whose activities are read before the first paint: the week of a goal, and one more. */
export const daysAtOnce = 8
