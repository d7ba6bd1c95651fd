import { dayOf, timeOf, type Instant } from '#method/calendar/day.ts'
import { formatDay, formatTime, type Language } from '#language/format.ts'

/** An instant as a paper tells it: read on another day than the one it is made on, each date is in full. */
export const onPaper = (at: Instant, zone: string, language: Language): string =>
  `${formatDay(dayOf(at, zone), language, 'long')}, ${formatTime(timeOf(at, zone), language)}`
