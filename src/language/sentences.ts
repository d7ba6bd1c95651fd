import type { NotNowReason, Outcome } from '#method/activity/activity.ts'
import { isBuiltIn, type Kind, type KindId } from '#method/activity/kind.ts'
import { dayOf, daysBetween, type Day } from '#method/calendar/day.ts'
import type { HolidayName } from '#method/calendar/holidays.ts'
import type { LetGoReason, NextStep, Relationship } from '#method/contact/contact.ts'
import type { Refusal } from '#method/ledger/operation.ts'
import type { Reason } from '#method/next/next-contact.ts'
import type { MoneyRefusal } from '#method/sale/money.ts'
import { formatDay, formatSpan, formatTime, ordinalParts } from './format.ts'
import { nb, type Language } from './language.ts'
import { holidayNames, kindNames, kindOrders, letGoNames, notNowNames, outcomeNames, outcomeNamesOfKind, promises, relationshipNames } from './names.ts'
import { moneyRefusals, refusalParts } from './refusals.ts'

/** A refusal in one paragraph: what happened, what was kept, what to do. */
export function refusalSentence(reason: Refusal, language: Language): string {
  const { happened, kept, todo } = refusalParts(reason, language)
  return `${happened} ${kept} ${todo}`
}

/** What is wrong with an amount. */
export const moneySentence = (reason: MoneyRefusal, language: Language): string => moneyRefusals[reason][language]

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

/** What the reason does not hold: the zone that dates it, and the kind of the step that was promised. */
export type ReasonSetting = { readonly zone?: string | undefined; readonly kind?: KindId | null | undefined }

/** Why someone comes next, in one sentence of fact (claim 4). */
export function reasonSentence(reason: Reason, language: Language, today: Day, { zone = 'America/Toronto', kind = null }: ReasonSetting = {}): string {
  switch (reason.kind) {
    case 'meeting':
      return meetingReason(reason.due, reason.time, language, today)
    case 'promised':
      return promisedReason(reason.due, kind, language, today)
    case 'due':
      return dueReason(reason.due, language, today)
    case 'snoozed':
      return snoozedReason(reason.due, language, today)
    case 'never-contacted': {
      const since = formatDay(dayOf(reason.since, zone), language, 'short', today)
      const source = reason.source === '' ? '' : ` (${reason.source})`
      return language === 'fr' ? `Premier contact à faire; ajout le ${since}${source}.` : `First contact to make; added ${since}${source}.`
    }
    case 'quiet':
      return language === 'fr' ? `Sans nouvelles depuis ${formatSpan(reason.days, 'fr')}.` : `No contact for ${formatSpan(reason.days, 'en')}.`
  }
}

// `aujourd’hui`, `hier` or `le 21 novembre`.
const when = (day: Day, language: Language, today: Day): string => {
  const away = daysBetween(today, day)
  const text = formatDay(day, language, Math.abs(away) <= 1 ? 'relative' : 'short', today)
  return Math.abs(away) <= 1 ? text : language === 'fr' ? `le ${text}` : `on ${text}`
}

const late = (day: Day, language: Language, today: Day): string => {
  const days = daysBetween(day, today)
  if (days < 2) return ''
  return language === 'fr' ? `, en retard de ${formatSpan(days, 'fr')}` : `, ${formatSpan(days, 'en')} late`
}

const dotted = (sentence: string): string => (sentence.endsWith('.') ? sentence : `${sentence}.`)

function meetingReason(due: Day, time: string | null, language: Language, today: Day): string {
  const at = time === null ? '' : language === 'fr' ? ` à ${formatTime(time, 'fr')}` : ` at ${formatTime(time, 'en')}`
  if (due >= today) return dotted(language === 'fr' ? `Rendez-vous ${when(due, 'fr', today)}${at}` : `Meeting ${when(due, 'en', today)}${at}`)
  return language === 'fr'
    ? `Rendez-vous ${when(due, 'fr', today)}${at}${nb}: notez ce qui en est ressorti.`
    : `Meeting ${when(due, 'en', today)}${at}: note what came of it.`
}

function promisedReason(due: Day, kind: KindId | null, language: Language, today: Day): string {
  const promise = kind !== null && isBuiltIn(kind) ? promises[kind][language] : language === 'fr' ? 'des nouvelles' : 'news'
  if (language === 'fr') return `Vous lui avez promis ${promise} pour ${when(due, 'fr', today)}${late(due, 'fr', today)}.`
  return `You promised ${promise} for ${formatDay(due, 'en', Math.abs(daysBetween(today, due)) <= 1 ? 'relative' : 'short', today)}${late(due, 'en', today)}.`
}

function dueReason(due: Day, language: Language, today: Day): string {
  if (language === 'fr') return `Suivi prévu ${due === today ? 'pour aujourd’hui' : when(due, 'fr', today)}${late(due, 'fr', today)}.`
  return `Follow-up due ${when(due, 'en', today)}${late(due, 'en', today)}.`
}

function snoozedReason(due: Day, language: Language, today: Day): string {
  const day = formatDay(due, language, Math.abs(daysBetween(today, due)) <= 1 ? 'relative' : 'short', today)
  if (language === 'en') return `You put this off until ${day}.`
  return `Vous avez remis ce contact ${Math.abs(daysBetween(today, due)) <= 1 ? `à ${day}` : `au ${day}`}.`
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
  if (origin === 'first') return language === 'fr' ? 'Premier contact' : 'First contact'
  if (kind !== null && isBuiltIn(kind)) return kindOrders[kind][language]
  const own = kinds.find(({ id }) => id === kind)
  return own ? kindName(own, language) : language === 'fr' ? 'Reprendre contact' : 'Get back in touch'
}
