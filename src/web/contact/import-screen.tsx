import { plural } from '@lingui/core/macro'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useMemo, useState } from 'react'
import type { Contact } from '#method/contact/contact.ts'
import { knownOf } from '#method/contact/import-plan.ts'
import { fileRefusalSentence } from '#language/import.ts'
import { refusalSentence } from '#language/refusals.ts'
import { newId, useLedger, useWrite } from '../offline/ledger.ts'
import { useLanguage } from '../activity/use-language.ts'
import { ReadingFile } from './reading-file.tsx'
import { Button, buttonClasses } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { ProgressBar } from '../ui/progress-bar.tsx'
import { Link } from '../ui/router.tsx'
import { useToast } from '../ui/toast.tsx'
import { ImportRows } from './import-rows.tsx'
import { planImport, type Choice } from './import-plan.ts'
import { MappingTable } from './mapping-table.tsx'
import { PastImports } from './past-imports.tsx'
import { ProvenanceField, type Provenance } from './provenance-field.tsx'
import { PickFile } from './pick-file.tsx'
import { useRememberMapping } from './use-remember-mapping.ts'
import { useImportPreview, type Preview } from './use-import-preview.ts'
import { useImportWriting, type Writing } from './use-import-writing.ts'

type ReadPreview = Extract<Preview, { readonly state: 'read' }>

/** Importer: a file is read and shown first; nothing is written before the button that says how many people. */
export function ImportScreen() {
  const { t } = useLingui()
  const ledger = useLedger()
  const language = useLanguage()
  const { preview, read, remap, forget } = useImportPreview()
  const { writing, start, forget: forgetWriting } = useImportWriting()
  const pick = (file: Blob, name: string) => {
    forgetWriting()
    const everyone = () => [...ledger.all('contact').values()].filter(({ deletedAt, mergedInto }) => deletedAt === null && mergedInto === null)
    read({ file, name, known: () => everyone().map(knownOf), mappings: ledger.settings().importMappings })
  }
  const again = () => {
    forget()
    forgetWriting()
  }
  return (
    <>
      <PageHeader
        title={t`Importer`}
        below={t`Rien n’est écrit avant que vous l’ayez vu.`}
        back={{ label: t`Personnes`, link: (link) => <Link to="/personnes" {...link} /> }}
      />
      {writing.state !== 'idle' && <Outcome writing={writing} onAgain={again} />}
      {writing.state === 'idle' && (
        <>
          {preview.state === 'none' && (
            <PickFile onPick={pick}>
              <p className="text-soft">
                <Trans>
                  Pour des appels, des courriels, des rencontres ou des ventes déjà faits :{' '}
                  <Link to="/personnes/importer/activites" className="font-semibold text-spruce underline">
                    importer des activités passées
                  </Link>
                  .
                </Trans>
              </p>
            </PickFile>
          )}
          {preview.state === 'reading' && <ReadingFile preview={preview} onStop={again} />}
          {preview.state === 'refused' && (
            <div className="grid gap-4">
              <ErrorNote
                happened={fileRefusalSentence({ reason: preview.reason, ...(preview.at === undefined ? {} : { at: preview.at }) }, language)}
                kept={t`Rien n’a été changé dans vos personnes.`}
                todo={
                  <Button size="small" onClick={again}>
                    <Trans>Choisir un autre fichier</Trans>
                  </Button>
                }
              />
              {preview.heading && <MappingTable heading={preview.heading} onMapping={remap} />}
            </div>
          )}
          {preview.state === 'read' && (
            <Review key={preview.name + JSON.stringify(preview.heading?.mapping)} preview={preview} onMapping={remap} onAgain={again} onImport={start} />
          )}
        </>
      )}
      {preview.state === 'none' && <PastImports />}
    </>
  )
}

type ReviewProps = {
  readonly preview: ReadPreview
  readonly onMapping: Parameters<typeof MappingTable>[0]['onMapping']
  readonly onAgain: () => void
  readonly onImport: ReturnType<typeof useImportWriting>['start']
}

