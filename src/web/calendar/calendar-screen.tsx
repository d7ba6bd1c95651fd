import { Trans, useLingui } from '@lingui/react/macro'
import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { addDays, isWritableDay, type Day } from '#method/calendar/day.ts'
import { quebecHolidays } from '#method/calendar/holidays.ts'
import { defaultSchedule, versionOn, type DayOff, type Schedule } from '#method/calendar/schedule.ts'
import type { Change } from '#method/ledger/operation.ts'
import { formatDay, weekdayName, type Language } from '#language/format.ts'
import { refusalSentence } from '#language/refusals.ts'
import { holidayName } from '#language/sentences.ts'
import { newId, useLedger, useNow, useWrite } from '../offline/ledger.ts'
import { Chip } from '../ui/chip.tsx'
import { DayField } from './day-field.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { ListRow } from '../ui/list-row.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Link } from '../ui/router.tsx'
import { Section } from '../ui/section.tsx'
import { SegmentedControl } from '../ui/segmented-control.tsx'
import { SubmitButton } from '../ui/submit-button.tsx'
import { Switch } from '../ui/switch.tsx'
import { useToast } from '../ui/toast.tsx'

type Week = Pick<Schedule, 'weekdays' | 'holidays' | 'easter'>

/** The days one works: the week, the holidays of Quebec, vacations and days off. A free day is neutral, never missed. */
export function CalendarScreen() {
  const { t } = useLingui()
  const ledger = useLedger()
  const { today } = useNow()
  const write = useWrite()
  const { show } = useToast()
  const { language, weekStartsOn } = ledger.settings()
  const { schedules, daysOff } = ledger.calendar()
  const week: Week = versionOn(schedules, today) ?? defaultSchedule
  const say = (change: Change, text: string, undo?: Change) => {
    const written = write(change)
    if (!written.ok) return show({ text: refusalSentence(written.reason, language) })
    written.saved.then(
      () =>
        show({
          text,
          ...(undo && {
            action: {
              label: t`Annuler`,
              onPress: () => {
                write(undo)
              },
            },
          }),
        }),
      () => show({ text: t`Cet appareil n’a pas pu le garder. Libérez de l’espace, puis réessayez.` }),
    )
  }
  const setWeek = (next: Partial<Week>) => {
    // A day has one schedule: a second change on the same day replaces the first.
    const same = schedules.find(({ effectiveFrom }) => effectiveFrom === today)
    const { weekdays, holidays, easter } = { ...week, ...next }
    say(
      { type: 'schedule.set', schedule: { id: same?.id ?? newId(), effectiveFrom: today, weekdays, holidays, easter } },
      t`En vigueur dès aujourd’hui. Les journées passées ne changent pas.`,
    )
  }
  const setDayOff = (dayOff: Omit<DayOff, 'memberId'>, text: string) =>
    say({ type: 'day-off.put', dayOff }, text, { type: 'day-off.put', dayOff: { ...dayOff, removed: !dayOff.removed } })
  return (
    <>
      <PageHeader
        title={t`Calendrier`}
        below={<Trans>Un jour de congé est neutre : il ne compte jamais contre vous.</Trans>}
        back={{ label: t`Retour à Plus`, link: (link) => <Link to="/plus" {...link} /> }}
      />
      <WeekSection {...{ week, language, weekStartsOn, setWeek }} />
      <HolidaySection {...{ week, language, today, setWeek }} />
      <DaysOffSection
        {...{ language, today }}
        daysOff={daysOff.filter(({ removed }) => !removed)}
        onAdd={(from, to) => setDayOff({ id: newId(), from, to, kind: from === to ? 'day-off' : 'vacation', removed: false }, t`Congé noté.`)}
        onRemove={({ id, from, to, kind }) => setDayOff({ id, from, to, kind, removed: true }, t`Congé retiré.`)}
      />
    </>
  )
}

type WeekProps = { readonly week: Week; readonly language: Language; readonly setWeek: (week: Partial<Week>) => void }

