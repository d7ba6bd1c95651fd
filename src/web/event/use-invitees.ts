import { useMemo } from 'react'
import type { Contact } from '#method/contact/contact.ts'
import type { Event } from '#method/event/event.ts'
import { comingNear, type ComingEvent } from '#method/event/coming-near.ts'
import type { InviteFacts } from '#method/event/past-with-us.ts'
import { whoToInvite, type Invitee } from '#method/event/who-to-invite.ts'
import { channelsToInvite } from '../consent/channel-for.ts'
import { isOpenMessage } from '../message/use-outbound.ts'
import { useGazetteer } from '../contact/use-gazetteer.ts'
import { useLedger, useNow, type LedgerView } from '../offline/ledger.ts'

const factsIn = (ledger: LedgerView): InviteFacts => ({
  contacts: [...ledger.all('contact').values()],
  sales: [...ledger.all('sale').values()],
  offers: [...ledger.all('offer').values()],
  events: [...ledger.all('event').values()],
  invitations: [...ledger.all('invitation').values()],
  enquiries: [...ledger.all('enquiry').values()],
})

/** Who to invite to an event within a distance, best first, from what this device holds (claim 6). */
export const useInvitees = (event: Event, km: number): readonly Invitee[] => {
  const ledger = useLedger()
  const { today, zone } = useNow()
  const { find } = useGazetteer()
  const { version } = ledger
  return useMemo(() => {
    const channels = channelsToInvite(ledger)
    // Whoever has an invitation on its way is not invited twice.
    const onTheirWay = new Set(
      [...ledger.all('message').values()].flatMap((message) => (message.eventId === event.id && isOpenMessage(ledger, message) ? message.contactId : [])),
    )
    const invitees = whoToInvite(event, factsIn(ledger), { today, zone, km, find, channelFor: (contact) => channels(contact)[0] ?? null })
    return invitees.filter(({ contact }) => !onTheirWay.has(contact.id))
  }, [version, event, today, zone, km, find])
}

/** What is coming up near someone (claim 6). */
export const useComingNear = (contact: Contact): readonly ComingEvent[] => {
  const ledger = useLedger()
  const { today, zone } = useNow()
  const { find } = useGazetteer()
  const { version } = ledger
  return useMemo(() => comingNear(contact, factsIn(ledger), { today, zone, find }), [version, contact, today, zone, find])
}
