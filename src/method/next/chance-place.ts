/** One place in so many is drawn, so that one's own figures go on covering every source (algorithms B4). */
export const placesPerDraw = 20

/** A number from 0 to 2³² − 1 that `text` always gives (FNV-1a), begun from `from`. */
export const hashOf = (text: string, from = 0x811c9dc5): number => {
  let hash = from
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  // The last bits of FNV vary little; a final stir spreads them.
  hash ^= hash >>> 16
  hash = Math.imul(hash, 0x45d9f3b)
  return (hash ^ (hash >>> 15)) >>> 0
}

/**
 * Whether the `place`-th person of the day, from 0, is drawn: exactly one in each twenty, at a place that `seed` decides, and never
 * the first, who is always the best.
 */
export const isDrawn = (seed: string, place: number): boolean =>
  place % placesPerDraw === 1 + (hashOf(`${seed}#${Math.floor(place / placesPerDraw)}`) % (placesPerDraw - 1))
