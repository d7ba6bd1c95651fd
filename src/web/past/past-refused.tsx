import { Trans, useLingui } from '@lingui/react/macro'
import type { FileRefusal } from '#method/contact/import-limits.ts'
import { mostRowsByServer, pastLimitsByServer } from '#method/past/past-limits.ts'
import { formatNumber } from '#language/format.ts'
import { pastFileRefusalSentence } from '#language/past.ts'
import { useLanguage } from '../activity/use-language.ts'
import { Button } from '../ui/button.tsx'
import { ErrorNote } from '../ui/error-note.tsx'

type Props = {
  readonly refusal: { readonly name: string; readonly reason: FileRefusal['reason'] | 'too-long' | 'not-read'; readonly at?: number | null | undefined }
  readonly onAgain: () => void
  /** Whether the server read it, and not this device. */
  readonly isAtServer?: boolean | undefined
}

const heavy: readonly string[] = ['too-many-rows', 'too-large', 'too-long']

/** Why a whole file is not taken, and what to do. */
export function PastRefused({ refusal: { name, reason, at }, onAgain, isAtServer = false }: Props) {
  const { t } = useLingui()
  const language = useLanguage()
  const most = formatNumber(mostRowsByServer, language)
  const weight = formatNumber(pastLimitsByServer.bytes / 1024 ** 2, language)
  const isTooLong = heavy.includes(reason)
  return (
    <ErrorNote
      happened={
        isTooLong
          ? t`Ce fichier a plus de ${most} lignes ou dépasse ${weight} Mo.`
          : reason === 'not-read' && isAtServer
            ? t`Le serveur n’a pas pu lire ce fichier. Choisissez-le de nouveau.`
            : pastFileRefusalSentence({ reason: reason as FileRefusal['reason'], at: at ?? undefined }, language)
      }
      kept={t`Rien n’a été écrit.`}
      todo={
        <div className="grid gap-3">
          {isTooLong && (
            <p>
              <Trans>
                Séparez-le par années, ou importez-le là où Entrain est installé, par la ligne de commande :{' '}
                <code className="wrap-anywhere">entrain import activities {name}</code>
              </Trans>
            </p>
          )}
          <div>
            <Button size="small" onClick={onAgain}>
              <Trans>Choisir un autre fichier</Trans>
            </Button>
          </div>
        </div>
      }
    />
  )
}
