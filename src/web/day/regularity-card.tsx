import { Plural, Trans } from '@lingui/react/macro'
import { weekdayOf } from '#method/calendar/day.ts'
import { Card } from '../ui/card.tsx'
import type { Regularity } from './regularity.ts'

const looks = { won: 'bg-spruce', worked: 'bg-line', free: 'bg-[repeating-linear-gradient(45deg,var(--line)_0_3px,transparent_3px_6px)]' } as const

/** The last working days, won or not; free ones are hatched and change nothing. */
export function RegularityCard({ regularity }: { readonly regularity: Regularity }) {
  const { won, worked, days } = regularity
  // A usual weekend says nothing; a free weekday does.
  const shown = days.filter(({ day, state }) => state !== 'free' || weekdayOf(day) < 6)
  return (
    <Card>
      <h2 className="font-sans text-[0.9375rem] font-normal text-soft">
        <Trans>Votre régularité</Trans>
      </h2>
      <p className="mt-1 flex items-baseline gap-3">
        <span className="font-serif text-[2rem]">{won}</span> <Plural value={worked} one="du dernier jour travaillé" other="des # derniers jours travaillés" />
      </p>
      <div aria-hidden="true" className="mt-3 flex h-7 gap-1">
        {shown.map(({ day, state }) => (
          <span key={day} className={`min-w-0 flex-1 rounded-full ${looks[state]}`} />
        ))}
      </div>
      {shown.some(({ state }) => state === 'free') && (
        <p className="mt-2 text-[0.9375rem] text-soft">
          <Trans>Jour hachuré : congé, sans effet.</Trans>
        </p>
      )}
    </Card>
  )
}
