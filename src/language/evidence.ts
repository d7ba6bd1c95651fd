import type { Interval } from '#method/chance/proportion.ts'
import type { AnsweredHours } from '#method/evidence/answered-hours.ts'
import type { CheckInLink } from '#method/evidence/check-ins.ts'
import type { HarvestTold } from '#method/evidence/harvest-told.ts'
import type { NoesTold } from '#method/evidence/noes.ts'
import type { Comparison, Difference, Rate } from '#method/evidence/rate.ts'
import type { StepsOnTime } from '#method/evidence/steps-on-time.ts'
import type { DaysToSale } from '#method/evidence/time-to-sale.ts'
import type { Won } from '#method/day/day-results.ts'
import { linkMinimum } from '#method/evidence/check-ins.ts'
import { fewestAtRisk, soldBy } from '#method/evidence/kaplan-meier.ts'
import { formatMoney } from '#method/sale/money.ts'
import { sourceWords } from './enquiry.ts'
import { formatNumber, formatPercent, formatTime, ordinalParts } from './format.ts'
import { plural, type Language, type Words } from './language.ts'

/** How many, with its word: `1 conversation`, `12 conversations`. */
const counted = (count: number, language: Language, one: string, many: string): string =>
  `${formatNumber(count, language)} ${plural(count, language, one, many)}`

/** Limits of a share: `entre 23 % et 34 %`. */
export const betweenShares = ({ lower, upper }: Interval, language: Language): string => {
  const [from, to] = [formatPercent(lower, language), formatPercent(upper, language)]
  return language === 'fr' ? `entre ${from} et ${to}` : `between ${from} and ${to}`
}

/** Said instead of a figure that rests on too little: `Trop tôt : n = 4. …`. */
export const tooEarlySentence = (n: number, language: Language, needed: number = fewestAtRisk): string =>
  language === 'fr'
    ? `Trop tôt : n = ${formatNumber(n, 'fr')}. À partir de ${needed}, ce chiffre pourra parler.`
    : `Too early: n = ${formatNumber(n, 'en')}. From ${needed} on, this figure can speak.`

/** `4 jours gagnés sur 5 travaillés.` (claim 3) */
export const daysWonSentence = ({ won, counted: of }: Won, language: Language): string => {
  if (of === 0)
    return language === 'fr' ? 'Aucun jour terminé avec un objectif quotidien sur cette période.' : 'No finished day with a daily goal in this period.'
  return language === 'fr'
    ? `${counted(won, 'fr', 'jour gagné', 'jours gagnés')} sur ${formatNumber(of, 'fr')} ${plural(of, 'fr', 'travaillé', 'travaillés')}.`
    : `${counted(won, 'en', 'day', 'days')} won out of ${formatNumber(of, 'en')} worked.`
}

const shortMonths = {
  fr: ['janv.', 'févr.', 'mars', 'avr.', 'mai', 'juin', 'juill.', 'août', 'sept.', 'oct.', 'nov.', 'déc.'],
  en: ['Jan.', 'Feb.', 'Mar.', 'Apr.', 'May', 'June', 'July', 'Aug.', 'Sept.', 'Oct.', 'Nov.', 'Dec.'],
} as const
/** A month (1 = January) where there is little room: `nov.` */
export const shortMonth = (month: number, language: Language): string => shortMonths[language][month - 1] ?? ''

/** `3 semaines gagnées sur 4.` */
export const weeksWonSentence = ({ won, counted: of }: Won, language: Language): string =>
  language === 'fr'
    ? `${counted(won, 'fr', 'semaine gagnée', 'semaines gagnées')} sur ${formatNumber(of, 'fr')}.`
    : `${counted(won, 'en', 'week', 'weeks')} won out of ${formatNumber(of, 'en')}.`

/** A week in which nothing was noted, in one sentence instead of its zeros. */
export const emptyWeek: Words = { fr: 'Rien de noté pendant cette semaine.', en: 'Nothing noted during this week.' }
/** What a hatched day is, beside a calendar. */
export const hatchedDay: Words = { fr: 'Jour hachuré : congé, sans effet.', en: 'Hatched day: day off, no effect.' }
/** What the band around a figure is. */
export const paleArea: Words = { fr: 'Zone pâle : ce que l’on ne sait pas encore.', en: 'Pale area: what is not known yet.' }
/** The name of follow-ups done by their day. */
export const onTime: Words = { fr: 'À temps', en: 'On time' }

