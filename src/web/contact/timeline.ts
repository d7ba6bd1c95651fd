import type { Activity } from '#method/activity/activity.ts'
import { dayOf, daysBetween, type Day, type Instant } from '#method/calendar/day.ts'
import type { Enquiry } from '#method/enquiry/enquiry.ts'
import type { Invitation } from '#method/event/event.ts'
import type { OutboundMessage } from '#method/message/message.ts'
import type { Sale } from '#method/sale/sale.ts'

export type TimelineItem =
  | { readonly sort: 'activity'; readonly row: Activity }
  | { readonly sort: 'sale'; readonly row: Sale }
  | { readonly sort: 'enquiry'; readonly row: Enquiry }
  | { readonly sort: 'invitation'; readonly row: Invitation }
  | { readonly sort: 'message'; readonly row: OutboundMessage }
/** One day of a story; `since` counts the days from the one told before it, `null` for the first. */
export type TimelineDay = { readonly day: Day; readonly items: readonly TimelineItem[]; readonly since: number | null }

/** Everything that can be told of someone. */
export type Told = {
  readonly activities: readonly Activity[]
  readonly sales: readonly Sale[]
  readonly enquiries: readonly Enquiry[]
  readonly invitations: readonly Invitation[]
  readonly messages: readonly OutboundMessage[]
}

type Placed = { readonly item: TimelineItem; readonly at: Instant; readonly day: Day }

/** Enquiries, activities, messages that no activity tells of yet, invitations and sales by day, newest first, with the days between them; the same fact given twice is told once. */
export const timelineOf = ({ activities, sales, enquiries, invitations, messages }: Told, zone: string): readonly TimelineDay[] => {
  const placed = new Map<string, Placed>()
  const put = (item: TimelineItem, at: Instant, day: Day): unknown => placed.set(`${item.sort} ${item.row.id}`, { item, at, day })
  for (const row of activities) put({ sort: 'activity', row }, row.occurredAt, row.day)
  for (const row of sales) put({ sort: 'sale', row }, row.occurredAt, row.day)
  for (const row of enquiries) put({ sort: 'enquiry', row }, row.receivedAt, dayOf(row.receivedAt, zone))
  for (const row of invitations) if (row.state !== 'withdrawn') put({ sort: 'invitation', row }, row.at, dayOf(row.at, zone))
  const told = new Set(activities.map(({ id }) => id))
  for (const row of messages) if (row.state !== 'cancelled' && !told.has(row.id)) put({ sort: 'message', row }, row.at, dayOf(row.at, zone))
  const newest = [...placed.values()].sort((a, b) => (a.at === b.at ? (a.item.row.id < b.item.row.id ? 1 : -1) : a.at < b.at ? 1 : -1))
  const days = new Map<Day, TimelineItem[]>()
  for (const { item, day } of newest) {
    const own = days.get(day)
    if (own) own.push(item)
    else days.set(day, [item])
  }
  const inOrder = [...days].sort(([a], [b]) => (a < b ? 1 : -1))
  return inOrder.map(([day, items], place) => {
    const before = inOrder[place + 1]?.[0]
    return { day, items, since: before === undefined ? null : daysBetween(before, day) }
  })
}
