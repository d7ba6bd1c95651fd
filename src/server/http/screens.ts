import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { sendProblem } from './errors.ts'
import { isApi, screensPolicy } from './headers.ts'
import { notFound } from './problem.ts'

/** The built screens; every path that is not a file opens the app itself, which knows its own paths. */
export const serveScreens = async (app: FastifyInstance, webFolder: string | undefined): Promise<void> => {
  const index = webFolder !== undefined && existsSync(join(webFolder, 'index.html'))
  if (webFolder !== undefined && index) {
    await app.register(fastifyStatic, {
      root: webFolder,
      prefix: '/',
      index: false,
      wildcard: true,
      dotfiles: 'deny',
      cacheControl: false,
      schemaHide: true,
      etag: true,
      lastModified: false,
      setHeaders: (reply, path) => {
        reply.header('cache-control', cachingOf(path))
        if (basename(path) === 'index.html') reply.header('content-security-policy', screensPolicy)
      },
    })
    app.get('/', { schema: { hide: true } }, (_request, reply) => reply.sendFile('index.html'))
  }
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split(/[?#]/)[0] ?? '/'
    const isPage = (request.method === 'GET' || request.method === 'HEAD') && !isApi(request.url) && !/\.[a-z0-9]{1,12}$/i.test(path) && !/%|\/\//.test(path)
    if (!isPage) return sendProblem(notFound(), request, reply)
    if (index) return reply.sendFile('index.html')
    return reply
      .code(503)
      .type('text/plain; charset=utf-8')
      .send('Les écrans d’Entrain ne sont pas construits : lancez « npm start ».\nThe screens of Entrain are not built: run "npm start".\n')
  })
}

/** A name that holds a hash never changes its content; the others are asked about each time. */
export const cachingOf = (path: string): string =>
  /[/\\]assets[/\\]/.test(path) && /-[\w-]{8,}\.\w+$/.test(basename(path)) ? 'public, max-age=31536000, immutable' : 'no-cache'
