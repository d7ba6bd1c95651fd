import { useEffect, useState } from 'react'
import type { Gazetteer } from '#method/contact/gazetteer.ts'
import { quebec } from '#method/contact/place.ts'

let whole: Gazetteer | null = null

/** The places of Canada; those of Quebec until the larger list has come, and when it cannot. */
export const useGazetteer = (): Gazetteer => {
  const [known, setKnown] = useState(whole)
  useEffect(() => {
    if (known) return
    let isHere = true
    import('#method/contact/canada.ts').then(
      ({ canada }) => {
        whole = canada
        if (isHere) setKnown(canada)
      },
      () => undefined,
    )
    return () => {
      isHere = false
    }
  }, [known])
  return known ?? quebec
}
