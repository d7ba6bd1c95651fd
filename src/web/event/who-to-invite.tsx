import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Mail, MessageCircle, Phone, VolumeX } from 'lucide-react'
import { useState } from 'react'
import type { Channel } from '#method/consent/consent.ts'
import type { Contact } from '#method/contact/contact.ts'
import type { Event } from '#method/event/event.ts'
import type { Invitee } from '#method/event/who-to-invite.ts'
import { inviteSentence } from '#language/invite-reasons.ts'
import { useLanguage } from '../activity/use-language.ts'
import { useNow } from '../offline/ledger.ts'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { ListRow } from '../ui/list-row.tsx'
import { Section } from '../ui/section.tsx'
import { SegmentedControl } from '../ui/segmented-control.tsx'
import { InviteSheet, type InviteRequest } from './invite-sheet.tsx'
import { useInvitees } from './use-invitees.ts'

const distances = ['20', '40', '80', '150'] as const
const atFirst = 10

type Props = { readonly event: Event; readonly onCall: (contact: Contact) => void }

/** Who to invite, best first, each with her reason and the channel that the law allows; one at a time, never all at once (claim 6). */
export function WhoToInvite({ event, onCall }: Props) {
  const { t } = useLingui()
  const language = useLanguage()
  const { today, zone } = useNow()
  const [km, setKm] = useState<(typeof distances)[number]>('40')
  const [shown, setShown] = useState(atFirst)
  const [request, setRequest] = useState<InviteRequest | null>(null)
  const invitees = useInvitees(event, Number(km))
  const more = Math.min(invitees.length - shown, 20)
  const reasonOf = ({ reasons }: Invitee) => inviteSentence(reasons, language, { today, zone })
  return (
    <Section title={t`Qui inviter`} className="first:mt-0!">
      {event.place === '' ? (
        <p className="mb-3 text-soft">
          <Trans>Dites dans quelle ville, et les personnes de ce coin-là apparaîtront ici.</Trans>
        </p>
      ) : (
        <div className="mb-2">
          <SegmentedControl label={t`À quelle distance?`} value={km} onValue={setKm} choices={distances.map((value) => ({ value, label: t`${value} km` }))} />
        </div>
      )}
      {invitees.length === 0 ? (
        <p className="py-3 text-soft">
          <Trans>Personne pour le moment. Une plus grande distance, un sujet ou une ville de plus dans vos fiches en feront apparaître.</Trans>
        </p>
      ) : (
        <ol>
          {invitees.slice(0, shown).map((invitee) => (
            <ListRow
              key={invitee.contact.id}
              title={invitee.contact.name}
              text={
                <>
                  <span className="block">{reasonOf(invitee)}</span>
                  <span className="mt-1.5 block">
                    <ChannelBadge channel={invitee.channel} />
                  </span>
                </>
              }
              link={({ className, children }) => (
                <button type="button" className={`${className} text-left`} onClick={() => setRequest({ contact: invitee.contact, reason: reasonOf(invitee) })}>
                  {children}
                </button>
              )}
            />
          ))}
        </ol>
      )}
      {more > 0 && (
        <Button variant="quiet" className="mt-2" onClick={() => setShown(shown + more)}>
          <Plural value={more} one="En voir une de plus" other="En voir # de plus" />
        </Button>
      )}
      <InviteSheet
        request={request}
        event={event}
        onClose={() => setRequest(null)}
        onCall={(contact) => {
          setRequest(null)
          onCall(contact)
        }}
      />
    </Section>
  )
}

const icons = { phone: Phone, email: Mail, sms: MessageCircle, message: MessageCircle } as const

function ChannelBadge({ channel }: { readonly channel: Channel | null }) {
  const { t } = useLingui()
  const names = { phone: t`Téléphone`, email: t`Courriel`, sms: t`Texto`, message: t`Message` }
  return channel === null ? (
    <Badge icon={VolumeX}>
      <Trans>De vive voix</Trans>
    </Badge>
  ) : (
    <Badge tone="spruce" icon={icons[channel]}>
      {names[channel]}
    </Badge>
  )
}
