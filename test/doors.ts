import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { assemble } from '#server/app/assemble.ts'
import { openDatabase, type Database } from '#server/db/database.ts'
import { addressesOf } from '#server/http/addresses.ts'
import { openIdentityDatabase, type IdentityDatabase } from '#server/identity/database.ts'
import { newToken } from '#server/identity/secret.ts'
import { addMember, addUser, addWorkspace, newEntryToken } from '#server/identity/store.ts'
import { freshDatabase } from './postgres.ts'

/** A browser of the test: keeps its cookies, names its origin. */
export type Browser = {
  readonly send: (
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    url: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<Answer>
  readonly cookie: () => string
}
export type Answer = { readonly status: number; readonly body: never; readonly headers: Readonly<Record<string, unknown>>; readonly text: string }

export type Doors = {
  readonly app: FastifyInstance
  readonly database: Database
  readonly identity: IdentityDatabase
  readonly host: string
  readonly dataFolder: string
  /** The secret of the installation. */
  readonly secret: string
  readonly browser: (cookie?: string) => Browser
  /** Someone with a workspace of her own, signed in. */
  readonly someone: (role?: 'owner' | 'member', workspaceId?: string) => Promise<Browser & { readonly userId: string; readonly workspaceId: string }>
  readonly close: () => Promise<void>
}

/** The whole server over a fresh database, not listening. */
export const openDoors = async (publicUrl?: string): Promise<Doors> => {
  const fresh = await freshDatabase()
  const database = openDatabase(fresh.appConfig)
  const identity = openIdentityDatabase(fresh.appConfig)
  const addresses = addressesOf({ publicUrl, host: '127.0.0.1', port: 3000 })
  const secret = newToken()
  const dataFolder = mkdtempSync(join(tmpdir(), 'entrain-doors-'))
  const app = await assemble({ database, identity, secret, dataFolder, addresses, version: '0.0.0' })
  const host = new URL(addresses.baseUrl).host
  const browser = (cookie = ''): Browser => {
    const jar = new Map<string, string>()
    const take = (one: string): void => void jar.set(one.slice(0, one.indexOf('=')), one)
    if (cookie !== '') for (const one of cookie.split('; ')) take(one)
    const kept = (): string => [...jar.values()].join('; ')
    return {
      cookie: kept,
      send: async (method, url, body, headers = {}) => {
        const answer = await app.inject({
          method,
          url,
          headers: { host, ...(method === 'GET' ? {} : { origin: addresses.baseUrl }), ...(jar.size === 0 ? {} : { cookie: kept() }), ...headers },
          ...(body === undefined ? {} : { payload: body as object }),
        })
        for (const one of [answer.headers['set-cookie'] ?? []].flat()) take(one.split(';')[0] ?? '')
        return {
          status: answer.statusCode,
          headers: answer.headers,
          text: answer.body,
          body: (answer.body.startsWith('{') || answer.body.startsWith('[') ? JSON.parse(answer.body) : null) as never,
        }
      },
    }
  }
  return {
    app,
    database,
    identity,
    host,
    dataFolder,
    secret,
    browser,
    someone: async (role = 'owner', given) => {
      const workspaceId = given ?? (await addWorkspace(identity, 'Un espace', false))
      const userId = await addUser(identity, 'Quelqu’un')
      await addMember(identity, { workspaceId, userId, role })
      const own = browser()
      const entered = await own.send('POST', '/api/auth/entry', { token: await newEntryToken(identity, userId, new Date()) })
      if (entered.status !== 200) throw new Error(`could not enter: ${entered.text}`)
      return { ...own, userId, workspaceId }
    },
    close: async () => {
      await app.close()
      await database.destroy()
      await identity.destroy()
      await fresh.drop()
      rmSync(dataFolder, { recursive: true, force: true })
    },
  }
}
