import { Trans, useLingui } from '@lingui/react/macro'
import { Eraser } from 'lucide-react'
import { useState } from 'react'
import type { Contact } from '#method/contact/contact.ts'
import { useSayRefusal } from '../ledger/use-say-refusal.ts'
import { useWrite } from '../offline/ledger.ts'
import { Button } from '../ui/button.tsx'
import { Confirm } from '../ui/confirm.tsx'
import { useNavigate } from '../ui/router.tsx'
import { useToast } from '../ui/toast.tsx'

/** Erases someone at her request: it says what goes, what stays, and that nothing brings it back (law A4, R16). */
export function ErasePerson({ contact }: { readonly contact: Contact }) {
  const { t } = useLingui()
  const write = useWrite()
  const navigate = useNavigate()
  const sayRefusal = useSayRefusal()
  const { show } = useToast()
  const [isAsking, ask] = useState(false)
  const erase = () => {
    const written = write({ type: 'contact.erase', contactId: contact.id })
    ask(false)
    if (!written.ok) return sayRefusal(written.reason)
    navigate({ to: '/personnes' })
    written.saved.then(
      () => show({ text: t`Ses renseignements sont effacés.` }),
      () => show({ text: t`Cet appareil n’a pas pu le garder. Libérez de l’espace, puis réessayez.` }),
    )
  }
  return (
    <>
      <Button size="small" variant="danger-quiet" icon={Eraser} onClick={() => ask(true)}>
        <Trans>Effacer à sa demande…</Trans>
      </Button>
      <Confirm
        open={isAsking}
        title={t`Effacer les renseignements de ${contact.name}?`}
        text={t`Son nom, ses coordonnées, ses notes, ses demandes, ses messages et les mots de vos échanges disparaîtront de tous vos appareils. Rien ne pourra les ramener. Il restera vos gestes comptés, sans son nom, ce qu’elle avait permis ou refusé, et l’empreinte de ses adresses si elle a demandé le silence : personne ne lui écrira par erreur.`}
        confirmLabel={t`Effacer pour toujours`}
        cancelLabel={t`Garder sa fiche`}
        danger
        onConfirm={erase}
        onCancel={() => ask(false)}
      />
    </>
  )
}
