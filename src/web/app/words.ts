import { i18n } from '@lingui/core'
import { localeOf, type Language } from '#language/language.ts'

const place = 'entrain-language'
const catalogs = {
  fr: () => import('./locales/fr-CA.po'),
  en: () => import('./locales/en.po'),
} as const

/** The language chosen on this device, else the device's own when it is English, else French. */
export const storedLanguage = (): Language => {
  const chosen = localStorage.getItem(place)
  if (chosen === 'fr' || chosen === 'en') return chosen
  return navigator.language.startsWith('en') ? 'en' : 'fr'
}

/** The language that the screens speak now. */
export const activeLanguage = (): Language => (i18n.locale.startsWith('en') ? 'en' : 'fr')

/** Loads the one catalog of `language` and speaks it from now on; `remember` keeps the choice on this device. */
export async function speak(language: Language, remember = true): Promise<void> {
  const { messages } = await catalogs[language]()
  i18n.loadAndActivate({ locale: language === 'fr' ? 'fr-CA' : 'en', messages })
  document.documentElement.lang = localeOf(language)
  if (remember) localStorage.setItem(place, language)
}
