import { judgeCall } from './calling.ts'
import type { ContactMoment } from './moment.ts'
import type { ConsentStanding } from './standing.ts'
import type { Judgement, Question } from './verdict.ts'
import { judgeWriting } from './writing.ts'

/** A post is addressed to nobody: no law of this book gates it (s.1(1)). */
const post: Judgement = {
  verdict: 'allow',
  ground: 'no-address',
  firstBlockedDay: null,
  evidenceId: null,
  missing: [],
  why: { code: 'ground', ground: 'no-address', since: null, until: null, isWithCare: false, referrer: null },
}

/** Whether a person whose ledger was read may be contacted at a moment: `canContact` in microseconds, without the alternatives. */
export const judge = (standing: ConsentStanding, moment: ContactMoment, { channel, purpose, draft, isAnyHour = false }: Question): Judgement => {
  if (channel === 'post') return post
  return channel === 'phone' ? judgeCall(standing, moment, { purpose, isAnyHour }) : judgeWriting(standing, moment, { channel, purpose, draft })
}
