import { SMTPServer } from 'smtp-server'
import type { AddressInfo, Socket } from 'node:net'
import { expect } from 'vitest'
import { asInstant, type Instant } from '#method/calendar/day.ts'
import { blankSender, type ConsentFact } from '#method/consent/consent.ts'
import type { Change } from '#method/ledger/operation.ts'
import { applyOperations } from '#server/ledger/write.ts'
import { newDispatcher, type DispatchParts, type Dispatcher } from '#server/mail/dispatch.ts'
import { judgeMessage } from '#server/mail/judge.ts'
import { sealWith } from '#server/mail/seal.ts'
import type { PullAnswer } from '#wire/ledger/sync.ts'
import type { Doors } from './doors.ts'
import { nextId, operationOf } from './ledger-app.ts'

export type Received = { readonly to: readonly string[]; readonly text: string }

/** A mail server that lets nadia in. */
export type PostOffice = {
  readonly port: number
  /** What it was given since the test began. */
  received: Received[]
  /** What it does with the next message: takes it, says no to the address, or goes away once it has it. */
  behaviour: 'takes' | 'refuses' | 'goes'
  /** What happens between the last word of a message and the answer. */
  meanwhile: () => Promise<void>
  readonly close: () => Promise<void>
}

const quiet = (): Promise<void> => Promise.resolve()

/** Opens a mail server of the test. */
export const openPostOffice = async (): Promise<PostOffice & { readonly reset: () => void }> => {
  const server = new SMTPServer({
    authOptional: false,
    disabledCommands: ['STARTTLS'],
    hideSTARTTLS: true,
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _session, done) =>
      username === 'nadia' && password === 'secret' ? done(null, { user: username }) : done(new Error('no')),
    onRcptTo: (_address, _session, done) => done(office.behaviour === 'refuses' ? Object.assign(new Error('no such person'), { responseCode: 550 }) : null),
    onData: (stream, session, done) => {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        office.received.push({ to: session.envelope.rcptTo.map(({ address }) => address), text: Buffer.concat(parts).toString('utf8') })
        // The library keeps the socket to itself, and only its sudden end is the fault under test.
        // oxlint-disable-next-line no-underscore-dangle
        if (office.behaviour === 'goes') for (const connection of server.connections) (connection as unknown as { _socket: Socket })._socket.destroy()
        else void office.meanwhile().then(() => done())
      })
    },
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const office: PostOffice & { readonly reset: () => void } = {
    port: (server.server.address() as AddressInfo).port,
    received: [],
    behaviour: 'takes',
    meanwhile: quiet,
    reset: () => {
      office.received = []
      office.behaviour = 'takes'
      office.meanwhile = quiet
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
      }),
  }
  return office
}

/** The words of a message as she reads them. */
export const wordsOf = ({ text }: Received): string =>
  text.replace(/=\r\n/g, '').replace(/(?:=[0-9A-F]{2})+/g, (bytes) => Buffer.from(bytes.replaceAll('=', ''), 'hex').toString('utf8'))

export const at: Instant = asInstant(Date.now() - 86_400_000)
export const sender = {
  ...blankSender,
  businessName: 'Atelier Nadia',
  personName: 'Nadia Roy',
  mailingAddress: '12, rue Hériot, Drummondville (Québec)',
  email: 'nadia@example.com',
  confirmedAt: at,
}
export const yes: ConsentFact = {
  type: 'express-consent',
  channels: ['email'],
  classes: ['personal', 'invitation'],
  means: 'oral',
  wording: 'oral-1',
  language: 'fr',
  isPreChecked: false,
  isBundled: false,
  proof: '',
}

/** Nadia's business, with one person in it who has an address. */
export const business = async (doors: Doors, { port }: PostOffice) => {
  const owner = await doors.someone()
  const actor = { workspaceId: owner.workspaceId, memberId: owner.userId, role: 'owner' as const }
  const contactId = nextId()
  const write = async (...changes: readonly Change[]) => {
    const answers = await applyOperations(
      doors.database,
      actor,
      changes.map((change) => operationOf(change)),
    )
    expect(answers.filter(({ status }) => status === 'refused')).toEqual([])
  }
  await write(
    { type: 'settings.put', fields: { sender } },
    { type: 'contact.add', contactId, fields: { name: 'Josée Lavoie', emails: [{ label: '', address: 'josee@example.com' }] }, step: null },
  )
  const account = { host: '127.0.0.1', port, security: 'none', username: 'nadia', password: 'secret', fromName: 'Nadia Roy', fromAddress: 'nadia@example.com' }
  const consent = (fact: ConsentFact) => write({ type: 'consent.record', consentId: nextId(), contactId, fact, occurredAt: at })
  const queue = async (over: Partial<Extract<Change, { type: 'message.queue' }>> = {}) => {
    const messageId = nextId()
    await write({
      type: 'message.queue',
      messageId,
      contactId,
      eventId: null,
      to: 'josee@example.com',
      subject: 'Ma conférence à Drummondville',
      body: 'Bonjour Josée, j’ai pensé à vous.\n\nNadia',
      purpose: 'personal',
      language: 'fr',
      ...over,
    })
    return messageId
  }
  const stateOf = async (messageId: string) => {
    const { rows } = (await owner.send('GET', '/api/sync?since=0')).body as unknown as {
      readonly rows: { readonly message: readonly { readonly id: string; readonly state: string; readonly detail: string }[] }
    }
    return rows.message.find(({ id }) => id === messageId)
  }
  const rows = async () => ((await owner.send('GET', '/api/sync?since=0')).body as unknown as PullAnswer).rows
  return { owner, actor, contactId, write, account, consent, queue, stateOf, rows }
}
/** A dispatcher of one more process over the same database. */
export const dispatcher = (doors: Doors, over: Partial<DispatchParts> = {}): Dispatcher =>
  newDispatcher({ database: doors.database, seal: sealWith(doors.secret), baseUrl: 'https://entrain.example', judge: judgeMessage, ...over })
