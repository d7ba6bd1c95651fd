import type { FastifyInstance } from 'fastify'
import type { Addresses } from './addresses.ts'
import { Problem } from './problem.ts'

/** Refuses what another site's page could make a browser send: forged hosts, and writes that do not come from our own pages. */
export const guardOrigin = (app: FastifyInstance, addresses: Addresses): void => {
  app.addHook('onRequest', async (request) => {
    const { host, origin, cookie, 'sec-fetch-site': site } = request.headers
    if (!addresses.acceptsHost(host)) throw new Problem(421, 'unknown-host')
    if (['GET', 'HEAD', 'OPTIONS'].includes(request.method)) return
    if (site !== undefined && site !== 'same-origin') throw new Problem(403, 'other-origin')
    if (origin !== undefined && !addresses.acceptsOrigin(origin, host)) throw new Problem(403, 'other-origin')
    // Every browser names the origin of a write: a cookie without one does not come from a page.
    if (origin === undefined && site === undefined && cookie !== undefined && request.headers.authorization === undefined)
      throw new Problem(403, 'other-origin')
  })
}
