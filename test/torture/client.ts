import { v7 } from 'uuid'
import { asInstant } from '#method/calendar/day.ts'
import type { Change, Operation } from '#method/ledger/operation.ts'
import type { PushAnswer } from '#wire/ledger/sync.ts'
import { pause } from '#server/postgres/living-process.ts'
import type { Chance } from './chance.ts'
import type { Acknowledged, Sent } from './checker.ts'

const zone = 'America/Toronto'
const operationOf = (id: string, change: Change): Operation => ({ id, at: asInstant(Date.now()), zone, change })

/** Opens a session with the one-time link, as a browser does; gives its cookie. */
export const signIn = async (url: string, token: string): Promise<string> => {
  const answer = await fetch(`${url}/api/auth/entry`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ token }),
  })
  if (!answer.ok) throw new Error(`could not enter: ${answer.status} ${await answer.text()}`)
  return answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
}

/** Where a client sends to, and as whom. */
export type Way = { readonly url: string; readonly origin: string; readonly cookie: string; readonly chance: Chance }

type Numbered = { readonly sequence: number; readonly operation: Operation }

/** A device that sends the same ids until it is answered, and sometimes hangs up before it is. */
export const newClient = (way: Way) => {
  const device = v7()
  const sent: Sent[] = []
  const acknowledged: Acknowledged[] = []
  const people: string[] = []
  let sequence = 0
  let attempts = 0

  const attempt = async (operations: readonly Numbered[]): Promise<PushAnswer | null> => {
    attempts += 1
    const patience = way.chance.next() < 0.12 ? way.chance.whole(1, 60) : 5_000
    try {
      const answer = await fetch(`${way.url}/api/sync`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: way.origin, cookie: way.cookie },
        body: JSON.stringify({ device, format: 1, operations }),
        signal: AbortSignal.timeout(patience),
      })
      if (answer.status === 200) return (await answer.json()) as PushAnswer
      if (answer.status < 500 && answer.status !== 429) throw new Refused(`${answer.status} ${await answer.text()}`)
      await answer.arrayBuffer()
      return null
    } catch (error) {
      if (error instanceof Refused) throw error
      return null
    }
  }
  const untilAnswered = async (operations: readonly Numbered[]): Promise<PushAnswer> => {
    for (;;) {
      const answer = await attempt(operations)
      if (answer) return answer
      await pause(way.chance.whole(5, 80))
    }
  }
  const numbered = (operation: Operation): Numbered => ({ sequence: (sequence += 1), operation })

  return {
    history: () => ({ sent, acknowledged }),
    attempts: () => attempts,
    /** Adds the people whom this device will call. */
    meet: async (count: number): Promise<void> => {
      people.push(...Array.from({ length: count }, () => v7()))
      const { answers } = await untilAnswered(
        people.map((contactId) =>
          numbered(operationOf(v7(), { type: 'contact.add', contactId, fields: { name: `Personne ${contactId.slice(-4)}` }, step: null })),
        ),
      )
      const refused = answers.find(({ status }) => status === 'refused')
      if (refused) throw new Refused(JSON.stringify(refused))
    },
    /** Logs one to five calls and does not rest before they are acknowledged. */
    log: async (): Promise<void> => {
      const made = Array.from({ length: way.chance.whole(1, 5) }, () => {
        const [operationId, activityId, contactId] = [v7(), v7(), way.chance.one(people)]
        const one = numbered(
          operationOf(operationId, {
            type: 'activity.record',
            activityId,
            kind: 'phone',
            direction: 'out',
            outcome: way.chance.one(['reached', 'no-answer', 'message-left'] as const),
            contactIds: [contactId],
            minutes: way.chance.whole(1, 9),
            title: operationId,
            note: '',
            notNow: null,
            occurredAt: asInstant(Date.now()),
            zone,
            meeting: null,
            after: { take: 'proposal' },
          }),
        )
        sent.push({ operationId, activityId, contactId, device, sequence: one.sequence })
        return one
      })
      const { answers, cursor } = await untilAnswered(made)
      for (const { id, status } of answers) acknowledged.push({ operationId: id, device, status, cursor })
    },
  }
}
export type Client = ReturnType<typeof newClient>

/** The server understood and said no: a fault of the harness, or of the server. */
class Refused extends Error {}
