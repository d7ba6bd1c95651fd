import { localeOf } from '#language/language.ts'
import { useLanguage } from '../activity/use-language.ts'
import type { Choice } from '../ui/select-field.tsx'

// Those whose law is written here first, then those that a seller of Quebec meets; any other that is already chosen is added.
const met = ['CA', 'FR', 'US', 'BE', 'CH', 'CI', 'DE', 'DZ', 'GB', 'HT', 'IE', 'IT', 'LU', 'MA', 'SN', 'TN']

/** Countries to choose from, named in the language of the screen. */
export function useCountries(chosen: string): readonly Choice<string>[] {
  const language = useLanguage()
  const names = new Intl.DisplayNames([localeOf(language)], { type: 'region' })
  const codes = chosen === '' || met.includes(chosen) ? met : [...met, chosen]
  return codes.map((value) => ({ value, label: names.of(value) ?? value }))
}
