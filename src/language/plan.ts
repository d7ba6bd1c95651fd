import { fewestRealismDays, type GoalRealism } from '#method/plan/goal-realism.ts'
import type { Plan, PlanOption, poolOf, Wanted } from '#method/plan/plan.ts'
import type { Realism } from '#method/plan/realism.ts'
import type { Period } from '#method/plan/period.ts'
import { formatMoney } from '#method/sale/money.ts'
import { formatDay, formatMinutes, formatNumber, formatPercent } from './format.ts'
import { nb, plural, type Language } from './language.ts'

const everyUnit = {
  day: { fr: 'par jour', en: 'a day' },
  week: { fr: 'par semaine', en: 'a week' },
  month: { fr: 'par mois', en: 'a month' },
  quarter: { fr: 'par trimestre', en: 'a quarter' },
  year: { fr: 'par année', en: 'a year' },
} as const
const units = {
  day: { fr: ['jour', 'jours'], en: ['day', 'days'] },
  week: { fr: ['semaine', 'semaines'], en: ['week', 'weeks'] },
  month: { fr: ['mois', 'mois'], en: ['month', 'months'] },
  quarter: { fr: ['trimestre', 'trimestres'], en: ['quarter', 'quarters'] },
  year: { fr: ['an', 'ans'], en: ['year', 'years'] },
} as const

/** When a wish is for: `par jour`, `d’ici 3 mois`, `d’ici le 25 décembre 2026`. */
export function periodSentence(period: Period, language: Language): string {
  if (period.type === 'every') return everyUnit[period.unit][language]
  if (period.type === 'until') return language === 'fr' ? `d’ici le ${formatDay(period.day, 'fr', 'long')}` : `by ${formatDay(period.day, 'en', 'long')}`
  const [one, many] = units[period.unit][language]
  const length = `${formatNumber(period.count, language)} ${plural(period.count, language, one, many)}`
  return language === 'fr' ? `d’ici ${length}` : `within ${length}`
}

/** What is wished for: `500 $`, `10 ventes`. */
export function wantedSentence(wanted: Wanted, currency: string, language: Language): string {
  if (wanted.type === 'money') return formatMoney(wanted.cents as never, currency, language)
  const count = formatNumber(wanted.count, language)
  return language === 'fr' ? `${count} ${plural(wanted.count, 'fr', 'vente', 'ventes')}` : `${count} ${plural(wanted.count, 'en', 'sale', 'sales')}`
}

/** A chance as people say it, rounded to five in a hundred, never certain (algorithms B0): `environ 7 fois sur 10`. */
export function chanceSentence(chance: number, language: Language): string {
  const twentieths = Math.min(19, Math.max(1, Math.round(chance * 20)))
  if (twentieths % 2 === 0) {
    const tenths = twentieths / 2
    return language === 'fr' ? `environ ${tenths} fois sur 10` : `about ${tenths} times in 10`
  }
  return language === 'fr' ? `environ ${twentieths} fois sur 20` : `about ${twentieths} times in 20`
}

const realismWords = {
  realistic: { fr: 'Réaliste', en: 'Realistic' },
  ambitious: { fr: 'Ambitieux', en: 'Ambitious' },
  'to-revise': { fr: 'À revoir', en: 'To revise' },
} as const
/** How a goal sounds beside one's own days, in a word. */
export const realismWord = (realism: Realism, language: Language): string => realismWords[realism][language]

/** The chance behind the word, with its n: `Atteint environ 7 fois sur 10, d’après vos propres journées (n = 14).` */
export function realismSentence({ chance, n }: GoalRealism, language: Language): string {
  const days = `n = ${formatNumber(n, language)}`
  return language === 'fr'
    ? `Atteint ${chanceSentence(chance, 'fr')}, d’après vos propres journées (${days}).`
    : `Reached ${chanceSentence(chance, 'en')}, by your own days (${days}).`
}

/** Said where too few days are known to judge a goal. */
export const tooEarlyForRealism = (language: Language): string =>
  language === 'fr'
    ? `Trop tôt pour dire si c’est réaliste : il faut ${fewestRealismDays} journées notées.`
    : `Too early to say whether it is realistic: it takes ${fewestRealismDays} days noted.`

/** What everyone she knows could bring: `Contactées 6 fois chacune, les 42 personnes que vous connaissez mèneraient à environ 9 ventes.` */
export function poolSentence({ people, touches, sales }: NonNullable<ReturnType<typeof poolOf>>, language: Language): string {
  const count = formatNumber(people, language)
  const rounded = Math.round(sales)
  if (language === 'fr') {
    const sold = rounded < 1 ? 'moins d’une vente' : `environ ${formatNumber(rounded, 'fr')} ${plural(rounded, 'fr', 'vente', 'ventes')}`
    return people === 1
      ? `Contactée ${touches} fois, la personne que vous connaissez mènerait à ${sold}.`
      : `Contactées ${touches} fois chacune, les ${count} personnes que vous connaissez mèneraient à ${sold}.`
  }
  const sold = rounded < 1 ? 'less than one sale' : `about ${formatNumber(rounded, 'en')} ${plural(rounded, 'en', 'sale', 'sales')}`
  return people === 1
    ? `Contacted ${touches} times, the person you know would lead to ${sold}.`
    : `Contacted ${touches} times each, the ${count} people you know would lead to ${sold}.`
}

