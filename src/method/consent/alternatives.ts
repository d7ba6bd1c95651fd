import { channels, type Channel } from './consent.ts'
import { judge } from './judge.ts'
import type { ContactMoment } from './moment.ts'
import type { ConsentStanding } from './standing.ts'
import { isAllowed, type Alternative, type Judgement, type Question } from './verdict.ts'

// The method's own order: the telephone first (claim 5).
const inOrder: readonly Channel[] = ['phone', ...channels.filter((channel) => channel !== 'phone')]
const stopped: readonly Judgement['why']['code'][] = ['withdrawn', 'do-not-call', 'suppressed']

/** What one may lawfully do instead of what is refused, best first; empty when it is allowed (law A2, 9). */
export const alternativesTo = (judgement: Judgement, standing: ConsentStanding, moment: ContactMoment, question: Question): readonly Alternative[] => {
  if (isAllowed(judgement)) return []
  const byChannel = inOrder.flatMap((channel) =>
    channel === question.channel
      ? ofRefusal(channel, judgement)
      : isReachable(standing, channel)
        ? byWay(channel, judge(standing, moment, { channel, purpose: question.purpose }))
        : [],
  )
  return [...byChannel, ...(stopped.includes(judgement.why.code) ? [] : [{ type: 'ask-in-person' } as const]), { type: 'post' }]
}

const isReachable = ({ hasEmail, hasPhone }: ConsentStanding, channel: Channel): boolean =>
  channel === 'email' ? hasEmail : channel === 'message' ? true : hasPhone

const byWay = (channel: Channel, judgement: Judgement): readonly Alternative[] =>
  isAllowed(judgement) ? [{ type: 'channel', channel, isWithCare: judgement.verdict === 'allow-with-care' }] : ofRefusal(channel, judgement)

const ofRefusal = (channel: Channel, { why, missing }: Judgement): readonly Alternative[] => {
  if (channel !== 'phone') return []
  if (why.code === 'hours') return why.opensAt === null ? [] : [{ type: 'wait', until: why.opensAt }]
  return missing.includes('national-list-check') ? [{ type: 'check-list' }] : []
}
