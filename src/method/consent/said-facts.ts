import type { Day, Instant } from '../calendar/day.ts'
import type { Line } from '../contact/contact.ts'
import type { ConsentEvent, ConsentFact } from './consent.ts'

/** Something she asked or that was said of her, with its proof. */
export type Asked = { readonly at: Instant; readonly evidenceId: string; readonly day: Day }
/** She asked to be called; `made` is when she was. */
export type CallBack = Asked & { readonly on: Day; readonly time: string | null; readonly made: Instant | null }
/** A reading of the national list, in the version of `listDay`. */
export type ListCheck = Asked & { readonly isListed: boolean; readonly listDay: Day }

/** What a ledger says besides what allows and what forbids; any of it may still lie in the future. */
export type SaidFacts = {
  readonly lines: readonly (Asked & { readonly line: Line })[]
  readonly inquiries: readonly Asked[]
  readonly callBacks: readonly CallBack[]
  readonly checks: readonly ListCheck[]
  /** When she was told what her address serves for. */
  readonly informed: readonly Instant[]
}

/** Reads what was said, in the order in which it occurred. */
export const saidFacts = (events: readonly ConsentEvent[], localDay: (at: Instant) => Day): SaidFacts => {
  const made = ofType(events, 'call-back-made')
  return {
    informed: ofType(events, 'informed').map(({ at }) => at),
    lines: ofType(events, 'line-kind').map(({ at, evidenceId, fact }) => ({ at, evidenceId, day: localDay(at), line: fact.line })),
    inquiries: ofType(events, 'inquiry').map(({ at, evidenceId }) => ({ at, evidenceId, day: localDay(at) })),
    callBacks: ofType(events, 'call-back').map(({ at, evidenceId, fact: { on, time } }) => ({
      at,
      evidenceId,
      day: localDay(at),
      on,
      time,
      made: made.find(({ fact }) => fact.of === evidenceId)?.at ?? null,
    })),
    checks: ofType(events, 'national-list-check').map(({ at, evidenceId, fact: { isListed, listDate } }) => ({
      at,
      evidenceId,
      day: localDay(at),
      isListed,
      listDay: listDate ?? localDay(at),
    })),
  }
}

const ofType = <T extends ConsentFact['type']>(events: readonly ConsentEvent[], type: T) =>
  events.flatMap(({ id, occurredAt, fact }) =>
    fact.type === type ? [{ at: occurredAt, evidenceId: id, fact: fact as Extract<ConsentFact, { readonly type: T }> }] : [],
  )
