import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { closeRelations } from '#method/consent/consent.ts'
import type { Contact } from '#method/contact/contact.ts'
import { SelectField } from '../ui/select-field.tsx'
import { Switch } from '../ui/switch.tsx'
import { TextField } from '../ui/text-field.tsx'
import { FactForm } from './fact-form.tsx'
import { useFacts } from './use-facts.ts'

type Relation = (typeof closeRelations)[number]
type Props = { readonly contact: Contact; readonly onDone: () => void }

/** Someone close, attested by the one who sells: real exchanges both ways, else it is nothing (SOR/2013-221 s.2). */
export function CloseForm({ contact, onDone }: Props) {
  const { t } = useLingui()
  const note = useFacts(contact.id)
  const [relation, setRelation] = useState<Relation>('friend')
  const [isTwoWay, setTwoWay] = useState(false)
  const [words, setWords] = useState('')
  return (
    <FactForm
      note={t`Noter la relation`}
      missing={null}
      onNote={() => {
        const fact = { type: 'close-relationship', relation, isTwoWay, words: words.trim() } as const
        if (note(fact, isTwoWay ? t`Noté : une relation personnelle.` : t`Noté. Sans échanges des deux côtés, la loi n’en tient pas compte.`)) onDone()
      }}
    >
      <SelectField
        label={t`Qui est-elle pour vous`}
        value={relation}
        onValue={setRelation}
        choices={[
          { value: 'friend', label: t`Une amie ou un ami` },
          { value: 'spouse', label: t`Mariée avec moi` },
          { value: 'common-law', label: t`En union de fait avec moi` },
          { value: 'parent-or-child', label: t`Parent ou enfant` },
          { value: 'other-family', label: t`Autre parenté` },
        ]}
      />
      <Switch label={t`On s’écrit ou se parle des deux côtés, de plein gré`} on={isTwoWay} onChange={setTwoWay} />
      <TextField label={t`Comment on se connaît`} value={words} onValue={setWords} maxLength={500} autoComplete="off" />
    </FactForm>
  )
}
