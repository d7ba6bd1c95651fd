import { isBuiltIn, type KindId } from '#method/activity/kind.ts'
import { dayOf, daysBetween, timeOf, type Day, type Instant } from '#method/calendar/day.ts'
import type { Relationship } from '#method/contact/contact.ts'
import type { EnquiryWay } from '#method/enquiry/enquiry.ts'
import { saysEnquiry } from '#method/enquiry/learn-from-enquiry.ts'
import type { Reason } from '#method/next/reason.ts'
import { sourceWords } from './enquiry.ts'
import { formatDay, formatMinutes, formatSpan, formatTime } from './format.ts'
import { nb, type Language, type Words } from './language.ts'
import { notNowNames, promises } from './names.ts'

/** The day of the one who reads, and the zone of her clock. */
export type ReasonSetting = { readonly today: Day; readonly zone: string }
type Of<K extends Reason['kind']> = Extract<Reason, { kind: K }>
type Sentence<K extends Reason['kind']> = (reason: Of<K>, setting: ReasonSetting) => Words

/** Why someone comes next, in one sentence of fact; a reason without its sentence in both languages does not compile (claims 4 to 6). */
export const reasonSentence = (reason: Reason, language: Language, setting: ReasonSetting): string => {
  const say = sentences[reason.kind] as (reason: Reason, setting: ReasonSetting) => Words
  return say(reason, setting)[language]
}

/** What the place says that no fact explains: one in twenty is drawn. */
export const drawnSentence: Words = { fr: 'Tirage au sort, pour que personne ne soit oublié.', en: 'Drawn at random, so that no one is forgotten.' }

/** For how long someone who asked has been waiting: `Attend depuis 40 min.` The clock of an enquiry (claim 5). */
export const waitingSentence = (at: Instant, now: Instant, language: Language): string => {
  const minutes = Math.max(0, Math.floor((Date.parse(now) - Date.parse(at)) / 60_000))
  if (minutes < 1) return language === 'fr' ? 'Vient d’arriver.' : 'Just came in.'
  const span = minutes < 1440 ? formatMinutes(minutes, language) : formatSpan(Math.floor(minutes / 1440), language)
  return language === 'fr' ? `Attend depuis ${span}.` : `Waiting for ${span}.`
}

const within = (day: Day, today: Day, days: number): boolean => Math.abs(daysBetween(today, day)) <= days
const dateOf = (day: Day, language: Language, today: Day): string => formatDay(day, language, within(day, today, 1) ? 'relative' : 'short', today)

// `aujourd’hui`, `hier` or `le 21 novembre`.
const on = (day: Day, language: Language, today: Day): string => {
  const text = dateOf(day, language, today)
  return within(day, today, 1) ? text : language === 'fr' ? `le ${text}` : `on ${text}`
}
const onDayOf = (at: Instant, language: Language, { today, zone }: ReasonSetting): string => on(dayOf(at, zone), language, today)

const parts = {
  fr: { morning: 'ce matin', afternoon: 'cet après-midi', evening: 'ce soir' },
  en: { morning: 'this morning', afternoon: 'this afternoon', evening: 'this evening' },
} as const

// `ce matin à 9 h 12`, `hier à 16 h 20`, `le 12 novembre`.
const moment = (at: Instant, language: Language, setting: ReasonSetting): string => {
  const day = dayOf(at, setting.zone)
  const time = timeOf(at, setting.zone)
  if (!within(day, setting.today, 1) || day > setting.today) return on(day, language, setting.today)
  const part = time < '12:00' ? 'morning' : time < '17:00' ? 'afternoon' : 'evening'
  const when = day === setting.today ? parts[language][part] : dateOf(day, language, setting.today)
  return `${when} ${language === 'fr' ? 'à' : 'at'} ${formatTime(time, language)}`
}

const both = (of: (language: Language) => string): Words => ({ fr: of('fr'), en: of('en') })
// `9:12 p.m.` has its dot already.
const dotted = (sentence: string): string => (sentence.endsWith('.') ? sentence : `${sentence}.`)
const told = (of: (language: Language) => string): Words => both((language) => dotted(of(language)))
const quoted = (text: string, language: Language): string => (language === 'fr' ? `«${nb}${text}${nb}»` : `“${text}”`)
const lateBy = (days: number, language: Language): string =>
  days < 2 ? '' : language === 'fr' ? `, en retard de ${formatSpan(days, 'fr')}` : `, ${formatSpan(days, 'en')} late`
const silence = (days: number, language: Language): string =>
  language === 'fr' ? `sans nouvelles depuis ${formatSpan(days, 'fr')}` : `no contact for ${formatSpan(days, 'en')}`

