import type { Day } from '#method/calendar/day.ts'
import { addDays } from '#method/calendar/day.ts'
import type { Channel, MessageClass, WithdrawalScope } from '#method/consent/consent.ts'
import type { ExpiringConsent } from '#method/consent/expiry.ts'
import type { Alternative, Ground, Judgement, Missing, Why } from '#method/consent/verdict.ts'
import { classNames, groundNames, missingNames } from './consent-names.ts'
import { formatDay, formatInstant } from './format.ts'
import { capital, localeOf, nb, type Language, type Words } from './language.ts'

/** Where a sentence is read: the zone and the day of the one who reads it. */
export type ConsentSetting = { readonly zone: string; readonly today: Day }

/** « votre nom et votre adresse postale », in one run. */
export const missingList = (missing: readonly Missing[], language: Language): string =>
  new Intl.ListFormat(localeOf(language), { type: 'conjunction' }).format(missing.map((thing) => missingNames[thing][language]))

const long = (day: Day, language: Language): string => formatDay(day, language, 'long')
const ofDay = (day: Day | null, language: Language): string => (day === null ? '' : `${language === 'fr' ? ' du ' : ' of '}${long(day, language)}`)
const named = (ground: Ground, since: Day | null, language: Language): string => `${capital(groundNames[ground][language])}${ofDay(since, language)}`

/** Until when a contact is allowed: « Jusqu’au 22 novembre 2026 », « Aucune échéance ». */
export const untilSentence = ({ firstBlockedDay }: Pick<Judgement, 'firstBlockedDay'>, language: Language): string => {
  if (firstBlockedDay === null) return language === 'fr' ? 'Aucune échéance' : 'No end date'
  const last = long(addDays(firstBlockedDay, -1), language)
  return language === 'fr' ? `Jusqu’au ${last}` : `Until ${last}`
}

type Sentence<W extends Why> = { readonly [L in Language]: (why: W, setting: ConsentSetting) => string }
type Allowed = Extract<Why, { readonly code: 'ground' }>

const cautions: Partial<Readonly<Record<Ground, Words>>> = {
  'close-relationship': { fr: 'gardez une trace de vos échanges', en: 'keep a trace of your exchanges' },
  'address-disclosed': { fr: 'le message doit concerner son rôle', en: 'the message must concern the person’s role' },
  'address-published': { fr: 'le message doit concerner son rôle', en: 'the message must concern the person’s role' },
  purchase: { fr: 'seulement pour une offre semblable', en: 'only for a similar offer' },
}
const otherCaution: Words = { fr: 'vérifiez la loi de son pays', en: 'check the law of the person’s country' }

const allowedSentence = ({ ground, since, until, isWithCare, referrer }: Allowed, language: Language): string => {
  const start = named(ground, since, language)
  const by = referrer === null ? '' : ` (${referrer})`
  const end =
    until === null
      ? language === 'fr'
        ? 'aucune échéance'
        : 'no end date'
      : `${language === 'fr' ? 'permis jusqu’au' : 'allowed until'} ${long(until, language)}`
  const caution = isWithCare ? (cautions[ground] ?? otherCaution)[language] : ''
  const care = caution === '' ? '' : language === 'fr' ? ` Avec précaution${nb}: ${caution}.` : ` With care: ${caution}.`
  return `${start}${by}; ${end}.${care}`
}

const withdrawals: Readonly<Record<'all' | 'writing' | Channel, Words>> = {
  all: { fr: 'ne plus être sollicitée', en: 'not to be solicited any more' },
  writing: { fr: 'ne plus recevoir de messages', en: 'not to be written to any more' },
  email: { fr: 'ne plus recevoir de courriels', en: 'to receive no more e-mails' },
  sms: { fr: 'ne plus recevoir de textos', en: 'to receive no more texts' },
  message: { fr: 'ne plus recevoir de messages directs', en: 'to receive no more direct messages' },
  phone: { fr: 'ne plus être appelée', en: 'not to be called any more' },
}
const classWishes: Readonly<Record<MessageClass, Words>> = {
  personal: { fr: 'ne plus recevoir de messages personnels', en: 'to receive no more personal messages' },
  invitation: { fr: 'ne plus recevoir d’invitations', en: 'to receive no more invitations' },
  newsletter: { fr: 'ne plus recevoir d’infolettres', en: 'to receive no more newsletters' },
}
const wish = (scope: WithdrawalScope, language: Language): string =>
  (scope.type === 'class' ? classWishes[scope.class] : withdrawals[scope.type === 'channel' ? scope.channel : scope.type])[language]

