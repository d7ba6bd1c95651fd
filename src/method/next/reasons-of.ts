import { dayOf, daysBetween, type Instant } from '../calendar/day.ts'
import type { Contact } from '../contact/contact.ts'
import type { Bounds } from './bounds.ts'
import type { Reason } from './reason.ts'
import { dueTerm, hotTerm, occasionTerm, promiseTerm, touchTerm } from './score.ts'
import { sourceOf } from './source.ts'
import type { Standing } from './weigh.ts'

type Term = { readonly z: number; readonly reason: Reason }

const daysTo = (at: Instant, { situation, today }: Bounds): number => daysBetween(dayOf(at, situation.zone), today)

const signalTerm = ({ signal, facts }: Standing): readonly Term[] => {
  if (!signal) return []
  const { at } = signal
  const reason: Reason = signal.way === 'enquiry' ? { kind: 'enquiry', at, enquiryId: signal.enquiryId, via: signal.via } : { kind: signal.way, at }
  return [{ z: hotTerm(facts.hotAgeDays ?? 0), reason }]
}

const chosenTerm = ({ situation: { firsts } }: Bounds): readonly Term[] => (firsts === null ? [] : [{ z: 0, reason: { kind: 'chosen', on: firsts.chosenOn } }])

const stepTerm = ({ nextStep: step }: Contact, { facts }: Standing, { today }: Bounds): readonly Term[] => {
  if (!step || step.due > today) return []
  const { due, time, kind } = step
  const daysLate = daysBetween(due, today)
  if (step.origin === 'meeting') return [{ z: promiseTerm(daysLate), reason: { kind: 'meeting', due, time } }]
  if (facts.promiseDaysLate !== null) return [{ z: promiseTerm(daysLate), reason: { kind: 'promised', due, daysLate, step: kind } }]
  if (step.origin === 'first') return []
  if (step.origin === 'snoozed') return [{ z: dueTerm, reason: { kind: 'snoozed', due } }]
  return [{ z: dueTerm, reason: { kind: step.origin === 'thanks' ? 'thank' : 'due', due, daysLate } }]
}

const conditionTerm = ({ notNow }: Contact, { condition }: Standing, { situation }: Bounds): readonly Term[] => {
  if (!condition || !notNow) return []
  const said = { saidAt: notNow.at, because: notNow.reason }
  switch (condition.type) {
    case 'date':
      return [{ z: occasionTerm, reason: { kind: 'said-date', day: condition.day, ...said } }]
    case 'offer': {
      const name = situation.offers.find(({ id }) => id === condition.offerId)?.name ?? ''
      return [{ z: occasionTerm, reason: { kind: 'said-offer', offerId: condition.offerId, name, ...said } }]
    }
    case 'event-near': {
      const { eventId, day, km } = condition
      const title = situation.events.find(({ id }) => id === eventId)?.title ?? ''
      return [{ z: occasionTerm, reason: { kind: 'said-event', eventId, title, day, km, ...said } }]
    }
  }
}

const eventTerm = ({ event, condition }: Standing): readonly Term[] => {
  // What she was waiting for says more than that it is near.
  if (!event || (condition?.type === 'event-near' && condition.eventId === event.id)) return []
  const { id, title, day, km } = event
  return [{ z: occasionTerm, reason: { kind: 'event-near', eventId: id, title, day, km } }]
}

const touchTerms = ({ lastTouchAt, unansweredAt, touches }: Contact, { facts }: Standing): readonly Term[] => {
  const z = touchTerm(facts.touches)
  const isSoon = facts.daysSince !== null && facts.daysSince < 7
  return z <= 0 || isSoon || lastTouchAt === null || unansweredAt.length === 0 ? [] : [{ z, reason: { kind: 'next-touch', touch: touches + 1, lastTouchAt } }]
}

// What brought someone who has no step due: it explains the whole, and comes before who she is.
const claimReason = ({ lastTouchAt, createdAt, source, relationship }: Contact, { claim }: Standing, bounds: Bounds): readonly Reason[] => {
  if (claim === 'never-contacted') return [{ kind: 'never-contacted', since: createdAt, source }]
  if (lastTouchAt === null || (claim !== 'renew' && claim !== 'quiet')) return []
  const days = daysTo(lastTouchAt, bounds)
  return [claim === 'renew' ? { kind: 'renew', relationship, lastTouchAt, days } : { kind: 'quiet', lastTouchAt, days }]
}

const whoReason = (contact: Contact, { facts, claim, signal }: Standing, bounds: Bounds): readonly Reason[] => {
  const { source, relationship, lastTouchAt, firstReachedAt } = contact
  // What one's own figures hold against her is no reason to contact her.
  const otherwise = facts.source === 'client' ? sourceOf({ ...contact, relationship: 'other' }, bounds.situation.enquirers, bounds.inWords) : 'cold'
  if (facts.source === 'cold' || bounds.logits[facts.source] <= bounds.logits[otherwise]) return []
  if (facts.source === 'client') {
    if (claim === 'renew' || claim === 'quiet') return []
    return [{ kind: 'client', relationship, lastTouchAt, days: lastTouchAt === null ? null : daysTo(lastTouchAt, bounds) }]
  }
  // The first contact to make already says where she comes from.
  if (claim === 'never-contacted' && source !== '') return []
  const words = source !== '' && bounds.inWords(source) === facts.source ? source : ''
  // The enquiry that waits says that she asked.
  if (facts.source === 'inquiry' && words === '' && signal?.way === 'enquiry') return []
  return [{ kind: 'source', source: facts.source, words, since: words === '' && facts.source === 'met' ? firstReachedAt : null }]
}

const rest = ({ lastTouchAt, createdAt, source }: Contact, bounds: Bounds): Reason =>
  lastTouchAt === null ? { kind: 'never-contacted', since: createdAt, source } : { kind: 'quiet', lastTouchAt, days: daysTo(lastTouchAt, bounds) }

/**
 * Why someone comes next, at most two facts: what is about now first, by its weight, then what brought her, then who she is
 * (algorithms B4). There is always one.
 */
export const reasonsOf = (contact: Contact, standing: Standing, bounds: Bounds): readonly [Reason, ...Reason[]] => {
  const step = stepTerm(contact, standing, bounds)
  const signal = signalTerm(standing)
  const first = standing.group === 'chosen' ? chosenTerm(bounds) : standing.group === 'promise' ? step : standing.group === 'score' ? [] : signal
  const others = [...step, ...signal, ...conditionTerm(contact, standing, bounds), ...eventTerm(standing), ...touchTerms(contact, standing)]
    .filter((term) => !first.some(({ reason }) => reason.kind === term.reason.kind))
    .sort((a, b) => b.z - a.z)
  const now = [...first, ...others].map(({ reason }) => reason)
  const [one = rest(contact, bounds), ...more] = [...now, ...claimReason(contact, standing, bounds), ...whoReason(contact, standing, bounds)]
  return [one, ...more.slice(0, 1)]
}
