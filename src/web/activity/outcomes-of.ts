import type { Outcome } from '#method/activity/activity.ts'
import type { Kind } from '#method/activity/kind.ts'

const builtIn: Readonly<Record<string, readonly Outcome[]>> = {
  phone: ['reached', 'message-left', 'no-answer', 'meeting-booked'],
  video: ['reached', 'no-answer', 'meeting-booked'],
  'in-person': ['reached', 'no-answer', 'meeting-booked'],
  email: ['sent', 'replied', 'meeting-booked'],
  text: ['sent', 'replied', 'meeting-booked'],
  meeting: ['meeting-booked'],
}
const incoming: Readonly<Record<string, readonly Outcome[]>> = {
  phone: ['reached', 'message-left', 'meeting-booked'],
  email: ['replied', 'meeting-booked'],
  text: ['replied', 'meeting-booked'],
}

/** The outcomes that one tap can log for a kind, the most usual first (UX, Today). */
export const outcomesOf = (kind: Pick<Kind, 'id' | 'people'>, direction: 'out' | 'in'): readonly Outcome[] => {
  if (kind.people !== 'one') return ['done']
  const usual = builtIn[kind.id] ?? ['reached', 'no-answer', 'meeting-booked', 'done']
  return direction === 'in' ? (incoming[kind.id] ?? usual.filter((outcome) => outcome !== 'no-answer')) : usual
}
