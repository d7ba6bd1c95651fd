import type { ConsentFact } from '#method/consent/consent.ts'
import { channelNames, classNames } from './consent-names.ts'
import { formatDay, formatTime } from './format.ts'
import { localeOf, nb, type Language, type Words } from './language.ts'

type Fact<T extends ConsentFact['type']> = Extract<ConsentFact, { readonly type: T }>
type Sentence<T extends ConsentFact['type']> = { readonly [L in Language]: (fact: Fact<T>) => string }

const said = (words: Words): { readonly fr: () => string; readonly en: () => string } => ({ fr: () => words.fr, en: () => words.en })
const list = (names: readonly string[], language: Language): string => new Intl.ListFormat(localeOf(language), { type: 'conjunction' }).format(names)
const withMore = (head: string, more: string, language: Language): string =>
  more.trim() === '' ? head : language === 'fr' ? `${head}${nb}: ${more.trim()}` : `${head}: ${more.trim()}`

const means: Readonly<Record<Fact<'express-consent'>['means'] | Fact<'consent-to-call'>['means'], Words>> = {
  oral: { fr: 'de vive voix', en: 'aloud' },
  written: { fr: 'par écrit', en: 'in writing' },
  form: { fr: 'par un formulaire', en: 'on a form' },
  recording: { fr: 'par enregistrement', en: 'on a recording' },
  'third-party': { fr: 'devant un tiers', en: 'before a third party' },
}
const reach = ({ scope }: Fact<'withdrawal'> | Fact<'suppression-restored'>, language: Language): string => {
  if (scope.type === 'channel') return channelNames[scope.channel][language].toLocaleLowerCase('fr-CA')
  if (scope.type === 'class') return classNames[scope.class][language]
  return scope.type === 'all' ? (language === 'fr' ? 'tout' : 'everything') : language === 'fr' ? 'tous les écrits' : 'all writing'
}
const claims: Readonly<Record<Fact<'import-claim'>['claim'], Words>> = {
  'purchased-list': { fr: 'liste achetée', en: 'purchased list' },
  'guessed-address': { fr: 'adresse devinée', en: 'guessed address' },
  'collected-online': { fr: 'adresse recueillie en ligne', en: 'address collected online' },
  'unproven-consent': { fr: 'consentement sans preuve', en: 'consent without proof' },
  'pre-checked-box': { fr: 'case cochée d’avance', en: 'box ticked beforehand' },
  unknown: { fr: 'inconnue', en: 'unknown' },
}

const nonBusiness: Readonly<Record<Fact<'non-business'>['relation'], Words>> = {
  gift: { fr: 'Don', en: 'Gift' },
  volunteering: { fr: 'Bénévolat', en: 'Volunteering' },
  meeting: { fr: 'Présence à une assemblée', en: 'Attended a meeting' },
}
const fromWith = ({ from, proof = '' }: Fact<'inherited'>): string => [from, proof].filter((text) => text.trim() !== '').join('; ')
const formerly: Readonly<Record<Fact<'inherited'>['relation'], Words>> = {
  purchase: { fr: 'Achat à une entreprise reprise', en: 'Purchase from a business taken over' },
  inquiry: { fr: 'Demande à une entreprise reprise', en: 'Inquiry to a business taken over' },
}

