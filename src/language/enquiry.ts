import { dayOf, type Instant } from '#method/calendar/day.ts'
import type { EnquiryWay } from '#method/enquiry/enquiry.ts'
import { saysEnquiry } from '#method/enquiry/learn-from-enquiry.ts'
import { formatInstant } from './format.ts'
import { nb, plural, type Language } from './language.ts'

/** By which way an enquiry came. */
export const enquiryWayNames: Readonly<Record<EnquiryWay, { readonly fr: string; readonly en: string }>> = {
  form: { fr: 'Formulaire', en: 'Form' },
  email: { fr: 'Courriel', en: 'E-mail' },
  message: { fr: 'Message', en: 'Message' },
  phone: { fr: 'Téléphone', en: 'Telephone' },
  other: { fr: 'Autre', en: 'Other' },
}

/** « How we met » as it is said on a screen: an enquiry by the word of its language, everything else as it was written. */
export const sourceWords = (source: string, language: Language): string => (saysEnquiry(source) ? (language === 'fr' ? 'Demande' : 'Enquiry') : source)

/** The clock of an enquiry: how long it has waited, then when it came: `Il y a 12 min`, `Il y a 3 h`, `Reçue vendredi à 14 h 30`. */
export function enquiryClock(receivedAt: Instant, now: Instant, zone: string, language: Language): string {
  const minutes = Math.max(0, Math.floor((Date.parse(now) - Date.parse(receivedAt)) / 60_000))
  if (minutes < 1) return language === 'fr' ? 'À l’instant' : 'Just now'
  if (minutes < 60) return language === 'fr' ? `Il y a ${minutes}${nb}min` : `${minutes}${nb}min ago`
  const hours = Math.floor(minutes / 60)
  if (hours < 24) return language === 'fr' ? `Il y a ${hours}${nb}h` : `${hours} ${plural(hours, 'en', 'hour', 'hours')} ago`
  const today = dayOf(now, zone)
  const at = formatInstant(receivedAt, zone, language, today)
  return language === 'fr' ? `Reçue${nb}: ${at}` : `Received: ${at}`
}
