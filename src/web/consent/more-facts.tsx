import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Contact } from '#method/contact/contact.ts'
import { useLanguage } from '../activity/use-language.ts'
import { useNow } from '../offline/ledger.ts'
import { Button } from '../ui/button.tsx'
import { CallConsentForm } from './call-consent-form.tsx'
import { CloseForm } from './close-form.tsx'
import { EndedForm } from './ended-form.tsx'
import { InheritedForm } from './inherited-form.tsx'
import { InformedForm } from './informed-form.tsx'
import { LastingForm } from './lasting-form.tsx'
import { ListCheckForm } from './list-check-form.tsx'
import { NonBusinessForm } from './non-business-form.tsx'
import { PublishedForm } from './published-form.tsx'
import { useFacts, type NotedForm } from './use-facts.ts'
import { WrittenConsentForm } from './written-consent-form.tsx'

type Sort = 'list' | 'written' | 'call' | 'contract' | 'membership' | 'ended' | 'inherited' | 'non-business' | 'published' | 'close' | 'informed'
type Props = { readonly contact: Contact; readonly onDone: () => void }

/** What is noted less often, one choice then one small form. */
export function MoreFacts({ contact, onDone }: Props) {
  const { t } = useLingui()
  const screen = useLanguage()
  const { today, zone } = useNow()
  const note = useFacts(contact.id)
  const [sort, choose] = useState<Sort | null>(null)
  const names: Readonly<Record<Sort, string>> = {
    list: t`Liste nationale vérifiée`,
    written: t`Elle accepte par écrit que je lui écrive`,
    call: t`Elle accepte d’être appelée`,
    contract: t`Un contrat écrit nous lie`,
    membership: t`Elle est abonnée ou membre`,
    ended: t`Un contrat ou un abonnement se termine`,
    inherited: t`Elle vient d’une entreprise que j’ai reprise`,
    'non-business': t`Un don, du bénévolat ou une assemblée`,
    published: t`Son adresse est publiée`,
    close: t`C’est une personne proche`,
    informed: t`Je lui ai dit à quoi sert son adresse`,
  }
  const form = { contact, onDone }
  const noted: NotedForm = {
    today,
    zone,
    onFact: (fact, text, at) => {
      if (note(fact, text, at)) onDone()
    },
  }
  if (sort === null)
    return (
      <ul className="grid gap-2">
        {(Object.keys(names) as Sort[]).map((one) => (
          <li key={one}>
            <Button wide className="justify-start! text-left!" onClick={() => choose(one)}>
              {names[one]}
            </Button>
          </li>
        ))}
      </ul>
    )
  return (
    <div className="grid gap-4">
      <h3 className="font-semibold">{names[sort]}</h3>
      {sort === 'list' && <ListCheckForm {...form} />}
      {sort === 'call' && <CallConsentForm {...form} />}
      {(sort === 'contract' || sort === 'membership') && <LastingForm {...form} sort={sort} />}
      {sort === 'ended' && <EndedForm {...form} />}
      {sort === 'written' && <WrittenConsentForm {...noted} language={contact.language === '' ? screen : contact.language} />}
      {sort === 'inherited' && <InheritedForm {...noted} />}
      {sort === 'non-business' && <NonBusinessForm {...noted} />}
      {sort === 'published' && <PublishedForm {...form} />}
      {sort === 'close' && <CloseForm {...form} />}
      {sort === 'informed' && <InformedForm {...form} />}
    </div>
  )
}
