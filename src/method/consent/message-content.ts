import { foldName, foldWords, plainLetters } from '../contact/fold.ts'
import type { SenderProfile } from './consent.ts'
import { contactPoints, senderName } from './sender.ts'
import type { Draft, Missing } from './verdict.ts'

const folded = (text: string): string => ` ${foldWords(text)} `
// Lines and commas of an address move from one message to the next; its words stay.
const says = (message: string, text: string): boolean => text.trim() !== '' && message.includes(folded(text))

/**
 * What the law still wants in a message that is about to leave: who writes, a mailing address, a way to reach her (or one link to a page
 * that says it all), and exactly one way to unsubscribe, that works (s.6(2), 11; law R9).
 */
export const missingInMessage = ({ text, unsubscribe, identificationLink }: Draft, sender: SenderProfile): readonly Missing[] => {
  const missing: Missing[] = []
  const message = folded(text)
  const isIdentifiedByLink = identificationLink !== '' && text.includes(identificationLink)
  if (!isIdentifiedByLink) {
    if (!says(message, senderName(sender))) missing.push('identity-in-text')
    if (!says(message, sender.mailingAddress)) missing.push('address-in-text')
    if (!contactPoints(sender).some((point) => says(message, point))) missing.push('contact-point-in-text')
  }
  if (unsubscribe.length === 0) missing.push('unsubscribe')
  if (unsubscribe.length > 1) missing.push('single-unsubscribe')
  if (unsubscribe.some(({ isWorking }) => !isWorking)) missing.push('working-unsubscribe')
  return missing
}

// « à la suite de sa recommandation », « Marie Roy m'a suggéré de vous écrire », "referred by": the words in which people say it.
const referralWords = /\b(?:recommand|recommend|refer|suggere|suggest|de la part de)/

/** What a message that rests on a referral still owes: the full name of who recommended, and that it comes from the recommendation. */
export const missingOfReferral = ({ text }: Pick<Draft, 'text'>, referrer: string): readonly Missing[] => {
  const missing: Missing[] = []
  if (!` ${foldName(text)} `.includes(` ${foldName(referrer)} `)) missing.push('referrer-full-name')
  if (!referralWords.test(plainLetters(text))) missing.push('referral-statement')
  return missing
}
