import type { Activity } from '#method/activity/activity.ts'
import type { Day } from '#method/calendar/day.ts'
import type { Sale } from '#method/sale/sale.ts'

export type TimelineItem = { readonly sort: 'activity'; readonly row: Activity } | { readonly sort: 'sale'; readonly row: Sale }
export type TimelineDay = { readonly day: Day; readonly items: readonly TimelineItem[] }

/** Activities and sales by day, newest first; the same fact given twice is told once. */
export const timelineOf = (activities: readonly Activity[], sales: readonly Sale[]): readonly TimelineDay[] => {
  const items = new Map<string, TimelineItem>()
  for (const row of activities) items.set(row.id, { sort: 'activity', row })
  for (const row of sales) items.set(row.id, { sort: 'sale', row })
  const days = new Map<Day, TimelineItem[]>()
  const newest = [...items.values()].sort((a, b) =>
    a.row.occurredAt < b.row.occurredAt ? 1 : a.row.occurredAt > b.row.occurredAt ? -1 : a.row.id < b.row.id ? 1 : -1,
  )
  for (const item of newest) {
    const day = days.get(item.row.day)
    if (day) day.push(item)
    else days.set(item.row.day, [item])
  }
  return [...days].sort(([a], [b]) => (a < b ? 1 : -1)).map(([day, own]) => ({ day, items: own }))
}
