/** Rows gathered by a key, each group sorted when it is asked for and kept until one of its rows moves. */
export type Groups<R> = {
  readonly of: (key: string) => readonly R[]
  /** Says that a row came, changed or left. */
  readonly moved: (before: R | undefined, after: R | undefined) => void
}

/** Makes groups over a living map of rows; nothing is read before the first question. */
export const createGroups = <R extends { readonly id: string }>(
  rows: ReadonlyMap<string, R>,
  keysOf: (row: R) => readonly string[],
  order: (a: R, b: R) => number,
): Groups<R> => {
  let groups: Map<string, Set<string>> | null = null
  const sorted = new Map<string, readonly R[]>()
  const add = (target: Map<string, Set<string>>, row: R): void => {
    for (const key of keysOf(row)) {
      const group = target.get(key)
      if (group) group.add(row.id)
      else target.set(key, new Set([row.id]))
    }
  }
  const build = (): Map<string, Set<string>> => {
    const built = new Map<string, Set<string>>()
    for (const row of rows.values()) add(built, row)
    return built
  }
  return {
    of: (key) => {
      groups ??= build()
      const known = sorted.get(key)
      if (known) return known
      const group = [...(groups.get(key) ?? [])].flatMap((id) => rows.get(id) ?? []).sort(order)
      sorted.set(key, group)
      return group
    },
    moved: (before, after) => {
      for (const row of [before, after]) if (row) for (const key of keysOf(row)) sorted.delete(key)
      if (!groups) return
      if (before) for (const key of keysOf(before)) groups.get(key)?.delete(before.id)
      if (after) add(groups, after)
    },
  }
}
