/** Draws numbers that a seed decides, so that a run can be made again with the same choices. */
export type Chance = { readonly next: () => number; readonly whole: (from: number, to: number) => number; readonly one: <T>(of: readonly T[]) => T }

export const chanceOf = (seed: number): Chance => {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const whole = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1))
  return { next, whole, one: (of) => of[whole(0, of.length - 1)] as (typeof of)[number] }
}
