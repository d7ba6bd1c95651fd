import { useLingui } from '@lingui/react/macro'
import type { Refusal } from '#method/ledger/operation.ts'
import { useLanguage } from '../activity/use-language.ts'
import { useToast } from '../ui/toast.tsx'

/** Says why a change was refused. Refusals are rare and their sentences many: they come when there is one to say. */
export const useSayRefusal = (): ((reason: Refusal) => void) => {
  const { t } = useLingui()
  const language = useLanguage()
  const { show } = useToast()
  return (reason) =>
    void import('#language/refusals.ts').then(
      ({ refusalSentence }) => show({ text: refusalSentence(reason, language) }),
      () => show({ text: t`Cela n’a pas pu être noté. Rien n’a été modifié.` }),
    )
}
