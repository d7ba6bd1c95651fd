import { useLingui } from '@lingui/react/macro'
import { Minus, Plus } from 'lucide-react'
import { type ReactNode, useId, useState } from 'react'
import { largestTarget } from '#method/goal/goal.ts'
import { IconButton } from '../ui/icon-button.tsx'

type Props = { readonly value: number; readonly onValue: (value: number) => void; readonly unit: ReactNode }

/** The number itself, large, with one less and one more within the thumb's reach. */
export function TargetField({ value, onValue, unit }: Props) {
  const { t } = useLingui()
  const id = useId()
  const [typed, setTyped] = useState<string | null>(null)
  const set = (next: number) => {
    setTyped(null)
    onValue(Math.min(largestTarget, Math.max(1, next)))
  }
  return (
    <div className="flex items-center justify-center gap-3">
      <IconButton icon={Minus} variant="outline" label={t`Un de moins`} onClick={() => set(value - 1)} />
      <label htmlFor={id} className="grid justify-items-center">
        <input
          id={id}
          inputMode="numeric"
          aria-label={t`Combien`}
          value={typed ?? String(value)}
          className="tabular w-28 rounded-control bg-transparent text-center font-serif text-6xl text-spruce"
          onChange={(event) => {
            const digits = event.target.value.replace(/\D/g, '').slice(0, 3)
            setTyped(digits)
            if (digits !== '' && Number(digits) >= 1) onValue(Math.min(largestTarget, Number(digits)))
          }}
          onBlur={() => setTyped(null)}
        />
        <span className="text-soft">{unit}</span>
      </label>
      <IconButton icon={Plus} variant="outline" label={t`Un de plus`} onClick={() => set(value + 1)} />
    </div>
  )
}
