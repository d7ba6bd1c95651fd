import { useLingui } from '@lingui/react/macro'
import { X } from 'lucide-react'
import { useState } from 'react'
import { outcomes, type Activity, type NotNowReason, type Outcome } from '#method/activity/activity.ts'
import type { Day, Instant } from '#method/calendar/day.ts'
import type { ActivityEntry } from '#method/ledger/operation.ts'
import { refusalSentence } from '#language/refusals.ts'
import { kindName, notNowName, outcomeName } from '#language/sentences.ts'
import { newId, useLedger, useWrite } from '../offline/ledger.ts'
import { Button } from '../ui/button.tsx'
import { Chip } from '../ui/chip.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useToast } from '../ui/toast.tsx'
import { entryOf } from './entry-of.ts'
import { notNowChoices } from './log.ts'
import { MeetingDayFields } from './meeting-fields.tsx'
import { outcomesOf } from './outcomes-of.ts'
import { useLanguage } from './use-language.ts'
import { WhenField } from './when-field.tsx'
import { WhoField } from './who-field.tsx'

type Props = { readonly activity: Activity; readonly now: Instant; readonly today: Day; readonly onDone: () => void; readonly onBack: () => void }

/** Corrects an activity by another fact: the first stays written and no longer counts. */
export function CorrectionForm({ activity, now, today, onDone, onBack }: Props) {
  const { t } = useLingui()
  const ledger = useLedger()
  const write = useWrite()
  const { show } = useToast()
  const language = useLanguage()
  const [entry, setEntry] = useState<Omit<ActivityEntry, 'activityId'>>(() => entryOf(activity, (id) => ledger.contact(id)))
  const set = (fields: Partial<typeof entry>) => setEntry((before) => ({ ...before, ...fields }))
  const kind = ledger.kinds().find(({ id }) => id === entry.kind) ?? ledger.get('kind', entry.kind)
  const usual = kind ? outcomesOf(kind, entry.direction) : outcomes
  const told: readonly Outcome[] = kind?.people === 'one' ? [...usual, 'not-now', 'no', 'yes'] : [...usual, 'reached']
  const offered = [...new Set([...told, entry.outcome])]

  const keep = () => {
    const after = entry.outcome === activity.outcome && entry.kind === activity.kind ? entry.after : ({ take: 'proposal' } as const)
    const corrected = {
      ...entry,
      after,
      notNow: entry.outcome === 'not-now' ? (entry.notNow ?? 'other') : null,
      meeting: entry.outcome === 'meeting-booked' ? entry.meeting : null,
    }
    const activityId = newId()
    const written = write({ type: 'activity.correct', corrects: activity.id, ...corrected, activityId })
    if (!written.ok) return show({ text: refusalSentence(written.reason, language) })
    onDone()
    const before = { ...entryOf(activity, () => undefined), notNowChange: entry.notNowChange }
    const undo = () => {
      write({ type: 'activity.correct', corrects: activityId, ...before, activityId: newId() })
    }
    written.saved.then(
      () => show({ text: t`La correction est enregistrée.`, action: { label: t`Annuler`, onPress: undo } }),
      () => show({ text: t`Cet appareil n’a pas pu le garder. Libérez de l’espace, puis notez-le de nouveau.` }),
    )
  }

  return (
    <div className="grid gap-4">
      <SelectField
        label={t`Genre d’activité`}
        value={entry.kind}
        onValue={(value) => set({ kind: value })}
        choices={[...ledger.kinds(), ...(kind && !ledger.kinds().includes(kind) ? [kind] : [])].map((each) => ({
          value: each.id,
          label: kindName(each, language),
        }))}
      />
      <SelectField
        label={t`Réponse`}
        value={entry.outcome}
        onValue={(outcome) => set({ outcome })}
        choices={offered.map((value) => ({ value, label: outcomeName(value, entry.kind, language) }))}
      />
      {entry.outcome === 'not-now' && (
        <SelectField<NotNowReason>
          label={t`Pourquoi pas maintenant`}
          value={entry.notNow ?? 'other'}
          onValue={(notNow) => set({ notNow })}
          choices={notNowChoices.map((value) => ({ value, label: notNowName(value, language) }))}
        />
      )}
      {entry.outcome === 'meeting-booked' && (
        <MeetingDayFields
          draft={{ day: entry.meeting?.day ?? '', time: entry.meeting?.time ?? '' }}
          onDraft={({ day, time }) => set({ meeting: day === '' ? null : { day, time: time || null } })}
          today={today}
        />
      )}
      <div className="grid gap-2">
        <ul className="flex flex-wrap gap-2">
          {entry.contactIds.map((id) => {
            const name = ledger.contact(id)?.name ?? ''
            return (
              <li key={id}>
                <Chip iconAfter={X} aria-label={t`Retirer ${name}`} onClick={() => set({ contactIds: entry.contactIds.filter((each) => each !== id) })}>
                  {name}
                </Chip>
              </li>
            )
          })}
        </ul>
        {(kind?.people === 'many' || entry.contactIds.length === 0) && (
          <WhoField label={t`Avec qui?`} taken={entry.contactIds} onKnown={({ id }) => set({ contactIds: [...entry.contactIds, id] })} />
        )}
      </div>
      {kind?.people !== 'one' && <TextField label={t`Titre ou lien`} value={entry.title} onValue={(title) => set({ title })} maxLength={300} />}
      <WhenField value={entry.occurredAt} onValue={(at) => set({ occurredAt: at ?? now })} now={now} zone={entry.zone} />
      <TextField
        label={t`Durée en minutes`}
        inputMode="numeric"
        value={entry.minutes === null ? '' : String(entry.minutes)}
        onValue={(text) => set({ minutes: /^\d{1,4}$/.test(text) ? Math.min(1440, Number(text)) : null })}
      />
      <TextArea label={t`Note`} value={entry.note} onValue={(note) => set({ note })} maxLength={10_000} />
      <Chip
        className="justify-self-start"
        pressed={entry.direction === 'in'}
        onClick={() => set({ direction: entry.direction === 'in' ? 'out' : 'in' })}
      >{t`Reçu`}</Chip>
      <div className="grid grid-cols-2 gap-3">
        <Button onClick={onBack}>{t`Retour`}</Button>
        <Button variant="solid" onClick={keep}>{t`Enregistrer la correction`}</Button>
      </div>
    </div>
  )
}
