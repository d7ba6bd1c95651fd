import type { FastifyInstance } from 'fastify'

/** What a page of Entrain may load and do: itself only (SECURITY C5). */
export const contentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "object-src 'none'",
].join('; ')

/** What the page of the screens may do besides: no text becomes code or markup, and a script has an address that `trusted-scripts.ts` lets through. */
export const screensPolicy = `${contentPolicy}; require-trusted-types-for 'script'; trusted-types default`

/** The headers of every answer, errors included. */
export const securityHeaders = (isHttps: boolean): Readonly<Record<string, string>> => ({
  'content-security-policy': contentPolicy,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'permissions-policy':
    'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=(), publickey-credentials-get=(self), publickey-credentials-create=(self)',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-permitted-cross-domain-policies': 'none',
  ...(isHttps ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
})

export const sendHeaders = (app: FastifyInstance, isHttps: boolean): void => {
  const always = securityHeaders(isHttps)
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(always)
    if (isApi(request.url)) reply.header('cache-control', 'no-store')
  })
}

export const isApi = (url: string): boolean => /^\/+api([/?#]|$)/i.test(url)
