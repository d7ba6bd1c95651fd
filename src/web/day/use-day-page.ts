import type { Day } from '#method/calendar/day.ts'
import { blankDayPage, dayPageId, type DayPage, type DayPageFields } from '#method/day/day-page.ts'
import { useSayRefusal } from '../ledger/use-say-refusal.ts'
import { useLedger, useWrite } from '../offline/ledger.ts'

/** The member's own page of a day, and how to write on it. */
export const useDayPage = (day: Day): { readonly page: DayPage; readonly put: (fields: Partial<DayPageFields>) => void } => {
  const ledger = useLedger()
  const write = useWrite()
  const sayRefusal = useSayRefusal()
  const memberId = ledger.workspace?.memberId ?? ''
  return {
    page: ledger.get('dayPage', dayPageId(memberId, day)) ?? blankDayPage(memberId, day),
    put: (fields) => {
      const written = write({ type: 'day.put', day, fields })
      if (!written.ok) sayRefusal(written.reason)
    },
  }
}
