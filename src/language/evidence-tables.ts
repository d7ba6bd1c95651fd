import type { DayState, StreakDay } from '#method/challenge/streak.ts'
import type { DayResult } from '#method/day/day-results.ts'
import { isReached } from '#method/day/day-results.ts'
import type { ActivityCounts } from '#method/evidence/activity-counts.ts'
import type { AnsweredHours } from '#method/evidence/answered-hours.ts'
import type { Bilan } from '#method/evidence/bilan.ts'
import type { NoesTold } from '#method/evidence/noes.ts'
import type { Participation } from '#method/evidence/participation.ts'
import type { Comparison, Rate } from '#method/evidence/rate.ts'
import type { StepsOnTime } from '#method/evidence/steps-on-time.ts'
import type { DaysToSale, TouchesToSale } from '#method/evidence/time-to-sale.ts'
import { creditModels, type CreditModel } from '#method/evidence/attribution.ts'
import { soldBy } from '#method/evidence/kaplan-meier.ts'
import { figureTitles } from './evidence-figures.ts'
import { dash, moneyCell, moneyLimits, numberCell, numberLimits, shareCell, shareLimits, textOf, type FigureCell } from './figure-cells.ts'
import { formatNumber, formatTime } from './format.ts'
import { nb, type Language, type Words } from './language.ts'

/** A figure as a table: what a screen reader reads, what the file holds. The first cell of a row names it. */
export type FigureTable = { readonly caption: string; readonly columns: readonly string[]; readonly rows: readonly (readonly FigureCell[])[] }

/** The name of a kind, of a source, of anything the log names by an id. */
export type NameOf = (name: string) => string

const head = {
  day: { fr: 'Jour', en: 'Day' },
  goal: { fr: 'Objectif', en: 'Goal' },
  done: { fr: 'Fait', en: 'Done' },
  state: { fr: 'État', en: 'State' },
  streak: { fr: 'Série', en: 'Streak' },
  kind: { fr: 'Activité', en: 'Activity' },
  out: { fr: 'Faites', en: 'Made' },
  in: { fr: 'Reçues', en: 'Received' },
  attempts: { fr: 'Tentatives (n)', en: 'Attempts (n)' },
  conversations: { fr: 'Conversations', en: 'Conversations' },
  share: { fr: 'Part', en: 'Share' },
  limits: { fr: 'Limites à 95 %', en: 'Limits at 95%' },
  touch: { fr: 'Contact', en: 'Contact' },
  days: { fr: 'Jours', en: 'Days' },
  atRisk: { fr: 'Encore suivies (n)', en: 'Still followed (n)' },
  sales: { fr: 'Ventes', en: 'Sales' },
  here: { fr: 'Achètent à ce contact', en: 'Buy at this contact' },
  bought: { fr: 'Ont acheté', en: 'Have bought' },
  people: { fr: 'Personnes (n)', en: 'People (n)' },
  buyers: { fr: 'Ont acheté', en: 'Bought' },
  source: { fr: 'Provenance', en: 'Source' },
  what: { fr: 'Mesure', en: 'Measure' },
  value: { fr: 'Valeur', en: 'Value' },
  hour: { fr: 'Heure', en: 'Hour' },
  calls: { fr: 'Appels (n)', en: 'Calls (n)' },
  answered: { fr: 'Répondus', en: 'Answered' },
  link: { fr: 'Lien', en: 'Link' },
  correlation: { fr: 'Corrélation', en: 'Correlation' },
  difference: { fr: 'Écart (première moins seconde)', en: 'Difference (first minus second)' },
  level: { fr: 'Confiance des limites', en: 'Confidence of the limits' },
  verdict: { fr: 'Verdict', en: 'Verdict' },
  firstN: { fr: 'n de la première', en: 'n of the first' },
  secondN: { fr: 'n de la seconde', en: 'n of the second' },
} as const satisfies Readonly<Record<string, Words>>
const weekConversations: Words = { fr: 'Conversations sur tentatives (limites à 95\u00A0%)', en: 'Conversations of attempts (limits at 95%)' }

