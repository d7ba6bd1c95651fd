import { createRouter, type Place, type Router } from '../ui/create-router.ts'
import { lazyScreen, screenOf } from '../ui/lazy-screen.ts'
import { TodayScreen } from '../day/today-screen.tsx'
import { later } from '../ui/later.tsx'

// Today is there at once; each other screen is its own file, already on the device once installed.
const places = [
  { path: '/', screen: screenOf(TodayScreen) },
  { path: '/suivis', screen: lazyScreen(() => import('./follow-ups-place.tsx'), 'FollowUpsPlace') },
  { path: '/file', screen: lazyScreen(() => import('../next/queue-screen.tsx'), 'QueueScreen') },
  { path: '/personnes', screen: lazyScreen(() => import('../contact/people-screen.tsx'), 'PeopleScreen') },
  { path: '/personnes/importer', screen: lazyScreen(() => import('../contact/import-screen.tsx'), 'ImportScreen') },
  { path: '/personnes/importer/activites', screen: lazyScreen(() => import('../past/past-screen.tsx'), 'PastScreen') },
  { path: '/personnes/$contactId', screen: lazyScreen(() => import('../contact/person-screen.tsx'), 'PersonScreen') },
  { path: '/personnes/$contactId/preuve', screen: lazyScreen(() => import('../consent/proof-screen.tsx'), 'ProofScreen') },
  { path: '/bilan', screen: lazyScreen(() => import('../evidence/evidence-screen.tsx'), 'EvidenceScreen') },
  { path: '/bilan/semaine', screen: lazyScreen(() => import('../evidence/week-report-screen.tsx'), 'WeekReportScreen') },
  { path: '/revue', screen: lazyScreen(() => import('../evidence/review-screen.tsx'), 'ReviewScreen') },
  { path: '/defis', screen: lazyScreen(() => import('../challenge/challenges-screen.tsx'), 'ChallengesScreen') },
  { path: '/demandes', screen: lazyScreen(() => import('../enquiry/enquiries-screen.tsx'), 'EnquiriesScreen') },
  { path: '/plan', screen: lazyScreen(() => import('../plan/plan-screen.tsx'), 'PlanScreen') },
  { path: '/plus', screen: lazyScreen(() => import('./more-screen.tsx'), 'MoreScreen') },
  { path: '/evenements', screen: lazyScreen(() => import('../event/events-screen.tsx'), 'EventsScreen') },
  { path: '/evenements/$eventId', screen: lazyScreen(() => import('../event/event-screen.tsx'), 'EventScreen') },
  { path: '/reglages/modeles', screen: lazyScreen(() => import('../message/templates-screen.tsx'), 'TemplatesScreen') },
  { path: '/reglages/suites', screen: lazyScreen(() => import('../follow-up/sequences-screen.tsx'), 'SequencesScreen') },
  { path: '/recolte', screen: lazyScreen(() => import('../sale/harvest-screen.tsx'), 'HarvestScreen') },
  { path: '/reglages', screen: lazyScreen(() => import('./settings-screen.tsx'), 'SettingsScreen') },
  { path: '/reglages/qui-ecrit', screen: lazyScreen(() => import('../consent/sender-screen.tsx'), 'SenderScreen') },
  { path: '/reglages/courriel', screen: lazyScreen(() => import('../message/mail-account-screen.tsx'), 'MailAccountScreen') },
  { path: '/reglages/objectif', screen: lazyScreen(() => import('../goal/goal-screen.tsx'), 'GoalScreen') },
  { path: '/reglages/calendrier', screen: lazyScreen(() => import('../calendar/calendar-screen.tsx'), 'CalendarScreen') },
  { path: '/reglages/compte', screen: lazyScreen(() => import('../identity/account-screen.tsx'), 'AccountScreen') },
  { path: '/reglages/equipe', screen: lazyScreen(() => import('../identity/team-screen.tsx'), 'TeamScreen') },
  { path: '/bienvenue', screen: lazyScreen(() => import('../day/welcome-screen.tsx'), 'WelcomeScreen') },
  { path: '/entrer', screen: lazyScreen(() => import('../identity/entry-screen.tsx'), 'EntryScreen') },
  { path: '/a-corriger', screen: lazyScreen(() => import('../ledger/to-correct-screen.tsx'), 'ToCorrectScreen') },
] as const satisfies readonly Place[]

// An address that leads nowhere.
const NotFoundScreen = later(
  () => import('./not-found-screen.tsx'),
  'NotFoundScreen',
  () => true,
)

// The living page of the components, for whoever works on them; a build leaves it out.
const workshop: readonly Place[] = import.meta.env.DEV ? [{ path: '/ui', screen: lazyScreen(() => import('../ui/gallery.tsx'), 'Gallery') }] : []

/** Opens the place of the address bar; the same addresses in both languages. */
export const openRouter = (): Router => createRouter([...places, ...workshop], NotFoundScreen)

declare module '../ui/address.ts' {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- only an interface can be completed from elsewhere
  interface Places {
    readonly path: (typeof places)[number]['path']
  }
}
