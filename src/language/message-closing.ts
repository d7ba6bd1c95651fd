import type { SenderProfile } from '#method/consent/consent.ts'
import { contactPoints, senderName } from '#method/consent/sender.ts'
import { nb, type Language } from './language.ts'

const stop = {
  fr: `Si vous ne souhaitez plus recevoir de messages de ma part, répondez «${nb}arrêt${nb}».`,
  en: 'If you would rather not hear from me any more, reply “stop”.',
} as const

/** The lines that a message sent from one's own mail program ends with: who writes, from where, how to stop (law R9). */
export const closingLines = (sender: SenderProfile | null, language: Language): readonly string[] =>
  sender === null ? [] : [senderName(sender), sender.mailingAddress, contactPoints(sender).join(' · '), stop[language]].filter((line) => line.trim() !== '')
