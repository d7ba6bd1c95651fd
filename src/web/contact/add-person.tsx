import { Trans, useLingui } from '@lingui/react/macro'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { cleanLine } from '#method/contact/fold.ts'
import { refusalSentence } from '#language/refusals.ts'
import { newId, useWrite } from '../offline/ledger.ts'
import { useLanguage } from '../activity/use-language.ts'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useToast } from '../ui/toast.tsx'

/** Adds a person by her name alone, and says so only once it is kept. */
export const useAddPerson = (): ((name: string) => boolean) => {
  const { t } = useLingui()
  const write = useWrite()
  const { show } = useToast()
  const language = useLanguage()
  return (typed) => {
    const name = cleanLine(typed)
    if (name === '') return false
    const contactId = newId()
    const written = write({ type: 'contact.add', contactId, fields: { name }, step: null })
    if (!written.ok) {
      show({ text: refusalSentence(written.reason, language) })
      return false
    }
    const undo = () => {
      write({ type: 'contact.delete', contactId, deleted: true })
    }
    written.saved.then(
      () => show({ text: t`${name} est dans vos personnes.`, action: { label: t`Annuler`, onPress: undo } }),
      () => show({ text: t`Cet appareil n’a pas pu le garder. Libérez de l’espace, puis réessayez.` }),
    )
    return true
  }
}

/** One field: a name, Enter, and it is ready for the next. */
export function AddPerson({ onAdd, autoFocus }: { readonly onAdd: (name: string) => boolean; readonly autoFocus?: boolean | undefined }) {
  const { t } = useLingui()
  const [name, setName] = useState('')
  return (
    <form
      className="flex items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        if (onAdd(name)) setName('')
      }}
    >
      <TextField
        label={t`Ajouter une personne`}
        labelHidden
        placeholder={t`Ajouter une personne`}
        value={name}
        onValue={setName}
        maxLength={300}
        autoComplete="off"
        enterKeyHint="done"
        autoFocus={autoFocus}
        className="flex-1"
      />
      <Button type="submit" icon={Plus}>
        <Trans>Ajouter</Trans>
      </Button>
    </form>
  )
}
