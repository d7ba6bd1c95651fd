import { heapOf, type Heap } from './heap.ts'

/** Gives the places of `values` from the greatest value down, ordering only as many as are asked for. */
export type Shelf = {
  readonly take: () => number | undefined
  /** Puts back a place just taken whose value became smaller. */
  readonly putBack: (place: number) => void
}

const firstBatch = 256
const sampled = 1024

// Above which value about `size` of them lie, told by one in so many: a batch may be larger or smaller, and nobody is lost.
const floorFor = (values: readonly number[], size: number): number => {
  if (size >= values.length) return -Infinity
  const stride = Math.ceil(values.length / sampled)
  const some = values.filter((_, place) => place % stride === 0).sort((a, b) => b - a)
  return some[Math.floor(size / stride)] ?? -Infinity
}

/**
 * A shelf over `values`, read at the first take; `isBefore` orders two places, greater values first. Most people are compared once,
 * as bare numbers, with the value above which a batch lies.
 */
export const createShelf = (values: readonly number[], isBefore: (a: number, b: number) => boolean): Shelf => {
  let heap: Heap<number> = heapOf([], isBefore)
  let size = firstBatch
  let ceiling = Infinity
  let floor = Infinity
  const nextBatch = (): void => {
    ceiling = floor
    floor = Math.min(floor, floorFor(values, size))
    size *= 8
    const batch: number[] = []
    for (let place = 0; place < values.length; place += 1) {
      const value = values[place] ?? 0
      if (value >= floor && value < ceiling) batch.push(place)
    }
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
