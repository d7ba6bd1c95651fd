import { useLingui } from '@lingui/react/macro'
import type { Refusal } from '#method/ledger/operation.ts'
import { refusalSentence } from '#language/refusals.ts'
import { useWrite } from '../offline/ledger.ts'
import { useToast } from '../ui/toast.tsx'
import type { Plan } from './log.ts'
import { useLanguage } from './use-language.ts'

export type Logged = { readonly ok: true } | { readonly ok: false; readonly reason: Refusal }

/**
 * Writes a gesture at once and says « Enregistré » only when it is durable on the device, with the way to take it back.
 * `sentence` is what follows: the next step.
 */
export const useLogging = (): ((plan: Plan, sentence: string) => Logged) => {
  const { t } = useLingui()
  const write = useWrite()
  const { show } = useToast()
  const language = useLanguage()
  const undo = (plan: Plan) => {
    const saved: Promise<void>[] = []
    for (const change of plan.undo) {
      const written = write(change)
      if (!written.ok) return show({ text: refusalSentence(written.reason, language) })
      saved.push(written.saved)
    }
    Promise.all(saved).then(
      () => show({ text: t`C’est annulé.`, lasts: 3000 }),
      () => show({ text: t`L’annulation n’a pas pu être gardée sur cet appareil. Réessayez.` }),
    )
  }
  return (plan, sentence) => {
    const saved: Promise<void>[] = []
    for (const change of plan.changes) {
      const written = write(change)
      if (!written.ok) {
        show({ text: refusalSentence(written.reason, language) })
        return written
      }
      saved.push(written.saved)
    }
    Promise.all(saved).then(
      () => show({ text: sentence ? t`Enregistré. ${sentence}` : t`Enregistré.`, action: { label: t`Annuler`, onPress: () => undo(plan) } }),
      () => show({ text: t`Cet appareil n’a pas pu le garder. Libérez de l’espace, puis notez-le de nouveau.` }),
    )
    return { ok: true }
  }
}
