import { useLingui } from '@lingui/react/macro'
import { addDays, firstOfMonth, weekdayOf, type Day } from '#method/calendar/day.ts'
import type { DayResult } from '#method/day/day-results.ts'
import { shortMonth } from '#language/evidence.ts'
import { dayStateNames, dayStateOf } from '#language/evidence-tables.ts'
import { formatDay, monthName, weekdayName } from '#language/format.ts'
import type { Language } from '#language/language.ts'
import { useLanguage } from '../activity/use-language.ts'
import { isBlank } from './begun.ts'

type Props = { readonly results: readonly DayResult[]; readonly today: Day; readonly weekStartsOn: 'sunday' | 'monday'; readonly begun: Day | null }

const hatched = 'bg-[repeating-linear-gradient(45deg,var(--line)_0_3px,transparent_3px_6px)]'
const outlined = 'shadow-[inset_0_0_0_1px_var(--line)]'
const troughOf = ({ goal, hasNoGoal }: DayResult): string => (goal !== null ? 'bg-line' : hasNoGoal ? outlined : hatched)
const filled = ({ goal, done }: DayResult): number => (goal === null ? (done > 0 ? 1 : 0) : goal === 0 ? 1 : Math.min(1, done / goal))

/** `23 novembre : gagné, 21 sur 20`, for whoever does not see the cell. */
const told = (result: DayResult, language: Language, today: Day): string => {
  const state = dayStateNames[dayStateOf(result)][language]
  const day = formatDay(result.day, language, 'short')
  const colon = language === 'fr' ? '\u00A0: ' : ': '
  if (result.goal === null) return `${day}${colon}${state}${result.done > 0 ? `, ${result.done}` : ''}`
  const of = language === 'fr' ? `${result.done} sur ${result.goal}` : `${result.done} of ${result.goal}`
  return result.day === today && dayStateOf(result) !== 'won' ? `${day}${colon}${of}` : `${day}${colon}${state}, ${of}`
}

/** The path of one day: a small trough that fills as its goal does. */
function Trough({ result, className }: { readonly result: DayResult; readonly className: string }) {
  const state = dayStateOf(result)
  return (
    <span aria-hidden="true" className={`relative block overflow-hidden ${className} ${troughOf(result)}`}>
      <span
        className={`absolute inset-x-0 bottom-0 ${state === 'won' ? 'bg-spruce' : 'bg-[color-mix(in_oklab,var(--spruce)_45%,transparent)]'}`}
        style={{ height: `${filled(result) * 100}%` }}
      />
    </span>
  )
}

/** A month or a week as a grid of days; a free day is hatched and takes nothing away, a day without a goal is outlined. */
export function MonthCalendar({ results, today, weekStartsOn, begun }: Props) {
  const language = useLanguage()
  const { t } = useLingui()
  const [first] = results
  if (!first) return null
  const order = weekStartsOn === 'monday' ? [1, 2, 3, 4, 5, 6, 7] : [7, 1, 2, 3, 4, 5, 6]
  const before = order.indexOf(weekdayOf(first.day))
  const cells: readonly (DayResult | null)[] = [...Array.from({ length: before }, () => null), ...results]
  const rows = Array.from({ length: Math.ceil(cells.length / 7) }, (_, row) => Array.from({ length: 7 }, (__, place) => cells[row * 7 + place] ?? null))
  return (
    <table className="mt-3 w-full max-w-96 table-fixed">
      <caption className="sr-only">{t`Jour par jour`}</caption>
      <thead>
        <tr>
          {order.map((weekday) => (
            <th key={weekday} scope="col" className="pb-1 text-center text-[0.8125rem] font-normal text-soft">
              <abbr title={weekdayName(weekday, language)} className="no-underline">
                {weekdayName(weekday, language).slice(0, 1).toLocaleUpperCase('fr-CA')}
              </abbr>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, place) => (
          <tr key={place}>
            {row.map((result, column) => (
              <td key={column} className="p-0.5 text-center">
                {result && (
                  <>
                    {isBlank(result, begun) ? (
                      <span className="block h-7" />
                    ) : (
                      <>
                        <span className="sr-only">{told(result, language, today)}</span>
                        <Trough result={result} className="mx-auto h-7 w-full max-w-9 rounded-[9px]" />
                      </>
                    )}
                    <span aria-hidden="true" className={`tabular text-[0.75rem] ${result.day === today ? 'font-semibold text-spruce' : 'text-soft'}`}>
                      {Number(result.day.slice(8))}
                    </span>
                  </>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const daysOfMonth = Array.from({ length: 31 }, (_, place) => place + 1)

/** A year: one line for each month, one small path for each day. */
export function YearCalendar({ results, today, begun }: Omit<Props, 'weekStartsOn'>) {
  const language = useLanguage()
  const { t } = useLingui()
  const byDay = new Map(results.map((result) => [result.day, result]))
  const months = [...new Set(results.map(({ day }) => firstOfMonth(day)))]
  return (
    <table className="mt-3 w-full table-fixed border-separate border-spacing-x-px border-spacing-y-1">
      <caption className="sr-only">{t`Jour par jour`}</caption>
      <colgroup>
        <col className="w-11" />
      </colgroup>
      <thead className="sr-only">
        <tr>
          <th scope="col">{t`Mois`}</th>
          {daysOfMonth.map((day) => (
            <th key={day} scope="col">
              {day}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {months.map((month) => (
          <tr key={month}>
            <th scope="row" className="pr-1 text-left text-[0.8125rem] font-normal text-soft">
              <abbr title={monthName(Number(month.slice(5, 7)), language)} className="no-underline">
                {shortMonth(Number(month.slice(5, 7)), language)}
              </abbr>
            </th>
            {daysOfMonth.map((day) => {
              const result = byDay.get(addDays(month, day - 1))
              return (
                <td key={day} className="p-0">
                  {result && result.day.startsWith(month.slice(0, 7)) && !isBlank(result, begun) && (
                    <>
                      <span className="sr-only">{told(result, language, today)}</span>
                      <Trough result={result} className="h-4 w-full rounded-[3px]" />
                    </>
                  )}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