/** Headings by what they hold. */
export const columns = (language: Language, ...names: readonly (keyof typeof head)[]): readonly string[] => names.map((name) => head[name][language])

const rateCells = ({ count, n, rate, wilson }: Rate, language: Language): readonly FigureCell[] => [
  numberCell(n, language),
  numberCell(count, language),
  shareCell(rate, language),
  shareLimits(n === 0 ? null : wilson, language),
]

/** What a day came to, in a word. */
export const dayStateNames: Readonly<Record<'won' | 'worked' | 'free' | 'bonus' | 'no-goal', Words>> = {
  won: { fr: 'gagné', en: 'won' },
  worked: { fr: 'travaillé', en: 'worked' },
  free: { fr: 'congé', en: 'day off' },
  bonus: { fr: 'congé, en plus', en: 'day off, extra' },
  'no-goal': { fr: 'sans objectif', en: 'no goal' },
}
/** Which of them a day is. */
export const dayStateOf = (result: DayResult): keyof typeof dayStateNames => {
  if (result.goal !== null) return isReached(result) ? 'won' : 'worked'
  return result.hasNoGoal ? 'no-goal' : result.done > 0 ? 'bonus' : 'free'
}

const streakStates: Readonly<Record<DayState, Words>> = {
  won: dayStateNames.won,
  reserve: { fr: 'gardé par la réserve', en: 'kept by the reserve' },
  broken: dayStateNames.worked,
  missed: dayStateNames.worked,
  pending: { fr: 'en cours', en: 'under way' },
  off: dayStateNames.free,
  bonus: dayStateNames.bonus,
}

/** The last days, what each did to the streak, and the streak after it. */
export const streakTable = (trace: readonly StreakDay[], language: Language): FigureTable => ({
  caption: figureTitles.regularity[language],
  columns: columns(language, 'day', 'state', 'streak'),
  rows: trace.map(({ day, state, streak }) => [day, streakStates[state][language], formatNumber(streak, language)]),
})

/** Each day against its goal. */
export const daysTable = (results: readonly DayResult[], language: Language): FigureTable => ({
  caption: figureTitles.calendar[language],
  columns: columns(language, 'day', 'goal', 'done', 'state'),
  rows: results.map((result) => [
    result.day,
    numberCell(result.goal, language),
    numberCell(result.done, language),
    dayStateNames[dayStateOf(result)][language],
  ]),
})

/** What was done with each kind. */
export const kindsTable = ({ byKind }: ActivityCounts, nameOf: NameOf, language: Language): FigureTable => ({
  caption: figureTitles.kinds[language],
  columns: columns(language, 'kind', 'out', 'in', 'attempts', 'conversations', 'share', 'limits'),
  rows: byKind.map(({ kind, out, in: received, conversations }) => [
    nameOf(kind),
    numberCell(out, language),
    numberCell(received, language),
    ...rateCells(conversations, language),
  ]),
})

/** The same where there is little room: without the column of what was received, when nothing was. */
export const narrowKindsTable = (activities: ActivityCounts, nameOf: NameOf, language: Language): FigureTable => {
  const table = kindsTable(activities, nameOf, language)
  if (activities.byKind.some(({ in: received }) => received > 0)) return table
  return { ...table, columns: table.columns.filter((_, place) => place !== 2), rows: table.rows.map((cells) => cells.filter((_, place) => place !== 2)) }
}

