import { levels, type Level } from '#method/day/day-page.ts'

type Props = {
  readonly label: string
  /** The ends of the scale, in words. */
  readonly low: string
  readonly high: string
  readonly value: Level | null
  /** The same tap again takes it back. */
  readonly onValue: (level: Level | null) => void
}

/** One tap from 1 to 5; the ends are said in words, and nothing is chosen beforehand. */
export function LevelField({ label, low, high, value, onValue }: Props) {
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1.5 font-semibold">{label}</legend>
      <div className="flex items-center gap-2">
        {levels.map((level) => (
          <button
            key={level}
            type="button"
            aria-pressed={value === level}
            aria-label={level === 1 ? `1, ${low}` : level === 5 ? `5, ${high}` : String(level)}
            onClick={() => onValue(value === level ? null : level)}
            className={`tabular size-11 shrink-0 rounded-full border-[1.5px] font-serif text-[1.125rem] transition-colors duration-150 ${
              value === level ? 'border-spruce bg-spruce text-on-solid' : 'border-line bg-card hover:border-edge'
            }`}
          >
            {level}
          </button>
        ))}
      </div>
      <p aria-hidden="true" className="mt-1 flex w-62 justify-between text-[0.875rem] text-soft">
        <span>{low}</span>
        <span>{high}</span>
      </p>
    </fieldset>
  )
}
