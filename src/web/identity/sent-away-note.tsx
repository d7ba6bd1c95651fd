import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Download, MonitorX } from 'lucide-react'
import { useState } from 'react'
import { exportPending, signOut, useLedger } from '../offline/ledger.ts'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { Icon } from '../ui/icon.tsx'

/** This device was told to forget everything: what was done of it, and what is left of one's own to save or to abandon. */
export function SentAwayNote() {
  const { t } = useLingui()
  const { sentAway, pending, refused } = useLedger()
  const left = pending + refused.length
  if (sentAway === null) return null
  return (
    <Card aria-label={t`Cet appareil`}>
      <p role="status" className="flex gap-3 font-semibold">
        <Icon of={MonitorX} className="mt-0.5 shrink-0" />
        <span>
          {sentAway === 'device-revoked' ? <Trans>Cet appareil a été déconnecté à distance.</Trans> : <Trans>Vous ne faites plus partie de cet espace.</Trans>}
        </span>
      </p>
      <p className="mt-2 text-soft">
        <Trans>Les personnes, les échanges et les ventes ont été effacés d’ici; le serveur les garde.</Trans>
      </p>
      {left > 0 && <Left left={left} mayReturn={sentAway === 'device-revoked'} />}
    </Card>
  )
}

function Left({ left, mayReturn }: { readonly left: number; readonly mayReturn: boolean }) {
  const [isSure, ask] = useState(false)
  return (
    <div className="mt-3 grid gap-3">
      <p>
        <Plural
          value={left}
          one="# changement n’était pas encore parti; il est gardé ici."
          other="# changements n’étaient pas encore partis; ils sont gardés ici."
        />{' '}
        {mayReturn && <Trans>Entrez de nouveau et l’envoi se fera.</Trans>}
      </p>
      <Button icon={Download} onClick={() => void exportPending()}>
        <Trans>En garder une copie dans un fichier</Trans>
      </Button>
      {isSure ? (
        <Button variant="danger-quiet" onClick={() => void signOut({ loseEvenPending: true })}>
          <Trans>Oui, les effacer d’ici pour de bon</Trans>
        </Button>
      ) : (
        <Button variant="danger-quiet" onClick={() => ask(true)}>
          <Trans>Les effacer aussi</Trans>
        </Button>
      )}
    </div>
  )
}
