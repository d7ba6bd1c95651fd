import { useEffect, useState } from 'react'
import type { Lazy } from './lazy-screen.ts'

/** What comes in its own file, or null until it has; a failure stops the nearest screen, which says so and tries again. */
export const useLazy = <T>(file: Lazy<T>, isWanted = true): T | null => {
  const [failure, fail] = useState<{ readonly error: unknown } | null>(null)
  const [, drawAgain] = useState(0)
  const isMissing = isWanted && file.now() === null
  useEffect(() => {
    if (!isMissing) return
    file.load().then(
      () => drawAgain((times) => times + 1),
      (error: unknown) => fail({ error }),
    )
  }, [isMissing])
  if (failure) throw failure.error
  return file.now()
}
