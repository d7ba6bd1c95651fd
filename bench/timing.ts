/** One line of the table. */
export type Line = { readonly what: string; readonly measured: string; readonly reference: string; readonly goal: string; readonly isReached: boolean | null }

export const median = (of: readonly number[]): number => [...of].sort((a, b) => a - b)[Math.floor(of.length / 2)] ?? Number.NaN

/** Milliseconds of one piece of work. */
export const timed = async (work: () => unknown): Promise<number> => {
  const from = performance.now()
  await work()
  return performance.now() - from
}

/** The median of several, after one that does not count. */
export const medianOf = async (times: number, work: () => unknown): Promise<number> => {
  await work()
  const all: number[] = []
  for (let n = 0; n < times; n += 1) all.push(await timed(work))
  return median(all)
}

export const ms = (value: number): string => `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`
export const perSecond = (value: number): string => `${Math.round(value).toLocaleString('en-CA')}/s`
export const ratio = (value: number): string => `${value.toFixed(2)} ×`
