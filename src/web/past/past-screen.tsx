import { Trans, useLingui } from '@lingui/react/macro'
import { asInstant } from '#method/calendar/day.ts'
import { formatNumber } from '#language/format.ts'
import { pastFileRefusalSentence } from '#language/past.ts'
import { pastLimitsOnScreen } from '#method/past/past-limits.ts'
import { useLedger, useNow } from '../offline/ledger.ts'
import { PastImports } from '../contact/past-imports.tsx'
import { PickFile } from '../contact/pick-file.tsx'
import { useLanguage } from '../activity/use-language.ts'
import { ReadingFile } from '../contact/reading-file.tsx'
import { Button } from '../ui/button.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Link } from '../ui/router.tsx'
import { PastColumns } from './past-columns.tsx'
import { PastReview } from './past-review.tsx'
import { PastWritten } from './past-written.tsx'
import { usePastPreview, type PastPreview } from './use-past-preview.ts'
import { usePastWriting } from './use-past-writing.ts'

/** Importer des activités passées: a file of a notebook or of another tool is shown as it would be kept, then written. */
export function PastScreen() {
  const { t } = useLingui()
  const language = useLanguage()
  const ledger = useLedger()
  const { zone } = useNow()
  const { preview, read, again, forget } = usePastPreview(ledger, { now: () => asInstant(Date.now()), zone }, language)
  const { writing, start, forget: forgetWriting } = usePastWriting()
  const pick = (file: Blob, name: string) => {
    forgetWriting()
    read(file, name)
  }
  const restart = () => {
    forget()
    forgetWriting()
  }
  return (
    <>
      <PageHeader
        title={t`Importer des activités passées`}
        below={t`Rien n’est écrit avant que vous l’ayez vu.`}
        back={{ label: t`Importer des personnes`, link: (link) => <Link to="/personnes/importer" {...link} /> }}
      />
      {writing.state !== 'idle' && <PastWritten writing={writing} onAgain={restart} />}
      {writing.state === 'idle' && preview.state === 'none' && <Choose onPick={pick} />}
      {writing.state === 'idle' && preview.state === 'reading' && <ReadingFile preview={preview} onStop={restart} />}
      {writing.state === 'idle' && preview.state === 'refused' && (
        <div className="grid gap-4">
          <Refused preview={preview} onAgain={restart} />
          {preview.heading && <PastColumns isOpen heading={preview.heading} onMapping={(mapping) => again({ mapping })} />}
        </div>
      )}
      {writing.state === 'idle' && preview.state === 'read' && (
        <PastReview key={preview.name} preview={preview} onChange={again} onAgain={restart} onImport={() => void start(preview)} />
      )}
      {preview.state === 'none' && writing.state === 'idle' && <PastImports />}
    </>
  )
}

function Choose({ onPick }: { readonly onPick: (file: Blob, name: string) => void }) {
  const { t } = useLingui()
  const language = useLanguage()
  const most = formatNumber(pastLimitsOnScreen.rows, language)
  return (
    <PickFile
      onPick={onPick}
      accept=".csv,.tsv,.txt,text/csv,text/plain"
      hint={t`Un fichier CSV de vos appels, courriels, rencontres et ventes : un tableur, un cahier recopié, l’export d’un autre outil. Il est lu sur cet appareil.`}
      pasteLabel={t`Lignes copiées d’un tableur`}
    >
      <p className="text-soft">
        <Trans>
          Une date suffit; la personne, le genre d’activité, le résultat et le montant sont reconnus, en français ou en anglais. Jusqu’à {most} lignes ici;
          au-delà, la ligne de commande est plus rapide : <code className="wrap-anywhere">entrain import activities</code>
        </Trans>
      </p>
    </PickFile>
  )
}

function Refused({ preview, onAgain }: { readonly preview: Extract<PastPreview, { readonly state: 'refused' }>; readonly onAgain: () => void }) {
  const { t } = useLingui()
  const language = useLanguage()
  const most = formatNumber(pastLimitsOnScreen.rows, language)
  const isTooLong = preview.reason === 'too-many-rows' || preview.reason === 'too-large' || preview.reason === 'too-long'
  return (
    <ErrorNote
      happened={
        isTooLong
          ? t`Ce fichier a plus de ${most} lignes, ou est trop lourd pour cet appareil.`
          : pastFileRefusalSentence({ reason: preview.reason, at: preview.at }, language)
      }
      kept={t`Rien n’a été écrit.`}
      todo={
        <div className="grid gap-3">
          {isTooLong && (
            <p>
              <Trans>
                Importez-le là où Entrain est installé, par la ligne de commande :{' '}
                <code className="wrap-anywhere">entrain import activities {preview.name}</code>
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
