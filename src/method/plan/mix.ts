/** A kind of activity as the mix weighs it. */
export type MixLine = {
  readonly id: string
  /** Sales expected per minute; 0 for what is done without counting on a sale, such as a post: it keeps its minimum only. */
  readonly worth: number
  readonly minutesEach: number
  /** Activities that the person wants to keep in any case. */
  readonly minimum: number
  /** The most that the reachable people allow; `null` when nobody counted them. */
  readonly most: number | null
}

/** Whole activities of each line, in the order given. */
export type Mix = readonly number[]

const LARGEST_SHARE = 0.6

/**
 * Shares `minutes` among the kinds of activity (algorithms B1): each its minimum, then the most worth per minute first, none over 60 % of
 * the minutes so that learning stays possible. Only when the people of all the others are used up does one go further. Every line grows
 * with the minutes, or stays. Less than the minimums are cut in proportion.
 */
export const mixOf = (lines: readonly MixLine[], minutes: number): Mix => {
  const least = lines.map((line) => Math.min(line.minimum, line.most ?? Infinity) * line.minutesEach)
  const needed = least.reduce((sum, each) => sum + each, 0)
  const cut = needed > minutes ? minutes / needed : 1
  const given = least.map((each) => each * cut)
  let left = Math.max(0, minutes - needed)
  const sellers = lines.map((line, place) => ({ line, place })).filter(({ line }) => line.worth > 0)
  sellers.sort((a, b) => b.line.worth - a.line.worth || (a.line.id < b.line.id ? -1 : 1))
  const fill = (share: number): void => {
    for (const { line, place } of sellers) {
      const room = Math.min(share * minutes, (line.most ?? Infinity) * line.minutesEach) - (given[place] ?? 0)
      const more = Math.min(left, Math.max(0, room))
      given[place] = (given[place] ?? 0) + more
      left -= more
    }
  }
  fill(sellers.length > 1 ? LARGEST_SHARE : 1)
  fill(1)
  // A whole number that a division left a hair short is that number.
  return given.map((each, place) => Math.floor(each / (lines[place]?.minutesEach ?? 1) + 1e-9))
}
