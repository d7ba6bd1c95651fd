import { dayOf, daysBetween, type Day } from '#method/calendar/day.ts'
import type { InviteReason, NotNowAnswer } from '#method/event/invite-reason.ts'
import { formatDay, formatSpan, monthName } from './format.ts'
import { capital, nb, type Language, type Words } from './language.ts'

/** Why she said "not now", inside a sentence. */
export const notNowCauses: Readonly<Record<string, Words>> = {
  budget: { fr: 'le budget', en: 'budget' },
  timing: { fr: 'le moment', en: 'timing' },
  authority: { fr: 'la décision d’une autre personne', en: 'someone else’s decision' },
  'has-another': { fr: 'quelqu’un d’autre déjà en place', en: 'someone already in place' },
}

/** What the event changes to her "not now", inside a sentence. */
export const notNowAnswerNames: Readonly<Record<NotNowAnswer, Words | null>> = {
  'event-near': { fr: 'attendait un événement dans son coin', en: 'was waiting for an event close to home' },
  offer: { fr: 'attendait cette offre', en: 'was waiting for this offer' },
  words: { fr: 'a dit ce qui changerait sa réponse', en: 'said what would change the answer' },
  date: { fr: 'a proposé d’en reparler vers cette date', en: 'suggested talking around then' },
  budget: null,
  timing: null,
}

/** Where and when: a reason leans on the event's place and on the days of the person who reads. */
export type InviteReasonSetting = { readonly today: Day; readonly zone: string }

// `février`, or `février 2025` when the year is another: a month is what people remember.
const monthOf = (day: Day, language: Language, today: Day): string => {
  const month = monthName(Number(day.slice(5, 7)), language)
  return day.slice(0, 4) === today.slice(0, 4) ? month : `${month} ${day.slice(0, 4)}`
}

const quoted = (text: string, language: Language): string => (language === 'fr' ? `«${nb}${text}${nb}»` : `“${text}”`)

// The fact without its subject, so that two make one sentence.
const clause = (reason: InviteReason, language: Language, { today, zone }: InviteReasonSetting): string => {
  switch (reason.kind) {
    case 'not-now':
      return notNowClause(reason, language, { today, zone })
    case 'near': {
      const place = reason.km < 1 ? null : `${reason.km}${nb}km`
      if (language === 'fr') return place === null ? `habite à ${reason.city}` : `habite à ${place}`
      return place === null ? `lives in ${reason.city}` : `lives ${place} away`
    }
    case 'interest':
      return language === 'fr' ? `s’intéresse à ${quoted(reason.interest, 'fr')}` : `is interested in ${quoted(reason.interest, 'en')}`
    case 'asked': {
      const month = monthOf(dayOf(reason.at, zone), language, today)
      const about = reason.subject === '' ? '' : ` (${reason.subject})`
      return language === 'fr' ? `vous a fait une demande en ${month}${about}` : `sent you an enquiry in ${month}${about}`
    }
    case 'bought':
      return language === 'fr'
        ? `a acheté ${quoted(reason.offer, 'fr')} en ${monthOf(reason.day, 'fr', today)}`
        : `bought ${quoted(reason.offer, 'en')} in ${monthOf(reason.day, 'en', today)}`
    case 'took-part':
      return language === 'fr'
        ? `était à ${quoted(reason.title, 'fr')} le ${formatDay(reason.day, 'fr', 'short', today)}`
        : `was at ${quoted(reason.title, 'en')} on ${formatDay(reason.day, 'en', 'short', today)}`
    case 'quiet': {
      const span = formatSpan(daysBetween(dayOf(reason.lastTouchAt, zone), today), language)
      return language === 'fr' ? `est sans nouvelles de vous depuis ${span}` : `has not heard from you for ${span}`
    }
  }
}

const notNowClause = ({ reason, at, answer }: Extract<InviteReason, { kind: 'not-now' }>, language: Language, { today, zone }: InviteReasonSetting): string => {
  const month = monthOf(dayOf(at, zone), language, today)
  const cause = notNowCauses[reason]?.[language]
  const because = cause === undefined ? '' : language === 'fr' ? `${nb}: ${cause}` : `: ${cause}`
  const said = language === 'fr' ? `a dit ${quoted('pas maintenant', 'fr')} en ${month}${because}` : `said ${quoted('not now', 'en')} in ${month}${because}`
  const awaited = notNowAnswerNames[answer]?.[language]
  return awaited === undefined ? said : `${said}, ${language === 'fr' ? 'et' : 'and'} ${awaited}`
}

/** Why to invite someone, as one sentence of fact: the two strongest reasons (claim 6). Empty when there is none. */
export const inviteSentence = (reasons: readonly InviteReason[], language: Language, setting: InviteReasonSetting): string => {
  const clauses = reasons.slice(0, 2).map((reason) => clause(reason, language, setting))
  return clauses.length === 0 ? '' : capital(`${clauses.join('; ')}.`)
}
