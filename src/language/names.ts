import type { NotNowReason, Outcome } from '#method/activity/activity.ts'
import type { BuiltInKind } from '#method/activity/kind.ts'
import type { HolidayName } from '#method/calendar/holidays.ts'
import type { LetGoReason, Relationship } from '#method/contact/contact.ts'
import type { Words } from './language.ts'

/** The built-in kinds as nouns. */
export const kindNames: Readonly<Record<BuiltInKind, Words>> = {
  phone: { fr: 'Appel', en: 'Call' },
  email: { fr: 'Courriel', en: 'E-mail' },
  text: { fr: 'Texto', en: 'Text' },
  meeting: { fr: 'Rendez-vous', en: 'Meeting' },
  'in-person': { fr: 'En personne', en: 'In person' },
  video: { fr: 'Vidéo', en: 'Video' },
  networking: { fr: 'Réseautage', en: 'Networking' },
  post: { fr: 'Publication', en: 'Post' },
}

/** What to do next with someone, as an order. */
export const kindOrders: Readonly<Record<BuiltInKind, Words>> = {
  phone: { fr: 'Rappeler', en: 'Call back' },
  email: { fr: 'Écrire un courriel', en: 'E-mail' },
  text: { fr: 'Texter', en: 'Text' },
  meeting: { fr: 'Prendre rendez-vous', en: 'Book a meeting' },
  'in-person': { fr: 'Rencontrer', en: 'Meet' },
  video: { fr: 'Se voir en vidéo', en: 'Meet by video' },
  networking: { fr: 'Se revoir', en: 'Meet again' },
  post: { fr: 'Publier', en: 'Post' },
}

/** What was promised to someone, with its article. */
export const promises: Readonly<Record<BuiltInKind, Words>> = {
  phone: { fr: 'un appel', en: 'a call' },
  email: { fr: 'un courriel', en: 'an e-mail' },
  text: { fr: 'un texto', en: 'a text' },
  meeting: { fr: 'un rendez-vous', en: 'a meeting' },
  'in-person': { fr: 'une rencontre', en: 'to meet' },
  video: { fr: 'un appel vidéo', en: 'a video call' },
  networking: { fr: 'des nouvelles', en: 'news' },
  post: { fr: 'des nouvelles', en: 'news' },
}

/** The outcomes; participles agree with « la personne » (Jointe), whoever it is. */
export const outcomeNames: Readonly<Record<Outcome, Words>> = {
  reached: { fr: 'Jointe', en: 'Reached' },
  'message-left': { fr: 'Message laissé', en: 'Message left' },
  'no-answer': { fr: 'Pas de réponse', en: 'No answer' },
  sent: { fr: 'Envoyé', en: 'Sent' },
  replied: { fr: 'A répondu', en: 'Replied' },
  'meeting-booked': { fr: 'Rendez-vous', en: 'Meeting booked' },
  'not-now': { fr: 'Pas maintenant', en: 'Not now' },
  no: { fr: 'Non', en: 'No' },
  yes: { fr: 'Oui', en: 'Yes' },
  done: { fr: 'Fait', en: 'Done' },
}

/** The outcomes that a kind says otherwise. */
export const outcomeNamesOfKind: Partial<Readonly<Record<BuiltInKind, Partial<Readonly<Record<Outcome, Words>>>>>> = {
  'in-person': { reached: { fr: 'Rencontre faite', en: 'Met' }, 'no-answer': { fr: 'Absente', en: 'Not there' } },
  video: { reached: { fr: 'Rencontre faite', en: 'Met' }, 'no-answer': { fr: 'Absente', en: 'Not there' } },
  networking: { reached: { fr: 'Rencontre faite', en: 'Met' }, done: { fr: 'Participation', en: 'Attended' } },
  email: { reached: { fr: 'Échange', en: 'Exchanged' } },
  text: { reached: { fr: 'Échange', en: 'Exchanged' } },
  post: { done: { fr: 'Publié', en: 'Posted' } },
}

/** What someone is to the person who sells; collective nouns, which suit everyone. */
export const relationshipNames: Readonly<Record<Relationship, Words>> = {
  potential: { fr: 'Clientèle potentielle', en: 'Potential client' },
  client: { fr: 'Clientèle', en: 'Client' },
  'past-client': { fr: 'Ancienne clientèle', en: 'Past client' },
  partner: { fr: 'Partenaire', en: 'Partner' },
  other: { fr: 'Autre', en: 'Other' },
}

/** Why "not now" (claim 6). */
export const notNowNames: Readonly<Record<NotNowReason, Words>> = {
  budget: { fr: 'Budget', en: 'Budget' },
  timing: { fr: 'Pas le bon moment', en: 'Not the right time' },
  authority: { fr: 'La décision revient à quelqu’un d’autre', en: 'Someone else decides' },
  'has-another': { fr: 'A déjà quelqu’un', en: 'Already has someone' },
  other: { fr: 'Autre raison', en: 'Another reason' },
}

/** Why someone was let go. */
export const letGoNames: Readonly<Record<LetGoReason, Words>> = {
  'said-no': { fr: 'A dit non', en: 'Said no' },
  'no-answer': { fr: 'Ne répond pas', en: 'Does not answer' },
  'not-a-fit': { fr: 'Ne convient pas', en: 'Not a fit' },
  'moved-on': { fr: 'Est passée à autre chose', en: 'Moved on' },
  other: { fr: 'Autre raison', en: 'Another reason' },
}

/** The statutory holidays of Quebec. */
export const holidayNames: Readonly<Record<HolidayName, Words>> = {
  'new-year': { fr: 'Jour de l’An', en: 'New Year’s Day' },
  'good-friday': { fr: 'Vendredi saint', en: 'Good Friday' },
  'easter-monday': { fr: 'Lundi de Pâques', en: 'Easter Monday' },
  patriots: { fr: 'Journée nationale des patriotes', en: 'National Patriots’ Day' },
  national: { fr: 'Fête nationale du Québec', en: 'Quebec’s National Holiday' },
  canada: { fr: 'Fête du Canada', en: 'Canada Day' },
  labour: { fr: 'Fête du Travail', en: 'Labour Day' },
  thanksgiving: { fr: 'Action de grâces', en: 'Thanksgiving' },
  christmas: { fr: 'Noël', en: 'Christmas Day' },
}

/** How the first owner is named until she says her name. */
export const unnamedOwner = 'Moi'
