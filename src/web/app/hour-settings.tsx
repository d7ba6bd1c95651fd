import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Settings } from '#method/ledger/settings.ts'
import { Button } from '../ui/button.tsx'
import { Section } from '../ui/section.tsx'
import { TextField } from '../ui/text-field.tsx'

type Hours = Settings['hours']
type Props = { readonly hours: Hours; readonly onSave: (hours: Hours) => void }

const usual = { from: '09:00', to: '17:00' } as const
const isTime = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text)

/** The hours in which she does her activities: the pace of the day begins with them, until her own days say better (algorithms B3). */
export function HourSettings({ hours, onSave }: Props) {
  const { t } = useLingui()
  const [typed, setTyped] = useState(hours ?? usual)
  const isOrdered = typed.from < typed.to
  const change = (fields: Partial<typeof typed>) => {
    const next = { ...typed, ...fields }
    setTyped(next)
    if (isTime(next.from) && isTime(next.to) && next.from < next.to) onSave(next)
  }
  return (
    <Section
      title={t`Vos heures`}
      text={<Trans>Celles où vous faites vos activités. Le rythme de la journée part d’elles, jusqu’à ce que vos propres journées le disent mieux.</Trans>}
    >
      <div className="grid grid-cols-2 gap-3">
        <TextField label={t`De`} type="time" value={typed.from} onValue={(from) => change({ from })} />
        <TextField label={t`À`} type="time" value={typed.to} onValue={(to) => change({ to })} error={isOrdered ? undefined : t`La fin vient après le début.`} />
      </div>
      {hours !== null && (
        <Button
          variant="quiet"
          size="small"
          className="mt-2"
          onClick={() => {
            setTyped(usual)
            onSave(null)
          }}
        >
          <Trans>Revenir à 9 h – 17 h</Trans>
        </Button>
      )}
    </Section>
  )
}
