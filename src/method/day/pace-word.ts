import type { Pace } from './pace.ts'

/**
 * What the pace says in one word (algorithms B3). `gentle` never becomes a reproach: it proposes something small, or the
 * reserve. `nothing-yet`: before the first activity of the day there is no forecast.
 */
export type PaceWord = 'won' | 'well-started' | 'playable' | 'gentle' | 'nothing-yet'

const LIKELY = 0.7
const EVEN = 0.4

/** The word for a pace, once `done` activities are done. */
export const paceWord = ({ left, chance }: Pick<Pace, 'left' | 'chance'>, done: number): PaceWord => {
  if (left <= 0) return 'won'
  if (done <= 0) return 'nothing-yet'
  if (chance >= LIKELY) return 'well-started'
  return chance >= EVEN ? 'playable' : 'gentle'
}

// The grid on which a day is drawn: half hours from six in the morning to eleven at night.
const GRID = { from: 6, to: 23, step: 0.5 } as const
const TEN_MINUTES = 6

const reachedAt = ({ model, share, expectedFinish, left }: Pace, now: number, done: number): number | null => {
  const wanted = share + ((1 - share) * left) / (expectedFinish - done)
  let before = { time: now, share }
  for (let time = Math.max(GRID.from, Math.floor(now / GRID.step) * GRID.step + GRID.step); time <= GRID.to; time += GRID.step) {
    const after = { time, share: model.shareBy(time) }
    if (after.share >= wanted) return before.time + ((wanted - before.share) / (after.share - before.share)) * (after.time - before.time)
    before = after
  }
  return null
}

/**
 * « À ce rythme, vers 15 h 10 »: the hour at which the goal would be reached if what is expected of the rest of the day
 * comes as her days usually go, up to the next ten minutes. `null` unless the day is well started or playable.
 */
export const finishHour = (pace: Pace, now: number, done: number): number | null => {
  const word = paceWord(pace, done)
  if ((word !== 'well-started' && word !== 'playable') || pace.expectedFinish - done < pace.left) return null
  const time = reachedAt(pace, now, done)
  // A last digit over ten minutes is still those ten minutes.
  return time === null ? null : Math.ceil(time * TEN_MINUTES - 1e-9) / TEN_MINUTES
}
