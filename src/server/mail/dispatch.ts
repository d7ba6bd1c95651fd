import { v7 } from 'uuid'
import { asInstant, type Instant } from '#method/calendar/day.ts'
import type { UnsubscribeWay } from '#method/consent/footer.ts'
import type { OutboundMessage } from '#method/message/message.ts'
import type { Database, Tx } from '#server/db/database.ts'
import { movementsOf } from '#server/db/movements.ts'
import { isReachableFromOutside } from '#server/http/addresses.ts'
import { digestOfEmail } from '../consent/suppression-store.ts'
import { mailAccountOf, type MailAccount } from './account-store.ts'
import { placeOf } from './account-routes.ts'
import { newLink } from './link-store.ts'
import { messagesIn, moveMessage, workspaces } from './message-store.ts'
import { noteSent } from './note-sent.ts'
import type { Seal } from './seal.ts'
import { send, type Sent } from './transport.ts'

type Place = { readonly workspaceId: string; readonly memberId: string }

/** What the law says of a message at the moment it leaves: its whole text, and the lines of the law in it as they are kept; or why it stays. */
export type Verdict = { readonly ok: true; readonly text: string; readonly closing: string } | { readonly ok: false; readonly why: string }

export type DispatchParts = {
  readonly database: Database
  readonly seal: Seal
  readonly baseUrl: string
  /** Asked in the transaction that claims the message, never before (law A2, rule 10). */
  readonly judge: (tx: Tx, place: Place, message: OutboundMessage, unsubscribe: UnsubscribeWay) => Promise<Verdict>
}

/** Sends what is queued, one message at a time, each at most once. */
export type Dispatcher = { readonly start: () => Promise<void>; readonly round: (workspaceId: string) => Promise<void>; readonly stop: () => Promise<void> }

type Ready = {
  readonly message: OutboundMessage
  readonly text: string
  readonly unsubscribe: UnsubscribeWay
  readonly account: MailAccount & { readonly password: string }
}
/** What became of a message that this process claimed, while the database could not be told; `null` when nothing was given to anyone. */
type Untold = Place & { readonly claim: string; readonly end: { readonly sent: Sent; readonly at: Instant } | null; readonly tries: number }

const lookEvery = 60_000
/** Tries of noting what left, before it is only said that it may have. */
const triesOfNoting = 3
const logged = (error: unknown): void => console.error('mail', error instanceof Error ? error.name : 'unknown')

/** Makes the dispatcher of this process; several may run over one database, but one alone starts it: what it finds half sent is said to be. */
export const newDispatcher = (parts: DispatchParts): Dispatcher => {
  const { database } = parts
  const following = new Map<string, () => void>()
  const untold = new Map<string, Untold>()
  let running: Promise<void> = Promise.resolve()
  let isStopped = false

  // A database that hiccups costs a round, never those after it; one message that fails costs the others nothing.
  const round = (workspaceId: string): Promise<void> => {
    running = running
      .then(async () => {
        if (isStopped) return
        for (const [id, left] of untold) if (left.workspaceId === workspaceId) await tellAgain(database, id, left, untold).catch(logged)
        for (const id of await messagesIn(database, workspaceId, 'queued')) if (!isStopped) await sendOne(parts, workspaceId, id, untold).catch(logged)
      })
      .catch(logged)
    return running
  }
  const follow = (workspaceId: string): void => {
    if (following.has(workspaceId) || isStopped) return
    following.set(
      workspaceId,
      movementsOf(database).follow(workspaceId, () => void round(workspaceId)),
    )
  }
  // Workspaces made since, and messages that another process took in and could not tell of.
  const look = async (): Promise<void> => {
    for (const workspaceId of await workspaces(database)) {
      if (isStopped) return
      follow(workspaceId)
      await round(workspaceId)
    }
  }
  let timer: NodeJS.Timeout | undefined
  return {
    round,
    start: async () => {
      for (const workspaceId of await workspaces(database)) {
        // Whoever was sending when the server stopped may have sent: it is said, and never tried again.
        for (const id of await messagesIn(database, workspaceId, 'sending')) {
          await moveMessage(database, { workspaceId, memberId: '' }, id, 'sending', async () => ({ state: 'unsure', detail: 'stopped' }))
        }
      }
      await look()
      timer = setInterval(() => void look().catch(() => undefined), lookEvery).unref()
    },
    stop: async () => {
      isStopped = true
      clearInterval(timer)
      for (const leave of following.values()) leave()
      await running.catch(() => undefined)
    },
  }
}

