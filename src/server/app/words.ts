import type { WordRoutes } from '#server/http/app.ts'
import { activityRoutes } from '#server/activity/routes.ts'
import { challengeRoutes } from '#server/challenge/routes.ts'
import { contactRoutes } from '#server/contact/routes.ts'
import { evidenceRoutes } from '#server/evidence/routes.ts'
import { goalRoutes } from '#server/goal/routes.ts'
import { ledgerRoutes } from '#server/ledger/routes.ts'
import { nextRoutes } from '#server/next/routes.ts'
import { saleRoutes } from '#server/sale/routes.ts'

/** The routes of every word. */
export const words: readonly WordRoutes[] = [contactRoutes, activityRoutes, saleRoutes, goalRoutes, nextRoutes, evidenceRoutes, challengeRoutes, ledgerRoutes]
