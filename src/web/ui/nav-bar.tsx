import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import { Icon, type IconType } from './icon.tsx'

export type NavPlace = {
  readonly href: string
  readonly label: string
  readonly icon: IconType
  readonly current: boolean
  /** A count shown beside the label, and the sentence that says it ("12 suivis dus"). */
  readonly count?: { readonly value: number; readonly sentence: string } | undefined
}
export type NavLink = { readonly href: string; readonly className: string; readonly 'aria-current': 'page' | undefined; readonly children: ReactNode }

type Props = {
  /** Name of the navigation for screen readers. */
  readonly label: string
  /** The places of the phone's bottom bar: five at most. */
  readonly places: readonly NavPlace[]
  /** The places of the side bar (from 900 px on); the same by default. */
  readonly sidePlaces?: readonly NavPlace[] | undefined
  /** Renders a link; the router's own link goes here. */
  readonly link: (link: NavLink) => ReactNode
  /** The name at the top of the side bar. */
  readonly brand: ReactNode
  /** What stands under the side bar's places: search, offline badge. */
  readonly below?: ReactNode | undefined
  /** Leaves the bottom of a phone to the screen itself. */
  readonly sideOnly?: boolean | undefined
}

/** Bottom bar on a phone, side bar from 900 px on; give the page `wide:pl-60` and `pb-(--nav-height)`. */
export function NavBar({ label, places, sidePlaces = places, link, brand, below, sideOnly = false }: Props) {
  return (
    <>
      {!sideOnly && (
        <nav aria-label={label} className="fixed inset-x-0 bottom-0 z-30 border-t border-line bg-paper pb-[env(safe-area-inset-bottom,0px)] wide:hidden">
          <ul className="mx-auto grid h-16 max-w-xl auto-cols-fr grid-flow-col px-1">
            {places.map((place) => (
              <li key={place.href} className="min-w-0">
                {link({
                  href: place.href,
                  'aria-current': place.current ? 'page' : undefined,
                  className: classes(
                    'flex h-full flex-col items-center justify-center gap-1 rounded-control text-[0.75rem] font-medium',
                    place.current ? 'text-spruce' : 'text-soft',
                  ),
                  children: <BottomPlace place={place} />,
                })}
              </li>
            ))}
          </ul>
        </nav>
      )}
      <nav aria-label={label} className="fixed inset-y-0 left-0 z-30 hidden w-60 flex-col overflow-y-auto border-r border-line bg-paper px-4 py-6 wide:flex">
        <p className="mb-5 px-3 font-serif text-[1.625rem] text-spruce">{brand}</p>
        <ul className="grid gap-1">
          {sidePlaces.map((place) => (
            <li key={place.href}>
              {link({
                href: place.href,
                'aria-current': place.current ? 'page' : undefined,
                className: classes(
                  'flex min-h-11 items-center gap-3 rounded-control px-3 transition-colors duration-150',
                  place.current ? 'bg-spruce/10 font-semibold text-spruce' : 'font-medium text-ink hover:bg-line/50',
                ),
                children: <SidePlace place={place} />,
              })}
            </li>
          ))}
        </ul>
        {below && <div className="mt-6">{below}</div>}
      </nav>
    </>
  )
}

function Count({ count }: { readonly count: NonNullable<NavPlace['count']> }) {
  return (
    <>
      <span aria-hidden="true" className="tabular">
        {count.value}
      </span>
      <span className="sr-only">, {count.sentence}</span>
    </>
  )
}

function BottomPlace({ place }: { readonly place: NavPlace }) {
  return (
    <>
      <span className="relative">
        <Icon of={place.icon} />
        {place.count && (
          <span
            aria-hidden="true"
            className="tabular absolute -top-1.5 left-4 min-w-4.5 rounded-full bg-spruce px-1 text-center text-[0.6875rem]/[1.125rem] font-semibold text-on-solid"
          >
            {place.count.value}
          </span>
        )}
      </span>
      <span className="whitespace-nowrap">{place.label}</span>
      {place.count && <span className="sr-only">, {place.count.sentence}</span>}
    </>
  )
}

function SidePlace({ place }: { readonly place: NavPlace }) {
  return (
    <>
      <Icon of={place.icon} size={21} />
      <span className="flex-1">{place.label}</span>
      {place.count && (
        <span className="text-[0.9375rem]">
          <Count count={place.count} />
        </span>
      )}
    </>
  )
}
