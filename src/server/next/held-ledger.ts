import type { ContactId } from '#method/contact/contact.ts'
import { isPresent } from '#method/contact/contact.ts'
import type { Settings } from '#method/ledger/settings.ts'
import { canonicalIn } from '#method/ledger/world.ts'
import type { KeptGround } from '#method/message/kept-consents.ts'
import type { RankedLedger } from '#method/next/situation-of.ts'
import type { ReadRows } from './store.ts'

/** What the ranking and the law ask of a ledger, as a device answers it. */
export type HeldLedger = Omit<RankedLedger & KeptGround, 'settings'> & { readonly settings: () => Settings }

type Of = { readonly id: string }
const byId = <R extends Of>(rows: readonly R[]): ReadonlyMap<string, R> => new Map(rows.map((row) => [row.id, row]))
const newestFirst = (a: Of & { readonly occurredAt: string }, b: Of & { readonly occurredAt: string }): number =>
  a.occurredAt > b.occurredAt ? -1 : a.occurredAt < b.occurredAt ? 1 : a.id > b.id ? -1 : 1

/** The ledger of a member over rows that were read whole. */
export const heldLedger = (rows: ReadRows, settings: Settings): HeldLedger => {
  const contacts = byId(rows.contact)
  const canonical = (id: ContactId): ContactId => canonicalIn({ get: (_table, one) => contacts.get(one) as never }, id)
  const people = rows.contact.filter(isPresent)

  /** Rows by the person each is about, those merged into her too; each once. */
  const grouped = <R>(all: readonly R[], idsOf: (row: R) => readonly (ContactId | null)[], order?: (a: R, b: R) => number) => {
    const groups = new Map<ContactId, R[]>()
    for (const row of all) {
      for (const id of new Set(idsOf(row).flatMap((one) => (one === null ? [] : canonical(one))))) {
        const group = groups.get(id)
        if (group) group.push(row)
        else groups.set(id, [row])
      }
    }
    if (order) for (const group of groups.values()) group.sort(order)
    return (id: ContactId): readonly R[] => groups.get(canonical(id)) ?? []
  }
  const ofContact = ({ contactId }: { readonly contactId: ContactId | null }) => [contactId]
  const about = { consent: grouped(rows.consent, ofContact), enquiry: grouped(rows.enquiry, ofContact), message: grouped(rows.message, ofContact) }
  const maps = {
    activity: byId(rows.activity),
    dayPage: byId(rows.dayPage),
    enquiry: byId(rows.enquiry),
    event: byId(rows.event),
    invitation: byId(rows.invitation),
    offer: byId(rows.offer),
    sale: byId(rows.sale),
  }
  return {
    all: (table) => maps[table] as never,
    about: (table, id) => about[table](id) as never,
    activitiesOf: grouped(rows.activity, ({ contactIds }) => contactIds, newestFirst),
    salesOf: grouped(rows.sale, ofContact, newestFirst),
    calendar: () => ({ schedules: rows.schedule, daysOff: rows.dayOff }),
    contact: (id) => contacts.get(canonical(id)),
    people: () => people,
    settings: () => settings,
    windowFrom: rows.windowFrom,
    workspace: { memberId: settings.id },
  }
}
