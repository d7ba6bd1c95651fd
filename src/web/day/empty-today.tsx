import { useLingui } from '@lingui/react/macro'
import { Upload, Users } from 'lucide-react'
import { useState } from 'react'
import { WhoField } from '../activity/who-field.tsx'
import { newId, useWrite } from '../offline/ledger.ts'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { Icon } from '../ui/icon.tsx'

/** Before anyone is there: three names are enough to begin. */
export function EmptyToday({ onImport }: { readonly onImport: () => void }) {
  const { t } = useLingui()
  const write = useWrite()
  const [error, setError] = useState('')
  const add = (name: string) => {
    const written = write({ type: 'contact.add', contactId: newId(), fields: { name }, step: null })
    if (!written.ok) return setError(t`Ce nom n’a pas pu être ajouté. Écrivez-le autrement.`)
    written.saved.catch(() => setError(t`Cet appareil n’a pas pu le garder. Libérez de l’espace, puis ajoutez-le de nouveau.`))
  }
  return (
    <Card className="grid gap-4">
      <div className="flex items-center gap-3">
        <Icon of={Users} className="text-spruce" />
        <h2 className="text-[1.375rem]">{t`Qui contacter d’abord?`}</h2>
      </div>
      <p className="text-soft">{t`Écrivez le nom d’une personne à qui parler cette semaine. Trois suffisent pour commencer.`}</p>
      <WhoField label={t`Nom de la personne`} hint={t`Un nom, Entrée, le suivant.`} taken={[]} onKnown={() => undefined} onNew={add} />
      {error && (
        <p role="alert" className="text-danger">
          {error}
        </p>
      )}
      <Button variant="quiet" icon={Upload} onClick={onImport}>{t`Importer mes contacts`}</Button>
    </Card>
  )
}
