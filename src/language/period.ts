import type { Day } from '#method/calendar/day.ts'
import { formatDay, monthName } from './format.ts'
import { capital, type Language } from './language.ts'

/** How the first day of a span is written before its last one: `16` in `du 16 au 22 novembre`; the year only when the two differ. */
export const firstDayOfSpan = (from: Day, to: Day, language: Language): string => {
  if (language === 'fr' && from.slice(0, 7) === to.slice(0, 7)) return formatDay(from, 'fr', 'short').split(' ')[0] ?? ''
  return formatDay(from, language, 'short', to)
}

/** A period by its name: `Semaine du 16 au 22 novembre 2026`, `Novembre 2026`, `2026`; one that is being lived says since when. */
export function periodTitle(period: 'week' | 'month' | 'year', from: Day, to: Day | null, language: Language): string {
  const year = from.slice(0, 4)
  if (period === 'year') return year
  if (period === 'month') return `${capital(monthName(Number(from.slice(5, 7)), language))} ${year}`
  if (to === null) return language === 'fr' ? `Semaine du ${formatDay(from, 'fr', 'long')}` : `Week of ${formatDay(from, 'en', 'long')}`
  const [first, last] = [firstDayOfSpan(from, to, language), formatDay(to, language, 'long')]
  return language === 'fr' ? `Semaine du ${first} au ${last}` : `Week of ${first} to ${last}`
}