/** How many of what was tried became a conversation. */
export const conversationsSentence = ({ count, n, rate, wilson }: Rate, language: Language): string => {
  if (rate === null) return language === 'fr' ? 'Rien qui attendait une réponse sur cette période.' : 'Nothing that awaited an answer in this period.'
  const share = formatPercent(rate, language)
  return language === 'fr'
    ? `${counted(count, 'fr', 'conversation', 'conversations')} pour ${counted(n, 'fr', 'tentative', 'tentatives')}, soit ${share} (${betweenShares(wilson, 'fr')}).`
    : `${counted(count, 'en', 'conversation', 'conversations')} for ${counted(n, 'en', 'attempt', 'attempts')}, that is ${share} (${betweenShares(wilson, 'en')}).`
}

/** Follow-ups done by their day, done later, still waiting; a fact, never a reproach. */
export const followUpsSentence = ({ count, n, late, waiting }: StepsOnTime, language: Language): string => {
  if (n === 0) return language === 'fr' ? 'Aucun suivi n’était prévu sur cette période.' : 'No follow-up was due in this period.'
  const fr = [
    `${counted(count, 'fr', 'suivi fait', 'suivis faits')} à temps sur ${formatNumber(n, 'fr')}`,
    ...(late > 0 ? [`${formatNumber(late, 'fr')} un peu plus tard`] : []),
    ...(waiting > 0 ? [`${formatNumber(waiting, 'fr')} en attente`] : []),
  ]
  const en = [
    `${counted(count, 'en', 'follow-up', 'follow-ups')} on time out of ${formatNumber(n, 'en')}`,
    ...(late > 0 ? [`${formatNumber(late, 'en')} a little later`] : []),
    ...(waiting > 0 ? [`${formatNumber(waiting, 'en')} waiting`] : []),
  ]
  return `${(language === 'fr' ? fr : en).join(', ')}.`
}

/** `61 personnes contactées, 28 avec qui vous avez parlé.` */
export const peopleSentence = ({ touched, reached }: { readonly touched: number; readonly reached: number }, language: Language): string =>
  language === 'fr'
    ? `${counted(touched, 'fr', 'personne contactée', 'personnes contactées')}; une conversation avec ${formatNumber(reached, 'fr')}.`
    : `${counted(touched, 'en', 'person', 'people')} contacted; a conversation with ${formatNumber(reached, 'en')}.`

/** What came in, in one currency, refunds taken off: `12 ventes, 3 400 $ en tout.` */
export const harvestSentence = ({ currency, sales, net, refunds }: HarvestTold, language: Language): string => {
  const total = formatMoney(net, currency, language)
  const taken = refunds === 0 ? '' : language === 'fr' ? ', remboursements déduits' : ', refunds taken off'
  return language === 'fr' ? `${counted(sales, 'fr', 'vente', 'ventes')}, ${total}${taken}.` : `${counted(sales, 'en', 'sale', 'sales')}, ${total}${taken}.`
}

/** A rank in one word: `3e`, `3rd`. */
export const ordinal = (rank: number, language: Language): string => {
  const { number, suffix } = ordinalParts(rank, language)
  return `${number}${suffix}`
}

/** From which touch on half of the sales come: the picture's own sentence, beside the curve. */
export const halfOfSalesSentence = (touch: number, language: Language): string => {
  if (touch === 1) return language === 'fr' ? 'La plupart de vos ventes viennent dès le 1er contact.' : 'Most of your sales come at the first contact.'
  return language === 'fr'
    ? `La moitié de vos ventes viennent au ${ordinal(touch, 'fr')} contact ou après.`
    : `Half of your sales come at the ${ordinal(touch, 'en')} contact or later.`
}

/** Said where too few people bought to tell when they do. */
export const fewSalesSentence = (sales: number, language: Language): string =>
  language === 'fr'
    ? `Trop tôt pour dire à quel contact : n = ${counted(sales, 'fr', 'vente', 'ventes')}. Il en faut ${fewestAtRisk}.`
    : `Too early to say at which contact: n = ${counted(sales, 'en', 'sale', 'sales')}. It takes ${fewestAtRisk}.`

/** What the method says, as a claim beside her own figure (claim 4). */
export const sevenSentence = (touch: number | null, language: Language): string => {
  if (touch === null) return language === 'fr' ? 'La méthode parle de 7 rencontres.' : 'The method speaks of 7 meetings.'
  return language === 'fr' ? `La méthode parle de 7 rencontres; vous en êtes à ${touch}.` : `The method speaks of 7 meetings; yours is ${touch}.`
}

