import type { Refusal } from '#method/ledger/operation.ts'
import type { MoneyRefusal } from '#method/sale/money.ts'
import { nb, type Language, type Words } from './language.ts'

/** A refusal in three parts: what happened, what was kept, what to do. */
export type RefusalWords = { readonly happened: Words; readonly kept: Words; readonly todo: Words }

const nothingChanged: Words = { fr: 'Rien n’a été modifié.', en: 'Nothing was changed.' }
const noteKept: Words = { fr: `Ce que vous avez noté est gardé dans «${nb}À corriger${nb}».`, en: 'What you noted is kept under “To correct”.' }
const chooseAgain: Words = { fr: 'Choisissez une autre personne ou recréez sa fiche.', en: 'Choose someone else or create this person again.' }

/** Every refusal of the ledger; one without its two sentences does not compile. */
export const refusals: Readonly<Record<Refusal, RefusalWords>> = {
  'unknown-contact': { happened: { fr: 'Cette personne est introuvable.', en: 'This person cannot be found.' }, kept: noteKept, todo: chooseAgain },
  'unknown-activity': {
    happened: { fr: 'Cette activité est introuvable.', en: 'This activity cannot be found.' },
    kept: noteKept,
    todo: { fr: 'Notez-la de nouveau si elle a bien eu lieu.', en: 'Note it again if it did take place.' },
  },
  'unknown-sale': {
    happened: { fr: 'Cette vente est introuvable.', en: 'This sale cannot be found.' },
    kept: noteKept,
    todo: { fr: 'Choisissez une autre vente ou notez-la de nouveau.', en: 'Choose another sale or note it again.' },
  },
  'unknown-merge': {
    happened: { fr: 'Cette fusion est introuvable.', en: 'This merge cannot be found.' },
    kept: nothingChanged,
    todo: { fr: 'Ouvrez la fiche pour voir où elle en est.', en: 'Open the person to see where things stand.' },
  },
  'unknown-import': {
    happened: { fr: 'Cette importation est introuvable.', en: 'This import cannot be found.' },
    kept: nothingChanged,
    todo: { fr: 'Ouvrez Personnes pour voir qui s’y trouve.', en: 'Open People to see who is there.' },
  },
  'unknown-kind': {
    happened: { fr: 'Ce genre d’activité n’existe pas.', en: 'This kind of activity does not exist.' },
    kept: noteKept,
    todo: { fr: 'Choisissez un autre genre d’activité.', en: 'Choose another kind of activity.' },
  },
  'already-exists': {
    happened: { fr: 'C’est déjà enregistré.', en: 'This is already recorded.' },
    kept: { fr: 'La première version est gardée.', en: 'The first version is kept.' },
    todo: { fr: 'Vous n’avez rien à refaire.', en: 'There is nothing to do again.' },
  },
  'contact-is-gone': {
    happened: { fr: 'Cette fiche a été supprimée ou archivée.', en: 'This person was deleted or archived.' },
    kept: noteKept,
    todo: { fr: 'Rétablissez la fiche ou choisissez une autre personne.', en: 'Restore this person or choose someone else.' },
  },
  'merge-with-self': {
    happened: { fr: 'Ces deux fiches n’en font déjà qu’une.', en: 'These two are already one and the same.' },
    kept: nothingChanged,
    todo: { fr: 'Choisissez deux fiches différentes.', en: 'Choose two different people.' },
  },
  'already-merged': {
    happened: { fr: 'L’une de ces fiches a déjà été fusionnée.', en: 'One of these people was already merged.' },
    kept: nothingChanged,
    todo: {
      fr: 'Annulez d’abord l’autre fusion, ou fusionnez avec la fiche gardée.',
      en: 'Undo the other merge first, or merge with the person who was kept.',
    },
  },
  'refund-exceeds-sale': {
    happened: { fr: 'Le remboursement dépasse la vente.', en: 'The refund is larger than the sale.' },
    kept: noteKept,
    todo: { fr: 'Entrez un montant qui ne dépasse pas ce qui reste de la vente.', en: 'Enter an amount no larger than what remains of the sale.' },
  },
  'sale-has-refunds': {
    happened: { fr: 'Cette vente a un remboursement.', en: 'This sale has a refund.' },
    kept: nothingChanged,
    todo: { fr: 'Annulez d’abord le remboursement, puis la vente.', en: 'Undo the refund first, then the sale.' },
  },
  'built-in-kind': {
    happened: { fr: 'Ce genre d’activité fait partie d’Entrain et ne se modifie pas.', en: 'This kind of activity is part of Entrain and cannot be changed.' },
    kept: nothingChanged,
    todo: { fr: 'Créez votre propre genre d’activité.', en: 'Create a kind of activity of your own.' },
  },
  'unknown-enquiry': {
    happened: { fr: 'Cette demande est introuvable.', en: 'This enquiry cannot be found.' },
    kept: noteKept,
    todo: { fr: 'Notez-la de nouveau si elle attend encore une réponse.', en: 'Note it again if it still waits for an answer.' },
  },
  'unknown-event': {
    happened: { fr: 'Cet événement est introuvable.', en: 'This event cannot be found.' },
    kept: noteKept,
    todo: { fr: 'Ouvrez Événements pour choisir le bon ou le recréer.', en: 'Open Events to choose the right one or create it again.' },
  },
  'unknown-message': {
    happened: { fr: 'Ce message est introuvable.', en: 'This message cannot be found.' },
    kept: nothingChanged,
    todo: { fr: 'Ouvrez la fiche de la personne pour voir ses messages.', en: 'Open the person to see her messages.' },
  },
  'message-has-left': {
    happened: { fr: 'Ce message est déjà parti.', en: 'This message has already left.' },
    kept: nothingChanged,
    todo: { fr: 'Appelez la personne ou écrivez-lui de nouveau.', en: 'Call or write again.' },
  },
  'goal-in-the-past': {
    happened: { fr: 'Un objectif ne change pas les jours passés.', en: 'A goal does not change past days.' },
    kept: { fr: 'Votre objectif actuel reste le même.', en: 'Your present goal stays as it is.' },
    todo: { fr: 'Choisissez une date à partir d’aujourd’hui.', en: 'Choose a date from today on.' },
  },
  'not-yours': {
    happened: { fr: 'Ceci appartient à une autre personne de l’équipe.', en: 'This belongs to someone else on the team.' },
    kept: nothingChanged,
    todo: { fr: 'Demandez-lui de faire ce changement.', en: 'Ask that person to make this change.' },
  },
  'id-reused': {
    happened: { fr: 'Ceci porte le même numéro qu’un autre enregistrement.', en: 'This carries the same number as another record.' },
    kept: noteKept,
    todo: { fr: 'Notez-le de nouveau.', en: 'Note it again.' },
  },
  'not-readable': {
    happened: { fr: 'Entrain n’a pas pu lire ce changement.', en: 'Entrain could not read this change.' },
    kept: noteKept,
    todo: { fr: 'Mettez Entrain à jour, puis notez-le de nouveau.', en: 'Update Entrain, then note it again.' },
  },
}

