import { useLingui } from '@lingui/react/macro'
import { useEffect } from 'react'
import { useLedger } from '../offline/ledger.ts'
import type { LedgerView } from '../offline/view.ts'
import { whenIdle } from '../ui/when-idle.ts'
import { beside, bringAhead, later } from '../ui/later.tsx'
import { useAddress, useNavigate } from '../ui/router.tsx'
import { ToastProvider } from '../ui/toast.tsx'
import { Content, Shell } from './shell.tsx'
import { SignedOut } from './signed-out.tsx'
import { showTheme } from './theme.ts'
import { useTitle } from './titles.ts'
import { activeLanguage, speak } from './words.ts'

// Places that stand alone: before there is a workspace, or before its first day.
const alone = ['/entrer', '/bienvenue', ...(import.meta.env.DEV ? ['/ui'] : [])]

const UpdateToast = beside(() => import('./update-toast.tsx'), 'UpdateToast')
const PageReminders = later(
  () => import('../day/page-reminders.tsx'),
  'PageReminders',
  ({ asked }) => asked,
)

/** Everything around the screens: language, look, title, and whether someone is there. */
export function Root() {
  const { t } = useLingui()
  return (
    <ToastProvider regionLabel={t`Messages`} dismissLabel={t`Fermer`}>
      <UpdateToast />
      <Frame />
    </ToastProvider>
  )
}

function Frame() {
  const path = useAddress().pathname
  const ledger = useLedger()
  const { status } = ledger
  useTitle(path)
  useOwnSettings()
  useFirstMinutes(path)
  useIdleTime(status)
  if (alone.includes(path)) return <Content />
  // Local data come in a few milliseconds: a blank sheet of paper is calmer than a spinner.
  if (status === 'loading') return null
  const asked = ledger.settings().reminders
  return status === 'signed-out' ? (
    <SignedOut />
  ) : (
    <>
      <PageReminders asked={asked.morning !== null || asked.evening !== null} />
      <Shell />
    </>
  )
}

// The member's own settings lead what this device chose.
function useOwnSettings(): void {
  const ledger = useLedger()
  const memberId = ledger.workspace?.memberId
  const own = memberId ? ledger.get('settings', memberId) : undefined
  useEffect(() => {
    if (own && own.language !== activeLanguage()) void speak(own.language)
    if (own) showTheme(own.theme)
  }, [own?.language, own?.theme])
}

// Once the first screen stands, the sheets that a press may open are brought: none makes it wait, and none is missing later.
function useIdleTime(status: LedgerView['status']): void {
  useEffect(() => {
    if (status !== 'ready') return
    void whenIdle().then(bringAhead)
  }, [status])
}

// A new workspace begins with its first five minutes.
function useFirstMinutes(path: string): void {
  const ledger = useLedger()
  const navigate = useNavigate()
  const isNew = ledger.status === 'ready' && ledger.connection === 'online' && path === '/' && ledger.goals().length === 0 && ledger.people().length === 0
  useEffect(() => {
    if (isNew) navigate({ to: '/bienvenue', replace: true })
  }, [isNew])
}
