import { Trans, useLingui } from '@lingui/react/macro'
import { useSyncExternalStore } from 'react'
import { asInstant } from '#method/calendar/day.ts'
import { heaviestOnScreen, mostRowsByServer, mostRowsOnScreen } from '#method/past/past-limits.ts'
import { formatNumber } from '#language/format.ts'
import { useLedger, useNow } from '../offline/ledger.ts'
import { PastImports } from '../contact/past-imports.tsx'
import { PickFile } from '../contact/pick-file.tsx'
import { useLanguage } from '../activity/use-language.ts'
import { ReadingFile } from '../contact/reading-file.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Link } from '../ui/router.tsx'
import { PastColumns } from './past-columns.tsx'
import { PastRefused } from './past-refused.tsx'
import { PastReview } from './past-review.tsx'
import { PastWritten } from './past-written.tsx'
import { serverFileOf } from './server-file.ts'
import { ServerFileView } from './server-file-view.tsx'
import { usePastPreview } from './use-past-preview.ts'
import { usePastWriting } from './use-past-writing.ts'

/** Importer des activités passées: a file of a notebook or of another tool is shown as it would be kept, then written. */
export function PastScreen() {
  const { t } = useLingui()
  const language = useLanguage()
  const ledger = useLedger()
  const { zone } = useNow()
  const server = serverFileOf(`${ledger.workspace?.id ?? ''} ${ledger.workspace?.memberId ?? ''}`)
  const known = useSyncExternalStore(server.listen, server.known)
  // What a device would read too slowly, its server reads.
  const toServer = (file: Blob, name: string) => {
    forget()
    void server.send(file, name)
  }
  const { preview, read, again, forget } = usePastPreview(ledger, { now: () => asInstant(Date.now()), zone }, language, toServer)
  const { writing, start, forget: forgetWriting } = usePastWriting()
  const pick = (file: Blob, name: string) => {
    forgetWriting()
    if (file.size > heaviestOnScreen) toServer(file, name)
    else read(file, name)
  }
  const restart = () => {
    forget()
    forgetWriting()
  }
  const isHere = writing.state !== 'idle' || preview.state !== 'none'
  return (
    <>
      <PageHeader
        title={t`Importer des activités passées`}
        below={t`Rien n’est écrit avant que vous l’ayez vu.`}
        back={{ label: t`Importer des personnes`, link: (link) => <Link to="/personnes/importer" {...link} /> }}
      />
      {writing.state !== 'idle' && <PastWritten writing={writing} onAgain={restart} />}
      {writing.state === 'idle' && preview.state === 'reading' && <ReadingFile preview={preview} onStop={restart} />}
      {writing.state === 'idle' && preview.state === 'refused' && (
        <div className="grid gap-4">
          <PastRefused refusal={preview} onAgain={restart} />
          {preview.heading && <PastColumns isOpen heading={preview.heading} onMapping={(mapping) => again({ mapping })} />}
        </div>
      )}
      {writing.state === 'idle' && preview.state === 'read' && (
        <PastReview key={preview.name} preview={preview} onChange={again} onAgain={restart} onImport={() => void start(preview)} />
      )}
      {!isHere && known.file.state !== 'none' && <ServerFileView known={known} server={server} />}
      {!isHere && known.file.state === 'none' && (
        <>
          <Choose onPick={pick} />
          <PastImports />
        </>
      )}
    </>
  )
}

function Choose({ onPick }: { readonly onPick: (file: Blob, name: string) => void }) {
  const { t } = useLingui()
  const language = useLanguage()
  const here = formatNumber(mostRowsOnScreen, language)
  const most = formatNumber(mostRowsByServer, language)
  return (
    <PickFile
      onPick={onPick}
      accept=".csv,.tsv,.txt,text/csv,text/plain"
      hint={t`Un fichier CSV de vos appels, courriels, rencontres et ventes : un tableur, un cahier recopié, l’export d’un autre outil.`}
      pasteLabel={t`Lignes copiées d’un tableur`}
    >
      <p className="text-soft">
        <Trans>
          Une date suffit; la personne, le genre d’activité, le résultat et le montant sont reconnus, en français ou en anglais. Jusqu’à {here} lignes, le
          fichier est lu sur cet appareil, même sans réseau; au-delà, votre serveur le lit, jusqu’à {most} lignes et 200 Mo.
        </Trans>
      </p>
    </PickFile>
  )
}
