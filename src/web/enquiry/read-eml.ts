import PostalMime from 'postal-mime'
import type { ReceivedMessage } from '#method/enquiry/read-enquiry.ts'

/** The largest message file that is read on the device. */
export const largestMessage = 10_000_000

/** Reads a message file (.eml) on the device; nothing of it leaves. */
export const readMessageFile = async (file: Blob): Promise<ReceivedMessage> => {
  const { from, replyTo, subject, text, html, date } = await new PostalMime().parse(await file.arrayBuffer())
  return { from: mailbox(from), replyTo: mailbox(replyTo?.[0]), subject, text, html, date }
}

const mailbox = (given: { readonly name?: string; readonly address?: string | undefined } | undefined) =>
  given?.address ? { name: given.name ?? '', address: given.address } : undefined
