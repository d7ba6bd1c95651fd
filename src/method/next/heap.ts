/** Gives the best of many, one at a time, without sorting those that nobody asks for. */
export type Heap<T> = { readonly take: () => T | undefined; readonly put: (one: T) => void }

/** A heap of `all`, which it rearranges; `isBefore` must order any two. */
export const heapOf = <T>(all: T[], isBefore: (a: T, b: T) => boolean): Heap<T> => {
  const sink = (from: number): void => {
    const moved = all[from] as T
    let place = from
    for (;;) {
      const left = 2 * place + 1
      if (left >= all.length) break
      const right = left + 1
      const child = right < all.length && isBefore(all[right] as T, all[left] as T) ? right : left
      if (!isBefore(all[child] as T, moved)) break
      all[place] = all[child] as T
      place = child
    }
    all[place] = moved
  }
  for (let place = (all.length >> 1) - 1; place >= 0; place -= 1) sink(place)
  return {
    take: () => {
      const [best] = all
      const last = all.pop()
      if (all.length > 0 && last !== undefined) {
        all[0] = last
        sink(0)
      }
      return best
    },
    put: (one) => {
      let place = all.push(one) - 1
      while (place > 0) {
        const parent = (place - 1) >> 1
        if (!isBefore(one, all[parent] as T)) break
        all[place] = all[parent] as T
        place = parent
      }
      all[place] = one
    },
  }
}
