import { dayOf, type Day } from '#method/calendar/day.ts'
import type { NotNow } from '#method/contact/contact.ts'
import { formatDay, monthName } from './format.ts'
import { nb, type Language } from './language.ts'
import { notNowCauses } from './invite-reasons.ts'

/** Where the sentence is read, and the name of an offer; `undefined` when it is not known. */
export type NotNowSetting = { readonly today: Day; readonly zone: string; readonly offerName: (offerId: string) => string | undefined }

const quoted = (text: string, language: Language): string => (language === 'fr' ? `«${nb}${text}${nb}»` : `“${text}”`)

const conditionOf = ({ change, until }: NotNow, language: Language, { today, offerName }: NotNowSetting): string | null => {
  const isFrench = language === 'fr'
  switch (change?.type) {
    case 'date': {
      if (until === null) return null
      const day = formatDay(until, language, 'short', today)
      return isFrench ? `demande d’en reparler le ${day}` : `asked to talk again on ${day}`
    }
    case 'event-near':
      return isFrench ? 'attend un événement près d’elle' : 'is waiting for an event close to home'
    case 'offer': {
      const name = change.offerId === null ? undefined : offerName(change.offerId)
      if (name) return isFrench ? `attend l’offre ${quoted(name, 'fr')}` : `is waiting for ${quoted(name, 'en')}`
      return isFrench ? 'attend une nouvelle offre' : 'is waiting for a new offer'
    }
    case 'words':
      return isFrench ? `sa réponse changera ainsi${nb}: ${quoted(change.words, 'fr')}` : `what would change it: ${quoted(change.words, 'en')}`
    case undefined:
      return null
  }
}

/** Why someone said "not now" and what would change it, in one sentence: `A dit « pas maintenant » en février : le budget; attend un événement près d’elle.` (claim 6) */
export const notNowSentence = (notNow: NotNow, language: Language, setting: NotNowSetting): string => {
  const day = dayOf(notNow.at, setting.zone)
  const year = day.slice(0, 4) === setting.today.slice(0, 4) ? '' : ` ${day.slice(0, 4)}`
  const month = `${monthName(Number(day.slice(5, 7)), language)}${year}`
  const said = language === 'fr' ? `A dit ${quoted('pas maintenant', 'fr')} en ${month}` : `Said ${quoted('not now', 'en')} in ${month}`
  // A reason that came from elsewhere is told in its own words.
  const cause = notNow.reason === 'other' ? '' : (notNowCauses[notNow.reason]?.[language] ?? notNow.reason)
  const because = cause === '' ? '' : `${language === 'fr' ? nb : ''}: ${cause}`
  const condition = conditionOf(notNow, language, setting)
  return `${said}${because}${condition === null ? '' : `; ${condition}`}.`
}
