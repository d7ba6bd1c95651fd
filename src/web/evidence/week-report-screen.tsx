import { Trans, useLingui } from '@lingui/react/macro'
import { ChevronLeft, ChevronRight, Printer } from 'lucide-react'
import { useState } from 'react'
import { addDays, isWritableDay, type Day } from '#method/calendar/day.ts'
import type { Bilan } from '#method/evidence/bilan.ts'
import type { Settings } from '#method/ledger/settings.ts'
import {
  conversationsSentence,
  daysWonSentence,
  emptyWeek,
  followUpsSentence,
  harvestSentence,
  hatchedDay,
  noesCountSentence,
  peopleSentence,
} from '#language/evidence.ts'
import { weekKindsTable } from '#language/evidence-tables.ts'
import { formatDay } from '#language/format.ts'
import { firstDayOfSpan } from '#language/period.ts'
import { useLanguage } from '../activity/use-language.ts'
import { useLedger, useNow } from '../offline/ledger.ts'
import { weekBefore } from '../sale/week-before.ts'
import { Button } from '../ui/button.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Link, useAddress } from '../ui/router.tsx'
import { firstGoalDay, hasHatched } from './begun.ts'
import { FigureTable } from './figure-table.tsx'
import { MonthCalendar } from './path-calendar.tsx'
import { useBilan } from './use-bilan.ts'
import { useKindLook } from './use-kind-look.ts'

/** A week on one sheet, to print or keep as a PDF. */
export function WeekReportScreen() {
  const { t } = useLingui()
  const language = useLanguage()
  const ledger = useLedger()
  const { today } = useNow()
  const { firstName, weekStartsOn } = ledger.settings()
  // The week that was being looked at, by one of its days; else the last one that is over.
  const { hash } = useAddress()
  const [day, setDay] = useState(isWritableDay(hash) && hash <= today ? hash : addDays(today, -7))
  const first = weekBefore(day, weekStartsOn)
  const last = addDays(first, 6)
  const shown = useBilan('days', 'report', first, last)
  const [from, to] = [firstDayOfSpan(first, last, language), formatDay(last, language, 'long')]
  return (
    <>
      <PageHeader
        title={t`Rapport de la semaine`}
        below={firstName === '' ? t`Du ${from} au ${to}` : t`${firstName}, du ${from} au ${to}`}
        back={{
          label: t`Retour au bilan`,
          link: (link) => (
            <span data-no-print>
              <Link to="/bilan" {...link} />
            </span>
          ),
        }}
      />
      <div className="flex flex-wrap items-center gap-2" data-no-print>
        <IconButton label={t`Semaine précédente`} icon={ChevronLeft} onClick={() => setDay(addDays(first, -7))} />
        <IconButton
          label={t`Semaine suivante`}
          icon={ChevronRight}
          whyNot={last >= today ? t`C’est la période en cours.` : undefined}
          onClick={() => setDay(addDays(first, 7))}
        />
        <Button icon={Printer} onClick={() => print()}>{t`Imprimer ou garder en PDF`}</Button>
      </div>
      {shown?.bilan.scope.from === first ? (
        <Sheet bilan={shown.bilan} weekStartsOn={weekStartsOn} begun={firstGoalDay(ledger.goals())} />
      ) : (
        shown && (
          <p className="mt-6 text-soft">
            <Trans>Cet appareil ne garde pas cette semaine; elle s’affichera avec le réseau.</Trans>
          </p>
        )
      )}
    </>
  )
}

type SheetProps = { readonly bilan: Bilan; readonly weekStartsOn: Settings['weekStartsOn']; readonly begun: Day | null }

function Sheet({ bilan, weekStartsOn, begun }: SheetProps) {
  const { t } = useLingui()
  const language = useLanguage()
  const { nameOf } = useKindLook()
  const { days, activities, people, followUps, harvest, noes, scope } = bilan
  const isEmpty = activities.total === 0
  return (
    <div className="mt-6 grid max-w-3xl gap-6 print:mt-2 print:gap-3">
      {days && (
        <section aria-label={t`Jours`}>
          {(days.counted > 0 || !isEmpty) && <p className="text-[1.1875rem]">{daysWonSentence(days, language)}</p>}
          <MonthCalendar results={days.results} today={scope.today} {...{ weekStartsOn, begun }} />
          {hasHatched(days.results, begun) && <p className="mt-1 text-[0.9375rem] text-soft">{hatchedDay[language]}</p>}
        </section>
      )}
      <section aria-label={t`Activités`}>
        {isEmpty ? (
          <p>{emptyWeek[language]}</p>
        ) : (
          <>
            <p>{peopleSentence(people, language)}</p>
            <p>{conversationsSentence(activities.conversations, language)}</p>
          </>
        )}
        {followUps && (followUps.n > 0 || !isEmpty) && <p>{followUpsSentence(followUps, language)}</p>}
        {noes && noes.noes > 0 && <p>{noesCountSentence(noes, language)}</p>}
      </section>
      {!isEmpty && <FigureTable wraps table={weekKindsTable(activities, nameOf, language)} />}
      {harvest.length > 0 && (
        <section aria-labelledby="came" className="rounded-card bg-wheat-bg px-5 py-3">
          <h2 id="came" className="text-[1.1875rem] text-wheat">
            <Trans>Récolte</Trans>
          </h2>
          {harvest.map((each) => (
            <p key={each.currency} className="tabular">
              {harvestSentence(each, language)}
            </p>
          ))}
        </section>
      )}
      <p className="text-[0.875rem] text-soft">
        <Trans>D’après ce que vous avez noté dans Entrain. La récolte n’est jamais un objectif.</Trans>
      </p>
    </div>
  )
}
