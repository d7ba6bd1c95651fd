import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { ChartNoAxesColumn, Download, Printer } from 'lucide-react'
import { useState } from 'react'
import { addDays, dayOf, timeOf } from '#method/calendar/day.ts'
import type { Bilan } from '#method/evidence/bilan.ts'
import { linksTable, planTable } from '#language/comparison-tables.ts'
import { formatDay, formatTime } from '#language/format.ts'
import { writeCsv } from '#method/contact/export.ts'
import { useLanguage } from '../activity/use-language.ts'
import { download } from '../contact/download.ts'
import { useLedger, useNow } from '../offline/ledger.ts'
import { Button, buttonClasses } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Icon } from '../ui/icon.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Link } from '../ui/router.tsx'
import { SegmentedControl } from '../ui/segmented-control.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { csvHeadings, csvLines, fileTables, journeyTables, periodTables, type CsvDays } from './bilan-tables.ts'
import { CheckInsFigure, useCheckInLinks } from './check-ins-figure.tsx'
import { HarvestFigure } from './harvest-figure.tsx'
import { JourneyFigures } from './journey-figures.tsx'
import { PeriodFigures } from './period-figures.tsx'
import { PeriodSteps } from './period-steps.tsx'
import { periodDays, type Period } from './period.ts'
import { PlanFigure } from './plan-figure.tsx'
import { RegularityFigure } from './regularity-figure.tsx'
import { useBilan, type BilanShown } from './use-bilan.ts'
import { usePlanComparison } from './use-plan-comparison.ts'
import { useKindLook } from './use-kind-look.ts'

type Reach = 'year' | 'all'

/** Le Bilan: what was done, and what her own log says; each figure with its n, its sentence, its table and its formula. */
export function EvidenceScreen() {
  const { t } = useLingui()
  const ledger = useLedger()
  const { today } = useNow()
  const [period, setPeriod] = useState<Period>('week')
  const [back, setBack] = useState(0)
  const days = periodDays(period, back, today, ledger.settings().weekStartsOn)
  const shown = useBilan('days', back === 0 ? period : `${period}-${days.from}`, days.from, days.to)
  const [reach, setReach] = useState<Reach>('year')
  const journeys = useBilan('journeys', `journeys-${reach}`, reach === 'year' ? addDays(today, -364) : null)
  return (
    <>
      <PageHeader
        title={t`Bilan`}
        actions={
          <div className="contents" data-no-print>
            <Link to="/bilan/semaine" hash={period === 'week' ? days.from : undefined} className={buttonClasses({ size: 'small' })}>
              <Icon of={Printer} size={20} />
              {t`Ma semaine`}
            </Link>
            {shown && journeys && <Export shown={shown} journeys={journeys} />}
          </div>
        }
      />
      <p className="-mt-2 mb-4 min-h-6 text-soft">{shown && <Rests shown={shown} />}</p>
      <SegmentedControl
        label={t`Période`}
        value={period}
        onValue={(next) => {
          setPeriod(next)
          setBack(0)
        }}
        choices={[
          { value: 'week', label: t`Semaine` },
          { value: 'month', label: t`Mois` },
          { value: 'year', label: t`Année` },
        ]}
      />
      <PeriodSteps {...{ period, days, back }} onBack={setBack} />
      {shown &&
        (shown.bilan.activities.total === 0 ? (
          <EmptyState
            icon={ChartNoAxesColumn}
            title={t`Rien de noté sur cette période`}
            text={back === 0 ? t`Notez une activité depuis Aujourd’hui : elle comptera ici.` : t`Vous pouvez remonter plus loin, ou revenir.`}
          />
        ) : (
          <div className="mt-6 gap-5 wide:columns-2">
            <PeriodFigures bilan={shown.bilan} />
          </div>
        ))}
      <Journeys shown={journeys} reach={reach} onReach={setReach} />
      {shown && shown.bilan.harvest.length > 0 && <HarvestFigure bilan={shown.bilan} />}
    </>
  )
}

