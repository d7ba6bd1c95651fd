import type { Instant } from '#method/calendar/day.ts'
import { timeOf } from '#method/calendar/day.ts'
import type { CallWindow } from '#method/consent/call-hours.ts'
import { formatTime } from './format.ts'
import { nb, type Language } from './language.ts'

/** What time it is where someone is, and when she may be called: when hers is not known, the hours that suit every zone she may be in. */
export type CallClock = {
  readonly at: Instant
  /** The zones she may be in; hers when there is only one. */
  readonly zones: readonly string[]
  /** The zone of the one who calls. */
  readonly zone: string
  /** The lawful hours of today. */
  readonly windows: readonly CallWindow[]
}

/** « Il est 8 h 30 chez elle; appels de 9 h à 21 h 30. » The name of the person is beside it, so it says « chez cette personne » nowhere. */
export const callClockSentence = ({ at, zones, zone, windows }: CallClock, language: Language): string => {
  const isFrench = language === 'fr'
  if (zones.length === 0)
    return isFrench
      ? `Heure locale inconnue${nb}: dites quelle heure il est chez elle pour l’appeler.`
      : 'Local time unknown: say what time it is there to call.'
  const hers = zones.length === 1 ? (zones[0] ?? null) : null
  const shown = hers ?? zone
  const time = (instant: Instant): string => formatTime(timeOf(instant, shown), language)
  const spans = windows.map(({ from, to }) => (isFrench ? `de ${time(from)} à ${time(to)}` : `${time(from)} to ${time(to)}`))
  const hours = new Intl.ListFormat(isFrench ? 'fr-CA' : 'en-CA', { type: 'conjunction' }).format(spans)
  const calls = spans.length === 0 ? (isFrench ? 'pas d’appels aujourd’hui' : 'no calls today') : isFrench ? `appels ${hours}` : `calls from ${hours}`
  if (hers === null) {
    return isFrench
      ? `Heure locale inconnue${nb}: ${calls}${spans.length === 0 ? '' : ', à votre heure'}.`
      : `Local time unknown: ${calls}${spans.length === 0 ? '' : ', by your clock'}.`
  }
  return isFrench ? `Il est ${time(at)} chez elle; ${calls}.` : `It is ${time(at)} there; ${calls}.`
}
