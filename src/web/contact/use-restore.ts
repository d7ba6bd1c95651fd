import { useLingui } from '@lingui/react/macro'
import type { Contact } from '#method/contact/contact.ts'
import { refusalSentence } from '#language/refusals.ts'
import { useLanguage } from '../activity/use-language.ts'
import { useWrite } from '../offline/ledger.ts'
import { useToast } from '../ui/toast.tsx'

/** Brings a deleted person back as she was, with the way to change one's mind. */
export const useRestore = (): ((contact: Contact) => void) => {
  const { t } = useLingui()
  const write = useWrite()
  const language = useLanguage()
  const { show } = useToast()
  return ({ id: contactId, name }) => {
    const written = write({ type: 'contact.delete', contactId, deleted: false })
    if (!written.ok) return show({ text: refusalSentence(written.reason, language) })
    written.saved.then(
      () =>
        show({
          text: t`${name} est de retour dans vos personnes.`,
          action: { label: t`Annuler`, onPress: () => void write({ type: 'contact.delete', contactId, deleted: true }) },
        }),
      () => show({ text: t`Cet appareil n’a pas pu le garder. Libérez de l’espace, puis réessayez.` }),
    )
  }
}
