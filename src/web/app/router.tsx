import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { TodayScreen } from '../day/today-screen.tsx'
import { ErrorScreen, NotFoundScreen } from './error-screen.tsx'
import { Root } from './root.tsx'

const root = createRootRoute({ component: Root, notFoundComponent: NotFoundScreen })
const parent = { getParentRoute: () => root } as const

// Today is there at once; each other screen is its own file, already on the device once installed.
const places = [
  createRoute({ ...parent, path: '/', component: TodayScreen }),
  createRoute({ ...parent, path: '/suivis', component: lazyRouteComponent(() => import('./follow-ups-place.tsx'), 'FollowUpsPlace') }),
  createRoute({ ...parent, path: '/personnes', component: lazyRouteComponent(() => import('../contact/people-screen.tsx'), 'PeopleScreen') }),
  createRoute({ ...parent, path: '/personnes/importer', component: lazyRouteComponent(() => import('../contact/import-screen.tsx'), 'ImportScreen') }),
  createRoute({ ...parent, path: '/personnes/$contactId', component: lazyRouteComponent(() => import('../contact/person-screen.tsx'), 'PersonScreen') }),
  createRoute({ ...parent, path: '/bilan', component: lazyRouteComponent(() => import('../evidence/evidence-screen.tsx'), 'EvidenceScreen') }),
  createRoute({ ...parent, path: '/plan', component: lazyRouteComponent(() => import('../plan/plan-screen.tsx'), 'PlanScreen') }),
  createRoute({ ...parent, path: '/plus', component: lazyRouteComponent(() => import('./more-screen.tsx'), 'MoreScreen') }),
  createRoute({ ...parent, path: '/recolte', component: lazyRouteComponent(() => import('../sale/harvest-screen.tsx'), 'HarvestScreen') }),
  createRoute({ ...parent, path: '/reglages', component: lazyRouteComponent(() => import('./settings-screen.tsx'), 'SettingsScreen') }),
  createRoute({ ...parent, path: '/reglages/objectif', component: lazyRouteComponent(() => import('../goal/goal-screen.tsx'), 'GoalScreen') }),
  createRoute({ ...parent, path: '/reglages/calendrier', component: lazyRouteComponent(() => import('../calendar/calendar-screen.tsx'), 'CalendarScreen') }),
  createRoute({ ...parent, path: '/reglages/compte', component: lazyRouteComponent(() => import('../identity/account-screen.tsx'), 'AccountScreen') }),
  createRoute({ ...parent, path: '/reglages/equipe', component: lazyRouteComponent(() => import('../identity/team-screen.tsx'), 'TeamScreen') }),
  createRoute({ ...parent, path: '/bienvenue', component: lazyRouteComponent(() => import('../day/welcome-screen.tsx'), 'WelcomeScreen') }),
  createRoute({ ...parent, path: '/entrer', component: lazyRouteComponent(() => import('../identity/entry-screen.tsx'), 'EntryScreen') }),
  createRoute({ ...parent, path: '/a-corriger', component: lazyRouteComponent(() => import('../ledger/to-correct-screen.tsx'), 'ToCorrectScreen') }),
] as const

// The living page of the components, for whoever works on them; a build leaves it out.
const workshop = import.meta.env.DEV
  ? [createRoute({ ...parent, path: '/ui', component: lazyRouteComponent(() => import('../ui/gallery.tsx'), 'Gallery') })]
  : []

/** The places of Entrain: the same addresses in both languages. */
export const router = createRouter({
  routeTree: root.addChildren([...places, ...workshop]),
  scrollRestoration: true,
  defaultPreload: 'intent',
  defaultErrorComponent: ErrorScreen,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
