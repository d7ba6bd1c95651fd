import { Trans, useLingui } from '@lingui/react/macro'
import { mostRowsOnScreen } from '#method/past/past-limits.ts'
import type { PastFile } from '#wire/past/past-file.ts'
import { formatNumber } from '#language/format.ts'
import { useLanguage } from '../activity/use-language.ts'
import { ReadingFile } from '../contact/reading-file.tsx'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { ProgressBar } from '../ui/progress-bar.tsx'
import { PastColumns } from './past-columns.tsx'
import { PastRefused } from './past-refused.tsx'
import { PastReview } from './past-review.tsx'
import { PastWritten } from './past-written.tsx'
import type { ServerFile, ServerFileStore } from './server-file.ts'

type Props = { readonly known: ServerFile; readonly server: ServerFileStore }

/** A large file at its server: on its way, read, shown, then written, and found again by whoever comes back. */
export function ServerFileView({ known, server }: Props) {
  const { file } = known
  const forget = () => void server.forget()
  switch (file.state) {
    case 'none':
      return null
    case 'receiving':
      return <Sending known={known} file={file} onStop={forget} />
    case 'waiting':
    case 'reading':
      return (
        <div className="grid gap-3">
          <ReadingFile preview={file} onStop={forget} />
          <p className="text-soft">
            {file.state === 'waiting' ? (
              <Trans>Le serveur finit un autre fichier d’abord.</Trans>
            ) : (
              <Trans>C’est votre serveur qui lit; vous pouvez quitter cette page et y revenir.</Trans>
            )}
          </p>
          <Unreached known={known} />
        </div>
      )
    case 'refused':
      return (
        <div className="grid gap-4">
          <PastRefused isAtServer refusal={file} onAgain={forget} />
          {file.heading && <PastColumns isOpen heading={file.heading} onMapping={(mapping) => void server.readAgain(mapping, 'skip')} />}
        </div>
      )
    case 'read': {
      const { ambiguous, heading } = file
      return (
        <PastReview
          key={file.id}
          preview={file}
          onChange={(change) => void server.readAgain(change.mapping ?? heading.mapping, change.ambiguous ?? ambiguous)}
          onAgain={forget}
          onImport={() => void server.importIt()}
        />
      )
    }
    case 'writing':
      return (
        <div className="grid gap-3">
          {file.done === 0 && file.bytes < file.size ? (
            <ReadingFile preview={{ name: file.name, bytes: file.bytes, whole: file.size }} onStop={forget} />
          ) : (
            <PastWritten writing={file} onAgain={forget} onStop={forget} />
          )}
          <p className="text-soft">
            {file.done === 0 ? (
              <Trans>Votre serveur relit le fichier, puis l’écrit; vous pouvez quitter cette page et y revenir.</Trans>
            ) : (
              <Trans>C’est votre serveur qui écrit; vous pouvez quitter cette page et y revenir.</Trans>
            )}
          </p>
          <Unreached known={known} />
        </div>
      )
    case 'written':
    case 'stopped':
      return <PastWritten writing={file} onAgain={forget} />
  }
}

type SendingProps = { readonly known: ServerFile; readonly file: Extract<PastFile, { readonly bytes: number }>; readonly onStop: () => void }

function Sending({ known, file: { name, bytes, whole }, onStop }: SendingProps) {
  const { t } = useLingui()
  const language = useLanguage()
  const share = Math.floor((bytes / whole) * 100)
  const here = formatNumber(mostRowsOnScreen, language)
  return (
    <Card>
      <p className="font-semibold wrap-anywhere">{t`Envoi de ${name} à votre serveur`}</p>
      <p className="mt-1 text-soft">
        {known.isSentHere ? (
          <Trans>Un fichier de plus de {here} lignes est lu par votre serveur. Rien n’est écrit avant que vous l’ayez vu.</Trans>
        ) : (
          <Trans>Si cet envoi ne bouge plus, choisissez le fichier de nouveau.</Trans>
        )}
      </p>
      <div className="mt-3">
        <ProgressBar label={t`Envoi du fichier`} value={bytes} max={whole} sentence={t`${share} % du fichier`} />
      </div>
      <div className="mt-3">
        <Unreached known={known} />
      </div>
      <div className="mt-4">
        <Button size="small" onClick={onStop}>
          {known.isSentHere ? <Trans>Arrêter</Trans> : <Trans>Choisir le fichier de nouveau</Trans>}
        </Button>
      </div>
    </Card>
  )
}

function Unreached({ known }: { readonly known: ServerFile }) {
  return (
    <p role="status" className="text-soft">
      {known.isReached ? null : <Trans>Le serveur ne répond pas. Cela continue dès que le réseau revient.</Trans>}
    </p>
  )
}
