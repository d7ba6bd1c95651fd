import { Trans, useLingui } from '@lingui/react/macro'
import { VolumeX } from 'lucide-react'
import type { Instant } from '#method/calendar/day.ts'
import { asksToStop } from '#method/consent/asks-to-stop.ts'
import type { Contact } from '#method/contact/contact.ts'
import { useLedger } from '../offline/ledger.ts'
import { Chip } from '../ui/chip.tsx'
import { useFacts } from './use-facts.ts'

type Props = {
  readonly contact: Contact
  /** What she wrote or said, and when. */
  readonly text: string
  readonly at: Instant
}

/** Her words seem to ask that the messages stop: her silence is proposed in one tap, and a person decides (law R13). */
export function StopProposal(props: Props) {
  return asksToStop(props.text) ? <Proposal {...props} /> : null
}

function Proposal({ contact, text, at }: Props) {
  const { t } = useLingui()
  const ledger = useLedger()
  const { name } = contact
  const note = useFacts(contact.id)
  // Answered already: her silence was noted since, or a yes was.
  const isAnswered = ledger
    .about('consent', contact.id)
    .some(({ fact: { type }, recordedAt }) => recordedAt >= at && (type === 'withdrawal' || type === 'express-consent'))
  if (isAnswered) return null
  const stop = () =>
    note({ type: 'withdrawal', scope: { type: 'writing' }, means: 'reply', words: text.slice(0, 500) }, t`Noté : plus aucun message à ${name}.`)
  return (
    <div role="note" className="mt-3 grid justify-items-start gap-2">
      <p className="font-semibold">
        <Trans>Ces mots semblent demander que les messages s’arrêtent.</Trans>
      </p>
      <Chip icon={VolumeX} onClick={stop}>
        <Trans>Noter : ne plus lui écrire</Trans>
      </Chip>
    </div>
  )
}
