import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import type { Kind } from '#method/activity/kind.ts'
import { addDays, daysFrom, type Day } from '#method/calendar/day.ts'
import { isWorkingDay, type WorkCalendar } from '#method/calendar/schedule.ts'
import { challengeTemplates, dailyChallenge, lastOfWorkingDays } from '#method/challenge/challenge-template.ts'
import type { Challenge } from '#method/challenge/challenge.ts'
import { challengeDates, challengeNames } from '#language/challenge.ts'
import { formatDay } from '#language/format.ts'
import { useLanguage } from '../activity/use-language.ts'
import { DayField } from '../calendar/day-field.tsx'
import { Button } from '../ui/button.tsx'
import { Chip } from '../ui/chip.tsx'
import { SegmentedControl } from '../ui/segmented-control.tsx'
import { SubmitButton } from '../ui/submit-button.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { TextField } from '../ui/text-field.tsx'
import { lineOf, mostLines, whole, type LineDraft } from './line-draft.ts'
import { LineFields } from './line-fields.tsx'

type Props = {
  readonly today: Day
  readonly calendar: WorkCalendar
  readonly kinds: readonly Kind[]
  readonly onMade: (challenge: Omit<Challenge, 'id' | 'memberId'>) => void
}

// What a device keeps of the past in full: a challenge that began before would miss a part of what was done.
const longestBack = 60
const longestAhead = 365

/** A challenge in a minute: from one that comes ready, or one's own list of activities, first day and number of days (claim 7). */
export function NewChallenge({ today, calendar, kinds, onMade }: Props) {
  const { t } = useLingui()
  const language = useLanguage()
  const [template, setTemplate] = useState<string>(challengeTemplates[0].id)
  const [title, setTitle] = useState(challengeNames[challengeTemplates[0].id]?.[language] ?? '')
  const [lines, setLines] = useState<readonly LineDraft[]>([{ key: 0, kind: '', relationship: '', perDay: String(challengeTemplates[0].perDay) }])
  const [made, setMade] = useState(1)
  const [days, setDays] = useState(String(challengeTemplates[0].days))
  const [first, setFirst] = useState<string>(today)
  const [joins, setJoins] = useState<'late' | 'from-start'>('late')
  const [stakes, setStakes] = useState('')
  const long = whole(days, 365)
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(first) && first >= addDays(today, -longestBack) && first <= addDays(today, longestAhead)
  const from = isDay ? (first as Day) : today
  const isLate = from < today
  const to = long === null ? from : lastOfWorkingDays(from, long, calendar)
  const firstWorked = daysFrom(from, to).find((day) => isWorkingDay(day, calendar))
  const asked = lines.flatMap((line) => lineOf(line) ?? [])
  // One that is over before today is no challenge to begin.
  const isOver = isLate && to < today
  const missing =
    title.trim() === ''
      ? t`Donnez un nom au défi.`
      : asked.length < lines.length
        ? t`Dites combien par jour, pour chaque activité.`
        : !isDay
          ? t`Choisissez le premier jour.`
          : long === null
            ? t`Dites combien de jours, de 1 à 365.`
            : isOver
              ? t`Ces jours sont passés : choisissez un premier jour plus tard.`
              : null
  const choose = (id: string) => {
    const chosen = challengeTemplates.find((one) => one.id === id)
    if (!chosen) return
    setTemplate(id)
    setTitle(challengeNames[id]?.[language] ?? '')
    setLines([{ key: made, kind: '', relationship: chosen.relationship ?? '', perDay: String(chosen.perDay) }])
    setMade(made + 1)
    setDays(String(chosen.days))
  }
  const add = () => {
    setLines([...lines, { key: made, kind: kinds[0]?.id ?? '', relationship: '', perDay: '5' }])
    setMade(made + 1)
  }
  const change = (key: number, fields: Partial<LineDraft>) => setLines(lines.map((line) => (line.key === key ? { ...line, ...fields } : line)))
  const make = () => {
    if (missing !== null || long === null) return
    const joinedOn = isLate && joins === 'late' ? today : null
    onMade({ title: title.trim(), ...dailyChallenge(asked, from, long, calendar), pauses: [], endedAt: null, stakes: stakes.trim(), template, joinedOn })
  }
  const opens = firstWorked === undefined ? '' : formatDay(firstWorked, language, 'weekday', today)
  const begins = formatDay(from, language, 'short', today)
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        make()
      }}
    >
      <div role="group" aria-label={t`Défis tout prêts`} className="flex flex-wrap gap-2">
        {challengeTemplates.map(({ id }) => (
          <Chip key={id} pressed={template === id} onClick={() => choose(id)}>
            {challengeNames[id]?.[language]}
          </Chip>
        ))}
      </div>
      <TextField label={t`Nom du défi`} value={title} onValue={setTitle} maxLength={200} autoComplete="off" />
      {lines.map((line, place) => (
        <LineFields
          key={line.key}
          {...{ line, kinds }}
          place={place + 1}
          onChange={(fields) => change(line.key, fields)}
          onRemove={lines.length > 1 ? () => setLines(lines.filter(({ key }) => key !== line.key)) : undefined}
        />
      ))}
      {lines.length < mostLines && (
        <Button variant="quiet" icon={Plus} className="justify-self-start" onClick={add}>
          <Trans>Ajouter une activité</Trans>
        </Button>
      )}
      <div className="grid grid-cols-2 gap-3">
        <DayField
          label={t`Premier jour`}
          value={first}
          onValue={setFirst}
          min={addDays(today, -longestBack)}
          max={addDays(today, longestAhead)}
          required
          error={isDay ? undefined : t`Choisissez un jour.`}
        />
        <TextField
          label={t`Jours travaillés`}
          value={days}
          onValue={setDays}
          inputMode="numeric"
          autoComplete="off"
          error={long === null ? t`De 1 à 365.` : undefined}
        />
      </div>
      {isLate && !isOver && (
        <div className="grid gap-2">
          <SegmentedControl
            label={t`Ce défi a déjà commencé`}
            value={joins}
            onValue={setJoins}
            choices={[
              { value: 'late', label: t`Je me joins aujourd’hui` },
              { value: 'from-start', label: t`Depuis le début` },
            ]}
          />
          <p className="text-[0.9375rem] text-soft">
            {joins === 'late' ? (
              <Trans>La cible est réduite aux jours qui restent.</Trans>
            ) : (
              <Trans>Ce que vous avez fait depuis le premier jour compte, et la cible reste entière.</Trans>
            )}
          </p>
        </div>
      )}
      <TextArea label={t`Ce que vous vous promettez`} rows={2} value={stakes} onValue={setStakes} maxLength={1000} />
      {long !== null && (
        <p className="text-[0.9375rem] text-soft">
          {challengeDates({ from, to }, language)}
          {'. '}
          {isOver ? (
            <Trans>Ces jours sont passés : choisissez un premier jour plus tard.</Trans>
          ) : (
            <Plural value={long} one="# jour travaillé; les congés ne comptent pas." other="# jours travaillés; les congés ne comptent pas." />
          )}
          {!isLate && firstWorked !== undefined && firstWorked > from && (
            <>
              {' '}
              <Trans>Il commence le {opens}; ce que vous faites d’ici là compte.</Trans>
            </>
          )}
        </p>
      )}
      <SubmitButton variant="next" size="large" wide missing={missing}>
        {from > today ? t`Commencer le ${begins}` : isLate && joins === 'late' ? t`Me joindre au défi` : t`Commencer aujourd’hui`}
      </SubmitButton>
    </form>
  )
}
