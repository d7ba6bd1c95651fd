const longest = 5 * 60_000

/** Milliseconds to wait after `failures` failures in a row; `chance` from 0 to 1 spreads devices apart. */
export const backOff = (failures: number, chance: number): number => Math.round(Math.min(longest, 1000 * 2 ** Math.min(failures, 12)) * (0.5 + chance / 2))

/** Failures in a row after a round: once the server answers again, what fails beside it is a first failure. */
export const failuresAfter = (failures: number, { hasFailed, wasHeard }: { readonly hasFailed: boolean; readonly wasHeard?: boolean | undefined }): number =>
  !hasFailed ? 0 : wasHeard ? 1 : failures + 1

/** Milliseconds that a `Retry-After` header asks for, as seconds or as a date; `null` when it says nothing readable. */
export const askedToWait = (header: string | null, now: number): number | null => {
  if (header === null || header.trim() === '') return null
  const wait = /^\d+$/.test(header.trim()) ? Number(header) * 1000 : Date.parse(header) - now
  return Number.isNaN(wait) ? null : Math.min(longest, Math.max(0, wait))
}
