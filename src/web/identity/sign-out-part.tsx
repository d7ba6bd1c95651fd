import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { LogOut } from 'lucide-react'
import { useState } from 'react'
import { remindNoMore } from '../day/device-reminders.ts'
import { exportPending, signOut, useLedger } from '../offline/ledger.ts'
import { Button } from '../ui/button.tsx'
import { Section } from '../ui/section.tsx'
import { Sheet } from '../ui/sheet.tsx'

/** Leaving this device: it forgets everything, and asks before forgetting what only it knows. */
export function SignOutPart() {
  const { t } = useLingui()
  const { connection, pending } = useLedger()
  const [waiting, setWaiting] = useState(0)
  const [busy, setBusy] = useState(false)
  const leave = async (loseEvenPending: boolean) => {
    setBusy(true)
    // Nobody is reminded on a device that she has left.
    if (loseEvenPending || pending === 0) await remindNoMore()
    const left = await signOut({ loseEvenPending })
    setBusy(false)
    if (left.ok) location.replace('/entrer')
    else setWaiting(left.pending)
  }
  return (
    <Section title={t`Se déconnecter`} text={<Trans>Cet appareil oubliera tout; le serveur garde vos données.</Trans>}>
      {connection === 'offline' && (
        <p className="mb-3 text-soft">
          <Trans>Sans réseau, cet appareil oublie tout maintenant; la session se fermera au serveur dès que le réseau reviendra.</Trans>
        </p>
      )}
      <Button icon={LogOut} busy={busy} onClick={() => void leave(false)}>
        <Trans>Déconnecter cet appareil</Trans>
      </Button>
      <Sheet open={waiting > 0} onClose={() => setWaiting(0)} title={t`Partir avant l’envoi?`} closeLabel={t`Rester`}>
        <StillWaiting waiting={waiting} busy={busy} onStay={() => setWaiting(0)} onSave={exportPending} onLeave={() => void leave(true)} />
      </Sheet>
    </Section>
  )
}

type WaitingProps = { readonly waiting: number; readonly busy: boolean; readonly onStay: () => void; readonly onSave: () => void; readonly onLeave: () => void }

/** How much would be lost, and the ways not to lose it. */
export function StillWaiting({ waiting, busy, onStay, onSave, onLeave }: WaitingProps) {
  return (
    <div className="grid gap-3">
      <p>
        <Plural
          value={waiting}
          one="# changement n’est encore que sur cet appareil. En partant maintenant, vous le perdriez."
          other="# changements ne sont encore que sur cet appareil. En partant maintenant, vous les perdriez."
        />
      </p>
      <Button variant="solid" onClick={onStay}>
        <Trans>Rester et laisser l’envoi se faire</Trans>
      </Button>
      <Button onClick={onSave}>
        <Trans>En garder une copie dans un fichier</Trans>
      </Button>
      <Button variant="danger-quiet" busy={busy} onClick={onLeave}>
        <Trans>Partir quand même</Trans>
      </Button>
    </div>
  )
}
