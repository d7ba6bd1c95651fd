import { isIP } from 'node:net'

/** Under which addresses Entrain answers, and which pages may write to it. */
export type Addresses = {
  /** The one address of links, cookies and passkeys, without a slash at the end. */
  readonly baseUrl: string
  readonly isHttps: boolean
  /** Whether only this machine can reach it. */
  readonly isOwnMachine: boolean
  readonly acceptsHost: (host: string | undefined) => boolean
  /** Whether a page of that origin may write, when it asked for that host. */
  readonly acceptsOrigin: (origin: string, host: string | undefined) => boolean
}

export const isLoopback = (host: string): boolean => /^(127(\.\d{1,3}){3}|\[?::1\]?|localhost)$/i.test(host)

// Of this machine (127), of a house or an office (RFC 1918, 3927, 6598), of nobody yet (0).
const isPrivateV4 = (host: string): boolean => {
  const [a = 0, b = 0] = host.split('.').map(Number)
  return (
    [0, 10, 127].includes(a) || (a === 172 && b >= 16 && b < 32) || (a === 192 && b === 168) || (a === 169 && b === 254) || (a === 100 && b >= 64 && b < 128)
  )
}
const isPrivateV6 = (host: string): boolean => /^(::|f[cd]|fe[89ab])/i.test(host)

/** Whether someone outside can open an address: a name that the world knows, or an address that belongs to no house. */
export const isReachableFromOutside = (url: string): boolean => {
  const host = new URL(url).hostname.replace(/^\[|\]$|\.$/g, '')
  const version = isIP(host)
  if (version !== 0) return version === 4 ? !isPrivateV4(host) : !isPrivateV6(host)
  return host.includes('.') && !/\.(localhost|local|lan|internal|intranet|home|corp|private|arpa)$/i.test(host)
}

/**
 * A name that anyone may point at this machine (DNS rebinding) is refused: what stays is the public address, this machine's
 * own names, the name listened on, and, when no public address is set, bare addresses, which no name server can forge.
 */
export const addressesOf = ({
  publicUrl,
  host,
  port,
}: {
  readonly publicUrl?: string | undefined
  readonly host: string
  readonly port: number
}): Addresses => {
  const open = publicUrl === undefined ? undefined : new URL(publicUrl)
  const isOwnMachine = isLoopback(host)
  // On one's own machine it goes by its name: browsers give passkeys to names only.
  const shownHost = !isOwnMachine && isIP(host) !== 0 && !/^(0\.0\.0\.0|::)$/.test(host) ? host : 'localhost'
  const baseUrl = open?.origin ?? `http://${shownHost.includes(':') ? `[${shownHost}]` : shownHost}:${port}`
  const acceptsHost = (given: string | undefined): boolean => {
    if (given === undefined || !/^[a-z0-9.:[\]_-]+$/i.test(given) || !URL.canParse(`http://${given}`)) return false
    const { hostname, host: whole } = new URL(`http://${given}`)
    if (open && (whole === open.host || given.toLowerCase() === open.host)) return true
    if (isLoopback(hostname)) return true
    if (isOwnMachine) return false
    return hostname === host.toLowerCase() || (open === undefined && isIP(hostname.replace(/^\[|\]$/g, '')) !== 0)
  }
  return {
    baseUrl,
    isHttps: open?.protocol === 'https:',
    isOwnMachine,
    acceptsHost,
    acceptsOrigin: (origin, asked) => {
      if (open && origin === open.origin) return true
      return asked !== undefined && origin === `http://${asked.toLowerCase()}` && acceptsHost(asked)
    },
  }
}
