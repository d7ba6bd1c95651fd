import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { instantAt, isWritableDay } from '#method/calendar/day.ts'
import type { ConsentFact } from '#method/consent/consent.ts'
import type { Contact } from '#method/contact/contact.ts'
import { useNow } from '../offline/ledger.ts'
import { DayField } from '../calendar/day-field.tsx'
import { SegmentedControl } from '../ui/segmented-control.tsx'
import { SubmitButton } from '../ui/submit-button.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useFacts } from './use-facts.ts'

type Props = { readonly contact: Contact; readonly onDone: () => void }

/** What she bought or asked before Entrain knew her, with its day: the clock of the law starts there. */
export function PastRelationForm({ contact, onDone }: Props) {
  const { t } = useLingui()
  const { today, zone } = useNow()
  const note = useFacts(contact.id)
  const [sort, setSort] = useState<'purchase' | 'inquiry'>('purchase')
  const [day, setDay] = useState('')
  const [words, setWords] = useState('')
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        if (!isWritableDay(day) || day > today) return
        const said = words.trim()
        const fact: ConsentFact = sort === 'purchase' ? { type: 'purchase', reference: said } : { type: 'inquiry', means: 'other', words: said }
        // The beginning of today is in the past wherever one is.
        if (note(fact, t`Noté.`, instantAt(day, '00:00', zone))) onDone()
      }}
    >
      <SegmentedControl
        label={t`Elle m’a…`}
        value={sort}
        onValue={setSort}
        choices={[
          { value: 'purchase', label: t`acheté` },
          { value: 'inquiry', label: t`demandé quelque chose` },
        ]}
      />
      <DayField label={t`Quel jour`} value={day} onValue={setDay} max={today} required />
      <TextField label={t`Quoi`} value={words} onValue={setWords} maxLength={500} autoComplete="off" />
      <SubmitButton variant="solid" wide missing={isWritableDay(day) && day <= today ? null : t`Dites quel jour, aujourd’hui au plus tard.`}>
        <Trans>Noter</Trans>
      </SubmitButton>
    </form>
  )
}
