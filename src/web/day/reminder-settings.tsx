import { Trans, useLingui } from '@lingui/react/macro'
import { Bell, BellOff } from 'lucide-react'
import { useState } from 'react'
import type { ReminderName } from '#method/day/reminder.ts'
import type { Settings } from '#method/ledger/settings.ts'
import { Button } from '../ui/button.tsx'
import { Section } from '../ui/section.tsx'
import { Switch } from '../ui/switch.tsx'
import { TextField } from '../ui/text-field.tsx'
import { remindersHere, remindHere, remindNoMore, type RemindersHere } from './device-reminders.ts'

type Props = Pick<Settings, 'reminders' | 'hours'> & { readonly onSave: (reminders: Settings['reminders']) => void }

const usual = { morning: '08:30', evening: '16:30' } as const
const isTime = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text)

/** Reminders, where she asked for them: an intention in the morning, the closing of the day in the evening, at her own hours (claim 7). */
export function ReminderSettings({ reminders, hours, onSave }: Props) {
  const { t } = useLingui()
  const [here, setHere] = useState<RemindersHere>(remindersHere)
  const [isAsking, setIsAsking] = useState(false)
  const ask = async (answer: () => Promise<RemindersHere>) => {
    setIsAsking(true)
    setHere(await answer())
    setIsAsking(false)
  }
  const first = { morning: hours?.from ?? usual.morning, evening: hours?.to ?? usual.evening }
  const row = (name: ReminderName, label: string) => {
    const time = reminders[name]
    return (
      <div className="grid gap-1">
        <Switch label={label} on={time !== null} onChange={(on) => onSave({ ...reminders, [name]: on ? first[name] : null })} />
        {time !== null && (
          <TextField
            label={t`À quelle heure`}
            type="time"
            className="max-w-48"
            value={time}
            onValue={(text) => {
              if (isTime(text)) onSave({ ...reminders, [name]: text })
            }}
          />
        )}
      </div>
    )
  }
  const isAsked = reminders.morning !== null || reminders.evening !== null
  return (
    <Section title={t`Rappels`} text={<Trans>Une fois par jour chacun, à vos heures. Jamais un jour de congé, jamais une fois la journée fermée.</Trans>}>
      <div className="grid gap-3">
        {row('morning', t`Le matin, une intention`)}
        {row('evening', t`Le soir, fermer la journée`)}
        {isAsked && (
          <div className="grid gap-3 rounded-card border border-line p-4">
            <p aria-live="polite">
              <HereSentence here={here} />
            </p>
            {here === 'off' && (
              <Button icon={Bell} busy={isAsking} onClick={() => void ask(remindHere)}>
                <Trans>Me rappeler sur cet appareil</Trans>
              </Button>
            )}
            {(here === 'push' || here === 'page') && (
              <Button icon={BellOff} busy={isAsking} onClick={() => void ask(remindNoMore)}>
                <Trans>Arrêter sur cet appareil</Trans>
              </Button>
            )}
          </div>
        )}
      </div>
    </Section>
  )
}

/** What truly works on this device, said plainly. */
function HereSentence({ here }: { readonly here: RemindersHere }) {
  switch (here) {
    case 'off':
      return <Trans>Cet appareil ne vous rappelle rien pour le moment. Votre navigateur vous demandera la permission.</Trans>
    case 'push':
      return (
        <Trans>
          Cet appareil reçoit les rappels, même Entrain fermé. Le service de notifications de votre navigateur les porte, sans pouvoir les lire; il faut du
          réseau.
        </Trans>
      )
    case 'page':
      return (
        <Trans>Ce navigateur n’a pas joint de service de notifications : les rappels viennent tant qu’Entrain reste ouvert ici, même en arrière-plan.</Trans>
      )
    case 'denied':
      return <Trans>Les notifications sont refusées à Entrain dans votre navigateur. Permettez-les dans ses réglages, puis revenez ici.</Trans>
    case 'unsupported':
      return <Trans>Ce navigateur ne montre pas de notifications. Sur iPhone et iPad, ajoutez d’abord Entrain à l’écran d’accueil.</Trans>
  }
}
