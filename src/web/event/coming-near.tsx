import { useLingui } from '@lingui/react/macro'
import { UserPlus } from 'lucide-react'
import { useState } from 'react'
import type { Contact } from '#method/contact/contact.ts'
import type { ComingEvent } from '#method/event/coming-near.ts'
import type { Event } from '#method/event/event.ts'
import { formatDay } from '#language/format.ts'
import { inviteSentence } from '#language/invite-reasons.ts'
import { invitationStateNames } from '#language/invitations.ts'
import { LogSheet } from '../activity/log-sheet.tsx'
import { useLanguage } from '../activity/use-language.ts'
import { useTouch } from '../activity/use-touch.ts'
import { useNow } from '../offline/ledger.ts'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { ListRow } from '../ui/list-row.tsx'
import { Link } from '../ui/router.tsx'
import { Section } from '../ui/section.tsx'
import { InviteSheet, type InviteRequest } from './invite-sheet.tsx'
import { useComingNear } from './use-invitees.ts'
import { useInviting } from './use-inviting.ts'

type Props = { readonly contact: Contact }

/** What is coming up near someone, or for her, with one tap to invite her: the reverse of whom to invite (claim 6). */
export function ComingNear({ contact }: Props) {
  const { t } = useLingui()
  const coming = useComingNear(contact)
  const [chosen, setChosen] = useState<Event | null>(null)
  if (coming.length === 0) return null
  return (
    <Section title={t`Ce qui s’en vient près d’elle`} className="mt-0!">
      <ul>
        {coming.slice(0, 5).map((each) => (
          <Coming key={each.event.id} coming={each} onInvite={() => setChosen(each.event)} />
        ))}
      </ul>
      {chosen && <Inviting key={chosen.id} event={chosen} contact={contact} reason={reasonsFor(coming, chosen)} onClose={() => setChosen(null)} />}
    </Section>
  )
}

const reasonsFor = (coming: readonly ComingEvent[], { id }: Event): ComingEvent['reasons'] => coming.find(({ event }) => event.id === id)?.reasons ?? []

function Coming({ coming: { event, reasons, invitation }, onInvite }: { readonly coming: ComingEvent; readonly onInvite: () => void }) {
  const { t } = useLingui()
  const language = useLanguage()
  const { today, zone } = useNow()
  return (
    <ListRow
      title={event.title || t`Sans titre`}
      text={
        <>
          <span className="block">{[formatDay(event.day, language, 'weekday', today), event.place].filter(Boolean).join(' · ')}</span>
          {!invitation && <span className="block">{inviteSentence(reasons, language, { today, zone })}</span>}
        </>
      }
      link={(link) => <Link to="/evenements/$eventId" params={{ eventId: event.id }} {...link} />}
      actions={
        invitation ? (
          <Badge tone="spruce">{invitationStateNames[invitation.state][language]}</Badge>
        ) : (
          <Button size="small" icon={UserPlus} onClick={onInvite}>{t`Inviter`}</Button>
        )
      }
    />
  )
}

type InvitingProps = { readonly event: Event; readonly contact: Contact; readonly reason: ComingEvent['reasons']; readonly onClose: () => void }

// The sheet closes before its question of how the call went, so both live as long as the event chosen.
function Inviting({ event, contact, reason, onClose }: InvitingProps) {
  const language = useLanguage()
  const { today, zone } = useNow()
  const { stand } = useInviting(event)
  const [request, setRequest] = useState<InviteRequest | null>({ contact, reason: inviteSentence(reason, language, { today, zone }) })
  const called = useTouch()
  const close = () => {
    setRequest(null)
    if (called.request === null) onClose()
  }
  return (
    <>
      <InviteSheet
        request={request}
        event={event}
        onClose={close}
        onCall={({ id }) => {
          setRequest(null)
          called.touch(id, 'phone')
        }}
      />
      <LogSheet
        request={called.request}
        onClose={() => {
          called.close()
          onClose()
        }}
        onLogged={() => void stand(contact.id, 'invited', 'phone')}
      />
    </>
  )
}
