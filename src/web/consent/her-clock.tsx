import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { zoneCity } from '#language/zone-names.ts'
import { useLanguage } from '../activity/use-language.ts'
import { useSayRefusal } from '../ledger/use-say-refusal.ts'
import { useLedger, useWrite } from '../offline/ledger.ts'
import { Chip } from '../ui/chip.tsx'
import { classes } from '../ui/classes.ts'
import { SelectField } from '../ui/select-field.tsx'
import { offeredZones } from './offered-zones.ts'
import type { Reach } from './reach.ts'

type Props = {
  readonly reach: Reach
  /** Whose clock it is, asked when it is said; `null` while it must first be said who she is. */
  readonly personId: (() => string | null) | null
  readonly className?: string | undefined
}

/**
 * The hours of the telephone, in a sentence. When the clock where she lives is not known and keeps the telephone closed, saying which
 * it is opens it: her own word decides, never a guess (law T4, T6).
 */
export function HerClock({ reach, personId, className }: Props) {
  if (!reach.clock) return null
  return (
    <div className={className}>
      <p className="text-[0.9375rem] text-soft">{reach.clock}</p>
      {reach.isZoneUnknown && personId !== null && <SayZone personId={personId} />}
    </div>
  )
}

function SayZone({ personId }: { readonly personId: () => string | null }) {
  const { t } = useLingui()
  const language = useLanguage()
  const write = useWrite()
  const sayRefusal = useSayRefusal()
  const { zone: own } = useLedger().settings()
  const [isChoosing, setChoosing] = useState(false)
  const say = (zone: string) => {
    const contactId = personId()
    if (contactId === null) return
    const written = write({ type: 'contact.edit', contactId, fields: { zone } })
    if (!written.ok) sayRefusal(written.reason)
  }
  return (
    <div className={classes('mt-2 flex flex-wrap gap-2', isChoosing && 'grid!')}>
      <Chip onClick={() => say(own)}>
        <Trans>Même heure que chez moi</Trans>
      </Chip>
      {isChoosing ? (
        <SelectField
          label={t`Elle vit à l’heure de`}
          value=""
          onValue={say}
          choices={[{ value: '', label: t`Choisir` }, ...offeredZones(own).map((zone) => ({ value: zone, label: zoneCity(zone, language) }))]}
        />
      ) : (
        <Chip onClick={() => setChoosing(true)}>
          <Trans>Une autre heure…</Trans>
        </Chip>
      )}
    </div>
  )
}