/** What is wrong with an amount, and how to write it. */
export const moneyRefusals: Readonly<Record<MoneyRefusal, Words>> = {
  empty: { fr: 'Entrez un montant.', en: 'Enter an amount.' },
  'not-an-amount': {
    fr: `Ce montant ne se lit pas. Écrivez par exemple 300 ou 1${nb}234,56${nb}$.`,
    en: 'This is not an amount. Write, for example, 300 or $1,234.56.',
  },
  'too-precise': { fr: 'Un montant a deux décimales au plus.', en: 'An amount has at most two decimals.' },
  'too-large': { fr: 'Ce montant est trop grand.', en: 'This amount is too large.' },
}

/** The parts of a refusal in one language, for a note that shows them apart. */
export function refusalParts(reason: Refusal, language: Language): { readonly happened: string; readonly kept: string; readonly todo: string } {
  const { happened, kept, todo } = refusals[reason]
  return { happened: happened[language], kept: kept[language], todo: todo[language] }
}

/** A refusal in one paragraph: what happened, what was kept, what to do. */
export function refusalSentence(reason: Refusal, language: Language): string {
  const { happened, kept, todo } = refusalParts(reason, language)
  return `${happened} ${kept} ${todo}`
}

/** What is wrong with an amount. */
export const moneySentence = (reason: MoneyRefusal, language: Language): string => moneyRefusals[reason][language]
