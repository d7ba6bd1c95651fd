import { Trans } from '@lingui/react/macro'
import { useState } from 'react'
import { timeOf } from '#method/calendar/day.ts'
import type { Contact } from '#method/contact/contact.ts'
import { useNow } from '../offline/ledger.ts'
import { EveningCard, MorningCard } from './brought-later.ts'
import { useDayPage } from './use-day-page.ts'

const noon = '12:00'
const lateAfternoon = '16:00'

// On this device only: whether the card was put away is a matter of the screen and not of the day.
const awayKey = 'entrain-morning-away'
const readAway = (): string | null => {
  try {
    return localStorage.getItem(awayKey)
  } catch {
    return null
  }
}

/** What opens the day: the two questions of the morning, then the intention that was chosen, as a reminder. */
export function MorningPart() {
  const { at, zone, today } = useNow()
  const { page } = useDayPage(today)
  const [away, setAway] = useState(readAway)
  const skip = () => {
    setAway(today)
    try {
      localStorage.setItem(awayKey, today)
    } catch {
      // Private windows may refuse: the card comes back at the next opening.
    }
  }
  if (away !== today && timeOf(at, zone) < noon) return <MorningCard {...{ today }} onSkip={skip} />
  if (page.intention === '') return null
  return (
    <p className="text-[0.9375rem] text-soft">
      <Trans>Votre intention : {page.intention}</Trans>
    </p>
  )
}

type EveningProps = { readonly isWon: boolean; readonly sentence: string; readonly candidates: readonly Contact[] }

/** What closes the day: offered once it is won, or from four o'clock on. */
export function EveningPart({ isWon, sentence, candidates }: EveningProps) {
  const { at, zone, today } = useNow()
  if (!isWon && timeOf(at, zone) < lateAfternoon) return null
  return <EveningCard {...{ today, zone, sentence, candidates }} />
}
