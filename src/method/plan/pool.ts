import type { TouchKind } from './touch-kind.ts'

/** The most touches that a plan gives one person in its period: after six without an answer she rests (algorithms B1, B4). */
export const touchesPerPerson = 6

const shapes = {
  cold: [1, 0.89, 0.72, 0.58, 0.4, 0.37],
  warm: [0.5, 1, 1.1, 1, 0.7, 0.5],
} as const

/** How the chance of each further touch compares with the mean rate: falling with strangers, best at the third with people who know one. */
export const shapeOf = (kind: TouchKind): readonly number[] => (kind === 'unknown' ? shapes.cold : shapes.warm)

/** The most touches that this many reachable people allow. */
export const touchesWithin = (people: number): number => Math.floor(people) * touchesPerPerson

/** New people to find for so many touches, beyond those who can be reached. */
export const newPeopleFor = (touches: number, people: number): number => Math.max(0, Math.ceil((touches - touchesWithin(people)) / touchesPerPerson))

/** Sales to expect once each of `people` was touched six times, or had bought before (algorithms B1, pool rule). */
export const salesFromPool = (people: number, rate: number, kind: TouchKind): number => {
  let stillOpen = 1
  let sold = 0
  for (const shape of shapeOf(kind)) {
    const chance = Math.min(1, Math.max(0, rate * shape))
    sold += stillOpen * chance
    stillOpen *= 1 - chance
  }
  return people * sold
}