/** What was noted, in a few words: a fact without its two sentences does not compile. */
const sentences: { readonly [T in ConsentFact['type']]: Sentence<T> } = {
  'express-consent': {
    fr: ({ channels, means: how }) =>
      `Accepte qu’on lui écrive, ${means[how].fr} (${list(
        channels.map((one) => channelNames[one].fr.toLocaleLowerCase('fr-CA')),
        'fr',
      )})`,
    en: ({ channels, means: how }) =>
      `Agrees to be written to, ${means[how].en} (${list(
        channels.map((one) => channelNames[one].en.toLowerCase()),
        'en',
      )})`,
  },
  'consent-to-call': { fr: ({ means: how }) => `Accepte d’être appelée, ${means[how].fr}`, en: ({ means: how }) => `Agrees to be called, ${means[how].en}` },
  purchase: { fr: ({ reference }) => withMore('Achat', reference, 'fr'), en: ({ reference }) => withMore('Purchase', reference, 'en') },
  contract: { fr: ({ reference }) => withMore('Contrat écrit', reference, 'fr'), en: ({ reference }) => withMore('Written contract', reference, 'en') },
  membership: { fr: ({ reference }) => withMore('Abonnement', reference, 'fr'), en: ({ reference }) => withMore('Subscription', reference, 'en') },
  ended: { fr: ({ on }) => `Fin, le ${formatDay(on, 'fr', 'long')}`, en: ({ on }) => `Ended on ${formatDay(on, 'en', 'long')}` },
  inquiry: { fr: ({ words }) => withMore('Demande de renseignements', words, 'fr'), en: ({ words }) => withMore('Inquiry', words, 'en') },
  'non-business': {
    fr: ({ relation, proof = '' }) => withMore(nonBusiness[relation].fr, proof, 'fr'),
    en: ({ relation, proof = '' }) => withMore(nonBusiness[relation].en, proof, 'en'),
  },
  'address-disclosed': {
    fr: ({ noSolicitation, relevance }) => (noSolicitation ? 'Adresse remise, sans vouloir de sollicitation' : withMore('Adresse remise', relevance, 'fr')),
    en: ({ noSolicitation, relevance }) => (noSolicitation ? 'Address given, with a wish for no solicitation' : withMore('Address given', relevance, 'en')),
  },
  'address-published': { fr: ({ url }) => withMore('Adresse publiée', url, 'fr'), en: ({ url }) => withMore('Published address', url, 'en') },
  informed: said({ fr: 'Informée de l’usage de son adresse', en: 'Told what the address is for' }),
  referral: { fr: ({ referrerName }) => `Recommandée par ${referrerName}`, en: ({ referrerName }) => `Recommended by ${referrerName}` },
  'referral-used': said({ fr: 'Message de la recommandation parti', en: 'The message of the referral has left' }),
  'close-relationship': said({ fr: 'Relation personnelle', en: 'Personal relationship' }),
  inherited: {
    fr: (fact) => `${formerly[fact.relation].fr}, le ${formatDay(fact.originalOn, 'fr', 'long')}${nb}: ${fromWith(fact)}`,
    en: (fact) => `${formerly[fact.relation].en} on ${formatDay(fact.originalOn, 'en', 'long')}: ${fromWith(fact)}`,
  },
  withdrawal: { fr: (fact) => `Ne veut plus${nb}: ${reach(fact, 'fr')}`, en: (fact) => `Wants no more: ${reach(fact, 'en')}` },
  'do-not-call': said({ fr: 'Ne veut plus être appelée', en: 'Wants no more calls' }),
  'call-back': {
    fr: ({ on, time, words }) => withMore(`Rappel demandé, ${formatDay(on, 'fr', 'short')}${time === null ? '' : `, ${formatTime(time, 'fr')}`}`, words, 'fr'),
    en: ({ on, time, words }) =>
      withMore(`Call-back requested, ${formatDay(on, 'en', 'short')}${time === null ? '' : `, ${formatTime(time, 'en')}`}`, words, 'en'),
  },
  'call-back-made': said({ fr: 'Rappel fait', en: 'Call-back made' }),
  'national-list-check': {
    fr: ({ isListed }) => (isListed ? 'Numéro présent dans la liste nationale' : 'Numéro absent de la liste nationale'),
    en: ({ isListed }) => (isListed ? 'Number on the national list' : 'Number not on the national list'),
  },
  'line-kind': {
    fr: ({ line }) => (line === 'business' ? 'Ligne d’entreprise' : 'Ligne d’un particulier'),
    en: ({ line }) => (line === 'business' ? 'Business line' : 'Private line'),
  },
  'import-claim': {
    fr: ({ claim }) => `Provenance de l’adresse${nb}: ${claims[claim].fr}`,
    en: ({ claim }) => `Where the address comes from: ${claims[claim].en}`,
  },
  'noted-by-mistake': said({ fr: 'Noté par erreur, annulé aussitôt', en: 'Noted by mistake, taken back at once' }),
  'suppression-restored': { fr: (fact) => `Silence retrouvé${nb}: ${reach(fact, 'fr')}`, en: (fact) => `Silence restored: ${reach(fact, 'en')}` },
}

/** What was noted of someone, in one line of her history. */
export const factSentence = (fact: ConsentFact, language: Language): string => (sentences[fact.type] as Sentence<ConsentFact['type']>)[language](fact as never)
