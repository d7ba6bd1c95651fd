import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Contact } from '#method/contact/contact.ts'
import { Chip } from '../ui/chip.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { CallBackForm } from './call-back-form.tsx'
import { CardForm } from './card-form.tsx'
import { MoreFacts } from './more-facts.tsx'
import { OralConsent } from './oral-consent.tsx'
import { PastRelationForm } from './past-relation-form.tsx'
import { ReferralForm } from './referral-form.tsx'
import { useFacts } from './use-facts.ts'

type Asked = 'oral' | 'card' | 'referral' | 'call-back' | 'past' | 'more'
type Props = { readonly contact: Contact; readonly hasConsent: boolean; readonly isBusiness: boolean }

/** What she says or gave, each noted in one tap; what needs a word opens a sheet. */
export function FactGestures({ contact, hasConsent, isBusiness }: Props) {
  const { t } = useLingui()
  const note = useFacts(contact.id)
  const [asked, ask] = useState<Asked | null>(null)
  const titles: Readonly<Record<Asked, string>> = {
    oral: t`Demander si on peut écrire`,
    card: t`Elle m’a remis sa carte`,
    referral: t`On me l’a recommandée`,
    'call-back': t`Rappel demandé`,
    past: t`Ce qu’elle a fait avant`,
    more: t`Autre chose à noter`,
  }
  const close = () => ask(null)
  const { name } = contact
  return (
    <>
      <div role="group" aria-label={t`Ce qu’elle dit`} className="mt-4 flex flex-wrap gap-2">
        {!hasConsent && <Chip onClick={() => ask('oral')}>{t`Elle accepte que je lui écrive`}</Chip>}
        <Chip
          onClick={() => note({ type: 'withdrawal', scope: { type: 'writing' }, means: 'other', words: '' }, t`Noté : plus aucun message à ${name}.`)}
        >{t`Ne m’écrivez plus`}</Chip>
        <Chip onClick={() => note({ type: 'do-not-call', words: '' }, t`Noté : plus aucun appel à ${name}.`)}>{t`Ne m’appelez plus`}</Chip>
        <Chip onClick={() => ask('call-back')}>{t`Rappelez-moi…`}</Chip>
        <Chip onClick={() => ask('card')}>{t`Carte d’affaires…`}</Chip>
        <Chip onClick={() => ask('referral')}>{t`Recommandation…`}</Chip>
        <Chip onClick={() => ask('past')}>{t`Achat ou demande d’avant…`}</Chip>
        <Chip onClick={() => ask('more')}>{t`Autre chose…`}</Chip>
        <Chip
          onClick={() =>
            note(
              { type: 'line-kind', line: isBusiness ? 'consumer' : 'business' },
              isBusiness ? t`Noté : la ligne d’un particulier.` : t`Noté : une ligne d’entreprise.`,
              undefined,
              { type: 'contact.edit', contactId: contact.id, fields: { line: isBusiness ? 'consumer' : 'business' } },
            )
          }
        >
          {isBusiness ? <Trans>C’est la ligne d’un particulier</Trans> : <Trans>C’est une ligne d’entreprise</Trans>}
        </Chip>
      </div>
      <Sheet open={asked !== null} onClose={close} title={asked ? titles[asked] : ''} above={name} closeLabel={t`Fermer`}>
        {asked === 'oral' && <OralConsent contact={contact} onDone={close} />}
        {asked === 'card' && <CardForm contact={contact} onDone={close} />}
        {asked === 'referral' && <ReferralForm contact={contact} onDone={close} />}
        {asked === 'call-back' && <CallBackForm contact={contact} onDone={close} />}
        {asked === 'more' && <MoreFacts contact={contact} onDone={close} />}
        {asked === 'past' && <PastRelationForm contact={contact} onDone={close} />}
      </Sheet>
    </>
  )
}
