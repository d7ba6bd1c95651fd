import type { Progress } from '#method/day/progress.ts'
import { leadOf } from '#method/day/progress.ts'
import type { GoalVersion } from '#method/goal/goal.ts'
import { countedKind, isMasculine } from './counted-kinds.ts'
import { formatNumber } from './format.ts'
import { capital, plural, type Language } from './language.ts'
import { numberInWords } from './number-words.ts'

type Counted = Pick<GoalVersion, 'measure' | 'counting' | 'per'>

const units = {
  people: { fr: ['personne', 'personnes'], en: ['person', 'people'] },
  activities: { fr: ['activité', 'activités'], en: ['activity', 'activities'] },
  conversations: { fr: ['conversation', 'conversations'], en: ['conversation', 'conversations'] },
} as const

/** The one kind that a goal asks for, when every activity of it counts; people are people whatever the gesture. */
const onlyKind = ({ measure, counting }: Counted): string | null =>
  measure.type === 'kinds' && measure.kinds.length === 1 && counting === 'activities' ? (measure.kinds[0] ?? null) : null

const isMasculineGoal = (goal: Counted): boolean => isMasculine(onlyKind(goal) ?? '')

const unitOf = (goal: Counted, count: number, language: Language): string => {
  const { measure, counting } = goal
  const kind = onlyKind(goal)
  if (kind !== null) return countedKind(kind, count, language)
  const [one, many] = units[measure.type === 'conversations' ? 'conversations' : counting][language]
  return plural(count, language, one, many)
}

/** So many of what a goal counts, in figures: `20 personnes`, `10 appels`. */
export const amountSentence = (goal: Counted, count: number, language: Language): string => `${formatNumber(count, language)} ${unitOf(goal, count, language)}`

/** How many of what a goal asks for, in figures: `20 personnes par jour`, `10 appels par jour`, `5 conversations par semaine`. */
export function goalSentence(goal: Counted & Pick<GoalVersion, 'target'>, language: Language): string {
  const amount = amountSentence(goal, goal.target, language)
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
  const gender = isMasculineGoal(goal) ? 'masculine' : 'feminine'
  if (lead === 'won') return isFrench ? (goal.per === 'day' ? 'Journée gagnée.' : 'Semaine gagnée.') : goal.per === 'day' ? 'Day won.' : 'Week won.'
  if (done === 0) {
    const amount = `${capital(numberInWords(target, language, gender))} ${unitOf(goal, target, language)}`
    return isFrench ? `${amount} ${goal.per === 'day' ? 'aujourd’hui' : 'cette semaine'}` : `${amount} ${goal.per === 'day' ? 'today' : 'this week'}`
  }
  if (lead === 'done') return isFrench ? `Déjà ${numberInWords(done, 'fr', gender)}` : `${capital(numberInWords(done, 'en'))} already`
  const amount = `${numberInWords(left, language, gender)} ${unitOf(goal, left, language)}`
  if (!isFrench) return `Only ${amount} left`
  return left === 1 ? `Plus qu’${amount}` : `Plus que ${amount}`
}

/** The line under the headline: `17 faites sur 20.`, `7 faits sur 10.` for calls. */
export function doneSentence({ done, target }: Pick<Progress, 'done' | 'target'>, goal: Counted, language: Language): string {
  const count = formatNumber(done, language)
  const of = formatNumber(target, language)
  if (language === 'en') return `${count} of ${of} done.`
  const [one, many] = isMasculineGoal(goal) ? ['fait', 'faits'] : ['faite', 'faites']
  return `${count} ${plural(done, 'fr', one, many)} sur ${of}.`
}
