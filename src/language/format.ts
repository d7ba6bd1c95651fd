import { dayOf, daysBetween, timeOf, weekdayOf, type Day, type Instant } from '#method/calendar/day.ts'
import { nb, plural, type Language } from './language.ts'

export type { Language } from './language.ts'

/**
 * `long`: 23 novembre 2026. `weekday`: lundi 23 novembre. `short`: 23 novembre. `numeric`: 2026-11-23, for tables.
 * `relative`: hier, aujourd’hui, demain, the weekday within six days, else `short`. The year is added to `weekday`,
 * `short` and `relative` when it is not the year of `today`.
 */
export type DayStyle = 'long' | 'weekday' | 'short' | 'numeric' | 'relative'

const months = {
  fr: ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'],
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
} as const
const weekdays = {
  fr: ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
} as const

/** The name of an ISO weekday (1 = Monday): `lundi`, `Monday`. */
export const weekdayName = (weekday: number, language: Language): string => weekdays[language][weekday - 1] ?? ''

/** The name of a month (1 = January): `novembre`, `November`. */
export const monthName = (month: number, language: Language): string => months[language][month - 1] ?? ''

const dayAndMonth = (day: Day, language: Language): string => {
  const month = monthName(Number(day.slice(5, 7)), language)
  const date = Number(day.slice(8))
  if (language === 'en') return `${month} ${date}`
  return `${date === 1 ? '1er' : date} ${month}`
}

const withYear = (text: string, day: Day, language: Language): string => `${text}${language === 'fr' ? ' ' : ', '}${day.slice(0, 4)}`

const near = (days: number, language: Language): string | undefined =>
  ({ fr: { [-1]: 'hier', 0: 'aujourd’hui', 1: 'demain' }, en: { [-1]: 'yesterday', 0: 'today', 1: 'tomorrow' } } as const)[language][days as -1 | 0 | 1]

/** A day as it is written on screen: `lundi 23 novembre`, `1er décembre`; `Monday, November 23` (law A5). */
export function formatDay(day: Day, language: Language, style: DayStyle, today?: Day): string {
  if (style === 'numeric') return day
  const short = dayAndMonth(day, language)
  if (style === 'long') return withYear(short, day, language)
  const dated = today !== undefined && today.slice(0, 4) !== day.slice(0, 4) ? withYear(short, day, language) : short
  const weekday = weekdayName(weekdayOf(day), language)
  if (style === 'weekday') return language === 'fr' ? `${weekday} ${dated}` : `${weekday}, ${dated}`
  if (style === 'short' || today === undefined) return dated
  const away = daysBetween(today, day)
  return near(away, language) ?? (away > 1 && away < 7 ? weekday : dated)
}

/** A clock time `HH:mm` as it is written: `14 h 30`, `14 h`; `2:30 p.m.`. */
export function formatTime(time: string, language: Language): string {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  const padded = String(minutes).padStart(2, '0')
  if (language === 'fr') return minutes === 0 ? `${hours}${nb}h` : `${hours}${nb}h${nb}${padded}`
  return `${hours % 12 || 12}:${padded}${nb}${hours < 12 ? 'a.m.' : 'p.m.'}`
}

/** An instant in someone's zone: `12 novembre, 14 h 30`; `aujourd’hui, 9 h` when `today` is given. */
export function formatInstant(instant: Instant, zone: string, language: Language, today?: Day): string {
  const day = formatDay(dayOf(instant, zone), language, 'short', today)
  const away = today === undefined ? undefined : daysBetween(today, dayOf(instant, zone))
  return `${(away === undefined ? undefined : near(away, language)) ?? day}, ${formatTime(timeOf(instant, zone), language)}`
}

/** How long ago or how far ahead, in whole words: `aujourd’hui`, `hier`, `il y a 3 jours`, `dans 2 jours`. */
export function formatDistance(day: Day, today: Day, language: Language): string {
  const away = daysBetween(today, day)
  const close = near(away, language)
  if (close) return close
  const span = formatSpan(Math.abs(away), language)
  if (language === 'fr') return away < 0 ? `il y a ${span}` : `dans ${span}`
  return away < 0 ? `${span} ago` : `in ${span}`
}

/** A number of days as people say it: `34 jours`, from sixty days on `8 mois`, from two years on `2 ans`. */
export function formatSpan(days: number, language: Language): string {
  const [count, one, many] =
    days < 60
      ? ([days, ...(language === 'fr' ? (['jour', 'jours'] as const) : (['day', 'days'] as const))] as const)
      : days < 730
        ? ([Math.floor(days / 30.44), ...(language === 'fr' ? (['mois', 'mois'] as const) : (['month', 'months'] as const))] as const)
        : ([Math.floor(days / 365.25), ...(language === 'fr' ? (['an', 'ans'] as const) : (['year', 'years'] as const))] as const)
  return `${count} ${plural(count, language, one, many)}`
}

/** A number with the separators of the language: `1 234,5`, `1,234.5`; U+2212 before a negative one. */
export function formatNumber(value: number, language: Language, decimals = 0): string {
  const [units = '0', rest] = Math.abs(value).toFixed(decimals).split('.')
  const grouped = units.replace(/\B(?=(?:\d{3})+$)/g, language === 'fr' ? nb : ',')
  const isZero = Number(units) === 0 && Number(rest ?? 0) === 0
  return `${value < 0 && !isZero ? '\u2212' : ''}${grouped}${rest === undefined ? '' : `${language === 'fr' ? ',' : '.'}${rest}`}`
}

/** A share from 0 to 1 in percent: `26 %`, `26%`. */
export const formatPercent = (share: number, language: Language, decimals = 0): string =>
  `${formatNumber(share * 100, language, decimals)}${language === 'fr' ? `${nb}%` : '%'}`

/** A length in minutes: `20 min`, `1 h`, `1 h 05`; `1 h 5 min` in English. */
export function formatMinutes(minutes: number, language: Language): string {
  const whole = Math.round(minutes)
  const hours = Math.floor(whole / 60)
  const rest = whole % 60
  if (hours === 0) return `${rest}${nb}min`
  if (rest === 0) return `${hours}${nb}h`
  return language === 'fr' ? `${hours}${nb}h${nb}${String(rest).padStart(2, '0')}` : `${hours}${nb}h${nb}${rest}${nb}min`
}

/** A rank in parts, so that the screen can raise the suffix: `5` `e`; `5` `th`. */
export function ordinalParts(rank: number, language: Language): { readonly number: string; readonly suffix: string } {
  const number = formatNumber(rank, language)
  if (language === 'fr') return { number, suffix: rank === 1 ? 'er' : 'e' }
  const last = rank % 10
  const suffix = rank % 100 >= 11 && rank % 100 <= 13 ? 'th' : last === 1 ? 'st' : last === 2 ? 'nd' : last === 3 ? 'rd' : 'th'
  return { number, suffix }
}
