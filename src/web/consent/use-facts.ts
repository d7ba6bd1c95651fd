import { useLingui } from '@lingui/react/macro'
import { asInstant, type Day, type Instant } from '#method/calendar/day.ts'
import type { ConsentFact } from '#method/consent/consent.ts'
import type { Change } from '#method/ledger/operation.ts'
import { useSayRefusal } from '../ledger/use-say-refusal.ts'
import { newId, useWrite } from '../offline/ledger.ts'
import { useToast } from '../ui/toast.tsx'

/** What a small form that notes one fact of some past day is given. */
export type NotedForm = {
  readonly today: Day
  readonly zone: string
  readonly onFact: (fact: ConsentFact, text: string, occurredAt: Instant) => void
}

/** Notes what someone allowed, gave or asked: a fact that is only ever added, said once the device has it (law R4). */
export function useFacts(contactId: string): (fact: ConsentFact, text: string, occurredAt?: Instant, also?: Change) => boolean {
  const { t } = useLingui()
  const write = useWrite()
  const sayRefusal = useSayRefusal()
  const { show } = useToast()
  return (fact, text, occurredAt = asInstant(Date.now()), also) => {
    const written = write({ type: 'consent.record', consentId: newId(), contactId, fact, occurredAt })
    if (!written.ok) {
      sayRefusal(written.reason)
      return false
    }
    if (also) write(also)
    written.saved.then(
      () => show({ text }),
      () => show({ text: t`Cet appareil n’a pas pu le garder. Libérez de l’espace, puis réessayez.` }),
    )
    return true
  }
}
