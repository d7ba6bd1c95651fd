import { createECDH, createPrivateKey, hkdfSync, sign } from 'node:crypto'

/** Says to a push service who sends, by a key of this installation (RFC 8292). */
export type Vapid = { readonly publicKey: string; readonly headerFor: (endpoint: URL, subject: string, now: Date) => string }

const halfDay = 12 * 3600
const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')

/** The key pair derived from the installation's secret: the same at each start, and never stored. */
export const vapidOf = (secret: string): Vapid => {
  const pair = createECDH('prime256v1')
  pair.setPrivateKey(Buffer.from(hkdfSync('sha256', secret, '', 'entrain web push 1', 32)))
  const shown = pair.getPublicKey()
  const [x, y, d] = [shown.subarray(1, 33), shown.subarray(33), pair.getPrivateKey()].map((field) => field.toString('base64url'))
  const key = createPrivateKey({ format: 'jwk', key: { kty: 'EC', crv: 'P-256', x, y, d } as never })
  const publicKey = shown.toString('base64url')
  return {
    publicKey,
    headerFor: ({ origin }, subject, now) => {
      const said = `${part({ typ: 'JWT', alg: 'ES256' })}.${part({ aud: origin, exp: Math.floor(now.getTime() / 1000) + halfDay, sub: subject })}`
      const signature = sign('sha256', Buffer.from(said), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url')
      return `vapid t=${said}.${signature}, k=${publicKey}`
    },
  }
}