const asked: Readonly<Record<EnquiryWay, Words>> = {
  form: { fr: 'A rempli votre formulaire', en: 'Filled in your form' },
  email: { fr: 'Vous a écrit pour une demande', en: 'Wrote to you with an enquiry' },
  message: { fr: 'Vous a envoyé un message pour une demande', en: 'Sent you a message with an enquiry' },
  phone: { fr: 'A téléphoné pour une demande', en: 'Called with an enquiry' },
  other: { fr: 'Vous a fait une demande', en: 'Sent you an enquiry' },
}

/** What was promised to someone, by the kind of her step: a call, a message, news. */
export const promiseOf = (kind: KindId | null, language: Language): string =>
  kind !== null && isBuiltIn(kind) ? promises[kind][language] : language === 'fr' ? 'des nouvelles' : 'news'

const meeting: Sentence<'meeting'> = ({ due, time }, { today }) =>
  told((language) => {
    const at = time === null ? '' : `${language === 'fr' ? ' à ' : ' at '}${formatTime(time, language)}`
    const that = `${language === 'fr' ? 'Rendez-vous' : 'Meeting'} ${on(due, language, today)}${at}`
    return due >= today ? that : language === 'fr' ? `${that}${nb}: notez ce qui en est ressorti` : `${that}: note what came of it`
  })

const snoozed: Sentence<'snoozed'> = ({ due }, { today }) => ({
  fr: `Vous avez remis ce contact ${within(due, today, 1) ? 'à' : 'au'} ${dateOf(due, 'fr', today)}.`,
  en: `You put this off until ${dateOf(due, 'en', today)}.`,
})

const away = (km: number, language: Language): string =>
  km < 1 ? (language === 'fr' ? 'tout près' : 'close') : `${language === 'fr' ? 'à ' : ''}${Math.round(km)}${nb}km`
// After « du », « d’ » or « de »: `du 24 mars`, `d’aujourd’hui`, `de demain`.
const ofDay = (day: Day, today: Day): string => {
  const text = dateOf(day, 'fr', today)
  return !within(day, today, 1) ? `du ${text}` : day > today ? `de ${text}` : `d’${text}`
}

const eventNear: Sentence<'event-near'> = ({ title, day, km }, { today }) => ({
  fr: `Habite ${away(km, 'fr')} de ${title === '' ? '' : `${quoted(title, 'fr')}, `}votre événement ${ofDay(day, today)}.`,
  en: `Lives ${away(km, 'en')} ${km < 1 ? 'to' : 'from'} ${title === '' ? '' : `${quoted(title, 'en')}, `}your event ${on(day, 'en', today)}.`,
})

// « Avait dit « pas maintenant » le 12 février (budget) », then what changed.
const said = (
  { saidAt, because }: { readonly saidAt: Instant; readonly because: string },
  setting: ReasonSetting,
  change: (language: Language) => string,
): Words =>
  told((language) => {
    const why = because !== 'other' && because in notNowNames ? notNowNames[because as keyof typeof notNowNames][language] : ''
    const cause = why === '' ? '' : ` (${why.charAt(0).toLowerCase()}${why.slice(1)})`
    const when = onDayOf(saidAt, language, setting)
    return language === 'fr'
      ? `Avait dit ${quoted('pas maintenant', 'fr')} ${when}${cause}; ${change('fr')}`
      : `Said ${quoted('not now', 'en')} ${when}${cause}; ${change('en')}`
  })

const source: Sentence<'source'> = ({ source, words, since }, setting) => {
  const kinds = { met: ['Rencontre', 'Met'], inquiry: ['Demande', 'Enquiry'], referral: ['Recommandation', 'Referral'] } as const
  const [french, english] = kinds[source]
  // Kept for an enquiry once, in the language of the day: no more than the kind itself.
  if (words !== '' && !saysEnquiry(words)) return { fr: dotted(`${french}${nb}: ${words}`), en: dotted(`${english}: ${words}`) }
  if (source === 'inquiry') return { fr: 'Vous a déjà fait une demande.', en: 'Has sent you an enquiry before.' }
  if (source === 'referral') return { fr: 'On vous a recommandé cette personne.', en: 'This person was referred to you.' }
  if (since === null) return { fr: 'Vous avez déjà fait connaissance.', en: 'You have already met.' }
  return told((language) => `${language === 'fr' ? 'Première conversation' : 'First conversation'} ${onDayOf(since, language, setting)}`)
}

const bonds: Readonly<Record<Relationship, Words | null>> = {
  client: { fr: 'fait partie de votre clientèle', en: 'one of your clients' },
  'past-client': { fr: 'fait partie de votre ancienne clientèle', en: 'one of your past clients' },
  partner: { fr: 'partenaire', en: 'a partner of yours' },
  potential: null,
  other: null,
}
const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const client: Sentence<'client'> = ({ relationship, lastTouchAt, days }, setting) =>
  told((language) => {
    const bond = capitalized(bonds[relationship]?.[language] ?? '')
    if (lastTouchAt === null || days === null) return bond
    // Under two months, the date says more than the silence.
    if (days >= 60) return `${bond}, ${silence(days, language)}`
    return `${bond}; ${language === 'fr' ? 'dernier contact' : 'last contact'} ${onDayOf(lastTouchAt, language, setting)}`
  })

