import { Trans, useLingui } from '@lingui/react/macro'
import { priors } from '#method/plan/touch-kind.ts'
import { formatNumber } from '#language/format.ts'
import { plannedNames } from '#language/plan.ts'
import { useLanguage } from '../activity/use-language.ts'
import { TextField } from '../ui/text-field.tsx'
import { plannedActivities, type PlannedActivity } from '#method/plan/planned-activities.ts'

type Props = {
  readonly chosen: readonly PlannedActivity[]
  readonly guesses: Partial<Readonly<Record<PlannedActivity, string>>>
  readonly onGuess: (id: PlannedActivity, text: string) => void
}

const of = 20

/** Behind a fold: what is believed of each activity before her own figures say it, and hers to change (algorithms B1, priors). */
export function StartingPoints({ chosen, guesses, onGuess }: Props) {
  const { t } = useLingui()
  const language = useLanguage()
  return (
    <details className="text-[0.9375rem]">
      <summary className="min-h-11 cursor-pointer py-2.5 font-semibold">
        <Trans>Changer les points de départ</Trans>
      </summary>
      <div className="grid gap-4 pb-2">
        <p className="text-soft">
          <Trans>
            Sur 20 contacts de chaque sorte, combien mènent à une vente? Votre réponse remplace le point de départ; vos propres ventes comptent toujours.
          </Trans>
        </p>
        {plannedActivities.map(({ id, touch }) => {
          if (touch === null || !chosen.includes(id)) return null
          const usual = formatNumber(priors[touch].rate * of, language, 1)
          return (
            <TextField
              key={id}
              label={plannedNames[id][language]}
              hint={t`Point de départ : ${usual} sur 20.`}
              value={guesses[id] ?? ''}
              onValue={(text) => onGuess(id, text)}
              inputMode="numeric"
              autoComplete="off"
            />
          )
        })}
      </div>
    </details>
  )
}