/** A wish in profit, as the sales that leave it: `1 000 $ de profit à 40 % de marge, c’est 2 500 $ de ventes.` */
export function profitSentence(profit: number, margin: number, sales: number, currency: string, language: Language): string {
  const [left, sold] = [profit, sales].map((cents) => formatMoney(cents as never, currency, language))
  const share = formatPercent(margin, language)
  return language === 'fr' ? `${left} de profit à ${share} de marge, c’est ${sold} de ventes.` : `${left} of profit at a ${share} margin is ${sold} of sales.`
}

/** `Entre 16 et 120 personnes contactées par vente (n = 60, 2 ventes).` */
export function perSaleSentence({ perSale, past }: Plan['facts'][number], language: Language): string {
  const from = formatNumber(perSale.from, language)
  const n = formatNumber(past.touches, language)
  const sales = formatNumber(past.sales, language)
  if (language === 'fr') {
    const range = perSale.to === null ? `Au moins ${from} contacts par vente` : `Entre ${from} et ${formatNumber(perSale.to, 'fr')} contacts par vente`
    return past.touches === 0
      ? `${range}. C’est un point de départ${nb}: vos propres chiffres le remplaceront (n = 0).`
      : `${range} (n = ${n}, ${sales} ${plural(past.sales, 'fr', 'vente', 'ventes')}).`
  }
  const range = perSale.to === null ? `At least ${from} contacts a sale` : `Between ${from} and ${formatNumber(perSale.to, 'en')} contacts a sale`
  return past.touches === 0
    ? `${range}. It is a starting point: your own figures will replace it (n = 0).`
    : `${range} (n = ${n}, ${sales} ${plural(past.sales, 'en', 'sale', 'sales')}).`
}

/** The minutes of a day against those she has: `Environ 2 h 10 par jour, sur les 3 h que vous avez.` */
export function minutesSentence(option: PlanOption, minutesPerDay: number, language: Language): string {
  const own = formatMinutes(Math.round(option.perDay.minutes), language)
  const all = formatMinutes(minutesPerDay, language)
  return language === 'fr' ? `Environ ${own} par jour, sur les ${all} que vous avez.` : `About ${own} a day, out of the ${all} you have.`
}

/** Whether an amount is worth a sentence beside the wish: one sale, or a dollar that is at least a hundredth of it. */
export const isWorthSaying = (fits: Wanted, wanted: Wanted): boolean =>
  fits.type === 'sales' ? fits.count >= 1 : fits.cents >= 100 && (wanted.type === 'sales' || fits.cents * 100 >= wanted.cents)

// `au lieu d’un`, `au lieu de 4,8`.
const insteadOf = (planned: number, language: Language): string => {
  if (planned === 1) return language === 'fr' ? 'au lieu d’un' : 'instead of one'
  const days = formatNumber(planned, language, Number.isInteger(planned) ? 0 : 1)
  return language === 'fr' ? `au lieu de ${days}` : `instead of ${days}`
}

/** What would fit better, said aloud and never done silently: the working days beside those `planned`, and the wish that the hours hold when it is any. */
export function wouldFitSentence(wouldFit: NonNullable<PlanOption['wouldFit']>, wanted: Wanted, planned: number, currency: string, language: Language): string {
  const wish = wantedSentence(wouldFit.wanted, currency, language)
  const days = wouldFit.workingDays
  const [inDays, inHours] =
    language === 'fr'
      ? [
          days !== null && `Il faudrait ${formatNumber(days, 'fr')} ${plural(days, 'fr', 'jour', 'jours')} de travail ${insteadOf(planned, 'fr')}.`,
          `Avec vos heures, la même chance va à ${wish}.`,
        ]
      : [
          days !== null && `It would take ${formatNumber(days, 'en')} ${plural(days, 'en', 'working day', 'working days')} ${insteadOf(planned, 'en')}.`,
          `With your hours, the same chance goes to ${wish}.`,
        ]
  return [inDays, isWorthSaying(wouldFit.wanted, wanted) && inHours].filter(Boolean).join(' ')
}

/** The names of what one can plan. */
export const plannedNames = {
  clients: { fr: 'Rappeler mes clientes et clients', en: 'Call my clients again' },
  met: { fr: 'Relancer les personnes rencontrées', en: 'Follow up with people I met' },
  referrals: { fr: 'Appeler les personnes recommandées', en: 'Call people who were referred to me' },
  inquiries: { fr: 'Appeler celles et ceux qui m’écrivent', en: 'Call those who write to me' },
  'first-calls': { fr: 'Faire de premiers appels', en: 'Make first calls' },
  meetings: { fr: 'Rencontrer en personne', en: 'Meet in person' },
  networking: { fr: 'Aller à une activité de réseautage', en: 'Go to a networking event' },
  posts: { fr: 'Publier sur les réseaux sociaux', en: 'Post on social networks' },
} as const
