import type { FastifyInstance } from 'fastify'

/** Every route of a server that stands, `GET /api/contacts/:id` and so on, those that its contract hides too. */
export const routesOf = (app: FastifyInstance): readonly string[] => {
  const path: string[] = []
  return app
    .printRoutes({ commonPrefix: false })
    .split('\n')
    .flatMap((line) => {
      const [, before = '', part = '', methods = ''] = /^((?:│ {3}| {4})*)[├└]── (\S+)(?: \((.*)\))?$/.exec(line) ?? []
      if (part === '') return []
      path.splice(before.length / 4, path.length, part)
      return methods
        .split(', ')
        .filter((method) => method !== '' && method !== 'HEAD')
        .map((method) => `${method} ${path.join('')}`)
    })
}
