import { Trans, useLingui } from '@lingui/react/macro'
import type { OutboundMessage } from '#method/message/message.ts'
import { formatInstant } from '#language/format.ts'
import { messageSentence } from '#language/message-states.ts'
import { useLanguage } from '../activity/use-language.ts'
import { useLedger, useNow } from '../offline/ledger.ts'
import { Chip } from '../ui/chip.tsx'
import { useNavigate } from '../ui/router.tsx'
import { isOpenMessage, useOutbound } from './use-outbound.ts'

type Props = { readonly message: OutboundMessage; readonly name: string }

/** Where a message stands, why, and what can be done about it: try again, take it back, say that it left. */
export function MessageState({ message, name }: Props) {
  const { t } = useLingui()
  const ledger = useLedger()
  const language = useLanguage()
  const { zone, today } = useNow()
  const navigate = useNavigate()
  const { retry, withdraw, left } = useOutbound()
  const { state, detail } = message
  const isHeld = state === 'failed' || state === 'blocked'
  const setting = detail === 'sender' ? '/reglages/qui-ecrit' : detail.startsWith('mail-') ? '/reglages/courriel' : null
  return (
    <>
      <p className="text-[0.9375rem] text-soft">
        {messageSentence(message, language)} · {formatInstant(message.sentAt ?? message.at, zone, language, today)}
      </p>
      {isOpenMessage(ledger, message) && state !== 'sending' && (
        <div role="group" aria-label={t`Courriel à ${name}`} className="mt-2 flex flex-wrap gap-2">
          {isHeld && setting && (
            <Chip onClick={() => navigate({ to: setting })}>
              <Trans>Régler</Trans>
            </Chip>
          )}
          {isHeld && (
            <Chip onClick={() => retry(message)}>
              <Trans>Réessayer</Trans>
            </Chip>
          )}
          {state !== 'unsure' && (
            <Chip tone="soft" onClick={() => withdraw(message)}>
              <Trans>Retirer</Trans>
            </Chip>
          )}
          {state === 'unsure' && (
            <Chip onClick={() => left(message)}>
              <Trans>Il est bien parti</Trans>
            </Chip>
          )}
        </div>
      )}
    </>
  )
}