/** Written beside the dashed line of the claim. */
export const methodSays = (touch: number, language: Language): string =>
  language === 'fr' ? `${touch} : ce que dit la méthode` : `${touch}: what the method says`
/** Under the axis of a curve: how many are still followed at each place. */
export const stillFollowed: Words = { fr: 'personnes encore suivies (n), à chaque repère', en: 'people still followed (n), at each mark' }
/** What the two axes of the curves count. */
export const curveUnits: Readonly<Record<'touches' | 'days', Words>> = { touches: { fr: 'contacts', en: 'contacts' }, days: { fr: 'jours', en: 'days' } }
/** Written over a curve: `28 % ont acheté (23 à 34)`. */
export const boughtLabel = (share: number, limits: Interval | null, language: Language): string => {
  const sold = formatPercent(share, language)
  const [from, to] = limits ? [formatNumber(limits.lower * 100, language), formatNumber(limits.upper * 100, language)] : ['', '']
  if (language === 'fr') return `${sold} ont acheté${limits ? ` (${from} à ${to})` : ''}`
  return `${sold} have bought${limits ? ` (${from} to ${to})` : ''}`
}
/** How many end up buying, once the curve is flat for long enough; silent before. */
export const plateauSentence = ({ plateau }: Pick<DaysToSale, 'plateau'>, language: Language): string => {
  if (plateau.isTooEarly) return language === 'fr' ? 'Trop tôt pour dire combien finissent par acheter.' : 'Too early to say how many end up buying.'
  const between = plateau.limits ? ` (${betweenShares(plateau.limits, language)})` : ''
  return language === 'fr'
    ? `À la longue, ${formatPercent(plateau.share, 'fr')} achètent${between}.`
    : `In the long run, ${formatPercent(plateau.share, 'en')} buy${between}.`
}
/** Sales that no noted contact came before: said, and in no curve. */
export const withoutTouchSentence = (sales: number, language: Language): string =>
  language === 'fr'
    ? `${counted(sales, 'fr', 'première vente', 'premières ventes')} sans contact noté avant, hors de la courbe.`
    : `${counted(sales, 'en', 'first sale', 'first sales')} with no contact noted before, outside of the curve.`
/** Under what participation says, always. */
export const tookPart: Words = { fr: 'Qui a participé, pas qui a causé.', en: 'What took part, not what caused.' }
const noSource: Words = { fr: 'Non précisée', en: 'Not told' }
/** The source of people as their card says it; a word for those whose card names none. */
export const sourceName = (source: string, language: Language): string => (source === '' ? noSource[language] : sourceWords(source, language))

/** `90 jours après le premier contact, 28 % ont acheté (entre 23 % et 34 %).` */
export const soldAfterSentence = ({ curve }: Pick<DaysToSale, 'curve'>, days: number, language: Language): string => {
  const { share, limits } = soldBy(curve, days)
  const between = limits ? ` (${betweenShares(limits, language)})` : ''
  const sold = formatPercent(share, language)
  return language === 'fr'
    ? `${counted(days, 'fr', 'jour', 'jours')} après le premier contact, ${sold} ont acheté${between}.`
    : `${counted(days, 'en', 'day', 'days')} after the first contact, ${sold} have bought${between}.`
}

/** Who is behind a curve: `n = 412 personnes, 96 ventes.` */
export const followedSentence = (
  { people, sold, lost }: { readonly people: number; readonly sold: number; readonly lost: number },
  language: Language,
): string =>
  language === 'fr'
    ? `n = ${counted(people, 'fr', 'personne', 'personnes')}, ${counted(sold, 'fr', 'vente', 'ventes')}${lost > 0 ? `; ${counted(lost, 'fr', 'laissée aller, gardée', 'laissées aller, gardées')} dans le compte` : ''}. ${paleArea.fr}`
    : `n = ${counted(people, 'en', 'person', 'people')}, ${counted(sold, 'en', 'sale', 'sales')}${lost > 0 ? `; ${formatNumber(lost, 'en')} let go, kept in the count` : ''}. ${paleArea.en}`

