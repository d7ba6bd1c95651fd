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
}

/** The name of a change, for a list of what waits or was refused. */
export const changeName = ({ type }: Pick<Change, 'type'>, language: Language): string => changes[type][language]
