import type { Instant } from './day.ts'

/** Where and when something is done: the instant and the IANA zone of the person at that moment. Always an argument. */
export type Moment = { readonly at: Instant; readonly zone: string }
