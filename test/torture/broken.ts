import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { v7 } from 'uuid'
import { pause } from '#server/postgres/living-process.ts'

/** Two ways of being wrong that the checker must see. */
export const breakages = ['answers-before-keeping', 'forgets-ids'] as const
export type Breakage = (typeof breakages)[number]

/** A server that is wrong on purpose, in front of the right one: what the harness is tried against. Only tests start it. */
export const startBroken = async (behind: string, breakage: Breakage): Promise<{ readonly url: string; readonly stop: () => void }> => {
  const handle = breakage === 'answers-before-keeping' ? answersBeforeKeeping : forgetsIds
  const server = createServer((request, response) => {
    handle(request, response, behind).catch(() => response.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    stop: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

type Body = { readonly operations: readonly { readonly operation: { readonly id: string; readonly change: object } }[] }

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const pieces: Buffer[] = []
  for await (const piece of request) pieces.push(piece as Buffer)
  return Buffer.concat(pieces).toString('utf8')
}
const passOn = (request: IncomingMessage, behind: string, body: string): Promise<Response> =>
  fetch(`${behind}/api/sync`, { method: 'POST', headers: { 'content-type': 'application/json', origin: behind, cookie: request.headers.cookie ?? '' }, body })
const answer = (response: ServerResponse, status: number, body: string): void => {
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(body)
}

// What a right answer takes, so that its clients do not run ahead of what a server could ever keep.
const usualMs = 40

/** Says « Enregistré » at once, and keeps it a little later, if it lives until then. */
const answersBeforeKeeping = async (request: IncomingMessage, response: ServerResponse, behind: string): Promise<void> => {
  const body = await bodyOf(request)
  const { operations } = JSON.parse(body) as Body
  await pause(usualMs)
  answer(response, 200, JSON.stringify({ answers: operations.map(({ operation: { id } }) => ({ id, status: 'ok' })), cursor: 0, missing: [] }))
  setTimeout(() => void passOn(request, behind, body).catch(() => undefined), 5)
}

/** Takes every arrival for a new one: the ids that make a retry count once are replaced. */
const forgetsIds = async (request: IncomingMessage, response: ServerResponse, behind: string): Promise<void> => {
  const body = JSON.parse(await bodyOf(request)) as Body
  const renamed = body.operations.map((one) => {
    const isActivity = 'activityId' in one.operation.change
    return isActivity ? { ...one, operation: { ...one.operation, id: v7(), change: { ...one.operation.change, activityId: v7() } } } : one
  })
  const given = await passOn(request, behind, JSON.stringify({ ...body, operations: renamed }))
  const told = (await given.json()) as { readonly answers?: readonly object[] }
  const answers = told.answers?.map((one, place) => ({ ...one, id: body.operations[place]?.operation.id }))
  answer(response, given.status, JSON.stringify({ ...told, answers }))
}
