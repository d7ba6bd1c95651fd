import { createTransport } from 'nodemailer'
import type { MailAccount } from './account-store.ts'

/** A message as it goes out. */
export type Outgoing = {
  readonly messageId: string
  readonly to: string
  readonly subject: string
  readonly text: string
  /** The page where the person who receives it stops the messages. */
  readonly unsubscribeUrl: string
  readonly language: 'fr' | 'en'
}

/**
 * What came of it. `refused`: the server said no before it had the message, so it has not left. `unsure`: the connection
 * ended after the message was given and before the answer; it may have left, and is never sent again.
 */
export type Sent = { readonly state: 'sent' } | { readonly state: 'refused' | 'unsure'; readonly detail: string }

type Open = MailAccount & { readonly password: string }

const timeouts = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 30_000 }

const transportTo = ({ host, port, security, username, password }: Open) =>
  createTransport({
    host,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    ...(username === '' ? {} : { auth: { user: username, pass: password } }),
    ...timeouts,
    disableFileAccess: true,
    disableUrlAccess: true,
  })

// What nodemailer names before the body is on its way; anything else may have happened after.
const before: ReadonlySet<string> = new Set(['ECONNECTION', 'EDNS', 'ETLS', 'EAUTH', 'ENOAUTH', 'EENVELOPE', 'EPROTOCOL', 'EREQUIRETLS'])

type SmtpError = Error & { readonly code?: string; readonly responseCode?: number; readonly command?: string }

const whatCame = (error: SmtpError): Sent => {
  const detail = error.responseCode ? `smtp-${error.responseCode}` : (error.code ?? 'unknown').toLowerCase()
  // A server that answered a refusal to DATA has refused the message, whatever the name of the error.
  const wasRefused = error.responseCode !== undefined && error.responseCode >= 400
  const hadNotBegun = error.command !== undefined && error.command !== 'DATA' && error.command !== '.'
  return { state: wasRefused || before.has(error.code ?? '') || hadNotBegun ? 'refused' : 'unsure', detail }
}

/** Sends one message, once: no retry here, and none of what is unsure anywhere. */
export const send = async (account: Open, message: Outgoing): Promise<Sent> => {
  const transport = transportTo(account)
  const from = { name: account.fromName, address: account.fromAddress }
  try {
    await transport.sendMail({
      from,
      replyTo: from,
      to: { name: '', address: message.to },
      subject: message.subject,
      text: message.text,
      messageId: `<${message.messageId}@${account.fromAddress.split('@')[1] ?? 'localhost'}>`,
      textEncoding: 'quoted-printable',
      headers: headersOf(message),
    })
    return { state: 'sent' }
  } catch (error) {
    return whatCame(error as SmtpError)
  } finally {
    transport.close()
  }
}

/** One way out, that a mail program can follow by itself (RFC 8058, law R8). */
const headersOf = ({ language, unsubscribeUrl }: Outgoing): Readonly<Record<string, string>> => ({
  'content-language': language === 'fr' ? 'fr-CA' : 'en-CA',
  'list-unsubscribe': `<${unsubscribeUrl}>`,
  'list-unsubscribe-post': 'List-Unsubscribe=One-Click',
})

/** Whether the server lets this account in; the reason as a code when it does not. */
export const tryAccount = async (account: Open): Promise<{ readonly ok: true } | { readonly ok: false; readonly detail: string }> => {
  const transport = transportTo(account)
  try {
    await transport.verify()
    return { ok: true }
  } catch (error) {
    const { detail } = whatCame(error as SmtpError) as { readonly detail: string }
    return { ok: false, detail }
  } finally {
    transport.close()
  }
}
