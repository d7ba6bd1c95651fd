import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { CalendarClock, ChartNoAxesColumn, Contact as People, Ellipsis, Settings, Sun, Wheat } from 'lucide-react'
import { useMemo } from 'react'
import { waitingOn } from '#method/follow-up/waiting.ts'
import { todayView } from '../day/today-view.ts'
import { useLedger, useNow } from '../offline/ledger.ts'
import { useSettledVersion } from '../offline/use-settled-version.ts'
import type { Path } from '../ui/address.ts'
import type { IconType } from '../ui/icon.tsx'
import type { NavPlace } from '../ui/nav-bar.tsx'
import { useAddress } from '../ui/router.tsx'

/** What waits: people left to reach today, and follow-ups due. */
export function useCounts(): { readonly left: number; readonly due: number } {
  const ledger = useLedger()
  const { today } = useNow()
  const version = useSettledVersion()
  return useMemo(() => {
    if (version === null) return { left: 0, due: 0 }
    const view = todayView(ledger, today)
    const waiting = waitingOn(ledger.people(), today)
    return { left: view.lead === 'done' || view.lead === 'left' ? view.path.left : 0, due: waiting.late.length + waiting.today.length }
  }, [version, today])
}

/** The five places of the bottom bar, and those of the side bar. */
export function usePlaces(): { readonly bottom: readonly NavPlace[]; readonly side: readonly NavPlace[] } {
  const { t } = useLingui()
  const path = useAddress().pathname
  const { left, due } = useCounts()
  const isIn = (href: string) => (href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`))
  const place = (href: Path, label: string, icon: IconType, current = isIn(href)): NavPlace => ({ href, label, icon, current })
  const today: NavPlace = {
    ...place('/', t`Aujourd’hui`, Sun),
    count: left > 0 ? { value: left, sentence: t`${plural(left, { one: 'encore # à faire', other: 'encore # à faire' })}` } : undefined,
  }
  const followUps: NavPlace = {
    ...place('/suivis', t`Suivis`, CalendarClock, isIn('/suivis') || isIn('/file')),
    count: due > 0 ? { value: due, sentence: t`${plural(due, { one: '# suivi à faire', other: '# suivis à faire' })}` } : undefined,
  }
  const people = place('/personnes', t`Personnes`, People)
  const evidence = place('/bilan', t`Bilan`, ChartNoAxesColumn, isIn('/bilan') || isIn('/revue'))
  const isMore = ['/plus', '/evenements', '/defis', '/plan', '/demandes', '/recolte', '/reglages', '/a-corriger'].some(isIn)
  const quiet = [today, followUps].map(({ count: _count, ...rest }) => rest)
  return {
    // Counts stand in the side bar, which has the room to say them calmly.
    bottom: [...quiet, people, evidence, place('/plus', t`Plus`, Ellipsis, isMore)],
    side: [today, followUps, people, evidence, place('/recolte', t`Récolte`, Wheat), place('/plus', t`Plus`, Settings, isMore && !isIn('/recolte'))],
  }
}
