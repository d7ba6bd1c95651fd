import { asInstant } from '#method/calendar/day.ts'
import { canContact } from '#method/consent/can-contact.ts'
import { carriedBy } from '#method/consent/carried.ts'
import { blankSender, purposes, type Purpose } from '#method/consent/consent.ts'
import { footerOf, type UnsubscribeWay } from '#method/consent/footer.ts'
import { isAllowed } from '#method/consent/verdict.ts'
import { withClosing } from '#method/message/draft-message.ts'
import type { OutboundMessage } from '#method/message/message.ts'
import { footerSentence } from '#language/consent-words.ts'
import type { Tx } from '#server/db/database.ts'
import { readById } from '#server/db/rows.ts'
import { consentLedgerOf, personOf } from '../consent/store.ts'
import type { Verdict } from './dispatch.ts'

type Place = { readonly workspaceId: string; readonly memberId: string }

const isPurpose = (text: string): text is Purpose => (purposes as readonly string[]).includes(text)
// What is kept of a link says where it led; its own part stays with whoever received it.
const withoutToken = (way: UnsubscribeWay): UnsubscribeWay => (way.by === 'link' ? { by: 'link', url: way.url.replace(/[^/]+$/, '…') } : way)

/**
 * What the law says of a message that is about to leave, over its whole text: the words as they were read over, every one of them,
 * then the lines of the law, which are those of the moment of leaving and are added here alone (law A2, R9).
 */
export const judgeMessage = async (tx: Tx, { workspaceId, memberId }: Place, message: OutboundMessage, unsubscribe: UnsubscribeWay): Promise<Verdict> => {
  const contact = await personOf(tx, workspaceId, message.contactId)
  if (!contact || contact.deletedAt !== null) return { ok: false, why: 'gone' }
  if (!contact.emails.some(({ address }) => address.trim().toLowerCase() === message.to.trim().toLowerCase())) return { ok: false, why: 'not-her-address' }
  const sender = (await readById(tx, 'settings', workspaceId, memberId))?.sender ?? blankSender
  const events = await consentLedgerOf(tx, workspaceId, contact.id)
  const at = asInstant(Date.now())
  const asked = { events, contact, at, sender, channel: 'email', purpose: isPurpose(message.purpose) ? message.purpose : 'personal' } as const
  // The ground first, then the whole text with what that ground owes: the name of who recommended, the note on her role (law R14, R15).
  const { referrer, relevance } = carriedBy(canContact(asked), events)
  const linesWith = (way: UnsubscribeWay) =>
    footerOf(sender, { channel: 'email', unsubscribe: way, referrer }).map((line) => footerSentence(line, message.language))
  const text = withClosing(message.body, '', linesWith(unsubscribe))
  const draft = { text: `${message.subject}\n${text}`, unsubscribe: [{ isWorking: true }], identificationLink: '', relevance }
  const answer = canContact({ ...asked, draft })
  return isAllowed(answer) ? { ok: true, text, closing: linesWith(withoutToken(unsubscribe)).join('\n') } : { ok: false, why: answer.why.code }
}
