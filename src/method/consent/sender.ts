import type { Day, Instant } from '../calendar/day.ts'
import { dayOf } from '../calendar/day.ts'
import { blankSender, type SenderProfile } from './consent.ts'
import { firstBlockedDay } from './month-clock.ts'
import type { Missing } from './verdict.ts'

/** Who writes and calls; where she lives until she says more. */
export const senderOf = ({ sender, zone }: { readonly sender: SenderProfile | null; readonly zone: string }): SenderProfile =>
  sender ?? { ...blankSender, zone }

/** The name under which she does business: that of her business, else her own (SOR/2012-36 s.2). */
export const senderName = ({ businessName, personName }: Pick<SenderProfile, 'businessName' | 'personName'>): string => businessName.trim() || personName.trim()

/**
 * What a sender still has to say before anything may be written in her name (law R10): a name, a mailing address, one of telephone,
 * e-mail and web, all of it confirmed within twelve months. Empty when nothing is missing. A call needs none of it: she says it.
 */
export const missingOfSender = (sender: SenderProfile, at: Instant, today: Day): readonly Missing[] => {
  const missing: Missing[] = []
  if (senderName(sender) === '') missing.push('name')
  if (sender.mailingAddress.trim() === '') missing.push('mailing-address')
  if (contactPoints(sender).length === 0) missing.push('contact-point')
  if (!isConfirmed(sender, at, today)) missing.push('confirmation')
  return missing
}

/** The telephone, e-mail and web of a sender: those that are given. */
export const contactPoints = ({ phone, email, website }: SenderProfile): readonly string[] =>
  [phone, email, website].map((text) => text.trim()).filter((text) => text !== '')

const isConfirmed = ({ confirmedAt, zone }: SenderProfile, at: Instant, today: Day): boolean =>
  confirmedAt !== null && confirmedAt <= at && today < firstBlockedDay(dayOf(confirmedAt, zone), 12)
