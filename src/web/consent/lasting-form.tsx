import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { instantAt, isWritableDay } from '#method/calendar/day.ts'
import type { ConsentFact, membershipKinds } from '#method/consent/consent.ts'
import type { Contact } from '#method/contact/contact.ts'
import { useNow } from '../offline/ledger.ts'
import { DayField } from '../calendar/day-field.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { FactForm } from './fact-form.tsx'
import { useFacts } from './use-facts.ts'

type Kind = (typeof membershipKinds)[number]
type Props = { readonly contact: Contact; readonly sort: 'contract' | 'membership'; readonly onDone: () => void }

/** A written contract, or a subscription, that runs: its two years start when it ends (s.10(10)(d), s.10(14)). */
export function LastingForm({ contact, sort, onDone }: Props) {
  const { t } = useLingui()
  const { today, zone } = useNow()
  const note = useFacts(contact.id)
  const [kind, setKind] = useState<Kind>('subscription')
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const [reference, setReference] = useState('')
  const missing =
    !isWritableDay(from) || from > today
      ? t`Dites depuis quel jour, aujourd’hui au plus tard.`
      : to !== '' && (!isWritableDay(to) || to < from)
        ? t`Le dernier jour vient avant le premier.`
        : null
  const keep = () => {
    if (!isWritableDay(from)) return
    const lasts = { from, to: isWritableDay(to) ? to : null, reference: reference.trim() }
    const fact: ConsentFact = sort === 'contract' ? { type: 'contract', ...lasts } : { type: 'membership', kind, ...lasts }
    if (note(fact, sort === 'contract' ? t`Noté : un contrat écrit.` : t`Noté : un abonnement.`, instantAt(from, '00:00', zone))) onDone()
  }
  return (
    <FactForm note={sort === 'contract' ? t`Noter le contrat` : t`Noter l’abonnement`} missing={missing} onNote={keep}>
      {sort === 'membership' && (
        <SelectField
          label={t`Quelle sorte`}
          value={kind}
          onValue={setKind}
          choices={[
            { value: 'subscription', label: t`Abonnement` },
            { value: 'account', label: t`Compte` },
            { value: 'loan', label: t`Prêt` },
            { value: 'membership', label: t`Adhésion` },
            { value: 'club', label: t`Membre d’un club ou d’une association` },
          ]}
        />
      )}
      <div className="grid grid-cols-2 gap-3">
        <DayField label={t`Depuis le`} value={from} onValue={setFrom} max={today} required />
        <DayField label={t`Dernier jour`} hint={t`S’il est connu`} value={to} onValue={setTo} min={from || undefined} />
      </div>
      <TextField label={t`Lequel`} value={reference} onValue={setReference} maxLength={500} autoComplete="off" />
    </FactForm>
  )
}
