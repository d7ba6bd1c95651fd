import type { Kind } from '#method/activity/kind.ts'
import type { Day } from '#method/calendar/day.ts'
import type { ChallengeProgress, ChallengeState } from '#method/challenge/challenge-progress.ts'
import type { Challenge, ChallengeItem } from '#method/challenge/challenge.ts'
import type { Streak } from '#method/challenge/streak.ts'
import { countedKind } from './counted-kinds.ts'
import { formatDay, formatNumber } from './format.ts'
import { nb, plural, type Language } from './language.ts'
import { relationshipNames } from './names.ts'
import { firstDayOfSpan } from './period.ts'

/** The challenges that come ready. */
export const challengeNames: Readonly<Record<string, { readonly fr: string; readonly en: string }>> = {
  '21-days': { fr: '21 jours', en: '21 days' },
  '20-a-day': { fr: '20 par jour', en: '20 a day' },
  '5-past-clients-a-day': { fr: '5 anciens clients par jour', en: '5 past clients a day' },
}

/** What a line asks for: `105 personnes`, `25 anciens clients`, `40 appels`. */
export function itemSentence({ kind, relationship }: ChallengeItem, target: number, language: Language, kinds: readonly Pick<Kind, 'id' | 'name'>[]): string {
  const count = formatNumber(target, language)
  const people = language === 'fr' ? plural(target, 'fr', 'personne', 'personnes') : plural(target, 'en', 'person', 'people')
  const whom = relationship === null ? '' : ` (${relationshipNames[relationship][language].toLowerCase()})`
  return `${count} ${kind === null ? people : countedKind(kind, target, language, kinds)}${whom}`
}

const states: Readonly<Record<ChallengeState, { readonly fr: string; readonly en: string }>> = {
  'to-come': { fr: 'À venir', en: 'To come' },
  running: { fr: 'En cours', en: 'Under way' },
  paused: { fr: 'En pause', en: 'Paused' },
  won: { fr: 'Réussi', en: 'Won' },
  ended: { fr: 'Terminé plus tôt', en: 'Ended early' },
  over: { fr: 'Terminé', en: 'Over' },
}
/** Where a challenge is, in a word; never « échoué ». */
export const challengeState = (state: ChallengeState, language: Language): string => states[state][language]

/** Whether it is open while none of its working days has come: it was begun on a day off, or is for later. */
export const isBeforeFirstDay = ({ state, days }: ChallengeProgress): boolean =>
  (state === 'running' || state === 'to-come') && days.elapsed.length === 0 && days.untilEnded.length > 0

/** How far it is: `63 sur 105. Jour 12 sur 21.`; before its first working day `3 sur 105. Commence lundi.` */
export function challengeSentence(progress: ChallengeProgress, language: Language, today: Day): string {
  const done = progress.items.reduce((sum, each) => sum + Math.min(each.done, each.target), 0)
  const target = progress.items.reduce((sum, each) => sum + each.target, 0)
  const [first] = progress.days.untilEnded
  if (first !== undefined && isBeforeFirstDay(progress)) {
    const when = formatDay(first, language, 'relative', today)
    const isDated = /\d/.test(when)
    return language === 'fr'
      ? `${formatNumber(done, 'fr')} sur ${formatNumber(target, 'fr')}. Commence ${isDated ? 'le ' : ''}${when}.`
      : `${formatNumber(done, 'en')} of ${formatNumber(target, 'en')}. Begins ${when === 'tomorrow' ? '' : 'on '}${when}.`
  }
  const days = progress.days.elapsed.length
  const all = progress.days.untilEnded.length
  return language === 'fr'
    ? `${formatNumber(done, 'fr')} sur ${formatNumber(target, 'fr')}. Jour ${days} sur ${all}.`
    : `${formatNumber(done, 'en')} of ${formatNumber(target, 'en')}. Day ${days} of ${all}.`
}

/** Its days: `du 2 au 30 novembre 2026`. */
export const challengeDates = ({ from, to }: Pick<Challenge, 'from' | 'to'>, language: Language): string =>
  language === 'fr'
    ? `Du ${firstDayOfSpan(from, to, 'fr')} au ${formatDay(to, 'fr', 'long')}`
    : `From ${firstDayOfSpan(from, to, 'en')} to ${formatDay(to, 'en', 'long')}`

type StreakTold = Pick<Streak, 'streak' | 'reserve' | 'keptByReserve'> & { readonly isAtLeast?: boolean }

/**
 * The streak, shown after the share of the last days: `Série de 12 jours. Une journée de réserve vous reste cette semaine.` Nothing under two
 * days; `isAtLeast` when it may have begun before what was read.
 */
export function streakSentence({ streak, reserve, keptByReserve, isAtLeast = false }: StreakTold, language: Language): string {
  if (streak < 2) return ''
  const days = formatNumber(streak, language)
  const [kept] = keptByReserve
  if (language === 'fr') {
    const left =
      reserve > 1 ? ` ${formatNumber(reserve, 'fr')} journées de réserve vous restent cette semaine.` : ' Une journée de réserve vous reste cette semaine.'
    const used = kept === undefined ? '' : ` La réserve a gardé votre série le ${formatDay(kept, 'fr', 'weekday')}.`
    return `Série d${isAtLeast ? '’au moins' : 'e'} ${days} jours.${used}${reserve > 0 ? left : ''}`
  }
  const left = reserve > 1 ? ` ${formatNumber(reserve, 'en')} days in reserve are left this week.` : ' One day in reserve is left this week.'
  const used = kept === undefined ? '' : ` The reserve kept your streak on ${formatDay(kept, 'en', 'weekday')}.`
  return `A streak of ${isAtLeast ? 'at least ' : ''}${days} days.${used}${reserve > 0 ? left : ''}`
}

/** The words of the certificate. */
export const certificateWords = (language: Language) =>
  language === 'fr'
    ? { title: 'Défi réussi', by: 'par', said: `Entrain${nb}· vendre en faisant ses activités` }
    : { title: 'Challenge won', by: 'by', said: 'Entrain · sell by doing your activities' }