/** What may be said of two rates; too few and unclear read the same (algorithms B6). */
export const differenceSentence = (
  { first, second, verdict, difference, limits }: Difference,
  nameOf: (name: string) => string,
  language: Language,
): string => {
  if (verdict === 'too-few' || verdict === 'no-clear-difference' || difference === null || limits === null)
    return language === 'fr' ? 'Pas encore de différence claire.' : 'No clear difference yet.'
  const [more, less] = verdict === 'first-higher' ? [first, second] : [second, first]
  const points = ({ lower, upper }: Interval): readonly string[] =>
    [Math.min(Math.abs(lower), Math.abs(upper)), Math.max(Math.abs(lower), Math.abs(upper))].map((share) => formatNumber(share * 100, language))
  const [from = '', to = ''] = points(limits)
  return language === 'fr'
    ? `${nameOf(more)} : plus souvent que ${nameOf(less).toLocaleLowerCase('fr-CA')}, de ${from} à ${to} sur 100.`
    : `${nameOf(more)}: more often than ${nameOf(less).toLocaleLowerCase('en-CA')}, by ${from} to ${to} in 100.`
}

/** The clear differences among many, or that there is none. */
export const comparisonSentences = ({ differences }: Comparison, nameOf: (name: string) => string, language: Language): readonly string[] => {
  const clear = differences.filter(({ verdict }) => verdict === 'first-higher' || verdict === 'second-higher')
  if (clear.length > 0) return clear.map((difference) => differenceSentence(difference, nameOf, language))
  return [language === 'fr' ? 'Pas encore de différence claire.' : 'No clear difference yet.']
}

const rounded = (cents: number): number => Math.round(cents / 100) * 100

/** What a « non » stands beside, a sentence for each currency: `11 $ par « non » (entre 8 $ et 15 $).`; or how many are missing. */
export const noSentences = ({ noes, worth }: NoesTold, language: Language): readonly string[] => {
  const told = worth.flatMap(({ currency, perNo: { value, limits } }) => {
    if (value === null) return []
    const money = (cents: number): string => formatMoney(rounded(cents), currency, language)
    const fr = limits === null ? '' : ` (entre ${money(limits.lower)} et ${money(limits.upper)})`
    const en = limits === null ? '' : ` (between ${money(limits.lower)} and ${money(limits.upper)})`
    return [language === 'fr' ? `${money(value)} par « non »${fr}.` : `${money(value)} for each “no”${en}.`]
  })
  const most = Math.max(0, ...worth.map(({ perNo }) => perNo.sales))
  return told.length > 0 ? told : [tooEarlySentence(Math.min(noes, most), language)]
}

/** A « non » counts as work done (claim 7). Where money came in several currencies, the sales behind each are told apart. */
export const noesCountSentence = ({ noes, sales, worth }: Pick<NoesTold, 'noes' | 'sales' | 'worth'>, language: Language): string => {
  const within = language === 'fr' ? 'en' : 'in'
  const apart = worth.map(({ currency, perNo }) => `${formatNumber(perNo.sales, language)} ${within} ${currency}`).join(', ')
  const each = worth.length > 1 ? ` (${apart})` : ''
  return language === 'fr'
    ? `n = ${counted(noes, 'fr', '« non »', '« non »')} et ${counted(sales, 'fr', 'vente', 'ventes')}${each}. Un « non » est du travail fait; il ne cause pas la vente.`
    : `n = ${formatNumber(noes, 'en')} “no” and ${counted(sales, 'en', 'sale', 'sales')}${each}. A “no” is work done; it does not cause the sale.`
}

/** The hour that is clearly better than the others together, or that none is. */
export const answeredHoursSentence = ({ best, hours, calls }: AnsweredHours, language: Language): string => {
  if (hours.length === 0) return tooEarlySentence(calls, language, 5)
  if (best === null) return language === 'fr' ? 'Aucune heure ne se démarque clairement.' : 'No hour clearly stands out.'
  const hour = formatTime(`${String(best.hour).padStart(2, '0')}:00`, language)
  return language === 'fr' ? `On vous répond plus souvent vers ${hour}.` : `People answer you more often around ${hour}`.replace(/\.?$/, '.')
}

