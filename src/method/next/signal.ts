import { counts, type Activity } from '../activity/activity.ts'
import { asInstant, type Instant } from '../calendar/day.ts'
import type { Contact, ContactId } from '../contact/contact.ts'
import { isWaiting, type Enquiry, type EnquiryWay } from '../enquiry/enquiry.ts'

/** A sign from someone that nobody has answered: an enquiry, a message, a missed call, a visit of the site. */
export type Signal =
  | { readonly way: 'enquiry'; readonly at: Instant; readonly enquiryId: string; readonly via: EnquiryWay }
  | { readonly way: 'wrote' | 'called' | 'visited'; readonly at: Instant }

/** Days after which a sign weighs nothing any more, and an enquiry leaves the top. */
export const signalDays = 14

const spoken: ReadonlySet<string> = new Set(['reached', 'meeting-booked', 'not-now', 'no', 'yes'])

// Two who spoke have answered each other; a message, a voice mail or a missed call wait.
const wayOf = ({ kind, outcome, direction }: Pick<Activity, 'kind' | 'outcome' | 'direction'>): 'wrote' | 'called' | null =>
  direction !== 'in' || spoken.has(outcome) ? null : kind === 'phone' || kind === 'video' ? 'called' : 'wrote'

type Came = Pick<Activity, 'kind' | 'outcome' | 'direction' | 'contactIds' | 'occurredAt' | 'voidedAt'>
type People = { readonly contact: (id: ContactId) => Pick<Contact, 'id' | 'lastTouchAt'> | undefined }

/**
 * The newest sign of each person that nobody answered in the last fourteen days; an enquiry that waits comes before any other.
 * `contact` follows merges. A sign is answered by any contact after it.
 */
export const signalsOf = (enquiries: Iterable<Enquiry>, activities: Iterable<Came>, { contact }: People, now: Instant): ReadonlyMap<ContactId, Signal> => {
  const since = asInstant(Date.parse(now) - signalDays * 86_400_000)
  const found = new Map<ContactId, Signal>()
  const keep = (id: ContactId, signal: Signal): void => {
    const known = found.get(id)
    const isBetter = !known || (known.way === 'enquiry') === (signal.way === 'enquiry') ? !known || signal.at > known.at : signal.way === 'enquiry'
    if (isBetter) found.set(id, signal)
  }
  for (const activity of activities) {
    const way = counts(activity) && activity.occurredAt >= since && activity.occurredAt <= now ? wayOf(activity) : null
    if (way === null) continue
    for (const known of activity.contactIds.map(contact)) {
      if (known && !(known.lastTouchAt !== null && known.lastTouchAt > activity.occurredAt)) keep(known.id, { way, at: activity.occurredAt })
    }
  }
  for (const enquiry of enquiries) {
    const known = enquiry.contactId === null ? undefined : contact(enquiry.contactId)
    if (known && enquiry.receivedAt <= now && isWaiting(enquiry, known))
      keep(known.id, { way: 'enquiry', at: enquiry.receivedAt, enquiryId: enquiry.id, via: enquiry.via })
  }
  return found
}