const claimSentences: Readonly<Record<Extract<Why, { readonly code: 'claim' }>['claim'], Words>> = {
  'purchased-list': { fr: 'Une liste achetée ne donne aucun droit d’écrire.', en: 'A purchased list gives no right to write.' },
  'guessed-address': { fr: 'Une adresse devinée n’a été ni remise ni publiée.', en: 'A guessed address was neither given nor published.' },
  'collected-online': { fr: 'Une adresse recueillie en ligne ne donne aucun droit d’écrire.', en: 'An address collected online gives no right to write.' },
  'unproven-consent': { fr: 'Ce consentement n’a ni date ni preuve.', en: 'This consent has neither date nor proof.' },
  'pre-checked-box': { fr: 'Une case cochée d’avance n’est pas un consentement.', en: 'A box ticked beforehand is not consent.' },
  unknown: { fr: 'La provenance de cette adresse est inconnue.', en: 'Where this address comes from is unknown.' },
}
const notExpress: Readonly<Record<Extract<Why, { readonly code: 'not-express' }>['because'], Words>> = {
  'pre-checked': claimSentences['pre-checked-box'],
  bundled: { fr: 'Un consentement noyé dans des conditions de vente ne compte pas.', en: 'Consent buried in terms of sale does not count.' },
  unproven: { fr: 'Ce consentement n’a pas de preuve.', en: 'This consent has no proof.' },
}
const countryName = (country: string, language: Language): string => new Intl.DisplayNames([localeOf(language)], { type: 'region' }).of(country) ?? country

const said = (words: Words): Sentence<Why> => ({ fr: () => words.fr, en: () => words.en })

/** One sentence per reason, in both languages: a reason without its two sentences does not compile. */
const sentences: { readonly [C in Why['code']]: Sentence<Extract<Why, { readonly code: C }>> } = {
  ground: { fr: (why) => allowedSentence(why, 'fr'), en: (why) => allowedSentence(why, 'en') },
  ended: {
    fr: ({ ground, since, firstBlockedDay }) => `${named(ground, since, 'fr')}; permis jusqu’au ${long(addDays(firstBlockedDay, -1), 'fr')} seulement.`,
    en: ({ ground, since, firstBlockedDay }) => `${named(ground, since, 'en')}; allowed until ${long(addDays(firstBlockedDay, -1), 'en')} only.`,
  },
  withdrawn: {
    fr: ({ scope, on }) => `Cette personne a demandé le ${long(on, 'fr')} de ${wish(scope, 'fr')}.`,
    en: ({ scope, on }) => `This person asked on ${long(on, 'en')} ${wish(scope, 'en')}.`,
  },
  'do-not-call': {
    fr: ({ on }) => `Cette personne a demandé le ${long(on, 'fr')} de ne plus être appelée.`,
    en: ({ on }) => `This person asked on ${long(on, 'en')} not to be called any more.`,
  },
  suppressed: said({
    fr: 'Cette adresse appartient à une personne qui a demandé de ne plus être sollicitée.',
    en: 'This address belongs to someone who asked not to be solicited any more.',
  }),
  'no-ground': said({ fr: 'Rien ne permet encore de solliciter cette personne ainsi.', en: 'Nothing yet allows soliciting this person this way.' }),
  'other-class': {
    fr: ({ class: one }) => `Son consentement ne couvre pas les ${classNames[one].fr}.`,
    en: ({ class: one }) => `The consent given does not cover ${classNames[one].en}.`,
  },
  'no-solicitation': said({ fr: 'Cette personne a indiqué ne pas vouloir de sollicitation.', en: 'This person stated a wish for no solicitation.' }),
  'not-published': said({ fr: 'Cette adresse n’a pas été publiée par la personne elle-même.', en: 'This address was not published by the person.' }),
  'no-relevance': said({
    fr: 'Le rôle de la personne et le lien avec votre offre ne sont pas notés.',
    en: 'The person’s role, and how your offer concerns it, are not noted.',
  }),
  claim: { fr: ({ claim }) => claimSentences[claim].fr, en: ({ claim }) => claimSentences[claim].en },
  'not-express': { fr: ({ because }) => notExpress[because].fr, en: ({ because }) => notExpress[because].en },
  'not-close': said({
    fr: 'Sans échanges volontaires des deux côtés, ce n’est pas une relation personnelle.',
    en: 'Without voluntary exchanges on both sides, this is not a personal relationship.',
  }),
  'referral-used': said({ fr: 'La recommandation permettait un seul message, qui est parti.', en: 'The referral allowed one message, which has left.' }),
  'referral-relation': said({
    fr: 'Une recommandation demande que la personne qui recommande vous connaisse tous les deux.',
    en: 'A referral needs someone who knows both of you.',
  }),
  message: {
    fr: ({ missing }) => `Il manque au message${nb}: ${missingList(missing, 'fr')}.`,
    en: ({ missing }) => `The message lacks: ${missingList(missing, 'en')}.`,
  },
  sender: {
    fr: ({ missing }) => `Il manque à votre profil${nb}: ${missingList(missing, 'fr')}.`,
    en: ({ missing }) => `Your profile lacks: ${missingList(missing, 'en')}.`,
  },
  country: {
    fr: ({ country }) => `La loi de son pays (${countryName(country, 'fr')}) demande davantage.`,
    en: ({ country }) => `The law of this person’s country (${countryName(country, 'en')}) asks for more.`,
  },
  listed: {
    fr: ({ on }) => `Son numéro est sur la liste nationale (vérifiée le ${long(on, 'fr')}).`,
    en: ({ on }) => `The number is on the national list (checked on ${long(on, 'en')}).`,
  },
  'list-unchecked': said({ fr: 'Son numéro n’a pas été vérifié dans la liste nationale.', en: 'The number was not checked in the national list.' }),
  'list-outdated': {
    fr: ({ on }) => `La vérification de la liste nationale date du ${long(on, 'fr')}.`,
    en: ({ on }) => `The check of the national list dates from ${long(on, 'en')}.`,
  },
  'not-registered': said({
    fr: 'Cet appel demande votre inscription à la liste nationale et un abonnement à son indicatif régional.',
    en: 'This call needs your registration with the national list and a subscription to its area code.',
  }),
  hours: {
    fr: ({ opensAt }, { zone, today }) =>
      opensAt === null
        ? 'Aucune heure d’appel ne convient à tous les fuseaux possibles.'
        : `Hors des heures d’appel; possible dès ${formatInstant(opensAt, zone, 'fr', today)}.`,
    en: ({ opensAt }, { zone, today }) =>
      opensAt === null
        ? 'No calling hour suits every possible time zone.'
        : `Outside calling hours; possible from ${formatInstant(opensAt, zone, 'en', today)}.`,
  },
  'zone-unknown': said({ fr: 'L’heure qu’il est chez cette personne est inconnue.', en: 'The time it is where this person lives is unknown.' }),
}

