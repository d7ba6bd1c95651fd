import { foldWords } from '../contact/fold.ts'
import { readHeading } from '../contact/headings.ts'

/** What a column of a file of past activities can be, in the order offered; `ignore` leaves it out. */
export const pastFields = [
  'name',
  'givenName',
  'familyName',
  'organisation',
  'email',
  'phone',
  'city',
  'externalId',
  'source',
  'date',
  'time',
  'kind',
  'direction',
  'outcome',
  'minutes',
  'seconds',
  'amount',
  'currency',
  'title',
  'note',
  'ignore',
] as const
/** One of them. `externalId` is the person's number in another tool; `date` may hold the time too. */
export type PastField = (typeof pastFields)[number]

// In order: the first that fits wins. Words are folded (no accents, no capitals, no punctuation).
const MEANINGS: readonly (readonly [RegExp, PastField])[] = [
  [
    /^(?:(?:activity|task|call|event|row|record|line|sale|order|transaction|activite|appel|tache|ligne|vente) (?:id|no|number|num)|(?:id|n|no|numero) (?:de |d |du |de l )?(?:l )?(?:activite|activity|appel|tache|ligne|vente|commande|transaction)|n|no|num|line|ligne|rang)$/,
    'ignore',
  ],
  [
    /^(?:(?:contact|client|customer|person|people|personne|account|compte|prospect|lead|user|member|membre|company|entreprise|subject|patient|external|externe)s? (?:id|ids|no|number|num|numero|code|ref|key)|(?:id|n|no|num|numero|code|ref|reference|identifiant) (?:externe|external|de |du |de la |de l |d )?(?:contact|client|cliente|customer|person|personne|compte|prospect|entreprise)?|id|uid|uuid|numbers?|numeros?|identifiant|identifier|matricule)$/,
    'externalId',
  ],
  [/^(?:clientid|customerid|contactid|personid|personneid|idclient|idcontact|externalid)$/, 'externalId'],
  [
    /^(?:dates? heures?|date (?:et )?(?:heure|time)|date and time|date time|datetime|timestamp|horodatage|when|quand|occurred(?: at| on)?|happened(?: at| on)?|created(?: at| on)?|completed(?: at| on)?|activity date|call date|date(?: de| d| du| de l| de la)? ?(?:l )?(?:activite|appel|contact|rencontre|vente|evenement|geste|echange)?|sale date|order date|purchase date|start(?: date| time)?|started(?: at)?|debut|day|jour|journee|le)$/,
    'date',
  ],
  [/^(?:heures?|time|hour|clock|heure (?:de |d |du |de l )?(?:l )?(?:appel|activite|debut|contact)|call time|start hour)$/, 'time'],
  [/^(?:end(?: date| time)?|ended(?: at)?|fin|date de fin|heure de fin|due(?: date)?|echeance|updated(?: at)?|modified(?: at)?|modifie le)$/, 'ignore'],
  [/\b(?:direction|sens)\b|^(?:entrant sortant|in out|inbound outbound|incoming outgoing|entrant|inbound)$/, 'direction'],
  [
    /^(?:resultats?|result|outcomes?|issue|disposition|call (?:result|outcome|disposition|status)|resultat (?:de |d |du |de l )?(?:l )?(?:appel|activite)|statut|status|etat|reponse|response|conclusion)$/,
    'outcome',
  ],
  [
    /^(?:types?|genres?|kinds?|sortes?|categor(?:y|ie)|activit(?:y|ies|e|es)|activity (?:type|kind|category)|(?:type|genre|sorte|nature)(?: de| d| du| de l)? ?(?:l )?(?:activite|contact|geste|action|interaction|echange|communication)|channels?|canal|canaux|moyens?(?: de communication)?|methode|method|medium|media|actions?|gestes?|interactions?|touch(?: type)?|event type|interaction type|contact type|task type)$/,
    'kind',
  ],
  [
    /^(?:duree en secondes|duree sec(?:ondes)?|duree s|duration (?:in )?(?:s|sec|secs|seconds)|seconds|secondes|talk time sec(?:onds)?|call duration (?:in )?(?:s|sec|seconds))$/,
    'seconds',
  ],
  [
    /^(?:duree(?: min(?:utes)?| en minutes| de l appel)?|duration(?: min(?:utes)?| in minutes)?|minutes?|mins?|temps(?: passe)?|length|time spent|call duration|talk time)$/,
    'minutes',
  ],
  [/^(?:devise|currency|monnaie|currency code)$/, 'currency'],
  [
    /^(?:montants?|amounts?|valeurs?|values?|prix|price|totals?|totaux|ventes?|sales?|revenus?|revenues?|chiffre(?: d affaires)?|ca|recettes?|(?:sale|deal|order|purchase|total|invoice) (?:amount|value|total|price)|montant (?:de |de la |du |d )?(?:vente|achat|commande|total|facture|paye)|amount paid|paid)$/,
    'amount',
  ],
  [/^(?:subjects?|sujets?|objets?|titles?|titres?|about|a propos|topic)$/, 'title'],
  [
    /^(?:notes?|remarques?|commentaires?|comments?|descriptions?|details?|memo|body|texte|summary|resume|call notes|notes? (?:de |d |du |de l )?(?:l )?(?:appel|activite))$/,
    'note',
  ],
  [
    /^(?:with|avec|avec qui|qui|who|person|people|participants?|attendees?|invitee?s?|account|account name|compte|prospect|lead|lead name|member|membre|nom de la personne|person name|nom du prospect)$/,
    'name',
  ],
]

