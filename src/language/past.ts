import type { FileRefusalReason } from '#method/contact/import-limits.ts'
import type { DateOrder } from '#method/contact/written-date.ts'
import type { PastField } from '#method/past/past-columns.ts'
import type { PastRefusal } from '#method/past/past-row.ts'
import { formatNumber } from './format.ts'
import { fileRefusals } from './import.ts'
import { nb, type Language, type Words } from './language.ts'

/** Why one row of a file of past activities is left out. */
export const pastRefusals: Readonly<Record<PastRefusal, Words>> = {
  'no-date': { fr: 'Cette ligne n’a pas de date.', en: 'This row has no date.' },
  'not-a-date': { fr: 'Cette date ne se lit pas ou n’existe pas.', en: 'This date does not read, or does not exist.' },
  'not-a-time': { fr: 'Cette heure ne se lit pas.', en: 'This time does not read.' },
  'in-the-future': { fr: 'Cette date n’est pas encore passée.', en: 'This date has not come yet.' },
  'no-kind': { fr: 'Rien ne dit ce qui a été fait, et il n’y a pas de montant.', en: 'Nothing says what was done, and there is no amount.' },
  'no-amount': { fr: 'Cette vente n’a pas de montant.', en: 'This sale has no amount.' },
  'sale-not-made': { fr: 'Cette vente ne s’est pas faite, ou pas encore.', en: 'This sale did not happen, or not yet.' },
  'not-an-amount': { fr: 'Ce montant ne se lit pas.', en: 'This amount does not read.' },
  'no-sale-to-refund': {
    fr: `Ce remboursement ne trouve pas sa vente${nb}: celles d’avant, à la même personne, n’y suffisent pas.`,
    en: 'This refund finds no sale to take back: the earlier ones to the same person are not enough.',
  },
  'amount-too-large': { fr: 'Ce montant est trop grand pour une vente.', en: 'This amount is too large for a sale.' },
  'not-a-currency': { fr: 'Cette devise ne se lit pas; écrivez CAD, USD ou EUR.', en: 'This currency does not read; write CAD, USD or EUR.' },
  'too-many-kinds': {
    fr: 'Trop de genres d’activité différents; cette colonne n’en contient sans doute pas.',
    en: 'Too many different kinds of activity; this column probably holds none.',
  },
  'too-many-cells': {
    fr: 'Cette ligne a plus de cases que de titres; une virgule n’est sans doute pas à sa place.',
    en: 'This row has more cells than headings; a comma is probably out of place.',
  },
  erased: { fr: 'Cette personne a demandé l’effacement; rien n’est écrit à son sujet.', en: 'This person asked to be erased; nothing is written about her.' },
}

/** What a column of a file of past activities can be. */
export const pastFieldNames: Readonly<Record<PastField, Words>> = {
  name: { fr: 'Personne', en: 'Person' },
  givenName: { fr: 'Prénom', en: 'First name' },
  familyName: { fr: 'Nom de famille', en: 'Last name' },
  organisation: { fr: 'Organisation', en: 'Organisation' },
  email: { fr: 'Courriel', en: 'E-mail' },
  phone: { fr: 'Téléphone', en: 'Phone' },
  city: { fr: 'Ville', en: 'City' },
  externalId: { fr: 'Numéro de la personne', en: 'Number of the person' },
  source: { fr: 'Source de la personne', en: 'Source of the person' },
  date: { fr: 'Date (et heure)', en: 'Date (and time)' },
  time: { fr: 'Heure', en: 'Time' },
  kind: { fr: 'Genre d’activité', en: 'Kind of activity' },
  direction: { fr: 'Sens (reçu ou fait)', en: 'Direction (in or out)' },
  outcome: { fr: 'Résultat', en: 'Outcome' },
  minutes: { fr: 'Durée en minutes', en: 'Minutes' },
  seconds: { fr: 'Durée en secondes', en: 'Seconds' },
  amount: { fr: 'Montant d’une vente', en: 'Amount of a sale' },
  currency: { fr: 'Devise', en: 'Currency' },
  title: { fr: 'Sujet', en: 'Subject' },
  note: { fr: 'Note', en: 'Note' },
  ignore: { fr: 'Ne pas importer', en: 'Do not import' },
}

/** Said of a file that proves both orders of dates: what is sure, what is not, and how that was read. */
export const ordersUnsure = (orders: Readonly<Record<DateOrder | 'either', number>>, readBy: DateOrder, language: Language): string => {
  const [days, months, either] = [orders['day-first'], orders['month-first'], orders.either].map((count) => formatNumber(count, language))
  const one = orders.either === 1
  return language === 'fr'
    ? `Ce fichier écrit ses dates de deux façons${nb}: ${days} avec le jour d’abord, ${months} avec le mois d’abord. ${either} ${one ? 'date pourrait' : 'dates pourraient'} être l’une ou l’autre${nb}: ${one ? 'elle est lue' : 'elles sont lues'} ${readBy === 'day-first' ? 'le jour d’abord' : 'le mois d’abord'}.`
    : `This file writes its dates in two ways: ${days} with the day first, ${months} with the month first. ${either} ${one ? 'date' : 'dates'} could be either: read with the ${readBy === 'day-first' ? 'day' : 'month'} first.`
}

/** Why a whole file of past activities is refused, where it differs from a file of people. */
export const pastFileRefusals: Readonly<Record<FileRefusalReason | 'too-long' | 'not-read', Words>> = {
  ...fileRefusals,
  empty: { fr: 'Ce fichier est vide. Exportez de nouveau vos activités, puis réessayez.', en: 'This file is empty. Export your activities again, then retry.' },
  binary: { fr: 'Ce fichier n’est pas du texte. Choisissez un fichier CSV.', en: 'This file is not text. Choose a CSV file.' },
  'no-address-book': { fr: 'Ce fichier n’est pas un tableau. Choisissez un fichier CSV.', en: 'This file is not a table. Choose a CSV file.' },
  'too-large': { fr: `Ce fichier dépasse 2${nb}Go. Séparez-le en plusieurs fichiers.`, en: `This file is larger than 2${nb}GB. Split it into several files.` },
  'too-many-rows': {
    fr: `Ce fichier a plus de 2${nb}000${nb}000 de lignes. Séparez-le en plusieurs fichiers.`,
    en: 'This file has more than 2,000,000 rows. Split it into several files.',
  },
  'too-many-columns': {
    fr: 'Ce fichier a plus de 200 colonnes. Gardez seulement celles de vos activités.',
    en: 'This file has more than 200 columns. Keep only those of your activities.',
  },
  'cell-too-long': { fr: 'Une case est trop longue. Raccourcissez-la, puis réessayez.', en: 'One cell is too long. Shorten it, then retry.' },
  'record-too-long': { fr: 'Une ligne est trop longue. Raccourcissez-la, puis réessayez.', en: 'One row is too long. Shorten it, then retry.' },
  'no-heading': {
    fr: 'Aucune colonne ne ressemble à une date. Dites laquelle en est une, ou ajoutez une ligne de titres.',
    en: 'No column looks like a date. Say which one is, or add a row of headings.',
  },
}

/** The sentence of a refused file, with its line when known. */
export const pastFileRefusalSentence = (
  { reason, at }: { readonly reason: keyof typeof pastFileRefusals; readonly at?: number | undefined },
  language: Language,
): string => (at === undefined ? '' : language === 'fr' ? `Ligne ${at}${nb}: ` : `Line ${at}: `) + pastFileRefusals[reason][language]
