import { Component, createContext, use, useLayoutEffect, useSyncExternalStore, type ComponentPropsWithRef, type ComponentType, type ReactNode } from 'react'
import { hrefOf, type Address, type Destination } from './address.ts'
import type { Going, Router, RouterState } from './create-router.ts'

const Context = createContext<Router | null>(null)

const useRouter = (): Router => {
  const router = use(Context)
  if (!router) throw new Error('no router around this screen')
  return router
}

/** Gives the router to the screens inside. */
export function RouterProvider({ router, children }: { readonly router: Router; readonly children: ReactNode }) {
  return <Context value={router}>{children}</Context>
}

const useRouterState = (): RouterState => {
  const router = useRouter()
  return useSyncExternalStore(router.listen, router.state)
}

/** Where one goes, at once, even while the screen is still coming. */
export const useAddress = (): Address => useRouterState().address

/** The path whose screen is shown. */
export const useShownPath = (): string | undefined => useRouterState().shown?.pathname

/** The parameters of the place that is shown. */
export const useParams = (): Readonly<Record<string, string | undefined>> => useRouterState().shown?.params ?? {}

/** Goes to a place. */
export const useNavigate = (): ((going: Going) => void) => useRouter().go

type LinkProps = Destination & Omit<ComponentPropsWithRef<'a'>, 'href'>

/** A link to a place: its screen is brought when a finger or a pointer comes near. */
export function Link({ to, params, search, hash, onClick, ...rest }: LinkProps) {
  const router = useRouter()
  const destination = { to, params, search, hash }
  const href = hrefOf(destination)
  const warm = () => router.warm(href)
  return (
    <a
      {...rest}
      href={href}
      onPointerEnter={warm}
      onTouchStart={warm}
      onFocus={warm}
      onClick={(event) => {
        onClick?.(event)
        // A new tab, a new window or a download are the browser's.
        if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
        event.preventDefault()
        router.go(destination)
      }}
    />
  )
}

type Failed = ComponentType<{ readonly error: unknown; readonly reset: () => void }>

/** The screen of the place; `failed` stands in its place when it stops. */
export function Outlet({ failed: FailedScreen }: { readonly failed: Failed }) {
  const router = useRouter()
  const { shown } = useRouterState()
  useLayoutEffect(() => router.settle(), [router, shown])
  if (!shown) return null
  if ('error' in shown) return <FailedScreen error={shown.error} reset={router.retry} />
  const { screen: Screen, pathname } = shown
  return (
    <Boundary key={pathname} failed={FailedScreen}>
      <Screen />
    </Boundary>
  )
}

type Caught = { readonly error: unknown; readonly isCaught: boolean }

class Boundary extends Component<{ readonly failed: Failed; readonly children: ReactNode }, Caught> {
  override state: Caught = { error: null, isCaught: false }
  static getDerivedStateFromError(error: unknown): Caught {
    return { error, isCaught: true }
  }
  override render(): ReactNode {
    const { failed: FailedScreen, children } = this.props
    return this.state.isCaught ? <FailedScreen error={this.state.error} reset={() => this.setState({ error: null, isCaught: false })} /> : children
  }
}
