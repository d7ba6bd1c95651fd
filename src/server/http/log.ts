import { mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance, FastifyServerOptions } from 'fastify'

const largest = 8 * 1024 * 1024

/** One file of JSON lines in the data folder, and the one before it: ids, paths and durations, never what people wrote. */
export const logTo = (dataFolder: string): NonNullable<FastifyServerOptions['logger']> => {
  const folder = join(dataFolder, 'logs')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, 'entrain.log')
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > largest) renameSync(file, join(folder, 'entrain.1.log'))
  return { level: 'info', base: null, timestamp: () => `,"at":"${new Date().toISOString()}"`, file }
}

export const logAnswers = (app: FastifyInstance): void => {
  app.addHook('onResponse', async (request, reply) => {
    const path = request.url.split(/[?#]/)[0]?.slice(0, 200)
    if (path?.startsWith('/api/') !== true && reply.statusCode < 400) return
    // The pattern of the route where there is one: paths that nobody foresaw may hold anything.
    request.log.info(
      { method: request.method, route: request.routeOptions.url ?? '(none)', status: reply.statusCode, ms: Math.round(reply.elapsedTime) },
      'answer',
    )
  })
}
