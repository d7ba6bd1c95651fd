import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Button } from '../ui/button.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import type { Asked } from './ask.ts'
import { EnterAgain } from './enter-again.tsx'

type Props<T> = { readonly answer: Asked<T> | null; readonly onAgain: () => void; readonly children: (value: T) => ReactNode }

/** A part of a page that only the server knows: the answer, or why there is none and what to do. */
export function AskedPart<T>({ answer, onAgain, children }: Props<T>) {
  const { t } = useLingui()
  if (!answer)
    return (
      <p role="status" className="text-soft">
        <Trans>Un instant…</Trans>
      </p>
    )
  if (answer.ok) return children(answer.value)
  if (answer.reason === 'not-signed-in') return <EnterAgain sentence={answer.sentence} />
  const needsNetwork = answer.reason === 'no-network'
  return (
    <ErrorNote
      happened={needsNetwork ? t`Cette page a besoin du réseau.` : answer.sentence}
      kept={needsNetwork ? t`Vos journées, vos personnes et vos ventes restent accessibles sans lui.` : undefined}
      todo={
        <Button size="small" onClick={onAgain}>
          <Trans>Réessayer</Trans>
        </Button>
      }
    />
  )
}
