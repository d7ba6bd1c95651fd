import { Trans, useLingui } from '@lingui/react/macro'
import { Archive, ListOrdered, Pencil, Plus } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { Sequence } from '#method/follow-up/sequence.ts'
import { refusalSentence } from '#language/refusals.ts'
import { kindName } from '#language/sentences.ts'
import { useLanguage } from '../activity/use-language.ts'
import { newId, useLedger, useWrite } from '../offline/ledger.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { ListRow } from '../ui/list-row.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Link } from '../ui/router.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { useToast } from '../ui/toast.tsx'
import { SequenceForm } from './sequence-form.tsx'

/** Suites de suivis: named steps on which someone can be put, and that stop at her first answer (claim 4). */
export function SequencesScreen() {
  const { t } = useLingui()
  const ledger = useLedger()
  const write = useWrite()
  const { show } = useToast()
  const language = useLanguage()
  const [draft, setDraft] = useState<Sequence | null>(null)
  const { version } = ledger
  const own = useMemo(() => [...ledger.all('sequence').values()].filter(({ archived }) => !archived), [version])
  const templates = useMemo(() => [...ledger.all('template').values()], [version])
  const kinds = ledger.kinds()
  const put = (sequence: Sequence): boolean => {
    const written = write({ type: 'sequence.put', sequence })
    if (written.ok) written.saved.catch(() => show({ text: t`Cet appareil n’a pas pu le garder. Libérez de l’espace, puis réessayez.` }))
    else show({ text: refusalSentence(written.reason, language) })
    return written.ok
  }
  const archive = (sequence: Sequence) => {
    const undo = () => void put({ ...sequence, archived: false })
    if (put({ ...sequence, archived: true })) show({ text: t`${sequence.name} est dans les archives.`, action: { label: t`Annuler`, onPress: undo } })
  }
  const begin = () => setDraft({ id: newId(), name: '', steps: [{ day: 0, kind: 'phone', templateId: null }], archived: false })
  const stepsOf = ({ steps }: Sequence) =>
    steps.map(({ day, kind }) => {
      const channel = kindName(kinds.find(({ id }) => id === kind) ?? kind, language)
      return day === 0 ? t`${channel} le jour même` : t`${channel} au jour ${day}`
    })
  return (
    <div className="mx-auto max-w-2xl">
      <PageHeader
        title={t`Suites de suivis`}
        below={<Trans>Des étapes prêtes, à offrir à qui ne répond pas encore. La première réponse les arrête.</Trans>}
        back={{ label: t`Retour aux réglages`, link: (link) => <Link to="/reglages" {...link} /> }}
      />
      {own.length === 0 ? (
        <EmptyState
          icon={ListOrdered}
          title={t`Pas encore de suite`}
          text={t`Par exemple, après une conférence : un courriel le jour même, un appel au jour 3, un autre au jour 10.`}
          action={
            <Button variant="solid" icon={Plus} onClick={begin}>
              <Trans>Nouvelle suite</Trans>
            </Button>
          }
        />
      ) : (
        <>
          <Button icon={Plus} onClick={begin}>
            <Trans>Nouvelle suite</Trans>
          </Button>
          <ul className="mt-4">
            {own.map((sequence) => (
              <ListRow
                key={sequence.id}
                title={sequence.name}
                text={stepsOf(sequence).join(' · ')}
                actions={
                  <>
                    <IconButton icon={Pencil} label={t`Modifier ${sequence.name}`} onClick={() => setDraft(sequence)} />
                    <IconButton icon={Archive} label={t`Archiver ${sequence.name}`} onClick={() => archive(sequence)} />
                  </>
                }
              />
            ))}
          </ul>
        </>
      )}
      <Sheet open={draft !== null} onClose={() => setDraft(null)} title={t`Suite de suivis`} closeLabel={t`Fermer`} side="right">
        {draft && (
          <SequenceForm
            key={draft.id}
            sequence={draft}
            {...{ kinds, templates }}
            onKeep={(sequence) => {
              if (put(sequence)) setDraft(null)
            }}
          />
        )}
      </Sheet>
    </div>
  )
}