/** The same on the sheet of a week, which must hold on a phone: conversations, their attempts, share and limits in one cell. */
export const weekKindsTable = (activities: ActivityCounts, nameOf: NameOf, language: Language): FigureTable => {
  const isReceived = activities.byKind.some(({ in: received }) => received > 0)
  const conversationsOf = ({ count, n, rate, wilson }: Rate): string => {
    if (n === 0) return dash
    const limits = textOf(shareLimits(wilson, language)).replaceAll(' ', nb)
    return `${formatNumber(count, language)}${nb}${language === 'fr' ? 'sur' : 'of'}${nb}${formatNumber(n, language)} · ${textOf(shareCell(rate, language))} (${limits})`
  }
  return {
    caption: figureTitles.kinds[language],
    columns: [...columns(language, 'kind', 'out', ...(isReceived ? (['in'] as const) : [])), weekConversations[language]],
    rows: activities.byKind.map(({ kind, out, in: received, conversations }) => [
      nameOf(kind),
      numberCell(out, language),
      ...(isReceived ? [numberCell(received, language)] : []),
      conversationsOf(conversations),
    ]),
  }
}

const row =
  (language: Language) =>
  (fr: string, en: string, value: number | null): readonly FigureCell[] => [language === 'fr' ? fr : en, numberCell(value, language)]

/** Follow-ups due in the period, by what became of them. */
export const followUpsTable = ({ n, count, late, waiting }: StepsOnTime, language: Language): FigureTable => {
  const of = row(language)
  return {
    caption: figureTitles['follow-ups'][language],
    columns: columns(language, 'what', 'value'),
    rows: [
      of('Suivis prévus (n)', 'Follow-ups due (n)', n),
      of('Faits à temps', 'Done on time', count),
      of('Faits plus tard', 'Done later', late),
      of('En attente', 'Waiting', waiting),
    ],
  }
}

/** Different people of the period. */
export const peopleTable = ({ touched, reached }: Bilan['people'], language: Language): FigureTable => {
  const of = row(language)
  return {
    caption: figureTitles.people[language],
    columns: columns(language, 'what', 'value'),
    rows: [of('Personnes contactées', 'People contacted', touched), of('Personnes avec une conversation', 'People with a conversation', reached)],
  }
}

/** Plain counts of the period, one a row; the harvest comes last, apart. */
export const countsTable = ({ days, activities, people, followUps, harvest }: Bilan, language: Language): FigureTable => {
  const of = row(language)
  return {
    caption: language === 'fr' ? 'La période' : 'The period',
    columns: columns(language, 'what', 'value'),
    rows: [
      ...(days ? [of('Jours gagnés', 'Days won', days.won), of('Jours travaillés (n)', 'Days worked (n)', days.counted)] : []),
      of('Activités', 'Activities', activities.total),
      of('Tentatives (n)', 'Attempts (n)', activities.conversations.n),
      of('Conversations', 'Conversations', activities.conversations.count),
      ...peopleTable(people, language).rows,
      ...(followUps ? followUpsTable(followUps, language).rows : []),
      of('« Non »', '“No”', activities.noes),
      ...harvest.flatMap(({ currency, sales, net }) => [
        of(`Ventes (${currency})`, `Sales (${currency})`, sales),
        [language === 'fr' ? `Récolte (${currency})` : `Harvest (${currency})`, moneyCell(net, currency, language)],
      ]),
    ],
  }
}

/** Touch by touch: who got there, who bought there, and how many had bought so far. */
export const touchesTable = ({ hazards, curve }: TouchesToSale, language: Language): FigureTable => ({
  caption: figureTitles.touches[language],
  columns: [...columns(language, 'touch', 'atRisk', 'sales', 'here', 'limits', 'bought', 'limits')],
  rows: hazards.map(({ touch, atRisk, sales, hazard, wilson }) => {
    const sold = soldBy(curve, touch)
    return [
      numberCell(touch, language),
      numberCell(atRisk, language),
      numberCell(sales, language),
      shareCell(hazard, language),
      shareLimits(wilson, language),
      shareCell(sold.share, language),
      shareLimits(sold.limits, language),
    ]
  }),
})

/** The days at which someone bought, and how many had bought so far. */
export const timeTable = ({ curve }: DaysToSale, language: Language): FigureTable => ({
  caption: figureTitles.time[language],
  columns: columns(language, 'days', 'atRisk', 'sales', 'bought', 'limits'),
  rows: curve.steps
    .filter(({ events }) => events > 0)
    .map(({ time, atRisk, events }) => {
      const sold = soldBy(curve, time)
      return [
        numberCell(time, language),
        numberCell(atRisk, language),
        numberCell(events, language),
        shareCell(sold.share, language),
        shareLimits(sold.limits, language),
      ]
    }),
})

