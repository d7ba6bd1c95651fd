import Fastify from 'fastify'
import compress from '@fastify/compress'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sendHeaders } from './headers.ts'
import { serveScreens } from './screens.ts'

const folder = mkdtempSync(join(tmpdir(), 'entrain-screens-'))
const app = Fastify()
const code = 'export const words = "Plus que trois personnes"\n'.repeat(200)

beforeAll(async () => {
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Entrain</title>')
  writeFileSync(join(folder, 'sw.js'), 'self.skipWaiting()')
  writeFileSync(join(folder, 'assets', 'first-BAn14_ZR.js'), code)
  await app.register(compress, { global: true, threshold: 1024, encodings: ['br', 'gzip'] })
  sendHeaders(app, false)
  await serveScreens(app, folder)
})
afterAll(async () => {
  await app.close()
  rmSync(folder, { recursive: true })
})

const headersOf = async (url: string) => (await app.inject({ method: 'GET', url })).headers

test.each(['/', '/suivis', '/personnes/importer'])('at %s the page is asked for each time, and takes no text for code', async (url) => {
  const headers = await headersOf(url)
  expect(headers['cache-control']).toBe('no-cache')
  expect(headers['content-security-policy']).toContain("require-trusted-types-for 'script'; trusted-types default")
})

test('a file whose name holds its hash is kept for good; the one that replaces others is not', async () => {
  expect((await headersOf('/assets/first-BAn14_ZR.js'))['cache-control']).toBe('public, max-age=31536000, immutable')
  const worker = await headersOf('/sw.js')
  expect(worker['cache-control']).toBe('no-cache')
  expect(worker['content-security-policy']).not.toContain('trusted-types')
})

test('what is long travels compressed, and is the same once opened', async () => {
  const answer = await app.inject({ method: 'GET', url: '/assets/first-BAn14_ZR.js', headers: { 'accept-encoding': 'gzip' } })
  expect(answer.headers['content-encoding']).toBe('gzip')
  expect(answer.rawPayload.length).toBeLessThan(code.length / 5)
  expect(gunzipSync(answer.rawPayload).toString('utf8')).toBe(code)
})
