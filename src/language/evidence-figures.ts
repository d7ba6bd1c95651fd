import type { Words } from './language.ts'

/** The figures of the Bilan. */
export const figureNames = [
  'regularity',
  'days',
  'calendar',
  'kinds',
  'conversations',
  'follow-ups',
  'people',
  'touches',
  'time',
  'buyers-by-kind',
  'buyers-by-source',
  'participation',
  'phone-email',
  'noes',
  'hours',
  'check-ins',
  'plan',
  'harvest',
] as const
/** One of the figures of the Bilan. */
export type FigureName = (typeof figureNames)[number]

/** The question each figure answers. */
export const figureTitles: Readonly<Record<FigureName, Words>> = {
  regularity: { fr: 'Votre régularité', en: 'Your consistency' },
  days: { fr: 'Combien de jours gagnés?', en: 'How many days won?' },
  calendar: { fr: 'Votre chemin', en: 'Your path' },
  kinds: { fr: 'Par quelles activités?', en: 'By which activities?' },
  conversations: { fr: 'Combien de conversations?', en: 'How many conversations?' },
  'follow-ups': { fr: 'Les suivis, à temps?', en: 'Follow-ups on time?' },
  people: { fr: 'Avec combien de personnes?', en: 'With how many people?' },
  touches: { fr: 'Combien de contacts avant une vente?', en: 'How many contacts before a sale?' },
  time: { fr: 'Combien de jours avant une vente?', en: 'How many days before a sale?' },
  'buyers-by-kind': { fr: 'Qui achète, selon l’activité?', en: 'Who buys, by activity?' },
  'buyers-by-source': { fr: 'Qui achète, selon la rencontre?', en: 'Who buys, by where you met?' },
  participation: { fr: 'Qu’est-ce qui a participé aux ventes?', en: 'What took part in the sales?' },
  'phone-email': { fr: 'Téléphone ou courriel?', en: 'Phone or e-mail?' },
  noes: { fr: 'Ce que vaut un « non »', en: 'What a “no” is worth' },
  hours: { fr: 'À quelle heure vous répond-on?', en: 'At what time do people answer?' },
  'check-ins': { fr: 'Comment vous alliez', en: 'How you felt' },
  plan: { fr: 'Votre plan', en: 'Your plan' },
  harvest: { fr: 'La récolte', en: 'The harvest' },
}

