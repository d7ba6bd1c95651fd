import { type Hue, hueStyle } from './hue.ts'
import { Icon, type IconType } from './icon.tsx'

export type Dot = { readonly icon: IconType; readonly hue: Hue; readonly label: string }
type Props = {
  /** What is done, in order. */
  readonly done: readonly Dot[]
  /** How many dots in all; more done than this shows them all and no next one. */
  readonly total: number
  /** The whole path as one sentence, for screen readers. */
  readonly sentence: string
}

/** A path of dots, ten to a row: done ones filled, the next one ringed, the rest dashed. */
export function DotPath({ done, total, sentence }: Props) {
  const left = Math.max(0, total - done.length)
  return (
    <div role="img" aria-label={sentence} className="ui-dots">
      {done.map((dot, place) => (
        <span key={place} className="ui-dot" data-state="done" style={hueStyle(dot.hue)} title={dot.label}>
          <Icon of={dot.icon} />
        </span>
      ))}
      {Array.from({ length: left }, (_, place) => (
        <span key={done.length + place} className="ui-dot" data-state={place === 0 ? 'next' : 'rest'} />
      ))}
    </div>
  )
}
