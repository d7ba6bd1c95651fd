import { Trans } from '@lingui/react/macro'
import { useMemo } from 'react'
import { counts } from '#method/activity/activity.ts'
import { addDays, daysFrom } from '#method/calendar/day.ts'
import { isWorkingDay } from '#method/calendar/schedule.ts'
import { checkInLinks, type CheckInLink } from '#method/evidence/check-ins.ts'
import { linkSentence } from '#language/evidence.ts'
import { linksTable } from '#language/comparison-tables.ts'
import { useLanguage } from '../activity/use-language.ts'
import { ownActivities } from '../day/today-view.ts'
import { useLedger, useNow } from '../offline/ledger.ts'
import { Figure } from './figure.tsx'

/** The two links of her own check-ins, within what the device keeps; `null` until she has told one. */
export const useCheckInLinks = (): readonly CheckInLink[] | null => {
  const ledger = useLedger()
  const { today } = useNow()
  return useMemo(() => {
    const pages = [...ledger.all('dayPage').values()].filter(
      ({ memberId, energy, confidence }) => memberId === ledger.workspace?.memberId && (energy !== null || confidence !== null),
    )
    if (pages.length === 0) return null
    const calendar = ledger.calendar()
    const days = daysFrom(ledger.windowFrom, addDays(today, -1)).filter((day) => isWorkingDay(day, calendar))
    const done = new Map(days.map((day) => [day, ownActivities(ledger, day, day).filter((each) => counts(each) && each.direction === 'out').length]))
    return checkInLinks(pages, done)
  }, [ledger.version, today])
}

/** How she felt and what she did, seen by her alone; drawn once she has told it at least once. */
export function CheckInsFigure() {
  const language = useLanguage()
  const links = useCheckInLinks()
  if (!links) return null
  return (
    <Figure
      name="check-ins"
      sentence={links.map((link) => (
        <p key={link.name}>{linkSentence(link, language)}</p>
      ))}
      note={<Trans>Personne d’autre ne voit ceci.</Trans>}
      tables={[linksTable(links, language)]}
    />
  )
}
