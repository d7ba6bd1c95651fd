import compress from '@fastify/compress'
import fastify, { LogController, type FastifyInstance, type FastifyReply, type FastifyRequest, type FastifyServerOptions } from 'fastify'
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Addresses } from './addresses.ts'
import type { Door } from './door.ts'
import { answerErrors, asProblem, sendProblem } from './errors.ts'
import { securityHeaders, sendHeaders } from './headers.ts'
import { logAnswers } from './log.ts'
import { guardOrigin } from './origin.ts'
import { Problem } from './problem.ts'
import { gatherContract, showContract } from './reference.ts'
import { serveScreens } from './screens.ts'

/** The routes of a word. */
export type WordRoutes = (app: FastifyInstance, door: Door) => void | Promise<void>

export type AppParts = {
  readonly door: Door
  readonly words: readonly WordRoutes[]
  readonly addresses: Addresses
  readonly version: string
  readonly isHealthy: () => Promise<boolean>
  /** The built screens; absent in tests of the API. */
  readonly webFolder?: string | undefined
  readonly logger?: FastifyServerOptions['logger']
  /** Believes one proxy about where requests come from. */
  readonly behindProxy?: boolean
  readonly freshCookies?: (request: FastifyRequest) => readonly string[]
}

/** The most bytes of a request, unless its route says otherwise. */
export const largestBody = 4 * 1024 * 1024

/** Every door of the server, assembled but not listening. */
export const createApp = async (parts: AppParts): Promise<FastifyInstance> => {
  const { door, addresses } = parts
  const app = fastify({
    logger: parts.logger ?? false,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => crypto.randomUUID(),
    bodyLimit: largestBody,
    requestTimeout: 60_000,
    forceCloseConnections: true,
    trustProxy: parts.behindProxy === true ? (_address: string, hop: number) => hop === 0 : false,
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) => {
      void reply.headers(securityHeaders(addresses.isHttps))
      return sendProblem(asProblem(error), request, reply)
    },
  })
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.removeContentTypeParser('text/plain')
  readEmptyBodies(app)
  answerErrors(app)
  sendHeaders(app, addresses.isHttps)
  guardOrigin(app, addresses)
  logAnswers(app)
  app.addHook('onSend', async (request, reply) => {
    for (const cookie of parts.freshCookies?.(request) ?? []) reply.header('set-cookie', cookie)
  })
  await app.register(compress, { global: true, threshold: 1024, encodings: ['br', 'gzip'], inflateIfDeflated: false })
  await gatherContract(app, parts.version, addresses.baseUrl)
  health(app, parts)
  for (const routes of parts.words) await routes(app, door)
  showContract(app, async (request) => (addresses.isOwnMachine ? undefined : door.actorOf(request)))
  await serveScreens(app, parts.webFolder)
  return app
}

const health = (app: FastifyInstance, { isHealthy, version }: AppParts): void => {
  app.get(
    '/api/health',
    {
      schema: {
        summary: 'Whether Entrain and its database answer',
        tags: ['operation'],
        security: [],
        response: { 200: z.object({ ok: z.literal(true), version: z.string() }) },
      },
    },
    async () => {
      const tooLong = new Promise<false>((resolve) => setTimeout(resolve, 3_000, false).unref())
      if (!(await Promise.race([isHealthy().catch(() => false), tooLong]))) throw new Problem(503, 'database-away')
      return { ok: true as const, version }
    },
  )
}

/** A request that says JSON and sends nothing (a sign-out, a DELETE) holds nothing, which is no error. */
const readEmptyBodies = (app: FastifyInstance): void => {
  const read = app.getDefaultJsonParser('error', 'error')
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') return done(null, undefined)
    return read(request, body as string, done)
  })
}
