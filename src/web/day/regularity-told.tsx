import { Plural, useLingui } from '@lingui/react/macro'
import { weekdayOf } from '#method/calendar/day.ts'
import { streakSentence } from '#language/challenge.ts'
import { useLanguage } from '../activity/use-language.ts'
import type { Regularity } from './regularity.ts'

const looks = {
  won: 'bg-spruce',
  reserve: 'border-2 border-spruce',
  worked: 'bg-line',
  free: 'bg-[repeating-linear-gradient(45deg,var(--line)_0_3px,transparent_3px_6px)]',
} as const

/** The share of days won, the row of days, the streak; free days are hatched and change nothing. */
export function RegularityTold({ regularity }: { readonly regularity: Regularity }) {
  const { t } = useLingui()
  const language = useLanguage()
  const { won, counted, days, streak, isAtLeast } = regularity
  // A usual weekend says nothing; a free weekday does.
  const shown = days.filter(({ day, state }) => state !== 'free' || weekdayOf(day) < 6)
  const notes = [
    shown.some(({ state }) => state === 'free') && t`Jour hachuré : congé, sans effet.`,
    shown.some(({ state }) => state === 'reserve') && t`Jour cerclé : gardé par la réserve de la semaine.`,
  ].filter((note) => note !== false)
  const said = streakSentence({ ...streak, isAtLeast }, language)
  return (
    <>
      <p className="mt-1 flex items-baseline gap-3">
        <span className="font-serif text-[2rem]">{won}</span>{' '}
        <Plural value={won} one={`gagné sur vos ${counted} derniers jours travaillés`} other={`gagnés sur vos ${counted} derniers jours travaillés`} />
      </p>
      <div aria-hidden="true" className="mt-3 flex h-7 gap-1">
        {shown.map(({ day, state }) => (
          <span key={day} className={`min-w-0 flex-1 rounded-full ${looks[state]}`} />
        ))}
      </div>
      {said !== '' && <p className="mt-3">{said}</p>}
      {notes.length > 0 && <p className="mt-2 text-[0.9375rem] text-soft">{notes.join(' ')}</p>}
    </>
  )
}