// What follows an amount in its heading: `Amount (CAD)`, `Montant TTC`, « Prix en dollars ».
const AFTER_AMOUNT =
  / (?:(?:en|in) )?(?:cad|cdn|usd|us|eur|gbp|chf|dollars?|euros?|ttc|ht|hors taxes?|taxes (?:incluses|comprises|en sus)|(?:incl|excl)(?:uding|l)? (?:tax|taxes|vat))$/
const CURRENCIES: ReadonlyMap<string, string> = new Map(
  Object.entries({ cad: 'CAD', cdn: 'CAD', usd: 'USD', us$: 'USD', eur: 'EUR', euro: 'EUR', euros: 'EUR', '€': 'EUR', gbp: 'GBP', '£': 'GBP', chf: 'CHF' }),
)

/** The currency that the heading of a column of amounts names; undefined when it names none. */
export const currencyOfHeading = (heading: string): string | undefined =>
  CURRENCIES.get(/(?:^|[^\p{L}])(cad|cdn|usd|us\$|eur|euros?|€|gbp|£|chf)[^\p{L}]*$/iu.exec(spaced(heading))?.[1]?.toLowerCase() ?? '')

// Headings that are understood only where no other of the file says the same: `Event date`, `sold_at`, « acheteur ».
const SPARE: readonly (readonly [RegExp, PastField])[] = [
  [
    /^(?:ts|time stamp|(?:event|touch|contact|meeting|interaction) (?:at|date|date time|datetime|time|timestamp)|(?:touched|called|contacted|sold|bought|purchased|ordered|paid|sent|done) (?:at|on)|(?:fait|appelee?|contactee?|vendue?|achetee?|envoyee?|payee?) le)$/,
    'date',
  ],
  [/^(?:kind|type|sort) of (?:activity|contact|touch|interaction|action|event|communication)$/, 'kind'],
  [/^(?:buyers?|buyer name|acheteurs?|acheteuses?|nom de l acheteur|purchaser)$/, 'name'],
]
// `Date (UTC)`, `timestamp_utc`, `Heure (GMT-05:00)`; other zones between brackets are taken away, and change nothing.
const UTC = /[\s([_-](?:utc|gmt|zulu|(?<=[([])z)\s*(?:([+\-−])\s*(\d{1,2})(?::?(\d{2}))?)?\s*[)\]]?\s*$/iu
const LOCAL = /\s*[([]\s*(?:[a-z]{1,2}[sd]?t|h[na]?[aept]|local(?: time)?|heure locale)\s*[)\]]\s*$/iu

const spaced = (heading: string): string => heading.replaceAll(/([a-z])([A-Z])/g, '$1 $2')

/** How many minutes east of UTC the clocks of a column are by its heading; `null` when it does not say. */
export const eastOfHeading = (heading: string): number | null => {
  const found = UTC.exec(spaced(heading))
  if (!found) return null
  const [, sign, hours = '0', minutes = '0'] = found
  return (sign === undefined || sign === '+' ? 1 : -1) * (Number(hours) * 60 + Number(minutes)) || 0
}

/** A heading without the zone that it names. */
const withoutZone = (heading: string): string => spaced(heading).replace(UTC, '').replace(LOCAL, '')

/** What a heading means where no other heading of the file means the same. */
export const readSpareHeading = (heading: string): PastField | undefined => {
  const bare = withoutZone(heading)
  const folded = foldWords(bare)
  const spare = SPARE.find(([pattern]) => pattern.test(folded))?.[1]
  if (spare !== undefined) return spare
  const meaning = bare === spaced(heading) ? undefined : readPastHeading(bare)
  return meaning === 'date' || meaning === 'time' ? meaning : undefined
}

/** Whether a heading is « vendu »: an amount or whether there was a sale, as its cells tell. */
export const isSold = (heading: string): boolean => /^(?:sold|vendue?s?)$/.test(foldWords(heading))

/** Whether a heading is a bare `Number`: of a telephone, of the person or of the row, as its cells tell. */
export const isBareNumber = (heading: string): boolean => /^(?:numbers?|numeros?)$/.test(foldWords(heading))

/** Whether a heading is a date that stands for the one of the activity only where there is no other. */
export const isLesserDate = (heading: string): boolean =>
  /^(?:created? date|date created|creation date|date (?:de )?creation|cree le|closed? date|date closed|date de (?:fermeture|cloture))$/.test(
    foldWords(withoutZone(heading)),
  )

const OF_PEOPLE: ReadonlySet<string> = new Set<PastField>(['name', 'givenName', 'familyName', 'organisation', 'email', 'phone', 'city', 'source'])

/** What a heading means, in French or in English; undefined when nothing in it is known. */
export const readPastHeading = (heading: string): PastField | undefined => {
  const folded = foldWords(spaced(heading))
  const meaningOf = (words: string): PastField | undefined => MEANINGS.find(([pattern]) => pattern.test(words))?.[1]
  const own = meaningOf(folded)
  if (own) return own
  if (AFTER_AMOUNT.test(folded) && meaningOf(folded.replace(AFTER_AMOUNT, '')) === 'amount') return 'amount'
  const field = readHeading(heading)?.field
  return field !== undefined && OF_PEOPLE.has(field) ? (field as PastField) : undefined
}
