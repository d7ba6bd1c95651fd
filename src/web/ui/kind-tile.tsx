import type { ReactNode } from 'react'
import { type Hue, hueStyle } from './hue.ts'
import { Icon, type IconType } from './icon.tsx'

type Props = {
  readonly icon: IconType
  readonly label: string
  readonly hue: Hue
  readonly onPress: () => void
}

/** A tinted tile that logs one kind: icon above, label on one line. */
export function KindTile({ icon, label, hue, onPress }: Props) {
  return (
    <button
      type="button"
      onClick={onPress}
      style={hueStyle(hue)}
      className="ui-tint flex min-h-18 min-w-0 flex-col items-center justify-center gap-1.5 rounded-control px-1 py-3 transition-[filter] duration-150 hover:brightness-97"
    >
      <Icon of={icon} />
      <span className="text-[0.875rem] font-semibold whitespace-nowrap text-ink">{label}</span>
    </button>
  )
}

/** Lays tiles three to a row, so that the longest label keeps one line at 360 px; `label` names the group. */
export function KindTiles({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div role="group" aria-label={label} className="grid grid-cols-3 gap-2.5">
      {children}
    </div>
  )
}
