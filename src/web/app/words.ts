import { i18n } from '@lingui/core'
import { localeOf, type Language } from '#language/language.ts'

const place = 'entrain-language'
// The words of the first screen, then all the others: the first screen waits for none that it does not say.
const catalogs = {
  fr: { first: () => import('./locales/fr-CA.po?first'), rest: () => import('./locales/fr-CA.po?rest') },
  en: { first: () => import('./locales/en.po?first'), rest: () => import('./locales/en.po?rest') },
} as const
const catalogName = (language: Language): string => (language === 'fr' ? 'fr-CA' : 'en')

/** The language chosen on this device, else the device's own when it is English, else French. */
export const storedLanguage = (): Language => {
  const chosen = localStorage.getItem(place)
  if (chosen === 'fr' || chosen === 'en') return chosen
  return navigator.language.startsWith('en') ? 'en' : 'fr'
}

/** The language that the screens speak now. */
export const activeLanguage = (): Language => (i18n.locale.startsWith('en') ? 'en' : 'fr')

/** Speaks `language` from now on, and keeps the choice on this device. */
export async function speak(language: Language): Promise<void> {
  const { first, rest } = catalogs[language]
  const [{ messages }, others] = await Promise.all([first(), rest()])
  whole.add(language)
  i18n.load(catalogName(language), { ...messages, ...others.messages })
  activate(language)
  localStorage.setItem(place, language)
}

/** Speaks, for the first screen alone, the language of this device. */
export async function speakFirst(): Promise<void> {
  const language = storedLanguage()
  const { messages } = await catalogs[language].first()
  i18n.load(catalogName(language), messages)
  activate(language)
}

/** Brings the words of the other screens in the language spoken now. */
export async function bringWords(): Promise<void> {
  const language = activeLanguage()
  if (whole.has(language)) return
  const { messages } = await catalogs[language].rest()
  whole.add(language)
  i18n.load(catalogName(language), messages)
}

const whole = new Set<Language>()
const activate = (language: Language): void => {
  i18n.activate(catalogName(language))
  document.documentElement.lang = localeOf(language)
}
