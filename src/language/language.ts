/** The two languages of Entrain; French first. */
export type Language = 'fr' | 'en'

/** One sentence or name in both languages: leaving one out does not compile. */
export type Words = { readonly fr: string; readonly en: string }

/** No-break space: before `:` `»` `%` `$`, after `«`, and inside `14 h 30` (law A5). */
export const nb = '\u00A0'

/** The locale that formats and pronounces a language: Canadian in both. */
export const localeOf = (language: Language): 'fr-CA' | 'en-CA' => (language === 'fr' ? 'fr-CA' : 'en-CA')

/** `one` for a singular, `many` otherwise; in French zero and 1,5 are singular, in English only one is. */
export const plural = (count: number, language: Language, one: string, many: string): string =>
  (language === 'fr' ? Math.abs(count) < 2 : count === 1) ? one : many

/** `sentence` with a capital first letter. */
export const capital = (sentence: string): string => sentence.charAt(0).toLocaleUpperCase('fr-CA') + sentence.slice(1)
