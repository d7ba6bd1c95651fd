type Props = {
  /** Done and whole, same unit. */
  readonly value: number
  readonly max: number
  /** The sentence that says it ("17 sur 20"). */
  readonly sentence: string
  /** Name of what progresses. */
  readonly label: string
}

/** A thin bar; the figure stands beside it in words, not in it. */
export function ProgressBar({ value, max, sentence, label }: Props) {
  const share = max > 0 ? Math.min(1, Math.max(0, value / max)) : 0
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={max}
      aria-valuenow={Math.min(value, max)}
      aria-valuetext={sentence}
      className="h-2 overflow-hidden rounded-full bg-line"
    >
      <div className="h-full rounded-full bg-spruce transition-[width] duration-160" style={{ width: `${share * 100}%` }} />
    </div>
  )
}
