import type { ComponentType } from 'react'

/** A component that is there at once, or that comes in its own file. */
export type Screen<Props = object> = Lazy<ComponentType<Props>>

/** A component that is part of the first file. */
export const screenOf = (screen: ComponentType): Screen => ({ now: () => screen, load: () => Promise.resolve(screen) })

/** For a file that needs nothing else. */
export const alone = (): Promise<void> => Promise.resolve()

let companion = (): Promise<unknown> => Promise.resolve()
/** Says what each component that comes later also needs, such as the words of the screens. */
export const bringWith = (load: () => Promise<unknown>): void => {
  companion = load
}

/** What a file exports, once it has come; asked again when it could not. */
export type Lazy<T> = { readonly now: () => T | null; readonly load: () => Promise<T> }
export const lazyFile = <T>(load: () => Promise<T>, needs: () => Promise<unknown> = () => companion()): Lazy<T> => {
  let file: T | null = null
  let coming: Promise<T> | null = null
  const come = async (): Promise<T> => {
    try {
      const [loaded] = await Promise.all([load(), needs()])
      file = loaded
      return loaded
    } finally {
      coming = null
    }
  }
  return { now: () => file, load: () => (coming ??= come()) }
}

/** A component in its own file. */
export const lazyScreen = <Name extends string, Props = object>(
  load: () => Promise<Readonly<Record<Name, ComponentType<NoInfer<Props>>>>>,
  name: Name,
  needs?: () => Promise<unknown>,
): Screen<Props> => lazyFile(async () => (await load())[name], needs)
