import type { Progress } from '#method/day/progress.ts'
import { leadOf } from '#method/day/progress.ts'
import type { PaceWord } from '#method/day/pace-word.ts'
import type { GoalVersion } from '#method/goal/goal.ts'
import { formatNumber, formatTime } from './format.ts'
import { capital, plural, type Language } from './language.ts'
import { numberInWords } from './number-words.ts'

type Counted = Pick<GoalVersion, 'measure' | 'counting' | 'per'>

const units = {
  people: { fr: ['personne', 'personnes'], en: ['person', 'people'] },
  activities: { fr: ['activité', 'activités'], en: ['activity', 'activities'] },
  conversations: { fr: ['conversation', 'conversations'], en: ['conversation', 'conversations'] },
} as const

const unitOf = ({ measure, counting }: Counted, count: number, language: Language): string => {
  const [one, many] = units[measure.type === 'conversations' ? 'conversations' : counting][language]
  return plural(count, language, one, many)
}

/** How many of what a goal asks for, in figures: `20 personnes par jour`, `5 conversations par semaine`. */
export function goalSentence(goal: Counted & Pick<GoalVersion, 'target'>, language: Language): string {
  const amount = `${formatNumber(goal.target, language)} ${unitOf(goal, goal.target, language)}`
  if (language === 'fr') return `${amount} par ${goal.per === 'day' ? 'jour' : 'semaine'}`
  return `${amount} a ${goal.per}`
}

/**
 * The headline of the day (claim 3): what is to come before the first one, `Déjà quatre` below half,
 * `Plus que trois personnes` from half on, `Journée gagnée.` once won.
 */
export function headline(progress: Progress, goal: Counted, language: Language): string {
  const { done, left, target } = progress
  const lead = leadOf(progress)
  const isFrench = language === 'fr'
  if (lead === 'won') return isFrench ? (goal.per === 'day' ? 'Journée gagnée.' : 'Semaine gagnée.') : goal.per === 'day' ? 'Day won.' : 'Week won.'
  if (done === 0) {
    const amount = `${capital(numberInWords(target, language))} ${unitOf(goal, target, language)}`
    return isFrench ? `${amount} ${goal.per === 'day' ? 'aujourd’hui' : 'cette semaine'}` : `${amount} ${goal.per === 'day' ? 'today' : 'this week'}`
  }
  if (lead === 'done') return isFrench ? `Déjà ${numberInWords(done, 'fr')}` : `${capital(numberInWords(done, 'en'))} already`
  const amount = `${numberInWords(left, language)} ${unitOf(goal, left, language)}`
  if (!isFrench) return `Only ${amount} left`
  return left === 1 ? `Plus qu’${amount}` : `Plus que ${amount}`
}

/** The line under the headline: `17 faites sur 20.` */
export function doneSentence({ done, target }: Pick<Progress, 'done' | 'target'>, language: Language): string {
  const count = formatNumber(done, language)
  const of = formatNumber(target, language)
  return language === 'fr' ? `${count} ${plural(done, 'fr', 'faite', 'faites')} sur ${of}.` : `${count} of ${of} done.`
}

/** When the day would be won at the present pace: `À ce rythme, vers 15 h 10.` */
export const paceSentence = (time: string, language: Language): string =>
  language === 'fr' ? `À ce rythme, vers ${formatTime(time, 'fr')}.` : `At this pace, around ${formatTime(time, 'en')}`.replace(/\.?$/, '.')

/** What the pace says when no hour does; informative or silent, never a reproach (algorithms B3). */
export const paceWords: Readonly<Record<PaceWord, { readonly fr: string; readonly en: string }>> = {
  won: { fr: '', en: '' },
  'nothing-yet': { fr: '', en: '' },
  'well-started': { fr: 'C’est bien parti.', en: 'Off to a good start.' },
  playable: { fr: 'C’est jouable.', en: 'It is within reach.' },
  gentle: { fr: 'Même une de plus compte.', en: 'Even one more counts.' },
}