/** A link between how she felt and what she did; « les jours où… », never « parce que » (algorithms B8). */
export const linkSentence = ({ name, verdict, n }: CheckInLink, language: Language): string => {
  const energy = name === 'energy-and-activities'
  if (verdict === 'too-few-days')
    return language === 'fr'
      ? `${energy ? 'Énergie et activités du jour' : 'Activités de la veille et confiance'} : trop tôt, n = ${n}. Il faut ${linkMinimum.days} jours.`
      : `${energy ? 'Energy and activities of the day' : 'Yesterday’s activities and confidence'}: too early, n = ${n}. It takes ${linkMinimum.days} days.`
  if (verdict === 'no-visible-link')
    return language === 'fr'
      ? `${energy ? 'Énergie et activités du jour' : 'Activités de la veille et confiance'} : pas de lien visible (n = ${n}).`
      : `${energy ? 'Energy and activities of the day' : 'Yesterday’s activities and confidence'}: no visible link (n = ${n}).`
  const more = verdict === 'link-more'
  if (language === 'fr')
    return energy
      ? `Les jours où votre énergie est plus haute, vous faites ${more ? 'plus' : 'moins'} d’activités (n = ${n}).`
      : `Les lendemains de jours plus remplis, votre confiance est plus ${more ? 'haute' : 'basse'} (n = ${n}).`
  return energy
    ? `On days when your energy is higher, you do ${more ? 'more' : 'fewer'} activities (n = ${n}).`
    : `On days after fuller days, your confidence is ${more ? 'higher' : 'lower'} (n = ${n}).`
}

/** One small thing to try this week, drawn from her own figures. */
export const tries = ['follow-ups', 'hour', 'phone', 'email', 'past-clients'] as const
/** One of the things to try. */
export type Try = (typeof tries)[number]

/** What to try, and the fact behind it. */
export const trySentence = (name: Try, { best, n }: { readonly best: number | null; readonly n: number }, language: Language): string => {
  const isFrench = language === 'fr'
  switch (name) {
    case 'follow-ups':
      return isFrench
        ? `Commencer une journée par trois suivis qui attendent. Il y en a ${formatNumber(n, 'fr')}.`
        : `Begin a day with three follow-ups that wait. There are ${formatNumber(n, 'en')}.`
    case 'hour': {
      const hour = formatTime(`${String(best ?? 10).padStart(2, '0')}:00`, language)
      return isFrench
        ? `Garder quelques appels pour ${hour} : c’est l’heure où l’on vous répond le plus (n = ${formatNumber(n, 'fr')}).`
        : `Keep a few calls for ${hour}: that is when people answer you most (n = ${formatNumber(n, 'en')}).`
    }
    case 'phone':
      return isFrench
        ? `Remplacer un courriel par un appel : on vous y répond plus souvent (n = ${formatNumber(n, 'fr')}).`
        : `Make one e-mail a call: people answer those more often (n = ${formatNumber(n, 'en')}).`
    case 'email':
      return isFrench
        ? `Remplacer un appel par un courriel personnel : on vous y répond plus souvent (n = ${formatNumber(n, 'fr')}).`
        : `Make one call a personal e-mail: people answer those more often (n = ${formatNumber(n, 'en')}).`
    case 'past-clients':
      return isFrench ? 'Prendre des nouvelles de cinq anciens clients, sans rien proposer.' : 'Ask five past clients how they are, with nothing to offer.'
  }
}

/** A plan beside what happened; information, never a reproach (claim 1). */
export const plannedSentence = (
  { planned, done, days }: { readonly planned: number; readonly done: number; readonly days: number },
  language: Language,
): string =>
  language === 'fr'
    ? `${counted(done, 'fr', 'contact fait', 'contacts faits')} pour ${formatNumber(Math.round(planned), 'fr')} prévus, en ${counted(days, 'fr', 'jour', 'jours')} de travail.`
    : `${counted(done, 'en', 'contact', 'contacts')} made for ${formatNumber(Math.round(planned), 'en')} planned, in ${counted(days, 'en', 'working day', 'working days')}.`

/** The sales that came beside those that the contacts made were expected to bring. */
export const salesBesideSentence = (
  {
    sales,
    band,
    standing,
  }: {
    readonly sales: number
    readonly band: { readonly lower: number; readonly upper: number }
    readonly standing: 'too-early' | 'below' | 'within' | 'above'
  },
  language: Language,
): string => {
  if (standing === 'too-early')
    return language === 'fr' ? 'Trop tôt pour comparer les ventes : il faut cinq jours de travail.' : 'Too early to compare sales: it takes five working days.'
  const [low, high] = [formatNumber(band.lower, language), formatNumber(band.upper, language)]
  return language === 'fr'
    ? `${counted(sales, 'fr', 'vente', 'ventes')}; avec ces contacts, le plan en attendait de ${low} à ${high}, quatre fois sur cinq.`
    : `${counted(sales, 'en', 'sale', 'sales')}; with these contacts, the plan expected ${low} to ${high}, four times in five.`
}
