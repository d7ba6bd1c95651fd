import { Trans, useLingui } from '@lingui/react/macro'
import { plural } from '@lingui/core/macro'
import { Wheat } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { Event, Invitation, InvitationState } from '#method/event/event.ts'
import type { OutboundMessage } from '#method/message/message.ts'
import { formatInstant } from '#language/format.ts'
import { invitationStateNames } from '#language/invitations.ts'
import { useLanguage } from '../activity/use-language.ts'
import { MessageState } from '../message/message-state.tsx'
import { isOpenMessage } from '../message/use-outbound.ts'
import { useLedger, useNow } from '../offline/ledger.ts'
import { SaleSheet } from '../sale/sale-sheet.tsx'
import { Chip } from '../ui/chip.tsx'
import { Link } from '../ui/router.tsx'
import { Section } from '../ui/section.tsx'
import { useInviting } from './use-inviting.ts'

const answers: readonly InvitationState[] = ['invited', 'accepted', 'declined']
const onTheDay: readonly InvitationState[] = ['present', 'absent']

/** Who was invited and where each stands, changed in one tap, a sale in the same gesture (claim 6). */
export function InvitedList({ event }: { readonly event: Event }) {
  const { t } = useLingui()
  const ledger = useLedger()
  const language = useLanguage()
  const { today, zone } = useNow()
  const { stand, withdraw } = useInviting(event)
  const [soldTo, setSoldTo] = useState<string | null>(null)
  const { version } = ledger
  const invitations = useMemo(() => standingIn(ledger.all('invitation').values(), event.id), [version, event.id])
  const messages = useMemo(() => lastMessages(ledger.all('message').values(), event.id), [version, event.id])
  const onTheirWay = useMemo(() => {
    const invited = new Set(invitations.map(({ contactId }) => contactId))
    return [...messages.values()].filter((message) => !invited.has(message.contactId) && isOpenMessage(ledger, message))
  }, [invitations, messages])
  if (invitations.length === 0 && onTheirWay.length === 0) return null
  const states = event.day <= today ? [...answers, ...onTheDay] : answers
  return (
    <Section title={t`Invitations`} className="first:mt-0!" text={<Counts invitations={invitations} />}>
      <ul>
        {onTheirWay.map((message) => (
          <li key={message.id} className="border-b border-line py-3.5 last:border-b-0">
            <Name contactId={message.contactId} name={ledger.contact(message.contactId)?.name ?? ''} />
            <MessageState message={message} name={ledger.contact(message.contactId)?.name ?? ''} />
          </li>
        ))}
        {invitations.map((invitation) => {
          const contact = ledger.contact(invitation.contactId)
          const name = contact?.name ?? ''
          const message = messages.get(invitation.contactId)
          return (
            <li key={invitation.id} className="border-b border-line py-3.5 last:border-b-0">
              <div className="flex flex-wrap items-baseline justify-between gap-x-3">
                <Name contactId={invitation.contactId} name={name} />
                {!message && <span className="text-[0.9375rem] text-soft">{formatInstant(invitation.at, zone, language, today)}</span>}
              </div>
              {message && <MessageState message={message} name={name} />}
              <div role="group" aria-label={t`Réponse de ${name}`} className="mt-2 flex flex-wrap gap-2">
                {states.map((state) => (
                  <Chip key={state} pressed={invitation.state === state} onClick={() => stand(invitation.contactId, state)}>
                    {invitationStateNames[state][language]}
                  </Chip>
                ))}
                <Chip tone="wheat" icon={Wheat} aria-label={t`Noter une vente à ${name}`} onClick={() => setSoldTo(invitation.contactId)}>
                  <Trans>Vente</Trans>
                </Chip>
                {contact && invitation.state === 'invited' && (
                  <Chip tone="soft" aria-label={t`Retirer l’invitation de ${name}`} onClick={() => withdraw(contact)}>
                    <Trans>Retirer</Trans>
                  </Chip>
                )}
              </div>
            </li>
          )
        })}
      </ul>
      <SaleSheet open={soldTo !== null} contactId={soldTo} onClose={() => setSoldTo(null)} />
    </Section>
  )
}

const standingIn = (every: Iterable<Invitation>, eventId: string): readonly Invitation[] =>
  [...every].filter((invitation) => invitation.eventId === eventId && invitation.state !== 'withdrawn').sort((a, b) => (a.id < b.id ? -1 : 1))

const lastMessages = (every: Iterable<OutboundMessage>, eventId: string): ReadonlyMap<string, OutboundMessage> => {
  const last = new Map<string, OutboundMessage>()
  for (const message of every)
    if (message.eventId === eventId && message.state !== 'cancelled' && message.at >= (last.get(message.contactId)?.at ?? ''))
      last.set(message.contactId, message)
  return last
}

function Name({ contactId, name }: { readonly contactId: string; readonly name: string }) {
  return (
    <Link to="/personnes/$contactId" params={{ contactId }} className="font-semibold underline-offset-4 hover:underline">
      {name}
    </Link>
  )
}

function Counts({ invitations }: { readonly invitations: readonly Invitation[] }) {
  const { t } = useLingui()
  const count = (wanted: InvitationState) => invitations.filter(({ state }) => state === wanted).length
  const [accepted, declined, present, absent] = [count('accepted'), count('declined'), count('present'), count('absent')]
  const parts = [
    invitations.length > 0 && t`${plural(invitations.length, { one: '# invitée', other: '# invitées' })}`,
    accepted > 0 && t`${plural(accepted, { one: '# a accepté', other: '# ont accepté' })}`,
    declined > 0 && t`${plural(declined, { one: '# a décliné', other: '# ont décliné' })}`,
    present > 0 && t`${plural(present, { one: '# présente', other: '# présentes' })}`,
    absent > 0 && t`${plural(absent, { one: '# absente', other: '# absentes' })}`,
  ]
  return parts.filter(Boolean).join(' · ')
}
