import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { isWritableDay } from '#method/calendar/day.ts'
import { withoutMistakes } from '#method/consent/mistakes.ts'
import type { Contact } from '#method/contact/contact.ts'
import { factSentence } from '#language/consent-facts.ts'
import { formatDay } from '#language/format.ts'
import { useLanguage } from '../activity/use-language.ts'
import { useLedger, useNow } from '../offline/ledger.ts'
import { DayField } from '../calendar/day-field.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { FactForm } from './fact-form.tsx'
import { useFacts } from './use-facts.ts'

type Props = { readonly contact: Contact; readonly onDone: () => void }

/** The last day of a contract or subscription that was noted as running: the clock of the law starts there. */
export function EndedForm({ contact, onDone }: Props) {
  const { t } = useLingui()
  const language = useLanguage()
  const ledger = useLedger()
  const { today } = useNow()
  const note = useFacts(contact.id)
  const running = withoutMistakes(ledger.about('consent', contact.id)).flatMap(({ id, fact }) =>
    fact.type === 'contract' || fact.type === 'membership'
      ? [{ value: id, label: `${factSentence(fact, language)} (${formatDay(fact.from, language, 'short', today)})` }]
      : [],
  )
  const [chosen, setChosen] = useState(running[0]?.value ?? '')
  const [on, setOn] = useState<string>(today)
  if (running.length === 0)
    return (
      <p className="text-soft">
        <Trans>Aucun contrat ni abonnement n’est noté pour elle.</Trans>
      </p>
    )
  return (
    <FactForm
      note={t`Noter la fin`}
      missing={isWritableDay(on) ? null : t`Dites quel a été le dernier jour.`}
      onNote={() => {
        if (isWritableDay(on) && note({ type: 'ended', of: chosen, on }, t`Noté : la fin est connue.`)) onDone()
      }}
    >
      <SelectField label={t`Qu’est-ce qui se termine`} value={chosen} onValue={setChosen} choices={running} />
      <DayField label={t`Dernier jour`} value={on} onValue={setOn} required />
    </FactForm>
  )
}
