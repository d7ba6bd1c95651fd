import { Plural } from '@lingui/react/macro'
import type { Bilan } from '#method/evidence/bilan.ts'
import {
  conversationsSentence,
  daysWonSentence,
  followUpsSentence,
  hatchedDay,
  onTime,
  paleArea,
  peopleSentence,
  weeksWonSentence,
} from '#language/evidence.ts'
import { daysTable, followUpsTable, narrowKindsTable, peopleTable, ratesTable } from '#language/evidence-tables.ts'
import { formatNumber } from '#language/format.ts'
import { useLanguage } from '../activity/use-language.ts'
import { useLedger, useNow } from '../offline/ledger.ts'
import { hueStyle } from '../ui/hue.ts'
import { firstGoalDay, hasHatched } from './begun.ts'
import { Figure } from './figure.tsx'
import { MonthCalendar, YearCalendar } from './path-calendar.tsx'
import { RateRows } from './rate-rows.tsx'
import { useKindLook } from './use-kind-look.ts'

type Props = { readonly bilan: Bilan }

/** What happened in the days looked at: plain counts, each with its n. */
export function PeriodFigures({ bilan }: Props) {
  const language = useLanguage()
  const { followUps, people, activities } = bilan
  return (
    <>
      {bilan.days && <DaysFigure bilan={bilan} />}
      <KindsFigure bilan={bilan} />
      <ConversationsFigure bilan={bilan} />
      {followUps && (
        <Figure
          name="follow-ups"
          sentence={<p>{followUpsSentence(followUps, language)}</p>}
          note={`n = ${formatNumber(followUps.n, language)}`}
          tables={[followUpsTable(followUps, language)]}
        >
          {followUps.n > 0 && <RateRows rates={[{ ...followUps, name: 'on-time', label: onTime[language], hue: 'spruce' }]} />}
        </Figure>
      )}
      <Figure
        name="people"
        sentence={<p>{peopleSentence(people, language)}</p>}
        note={<Plural value={activities.total} one="Sur # activité notée (n)." other="Sur # activités notées (n)." />}
        tables={[peopleTable(people, language)]}
      />
    </>
  )
}

function DaysFigure({ bilan: { days, weeks, scope } }: Props) {
  const language = useLanguage()
  const { today } = useNow()
  const ledger = useLedger()
  const begun = firstGoalDay(ledger.goals())
  if (!days) return null
  const Calendar = days.results.length > 45 ? YearCalendar : MonthCalendar
  return (
    <Figure
      name="days"
      sentence={
        <p>
          {days.counted > 0 && <span className="tabular mr-2 font-serif text-[2.5rem] text-spruce">{formatNumber(days.won, language)}</span>}
          {days.counted > 0 ? daysWonSentence(days, language).replace(/^\S+\s/, '') : daysWonSentence(days, language)}
        </p>
      }
      note={
        <>
          n = {formatNumber(days.counted, language)}. {weeks && weeks.counted > 0 && `${weeksWonSentence(weeks, language)} `}
          {hasHatched(days.results, begun) && hatchedDay[language]}
        </>
      }
      tables={[daysTable(days.results, language)]}
    >
      <Calendar results={days.results} today={scope.to ?? today} weekStartsOn={ledger.settings().weekStartsOn} begun={begun} />
    </Figure>
  )
}

function KindsFigure({ bilan: { activities } }: Props) {
  const language = useLanguage()
  const { nameOf, hueOf } = useKindLook()
  const kinds = [...activities.byKind].sort((a, b) => b.out + b.in - (a.out + a.in))
  const most = kinds[0] ? kinds[0].out + kinds[0].in : 1
  const minutes = kinds.reduce((sum, kind) => sum + kind.timed, 0)
  return (
    <Figure
      name="kinds"
      sentence={
        <p>
          <Plural value={activities.total} one="# activité en tout." other="# activités en tout." />
        </p>
      }
      note={minutes > 0 && <Plural value={minutes} one="# activité chronométrée." other="# activités chronométrées." />}
      tables={[narrowKindsTable(activities, nameOf, language)]}
    >
      <ul className="mt-3 grid gap-2">
        {kinds.map(({ kind, out, in: received }) => (
          <li key={kind} className="flex items-center gap-3">
            <span className="w-28 shrink-0 font-medium [overflow-wrap:anywhere]">{nameOf(kind)}</span>
            <span className="flex min-w-0 flex-1 items-center gap-2">
              <span
                aria-hidden="true"
                className="h-4 min-w-1 rounded-full bg-(--hue)"
                style={{ ...hueStyle(hueOf(kind)), width: `${((out + received) / most) * 80}%` }}
              />
              <span className="tabular">{formatNumber(out + received, language)}</span>
            </span>
          </li>
        ))}
      </ul>
    </Figure>
  )
}

function ConversationsFigure({ bilan: { activities } }: Props) {
  const language = useLanguage()
  const { nameOf, hueOf } = useKindLook()
  const rates = activities.byKind
    .filter(({ conversations }) => conversations.n > 0)
    .map(({ kind, conversations }) => ({ ...conversations, name: kind, label: nameOf(kind), hue: hueOf(kind) }))
    .sort((a, b) => b.n - a.n)
  return (
    <Figure
      name="conversations"
      sentence={<p>{conversationsSentence(activities.conversations, language)}</p>}
      note={`n = ${formatNumber(activities.conversations.n, language)}. ${paleArea[language]}`}
      tables={[ratesTable('conversations', { rates }, nameOf, language)]}
    >
      {rates.length > 0 && <RateRows rates={rates} />}
    </Figure>
  )
}