const renew: Sentence<'renew'> = ({ relationship, days }) =>
  told((language) => {
    const bond = bonds[relationship]?.[language]
    return `${language === 'fr' ? `À renouer${nb}:` : 'To renew:'} ${bond ? `${bond}, ` : ''}${silence(days, language)}`
  })

const neverContacted: Sentence<'never-contacted'> = ({ since, source }, { today, zone }) => {
  const words = (language: Language) => (source === '' ? '' : ` (${sourceWords(source, language)})`)
  const day = (language: Language) => formatDay(dayOf(since, zone), language, 'short', today)
  return { fr: `Premier contact à faire; ajout le ${day('fr')}${words('fr')}.`, en: `First contact to make; added ${day('en')}${words('en')}.` }
}

const sign =
  (french: string, english: string) =>
  ({ at }: { readonly at: Instant }, setting: ReasonSetting): Words => ({
    fr: dotted(`${french} ${moment(at, 'fr', setting)}`),
    en: dotted(`${english} ${moment(at, 'en', setting)}`),
  })

const sentences: { readonly [K in Reason['kind']]: Sentence<K> } = {
  enquiry: ({ via, at }, setting) => told((language) => `${asked[via][language]} ${moment(at, language, setting)}`),
  wrote: sign('A écrit', 'Wrote'),
  called: sign('A appelé', 'Called'),
  visited: sign('A visité votre site', 'Visited your site'),
  chosen: ({ on: day }, { today }) => {
    const isYesterday = daysBetween(day, today) === 1
    return {
      fr: isYesterday ? 'Vous l’avez choisie hier soir.' : `Vous l’avez choisie le soir du ${dateOf(day, 'fr', today)}.`,
      en: isYesterday ? 'You chose this person last night.' : `You chose this person on the evening of ${dateOf(day, 'en', today)}.`,
    }
  },
  meeting,
  promised: ({ due, daysLate, step }, { today }) => ({
    fr: `Vous lui avez promis ${promiseOf(step, 'fr')} pour ${on(due, 'fr', today)}${lateBy(daysLate, 'fr')}.`,
    en: `You promised ${promiseOf(step, 'en')} for ${dateOf(due, 'en', today)}${lateBy(daysLate, 'en')}.`,
  }),
  due: ({ due, daysLate }, { today }) => ({
    fr: `Suivi prévu ${due === today ? 'pour aujourd’hui' : on(due, 'fr', today)}${lateBy(daysLate, 'fr')}.`,
    en: `Follow-up due ${on(due, 'en', today)}${lateBy(daysLate, 'en')}.`,
  }),
  thank: ({ due, daysLate }, { today }) => ({
    fr: `Vous vouliez la remercier ${on(due, 'fr', today)}${lateBy(daysLate, 'fr')}.`,
    en: `You meant to say thank you ${on(due, 'en', today)}${lateBy(daysLate, 'en')}.`,
  }),
  snoozed,
  'event-near': eventNear,
  'said-date': (reason, setting) =>
    said(reason, setting, (language) =>
      language === 'fr' ? `à reprendre à partir ${ofDay(reason.day, setting.today)}` : `to be taken up again from ${dateOf(reason.day, 'en', setting.today)}`,
    ),
  'said-event': (reason, setting) =>
    said(reason, setting, (language) => {
      const { title, km, day } = reason
      const event = title === '' ? (language === 'fr' ? 'votre événement' : 'your event') : quoted(title, language)
      const when = on(day, language, setting.today)
      return language === 'fr'
        ? `${event} aura lieu ${away(km, 'fr')}, ${when}`
        : `${event} takes place ${km < 1 ? 'close by' : `${away(km, 'en')} away`}, ${when}`
    }),
  'said-offer': (reason, setting) =>
    said(reason, setting, (language) => {
      const offer = reason.name === '' ? (language === 'fr' ? 'une nouvelle offre' : 'something new') : quoted(reason.name, language)
      return language === 'fr' ? `vous offrez maintenant ${offer}` : `you now offer ${offer}`
    }),
  // Her card says which contact this one would be.
  'next-touch': ({ lastTouchAt }, setting) =>
    told((language) => `${language === 'fr' ? 'Dernier contact' : 'Last contact'} ${onDayOf(lastTouchAt, language, setting)}`),
  source,
  client,
  renew,
  'never-contacted': neverContacted,
  quiet: ({ days }) => told((language) => capitalized(silence(days, language))),
}
