import type { NotNowReason, Outcome } from '#method/activity/activity.ts'
import { isBuiltIn, type Kind, type KindId } from '#method/activity/kind.ts'
import { daysBetween, type Day } from '#method/calendar/day.ts'
import type { HolidayName } from '#method/calendar/holidays.ts'
import type { LetGoReason, NextStep, Relationship } from '#method/contact/contact.ts'
import { formatDay, formatTime, ordinalParts } from './format.ts'
import type { Language } from './language.ts'
import { holidayNames, kindNames, kindOrders, letGoNames, notNowNames, outcomeNames, outcomeNamesOfKind, relationshipNames } from './names.ts'

/** The name of a kind: its own, or the built-in one. An unknown id gives the plain word. */
export function kindName(kind: KindId | Pick<Kind, 'id' | 'name'>, language: Language): string {
  const { id, name } = typeof kind === 'string' ? { id: kind, name: '' } : kind
  if (name !== '') return name
  return isBuiltIn(id) ? kindNames[id][language] : language === 'fr' ? 'Activité' : 'Activity'
}

/** The name of an outcome for a kind: an e-mail is `Envoyé`, a post `Publié`. */
export function outcomeName(outcome: Outcome, kind: KindId, language: Language): string {
  const own = isBuiltIn(kind) ? outcomeNamesOfKind[kind]?.[outcome] : undefined
  return (own ?? outcomeNames[outcome])[language]
}

export const relationshipName = (relationship: Relationship, language: Language): string => relationshipNames[relationship][language]
export const notNowName = (reason: NotNowReason, language: Language): string => notNowNames[reason][language]
export const letGoName = (reason: LetGoReason, language: Language): string => letGoNames[reason][language]
export const holidayName = (holiday: HolidayName, language: Language): string => holidayNames[holiday][language]

/** `5e contact`, `5th contact`: the number of the next touch (claim 4). */
export function touchName(touch: number, language: Language): string {
  const { number, suffix } = ordinalParts(touch, language)
  return `${number}${suffix} contact`
}

/**
 * What comes next with someone: `Rappeler lundi 30 novembre`, `Rendez-vous demain à 14 h 30`, `Premier contact aujourd’hui`.
 * `kinds` gives the names of the person's own kinds.
 */
export function nextStepSentence(
  step: Pick<NextStep, 'due' | 'time' | 'kind' | 'origin'>,
  language: Language,
  today: Day,
  kinds: readonly Kind[] = [],
): string {
  const away = daysBetween(today, step.due)
  const day = formatDay(step.due, language, Math.abs(away) <= 1 ? 'relative' : 'weekday', today)
  const at = step.time === null ? '' : language === 'fr' ? ` à ${formatTime(step.time, 'fr')}` : ` at ${formatTime(step.time, 'en')}`
  const on = language === 'en' && Math.abs(away) > 1 ? 'on ' : ''
  return `${stepOrder(step, language, kinds)} ${on}${day}${at}`
}

/** What to do, without its date: `Rappeler`, `Premier contact`, `Reprendre contact`. */
export function stepOrder({ kind, origin }: Pick<NextStep, 'kind' | 'origin'>, language: Language, kinds: readonly Kind[] = []): string {
  if (origin === 'meeting') return kindNames.meeting[language]
  if (origin === 'thanks') return language === 'fr' ? 'Remercier' : 'Say thank you'
  if (origin === 'first') return language === 'fr' ? 'Premier contact' : 'First contact'
  if (kind !== null && isBuiltIn(kind)) return kindOrders[kind][language]
  const own = kinds.find(({ id }) => id === kind)
  return own ? kindName(own, language) : language === 'fr' ? 'Reprendre contact' : 'Get back in touch'
}
