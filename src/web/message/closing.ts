import { footerOf } from '#method/consent/footer.ts'
import type { Settings } from '#method/ledger/settings.ts'
import { withClosing } from '#method/message/draft-message.ts'
import { footerSentence } from '#language/consent-words.ts'

/** Who writes, as far as a letter needs to know. */
export type Writer = Pick<Settings, 'firstName' | 'sender'>
/** By e-mail or by text. */
export type Way = 'email' | 'text'
/** How what is written ends: by which way, in which language, and who recommended when the right to write rests on it (law R14). */
export type Ending = { readonly way: Way; readonly language: 'fr' | 'en'; readonly referrer: string | null }

/** The name under which she writes. */
export const nameOf = ({ sender, firstName }: Writer): string => sender?.personName || firstName
const signatureOf = (writer: Writer, language: 'fr' | 'en'): string => writer.sender?.signature[language] || nameOf(writer)

const linesOf = ({ sender }: Writer, { way, language, referrer }: Ending): readonly string[] => {
  if (sender === null) return []
  const how = way === 'email' ? ({ channel: 'email', unsubscribe: { by: 'reply' } } as const) : ({ channel: 'sms', unsubscribe: { by: 'keyword' } } as const)
  return footerOf(sender, { ...how, referrer }).map((line) => footerSentence(line, language))
}

/** The words with the signature: what is given to be sent, the lines of the law being added as it leaves. */
export const signed = (words: string, writer: Writer, language: 'fr' | 'en'): string => withClosing(words, signatureOf(writer, language), [])

/**
 * The whole message as it leaves one's own mail program or telephone: words, signature, the lines of the law; one stops by answering
 * (law R9, R11). A text has neither signature nor mark: who writes is in its lines, and one word stops it (law R12).
 */
export const wholeLetter = (words: string, writer: Writer, ending: Ending): string => {
  const lines = linesOf(writer, ending)
  if (ending.way === 'email') return withClosing(words, signatureOf(writer, ending.language), lines)
  return [words.trim(), lines.join('\n')].filter((part) => part !== '').join('\n\n')
}
