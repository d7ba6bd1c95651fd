import type { CSSProperties } from 'react'

/** One of eight hues told apart by people with any colour vision; always shown with an icon or a word. */
export type Hue = 'spruce' | 'blue' | 'violet' | 'rose' | 'ochre' | 'slate' | 'teal' | 'brick'

/** Sets `--hue` for the classes `ui-dot` and `ui-tint`. */
export function hueStyle(hue: Hue): CSSProperties {
  return { '--hue': `var(--hue-${hue})` } as CSSProperties
}
