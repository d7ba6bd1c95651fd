import { useLingui } from '@lingui/react/macro'
import { plural } from '@lingui/core/macro'
import { X } from 'lucide-react'
import { useState } from 'react'
import type { Kind } from '#method/activity/kind.ts'
import { asInstant } from '#method/calendar/day.ts'
import { newId, useLedger, useNow } from '../offline/ledger.ts'
import { Button } from '../ui/button.tsx'
import { Chip } from '../ui/chip.tsx'
import { TextField } from '../ui/text-field.tsx'
import { planLog, type Someone } from './log.ts'
import { ToldFields, type Told } from './told-fields.tsx'
import { useLogging } from './use-logging.ts'
import { WhoField } from './who-field.tsx'

type Met = Someone & { readonly name: string }

/** A networking event is one activity, from which the people met are added by name in seconds, each with a follow-up (claim 2). */
export function EventForm({ kind, onDone }: { readonly kind: Kind; readonly onDone: () => void }) {
  const { t } = useLingui()
  const ledger = useLedger()
  const { at, zone } = useNow()
  const logging = useLogging()
  const [title, setTitle] = useState('')
  const [people, setPeople] = useState<readonly Met[]>([])
  const [told, setTold] = useState<Told>({ note: '', minutes: '', at: null, direction: 'out' })
  const add = (met: Met) => setPeople((before) => (before.some(({ id }) => id === met.id) ? before : [...before, met]))
  const keep = () => {
    const log = {
      kind: kind.id,
      direction: 'out',
      outcome: people.length > 0 ? 'reached' : 'done',
      minutes: told.minutes === '' ? null : Math.min(1440, Number(told.minutes)),
      title: title.trim(),
      note: told.note.trim(),
      notNow: null,
      occurredAt: told.at ?? asInstant(Date.now()),
      zone,
      meeting: null,
      after: { take: 'proposal' },
      sale: null,
    } as const
    const said = people.length === 0 ? '' : t`${plural(people.length, { one: '# personne a son suivi.', other: '# personnes ont leur suivi.' })}`
    const logged = logging(
      planLog(
        log,
        people.map(({ id, newName }) => ({ id, newName })),
        { activityId: newId(), saleId: newId() },
      ),
      said,
    )
    if (logged.ok) onDone()
  }
  return (
    <div className="grid gap-4">
      <TextField
        label={t`Quel événement?`}
        value={title}
        onValue={setTitle}
        maxLength={300}
        autoComplete="off"
        placeholder={t`5 à 7 de la Chambre de commerce`}
      />
      <WhoField
        label={t`Qui avez-vous rencontré?`}
        hint={t`Un nom, Entrée, le suivant.`}
        taken={people.map(({ id }) => id)}
        onKnown={(contact) => add({ id: contact.id, newName: null, name: contact.name })}
        onNew={(name) => add({ id: newId(), newName: name, name })}
      />
      {people.length > 0 && (
        <ul aria-label={t`Personnes rencontrées`} className="flex flex-wrap gap-2">
          {people.map(({ id, name }) => (
            <li key={id}>
              <Chip iconAfter={X} aria-label={t`Retirer ${name}`} onClick={() => setPeople(people.filter((met) => met.id !== id))}>
                {ledger.contact(id)?.name ?? name}
              </Chip>
            </li>
          ))}
        </ul>
      )}
      <ToldFields told={told} onTold={setTold} now={at} zone={zone} withDirection={false} />
      <Button variant="next" size="large" wide onClick={keep}>
        {people.length === 0 ? t`Noter l’événement` : t`${plural(people.length, { one: 'Noter, avec # personne', other: 'Noter, avec # personnes' })}`}
      </Button>
    </div>
  )
}
