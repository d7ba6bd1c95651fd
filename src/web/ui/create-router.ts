import type { ComponentType } from 'react'
import { addressOf, hrefOf, matched, type Address, type Destination } from './address.ts'
import { screenOf, type Screen } from './lazy-screen.ts'

export type Place = { readonly path: string; readonly screen: Screen }

/** What is shown: the screen of an address, or why it could not come. */
export type Shown = { readonly pathname: string; readonly params: Readonly<Record<string, string>> } & (
  | { readonly screen: ComponentType }
  | { readonly error: unknown }
)
/** `address` is where one goes; `shown` stays on the screen before until the next one is there. */
export type RouterState = { readonly address: Address; readonly shown: Shown | null }
export type Going = Destination & { readonly replace?: boolean; readonly resetScroll?: boolean }

export type Router = {
  readonly state: () => RouterState
  readonly listen: (onChange: () => void) => () => void
  readonly go: (going: Going) => void
  /** Brings the screen of an address, before one goes there. */
  readonly warm: (href: string) => void
  readonly retry: () => void
  /** Puts the scroll where it belongs, once the screen is drawn. */
  readonly settle: () => void
}

/** The addresses behind and ahead: the browser's, or none for a screen that stands alone. */
export type Past = {
  readonly href: () => string
  readonly key: () => string
  readonly write: (href: string, key: string, replace: boolean) => void
  readonly onBack: (moved: () => void) => void
}

/** The browser's history. */
export const windowPast: Past = {
  href: () => location.pathname + location.search + location.hash,
  key: () => (history.state as { readonly key?: string } | null)?.key ?? '',
  write: (href, key, replace) => history[replace ? 'replaceState' : 'pushState']({ key }, '', href),
  onBack: (moved) => window.addEventListener('popstate', moved),
}

/** An address that nothing else changes. */
export const pastOf = (first: string): Past => {
  const here = { href: first, key: '' }
  return { href: () => here.href, key: () => here.key, write: (href, key) => void Object.assign(here, { href, key }), onBack: () => undefined }
}

/** Leads from place to place; a screen that has to come leaves the one before in view. */
export const createRouter = (places: readonly Place[], missing: ComponentType, past: Past = windowPast): Router => {
  const listeners = new Set<() => void>()
  const scrolled = new Map<string, number>()
  let key = past.key()
  let scroll: number | null = null
  let state: RouterState = { address: addressOf(past.href()), shown: null }
  const set = (next: RouterState): void => {
    state = next
    for (const listener of listeners) listener()
  }
  const find = (pathname: string): { readonly screen: Screen; readonly params: Shown['params'] } => {
    for (const { path, screen } of places) {
      const params = matched(path, pathname)
      if (params) return { screen, params }
    }
    return { screen: screenOf(missing), params: {} }
  }
  const arrive = (address: Address): void => {
    const { pathname } = address
    const { screen, params } = find(pathname)
    const now = screen.now()
    set({ address, shown: now ? { pathname, params, screen: now } : state.shown })
    if (now) return
    const come = (shown: Shown): void => {
      if (state.address === address) set({ address, shown })
    }
    screen.load().then(
      (loaded) => come({ pathname, params, screen: loaded }),
      (error: unknown) => come({ pathname, params, error }),
    )
  }
  const leave = (): void => void scrolled.set(key, window.scrollY)
  past.onBack(() => {
    leave()
    const next = past.key()
    // An entry without a key is a fragment of this page: the browser has scrolled already.
    scroll = next === '' ? null : (scrolled.get(next) ?? 0)
    key = next
    arrive(addressOf(past.href()))
  })
  arrive(state.address)
  return {
    state: () => state,
    listen: (onChange) => {
      listeners.add(onChange)
      return () => void listeners.delete(onChange)
    },
    go: ({ replace = false, resetScroll = true, ...destination }) => {
      leave()
      const href = hrefOf(destination)
      const isHere = href === past.href()
      if (!replace && !isHere) key = crypto.randomUUID()
      past.write(href, key, replace || isHere)
      scroll = resetScroll ? 0 : null
      arrive(addressOf(href))
    },
    warm: (href) =>
      void find(addressOf(href).pathname)
        .screen.load()
        .catch(() => undefined),
    retry: () => arrive({ ...state.address }),
    settle: () => {
      if (scroll !== null) window.scrollTo(0, scroll)
      scroll = null
    },
  }
}
