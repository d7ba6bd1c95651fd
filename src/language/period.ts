import type { Day } from '#method/calendar/day.ts'
import { formatDay, monthName } from './format.ts'
import { capital, type Language } from './language.ts'

/** A period by its name: `Semaine du 16 au 22 novembre 2026`, `Novembre 2026`, `2026`; one that is being lived says since when. */
export function periodTitle(period: 'week' | 'month' | 'year', from: Day, to: Day | null, language: Language): string {
  const year = from.slice(0, 4)
  if (period === 'year') return year
  if (period === 'month') return `${capital(monthName(Number(from.slice(5, 7)), language))} ${year}`
  if (to === null) return language === 'fr' ? `Semaine du ${formatDay(from, 'fr', 'long')}` : `Week of ${formatDay(from, 'en', 'long')}`
  const isSameMonth = from.slice(0, 7) === to.slice(0, 7)
  if (language === 'fr') {
    const first = isSameMonth ? formatDay(from, 'fr', 'short').split(' ')[0] : formatDay(from, 'fr', 'short')
    return `Semaine du ${first} au ${formatDay(to, 'fr', 'long')}`
  }
  return `Week of ${formatDay(from, 'en', 'short')} to ${formatDay(to, 'en', 'long')}`
}
