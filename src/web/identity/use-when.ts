import { asInstant } from '#method/calendar/day.ts'
import { formatInstant } from '#language/format.ts'
import { useLedger, useNow } from '../offline/ledger.ts'

/** Writes a moment of the server as the person reads it. */
export function useWhen(): (moment: string) => string {
  const { language } = useLedger().settings()
  const { zone, today } = useNow()
  return (moment) => formatInstant(asInstant(Date.parse(moment)), zone, language, today)
}
