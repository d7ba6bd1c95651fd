import { Trans, useLingui } from '@lingui/react/macro'
import { Plus, Search } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useLedger } from '../offline/ledger.ts'
import type { Path } from '../ui/address.ts'
import { FloatingButton } from '../ui/floating-button.tsx'
import { Icon } from '../ui/icon.tsx'
import { KeyHint } from '../ui/key-hint.tsx'
import { beside, later } from '../ui/later.tsx'
import { NavBar } from '../ui/nav-bar.tsx'
import { Link, Outlet, useAddress, useNavigate, useShownPath } from '../ui/router.tsx'
import { ConnectionBadge } from './connection-badge.tsx'
import { ErrorScreen } from './error-screen.tsx'
import { usePlaces } from './places.ts'
import { paletteKeys } from './palette-keys.ts'
import { useKeyboard, useShortcut } from '../ui/shortcuts.ts'

const DemoBanner = later(
  () => import('./demo-banner.tsx'),
  'DemoBanner',
  ({ isDemo }) => isDemo,
)
const AskedAgain = beside(() => import('./asked-again.tsx'), 'AskedAgain')
const QuickLog = later(
  () => import('../activity/quick-log.tsx'),
  'QuickLog',
  ({ open }) => open,
)
const ShortcutList = later(
  () => import('./shortcut-list.tsx'),
  'ShortcutList',
  ({ open }) => open,
)

/** The frame of every place: where one is, what waits, and a way to note anything from anywhere. */
export function Shell() {
  const { t } = useLingui()
  const { bottom, side } = usePlaces()
  const { workspace } = useLedger()
  const [noting, setNoting] = useState(false)
  const [listing, setListing] = useState(false)
  // The import keeps its own button at the thumb's place; one after the other, each person has the whole screen.
  const path = useAddress().pathname
  const isQueue = path === '/file'
  const isBusy = isQueue || path.startsWith('/personnes/importer')
  useAskedToNote(() => setNoting(true))
  useKeyboard(() => setNoting(true))
  usePlaceKeys(
    () => setNoting(true),
    () => setListing(true),
  )
  return (
    <>
      <a
        href="#contenu"
        className="sr-only rounded-control bg-card p-3 font-semibold text-spruce focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50"
      >
        <Trans>Aller au contenu</Trans>
      </a>
      <NavBar
        label={t`Navigation principale`}
        places={bottom}
        sidePlaces={side}
        sideOnly={isQueue}
        brand="Entrain"
        link={({ href, ...rest }) => <Link to={href as Path} {...rest} />}
        below={<SideTools onNote={() => setNoting(true)} />}
      />
      <div className={isQueue ? 'wide:pl-60' : 'pb-(--nav-height) wide:pb-0 wide:pl-60'}>
        <DemoBanner isDemo={workspace?.isDemo ?? false} />
        <header className="flex justify-end px-4.5 pt-2 empty:hidden wide:hidden">
          <ConnectionBadge />
        </header>
        <Content />
      </div>
      {!isBusy && <FloatingButton label={t`Noter une activité`} icon={Plus} onPress={() => setNoting(true)} />}
      <AskedAgain />
      <QuickLog open={noting} onClose={() => setNoting(false)} />
      <ShortcutList open={listing} onClose={() => setListing(false)} />
    </>
  )
}

/** The screen itself; after each change of place, focus and reading start at its top. */
export function Content() {
  const main = useRef<HTMLElement>(null)
  const path = useShownPath()
  const before = useRef(path)
  useEffect(() => {
    if (before.current !== undefined && before.current !== path) main.current?.focus({ preventScroll: true })
    before.current = path
  }, [path])
  return (
    <main ref={main} id="contenu" tabIndex={-1} className="mx-auto w-full max-w-6xl px-4.5 pb-24 outline-none wide:px-10 wide:pb-12">
      <Outlet failed={ErrorScreen} />
    </main>
  )
}

function SideTools({ onNote }: { readonly onNote: () => void }) {
  return (
    <div className="grid gap-4">
      <button
        type="button"
        onClick={onNote}
        className="flex min-h-11 min-w-0 items-center gap-1.5 rounded-full border-[1.5px] border-line bg-card px-3 text-[0.875rem] whitespace-nowrap text-soft hover:border-edge"
      >
        <Icon of={Search} size={19} />
        <span className="flex-1 text-left">
          <Trans>Chercher, noter</Trans>
        </span>
        <KeyHint keys={paletteKeys()} />
      </button>
      <div>
        <ConnectionBadge />
      </div>
    </div>
  )
}

function usePlaceKeys(note: () => void, list: () => void): void {
  const { t } = useLingui()
  const navigate = useNavigate()
  useShortcut('n', t`Noter une activité`, note)
  useShortcut('/', t`Chercher quelqu’un`, () => navigate({ to: '/personnes' }))
  useShortcut('1', t`Aujourd’hui`, () => navigate({ to: '/' }))
  useShortcut('2', t`Suivis`, () => navigate({ to: '/suivis' }))
  useShortcut('3', t`Personnes`, () => navigate({ to: '/personnes' }))
  useShortcut('4', t`Bilan`, () => navigate({ to: '/bilan' }))
  useShortcut('5', t`Plus`, () => navigate({ to: '/plus' }))
  useShortcut('?', t`Raccourcis du clavier`, list)
}

// The installed app's own shortcut opens the sheet at once.
function useAskedToNote(note: () => void): void {
  useEffect(() => {
    if (!new URLSearchParams(location.search).has('noter')) return
    history.replaceState(history.state, '', location.pathname)
    note()
    // oxlint-disable-next-line react/exhaustive-deps -- asked once, by the address that opened the app
  }, [])
}
