import type { Day } from '#method/calendar/day.ts'
import { blankDayPage, dayPageId, type DayPage, type DayPageFields } from '#method/day/day-page.ts'
import { refusalSentence } from '#language/sentences.ts'
import { useLanguage } from '../activity/use-language.ts'
import { useLedger, useWrite } from '../offline/ledger.ts'
import { useToast } from '../ui/toast.tsx'

/** The member's own page of a day, and how to write on it. */
export const useDayPage = (day: Day): { readonly page: DayPage; readonly put: (fields: Partial<DayPageFields>) => void } => {
  const ledger = useLedger()
  const write = useWrite()
  const language = useLanguage()
  const { show } = useToast()
  const memberId = ledger.workspace?.memberId ?? ''
  return {
    page: ledger.get('dayPage', dayPageId(memberId, day)) ?? blankDayPage(memberId, day),
    put: (fields) => {
      const written = write({ type: 'day.put', day, fields })
      if (!written.ok) show({ text: refusalSentence(written.reason, language) })
    },
  }
}
