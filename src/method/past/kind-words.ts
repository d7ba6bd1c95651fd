import type { Outcome } from '../activity/activity.ts'
import type { BuiltInKind } from '../activity/kind.ts'

/** What the word of a kind says: the kind (or that it is a sale), and sometimes the direction and the outcome too (« appel manqué »). */
export type KindMeaning = {
  readonly kind: BuiltInKind | 'sale'
  readonly direction: 'out' | 'in' | null
  readonly outcome: Outcome | null
  /** Money given back: its amount takes off, however its sign is written. */
  readonly isRefund?: boolean | undefined
}

// In order: the first that fits wins. Words are folded (no accents, no capitals, no punctuation).
const KINDS: readonly (readonly [RegExp, BuiltInKind | 'sale'])[] = [
  [
    /^(?:messages? (?:vocal|vocaux|laisse|laisses)|message laisse|voice ?mails?|voice message|boite vocale|repondeur|vm|left (?:a )?(?:voice ?mail|message))\b/,
    'phone',
  ],
  [/\b(?:rendez vous|rdv|appointments?|reunions?|meetings?|booked|booking)\b/, 'meeting'],
  [/\b(?:video|visio|visioconference|videoconference|zoom|ms teams|microsoft teams|google meet|facetime|skype|webex)\b|^teams$/, 'video'],
  [
    /\b(?:facebook|fb|linked ?in|instagram|tiktok|snapchat|telegram)\b.*\b(?:messages?|msgs?|inbox)\b|\b(?:messages?|msgs?)\b.*\b(?:facebook|fb|linked ?in|instagram|tiktok|snapchat|telegram)\b|\b(?:textos?|sms|mms|text messages?|texted|texting|imessage|whatsapp|messenger|message texte|inmail|dm|messages? prives?|direct message)\b|^texts?$/,
    'text',
  ],
  [/\b(?:courriels?|e ?mails?|e ?mailed|mails?|courrier electronique|messagerie electronique)\b/, 'email'],
  [
    /\b(?:en personne|in person|rencontres?|rencontre(?:e|es)?|visites?|visits?|visited|face a face|face to face|tete a tete|porte a porte|door to door|door knock(?:ing)?|(?:diner|dejeuner|cafe|lunch|coffee)s?)\b/,
    'in-person',
  ],
  [
    /\b(?:reseautage|networking|salons?|trade shows?|evenements?|events?|conferences?|congres|colloques?|cocktails?|5 a 7|meet ?ups?|foires?)\b(?! call)/,
    'networking',
  ],
  [/\b(?:publications?|publie|posts?|posted|posting|reseaux sociaux|social media|facebook|instagram|tiktok|blogues?|blogs?|stor(?:y|ies))\b/, 'post'],
  [
    /\b(?:appels?|appele(?:e|es|s)?|telephon\w*|tel|phone(?:d|s)?|calls?|called|calling|cold calls?|coups? de fil|dial(?:ed|s)?|cellulaire|relance telephonique)\b/,
    'phone',
  ],
  [
    /^(?:ventes?(?: conclues?| signees?| fermees?)?|sales?(?: closed)?|sold|vendue?s?|achats?|purchases?|purchased|commandes?|orders?|ordered|paiements?|payments?|paid|factures?|invoices?|transactions?|contrats? signes?|contrats?|closed won|deal won|deals?|won|gagnee?s?)$/,
    'sale',
  ],
]

// A meeting that says how it was held was held so; one that was only booked, or of which no more is said, is a booking.
const MEETING = /\b(?:rendez vous|rdv|appointments?|reunions?|meetings?|rencontres?)\b/
const BOOKED = /\b(?:book(?:ed|ing)?|prise?|fixee?|scheduled?|planifiee?|reservee?|set|requests?|requested|demandee?|proposee?)\b/
const HELD: readonly (readonly [RegExp, BuiltInKind])[] = [
  [/\b(?:video\w*|visio\w*|zoom|teams|google meet|meet|facetime|skype|webex|virtuel(?:le)?s?|virtual|online|en ligne|a distance|remote)\b/, 'video'],
  [
    /\b(?:en personne|in person|face a face|face to face|f2f|tete a tete|one on one|presentiel|physiques?|sur place|on site|a domicile|(?:diner|dejeuner|cafe|lunch|breakfast|dinner|coffee)s?)\b/,
    'in-person',
  ],
  [/\b(?:telephon\w*|phone|tel)\b/, 'phone'],
  [/\b(?:reseautage|networking)\b/, 'networking'],
]
const heldAs = (folded: string): BuiltInKind | undefined =>
  MEETING.test(folded) && !BOOKED.test(folded) ? HELD.find(([words]) => words.test(folded))?.[1] : undefined

const ONLINE = /\b(?:web|web ?sites?|web ?pages?|pages?|landing|internet|en ligne|online|profile?s?)\b/
/** Whether a folded word of a kind says that somebody came to see a page: her doing, and no conversation. */
export const isPageSeen = (folded: string): boolean => /\b(?:visites?|visits?|visited)\b/.test(folded) && ONLINE.test(folded)

const REFUND =
  /^(?:remboursements?|rembourse(?:e|es|s)?|refund(?:s|ed)?|retours?|returns?|returned|retournee?s?|notes? de credit|credit notes?|avoirs?|chargebacks?)$/
/** Whether a folded word says that money was given back. */
export const isRefundWord = (folded: string): boolean => REFUND.test(folded)

const MISSED = /\b(?:manques?|missed)\b/
const IN = /\b(?:entrante?s?|incoming|inbound|recue?s?|received|recu de)\b/
const OUT = /\b(?:sortante?s?|outgoing|outbound|envoyee?s?|sent|emis)\b/

/** What the folded word of a kind means, in French or in English; undefined when nothing in it is known. */
export const readKind = (folded: string): KindMeaning | undefined => {
  if (isRefundWord(folded)) return { kind: 'sale', direction: null, outcome: null, isRefund: true }
  if (isPageSeen(folded)) return undefined
  const kind = heldAs(folded) ?? KINDS.find(([words]) => words.test(folded))?.[1]
  if (kind === undefined) return undefined
  const isMissed = kind === 'phone' && MISSED.test(folded)
  const direction = isMissed || IN.test(folded) ? 'in' : OUT.test(folded) ? 'out' : null
  const isMessage = kind === 'phone' && /\b(?:messages?|voice ?mails?|vm|boite vocale|repondeur)\b/.test(folded)
  return { kind, direction, outcome: isMissed ? 'no-answer' : isMessage ? 'message-left' : null }
}

/** Which way a gesture went, from the folded word of a column; undefined when it says neither. */
export const readDirection = (folded: string): 'out' | 'in' | undefined => {
  if (IN.test(folded) || /^(?:in|i|entree|recu|lui|elle|client|cliente|customer|them)$/.test(folded)) return 'in'
  return OUT.test(folded) || /^(?:out|o|sortie|moi|par moi|me|us|nous)$/.test(folded) ? 'out' : undefined
}
