import { useEffect, useState, type ComponentType } from 'react'
import { lazyScreen } from './lazy-screen.ts'

const ahead: (() => Promise<unknown>)[] = []

/**
 * A component in its own file, such as a sheet that a press opens: drawn from the first time that its properties want it. Its file
 * comes ahead of that, when the page has nothing else to do.
 */
export const later = <Name extends string, Props extends object>(
  load: () => Promise<Readonly<Record<Name, ComponentType<Props>>>>,
  name: Name,
  isWanted: (props: Props) => boolean,
): ComponentType<Props> => {
  const part = lazyScreen<Name, Props>(load, name)
  ahead.push(part.load)
  return function Later(props: Props) {
    const wanted = isWanted(props)
    const [wasWanted, remember] = useState(wanted)
    const [failure, fail] = useState<{ readonly error: unknown } | null>(null)
    const [, drawAgain] = useState(0)
    const Part = part.now()
    const isMissing = wanted && !Part
    useEffect(() => {
      if (!isMissing) return
      part.load().then(
        () => drawAgain((times) => times + 1),
        (error: unknown) => fail({ error }),
      )
    }, [isMissing])
    // The nearest screen says calmly that it stopped, and tries again.
    if (failure) throw failure.error
    if (wanted && !wasWanted) remember(true)
    return Part && (wanted || wasWanted) ? <Part {...props} /> : null
  }
}

/** Brings, one after the other, every part that a press may ask for. */
export const bringAhead = async (): Promise<void> => {
  for (const load of ahead.splice(0)) await load().catch(() => undefined)
}
