import type { Outcome } from '../activity/activity.ts'

// In order: the first that fits wins, so that « pas intéressée » is read before « intéressée ». Words are folded.
const OUTCOMES: readonly (readonly [RegExp, Outcome])[] = [
  [
    /\b(?:messages? (?:vocal|laisse\w*)|message laisse|laisse (?:un )?(?:message|msg)|left (?:a )?(?:message|msg|voice ?mail|vm)|message left|voice ?mail\w*|boite vocale|repondeur|messagerie vocale|vm|lm|lvm)\b/,
    'message-left',
  ],
  [
    /\bpas (?:encore |du tout )?(?:interesse\w*|d accord)\b|\bn est plus interesse\w*|\bnot (?:at all )?interested\b|\bno longer interested\b|\bpas besoin\b|\bno interest\b|\bsans interet\b/,
    'no',
  ],
  // Nobody was met: said before what is to be done next, which a silence does not make a conversation.
  [
    /\b(?:(?:did|does|do|has|have|had|is|was|are|were|could|would|won|can)(?: ?n[o ]?t| t)|not|never) (?:yet |even |ever )?(?:answer\w*|pick\w*(?: ?up)?|repl(?:y|ies|ied|ying)|respond\w*|connect(?:ed|ing)?|(?:hear|heard)(?: back)?)\b/,
    'no-answer',
  ],
  [
    /\b(?:no ?(?:one|body) (?:was |is )?(?:at )?(?:home|answered|there|in)|no ans|rang out|hung up|raccroche\w*|(?:pas|jamais|ne) (?:encore )?decroch\w*|ne repond(?:ait)? pas|(?:pas|jamais) (?:encore )?(?:repondu|rappele\w*)|pas de (?:reponse|retour|nouvelles)|no (?:answer|response|reply|pick ?up))\b|^(?:nr|n r|nrp|n r p)$/,
    'no-answer',
  ],
  [
    /^pas encore$|\b(?:(?:no|pas (?:de|le)|aucun|sans|not in (?:the|our|their)) budget|pas maintenant|plus tard|pas le bon moment|not now|not yet|later|not the right time|pas tout de suite|a (?:rappeler|relancer|recontacter|suivre)|rappeler|rappel|relancer|call ?backs?|call (?:me |him |her |them )?back|reporte\w*|postponed|on hold|en attente|follow ?up|nurtur\w*)\b/,
    'not-now',
  ],
  [
    /\b(?:aucune (?:reponse|nouvelle)|sans reponse|no (?:show|contact)|unanswered|pas (?:joint\w*|rejoint\w*|la)|non (?:joint\w*|rejoint\w*|repondu)|not (?:reached|home|there|available|in)|jamais (?:joint\w*|rejoint\w*)|injoignable|unreachable|unreached|absente?s?|occupee?|busy|missed|manquee?|mauvais numero|wrong number|disconnected|hors service|bounced?|rebond)\b/,
    'no-answer',
  ],
  [/\b(?:rendez vous|rdv|meeting|appointment|appt|demo)\b|\bbooked\b|\bscheduled\b/, 'meeting-booked'],
  // « Reached: no » is someone who was reached, and who said no.
  [
    /^(?:reached|connected|replied|answered|responded|spoken?|talked|contacted|(?:re)?joint(?:e|es|s)?|parle|(?:a )?repondu|contacte(?:e|es|s)?) (?:no|non)$/,
    'no',
  ],
  [
    /^n$|^(?:non|no|refus\w*|declin\w*|reject\w*|perdue?s?|lost|negati\w*|nope)\b|\b(?:refus\w*|a dit non|dit non|said no|declined|rejected|closed lost|lost|perdue?s?|desabonne\w*|unsubscribed|do not call|ne plus appeler)\b/,
    'no',
  ],
  [
    /^(?:oui|yes|y|ok|d accord|interesse\w*|interested|positi\w*|won|gagnee?s?)\b|\b(?:a dit oui|dit oui|said yes|accept\w*|agreed|tres interesse\w*|interessee?s?|interested|vendue?s?|ventes?|sold|sales?|achat|achete\w*|bought|purchas\w*|signee?s?|signed|conclue?s?|converti\w*|converted|closed won)\b/,
    'yes',
  ],
  [/\b(?:a repondu|repondu|reponse(?: recue)?|reply|replied|replies|responded|response|wrote back|answered by e ?mail)\b/, 'replied'],
  [
    /\b(?:joint(?:e|es|s)?|rejoint(?:e|es|s)?|reached|connect(?:ed|e)|parl(?:e|es|ee?s?)|parle avec|spoke(?:n)?|talk(?:ed)?|convers\w*|discut\w*|discuss\w*|echange\w*|exchang\w*|answered|decroche\w*|picked up|contact(?:e|ee|es|ed)|met|rencontre\w*|held|attended|success\w*|reussie?s?|live)\b/,
    'reached',
  ],
  [/\b(?:envoye\w*|sent|delivered|livre\w*|expedie\w*|opened|ouverte?|clicked|lue?|read|seen|vue?)\b/, 'sent'],
  [/\b(?:faite?s?|done|complete\w*|completed|termine\w*|finished|particip\w*|publie\w*|posted|published|effectue\w*|realise\w*|closed)\b/, 'done'],
]

