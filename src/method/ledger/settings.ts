import type { Day } from '../calendar/day.ts'
import type { SenderProfile } from '../consent/consent.ts'
import type { Cadences } from '../follow-up/cadence.ts'
import { stepDefaults, type StepDefaults } from '../follow-up/propose-step.ts'

/** What a member chose for herself in a workspace. */
export type Settings = {
  /** The member's id: one row each. */
  readonly id: string
  readonly firstName: string
  readonly language: 'fr' | 'en'
  readonly zone: string
  readonly currency: string
  readonly theme: 'system' | 'light' | 'dark'
  readonly steps: StepDefaults
  readonly weekStartsOn: 'sunday' | 'monday'
  /** The column mapping last accepted for a list of headings, by the headings joined with a tab. */
  readonly importMappings: Readonly<Record<string, readonly (string | null)[]>>
  /** Her own spacing of follow-ups by relationship; `null` is the method's. */
  readonly cadences: Cadences | null
  /** Who writes, as the law wants it said in each message; `null` until she gives it. */
  readonly sender: SenderProfile | null
  /** Clock times `HH:mm` at which she asked to be reminded; `null` when she did not. */
  readonly reminders: { readonly morning: string | null; readonly evening: string | null }
  /** The hours in which she does her activities, until her own days say better; `null` is nine to five (algorithms B3). */
  readonly hours: { readonly from: string; readonly to: string } | null
  /** How bold a suggested goal may be, and the most activities in a day that she wants; `most` null is no limit of hers (algorithms B2). */
  readonly goalRules: { readonly most: number | null; readonly boldness: 'sustainable' | 'ambitious' }
  /** When a change of goal was last offered and last refused: offered once a week, silent two weeks after a refusal (algorithms B2). */
  readonly goalOffer: { readonly offeredOn: Day | null; readonly refusedOn: Day | null }
}

/** The settings of someone who has chosen nothing yet. */
export const defaultSettings = (id: string): Settings => ({
  id,
  firstName: '',
  language: 'fr',
  zone: 'America/Toronto',
  currency: 'CAD',
  theme: 'system',
  steps: stepDefaults,
  weekStartsOn: 'sunday',
  importMappings: {},
  cadences: null,
  sender: null,
  reminders: { morning: null, evening: null },
  goalOffer: { offeredOn: null, refusedOn: null },
  hours: null,
  goalRules: { most: null, boldness: 'sustainable' },
})
