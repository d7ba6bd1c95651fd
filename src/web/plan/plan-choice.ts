import type { LineFacts, Plan, PlanOption } from '#method/plan/plan.ts'

/** The even-odds plan, the prudent one, or what her hours allow, whatever the wish. */
export type PlanChoice = 'even' | 'prudent' | 'hours'

const isWithin = (option: PlanOption | null): boolean => option !== null && option.isFeasible

/** The option of that name; `null` when it cannot be reached. */
export const optionOf = (plan: Plan, choice: PlanChoice): PlanOption | null =>
  choice === 'even' ? plan.even : choice === 'prudent' ? plan.prudent : plan.withinHours.touches > 0 ? plan.withinHours : null

/** The plans side by side, the one that opens first: what her hours allow, where the wish asks for more than they hold. Both plans of the wish stay there. */
export const choicesOf = (plan: Plan): readonly PlanChoice[] => {
  if (isWithin(plan.even) && isWithin(plan.prudent)) return ['even', 'prudent']
  return isWithin(plan.even) || optionOf(plan, 'hours') === null ? ['even', 'prudent', 'hours'] : ['hours', 'even', 'prudent']
}

/** The plan shown: the one she chose while it is there, otherwise the first. */
export const chosenOf = (plan: Plan, chosen: PlanChoice | null): PlanChoice => {
  const choices = choicesOf(plan)
  return chosen !== null && choices.includes(chosen) ? chosen : (choices[0] ?? 'even')
}

/** What is known of the line that should bring a plan most of its sales: its range goes with the number, never one magic number (claim 1). */
export const mainFact = ({ facts }: Plan, { lines }: PlanOption): LineFacts | null => {
  const salesOf = ({ id, mean }: LineFacts): number => mean * (lines.find((line) => line.id === id)?.touches ?? 0)
  return facts.reduce<LineFacts | null>((most, fact) => (most !== null && salesOf(most) >= salesOf(fact) ? most : fact), null)
}
