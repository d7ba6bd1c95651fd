import MailComposer from 'nodemailer/lib/mail-composer'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import type { UnsubscribeWay } from '#method/consent/footer.ts'
import type { MailAccount } from './account-store.ts'

/** A message as it goes out. */
export type Outgoing = {
  readonly messageId: string
  readonly to: string
  readonly subject: string
  readonly text: string
  /** How the person who receives it stops the messages: a page, or an answer. */
  readonly unsubscribe: UnsubscribeWay
  readonly language: 'fr' | 'en'
}

/**
 * What came of it. `refused`: the server was not reached, or said no, so the message has not left. `unsure`: the connection
 * ended once the message was being given and before the answer; it may have left, and is never sent again.
 */
export type Sent = { readonly state: 'sent' } | { readonly state: 'refused' | 'unsure'; readonly detail: string }

type Open = MailAccount & { readonly password: string }
type SmtpError = Error & { readonly code?: string; readonly responseCode?: number }

const timeouts = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 30_000 }
const detailOf = ({ code, responseCode }: SmtpError): string => (responseCode ? `smtp-${responseCode}` : (code ?? 'unknown').toLowerCase())

/** One step of the conversation: its answer, or the end of the connection. */
const step = <T>(connection: SMTPConnection, take: (done: (error?: Error | null, answer?: T) => void) => void): Promise<T | undefined> =>
  new Promise((resolve, reject) => {
    connection.once('error', reject)
    take((error, answer) => {
      connection.off('error', reject)
      if (error) reject(error)
      else resolve(answer)
    })
  })

/** A connection that let us in. */
const entered = async ({ host, port, security, username, password }: Open): Promise<SMTPConnection> => {
  const connection = new SMTPConnection({
    host,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    ...timeouts,
  })
  // What breaks between two steps is told by the next one.
  connection.on('error', () => undefined)
  try {
    await step(connection, (done) => connection.connect(done as never))
    if (username !== '') await step(connection, (done) => connection.login({ user: username, pass: password } as never, done as never))
    return connection
  } catch (error) {
    connection.close()
    throw error
  }
}

/** The whole message, headers included; one way out, that a mail program can follow by itself (RFC 8058, law R8). */
const written = ({ fromName, fromAddress }: MailAccount, { messageId, to, subject, text, unsubscribe, language }: Outgoing): Promise<Buffer> => {
  const from = { name: fromName, address: fromAddress }
  return new MailComposer({
    from,
    replyTo: from,
    to: { name: '', address: to },
    subject,
    text,
    messageId: `<${messageId}@${fromAddress.split('@')[1] ?? 'localhost'}>`,
    textEncoding: 'quoted-printable',
    headers: {
      'content-language': language === 'fr' ? 'fr-CA' : 'en-CA',
      ...(unsubscribe.by === 'link'
        ? { 'list-unsubscribe': `<${unsubscribe.url}>`, 'list-unsubscribe-post': 'List-Unsubscribe=One-Click' }
        : { 'list-unsubscribe': `<mailto:${encodeURIComponent(fromAddress).replace('%40', '@')}?subject=${language === 'fr' ? 'ARR%C3%8AT' : 'STOP'}>` }),
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build()
}

/** Sends one message, once: no retry here, and none of what is unsure anywhere. */
export const send = async (account: Open, message: Outgoing): Promise<Sent> => {
  const text = await written(account, message)
  let connection: SMTPConnection
  try {
    connection = await entered(account)
  } catch (error) {
    return { state: 'refused', detail: detailOf(error as SmtpError) }
  }
  try {
    await step(connection, (done) => connection.send({ from: account.fromAddress, to: [message.to] }, text, done as never))
    connection.quit()
    return { state: 'sent' }
  } catch (error) {
    connection.close()
    // The server's own no is a no; silence after the message was given is not an answer.
    const { responseCode } = error as SmtpError
    return { state: responseCode !== undefined && responseCode >= 400 ? 'refused' : 'unsure', detail: detailOf(error as SmtpError) }
  }
}

/** Whether the server lets this account in; the reason as a code when it does not. */
export const tryAccount = async (account: Open): Promise<{ readonly ok: true } | { readonly ok: false; readonly detail: string }> => {
  try {
    const connection = await entered(account)
    connection.quit()
    return { ok: true }
  } catch (error) {
    return { ok: false, detail: detailOf(error as SmtpError) }
  }
}
