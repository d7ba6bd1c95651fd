import type { MessageClass, SenderProfile } from '#method/consent/consent.ts'
import type { FooterLine } from '#method/consent/footer.ts'
import { foldName } from '#method/contact/fold.ts'
import { contactPoints, senderName } from '#method/consent/sender.ts'
import type { ConsentWording } from '#method/consent/wording.ts'
import { classNames } from './consent-names.ts'
import { localeOf, nb, type Language, type Words } from './language.ts'

type Who = Pick<SenderProfile, 'businessName' | 'personName'>

// Before a vowel or an h, as most names have it silent: « d’Hélène », « qu’Atelier Roy ».
const isElided = (name: string): boolean => /^[aeiouyhàâäéèêëîïôöùûüœæ]/iu.test(name)
const of = (name: string): string => {
  const [, article = '', rest = ''] = /^(les?) (.*)$/isu.exec(name) ?? []
  if (article !== '') return `${article.toLowerCase() === 'le' ? 'du' : 'des'} ${rest}`
  return isElided(name) ? `d’${name}` : `de ${name}`
}

const presents = ({ businessName, personName }: Who, language: Language): string => {
  const [person, business] = [personName.trim(), businessName.trim()]
  if (person === '' || business === '' || person === business) return person || business || '…'
  return language === 'fr' ? `${person} ${of(business)}` : `${person} from ${business}`
}

/** The first words of a call: who, for whom, about what (law T5, s.41.7(3)). */
export const openingLine = (sender: Who, about: string, language: Language): string => {
  const subject = about.trim()
  if (language === 'fr') return `Bonjour, ici ${presents(sender, 'fr')}. Je vous appelle au sujet ${subject === '' ? 'de…' : `${of(subject)}.`}`
  return `Hello, this is ${presents(sender, 'en')}. I am calling about ${subject === '' ? '…' : `${subject}.`}`
}

/** What one calls about when she wrote: the offer that her subject names, otherwise her message. Her own words do not follow « au sujet de ». */
export const matterOf = (subject: string, offers: readonly string[], language: Language): string => {
  const wanted = foldName(subject)
  return offers.find((name) => foldName(name) === wanted) ?? (language === 'fr' ? 'votre message' : 'your message')
}

/** The words to say to ask for consent in a call: the question, then who writes and that it can stop, then the details to give (law R5, R6). */
export type SpokenRequest = { readonly version: ConsentWording; readonly question: string; readonly promise: string; readonly details: string }

/** The words of `oral-1`. */
export const oralRequest = (sender: SenderProfile, language: Language): SpokenRequest => {
  const details = [sender.mailingAddress.trim(), ...contactPoints(sender)].filter((text) => text !== '').join(' · ')
  const name = presents(sender, language)
  return language === 'fr'
    ? {
        version: 'oral-1',
        question: 'Je peux vous écrire quand je passe dans votre coin?',
        promise: `Mes messages viendront de ${name}; mon adresse y sera toujours, et vous me direz d’arrêter quand vous voudrez.`,
        details,
      }
    : {
        version: 'oral-1',
        question: 'May I write to you when I am around your area?',
        promise: `My messages will come from ${name}; my address will always be there, and you can tell me to stop whenever you like.`,
        details,
      }
}

/** The words of `form-1`, beside a box that nobody ticked beforehand. */
export const formRequest = (
  sender: SenderProfile,
  classes: readonly MessageClass[],
  language: Language,
): { readonly version: ConsentWording; readonly text: string } => {
  const list = new Intl.ListFormat(localeOf(language), { type: 'conjunction' }).format(classes.map((one) => classNames[one][language]))
  const where = [sender.mailingAddress.trim(), ...contactPoints(sender)].filter((text) => text !== '').join(', ')
  const name = senderName(sender) || '…'
  const text =
    language === 'fr'
      ? `J’accepte ${isElided(name) ? 'qu’' : 'que '}${name} (${where}) m’écrive${nb}: ${list}. Je peux retirer ce consentement en tout temps.`
      : `I agree that ${name} (${where}) may write to me: ${list}. I can withdraw this consent at any time.`
  return { version: 'form-1', text }
}

const stopByReply: Words = {
  fr: 'Pour ne plus recevoir mes messages, répondez ARRÊT.',
  en: 'To stop receiving my messages, answer STOP.',
}
// A text message is answered in either language, whatever the language of its sender (law R12).
const stopByKeyword = 'ARRÊT pour ne plus recevoir de textos. STOP to unsubscribe.'

/** A line that the law adds to a message, in the language of the person who reads it. */
export const footerSentence = (line: FooterLine, language: Language): string => {
  const colon = language === 'fr' ? `${nb}:` : ':'
  switch (line.type) {
    case 'referral':
      return language === 'fr'
        ? `${line.referrer} m’a recommandé de vous écrire; ce message fait suite à sa recommandation.`
        : `${line.referrer} recommended that I write to you; this message follows that referral.`
    case 'identity':
      return line.person === '' ? line.name : `${line.person}, ${line.name}`
    case 'mailing-address':
      return line.address
    case 'contact-points':
      return line.points.join(' · ')
    case 'identification-link':
      return `${language === 'fr' ? 'Qui vous écrit' : 'Who is writing'}${colon} ${line.url}`
    case 'unsubscribe':
      if (line.way.by === 'keyword') return stopByKeyword
      if (line.way.by === 'reply') return stopByReply[language]
      return `${language === 'fr' ? 'Pour ne plus recevoir mes messages' : 'To stop receiving my messages'}${colon} ${line.way.url}`
  }
}

/** The lines that the law adds, as the text that ends a message. */
export const footerText = (lines: readonly FooterLine[], language: Language): string => lines.map((line) => footerSentence(line, language)).join('\n')
