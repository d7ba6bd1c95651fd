import { useLingui } from '@lingui/react/macro'
import { asInstant, type Day, type Instant } from '#method/calendar/day.ts'
import type { ConsentFact } from '#method/consent/consent.ts'
import type { Contact } from '#method/contact/contact.ts'
import type { Change } from '#method/ledger/operation.ts'
import { stepBack } from '#method/ledger/step-back.ts'
import { useSayRefusal } from '../ledger/use-say-refusal.ts'
import { newId, useLedger, useWrite } from '../offline/ledger.ts'
import { useToast } from '../ui/toast.tsx'

/** What a small form that notes one fact of some past day is given. */
export type NotedForm = {
  readonly today: Day
  readonly zone: string
  readonly onFact: (fact: ConsentFact, text: string, occurredAt: Instant) => void
}

// What gives back what the fact changed beside itself: her next step, the fields of her page.
const backOf = (also: Change | undefined, contact: Contact | undefined): Change | null => {
  if (!contact || !also) return null
  if (also.type === 'step.set') return stepBack(contact)
  if (also.type !== 'contact.edit') return null
  const before = Object.fromEntries(Object.keys(also.fields).map((field) => [field, contact[field as keyof typeof also.fields]]))
  return { type: 'contact.edit', contactId: contact.id, fields: before }
}

/** Notes what someone allowed, gave or asked: a fact that is only ever added, said once the device has it, and that a slip takes back by another fact (law R4). */
export function useFacts(contactId: string): (fact: ConsentFact, text: string, occurredAt?: Instant, also?: Change) => boolean {
  const { t } = useLingui()
  const ledger = useLedger()
  const write = useWrite()
  const sayRefusal = useSayRefusal()
  const { show } = useToast()
  return (fact, text, occurredAt = asInstant(Date.now()), also) => {
    const consentId = newId()
    const back = backOf(also, ledger.contact(contactId))
    const written = write({ type: 'consent.record', consentId, contactId, fact, occurredAt })
    if (!written.ok) {
      sayRefusal(written.reason)
      return false
    }
    if (also) write(also)
    const undo = () => {
      write({ type: 'consent.record', consentId: newId(), contactId, fact: { type: 'noted-by-mistake', of: consentId }, occurredAt })
      if (back) write(back)
    }
    written.saved.then(
      () => show({ text, action: { label: t`Annuler`, onPress: undo } }),
      () => show({ text: t`Cet appareil n’a pas pu le garder. Libérez de l’espace, puis réessayez.` }),
    )
    return true
  }
}
