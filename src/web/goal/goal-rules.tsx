import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { largestTarget } from '#method/goal/goal.ts'
import type { Settings } from '#method/ledger/settings.ts'
import { useSayRefusal } from '../ledger/use-say-refusal.ts'
import { useLedger, useWrite } from '../offline/ledger.ts'
import { Section } from '../ui/section.tsx'
import { SegmentedControl } from '../ui/segmented-control.tsx'
import { TextField } from '../ui/text-field.tsx'

/** How the weekly suggestion may sound: at the measure of half of her days or of four in ten, and never beyond her own most (algorithms B2). */
export function GoalRules() {
  const { t } = useLingui()
  const ledger = useLedger()
  const write = useWrite()
  const sayRefusal = useSayRefusal()
  const { goalRules } = ledger.settings()
  const [typed, setTyped] = useState(goalRules.most === null ? '' : String(goalRules.most))
  const most = typed === '' ? null : Number(typed)
  const isMost = most === null || (most >= 1 && most <= largestTarget)
  const save = (fields: Partial<Settings['goalRules']>) => {
    const written = write({ type: 'settings.put', fields: { goalRules: { ...goalRules, ...fields } } })
    if (!written.ok) sayRefusal(written.reason)
  }
  return (
    <Section
      title={t`Suggestions`}
      text={<Trans>Une fois par semaine, un objectif plus proche de ce que vous faites vraiment, si cela change quelque chose. Vous décidez.</Trans>}
    >
      <div className="grid gap-4">
        <SegmentedControl
          label={t`À quel point audacieuses`}
          value={goalRules.boldness}
          onValue={(boldness) => save({ boldness })}
          choices={[
            { value: 'sustainable', label: t`Tenables` },
            { value: 'ambitious', label: t`Ambitieuses` },
          ]}
        />
        <p className="text-[0.9375rem] text-soft">
          {goalRules.boldness === 'sustainable' ? (
            <Trans>Ce que vous atteignez un jour sur deux.</Trans>
          ) : (
            <Trans>Ce que vous atteignez quatre jours sur dix.</Trans>
          )}
        </p>
        <TextField
          label={t`Jamais plus de`}
          hint={t`Par jour. Laissez vide si vous n’avez pas de limite.`}
          value={typed}
          inputMode="numeric"
          autoComplete="off"
          onValue={(text) => setTyped(text.replace(/\D/g, '').slice(0, 3))}
          onBlur={() => {
            if (isMost && most !== goalRules.most) save({ most })
          }}
          error={isMost ? undefined : t`De 1 à ${largestTarget}.`}
        />
      </div>
    </Section>
  )
}
