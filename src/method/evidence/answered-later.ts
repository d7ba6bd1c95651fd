import type { ActivityId } from '../activity/activity.ts'
import type { KindId } from '../activity/kind.ts'
import type { Day } from '../calendar/day.ts'
import type { ContactId } from '../contact/contact.ts'
import { sortTold, type Told } from './people-told.ts'

// On a day of which one clock is not known, the message is taken to have gone before its answer.
const mayPrecede = (message: Told, answer: Told): boolean => (message.isDayOnly || answer.isDayOnly ? message.day <= answer.day : message.at <= answer.at)

const daysOf = function* (told: readonly Told[]): Generator<readonly Told[]> {
  let from = 0
  for (let place = 1; place <= told.length; place += 1) {
    if (place < told.length && told[place]?.day === told[from]?.day) continue
    yield told.slice(from, place)
    from = place
  }
}

/**
 * Messages that went out and were answered by an activity of its own: each answer that came in is that of the last outgoing
 * activity of its kind with the person, when that one was sent without an answer yet (claim 2). Once each, however many answered;
 * by kind, those sent on the days asked for, as far as is known on `asOf`.
 */
export const answeredLater = (people: ReadonlyMap<ContactId, Told[]>, asOf: Day, isAsked: (day: Day) => boolean): ReadonlyMap<KindId, number> => {
  const answered = new Map<ActivityId, KindId>()
  for (const own of people.values()) {
    if (!own.some(({ isTouch, isConversation }) => !isTouch && isConversation)) continue
    const last = new Map<KindId, Told>()
    for (const today of daysOf(sortTold(own))) {
      for (const answer of today) {
        if (answer.isTouch || !answer.isConversation || answer.day > asOf) continue
        const message = today.findLast((one) => one.isTouch && one.kind === answer.kind && mayPrecede(one, answer)) ?? last.get(answer.kind)
        if (message?.isSent && isAsked(message.day)) answered.set(message.id, message.kind)
      }
      for (const one of today) if (one.isTouch) last.set(one.kind, one)
    }
  }
  const byKind = new Map<KindId, number>()
  for (const kind of answered.values()) byKind.set(kind, (byKind.get(kind) ?? 0) + 1)
  return byKind
}
