import { SMTPServer } from 'smtp-server'
import type { AddressInfo, Socket } from 'node:net'
import type { Page } from 'playwright-core'

/** Someone's own mail server, on this machine. */
export type MailServer = {
  readonly port: number
  readonly received: readonly string[]
  /** Whether it says no to every address. */
  refuses: boolean
  /** Whether it goes away once it has a message, before it answers. */
  goes: boolean
  readonly close: () => Promise<void>
}

/** Starts a mail server that lets everybody in and keeps what it takes. */
export const aMailServer = async (): Promise<MailServer> => {
  const received: string[] = []
  const mail = { received, refuses: false, goes: false }
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    hideSTARTTLS: true,
    allowInsecureAuth: true,
    onAuth: ({ username }, _session, done) => done(null, { user: username }),
    onRcptTo: (_address, _session, done) => done(mail.refuses ? Object.assign(new Error('no such person'), { responseCode: 550 }) : null),
    onData: (stream, _session, done) => {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        received.push(Buffer.concat(parts).toString('utf8'))
        // The library keeps the socket to itself, and only its sudden end is the fault under test.
        // oxlint-disable-next-line no-underscore-dangle
        if (mail.goes) for (const connection of server.connections) (connection as unknown as { _socket: Socket })._socket.destroy()
        else done()
      })
    },
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(resolve)
    })
  return Object.assign(mail, { port: (server.server.address() as AddressInfo).port, close })
}

/** Says to Entrain that this is her mail server; the status of the answer. */
export const useMailServer = (page: Page, { port }: Pick<MailServer, 'port'>): Promise<number> =>
  page.evaluate(
    async (body) => (await fetch('/api/mail/account', { method: 'PUT', headers: { 'content-type': 'application/json' }, body })).status,
    JSON.stringify({
      host: '127.0.0.1',
      port,
      security: 'none',
      username: 'nadia',
      password: 'secret',
      fromName: 'Nadia',
      fromAddress: 'nadia@example.com',
    }),
  )
