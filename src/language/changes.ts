import type { Change, ChangeType } from '#method/ledger/operation.ts'
import type { Language, Words } from './language.ts'

/** What was written, as a noun; one without its two names does not compile. */
const changes: Readonly<Record<ChangeType, Words>> = {
  'contact.add': { fr: 'Ajout d’une personne', en: 'New person' },
  'contact.edit': { fr: 'Changement à une fiche', en: 'Change to a person' },
  'contact.archive': { fr: 'Archivage', en: 'Archiving' },
  'contact.delete': { fr: 'Suppression', en: 'Deletion' },
  'contact.merge': { fr: 'Fusion', en: 'Merge' },
  'contact.unmerge': { fr: 'Annulation d’une fusion', en: 'Undone merge' },
  'contact.import': { fr: 'Importation', en: 'Import' },
  'import.undo': { fr: 'Annulation d’une importation', en: 'Undone import' },
  'activity.record': { fr: 'Activité', en: 'Activity' },
  'activity.correct': { fr: 'Correction d’une activité', en: 'Corrected activity' },
  'activity.void': { fr: 'Annulation d’une activité', en: 'Undone activity' },
  'step.set': { fr: 'Prochain suivi', en: 'Next step' },
  'step.let-go': { fr: 'Lâcher prise', en: 'Letting go' },
  'sale.record': { fr: 'Vente', en: 'Sale' },
  'sale.void': { fr: 'Annulation d’une vente', en: 'Undone sale' },
  'offer.put': { fr: 'Offre', en: 'Offer' },
  'kind.put': { fr: 'Genre d’activité', en: 'Kind of activity' },
  'goal.set': { fr: 'Objectif', en: 'Goal' },
  'schedule.set': { fr: 'Semaine de travail', en: 'Work week' },
  'day-off.put': { fr: 'Congé', en: 'Day off' },
  'settings.put': { fr: 'Réglages', en: 'Settings' },
  'contact.erase': { fr: 'Effacement d’une personne', en: 'Erasure of a person' },
  'history.import': { fr: 'Importation d’activités', en: 'Import of activities' },
  'history.undo': { fr: 'Annulation d’une importation d’activités', en: 'Undone import of activities' },
  'consent.record': { fr: 'Consentement', en: 'Consent' },
  'enquiry.record': { fr: 'Demande', en: 'Enquiry' },
  'enquiry.link': { fr: 'Demande reliée à une personne', en: 'Enquiry linked to a person' },
  'enquiry.close': { fr: 'Demande classée', en: 'Enquiry set aside' },
  'event.put': { fr: 'Événement', en: 'Event' },
  'invitation.put': { fr: 'Invitation', en: 'Invitation' },
  'template.put': { fr: 'Modèle de message', en: 'Message template' },
  'sequence.put': { fr: 'Suite de suivis', en: 'Sequence of follow-ups' },
  'message.queue': { fr: 'Message à envoyer', en: 'Message to send' },
  'message.cancel': { fr: 'Message retenu', en: 'Message held back' },
  'day.put': { fr: 'Page du jour', en: 'Page of the day' },
  'plan.keep': { fr: 'Plan', en: 'Plan' },
  'challenge.put': { fr: 'Défi', en: 'Challenge' },
}

/** The name of a change, for a list of what waits or was refused. */
export const changeName = ({ type }: Pick<Change, 'type'>, language: Language): string => changes[type][language]
