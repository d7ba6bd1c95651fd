import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Button } from '../ui/button.tsx'
import { ListRow } from '../ui/list-row.tsx'

type PutAwayThing = { readonly id: string; readonly name: string }
type Props<T extends PutAwayThing> = { readonly things: readonly T[]; readonly onBack: (thing: T) => void }

/** What was taken off a list, folded under it, each with its way back. */
export function PutAway<T extends PutAwayThing>({ things, onBack }: Props<T>) {
  const { t } = useLingui()
  const [isOpen, setOpen] = useState(false)
  if (things.length === 0) return null
  return (
    <>
      <Button variant="quiet" size="small" className="-ml-3" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {t`Hors de la liste (${things.length})`}
      </Button>
      {isOpen && (
        <ul>
          {things.map((thing) => (
            <ListRow
              key={thing.id}
              title={thing.name}
              actions={
                <Button size="small" aria-label={t`Remettre ${thing.name}`} onClick={() => onBack(thing)}>
                  <Trans>Remettre</Trans>
                </Button>
              }
            />
          ))}
        </ul>
      )}
    </>
  )
}