function Review({ preview, onMapping, onAgain, onImport }: ReviewProps) {
  const { t } = useLingui()
  const ledger = useLedger()
  const rememberMapping = useRememberMapping()
  const language = useLanguage()
  const [provenance, setProvenance] = useState<Provenance>('unknown')
  const [choices, setChoices] = useState<ReadonlyMap<number, Choice>>(new Map())
  const contact = (id: string): Contact | undefined => ledger.contact(id)
  const read = useMemo(() => preview.rows.filter((row) => row.ok), [preview])
  const plan = useMemo(() => planImport({ rows: read, choices, language, contact, newId }), [read, choices, language, ledger])
  const count = plan.added + plan.completed
  const choose = (lines: readonly number[], choice: Choice) => setChoices((before) => new Map([...before, ...lines.map((line) => [line, choice] as const)]))
  const start = () => {
    if (preview.heading) rememberMapping(preview.heading.headings, 'people', preview.heading.mapping)
    void onImport(plan, preview.name, provenance)
  }
  return (
    <div className="grid gap-5">
      <p className="wrap-anywhere">
        <strong>{preview.name}</strong>
        <span className="text-soft">
          {' '}
          · <Plural value={preview.summary.rows} _0="aucune ligne" one="# ligne" other="# lignes" />
        </span>
      </p>
      {preview.heading && <MappingTable heading={preview.heading} onMapping={onMapping} />}
      {plan.added > 0 && <ProvenanceField value={provenance} onValue={setProvenance} />}
      <ImportRows rows={preview.rows} {...{ choices, contact }} onChoose={choose} />
      <div className="sticky bottom-[calc(var(--nav-height)+0.5rem)] z-10 grid gap-2 rounded-card border border-line bg-card p-3 shadow-lift wide:bottom-4">
        {plan.undecided > 0 && (
          <p className="text-[0.9375rem] text-soft">
            <Plural value={plan.undecided} one="# personne à décider restera dans le fichier." other="# personnes à décider resteront dans le fichier." />
          </p>
        )}
        <div className="flex flex-wrap gap-2">
          <Button onClick={onAgain}>
            <Trans>Autre fichier</Trans>
          </Button>
          <Button variant="next" className="flex-1" disabled={count === 0} onClick={start}>
            {count === 0 && plan.undecided > 0 ? (
              <Plural value={plan.undecided} one="# à décider" other="# à décider" />
            ) : count === 0 ? (
              t`Rien de nouveau à importer`
            ) : (
              <Plural value={count} one="Importer # personne" other="Importer # personnes" />
            )}
          </Button>
        </div>
      </div>
    </div>
  )
}

function Outcome({ writing, onAgain }: { readonly writing: Exclude<Writing, { readonly state: 'idle' }>; readonly onAgain: () => void }) {
  const { t } = useLingui()
  const write = useWrite()
  const { show } = useToast()
  const language = useLanguage()
  if (writing.state === 'writing') {
    return (
      <Card>
        <p className="mb-3 font-semibold">
          <Trans>Importation en cours</Trans>
        </p>
        <ProgressBar label={t`Importation`} value={writing.done} max={writing.whole} sentence={t`${writing.done} sur ${writing.whole}`} />
      </Card>
    )
  }
  const undo = () => {
    const written = write({ type: 'import.undo', importId: writing.importId })
    if (!written.ok) return show({ text: refusalSentence(written.reason, language) })
    written.saved.then(
      () => show({ text: t`L’importation est annulée. Les personnes déjà contactées sont restées.` }),
      () => show({ text: t`Cet appareil n’a pas pu le garder. Libérez de l’espace, puis réessayez.` }),
    )
    onAgain()
  }
  const gestures = (
    <div className="mt-4 flex flex-wrap gap-2">
      <Link to="/personnes" className={buttonClasses({ variant: 'solid' })}>
        <Trans>Voir mes personnes</Trans>
      </Link>
      <Button onClick={undo}>
        <Trans>Annuler l’importation</Trans>
      </Button>
      <Button variant="quiet" onClick={onAgain}>
        <Trans>Importer un autre fichier</Trans>
      </Button>
    </div>
  )
  if (writing.state === 'stopped') {
    return (
      <ErrorNote
        happened={
          writing.reason === 'not-kept'
            ? t`Cet appareil n’a pas pu garder la suite. Libérez de l’espace, puis importez le même fichier : rien ne sera doublé.`
            : refusalSentence(writing.reason, language)
        }
        kept={t`${plural(writing.done, { one: '# ligne est enregistrée.', other: '# lignes sont enregistrées.' })}`}
        todo={gestures}
      />
    )
  }
  return (
    <Card>
      <h2 role="status" className="text-[1.375rem]">
        <Plural value={writing.added} _0="Aucune nouvelle personne" one="# personne ajoutée" other="# personnes ajoutées" />
      </h2>
      {writing.completed > 0 && (
        <p className="mt-1">
          <Plural value={writing.completed} one="# fiche complétée." other="# fiches complétées." />
        </p>
      )}
      <p className="mt-1 text-soft">
        <Trans>Les premiers contacts sont répartis sur vos prochains jours de travail, au rythme de votre objectif.</Trans>
      </p>
      {gestures}
    </Card>
  )
}
