import { useLingui } from '@lingui/react/macro'
import { asInstant, addDays, dayOf, type Day } from '#method/calendar/day.ts'
import { workingDayFrom } from '#method/calendar/schedule.ts'
import { isOpen, type Contact } from '#method/contact/contact.ts'
import { sequencePlace, type Sequence } from '#method/follow-up/sequence.ts'
import type { Change } from '#method/ledger/operation.ts'
import { formatDay } from '#language/format.ts'
import { kindName } from '#language/sentences.ts'
import { useLanguage } from '../activity/use-language.ts'
import { useSayRefusal } from '../ledger/use-say-refusal.ts'
import { useLawfulStep } from '../consent/use-reach.ts'
import { stepTemplate } from '../message/step-template.ts'
import { useLedger, useNow, useWrite } from '../offline/ledger.ts'
import { Section } from '../ui/section.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { useToast } from '../ui/toast.tsx'

type Props = { readonly contact: Contact }

/** The sequence that someone is on: put her on one, take her off, see where she stands (claim 4). Nothing when there is none to offer. */
export function SequencePart({ contact }: Props) {
  const { t } = useLingui()
  const ledger = useLedger()
  const { today, zone } = useNow()
  const write = useWrite()
  const { show } = useToast()
  const sayRefusal = useSayRefusal()
  const onIt = contact.sequence && ledger.get('sequence', contact.sequence.id)
  const offered = [...ledger.all('sequence').values()].filter(({ id, archived }) => !archived || id === contact.sequence?.id)
  if (offered.length === 0 || (!isOpen(contact) && !onIt)) return null

  const choose = (sequenceId: string) => {
    const startedAt = asInstant(Date.now())
    const next = ledger.get('sequence', sequenceId)
    const fields = { sequence: next ? { id: next.id, startedAt } : null }
    const changes: readonly Change[] = [
      { type: 'contact.edit', contactId: contact.id, fields },
      ...(next ? firstStepOf(contact, next, (days) => workingDayFrom(addDays(dayOf(startedAt, zone), days), ledger.calendar())) : []),
    ]
    const saved: Promise<void>[] = []
    for (const change of changes) {
      const written = write(change)
      if (!written.ok) return sayRefusal(written.reason)
      saved.push(written.saved)
    }
    const failed = () => show({ text: t`Cet appareil n’a pas pu le garder. Libérez de l’espace, puis réessayez.` })
    Promise.all(saved).then(() => show({ text: next ? t`${contact.name} entre dans « ${next.name} ».` : t`${contact.name} sort de la suite.` }), failed)
  }
  return (
    <Section title={t`Suite de suivis`} className="mt-0!">
      <SelectField
        label={t`Suite de suivis`}
        labelHidden
        value={onIt?.id ?? ''}
        onValue={choose}
        choices={[{ value: '', label: t`Aucune suite` }, ...offered.map(({ id, name }) => ({ value: id, label: name }))]}
      />
      {onIt && <Place {...{ contact, today, zone }} sequence={onIt} />}
    </Section>
  )
}

// A meeting and a promise keep their own day; the sequence follows them.
const firstStepOf = ({ id, nextStep }: Contact, { steps }: Sequence, dayIn: (days: number) => Day): readonly Change[] => {
  const [step] = steps
  if (!step || !nextStep || nextStep.origin === 'meeting' || nextStep.promised) return []
  return [
    {
      type: 'step.set',
      contactId: id,
      step: { due: dayIn(step.day), time: null, kind: step.kind, promised: false, note: nextStep.note, origin: 'chosen' },
    },
  ]
}

function Place({ contact, sequence, today, zone }: Props & { readonly sequence: Sequence; readonly today: Day; readonly zone: string }) {
  const { t } = useLingui()
  const ledger = useLedger()
  const language = useLanguage()
  const lawful = useLawfulStep()
  if (!contact.sequence) return null
  const place = sequencePlace(sequence, contact.sequence.startedAt, contact, zone)
  const template = stepTemplate(ledger, contact, zone)
  const dueOf = (due: Day) => workingDayFrom(due > today ? due : today, ledger.calendar())
  const said = () => {
    if (place.state === 'answered') return t`La suite s’est arrêtée avec sa réponse du ${formatDay(dayOf(place.at, zone), language, 'short', today)}.`
    if (place.state === 'finished') return t`La suite est terminée.`
    const way = lawful(contact, { kind: place.kind }).kind
    const kind = way === null ? t`reprendre contact` : kindName(ledger.kinds().find(({ id }) => id === way) ?? way, language)
    return t`Étape ${place.index + 1} de ${sequence.steps.length} : ${kind}, ${formatDay(dueOf(place.due), language, 'short', today)}.`
  }
  return (
    <p className="mt-2 text-soft" aria-live="polite">
      {said()}
      {template && ` ${t`Modèle : ${template.name}.`}`}
    </p>
  )
}
