/** To whom a touch goes: what decides how often one leads to a sale (algorithms B1). A booked meeting is a kind of its own. */
export const touchKinds = ['unknown', 'met', 'inquiry', 'client', 'referral', 'meeting'] as const
/** One of them. */
export type TouchKind = (typeof touchKinds)[number]

/** What is believed before one's own log says more: a rate of sales per touch, worth as much as `weight` touches. */
export type Prior = { readonly rate: number; readonly weight: number }

/** The starting beliefs (algorithms B1): a design choice between measurements, each to be replaced by one's own. */
export const priors: Readonly<Record<TouchKind, Prior>> = {
  unknown: { rate: 0.005, weight: 100 },
  met: { rate: 0.025, weight: 40 },
  inquiry: { rate: 0.05, weight: 40 },
  client: { rate: 0.06, weight: 40 },
  referral: { rate: 0.08, weight: 25 },
  meeting: { rate: 0.2, weight: 10 },
}

/** The answer to « sur 20, combien achètent ? » : `buy` out of `of`. */
export type Guess = { readonly of: number; readonly buy: number }

const LARGEST_GUESS_WEIGHT = 20

/**
 * The person's own guess as the belief that replaces the starting one, worth at most twenty touches (algorithms B1). A guess about
 * nobody is no guess, and gives `null`.
 */
export const priorOfGuess = ({ of, buy }: Guess): Prior | null => {
  if (!(of > 0)) return null
  return { rate: Math.min(1, Math.max(0, buy / of)), weight: Math.min(LARGEST_GUESS_WEIGHT, of) }
}