/** Why a contact is allowed or refused, in one sentence of facts. */
export const whySentence = (why: Why, language: Language, setting: ConsentSetting): string => (sentences[why.code] as Sentence<Why>)[language](why, setting)

const waysInstead: Readonly<Record<Channel, Words>> = {
  email: { fr: 'Écrire un courriel', en: 'Send an e-mail' },
  sms: { fr: 'Envoyer un texto', en: 'Send a text' },
  message: { fr: 'Écrire un message direct', en: 'Send a direct message' },
  phone: { fr: 'Appeler', en: 'Call' },
}

/** What one may do instead, as an order. */
export const alternativeSentence = (alternative: Alternative, language: Language, { zone, today }: ConsentSetting): string => {
  const isFrench = language === 'fr'
  switch (alternative.type) {
    case 'channel':
      return `${waysInstead[alternative.channel][language]}${alternative.isWithCare ? (isFrench ? ', avec précaution' : ', with care') : ''}`
    case 'check-list':
      return isFrench ? 'Appeler, après avoir vérifié la liste nationale' : 'Call, once the national list is checked'
    case 'wait': {
      const when = formatInstant(alternative.until, zone, language, today)
      return isFrench ? `Appeler dès ${when}` : `Call from ${when}`
    }
    case 'ask-in-person':
      return isFrench ? 'Demander en personne' : 'Ask in person'
    case 'post':
      return isFrench ? 'Publier pour tout le monde' : 'Post for everyone'
  }
}

/** Why call someone whose ground ends soon (law R17). */
export const expirySentence = ({ firstBlockedDay }: Pick<ExpiringConsent, 'firstBlockedDay'>, language: Language, today: Day): string => {
  const last = formatDay(addDays(firstBlockedDay, -1), language, 'short', today)
  return language === 'fr'
    ? `Vous pouvez lui écrire jusqu’au ${last}${nb}: c’est le moment de demander son accord.`
    : `You can write until ${last}: now is the time to ask for consent.`
}
