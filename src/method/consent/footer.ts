import type { SenderProfile, WrittenChannel } from './consent.ts'
import { contactPoints, senderName } from './sender.ts'

/** How someone stops the messages: a link, an answer, or one word by text message. */
export type UnsubscribeWay = { readonly by: 'link'; readonly url: string } | { readonly by: 'reply' } | { readonly by: 'keyword' }

/** One line that the law adds to a message. */
export type FooterLine =
  | { readonly type: 'referral'; readonly referrer: string }
  | { readonly type: 'identity'; readonly name: string; readonly person: string }
  | { readonly type: 'mailing-address'; readonly address: string }
  | { readonly type: 'contact-points'; readonly points: readonly string[] }
  | { readonly type: 'identification-link'; readonly url: string }
  | { readonly type: 'unsubscribe'; readonly way: UnsubscribeWay }

/**
 * The lines that the law adds to a message, in order: who recommended, who writes, from where, how to reach her, and the one way to
 * stop (law R9, R11, R14). A text message is too short for it: one link says who writes (law R12).
 */
export const footerOf = (
  sender: SenderProfile,
  {
    channel,
    unsubscribe,
    identificationLink = '',
    referrer = null,
  }: {
    readonly channel: WrittenChannel
    readonly unsubscribe: UnsubscribeWay
    readonly identificationLink?: string | undefined
    readonly referrer?: string | null | undefined
  },
): readonly FooterLine[] => {
  const recommended: readonly FooterLine[] = referrer === null ? [] : [{ type: 'referral', referrer }]
  const stop: FooterLine = { type: 'unsubscribe', way: unsubscribe }
  if (channel !== 'email' && identificationLink !== '') return [...recommended, { type: 'identification-link', url: identificationLink }, stop]
  const name = senderName(sender)
  const person = sender.personName.trim()
  return [
    ...recommended,
    { type: 'identity', name, person: person === name ? '' : person },
    { type: 'mailing-address', address: sender.mailingAddress.trim() },
    { type: 'contact-points', points: contactPoints(sender) },
    stop,
  ]
}
