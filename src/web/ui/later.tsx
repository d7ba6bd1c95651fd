import { useState, type ComponentType } from 'react'
import { alone, lazyFile, lazyScreen, type Screen } from './lazy-screen.ts'
import { useLazy } from './use-lazy.ts'

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
  return drawn(part, isWanted)
}

/** A component in its own file that the screen is not whole without: asked for before anything is drawn, it holds nothing back. */
export const atOnce = <Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> => {
  const part = lazyFile(load, alone)
  // The part asks again, and says what stands in the way, once it is drawn.
  void part.load().catch(() => undefined)
  return drawn(part, () => true)
}

/** A component in its own file that is wanted with the screen itself: asked for as it is first drawn, it holds nothing back. */
export const beside = <Name extends string, Props extends object>(
  load: () => Promise<Readonly<Record<Name, ComponentType<Props>>>>,
  name: Name,
): ComponentType<Props> => drawn(lazyScreen<Name, Props>(load, name, alone), () => true)

const drawn = <Props extends object>(part: Screen<Props>, isWanted: (props: Props) => boolean): ComponentType<Props> => {
  return function Part(props: Props) {
    const wanted = isWanted(props)
    const [wasWanted, remember] = useState(wanted)
    const Loaded = useLazy(part, wanted)
    if (wanted && !wasWanted) remember(true)
    return Loaded && (wanted || wasWanted) ? <Loaded {...props} /> : null
  }
}

/** Brings, one after the other, every part that a press may ask for. */
export const bringAhead = async (): Promise<void> => {
  for (const load of ahead.splice(0)) await load().catch(() => undefined)
}
