import type { ComponentType } from 'react'

/** A component that is there at once, or that comes in its own file. */
export type Screen<Props = object> = { readonly now: () => ComponentType<Props> | null; readonly load: () => Promise<ComponentType<Props>> }

/** A component that is part of the first file. */
export const screenOf = (screen: ComponentType): Screen => ({ now: () => screen, load: () => Promise.resolve(screen) })

let companion = (): Promise<unknown> => Promise.resolve()
/** Says what each component that comes later also needs, such as the words of the screens. */
export const bringWith = (load: () => Promise<unknown>): void => {
  companion = load
}

/** A component in its own file, asked again when it could not come. */
export const lazyScreen = <Name extends string, Props = object>(
  load: () => Promise<Readonly<Record<Name, ComponentType<NoInfer<Props>>>>>,
  name: Name,
): Screen<Props> => {
  let screen: ComponentType<Props> | null = null
  let coming: Promise<ComponentType<Props>> | null = null
  const come = async (): Promise<ComponentType<Props>> => {
    try {
      const [parts] = await Promise.all([load(), companion()])
      screen = parts[name]
      return screen
    } finally {
      coming = null
    }
  }
  return { now: () => screen, load: () => (coming ??= come()) }
}