/** The formula of each figure in words, behind « Comment c’est calculé » (docs/bilan.md). */
export const figureFormulas: Readonly<Record<FigureName, Words>> = {
  regularity: {
    fr: 'Les 20 derniers jours de travail qui avaient un objectif quotidien. La série compte les jours gagnés de suite : un congé est neutre, et chaque semaine pardonne un jour manqué (deux si vous travaillez sept jours). Un jour gardé par la réserve ne l’allonge pas. Une activité notée en retard refait tout le calcul.',
    en: 'The last 20 working days that had a daily goal. The streak counts days won one after the other: a day off is neutral, and each week forgives one missed day (two if you work all seven). A day kept by the reserve does not lengthen it. An activity noted late does the whole count again.',
  },
  days: {
    fr: 'Jours de travail de votre calendrier qui avaient un objectif quotidien. Un jour est gagné quand l’objectif de ce jour-là est atteint. Les congés ne comptent pas; aujourd’hui compte une fois gagné.',
    en: 'Working days of your calendar that had a daily goal. A day is won when the goal of that day is reached. Days off do not count; today counts once it is won.',
  },
  calendar: {
    fr: 'Chaque jour, ce qui a été fait sur ce qui était visé ce jour-là. Un congé est hachuré et n’enlève rien.',
    en: 'Each day, what was done out of what was aimed at that day. A day off is hatched and takes nothing away.',
  },
  kinds: {
    fr: 'Toutes les activités notées de la période, une par une, sans celles que vous avez annulées.',
    en: 'Every activity noted in the period, one by one, without those you undid.',
  },
  conversations: {
    fr: 'Conversations divisées par tentatives : ce que vous avez fait et qui attendait une réponse; une réponse notée à part compte pour le dernier message envoyé. L’écart est celui de Wilson, à 95 % : il dit où se trouve sans doute votre vrai taux.',
    en: 'Conversations divided by attempts: what you did that awaited an answer; an answer noted apart counts for the last message sent. The range is Wilson’s, at 95%: it says where your true rate most likely is.',
  },
  'follow-ups': {
    fr: 'Suivis prévus dans la période, sans les premiers contacts. À temps : une activité avec la personne ce jour-là ou avant. Un suivi d’aujourd’hui pas encore fait ne compte pas.',
    en: 'Follow-ups due in the period, first contacts left out. On time: an activity with the person on that day or before. One due today and not done yet does not count.',
  },
  people: {
    fr: 'Personnes différentes que vous avez contactées, et personnes différentes avec qui il y a eu une conversation, peu importe qui l’a commencée.',
    en: 'Different people you contacted, and different people with whom there was a conversation, whoever began it.',
  },
  touches: {
    fr: 'Parmi les personnes contactées pour la première fois dans la période, la part qui avait acheté après chaque contact. Celles qui n’ont pas encore acheté restent dans le compte aussi longtemps qu’on les a suivies (Kaplan–Meier, limites log-log à 95 %). La courbe s’arrête là où moins de 10 personnes sont encore suivies.',
    en: 'Of the people first contacted in the period, the share who had bought after each contact. Those who have not bought yet stay in the count for as long as they were followed (Kaplan–Meier, log-log limits at 95%). The curve stops where fewer than 10 people are still followed.',
  },
  time: {
    fr: 'La même part, selon les jours écoulés depuis le premier contact. Une personne laissée aller est suivie jusqu’à la fin comme les autres. La courbe s’arrête là où moins de 10 personnes sont encore suivies.',
    en: 'The same share, by the days gone since the first contact. Someone let go is followed to the end like the others. The curve stops where fewer than 10 people are still followed.',
  },
  'buyers-by-kind': {
    fr: 'Parmi les personnes contactées au moins une fois par cette activité avant leur première vente, celles qui ont acheté. Deux activités ne se comparent qu’à partir de 20 personnes chacune (limites de Newcombe; à 99 % au-delà de quatre comparées).',
    en: 'Of the people contacted at least once by this activity before their first sale, those who bought. Two activities are compared only from 20 people each (Newcombe’s limits; at 99% beyond four compared).',
  },
  'buyers-by-source': {
    fr: 'Parmi les personnes d’une même provenance, celles qui ont acheté. Les mots sont ceux que vous avez écrits dans leur fiche.',
    en: 'Of the people met the same way, those who bought. The words are those you wrote on their card.',
  },
  participation: {
    fr: 'Chaque vente est partagée entre les activités avec la personne dans les 365 jours d’avant, même s’il y a eu une autre vente entre-temps. Part égale par contact (linéaire), ou part égale par genre d’activité présent (Shapley). Le total égale vos ventes, au cent près. À partir de 10 ventes.',
    en: 'Each sale is shared among the activities with the person in the 365 days before it, even when another sale came between. Equal parts for each contact (linear), or for each kind of activity present (Shapley). The total equals your sales to the cent. From 10 sales on.',
  },
  'phone-email': {
    fr: 'La part des tentatives par téléphone qui deviennent une conversation, et la même part par courriel. L’écart vient des limites de Newcombe à 95 % (99 % quand plus de quatre activités se comparent), à partir de 20 tentatives de chaque côté. Les deux autres vues : parmi les personnes ainsi contactées avant leur première vente, celles qui ont acheté; parmi ces contacts, ceux qu’une vente a suivis avant tout autre contact.',
    en: 'The share of phone attempts that become a conversation, and the same share by e-mail. The difference has Newcombe’s limits at 95% (99% when more than four activities are compared), from 20 attempts on each side. The two other views: of the people so contacted before their first sale, those who bought; of these contacts, those that a sale followed before any other contact.',
  },
  noes: {
    fr: 'Le montant des ventes de la période divisé par le nombre de « non », à partir de 10 ventes et de 10 « non ». Les limites tiennent compte des deux nombres et de l’écart entre les montants.',
    en: 'The sales of the period divided by the number of “no”, from 10 sales and 10 “no” on. The limits take in both counts and the spread of the amounts.',
  },
  hours: {
    fr: 'Vos appels dont l’heure et le résultat sont connus, selon l’heure du lieu où vous étiez, à partir de 5 appels par heure. Une heure ne se démarque que si elle dépasse clairement toutes les autres réunies.',
    en: 'Your calls of which the hour and the outcome are known, by the hour where you were, from 5 calls an hour. An hour stands out only when it is clearly above all the others together.',
  },
  'check-ins': {
    fr: 'Corrélation des rangs entre votre énergie ou votre confiance et vos activités, une fois l’habitude de chaque jour de la semaine retirée. Rien avant 30 jours, ni sous 0,3. Personne d’autre ne voit cela.',
    en: 'Rank correlation between your energy or confidence and your activities, once the habit of each weekday is taken off. Nothing before 30 days, nor under 0.3. Nobody else sees this.',
  },
  plan: {
    fr: 'Les contacts prévus par jour de travail, fois les jours de travail écoulés depuis que vous avez accepté le plan. Les ventes attendues viennent des contacts vraiment faits, au taux que le plan croyait ce jour-là; la fourchette contient quatre fois sur cinq le nombre de ventes. Rien ne s’y compare avant cinq jours.',
    en: 'The contacts planned for a working day, times the working days gone by since you accepted the plan. The sales expected come from the contacts really made, at the rate that the plan believed that day; the range holds the number of sales four times in five. Nothing is compared before five days.',
  },
  harvest: {
    fr: 'Les ventes notées dans la période, remboursements déduits. Une vente annulée n’y est pas. C’est ce qui est venu : jamais un objectif.',
    en: 'The sales noted in the period, refunds taken off. A sale that was undone is not there. It is what came: never a goal.',
  },
}