const SAYS_NOTHING = /^(?:|n a|na|s o|so|aucune?|none|null|inconnu|unknown|autre|other|x)$/

const NEGATED =
  /\b(?:not|never|cannot|nobody|none|neither|without|no(?! \d)|non|pas|jamais|aucune?|ne|peu|sans|annul\w*|cancel\w*|(?:can|couldn|didn|doesn|don|hadn|hasn|haven|isn|wasn|weren|won|wouldn) t|(?:can|couldn|didn|doesn|hasn|haven|isn|wasn|wouldn)t)\b/
// What a negation may leave standing: « pas intéressée », « n’a pas répondu », « not yet », and a message left when nobody answered.
const STANDS: ReadonlySet<Outcome> = new Set(['no', 'no-answer', 'not-now', 'message-left'])
const NO_MESSAGE =
  /\b(?:not|never|no|pas|jamais|aucun|sans|without|didn t)(?: (?:de|d|un|a|any|laisse\w*|leave|left|encore|yet)){0,3} (?:laisse\w*|leave|left|messages?|msg|voice ?mails?|vm)\b/
const NOT_REFUSED =
  /\b(?:not|never|pas|jamais|non)(?: (?:ete|been|encore|yet))? (?:refus|declin|reject|perdu|lost|desabonn|unsubscrib|a dit non|dit non|said no)/
const LEADING_NO = /^(?:non|no) (?!longer)/

const firstOf = (folded: string, may: (outcome: Outcome) => boolean): Outcome | undefined =>
  OUTCOMES.find(([words, outcome]) => may(outcome) && words.test(folded))?.[1]

/** A negation makes no success of a word that would be one: what it leaves is known to be a refusal or a wait, or is not known. */
const readNegated = (folded: string): Outcome | undefined => {
  const refused = NOT_REFUSED.test(folded)
  const silent = NO_MESSAGE.test(folded)
  const found = firstOf(folded, (outcome) => STANDS.has(outcome) && !(outcome === 'no' && refused) && !(outcome === 'message-left' && silent))
  if (found !== 'no' || !LEADING_NO.test(folded)) return found
  // « No demo » is not someone who said no; « no, not interested » is.
  const rest = readOutcome(folded.replace(LEADING_NO, ''))
  return rest === undefined || rest === null || rest === 'no' || rest === 'not-now' || rest === 'no-answer' ? found : undefined
}

/** Whether a folded word denies something: what is not known of it is then no success either. */
export const isNegated = (folded: string): boolean => NEGATED.test(folded)

/** What the folded word of an outcome means, in French or in English: undefined when nothing in it is known, `null` when it says nothing. */
export const readOutcome = (folded: string): Outcome | null | undefined => {
  if (SAYS_NOTHING.test(folded)) return null
  return isNegated(folded) ? readNegated(folded) : firstOf(folded, () => true)
}

/**
 * The outcome of an activity whose file says none: a message that left, a reply that came, a meeting that took place. A call
 * of which nothing is said is only known to be done: it counts as work, and neither as an attempt nor as a conversation.
 */
export const outcomeUnsaid = (kind: string, direction: 'out' | 'in'): Outcome => {
  if (kind === 'email' || kind === 'text') return direction === 'in' ? 'replied' : 'sent'
  if (kind === 'meeting') return 'meeting-booked'
  if (kind === 'in-person' || kind === 'video') return 'reached'
  return kind === 'phone' && direction === 'in' ? 'reached' : 'done'
}
