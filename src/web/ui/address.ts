/** Where one is, as the address bar says it: `hash` without its `#`, `search` with its `?` or empty. */
export type Address = { readonly pathname: string; readonly search: string; readonly hash: string }

/** Names of places, for the compiler: an application lists its own by declaring `path` in this interface. */
// oxlint-disable-next-line typescript/consistent-type-definitions -- only an interface can be completed from elsewhere
export interface Places {
  readonly none?: never
}
/** A place to go to, such as `/people/$id`. */
export type Path = Places extends { readonly path: infer P extends string } ? P : string

/** A destination: `$name` in `to` is replaced by the parameter of that name. */
export type Destination = {
  readonly to: Path
  readonly params?: Readonly<Record<string, string>> | undefined
  readonly search?: Readonly<Record<string, string | number>> | undefined
  readonly hash?: string | undefined
}

/** The address of a destination, relative to the root. */
export const hrefOf = ({ to, params = {}, search = {}, hash = '' }: Destination): string => {
  const path = to.replace(/\$(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
  const asked = new URLSearchParams(Object.entries(search).map(([name, value]) => [name, String(value)])).toString()
  return `${path}${asked === '' ? '' : `?${asked}`}${hash === '' ? '' : `#${hash}`}`
}

/** Reads an address relative to the root. */
export const addressOf = (href: string): Address => {
  const { pathname, search, hash } = new URL(href, 'http://here')
  return { pathname, search, hash: hash.slice(1) }
}

/** The parameters with which a path matches, or null when it does not; a slash at the end does not count. */
export const matched = (path: string, pathname: string): Readonly<Record<string, string>> | null => {
  const [wanted, given] = [path, pathname].map((one) => one.split('/').filter((part) => part !== ''))
  if (wanted?.length !== given?.length) return null
  const params: Record<string, string> = {}
  for (const [place, part] of (wanted ?? []).entries()) {
    const written = given?.[place] ?? ''
    if (part.startsWith('$')) params[part.slice(1)] = decoded(written)
    else if (part !== decoded(written)) return null
  }
  return params
}

const decoded = (part: string): string => {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
