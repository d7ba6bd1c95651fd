import type { Day, Instant } from '../calendar/day.ts'
import type { Claim } from './claims.ts'
import { channels, messageClasses, type Channel, type ConsentEvent, type MessageClass, type WithdrawalScope } from './consent.ts'
import type { Why } from './verdict.ts'

/** A fact that forbids. It never ends by itself (law T2). */
export type Stop = { readonly at: Instant; readonly evidenceId: string; readonly scope: WithdrawalScope; readonly why: Why }

/** What of a ledger tells whether someone is left in peace. */
export type Stopped = { readonly stops: readonly Stop[]; readonly claims: readonly Claim[] }

/** What an event forbids; `undefined` when it forbids nothing. */
export const stopOf = ({ id, fact, occurredAt }: ConsentEvent, dayOf: (at: Instant) => Day): Stop | undefined => {
  const stop = { at: occurredAt, evidenceId: id }
  if (fact.type === 'withdrawal') return { ...stop, scope: fact.scope, why: { code: 'withdrawn', scope: fact.scope, on: dayOf(occurredAt) } }
  if (fact.type === 'suppression-restored') return { ...stop, scope: fact.scope, why: { code: 'suppressed' } }
  if (fact.type === 'do-not-call') {
    return { ...stop, scope: { type: 'channel', channel: 'phone' }, why: { code: 'do-not-call', on: dayOf(occurredAt) } }
  }
  return undefined
}

/** Whether a withdrawal reaches a channel, and a class of message when there is one (a call has none). « Stop » means every channel (Law 25, s.22). */
export const reaches = (scope: WithdrawalScope, channel: Channel, messageClass: MessageClass | null): boolean => {
  switch (scope.type) {
    case 'all':
      return true
    case 'writing':
      return channel !== 'phone'
    case 'channel':
      return scope.channel === channel
    case 'class':
      return scope.class === messageClass
  }
}

/**
 * The stops in force at an instant, latest last: those that reach the channel and the class, and that no consent given after them lifts
 * for them. A purchase or an inquiry lifts nothing.
 */
export const activeStops = ({ stops, claims }: Stopped, at: Instant, channel: Channel, messageClass: MessageClass | null): readonly Stop[] =>
  stops.length === 0
    ? stops
    : stops.filter(
        (stop) =>
          stop.at <= at &&
          reaches(stop.scope, channel, messageClass) &&
          !claims.some((claim) => claim.at > stop.at && claim.at <= at && lifts(claim, channel, messageClass)),
      )

const lifts = ({ ground, channels, classes }: Claim, channel: Channel, messageClass: MessageClass | null): boolean => {
  if (channel === 'phone') return ground === 'consent-to-call'
  return ground === 'express-consent' && (channels?.includes(channel) ?? false) && (messageClass === null || (classes?.includes(messageClass) ?? false))
}

/** Each channel that a scope reaches, with each class of message where there are any. */
const reachedBy = (scope: WithdrawalScope): readonly (readonly [Channel, MessageClass | null])[] =>
  channels.flatMap((channel) =>
    (channel === 'phone' ? [null] : messageClasses).filter((one) => reaches(scope, channel, one)).map((messageClass) => [channel, messageClass] as const),
  )

/** The stops of which anything still stands at an instant: what outlives an erasure (law R16). */
export const standingStops = (ledger: Stopped, at: Instant): readonly Stop[] =>
  ledger.stops.filter((stop) => reachedBy(stop.scope).some(([channel, messageClass]) => activeStops(ledger, at, channel, messageClass).includes(stop)))

/** Whether all that a scope asks for is in force already. */
export const isInPeace = (ledger: Stopped, scope: WithdrawalScope, at: Instant): boolean =>
  reachedBy(scope).every(([channel, messageClass]) => activeStops(ledger, at, channel, messageClass).length > 0)

/** Whether one scope asks for all that another does. */
export const includesScope = (scope: WithdrawalScope, other: WithdrawalScope): boolean =>
  reachedBy(other).every(([channel, messageClass]) => reaches(scope, channel, messageClass))
