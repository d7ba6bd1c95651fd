import { atOnce, beside, later } from '../ui/later.tsx'

// What a press opens comes when the page is idle; who comes next, and the cards of some days, are asked for beside the first screen
// (`besideFirst` in vite.first.ts): the first screen weighs what it shows at once.

export const ActivityView = later(
  () => import('../activity/activity-view.tsx'),
  'ActivityView',
  ({ activityId }) => activityId !== null,
)
export const LogSheet = later(
  () => import('../activity/log-sheet.tsx'),
  'LogSheet',
  ({ request }) => request !== null,
)
export const QuickLog = later(
  () => import('../activity/quick-log.tsx'),
  'QuickLog',
  ({ open }) => open,
)
export const SaleSheet = later(
  () => import('../sale/sale-sheet.tsx'),
  'SaleSheet',
  ({ open }) => open,
)
export const StepSheet = later(
  () => import('../follow-up/step-sheet.tsx'),
  'StepSheet',
  ({ contact }) => contact !== null,
)
export const WaitingEnquiries = later(
  () => import('../enquiry/waiting-enquiries.tsx'),
  'WaitingEnquiries',
  ({ hasAny }) => hasAny,
)
export const ChallengeLines = later(
  () => import('../challenge/challenge-lines.tsx'),
  'ChallengeLines',
  ({ hasAny }) => hasAny,
)
export const EmptyToday = later(
  () => import('./empty-today.tsx'),
  'EmptyToday',
  () => true,
)
export const DayHarvest = beside(() => import('./day-harvest.tsx'), 'DayHarvest')
export const EveningCard = beside(() => import('./evening-card.tsx'), 'EveningCard')
export const GoalLines = beside(() => import('./goal-lines.tsx'), 'GoalLines')
export const GoalOfferCard = beside(() => import('../goal/goal-offer-card.tsx'), 'GoalOfferCard')
export const LighterDayCard = beside(() => import('../goal/lighter-day-card.tsx'), 'LighterDayCard')
export const MorningCard = beside(() => import('./morning-card.tsx'), 'MorningCard')
export const NextCard = atOnce(async () => (await import('../next/who-next.ts')).NextCard)
export const NextList = atOnce(async () => (await import('../next/who-next.ts')).NextList)
export const RegularityCard = beside(() => import('./regularity-card.tsx'), 'RegularityCard')
export const ReviewCard = beside(() => import('../evidence/review-card.tsx'), 'ReviewCard')
