import { addDays, dayOf, type Day, type Instant } from '../calendar/day.ts'
import type { NotNow } from '../contact/contact.ts'
import type { NotNowAnswer } from './invite-reason.ts'

/** What is to be known of an event to judge whether it answers a "not now". */
export type Occasion = {
  readonly day: Day
  /** Near her, or without a place. */
  readonly isNear: boolean
  readonly offerId: string | null
  readonly offerSince: Instant | null
  /** Whether words speak of what the event is about. */
  readonly isAbout: (words: string) => boolean
  readonly zone: string
}

// "Not the right time", without a date, is asked again after two months.
const patience = 60

/**
 * How an event answers someone's "not now": by the condition she named, else by the reason alone (a seat asks for less money than
 * the whole offer). A date counts only where she asked for it: without one, `until` is the day that Entrain proposed to wake her
 * up, and an event may come before. `too-early` when she asked to be left until a later day; `null` when nothing changed.
 */
export const answerToNotNow = (notNow: NotNow, occasion: Occasion): NotNowAnswer | 'too-early' | null => {
  if (notNow.change?.type === 'date' && notNow.until !== null) return notNow.until <= occasion.day ? 'date' : 'too-early'
  if (notNow.change) return answerToCondition(notNow, occasion)
  if (notNow.reason === 'budget' && occasion.isNear) return 'budget'
  if (notNow.reason === 'timing' && addDays(dayOf(notNow.at, occasion.zone), patience) <= occasion.day) return 'timing'
  return null
}

const answerToCondition = ({ change, at }: NotNow, occasion: Occasion): NotNowAnswer | null => {
  switch (change?.type) {
    case 'event-near':
      return occasion.isNear ? 'event-near' : null
    case 'offer': {
      if (occasion.offerId === null) return null
      const isNew = change.offerId === null && occasion.offerSince !== null && occasion.offerSince > at
      return isNew || change.offerId === occasion.offerId ? 'offer' : null
    }
    case 'words':
      return occasion.isAbout(change.words) ? 'words' : null
    case 'date':
    case undefined:
      return null
  }
}
