import { isDay } from '#method/calendar/day.ts'
import type { DraftWarning } from '#method/contact/assemble.ts'
import type { ColumnField } from '#method/contact/headings.ts'
import type { FileRefusal, FileRefusalReason } from '#method/contact/import-limits.ts'
import type { Doubt } from '#method/contact/match.ts'
import type { RowRefusal } from '#method/contact/vcard.ts'
import { formatDay } from './format.ts'
import { nb, type Language, type Words } from './language.ts'

/** Why a whole file is refused, and what to do about it. */
export const fileRefusals: Readonly<Record<FileRefusalReason | 'too-long' | 'not-read', Words>> = {
  empty: { fr: 'Ce fichier est vide. Exportez de nouveau vos contacts, puis réessayez.', en: 'This file is empty. Export your contacts again, then retry.' },
  binary: { fr: 'Ce fichier n’est pas du texte. Choisissez un fichier CSV ou vCard.', en: 'This file is not text. Choose a CSV or vCard file.' },
  spreadsheet: {
    fr: `C’est un classeur de tableur. Ouvrez-le, puis enregistrez-le au format «${nb}CSV UTF-8${nb}».`,
    en: 'This is a spreadsheet workbook. Open it, then save it as “CSV UTF-8”.',
  },
  'no-address-book': {
    fr: 'Ce fichier n’est pas un carnet d’adresses, mais un calendrier, une page web, un PDF ou du JSON. Choisissez un fichier CSV ou vCard.',
    en: 'This file is not an address book, but a calendar, a web page, a PDF or JSON. Choose a CSV or vCard file.',
  },
  'too-large': {
    fr: `Ce fichier dépasse 50${nb}Mo. Séparez-le en plusieurs fichiers.`,
    en: `This file is larger than 50${nb}MB. Split it into several files.`,
  },
  'too-many-rows': {
    fr: `Ce fichier a plus de 200${nb}000 lignes. Séparez-le en plusieurs fichiers.`,
    en: 'This file has more than 200,000 rows. Split it into several files.',
  },
  'too-many-columns': {
    fr: 'Ce fichier a plus de 200 colonnes. Gardez seulement celles de vos contacts.',
    en: 'This file has more than 200 columns. Keep only those of your contacts.',
  },
  'cell-too-long': {
    fr: 'Une case est trop longue pour une fiche. Raccourcissez-la, puis réessayez.',
    en: 'One cell is too long for a person. Shorten it, then retry.',
  },
  'record-too-long': {
    fr: 'Une ligne est trop longue pour une fiche. Raccourcissez-la, puis réessayez.',
    en: 'One row is too long for a person. Shorten it, then retry.',
  },
  'unclosed-quote': {
    fr: 'Un guillemet est ouvert et jamais refermé. Corrigez cette ligne, puis réessayez.',
    en: 'A quotation mark is opened and never closed. Correct that row, then retry.',
  },
  'no-heading': {
    fr: 'Aucune colonne ne ressemble à un nom, un courriel ou un téléphone. Ajoutez une ligne de titres.',
    en: 'No column looks like a name, an e-mail or a phone. Add a row of headings.',
  },
  'no-card': { fr: 'Ce fichier ne contient aucune carte de contact.', en: 'This file holds no contact card.' },
  'too-long': {
    fr: 'La lecture de ce fichier a pris plus d’une minute et a été arrêtée. Séparez-le en plusieurs fichiers.',
    en: 'Reading this file took more than a minute and was stopped. Split it into several files.',
  },
  'not-read': {
    fr: 'Ce fichier n’a pas pu être lu sur cet appareil. Choisissez-le de nouveau.',
    en: 'This file could not be read on this device. Choose it again.',
  },
}

/** The sentence of a refused file, with its line when known. */
export const fileRefusalSentence = ({ reason, at }: Pick<FileRefusal, 'at'> & { readonly reason: keyof typeof fileRefusals }, language: Language): string =>
  at === undefined ? fileRefusals[reason][language] : `${language === 'fr' ? `Ligne ${at}${nb}:` : `Line ${at}:`} ${fileRefusals[reason][language]}`

/** Why one row is left out. */
export const rowRefusals: Readonly<Record<RowRefusal, Words>> = {
  'no-name': { fr: 'Rien ne permet de nommer cette personne.', en: 'Nothing gives this person a name.' },
  'too-many-cells': {
    fr: 'Cette ligne a plus de cases que de titres; une virgule n’est sans doute pas à sa place.',
    en: 'This row has more cells than headings; a comma is probably out of place.',
  },
}

/** What was read but kept in the notes only. */
export const draftWarnings: Readonly<Record<DraftWarning['reason'], Words>> = {
  'not-a-date': { fr: 'Cette date ne se lit pas; elle est gardée dans les notes.', en: 'This date does not read; it is kept in the notes.' },
  'ambiguous-date': { fr: 'Cette date pouvait se lire de deux façons; vérifiez-la.', en: 'This date could be read in two ways; please check it.' },
  'not-an-amount': { fr: 'Ce montant ne se lit pas; il est gardé dans les notes.', en: 'This amount does not read; it is kept in the notes.' },
  'not-an-email': { fr: 'Ceci n’est pas un courriel; c’est gardé dans les notes.', en: 'This is not an e-mail address; it is kept in the notes.' },
  'not-a-phone': { fr: 'Ceci ne ressemble pas à un téléphone; c’est gardé tel quel.', en: 'This does not look like a telephone number; it is kept as it is.' },
  'not-a-word-we-know': {
    fr: 'Ce mot n’est pas parmi les choix; il est gardé dans les notes.',
    en: 'This word is not among the choices; it is kept in the notes.',
  },
}

