import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { ProgressBar } from '../ui/progress-bar.tsx'

type Props = { readonly preview: { readonly name: string; readonly bytes: number; readonly whole: number }; readonly onStop: () => void }

/** How far the reading of a file is, and a way to stop it. */
export function ReadingFile({ preview, onStop }: Props) {
  const { t } = useLingui()
  const share = preview.whole === 0 ? 100 : Math.round((preview.bytes / preview.whole) * 100)
  return (
    <Card>
      <p className="font-semibold wrap-anywhere">{t`Lecture de ${preview.name}`}</p>
      <div className="mt-3">
        <ProgressBar label={t`Lecture du fichier`} value={preview.bytes} max={preview.whole} sentence={t`${share} % du fichier`} />
      </div>
      <div className="mt-4">
        <Button size="small" onClick={onStop}>
          <Trans>Arrêter</Trans>
        </Button>
      </div>
    </Card>
  )
}
