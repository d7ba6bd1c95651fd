import { heapOf, type Heap } from './heap.ts'

/** Gives the places of `values` from the greatest value down, ordering only as many as are asked for. */
export type Shelf = {
  readonly take: () => number | undefined
  /** Puts back a place just taken whose value became smaller. */
  readonly putBack: (place: number) => void
}

const firstBatch = 256

/**
 * A shelf over `values`, read at the first take; `isBefore` orders two places, greater values first. A native sort of the bare
 * numbers finds the value above which a batch lies, so that most people are compared once, and as a number.
 */
export const createShelf = (values: readonly number[], isBefore: (a: number, b: number) => boolean): Shelf => {
  let sorted: Float64Array | undefined
  let heap: Heap<number> = heapOf([], isBefore)
  let size = firstBatch
  let ceiling = Infinity
  let floor = Infinity
  const nextBatch = (): void => {
    sorted ??= Float64Array.from(values).sort()
    ceiling = floor
    floor = size >= sorted.length ? -Infinity : (sorted[sorted.length - size] ?? -Infinity)
    size *= 8
    const batch: number[] = []
    for (const [place, value] of values.entries()) if (value >= floor && value < ceiling) batch.push(place)
    heap = heapOf(batch, isBefore)
  }
  const take = (): number | undefined => {
    for (;;) {
      const place = heap.take()
      if (place !== undefined || floor === -Infinity) return place
      nextBatch()
    }
  }
  // Below the floor it waits with those of the next batch.
  const putBack = (place: number): void => {
    if ((values[place] ?? 0) >= floor) heap.put(place)
  }
  return { take, putBack }
}
