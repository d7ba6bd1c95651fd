import type { Dot } from '#method/day/progress.ts'
import type { Kind } from '#method/activity/kind.ts'
import { timeOf } from '#method/calendar/day.ts'
import { formatTime } from '#language/format.ts'
import { kindName, outcomeName } from '#language/sentences.ts'
import { kindIcon } from '../activity/kind-look.ts'
import { useLanguage } from '../activity/use-language.ts'
import { hueStyle } from '../ui/hue.ts'
import { Icon } from '../ui/icon.tsx'

type Props = {
  readonly dots: readonly Dot[]
  readonly total: number
  /** The whole path as one sentence, for screen readers. */
  readonly sentence: string
  readonly kindOf: (id: string) => Kind | undefined
  readonly nameOf: (contactId: string | null) => string
  readonly zone: string
  readonly onOpen: (activityId: string) => void
}

/** The path of dots, ten to a row: each opens its activity; the next one is ringed, the rest dashed (UX, Today). */
export function DayPath({ dots, total, sentence, kindOf, nameOf, zone, onOpen }: Props) {
  const language = useLanguage()
  const left = Math.max(0, total - dots.length)
  return (
    <ul aria-label={sentence} className="ui-dots">
      {dots.map(({ activity, contactId }) => {
        const kind = kindOf(activity.kind)
        const label = [
          kindName(kind ?? activity.kind, language),
          nameOf(contactId),
          outcomeName(activity.outcome, activity.kind, language),
          activity.isDayOnly ? '' : formatTime(timeOf(activity.occurredAt, zone), language),
        ]
          .filter(Boolean)
          .join(', ')
        return (
          <li key={`${activity.id} ${contactId ?? ''}`} className="grid">
            <button
              type="button"
              className="ui-dot relative w-full after:absolute after:-inset-x-0.5 after:-inset-y-1.5"
              data-state="done"
              style={hueStyle(kind?.hue ?? 'slate')}
              aria-label={label}
              title={label}
              onClick={() => onOpen(activity.id)}
            >
              <Icon of={kindIcon(kind?.icon ?? '')} />
            </button>
          </li>
        )
      })}
      {Array.from({ length: left }, (_, place) => (
        <li key={`left ${place}`} aria-hidden="true" className="ui-dot" data-state={place === 0 ? 'next' : 'rest'} />
      ))}
    </ul>
  )
}
