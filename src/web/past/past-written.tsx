import { plural } from '@lingui/core/macro'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { PastStop } from '#wire/past/past-file.ts'
import { refusalSentence } from '#language/refusals.ts'
import { formatNumber } from '#language/format.ts'
import { useLanguage } from '../activity/use-language.ts'
import { Button, buttonClasses } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { ProgressBar } from '../ui/progress-bar.tsx'
import { Link } from '../ui/router.tsx'
import { useToast } from '../ui/toast.tsx'
import { useTakeBack } from './take-back.ts'
import type { PastWriting } from './use-past-writing.ts'

type Stopped = { readonly state: 'stopped'; readonly importId: string | null; readonly done: number; readonly reason: PastStop | 'not-kept' }
type Props = {
  readonly writing: Exclude<PastWriting, { readonly state: 'idle' | 'stopped' }> | Stopped
  readonly onAgain: () => void
  /** Stops it on its way, where that can be done. */
  readonly onStop?: (() => void) | undefined
}

/** How the writing of a past goes, and what may be done after. */
export function PastWritten({ writing, onAgain, onStop }: Props) {
  const { t } = useLingui()
  const language = useLanguage()
  if (writing.state === 'writing') {
    return (
      <Card>
        <p className="mb-3 font-semibold">
          <Trans>Importation en cours</Trans>
        </p>
        <ProgressBar label={t`Importation`} value={writing.done} max={writing.whole} sentence={t`${writing.done} sur ${writing.whole}`} />
        <p className="mt-2 text-soft tabular-nums">{t`${formatNumber(writing.done, language)} sur ${formatNumber(writing.whole, language)}`}</p>
        {onStop && (
          <div className="mt-4">
            <Button size="small" onClick={onStop}>
              <Trans>Arrêter</Trans>
            </Button>
          </div>
        )}
      </Card>
    )
  }
  if (writing.state === 'stopped') {
    return (
      <ErrorNote
        happened={
          writing.reason === 'not-kept'
            ? t`Cet appareil n’a pas pu garder la suite. Libérez de l’espace, puis importez le même fichier : rien ne sera doublé.`
            : writing.reason === 'asked-to-stop'
              ? t`L’importation est arrêtée. Importez le même fichier pour la finir : rien ne sera doublé.`
              : writing.reason === 'failed'
                ? t`Le serveur n’a pas pu finir. Importez le même fichier de nouveau : rien ne sera doublé.`
                : refusalSentence(writing.reason, language)
        }
        kept={
          writing.done === 0 ? t`Rien n’a été écrit.` : t`${plural(writing.done, { one: '# ligne est enregistrée.', other: '# lignes sont enregistrées.' })}`
        }
        todo={<Gestures importId={writing.importId} onAgain={onAgain} />}
      />
    )
  }
  const { summary } = writing
  const sold = Object.values(summary.sales).reduce((sum, { count }) => sum + count, 0)
  return (
    <Card>
      <h2 role="status" className="text-[1.375rem]">
        <Plural value={summary.activities} _0="Aucune activité importée" one="# activité importée" other="# activités importées" />
      </h2>
      <p className="mt-1">
        <Plural value={sold} _0="Aucune vente." one="# vente." other="# ventes." />{' '}
        <Plural value={summary.newPeople} _0="Aucune nouvelle personne." one="# nouvelle personne." other="# nouvelles personnes." />
      </p>
      <p className="mt-1 text-soft">
        <Trans>Ce qui était déjà là n’est pas compté deux fois. Votre Bilan en tient compte dès que tout est envoyé.</Trans>
      </p>
      <Gestures importId={writing.importId} onAgain={onAgain} />
    </Card>
  )
}

function Gestures({ importId, onAgain }: { readonly importId: string | null; readonly onAgain: () => void }) {
  const { t } = useLingui()
  const { show } = useToast()
  const takeBack = useTakeBack()
  const [isTakingBack, setIsTakingBack] = useState(false)
  const undo = async (importId: string) => {
    setIsTakingBack(true)
    const isDone = await takeBack(importId)
    setIsTakingBack(false)
    show({
      text: isDone
        ? t`L’importation est annulée. Les personnes contactées depuis sont restées.`
        : t`Il faut le réseau pour annuler une importation d’activités. Réessayez plus tard.`,
    })
    if (isDone) onAgain()
  }
  return (
    <div className="mt-4 flex flex-wrap gap-2">
      <Link to="/bilan" className={buttonClasses({ variant: 'solid' })}>
        <Trans>Voir mon bilan</Trans>
      </Link>
      {importId !== null && (
        <Button busy={isTakingBack} onClick={() => void undo(importId)}>
          {isTakingBack ? <Trans>Annulation en cours</Trans> : <Trans>Annuler l’importation</Trans>}
        </Button>
      )}
      <Button variant="quiet" onClick={onAgain}>
        <Trans>Importer un autre fichier</Trans>
      </Button>
    </div>
  )
}