/** The sentence of a warning, after the text that it is about. */
export const draftWarningSentence = ({ reason, text }: DraftWarning, language: Language): string =>
  language === 'fr' ? `«${nb}${text}${nb}»${nb}: ${draftWarnings[reason].fr}` : `“${text}”: ${draftWarnings[reason].en}`

/** Why someone must decide whether two people are one. */
export const doubts: Readonly<Record<Doubt, Words>> = {
  'shared-email': { fr: 'Même courriel, autre nom.', en: 'Same e-mail, other name.' },
  'shared-phone': { fr: 'Même téléphone, autre nom.', en: 'Same phone, other name.' },
  'several-people': { fr: 'Plusieurs personnes lui ressemblent.', en: 'Several people look alike.' },
  'same-name-other-channels': { fr: 'Même nom et même ville, autres coordonnées.', en: 'Same name and city, other contact details.' },
  'same-name-no-city': { fr: 'Même nom, sans ville pour les distinguer.', en: 'Same name, with no city to tell them apart.' },
}

const alike: Readonly<Record<Doubt, Words>> = {
  'shared-email': { fr: 'Même courriel, autre nom', en: 'Same e-mail, other name' },
  'shared-phone': { fr: 'Même téléphone, autre nom', en: 'Same phone, other name' },
  'several-people': { fr: 'Lui ressemblent', en: 'Several people look alike' },
  'same-name-other-channels': { fr: 'Même nom et même ville, autres coordonnées', en: 'Same name and city, other contact details' },
  'same-name-no-city': { fr: 'Même nom, sans ville pour les distinguer', en: 'Same name, with no city to tell them apart' },
}
const mostNamed = 3

/** Why a row is to be decided, with whom it resembles: `Même téléphone, autre nom : Valérie Thériault · Granby.` */
export const doubtSentence = (why: Doubt, people: readonly string[], language: Language): string => {
  if (people.length === 0) return doubts[why][language]
  const more = people.length - mostNamed
  const others = more <= 0 ? '' : language === 'fr' ? ` (et ${more} de plus)` : ` (and ${more} more)`
  return `${alike[why][language]}${language === 'fr' ? nb : ''}: ${people.slice(0, mostNamed).join('; ')}${others}.`
}

/** What a column can be. */
export const columnNames: Readonly<Record<ColumnField, Words>> = {
  name: { fr: 'Nom complet', en: 'Full name' },
  givenName: { fr: 'Prénom', en: 'First name' },
  middleName: { fr: 'Deuxième prénom', en: 'Middle name' },
  familyName: { fr: 'Nom de famille', en: 'Last name' },
  namePrefix: { fr: 'Titre (M., Mme)', en: 'Prefix (Mr., Ms.)' },
  nameSuffix: { fr: 'Suffixe', en: 'Suffix' },
  organisation: { fr: 'Organisation', en: 'Organisation' },
  role: { fr: 'Fonction', en: 'Job title' },
  email: { fr: 'Courriel', en: 'E-mail' },
  emailLabel: { fr: 'Sorte de courriel', en: 'E-mail label' },
  phone: { fr: 'Téléphone', en: 'Phone' },
  phoneLabel: { fr: 'Sorte de téléphone', en: 'Phone label' },
  extension: { fr: 'Poste', en: 'Extension' },
  city: { fr: 'Ville', en: 'City' },
  address: { fr: 'Adresse complète', en: 'Full address' },
  street: { fr: 'Rue', en: 'Street' },
  region: { fr: 'Province', en: 'Province' },
  postalCode: { fr: 'Code postal', en: 'Postal code' },
  country: { fr: 'Pays', en: 'Country' },
  website: { fr: 'Site web', en: 'Website' },
  birthday: { fr: 'Anniversaire', en: 'Birthday' },
  tags: { fr: 'Étiquettes', en: 'Tags' },
  notes: { fr: 'Notes', en: 'Notes' },
  source: { fr: 'Source', en: 'Source' },
  relationship: { fr: 'Relation', en: 'Relationship' },
  language: { fr: 'Langue', en: 'Language' },
  lastContact: { fr: 'Dernier contact (notes)', en: 'Last contact (notes)' },
  value: { fr: 'Montant (notes)', en: 'Amount (notes)' },
  note: { fr: 'Ajouter aux notes', en: 'Add to the notes' },
  ignore: { fr: 'Ne pas importer', en: 'Do not import' },
}

/** The line of the notes that keeps a last contact told by a file; a day that is none stays as written. */
export const lastContactLine =
  (language: Language) =>
  (day: string): string =>
    `${language === 'fr' ? `Dernier contact${nb}: ` : 'Last contact: '}${isDay(day) ? formatDay(day, language, 'long') : day}`
