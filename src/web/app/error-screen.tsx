import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect } from 'react'
import { Button } from '../ui/button.tsx'
import { ErrorNote } from '../ui/error-note.tsx'

/** One calm sentence where a screen stopped; what was noted is on the device already. */
export function ErrorScreen({ error, reset }: { readonly error: unknown; readonly reset: () => void }) {
  const { t } = useLingui()
  useEffect(() => {
    // The name and the place only: a message may hold someone's words.
    console.error(error instanceof Error ? `${error.name}\n${error.stack?.split('\n').slice(1, 6).join('\n') ?? ''}` : 'unknown error')
  }, [error])
  return (
    <div className="pt-8">
      <h1 className="mb-4 text-[1.875rem]">
        <Trans>Cet écran s’est arrêté</Trans>
      </h1>
      <ErrorNote
        happened={t`Un imprévu a empêché l’affichage.`}
        kept={t`Tout ce qui était enregistré l’est encore sur cet appareil.`}
        todo={
          <div className="flex flex-wrap gap-3">
            <Button variant="solid" onClick={reset}>
              <Trans>Essayer de nouveau</Trans>
            </Button>
            <Button onClick={() => location.assign('/')}>
              <Trans>Retourner à Aujourd’hui</Trans>
            </Button>
          </div>
        }
      />
    </div>
  )
}
