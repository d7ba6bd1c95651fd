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
})
