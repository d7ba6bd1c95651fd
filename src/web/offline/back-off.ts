const longest = 5 * 60_000

/** Milliseconds to wait after `failures` failures in a row; `chance` from 0 to 1 spreads devices apart. */
export const backOff = (failures: number, chance: number): number => Math.round(Math.min(longest, 1000 * 2 ** Math.min(failures, 12)) * (0.5 + chance / 2))

/** Milliseconds that a `Retry-After` header asks for, as seconds or as a date; `null` when it says nothing readable. */
export const askedToWait = (header: string | null, now: number): number | null => {
  if (header === null || header.trim() === '') return null
  const wait = /^\d+$/.test(header.trim()) ? Number(header) * 1000 : Date.parse(header) - now
  return Number.isNaN(wait) ? null : Math.min(longest, Math.max(0, wait))
}
