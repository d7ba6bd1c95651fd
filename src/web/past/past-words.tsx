import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { outcomes, type Outcome } from '#method/activity/activity.ts'
import { foldWords } from '#method/contact/fold.ts'
import { saleWord } from '#method/past/past-gesture.ts'
import type { PastMapping } from '#method/past/past-mapping.ts'
import type { PastSummary } from '#method/past/past-tally.ts'
import { outcomeNames } from '#language/names.ts'
import { kindName } from '#language/sentences.ts'
import { useLanguage } from '../activity/use-language.ts'
import { useLedger } from '../offline/ledger.ts'
import { Section } from '../ui/section.tsx'
import { SelectField } from '../ui/select-field.tsx'

type Props = { readonly summary: PastSummary; readonly mapping: PastMapping; readonly onMapping: (mapping: PastMapping) => void }

const mostWords = 12

/** The words of the file that are not known, each to be told; told or not, nothing of them is lost. */
export function PastWords({ summary, mapping, onMapping }: Props) {
  const { t } = useLingui()
  const language = useLanguage()
  const ledger = useLedger()
  const kinds = ledger.kinds().map((kind) => ({ value: kind.id, label: kindName(kind, language) }))
  const said = Object.keys(mapping.kinds).filter((word) => !summary.unknownKinds.some((one) => foldWords(one.word) === word))
  const unsaid = summary.reasons['no-kind'] ?? 0
  const isAsked = summary.unknownKinds.length > 0 || summary.unknownOutcomes.length > 0 || said.length > 0 || unsaid > 0 || mapping.kindUnsaid !== null
  if (!isAsked) return null
  const tellKind = (word: string, kind: string) => {
    const { [word]: _before, ...others } = mapping.kinds
    onMapping({ ...mapping, kinds: kind === '' ? others : { ...others, [word]: kind } })
  }
  const tellOutcome = (word: string, outcome: Outcome | '') => {
    const { [word]: _before, ...others } = mapping.outcomes
    onMapping({ ...mapping, outcomes: outcome === '' ? others : { ...others, [word]: outcome } })
  }
  return (
    <Section
      title={t`Ces mots sont-ils bien compris?`}
      text={t`Sans réponse, rien n’est perdu : un genre inconnu devient un des vôtres, un résultat inconnu va dans la note.`}
    >
      <div className="grid gap-4 wide:grid-cols-2">
        {(unsaid > 0 || mapping.kindUnsaid !== null) && (
          <SelectField
            label={t`Lignes qui ne disent pas ce qui a été fait`}
            hint={unsaid > 0 ? t`${plural(unsaid, { one: '# ligne', other: '# lignes' })}` : undefined}
            value={mapping.kindUnsaid ?? ''}
            onValue={(kind) => onMapping({ ...mapping, kindUnsaid: kind === '' ? null : kind })}
            choices={[{ value: '', label: t`Les laisser de côté` }, ...kinds]}
          />
        )}
        {summary.unknownKinds.slice(0, mostWords).map(({ word, rows }) => (
          <SelectField
            key={word}
            label={t`Genre « ${word} »`}
            hint={t`${plural(rows, { one: '# ligne', other: '# lignes' })}`}
            value=""
            onValue={(kind) => tellKind(foldWords(word), kind)}
            choices={[{ value: '', label: t`Nouveau genre d’activité` }, ...kinds, { value: saleWord, label: t`Une vente` }]}
          />
        ))}
        {said.map((word) => (
          <SelectField
            key={word}
            label={t`Genre « ${word} »`}
            value={mapping.kinds[word] ?? ''}
            onValue={(kind) => tellKind(word, kind)}
            choices={[{ value: '', label: t`Nouveau genre d’activité` }, ...kinds, { value: saleWord, label: t`Une vente` }]}
          />
        ))}
        {[...summary.unknownOutcomes.slice(0, mostWords), ...Object.keys(mapping.outcomes).map((word) => ({ word, rows: 0 }))].map(({ word, rows }) => (
          <SelectField
            key={word}
            label={t`Résultat « ${word} »`}
            hint={rows > 0 ? t`${plural(rows, { one: '# ligne', other: '# lignes' })}` : undefined}
            value={mapping.outcomes[foldWords(word)] ?? ''}
            onValue={(outcome: Outcome | '') => tellOutcome(foldWords(word), outcome)}
            choices={[{ value: '', label: t`Le garder dans la note` }, ...outcomes.map((value) => ({ value, label: outcomeNames[value][language] }))]}
          />
        ))}
      </div>
    </Section>
  )
}
