import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { languageOf, problemSentence } from './problem-sentences.ts'
import { Problem, problemBody } from './problem.ts'

/** Whatever goes wrong, answered as problem details; what nobody foresaw is logged without a word of its content. */
export const answerErrors = (app: FastifyInstance): void => {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const problem = asProblem(error)
    if (problem.status >= 500) request.log.error({ ...withoutContent(error) }, 'unexpected')
    return sendProblem(problem, request, reply)
  })
}

export const sendProblem = (problem: Problem, request: FastifyRequest, reply: FastifyReply) => {
  const language = languageOf(request.headers['accept-language'])
  if (problem.status === 429) reply.header('retry-after', String(problem.details['retryAfter'] ?? 60))
  return reply
    .code(problem.status)
    .type('application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store')
    .header('vary', 'accept-language')
    .serializer((body: unknown) => JSON.stringify(body))
    .send(problemBody(problem, problemSentence(problem.reason, problem.status, language)))
}

// What a shape refuses with a sentence of its own.
const ownReasons: ReadonlySet<string> = new Set(['day-not-valid', 'nul-in-text'])

export const asProblem = (error: unknown): Problem => {
  if (error instanceof Problem) return error
  if (hasZodFastifySchemaValidationErrors(error)) {
    const told = error.validation.map(({ message }) => message ?? '').find((message) => ownReasons.has(message))
    return new Problem(400, told ?? 'not-readable', {
      errors: error.validation.slice(0, 20).map((one) => ({ field: one.instancePath.slice(0, 200), rule: one.keyword })),
    })
  }
  const { statusCode, code } = error as Partial<FastifyError>
  if (statusCode === 413) return new Problem(413, 'too-large')
  if (statusCode === 415) return new Problem(415, 'not-json')
  if (statusCode === 429) return new Problem(429, 'too-many-requests')
  if (isDatabaseAway(code, error)) return new Problem(503, 'database-away')
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) return new Problem(statusCode, statusCode === 404 ? 'not-found' : 'not-readable')
  return new Problem(500, 'unexpected')
}

const isDatabaseAway = (code: string | undefined, error: unknown): boolean =>
  /^(ECONN|EPIPE|ENOENT|ENOTFOUND|ETIMEDOUT|57P0|08|53300)/.test(code ?? '') ||
  /Connection terminated|timeout exceeded when trying to connect/.test(error instanceof Error ? error.message : '')

/** A database error repeats what people wrote: only its code, its place and the path through our code are kept. */
const withoutContent = (error: unknown): Readonly<Record<string, unknown>> => {
  const { name, code, table, constraint } = error as { readonly name?: string; readonly code?: string; readonly table?: string; readonly constraint?: string }
  const stack =
    error instanceof Error
      ? (error.stack ?? '')
          .split('\n')
          .filter((line) => /^\s+at /.test(line))
          .slice(0, 12)
      : []
  return { name, code, table, constraint, stack }
}
