import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '../ui/button.tsx'
import { ErrorNote } from '../ui/error-note.tsx'

/** An address that leads nowhere. */
export function NotFoundScreen() {
  const { t } = useLingui()
  return (
    <div className="pt-8">
      <h1 className="mb-4 text-[1.875rem]">
        <Trans>Cette page n’existe pas</Trans>
      </h1>
      <ErrorNote
        happened={t`L’adresse ne correspond à aucun écran.`}
        kept={t`Vos données sont intactes.`}
        todo={
          <Button variant="solid" onClick={() => location.assign('/')}>
            <Trans>Retourner à Aujourd’hui</Trans>
          </Button>
        }
      />
    </div>
  )
}
