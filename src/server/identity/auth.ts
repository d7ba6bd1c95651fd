import { apiKey } from '@better-auth/api-key'
import { passkey } from '@better-auth/passkey'
import { betterAuth } from 'better-auth'
import type { IdentityDatabase } from './database.ts'
import { entryEndpoint } from './entry-endpoint.ts'
import { installationMark } from './secret.ts'

export type AuthSettings = {
  readonly db: IdentityDatabase
  readonly secret: string
  /** The one address that links and cookies are made for. */
  readonly baseUrl: string
  readonly trustedOrigins: (origin: string, host: string | undefined) => boolean
}

/** The header by which our own door, and nobody else, says where a request comes from. */
export const clientHeader = 'x-entrain-client'
const minute = 60
const day = 86_400
/** A session ends 30 days after its last use, and 90 days after it began in any case (ASVS 7.3.2). */
export const longestSession = 90 * day * 1000

/** Sign-in as SECURITY.md C3 wants it. Only the paths of auth-routes.ts are reachable from outside. */
export const createAuth = ({ db, secret, baseUrl, trustedOrigins }: AuthSettings) => {
  const address = new URL(baseUrl)
  const isSecure = address.protocol === 'https:'
  const prefix = `${isSecure ? '__Host-' : ''}entrain-${installationMark(secret)}`
  // A browser gives passkeys to names, never to bare addresses: on one's own machine the name is localhost.
  const isOwnMachine = /^(127\.|\[::1\]|localhost)/.test(address.host)
  const port = address.port === '' ? '' : `:${address.port}`
  return betterAuth({
    appName: 'Entrain',
    baseURL: baseUrl,
    basePath: '/api/auth',
    secret,
    database: { db, type: 'postgres', transaction: true },
    telemetry: { enabled: false },
    logger: { disabled: true },
    trustedOrigins: (request) => {
      const origin = request?.headers.get('origin') ?? ''
      return [address.origin, ...(trustedOrigins(origin, request?.headers.get('host') ?? undefined) ? [origin] : [])]
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 12,
      maxPasswordLength: 256,
      autoSignIn: false,
      revokeSessionsOnPasswordReset: true,
    },
    user: { modelName: 'identityUser' },
    account: { modelName: 'identityAccount' },
    verification: { modelName: 'identityVerification' },
    session: {
      modelName: 'identitySession',
      expiresIn: 30 * day,
      updateAge: day,
      freshAge: 10 * minute,
      cookieCache: { enabled: false },
    },
    rateLimit: {
      enabled: true,
      storage: 'database',
      modelName: 'identityRateLimit',
      window: minute,
      max: 120,
      customRules: { '/sign-in/email': { window: minute, max: 8 }, '/passkey/verify-authentication': { window: minute, max: 20 } },
    },
    advanced: {
      cookiePrefix: prefix,
      useSecureCookies: false,
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure },
      database: { generateId: 'uuid' },
      ipAddress: { ipAddressHeaders: [clientHeader] },
    },
    plugins: [
      entryEndpoint(db),
      passkey({
        rpID: isOwnMachine ? 'localhost' : address.hostname,
        rpName: 'Entrain',
        origin: isOwnMachine ? `http://localhost${port}` : address.origin,
        authenticatorSelection: { userVerification: 'required', residentKey: 'required' },
        advanced: { webAuthnChallengeCookie: `${prefix}.passkey` },
        schema: { passkey: { modelName: 'identityPasskey', fields: { credentialID: 'credentialId' } } },
      }),
      apiKey({
        defaultPrefix: 'entrain_',
        enableMetadata: true,
        enableSessionForAPIKeys: false,
        requireName: true,
        maximumNameLength: 100,
        startingCharactersConfig: { shouldStore: true, charactersLength: 12 },
        rateLimit: { enabled: true, timeWindow: minute * 1000, maxRequests: 600 },
        keyExpiration: { minExpiresIn: 1, maxExpiresIn: 730 },
        schema: { apikey: { modelName: 'identityApiKey' } },
      }),
    ],
  })
}

export type Auth = ReturnType<typeof createAuth>
