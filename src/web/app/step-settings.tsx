import { Trans, useLingui } from '@lingui/react/macro'
import { plural } from '@lingui/core/macro'
import { stepDefaults, type StepDefaults } from '#method/follow-up/propose-step.ts'
import { outcomeName } from '#language/sentences.ts'
import type { Language } from '#language/language.ts'
import { Button } from '../ui/button.tsx'
import { Section } from '../ui/section.tsx'
import { SelectField } from '../ui/select-field.tsx'

type Props = { readonly steps: StepDefaults; readonly language: Language; readonly onSave: (steps: StepDefaults) => void }
type Proposed = keyof StepDefaults

const outcomes = Object.keys(stepDefaults) as readonly Proposed[]
const choices = [0, 1, 2, 3, 4, 5, 7, 10, 14, 21, 30, 45, 60, 90, 120, 180, 365]

/** After how many days each outcome proposes the next step (claim 4). */
export function StepSettings({ steps, language, onSave }: Props) {
  const { t } = useLingui()
  const inDays = (days: number) => (days === 0 ? t`Le jour même` : t`${plural(days, { one: '# jour plus tard', other: '# jours plus tard' })}`)
  return (
    <Section
      title={t`Suivis proposés`}
      text={
        <Trans>
          Après chaque résultat, Entrain propose une date, toujours un jour travaillé. Un « non » ne propose rien; un rendez-vous garde sa date. Sans réponse,
          les cadences espacent davantage.
        </Trans>
      }
      action={
        <Button size="small" variant="quiet" onClick={() => onSave(stepDefaults)}>
          <Trans>Revenir au départ</Trans>
        </Button>
      }
    >
      <div className="grid gap-4 wide:grid-cols-2">
        {outcomes.map((outcome) => (
          <SelectField
            key={outcome}
            label={outcomeName(outcome, outcome === 'sent' ? 'email' : 'phone', language)}
            value={String(steps[outcome])}
            onValue={(days) => onSave({ ...steps, [outcome]: Number(days) })}
            choices={[...new Set([...choices, steps[outcome]])].sort((a, b) => a - b).map((days) => ({ value: String(days), label: inDays(days) }))}
          />
        ))}
      </div>
    </Section>
  )
}
