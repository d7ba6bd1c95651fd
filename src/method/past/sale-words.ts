import { isRefundWord } from './kind-words.ts'
import { readOutcome } from './outcome-words.ts'

/** What the outcome of a row says of the sale it holds: it stands, it never came to be (or not yet), or its money was given back. */
export type SaleState = 'made' | 'not-made' | 'given-back'

// Whatever else is said. Words are folded (no accents, no capitals, no punctuation).
const FAILED =
  /\b(?:annul\w*|cancel\w*|void(?:ed)?|perdue?s?|lost|refus\w*|declin\w*|reject\w*|rejete\w*|abandon\w*|expire\w*|failed|echouee?s?|unpaid|impayee?s?|overdue|past due|en souffrance|unsold|invendue?s?|unsigned)\b/
const NEGATED =
  /\b(?:not|never|no|non|pas|jamais|aucune?s?|hasn t|haven t|didn t|doesn t|won t|cannot|can t|peu)(?: \w+){0,2} (?:sold|sell|vend\w*|ventes?|sales?|sign\w*|convert\w*|accept\w*|achat\w*|achet\w*|bought|buy\w*|purchas\w*|paid|pay|paye\w*|regle\w*|conclu\w*|won|gagne\w*|closed|ferme\w*|confirm\w*|approuv\w*|approved|commande\w*|order\w*)\b/
// Alone, or first: a sale that may still come.
const OPEN =
  /^(?:still |toujours |encore )?(?:open|ouverte?s?|pending|en attente|on hold|en cours|in progress|in negotiation|negotiat\w*|negociation|en negociation|draft|brouillon|proposal|proposition|quotes?|quoted|devis|soumissions?|qualif\w*|a payer|to pay|due|awaiting \w+|payment pending|paiement en attente)\b/

/** What the folded outcome of a row says of its sale. */
export const readSaleState = (folded: string): SaleState => {
  if (isRefundWord(folded)) return 'given-back'
  if (FAILED.test(folded) || NEGATED.test(folded)) return 'not-made'
  const outcome = readOutcome(folded)
  if (outcome === 'yes') return 'made'
  return outcome === 'no' || OPEN.test(folded) || /\b(?:not yet|pas encore|(?:no|pas (?:de|le)|aucun|sans) budget)\b/.test(folded) ? 'not-made' : 'made'
}
