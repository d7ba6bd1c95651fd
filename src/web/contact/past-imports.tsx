import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { mayTakeBack } from '#method/ledger/world.ts'
import { refusalSentence } from '#language/refusals.ts'
import { formatInstant } from '#language/format.ts'
import { useLedger, useNow, useWrite } from '../offline/ledger.ts'
import { useLanguage } from '../activity/use-language.ts'
import { Button } from '../ui/button.tsx'
import { ListRow } from '../ui/list-row.tsx'
import { Section } from '../ui/section.tsx'
import { useTakeBack } from '../past/take-back.ts'
import { useToast } from '../ui/toast.tsx'

/** The imports made before, each still undoable as a whole. */
export function PastImports() {
  const { t } = useLingui()
  const ledger = useLedger()
  const write = useWrite()
  const takeBack = useTakeBack()
  const { show } = useToast()
  const { today, zone } = useNow()
  const language = useLanguage()
  const batches = [...ledger.all('importBatch').values()].sort((a, b) => (a.at < b.at ? 1 : -1))
  if (batches.length === 0) return null
  const me = { memberId: ledger.workspace?.memberId ?? '', isOwner: ledger.workspace?.role === 'owner' }
  const undoPast = async (importId: string) => {
    show({ text: t`Annulation en cours` })
    const isDone = await takeBack(importId)
    show({
      text: isDone
        ? t`L’importation est annulée. Les personnes contactées depuis sont restées.`
        : t`Il faut le réseau pour annuler une importation d’activités. Réessayez plus tard.`,
    })
  }
  const undo = (importId: string) => {
    const written = write({ type: 'import.undo', importId })
    if (!written.ok) return show({ text: refusalSentence(written.reason, language) })
    written.saved.then(
      () => show({ text: t`L’importation est annulée. Les personnes déjà contactées sont restées.` }),
      () => show({ text: t`Cet appareil n’a pas pu le garder. Libérez de l’espace, puis réessayez.` }),
    )
  }
  return (
    <Section title={t`Importations précédentes`}>
      <ul>
        {batches.map(({ id, memberId, file, at, added, completed, activities, sales, undoneAt }) => (
          <ListRow
            key={id}
            title={<span className="wrap-anywhere">{file}</span>}
            text={[
              formatInstant(at, zone, language, today),
              activities + sales > 0 ? t`${plural(activities, { one: '# activité', other: '# activités' })}` : '',
              sales > 0 ? t`${plural(sales, { one: '# vente', other: '# ventes' })}` : '',
              t`${plural(added, { one: '# ajoutée', other: '# ajoutées' })}`,
              t`${plural(completed, { one: '# complétée', other: '# complétées' })}`,
              undoneAt === null ? '' : t`annulée`,
            ]
              .filter(Boolean)
              .join(' · ')}
            actions={
              undoneAt === null &&
              mayTakeBack({ memberId }, me) && (
                <Button
                  size="small"
                  aria-label={t`Annuler l’importation de ${file}`}
                  onClick={() => (activities + sales > 0 ? void undoPast(id) : undo(id))}
                >{t`Annuler l’importation`}</Button>
              )
            }
          />
        ))}
      </ul>
    </Section>
  )
}
