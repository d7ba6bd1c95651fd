import { useMemo } from 'react'
import { challengeProgress, type ChallengeProgress } from '#method/challenge/challenge-progress.ts'
import type { Challenge } from '#method/challenge/challenge.ts'
import { useLedger, useNow } from '../offline/ledger.ts'
import { useOlderDays } from './use-older-days.ts'

/** A challenge and where it stands. */
export type Standing = { readonly challenge: Challenge; readonly progress: ChallengeProgress }

const rankOf: Readonly<Record<ChallengeProgress['state'], number>> = { running: 0, paused: 1, 'to-come': 2, won: 3, over: 4, ended: 5 }

/** The member's own challenges, those under way first. */
export const useChallenges = (): readonly Standing[] => {
  const ledger = useLedger()
  const { today, zone } = useNow()
  const { version } = ledger
  const memberId = ledger.workspace?.memberId
  const own = useMemo(() => [...ledger.all('challenge').values()].filter((challenge) => challenge.memberId === memberId), [version, memberId])
  const olderOf = useOlderDays(own)
  return useMemo(() => {
    const activities = [...ledger.all('activity').values()].filter((activity) => activity.memberId === memberId)
    return own
      .map((challenge) => {
        const rules = {
          today,
          zone,
          calendar: ledger.calendar(),
          joinedOn: challenge.joinedOn ?? challenge.from,
          canonical: ledger.canonical,
          relationshipOf: (id: string) => ledger.contact(id)?.relationship,
        }
        return { challenge, progress: challengeProgress(challenge, activities, rules, olderOf(challenge)) }
      })
      .sort((a, b) => rankOf[a.progress.state] - rankOf[b.progress.state] || (a.challenge.from > b.challenge.from ? -1 : 1))
  }, [version, own, olderOf, today, zone])
}
