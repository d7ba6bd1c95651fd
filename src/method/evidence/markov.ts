import type { KindId } from '../activity/kind.ts'

/** The kinds of a journey's touches in order, and whether it ended in a sale. */
export type Path = { readonly kinds: readonly KindId[]; readonly isSold: boolean }

/** The chain of order 1: the chance that a journey sells, and how much of it goes when a kind is taken away. */
export type Chain = { readonly journeys: number; readonly conversion: number; readonly removal: readonly { readonly kind: KindId; readonly effect: number }[] }

// Row and column 0 are the start; the last column is the sale. What is missing to a full row goes to "no sale".
const transitionsOf = (paths: Iterable<Path>, place: ReadonlyMap<KindId, number>): { readonly rows: readonly Float64Array[]; readonly journeys: number } => {
  const size = place.size + 1
  const rows = Array.from({ length: size }, () => new Float64Array(size + 1))
  const totals = new Float64Array(size)
  let journeys = 0
  const go = (from: number, to: number | null): void => {
    totals[from] = (totals[from] ?? 0) + 1
    const row = rows[from]
    if (to !== null && row) row[to] = (row[to] ?? 0) + 1
  }
  for (const { kinds, isSold } of paths) {
    if (kinds.length === 0) continue
    journeys += 1
    let from = 0
    for (const kind of kinds) {
      const to = place.get(kind) ?? 0
      go(from, to)
      from = to
    }
    go(from, isSold ? size : null)
  }
  for (const [at, row] of rows.entries()) for (let to = 0; to <= size; to += 1) row[to] = (row[to] ?? 0) / (totals[at] || 1)
  return { rows, journeys }
}

/** The chance of a sale from the start, by elimination of (I − T) p = s; a kind taken away leads nowhere. */
const conversionWithout = (rows: readonly Float64Array[], removed: number | null): number => {
  const size = rows.length
  const system = rows.map((row, at) => {
    const line = Float64Array.from(row, (chance, to) => (to === size ? chance : (to === at ? 1 : 0) - (to === removed ? 0 : chance)))
    return at === removed ? line.fill(0).with(at, 1) : line
  })
  // Every journey ends, so each row of I − T dominates: no exchange of rows is needed. Eliminated from the last, the start is read at once.
  for (let pivot = size - 1; pivot > 0; pivot -= 1) {
    const base = system[pivot] as Float64Array
    for (let at = 0; at < pivot; at += 1) {
      const line = system[at] as Float64Array
      const factor = (line[pivot] as number) / (base[pivot] as number)
      if (factor === 0) continue
      for (let to = 0; to <= size; to += 1) line[to] = (line[to] as number) - factor * (base[to] as number)
    }
  }
  const [start] = system
  return start ? (start[size] as number) / (start[0] as number) : 0
}

/** The Markov chain of the journeys, sold or not, and the effect of removing each kind (algorithms B6). Repeats may be collapsed or not. */
export const markovChain = (paths: readonly Path[]): Chain => {
  const kinds = [...new Set(paths.flatMap(({ kinds }) => [...new Set(kinds)]))].sort()
  const place = new Map(kinds.map((kind, index) => [kind, index + 1]))
  const { rows, journeys } = transitionsOf(paths, place)
  const conversion = conversionWithout(rows, null)
  const effect = (index: number): number => (conversion > 0 ? Math.max(0, 1 - conversionWithout(rows, index) / conversion) : 0)
  return { journeys, conversion, removal: kinds.map((kind, index) => ({ kind, effect: effect(index + 1) })) }
}
