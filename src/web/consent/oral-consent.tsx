import { Trans, useLingui } from '@lingui/react/macro'
import { MessageCircleHeart } from 'lucide-react'
import { writtenChannels, type ConsentFact } from '#method/consent/consent.ts'
import { oralWording } from '#method/consent/wording.ts'
import type { Contact } from '#method/contact/contact.ts'
import { oralRequest } from '#language/consent-words.ts'
import type { Language } from '#language/language.ts'
import { useLanguage } from '../activity/use-language.ts'
import { useLedger } from '../offline/ledger.ts'
import { Button } from '../ui/button.tsx'
import { senderOf } from '#method/consent/sender.ts'
import { useFacts } from './use-facts.ts'

/** Consent said aloud, with the version of the words that were said (law R5). */
export const oralConsent = (language: Language): ConsentFact => ({
  type: 'express-consent',
  channels: writtenChannels,
  classes: ['personal', 'invitation'],
  means: 'oral',
  wording: oralWording,
  language,
  isPreChecked: false,
  isBundled: false,
  proof: '',
})

type Props = { readonly contact: Contact; readonly onDone?: (() => void) | undefined }

/** The words to say to ask whether one may write, then one tap when she says yes (law A0, 2). */
export function OralConsent({ contact, onDone }: Props) {
  const { t } = useLingui()
  const screen = useLanguage()
  const ledger = useLedger()
  const note = useFacts(contact.id)
  const spoken = contact.language === '' ? screen : contact.language
  const { question, promise, details } = oralRequest(senderOf(ledger.settings()), spoken)
  const quoted = spoken === 'fr' ? `«\u00A0${question}\u00A0»` : `“${question}”`
  return (
    <div className="grid gap-3">
      <div lang={spoken === 'fr' ? 'fr-CA' : 'en-CA'}>
        <p className="font-serif text-[1.3125rem] leading-snug">{quoted}</p>
        <p className="mt-2 text-soft">{promise}</p>
        {details !== '' && <p className="mt-1 text-[0.9375rem] text-soft">{details}</p>}
      </div>
      <Button
        variant="solid"
        icon={MessageCircleHeart}
        onClick={() => {
          if (note(oralConsent(spoken), t`Noté : vous pouvez écrire à ${contact.name}.`)) onDone?.()
        }}
      >
        <Trans>Elle accepte que je lui écrive</Trans>
      </Button>
    </div>
  )
}
