import { useLingui } from '@lingui/react/macro'
import type { Contact, LetGoReason } from '#method/contact/contact.ts'
import type { Change, ChosenStep } from '#method/ledger/operation.ts'
import { stepBack } from '#method/ledger/step-back.ts'
import type { Day } from '#method/calendar/day.ts'
import type { Language } from '#language/format.ts'
import { letGoName, nextStepSentence } from '#language/sentences.ts'
import { useLawfulStep } from '../consent/use-reach.ts'
import { useSayRefusal } from '../ledger/use-say-refusal.ts'
import { useWrite } from '../offline/ledger.ts'
import { useToast } from '../ui/toast.tsx'

/** Moves a next step or lets someone go, says so, and offers to take it back. */
export function useStepChanges(language: Language, today: Day) {
  const { t } = useLingui()
  const write = useWrite()
  const { show } = useToast()
  const sayRefusal = useSayRefusal()
  const lawful = useLawfulStep()
  const say = (change: Change, before: Contact, text: string) => {
    const written = write(change)
    if (!written.ok) return sayRefusal(written.reason)
    const undo = stepBack(before)
    // Said once it is durable, never before.
    written.saved.then(
      () =>
        show({
          text,
          ...(undo && {
            action: {
              label: t`Annuler`,
              onPress: () => {
                write(undo)
              },
            },
          }),
        }),
      () => show({ text: t`Cet appareil n’a pas pu le garder. Libérez de l’espace, puis réessayez.` }),
    )
  }
  return {
    setStep: (contact: Contact, step: ChosenStep) =>
      say({ type: 'step.set', contactId: contact.id, step }, contact, `${contact.name}. ${nextStepSentence(lawful(contact, step), language, today)}.`),
    letGo: (contact: Contact, reason: LetGoReason) =>
      say({ type: 'step.let-go', contactId: contact.id, reason, note: '' }, contact, t`${contact.name} quitte vos suivis (${letGoName(reason, language)}).`),
  }
}
