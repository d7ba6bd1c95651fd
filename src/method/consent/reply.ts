import { addDays } from '../calendar/day.ts'
import type { ContactMoment } from './moment.ts'
import type { Asked } from './said-facts.ts'
import type { ConsentStanding } from './standing.ts'
import type { Stop } from './stops.ts'

/** Days during which an answer to what she asked is a reply. The law sets none; a later message is one of its class. */
export const replyDays = 30

/** The latest thing she asked that a message of this moment would still answer, after the stop if there is one. */
export const freshInquiry = ({ inquiries }: ConsentStanding, { at, day }: ContactMoment, stop: Stop | undefined): Asked | undefined =>
  inquiries.findLast((asked) => asked.at <= at && day < addDays(asked.day, replyDays) && (!stop || asked.at > stop.at))
