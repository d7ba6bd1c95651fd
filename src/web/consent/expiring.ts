import type { Instant } from '#method/calendar/day.ts'
import { expiryWorkList, type ExpiringConsent } from '#method/consent/expiry.ts'
import type { ConsentStanding } from '#method/consent/standing.ts'
import type { Contact } from '#method/contact/contact.ts'
import type { LedgerView } from '../offline/ledger.ts'
import { momentOf, standingOf, type ConsentGround } from './consent-ledger.ts'

/** Someone with the right to write to her that ends soon. */
export type Expiring = { readonly contact: Contact; readonly expiring: ExpiringConsent }

/** Everyone of this device whose right to be written to ends within 30 days, the soonest first; those without an address are left out. */
export const expiringPeople = (ledger: ConsentGround & Pick<LedgerView, 'people' | 'contact'>, at: Instant): readonly Expiring[] => {
  const standings: (readonly [string, ConsentStanding])[] = ledger
    .people()
    .filter(({ emails, letGo }) => emails.length > 0 && letGo === null)
    // Without a record there is nothing to end, and most people of a long list have none.
    .filter(({ id }) => ledger.about('enquiry', id).length > 0 || ledger.about('consent', id).length > 0 || ledger.salesOf(id).length > 0)
    .map((contact) => [contact.id, standingOf(ledger, contact)] as const)
  return expiryWorkList(standings, momentOf(ledger, at)).flatMap(({ contactId, ...expiring }) => {
    const contact = ledger.contact(contactId)
    return contact ? [{ contact, expiring }] : []
  })
}