function WeekSection({ week, language, weekStartsOn, setWeek }: WeekProps & { readonly weekStartsOn: 'sunday' | 'monday' }) {
  const { t } = useLingui()
  const order = weekStartsOn === 'sunday' ? [7, 1, 2, 3, 4, 5, 6] : [1, 2, 3, 4, 5, 6, 7]
  const toggle = (weekday: number) =>
    setWeek({ weekdays: week.weekdays.includes(weekday) ? week.weekdays.filter((one) => one !== weekday) : [...week.weekdays, weekday].toSorted() })
  return (
    <Section title={t`Ma semaine`}>
      <div className="flex flex-wrap gap-2">
        {order.map((weekday) => (
          <Chip key={weekday} pressed={week.weekdays.includes(weekday)} onClick={() => toggle(weekday)}>
            {weekdayName(weekday, language)}
          </Chip>
        ))}
      </div>
    </Section>
  )
}

function HolidaySection({ week, language, today, setWeek }: WeekProps & { readonly today: Day }) {
  const { t } = useLingui()
  const year = Number(today.slice(0, 4))
  const coming = [year, year + 1]
    .flatMap((each) => [...quebecHolidays(each, week.easter)])
    .filter(([day]) => day >= today)
    .slice(0, 8)
  return (
    <Section title={t`Jours fériés`}>
      <Switch label={t`Jours fériés du Québec`} on={week.holidays === 'quebec'} onChange={(on) => setWeek({ holidays: on ? 'quebec' : 'none' })} />
      {week.holidays === 'quebec' && (
        <>
          <SegmentedControl
            label={t`À Pâques`}
            value={week.easter}
            onValue={(easter) => setWeek({ easter })}
            choices={[
              { value: 'good-friday', label: t`Vendredi saint` },
              { value: 'easter-monday', label: t`Lundi de Pâques` },
            ]}
          />
          <ul className="mt-3 grid gap-1 text-soft">
            {coming.map(([day, name]) => (
              <li key={day}>
                {formatDay(day, language, 'weekday', today)}
                {' · '}
                {holidayName(name, language)}
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  )
}

type DaysOffProps = {
  readonly daysOff: readonly DayOff[]
  readonly language: Language
  readonly today: Day
  readonly onAdd: (from: Day, to: Day) => void
  readonly onRemove: (dayOff: DayOff) => void
}

function DaysOffSection({ daysOff, language, today, onAdd, onRemove }: DaysOffProps) {
  const { t } = useLingui()
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const last = to || from
  const isReversed = last < from
  const isLong = !isReversed && isWritableDay(from) && last > addDays(from, 366)
  const error = isReversed ? t`Le dernier jour vient avant le premier.` : isLong ? t`Plus d’un an : vérifiez les dates.` : undefined
  return (
    <Section title={t`Vacances et congés`}>
      <ul>
        {daysOff
          .toSorted((a, b) => (a.from < b.from ? 1 : -1))
          .map((dayOff) => (
            <ListRow
              key={dayOff.id}
              title={
                dayOff.from === dayOff.to
                  ? formatDay(dayOff.from, language, 'weekday', today)
                  : `${formatDay(dayOff.from, language, 'short', today)} – ${formatDay(dayOff.to, language, 'short', today)}`
              }
              text={dayOff.kind === 'vacation' ? t`Vacances` : t`Congé`}
              actions={<IconButton icon={Trash2} label={t`Retirer ce congé`} onClick={() => onRemove(dayOff)} />}
            />
          ))}
      </ul>
      <form
        className="mt-4 grid gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          if (!isWritableDay(from) || !isWritableDay(last) || error) return
          onAdd(from, last)
          setFrom('')
          setTo('')
        }}
      >
        <div className="grid grid-cols-2 gap-3">
          <DayField label={t`Premier jour`} value={from} onValue={setFrom} required />
          <DayField label={t`Dernier jour`} value={to} onValue={setTo} error={error} />
        </div>
        <SubmitButton missing={!isWritableDay(from) ? t`Dites d’abord le premier jour.` : (error ?? null)}>
          <Trans>Ajouter un congé</Trans>
        </SubmitButton>
      </form>
    </Section>
  )
}
