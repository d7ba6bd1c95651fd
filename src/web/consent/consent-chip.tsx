import { Trans } from '@lingui/react/macro'
import { MessageCircleHeart } from 'lucide-react'
import { useState } from 'react'
import { withoutMistakes } from '#method/consent/mistakes.ts'
import type { Contact } from '#method/contact/contact.ts'
import { useLedger } from '../offline/ledger.ts'
import { Chip } from '../ui/chip.tsx'
import { consentEvents, type KeptGround } from '#method/message/kept-consents.ts'
import { OralConsent } from './oral-consent.tsx'

/** Whether her last word on being written to is a yes. */
const hasSaidYes = (ledger: KeptGround, contact: Contact): boolean =>
  withoutMistakes(consentEvents(ledger, contact))
    .filter(({ fact: { type } }) => type === 'express-consent' || type === 'withdrawal')
    .toSorted((a, b) => (a.occurredAt < b.occurredAt ? -1 : 1))
    .at(-1)?.fact.type === 'express-consent'

/** While one still speaks with her: the words to ask whether one may write, and her yes in one tap (claim 5). */
export function ConsentChip({ contact }: { readonly contact: Contact }) {
  const ledger = useLedger()
  const [isAsking, ask] = useState(false)
  if (hasSaidYes(ledger, contact)) return null
  return (
    <div className="mt-4 border-t border-line pt-4">
      <Chip pressed={isAsking} icon={MessageCircleHeart} onClick={() => ask(!isAsking)}>
        <Trans>Demander si je peux écrire</Trans>
      </Chip>
      {isAsking && (
        <div className="mt-3">
          <OralConsent contact={contact} onDone={() => ask(false)} />
        </div>
      )}
    </div>
  )
}
