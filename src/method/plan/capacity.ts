/** Usual minutes of each gesture before one's own are timed (algorithms B1, assumptions). */
export const usualMinutes = {
  'call-attempt': 3,
  conversation: 15,
  email: 6,
  'follow-up': 6,
  booking: 10,
  'face-to-face': 60,
  networking: 180,
  post: 20,
} as const

const USUAL_WEIGHT = 5

/** How many activities were timed, and their minutes together. */
export type Timed = { readonly n: number; readonly minutes: number }

/** Minutes of one activity: the usual ones, worth five, with those that were timed (algorithms B1). */
export const minutesEach = (usual: number, timed: Timed | undefined): number =>
  (USUAL_WEIGHT * usual + (timed?.minutes ?? 0)) / (USUAL_WEIGHT + (timed?.n ?? 0))

/** The share of the hours that a plan may fill: the rest is for what comes in. */
export const usableShare = 0.85

/** Minutes that a plan may use in a period of `workingDays`, which may be a mean such as 4.8 days a week. */
export const usableMinutes = (minutesPerDay: number, workingDays: number): number => usableShare * Math.max(0, minutesPerDay) * Math.max(0, workingDays)

/** Whole working days that `minutes` of activities take within the usable share of each; `null` when no day has any minute. */
export const daysNeeded = (minutes: number, minutesPerDay: number): number | null => {
  const usable = usableMinutes(minutesPerDay, 1)
  return usable > 0 ? Math.ceil(minutes / usable - 1e-9) : minutes > 0 ? null : 0
}
