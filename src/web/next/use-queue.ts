import { useEffect, useState } from 'react'
import type { Suggestion } from '#method/next/rank.ts'
import { useLaw } from '../consent/use-reach.ts'
import { useLedger } from '../offline/ledger.ts'
import { nextWaiting, whatBecame, type Became } from './queue.ts'
import { useSuggestions } from './use-suggestions.ts'

/** As many as one sitting holds. */
const length = 20

/** The people of one sitting, one after the other. `list` is null until it can be said. */
export type Queue = {
  readonly list: readonly Suggestion[] | null
  readonly became: readonly Became[]
  /** Who is shown; the length of the list is its end. */
  readonly place: number
  /** Holds the order from the first gesture on: what one does must not shuffle who comes. */
  readonly hold: () => void
  readonly go: (place: number) => void
  /** Goes to the next one who still waits. */
  readonly pass: () => void
  /** Begins again with those who come now. */
  readonly again: () => void
  /** Whether somebody would come then. */
  readonly hasMore: boolean
}

/** Takes the people of the ranking one after the other (claim 4). */
export const useQueue = (): Queue => {
  const ledger = useLedger()
  const suggestions = useSuggestions(length)
  const [held, setHeld] = useState<readonly Suggestion[] | null>(null)
  const [place, setPlace] = useState(0)
  const list = held ?? suggestions
  const became = (list ?? []).map(({ contact }) => whatBecame(contact, ledger.contact(contact.id)))
  const hold = () => setHeld(list)
  // The order stands once the law has been asked: whoever is written to from her card must not leave it under the thumb.
  const law = useLaw()
  useEffect(() => {
    if (held === null && suggestions !== null && law !== null) setHeld(suggestions)
  }, [held, suggestions, law])
  const go = (next: number) => {
    hold()
    setPlace(Math.max(0, Math.min(next, became.length)))
  }
  return {
    list,
    became,
    place: Math.min(place, became.length),
    hold,
    go,
    pass: () => go(nextWaiting(became, place)),
    again: () => {
      setHeld(null)
      setPlace(0)
    },
    hasMore: (suggestions?.length ?? 0) > 0,
  }
}