// A link that only this machine opens is no way out: then she answers (law R8, R9, C51).
const wayOut = async (tx: Tx, place: Place, { contactId, to }: OutboundMessage, baseUrl: string): Promise<UnsubscribeWay> => {
  if (!isReachableFromOutside(baseUrl)) return { by: 'reply' }
  const addressDigest = await digestOfEmail(tx, place.workspaceId, to)
  return { by: 'link', url: `${baseUrl}/u/${await newLink(tx, place, { kind: 'unsubscribe', contactId, addressDigest })}` }
}

const sendOne = async (parts: DispatchParts, workspaceId: string, id: string, untold: Map<string, Untold>): Promise<void> => {
  const { database, seal } = parts
  const claim = v7()
  let ready: Ready | null = null
  const claimed = moveMessage(database, { workspaceId, memberId: '' }, id, 'queued', async (tx, message) => {
    const place = { workspaceId, memberId: message.memberId }
    const account = await mailAccountOf(tx, place)
    const password = account ? seal.open(account.sealedPassword, placeOf(place)) : null
    if (!account || password === null) return { state: 'failed', detail: account ? 'mail-password-needed' : 'mail-account-needed' }
    const unsubscribe = await wayOut(tx, place, message, parts.baseUrl)
    const verdict = await parts.judge(tx, place, message, unsubscribe)
    if (!verdict.ok) return { state: 'blocked', detail: verdict.why }
    ready = { message, text: verdict.text, unsubscribe, account: { ...account, password } }
    return { state: 'sending', detail: claim, closing: verdict.closing }
  })
  try {
    await claimed
  } catch (error) {
    // Nobody knows whether the claim was kept: if it was, the message goes back in line, since it was given to no one.
    untold.set(id, { workspaceId, memberId: '', claim, end: null, tries: 0 })
    throw error
  }
  if (ready) await deliver(parts, workspaceId, claim, ready, untold)
}

const deliver = async (
  { database }: DispatchParts,
  workspaceId: string,
  claim: string,
  { message, text, unsubscribe, account }: Ready,
  untold: Map<string, Untold>,
): Promise<void> => {
  const { id, to, subject, language, memberId } = message
  const sent: Sent = await send(account, { messageId: id, to, subject, text, unsubscribe, language })
  const left: Untold = { workspaceId, memberId, claim, end: { sent, at: asInstant(Date.now()) }, tries: 1 }
  untold.set(id, left)
  await tell(database, id, left)
  untold.delete(id)
}

/** Says in the database what became of a message; nothing when another claimed it since, or when it is said already. */
const tell = async (database: Database, id: string, { claim, end, tries, ...place }: Untold): Promise<void> => {
  await moveMessage(database, place, id, 'sending', async (tx, message) => {
    if (message.detail !== claim) return null
    if (end === null) return { state: 'queued', detail: '', closing: '' }
    if (end.sent.state === 'refused') return { state: 'failed', detail: end.sent.detail, closing: '' }
    if (end.sent.state === 'unsure') return { state: 'unsure', detail: end.sent.detail }
    if (tries > triesOfNoting) return { state: 'unsure', detail: 'not-noted' }
    await noteSent(tx, place.workspaceId, message, end.at)
    return { state: 'sent', detail: '', sentAt: end.at }
  })
}

const tellAgain = async (database: Database, id: string, left: Untold, untold: Map<string, Untold>): Promise<void> => {
  const again = { ...left, tries: left.tries + 1 }
  untold.set(id, again)
  await tell(database, id, again)
  untold.delete(id)
}
