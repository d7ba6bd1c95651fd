import PostalMime, { type Email } from 'postal-mime'
import { isForwarded } from '#method/enquiry/quoted.ts'
import type { ReceivedMessage } from '#method/enquiry/read-enquiry.ts'

/** The largest message file that is read on the device. */
export const largestMessage = 10_000_000

/** Why a file gives no message: Outlook's own format, a file that is no message, or too large a one. */
export type FileFault = 'outlook' | 'not-a-message' | 'too-large'

/** What was read of a file. */
export type FileReading = { readonly ok: true; readonly message: ReceivedMessage } | { readonly ok: false; readonly fault: FileFault }

// A message passed on as an attachment may itself have been passed on so.
const deepest = 4

/** Reads a message file (.eml, or its text) on the device; nothing of it leaves. */
export const readMessageFile = async (file: Blob & { readonly name?: string }): Promise<FileReading> => {
  if (file.size > largestMessage) return { ok: false, fault: 'too-large' }
  const bytes = new Uint8Array(await file.arrayBuffer())
  if (isCompound(bytes) || /\.(?:msg|oft)$/i.test(file.name ?? '')) return { ok: false, fault: 'outlook' }
  if (/\.txt$/i.test(file.name ?? '') || file.type === 'text/plain') return { ok: true, message: { text: new TextDecoder().decode(bytes) } }
  try {
    const message = await open(bytes, deepest)
    return message ? { ok: true, message } : { ok: false, fault: 'not-a-message' }
  } catch {
    // What a parser of messages gives up on is no message to the person who dropped it.
    return { ok: false, fault: 'not-a-message' }
  }
}

// The signature of the compound files in which Outlook keeps one message (MS-CFB 2.2).
const compound = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const isCompound = (bytes: Uint8Array): boolean => compound.every((byte, place) => bytes[place] === byte)

const ownHeaders: ReadonlySet<string> = new Set(['from', 'to', 'subject', 'date', 'received', 'message-id', 'mime-version', 'content-type'])

const open = async (bytes: Uint8Array, left: number): Promise<ReceivedMessage | null> => {
  const email = await new PostalMime({ forceRfc822Attachments: true }).parse(bytes)
  if (!email.headers.some(({ key }) => ownHeaders.has(key))) return null
  const inner = left > 0 ? await innerOf(email, left) : null
  if (inner) return inner
  const { from, replyTo, subject, text, html, date } = email
  return { from: mailbox(from), replyTo: mailbox(replyTo?.[0]), subject, text, html, date }
}

/**
 * The message that this one only carries: passed on as an attachment, with an empty body or a subject that says so. A machine that
 * reports a failed delivery carries one's own message, and asks nothing.
 */
const innerOf = async (email: Email, left: number): Promise<ReceivedMessage | null> => {
  const carried = email.attachments.filter(({ mimeType, filename }) => mimeType === 'message/rfc822' || /\.eml$/i.test(filename ?? ''))
  const [only] = carried
  const isReport = /^multipart\/report\b/i.test(email.headers.find(({ key }) => key === 'content-type')?.value ?? '')
  const isOnlyAnEnvelope = isForwarded(email.subject ?? '') || `${email.text ?? ''}${email.html ?? ''}`.trim() === ''
  if (carried.length !== 1 || !only || isReport || !isOnlyAnEnvelope || typeof only.content === 'string') return null
  const inner = await open(new Uint8Array(only.content), left - 1)
  return inner && (inner.from || inner.text?.trim() || inner.html?.trim()) ? inner : null
}

const mailbox = (given: { readonly name?: string; readonly address?: string | undefined } | undefined) =>
  given?.address ? { name: given.name ?? '', address: given.address } : undefined
