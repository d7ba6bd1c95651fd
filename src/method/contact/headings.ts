import { foldWords } from './fold.ts'
import { readLabel } from './labels.ts'
import type { SingleField } from './draft.ts'

/** What a column of a file can be. `note` keeps its text in the notes after its heading; `ignore` leaves it out. */
export type ColumnField =
  | Exclude<SingleField, 'address'>
  | 'name'
  | 'givenName'
  | 'middleName'
  | 'familyName'
  | 'namePrefix'
  | 'nameSuffix'
  | 'email'
  | 'emailLabel'
  | 'phone'
  | 'phoneLabel'
  | 'extension'
  | 'address'
  | 'street'
  | 'region'
  | 'postalCode'
  | 'country'
  | 'tags'
  | 'value'
  | 'note'
  | 'ignore'

/** A recognised heading: its field, the label its words carry (`Téléphone (bureau)` is `work`) and its number (`Phone 2`). */
export type HeadingMeaning = { readonly field: ColumnField; readonly label: string; readonly group: number }

// In order: the first that fits wins. Words are folded (no accents, no capitals, no punctuation).
const MEANINGS: readonly (readonly [RegExp, ColumnField])[] = [
  [/^(?:e ?mail|courriel|adresse courriel|adresse e ?mail|messagerie)(?: \d)? (?:type|label|libelle|etiquette)$/, 'emailLabel'],
  [/^(?:type|etiquette|libelle) (?:de |du )?(?:courriel|e ?mail)(?: \d+)?$/, 'emailLabel'],
  [/^(?:phone|telephone|tel)(?: \d+)? (?:type|label|libelle|etiquette)$/, 'phoneLabel'],
  [/^(?:type|etiquette|libelle) (?:de |du )?(?:telephone|phone)(?: \d+)?$/, 'phoneLabel'],
  [/^phone type(?: \d+)?$/, 'phoneLabel'],
  [
    /^(?:e ?mail|phone|address|website|organization|event|relation|custom field|im|group|phonetic).*(?:type|label|phonetic|symbol|location|job description)$/,
    'ignore',
  ],
  [/display name|nom complet de l adresse|type de messagerie|^phonetic|yomi|^file as$|^photo$|^surnom$|^nickname$|^maiden|^initials?$|^initiales$/, 'ignore'],
  [/^(?:name prefix|prefix|prefixe|civilite|honorific|salutation)$/, 'namePrefix'],
  [/^(?:name suffix|suffix|suffixe)$/, 'nameSuffix'],
  [/^(?:first name|given name|prenoms?|firstname|forename)$/, 'givenName'],
  [/^(?:middle names?|additional name|deuxieme prenom|second prenom)$/, 'middleName'],
  [/^(?:last name|family name|surname|nom de famille|lastname)$/, 'familyName'],
  [
    /^(?:name|full name|nom complet|nom et prenom|prenom et nom|contact|nom du contact|client|cliente|personne|display as|nom|fullname|contact name|customer|customer name|nom du client)$/,
    'name',
  ],
  [/\b(?:department|departement|service|division)\b/, 'ignore'],
  [/^(?:job title|title|titre|fonction|profession|role|organi[sz]ation title|organi[sz]ation \d+ title|poste occupe|titre du poste|occupation|job)$/, 'role'],
  [/^(?:poste|extension|ext|poste telephonique|phone extension|no de poste)$/, 'extension'],
  [/^(?:birthday|anniversaire|date de naissance|naissance|birthdate|date of birth|fete)$/, 'birthday'],
  [/\b(?:last contact(?:ed)?|dernier contact|derniere communication|date du dernier contact|dernier appel|last activity)\b/, 'lastContact'],
  [/^(?:value|valeur|montant|amount|total|revenue|ventes?|chiffre d affaires|valeur du client)$/, 'value'],
  [/^(?:labels?|categories|categorie|category|tags?|etiquettes?|group membership|groupes?|groups?|mots cles|keywords|libelles?)$/, 'tags'],
  [/^(?:notes?|remarques?|commentaires?|comments?|description|memo)$/, 'notes'],
  [/^(?:source|provenance|origine|lead source|how we met|reference|connue? par|comment on s est connus)$/, 'source'],
  [/^(?:relationship|relation|type de (?:contact|client|relation)|statut|status|lien)$/, 'relationship'],
  [/^(?:language|langue|langue de communication|preferred language|lang)$/, 'language'],
  [/\b(?:e ?mail|courriel|mail|messagerie|email)\b/, 'email'],
  [/\b(?:phone|telephone|tel|cell|cellulaire|mobile|portable|fax|telecopie|telecopieur|pager|telephones?|cellphone)\b/, 'phone'],
  [/\b(?:web|website|site|site web|url|page web|web page)\b/, 'website'],
  [/\b(?:city|ville|municipalite|localite|town|locality)\b/, 'city'],
  [/\b(?:postal|zip|postcode)\b/, 'postalCode'],
  [/\b(?:country|pays)\b/, 'country'],
  [/\b(?:state|province|region|dep)\b/, 'region'],
  [/\bpo box\b|\bextended address\b|\bcase postale\b|\bboite postale\b/, 'ignore'],
  [/\b(?:street|rue)\b/, 'street'],
  [/\b(?:address|adresse)\b/, 'address'],
  [
    /^(?:company|organi[sz]ation|organisation|entreprise|societe|compagnie|organi[sz]ation name|organi[sz]ation \d+ name|company name|nom de l entreprise|business|employeur|raison sociale)$/,
    'organisation',
  ],
]

const LABELLED = new Set<ColumnField>(['email', 'phone'])

/** What a heading means, or undefined when nothing in it is known. Recognises Google, Outlook, Apple, Excel, in French and English. */
export function readHeading(heading: string): HeadingMeaning | undefined {
  const folded = foldWords(heading)
    .replace(/^courrier electronique/, 'courriel')
    .replace(/\b(\w+)s? mail\b/, '$1 mail')
  const field = MEANINGS.find(([words]) => words.test(folded))?.[1]
  if (field === undefined) return undefined
  const group = Number(/\b(\d{1,2})\b/.exec(folded)?.[1] ?? 1)
  return { field, label: LABELLED.has(field) ? wordLabel(heading) : '', group }
}

function wordLabel(heading: string): string {
  const label = readLabel(heading)
  return ['work', 'home', 'mobile', 'fax', 'pager', 'main'].includes(label) ? label : ''
}
