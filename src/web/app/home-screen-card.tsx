import { Trans, useLingui } from '@lingui/react/macro'
import { SquarePlus } from 'lucide-react'
import { Card } from '../ui/card.tsx'
import { Icon } from '../ui/icon.tsx'
import { mayBeErased, thisDevice } from './home-screen.ts'

/** On an iPhone or an iPad, how Entrain comes to the home screen, and why it is safer there. */
export function HomeScreenCard() {
  const { t } = useLingui()
  if (!mayBeErased(thisDevice())) return null
  return (
    <Card aria-label={t`Sur l’écran d’accueil`} className="mb-6">
      <p className="flex items-center gap-3 font-semibold">
        <Icon of={SquarePlus} className="shrink-0 text-spruce" />
        <Trans>Mettez Entrain sur votre écran d’accueil</Trans>
      </p>
      <p className="mt-2">
        <Trans>Touchez Partager, puis « Sur l’écran d’accueil ».</Trans>
      </p>
      <p className="mt-1 text-[0.9375rem] text-soft">
        <Trans>Sinon, Safari peut effacer après 7 jours sans visite ce qui n’est encore que sur cet appareil. Ce qui est parti au serveur y reste.</Trans>
      </p>
    </Card>
  )
}
