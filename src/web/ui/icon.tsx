import type { LucideIcon } from 'lucide-react'
import { memo } from 'react'

export type IconType = LucideIcon

type Props = {
  /** A Lucide icon. */
  readonly of: IconType
  /** Side in pixels; 22 by default. */
  readonly size?: number | undefined
  readonly className?: string | undefined
}

/** A Lucide icon in the house stroke; always decorative, the word beside it or the control's name speaks. Drawn again only when it is another. */
export const Icon = memo(function Icon({ of: Drawing, size = 22, className }: Props) {
  return <Drawing aria-hidden="true" focusable="false" size={size} strokeWidth={1.9} className={`shrink-0 ${className ?? ''}`} />
})
