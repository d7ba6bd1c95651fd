import { askedToWait } from './back-off.ts'
import type { SentAway } from './view.ts'

/** How a request to the server ended, as the sync has to act on it. */
export type Reply =
  | { readonly came: 'answer'; readonly body: unknown }
  | { readonly came: 'signed-out' }
  /** This device must forget everything. */
  | { readonly came: 'sent-away'; readonly why: SentAway }
  /** This batch will never be taken as it is: too large or not readable. */
  | { readonly came: 'refusal' }
  /** The server asks for patience; `wait` in milliseconds when it says how long. */
  | { readonly came: 'later'; readonly wait: number | null }
  | { readonly came: 'silence' }

const longestAnswer = 60_000

const sentAway = (problem: string): Reply => {
  const why = /"reason"\s*:\s*"(device-revoked|membership-ended)"/.exec(problem)?.[1] as SentAway | undefined
  return why ? { came: 'sent-away', why } : { came: 'signed-out' }
}

/** Asks the server; never throws. */
export const callServer = async (fetch: typeof globalThis.fetch, path: string, init: RequestInit, now: () => number): Promise<Reply> => {
  try {
    const response = await fetch(path, { ...init, credentials: 'same-origin', cache: 'no-store', signal: AbortSignal.timeout(longestAnswer) })
    if (response.ok) return { came: 'answer', body: await response.json() }
    if (response.status === 401 || response.status === 403) return sentAway(await response.text())
    if (response.status === 400 || response.status === 413 || response.status === 422) return { came: 'refusal' }
    return { came: 'later', wait: askedToWait(response.headers.get('retry-after'), now()) }
  } catch {
    // No network, a cut connection, a captive portal's page instead of JSON: nothing is known of the outcome, so everything is kept.
    return { came: 'silence' }
  }
}
