import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { isWritableDay } from '#method/calendar/day.ts'
import type { Contact } from '#method/contact/contact.ts'
import { useNow } from '../offline/ledger.ts'
import { DayField } from '../calendar/day-field.tsx'
import { SegmentedControl } from '../ui/segmented-control.tsx'
import { FactForm } from './fact-form.tsx'
import { useFacts } from './use-facts.ts'

type Props = { readonly contact: Contact; readonly onDone: () => void }

/** Her number looked up in the national list, in the version of a day: good for 31 days (law T3). */
export function ListCheckForm({ contact, onDone }: Props) {
  const { t } = useLingui()
  const { today } = useNow()
  const note = useFacts(contact.id)
  const [found, setFound] = useState<'no' | 'yes'>('no')
  const [listDate, setListDate] = useState<string>(today)
  return (
    <FactForm
      note={t`Noter la vérification`}
      missing={isWritableDay(listDate) && listDate <= today ? null : t`Dites de quel jour est la liste, aujourd’hui au plus tard.`}
      onNote={() => {
        if (!isWritableDay(listDate)) return
        const text = found === 'yes' ? t`Noté : son numéro est sur la liste.` : t`Noté : son numéro n’est pas sur la liste.`
        if (note({ type: 'national-list-check', isListed: found === 'yes', listDate }, text)) onDone()
      }}
    >
      <SegmentedControl
        label={t`Son numéro sur la liste nationale`}
        value={found}
        onValue={setFound}
        choices={[
          { value: 'no', label: t`Pas sur la liste` },
          { value: 'yes', label: t`Sur la liste` },
        ]}
      />
      <DayField label={t`Version de la liste`} value={listDate} onValue={setListDate} max={today} required />
    </FactForm>
  )
}
