import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Kind } from '#method/activity/kind.ts'
import type { Day } from '#method/calendar/day.ts'
import type { WorkCalendar } from '#method/calendar/schedule.ts'
import { challengeTemplates, lastOfWorkingDays } from '#method/challenge/challenge-template.ts'
import { plannedDays } from '#method/challenge/challenge-days.ts'
import type { Challenge } from '#method/challenge/challenge.ts'
import { relationships, type Relationship } from '#method/contact/contact.ts'
import { challengeDates, challengeNames } from '#language/challenge.ts'
import { kindName, relationshipName } from '#language/sentences.ts'
import { useLanguage } from '../activity/use-language.ts'
import { Button } from '../ui/button.tsx'
import { Chip } from '../ui/chip.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { TextField } from '../ui/text-field.tsx'

type Props = {
  readonly today: Day
  readonly calendar: WorkCalendar
  readonly kinds: readonly Kind[]
  readonly onMade: (challenge: Omit<Challenge, 'id' | 'memberId'>) => void
}

const whole = (text: string, most: number): number | null => {
  const value = /^\d{1,3}$/.test(text.trim()) ? Number(text) : 0
  return value >= 1 && value <= most ? value : null
}

/** A challenge in a minute: from one that comes ready, or one's own list, number and days. */
export function NewChallenge({ today, calendar, kinds, onMade }: Props) {
  const { t } = useLingui()
  const language = useLanguage()
  const [template, setTemplate] = useState<string | null>('21-days')
  const [title, setTitle] = useState(challengeNames['21-days']?.[language] ?? '')
  const [perDay, setPerDay] = useState('5')
  const [days, setDays] = useState('21')
  const [kind, setKind] = useState('')
  const [relationship, setRelationship] = useState<Relationship | ''>('')
  const [stakes, setStakes] = useState('')
  const many = whole(perDay, 200)
  const long = whole(days, 365)
  const to = long === null ? today : lastOfWorkingDays(today, long, calendar)
  const choose = (id: string) => {
    const chosen = challengeTemplates.find((one) => one.id === id)
    if (!chosen) return
    setTemplate(id)
    setTitle(challengeNames[id]?.[language] ?? '')
    setPerDay(String(chosen.perDay))
    setDays(String(chosen.days))
    setRelationship(chosen.relationship ?? '')
    setKind('')
  }
  const make = () => {
    if (many === null || long === null || title.trim() === '') return
    const target = many * Math.max(1, plannedDays(today, to, calendar).length)
    onMade({
      title: title.trim(),
      items: [{ kind: kind === '' ? null : kind, target, relationship: relationship === '' ? null : relationship }],
      from: today,
      to,
      pauses: [],
      endedAt: null,
      stakes: stakes.trim(),
      template,
    })
  }
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
      <div className="grid grid-cols-2 gap-3">
        <TextField
          label={t`Par jour travaillé`}
          value={perDay}
          onValue={setPerDay}
          inputMode="numeric"
          autoComplete="off"
          error={many === null ? t`De 1 à 200.` : undefined}
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
      <SelectField
        label={t`Quelle activité`}
        value={kind}
        onValue={setKind}
        choices={[{ value: '', label: t`Toutes` }, ...kinds.map((each) => ({ value: each.id, label: kindName(each, language) }))]}
      />
      <SelectField
        label={t`Avec qui`}
        value={relationship}
        onValue={(value) => setRelationship(value as Relationship | '')}
        choices={[{ value: '', label: t`Tout le monde` }, ...relationships.map((each) => ({ value: each, label: relationshipName(each, language) }))]}
      />
      <TextArea label={t`Ce que vous vous promettez`} rows={2} value={stakes} onValue={setStakes} maxLength={1000} />
      {long !== null && (
        <p className="text-[0.9375rem] text-soft">
          {challengeDates({ from: today, to }, language)}
          {'. '}
          <Plural value={long} one="# jour travaillé; les congés ne comptent pas." other="# jours travaillés; les congés ne comptent pas." />
        </p>
      )}
      <Button type="submit" variant="next" size="large" wide disabled={many === null || long === null || title.trim() === ''}>
        <Trans>Commencer aujourd’hui</Trans>
      </Button>
    </form>
  )
}