/** Rates side by side, each with its n and limits. */
export const ratesTable = (
  figure: 'buyers-by-kind' | 'buyers-by-source' | 'conversations',
  { rates }: Pick<Comparison, 'rates'>,
  nameOf: NameOf,
  language: Language,
): FigureTable => ({
  caption: figureTitles[figure][language],
  columns:
    figure === 'conversations'
      ? columns(language, 'kind', 'attempts', 'conversations', 'share', 'limits')
      : columns(language, figure === 'buyers-by-kind' ? 'kind' : 'source', 'people', 'buyers', 'share', 'limits'),
  rows: rates.map((rate) => [nameOf(rate.name), ...rateCells(rate, language)]),
})

/** The ways of sharing a sale, named for people. */
export const creditModelNames: Readonly<Record<CreditModel, Words>> = {
  linear: { fr: 'Part égale par contact', en: 'Equal part for each contact' },
  shapley: { fr: 'Part égale par activité', en: 'Equal part for each activity' },
  first: { fr: 'Premier contact', en: 'First contact' },
  last: { fr: 'Dernier contact', en: 'Last contact' },
  position: { fr: 'Premier et dernier surtout', en: 'Mostly first and last' },
  'time-decay': { fr: 'Les plus récents surtout', en: 'Mostly the latest' },
  markov: { fr: 'Si on l’enlevait', en: 'If it were taken away' },
}

/** Who took part in the sales, by some of the ways. */
export const participationTable = (
  { attribution, currency }: Participation,
  models: readonly CreditModel[],
  nameOf: NameOf,
  language: Language,
): FigureTable => {
  const named = attribution === null ? [] : [...new Set(creditModels.flatMap((model) => attribution.models[model].map(({ name }) => name)))].sort()
  return {
    caption: figureTitles.participation[language],
    columns: [head.kind[language], ...models.map((model) => creditModelNames[model][language])],
    rows: named.map((name) => [
      nameOf(name),
      ...models.map((model) => moneyCell(attribution?.models[model].find((credit) => credit.name === name)?.cents ?? 0, currency, language)),
    ]),
  }
}

/** What a « non », a conversation and a touch stand beside. */
export const noesTable = ({ noes, sales, noesPerSale, limits, worth }: NoesTold, language: Language): FigureTable => {
  const isFrench = language === 'fr'
  return {
    caption: figureTitles.noes[language],
    columns: [...columns(language, 'what', 'value', 'limits'), 'n'],
    rows: [
      [
        isFrench ? '« Non » par vente' : '“No” for each sale',
        numberCell(noesPerSale, language, 1),
        numberLimits(limits, language, 1),
        `${formatNumber(noes, language)} / ${formatNumber(sales, language)}`,
      ],
      ...worth.flatMap(({ currency, perNo, perConversation, perTouch }) =>
        [
          [isFrench ? 'Par « non »' : 'For each “no”', perNo] as const,
          [isFrench ? 'Par conversation' : 'For each conversation', perConversation] as const,
          [isFrench ? 'Par contact' : 'For each contact', perTouch] as const,
        ].map(([name, { value, limits: ends, n }]) => [
          `${name} (${currency})`,
          moneyCell(value, currency, language),
          moneyLimits(ends, currency, language),
          numberCell(n, language),
        ]),
      ),
    ],
  }
}

/** Her own hours, those with five calls or more. */
export const hoursTable = ({ hours }: AnsweredHours, language: Language): FigureTable => ({
  caption: figureTitles.hours[language],
  columns: columns(language, 'hour', 'calls', 'answered', 'share', 'limits'),
  rows: hours.map(({ hour, ...rate }) => [formatTime(`${String(hour).padStart(2, '0')}:00`, language), ...rateCells(rate, language)]),
})
