import { useMemo } from 'react'
import type { Contact } from '#method/contact/contact.ts'
import type { Event } from '#method/event/event.ts'
import { comingNear, type ComingEvent } from '#method/event/coming-near.ts'
import type { InviteFacts } from '#method/event/past-with-us.ts'
import { whoToInvite, type Invitee } from '#method/event/who-to-invite.ts'
import { channelsToInvite } from '../consent/channel-for.ts'
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
    return whoToInvite(event, factsIn(ledger), { today, zone, km, find, channelFor: (contact) => channels(contact)[0] ?? null })
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
