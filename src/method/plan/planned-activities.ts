import { usualMinutes } from './capacity.ts'
import type { TouchKind } from './touch-kind.ts'

/** The activities one can plan, in the order of the screen: to whom, by which gesture, how long it usually takes. */
export const plannedActivities = [
  { id: 'clients', touch: 'client', kind: 'phone', minutes: usualMinutes['follow-up'] },
  { id: 'met', touch: 'met', kind: 'phone', minutes: usualMinutes['follow-up'] },
  { id: 'referrals', touch: 'referral', kind: 'phone', minutes: usualMinutes['follow-up'] },
  { id: 'inquiries', touch: 'inquiry', kind: 'phone', minutes: usualMinutes.conversation },
  { id: 'first-calls', touch: 'unknown', kind: 'phone', minutes: usualMinutes['call-attempt'] },
  { id: 'meetings', touch: 'meeting', kind: 'in-person', minutes: usualMinutes['face-to-face'] },
  { id: 'networking', touch: null, kind: 'networking', minutes: usualMinutes.networking },
  { id: 'posts', touch: null, kind: 'post', minutes: usualMinutes.post },
] as const satisfies readonly { readonly id: string; readonly touch: TouchKind | null; readonly kind: string; readonly minutes: number }[]

/** One of the activities of a plan. */
export type PlannedActivity = (typeof plannedActivities)[number]['id']
