import swagger from '@fastify/swagger'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod'

type Operation = {
  readonly summary?: string
  readonly tags?: readonly string[]
  readonly parameters?: unknown
  readonly requestBody?: unknown
  readonly responses?: unknown
}

/** The contract of every route, gathered while they register: call before them. */
export const gatherContract = async (app: FastifyInstance, version: string, baseUrl: string): Promise<void> => {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Entrain', version, description: 'Vendre en faisant ses activités. Sell by doing your activities.' },
      servers: [{ url: baseUrl }],
      components: { securitySchemes: { key: { type: 'http', scheme: 'bearer', description: 'An API key: Réglages, Compte, Clés.' } } },
      security: [{ key: [] }],
    },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  })
}

/** The contract as a file and as a page, for those who `mayRead`. */
export const showContract = (app: FastifyInstance, mayRead: (request: FastifyRequest) => Promise<unknown>): void => {
  app.get('/api/openapi.json', { schema: { hide: true } }, async (request, reply) => {
    await mayRead(request)
    return reply.type('application/json; charset=utf-8').send(JSON.stringify(app.swagger()))
  })
  app.get('/api', { schema: { hide: true } }, async (request, reply) => {
    await mayRead(request)
    return reply.type('text/html; charset=utf-8').send(page(app.swagger().paths as Readonly<Record<string, Readonly<Record<string, Operation>>>>))
  })
  app.get('/api/reference.css', { schema: { hide: true } }, (_request, reply) => reply.type('text/css; charset=utf-8').send(style))
}

const page = (paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>): string => {
  const rows = Object.entries(paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, one]) => ({ path, method: method.toUpperCase(), one })))
  const sections = rows.map(
    ({ path, method, one }) =>
      `<details><summary><b>${method}</b> <code>${escaped(path)}</code> ${escaped(one.summary ?? '')}</summary><pre>${escaped(
        JSON.stringify({ parameters: one.parameters, requestBody: one.requestBody, responses: one.responses }, null, 2),
      )}</pre></details>`,
  )
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Entrain API</title>
<link rel="stylesheet" href="/api/reference.css"></head><body><main><h1>Entrain API</h1>
<p>JSON over HTTP. Send your key as <code>Authorization: Bearer …</code>. Errors are problem details (RFC 9457). The whole contract: <a href="/api/openapi.json">openapi.json</a> (OpenAPI 3.1).</p>
${sections.join('\n')}</main></body></html>`
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const style = `body{margin:0;background:#FBF7EF;color:#1d2a25;font:16px/1.5 system-ui,sans-serif}main{max-width:56rem;margin:0 auto;padding:2rem 1rem}
summary{cursor:pointer;padding:.4rem 0}code,pre{font-family:ui-monospace,monospace;font-size:.9em}pre{overflow:auto;padding:1rem;background:#fff;border-radius:8px}
@media (prefers-color-scheme:dark){body{background:#121A17;color:#e8eee9}pre{background:#1b2622}a{color:#8fd3b6}}
`