type JourneysProps = { readonly shown: BilanShown | null; readonly reach: Reach; readonly onReach: (reach: Reach) => void }

function Journeys({ shown, reach, onReach }: JourneysProps) {
  const { t } = useLingui()
  return (
    <section aria-labelledby="journeys" className="mt-12">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 id="journeys" className="text-[1.625rem]">
          <Trans>Ce que dit votre carnet</Trans>
        </h2>
        <div className="w-44" data-no-print>
          <SelectField
            label={t`Depuis`}
            value={reach}
            onValue={onReach}
            choices={[
              { value: 'year', label: t`12 mois` },
              { value: 'all', label: t`Le début` },
            ]}
          />
        </div>
      </div>
      {shown && (
        <>
          <p className="mt-1 text-soft">
            <Rests shown={shown} />
          </p>
          <div className="mt-5 gap-5 wide:columns-2">
            <RegularityFigure bilan={shown.bilan} />
            <PlanFigure />
            <JourneyFigures bilan={shown.bilan} />
            <CheckInsFigure />
          </div>
        </>
      )}
    </section>
  )
}

/** Every figure on the screen, as a file for a spreadsheet; made on the device. */
function Export({ shown, journeys }: { readonly shown: BilanShown; readonly journeys: BilanShown }) {
  const { t } = useLingui()
  const language = useLanguage()
  const { nameOf } = useKindLook()
  const { windowFrom } = useLedger()
  const beside = usePlanComparison()
  const links = useCheckInLinks()
  const daysOf = ({ scope: { from, asOf } }: Bilan): CsvDays => ({ from, to: asOf })
  const save = () => {
    const lines = [
      ...csvLines(periodTables(shown.bilan, nameOf, language), daysOf(shown.bilan)),
      ...csvLines([...journeyTables(journeys.bilan, nameOf, language), ...fileTables(journeys.bilan, nameOf, language)], daysOf(journeys.bilan)),
      ...(beside?.span && beside.compared ? csvLines([planTable(beside.compared, language)], { from: beside.span.from, to: beside.span.through }) : []),
      ...(links ? csvLines([linksTable(links, language)], { from: windowFrom, to: shown.bilan.scope.today }) : []),
    ]
    download(`entrain-bilan-${shown.bilan.scope.asOf}.csv`, 'text/csv;charset=utf-8', [...writeCsv(csvHeadings(language), lines)])
  }
  return <Button size="small" icon={Download} onClick={save}>{t`CSV`}</Button>
}

/** From when, and what the figures rest on: never said wider than it is. */
function Rests({ shown: { bilan, rests, since, olderThan } }: { readonly shown: BilanShown }) {
  const language = useLanguage()
  const { today, zone } = useNow()
  const { pending, windowFrom, connection } = useLedger()
  const start = since === null ? null : formatDay(since, language, 'short', today)
  const isCut = rests === 'device' && since === windowFrom
  const at = olderThan && { day: formatDay(dayOf(olderThan, zone), language, 'short', today), time: formatTime(timeOf(olderThan, zone), language) }
  return (
    <>
      {start === null ? <Trans>Depuis le début, d’après ce que vous avez noté.</Trans> : <Trans>Depuis le {start}, d’après ce que vous avez noté.</Trans>}{' '}
      {isCut &&
        (connection === 'offline' ? (
          <Trans>C’est ce que cet appareil garde; avec le réseau, tout votre historique compte.</Trans>
        ) : (
          <Trans>C’est ce que cet appareil garde.</Trans>
        ))}
      {at && (
        <Trans>
          Au {at.day}, {at.time}.
        </Trans>
      )}{' '}
      {rests === 'server' && pending > 0 && <Plural value={pending} one="# activité en attente s’y ajoutera." other="# activités en attente s’y ajouteront." />}
      {bilan.scope.to !== null && <Trans>Jusqu’au {formatDay(bilan.scope.to, language, 'short', today)}.</Trans>}
    </>
  )
}
