import { useLingui } from '@lingui/react/macro'
import { isWritableDay } from '#method/calendar/day.ts'
import { cleanLine, cleanText } from '#method/contact/fold.ts'
import type { Event } from '#method/event/event.ts'
import type { Offer } from '#method/sale/sale.ts'
import { DayField } from '../calendar/day-field.tsx'
import { useDraft } from '../contact/use-draft.ts'
import { SelectField } from '../ui/select-field.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { TextField } from '../ui/text-field.tsx'
import { readSubjects } from './event-draft.ts'
import { PlaceField } from './place-field.tsx'
import type { EditEvent } from './use-event-edit.ts'

type Props = { readonly event: Event; readonly offers: readonly Offer[]; readonly edit: EditEvent }

/** Every field of an event, each written by itself as it is typed. */
export function EventFields({ event, offers, edit }: Props) {
  const { t } = useLingui()
  return (
    <div className="grid gap-5">
      <Line label={t`Titre`} stored={event.title} longest={300} onWrite={(title) => edit({ title })} />
      <Place event={event} edit={edit} />
      <Line label={t`Salle ou adresse`} stored={event.venue} longest={300} onWrite={(venue) => edit({ venue })} />
      <When event={event} edit={edit} />
      <SelectField
        label={t`Offre`}
        value={event.offerId ?? ''}
        onValue={(id) => edit({ offerId: id === '' ? null : id })}
        choices={[
          { value: '', label: t`Aucune offre` },
          ...offers.filter(({ archived, id }) => !archived || id === event.offerId).map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <Subjects event={event} edit={edit} />
      <Line
        label={t`Lien`}
        stored={event.link}
        longest={1000}
        type="url"
        hint={t`La page où l’on réserve, ajoutée à vos messages`}
        onWrite={(link) => edit({ link })}
      />
      <Note event={event} edit={edit} />
    </div>
  )
}

type LineProps = {
  readonly label: string
  readonly hint?: string | undefined
  readonly stored: string
  readonly longest: number
  readonly type?: 'url' | undefined
  readonly onWrite: (value: string) => void
}

function Line({ label, hint, stored, longest, type, onWrite }: LineProps) {
  const draft = useDraft(stored, (value) => onWrite(cleanLine(value)))
  return <TextField {...{ label, hint }} value={draft.value} onValue={draft.set} onBlur={draft.leave} maxLength={longest} autoComplete="off" inputMode={type} />
}

type PartProps = { readonly event: Event; readonly edit: EditEvent }

function Place({ event, edit }: PartProps) {
  // The point is written with the words, when the field is left: half a name names another place.
  const draft = useDraft(event.place, () => undefined)
  return (
    <PlaceField
      value={draft.value}
      onValue={draft.set}
      onPlace={(written) => {
        draft.leave()
        // A place picked among several of its name keeps its point when the field is left.
        if (written.place !== event.place || written.latitude !== null) edit(written)
      }}
    />
  )
}

function When({ event, edit }: PartProps) {
  const { t } = useLingui()
  return (
    <div className="grid gap-5 wide:grid-cols-2">
      <DayField
        label={t`Date`}
        value={event.day}
        required
        onValue={(day) => {
          if (isWritableDay(day)) edit({ day, until: event.until !== null && event.until < day ? null : event.until })
        }}
      />
      <TextField label={t`Heure`} type="time" value={event.time ?? ''} onValue={(time) => edit({ time: time === '' ? null : time })} />
      <DayField
        label={t`Jusqu’au`}
        value={event.until ?? ''}
        min={event.day}
        onValue={(until) => {
          if (until === '') edit({ until: null })
          else if (isWritableDay(until) && until >= event.day) edit({ until })
        }}
      />
    </div>
  )
}

function Subjects({ event, edit }: PartProps) {
  const { t } = useLingui()
  const draft = useDraft(event.subjects.join(', '), (value) => edit({ subjects: readSubjects(value) }))
  return (
    <TextField
      label={t`Sujets`}
      hint={t`Séparés par des virgules : ils trouvent celles que cela intéresse`}
      value={draft.value}
      onValue={draft.set}
      onBlur={draft.leave}
      autoComplete="off"
    />
  )
}

function Note({ event, edit }: PartProps) {
  const { t } = useLingui()
  const draft = useDraft(event.note, (value) => edit({ note: cleanText(value) }))
  return <TextArea label={t`Note`} value={draft.value} onValue={draft.set} onBlur={draft.leave} maxLength={10_000} rows={3} />
}
