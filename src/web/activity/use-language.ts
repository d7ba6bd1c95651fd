import { useLingui } from '@lingui/react'

/** The language of the screen. */
export const useLanguage = (): 'fr' | 'en' => (useLingui().i18n.locale.startsWith('en') ? 'en' : 'fr')
