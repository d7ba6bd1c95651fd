import { Trans, useLingui } from '@lingui/react/macro'
import { Split } from 'lucide-react'
import type { Contact } from '#method/contact/contact.ts'
import type { Merge } from '#method/ledger/operation.ts'
import { refusalSentence } from '#language/refusals.ts'
import { useLanguage } from '../activity/use-language.ts'
import { useLedger, useWrite, type LedgerView } from '../offline/ledger.ts'
import { Button } from '../ui/button.tsx'
import { ListRow } from '../ui/list-row.tsx'
import { Section } from '../ui/section.tsx'
import { useToast } from '../ui/toast.tsx'

/** The cards that were made one with hers and can still come apart, each with the merge that did it. */
const partsOf = (ledger: Pick<LedgerView, 'all' | 'get'>, contactId: string): readonly { readonly merge: Merge; readonly gone: Contact }[] =>
  [...ledger.all('merge').values()]
    .filter(({ keep, undoneAt }) => keep === contactId && undoneAt === null)
    .flatMap((merge) => {
      const gone = ledger.get('contact', merge.gone)
      return gone?.mergedInto === contactId && gone.name !== '' ? [{ merge, gone }] : []
    })

/** What this card is made of, and the way to take a merge back long after. */
export function MergedCards({ contact }: { readonly contact: Contact }) {
  const { t } = useLingui()
  const ledger = useLedger()
  const write = useWrite()
  const language = useLanguage()
  const { show } = useToast()
  const parts = partsOf(ledger, contact.id)
  if (parts.length === 0) return null
  const split = (mergeId: string, name: string) => {
    const written = write({ type: 'contact.unmerge', mergeId })
    if (!written.ok) return show({ text: refusalSentence(written.reason, language) })
    written.saved.then(
      () => show({ text: t`${name} a de nouveau sa propre fiche.` }),
      () => show({ text: t`Cet appareil n’a pas pu le garder. Libérez de l’espace, puis réessayez.` }),
    )
  }
  return (
    <Section title={t`Fiches réunies ici`}>
      <ul>
        {parts.map(({ merge, gone }) => (
          <ListRow
            key={merge.id}
            title={gone.name}
            text={[gone.organisation, gone.city].filter(Boolean).join(' · ')}
            actions={
              <Button size="small" icon={Split} aria-label={t`Séparer ${gone.name}`} onClick={() => split(merge.id, gone.name)}>
                <Trans>Séparer</Trans>
              </Button>
            }
          />
        ))}
      </ul>
    </Section>
  )
}
