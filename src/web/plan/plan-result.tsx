import { Trans, useLingui } from '@lingui/react/macro'
import type { Period } from '#method/plan/period.ts'
import type { Plan, PlanOption, poolOf, Wanted } from '#method/plan/plan.ts'
import { starterGoal } from '#method/goal/goal.ts'
import { formatNumber } from '#language/format.ts'
import { plural, type Language } from '#language/language.ts'
import {
  chanceSentence,
  minutesSentence,
  perSaleSentence,
  periodSentence,
  plannedNames,
  poolSentence,
  wantedSentence,
  wouldFitSentence,
} from '#language/plan.ts'
import { RealismLine } from '../goal/realism-line.tsx'
import { Card } from '../ui/card.tsx'
import { SegmentedControl } from '../ui/segmented-control.tsx'
import type { PlanChoice } from './plan-draft.ts'
import type { PlannedActivity } from '#method/plan/planned-activities.ts'

type Props = {
  readonly plan: Plan
  readonly wanted: Wanted
  readonly period: Period
  readonly currency: string
  readonly minutesPerDay: number
  readonly option: PlanChoice
  readonly onOption: (option: PlanChoice) => void
  /** Who can be reached, and what they could bring; `null` when nobody was counted. */
  readonly pool: ReturnType<typeof poolOf>
  readonly language: Language
}

/** The option of that name; `null` when it cannot be reached. */
export const optionOf = (plan: Plan, option: PlanChoice): PlanOption | null =>
  option === 'even' ? plan.even : option === 'prudent' ? plan.prudent : plan.withinHours.touches > 0 ? plan.withinHours : null

/** The plan on one screen: people per working day, by which activities, how long, and how sure it is (claim 1). */
export function PlanResult({ plan, wanted, period, currency, minutesPerDay, option, onOption, pool, language }: Props) {
  const { t } = useLingui()
  const chosen = optionOf(plan, option)
  const isTooMuch = plan.even === null || !plan.even.isFeasible || plan.prudent === null || !plan.prudent.isFeasible
  return (
    <div className="grid gap-5">
      <SegmentedControl
        label={t`Quel plan`}
        value={option}
        onValue={onOption}
        choices={[
          { value: 'even', label: t`Une fois sur deux` },
          { value: 'prudent', label: t`Plan prudent` },
          ...(isTooMuch ? [{ value: 'hours' as const, label: t`Dans mes heures` }] : []),
        ]}
      />
      {chosen ? (
        <>
          <Card>
            <p className="flex items-baseline gap-3">
              <span className="tabular font-serif text-6xl text-spruce">{formatNumber(chosen.perDay.touches, language)}</span>
              <span className="text-[1.125rem]">{t`personnes par jour travaillé`}</span>
            </p>
            <p className="mt-3">{minutesSentence(chosen, minutesPerDay, language)}</p>
            <p className="mt-1">
              {t`À ce rythme, ${wantedSentence(wanted, currency, language)} ${periodSentence(period, language)} : ${chanceSentence(chosen.chance, language)}.`}
            </p>
            <div className="mt-3">
              <RealismLine goal={{ ...starterGoal, target: chosen.perDay.touches }} />
            </div>
            {!chosen.isFeasible && (
              <p className="mt-3 rounded-control bg-wheat-bg p-3">
                <strong>
                  <Trans>C’est plus que vos heures.</Trans>
                </strong>{' '}
                {chosen.wouldFit && wouldFitSentence(chosen.wouldFit, currency, language)}
              </p>
            )}
          </Card>
          <WithWhat option={chosen} language={language} />
          {pool && <p className="text-[0.9375rem] text-soft">{poolSentence(pool, language)}</p>}
        </>
      ) : (
        <p className="rounded-control bg-wheat-bg p-4">
          <Trans>Pas atteignable avec ces chiffres. Essayez un souhait plus petit, ou des activités plus proches de vos clientes et clients.</Trans>
        </p>
      )}
      <details className="text-[0.9375rem]">
        <summary className="min-h-11 cursor-pointer py-2.5 font-semibold">
          <Trans>Comment c’est calculé</Trans>
        </summary>
        <div className="grid gap-2 pb-2 text-soft">
          {plan.facts.map((fact) => (
            <p key={fact.id}>
              <span className="text-ink">{plannedNames[fact.id as PlannedActivity][language]}</span>
              {language === 'fr' ? '\u00A0: ' : ': '}
              {perSaleSentence(fact, language)}
            </p>
          ))}
          {!plan.hasOwnSales && (
            <p>
              <Trans>Aucune vente de vous n’est encore derrière ces chiffres : ce sont des points de départ, que vos journées remplaceront.</Trans>
            </p>
          )}
          {plan.average && (
            <p>
              {t`Le plan « au point moyen » demanderait ${formatNumber(plan.average.perDay.touches, language)} personnes par jour, et ne réussirait que ${chanceSentence(plan.average.chance, language)}.`}
            </p>
          )}
          <p>
            <Trans>
              Chaque contact a une chance de mener à une vente, connue à peu près; chaque vente a une valeur, connue à peu près. Le plan compte combien de
              contacts il faut pour que le souhait se réalise une fois sur deux (ou quatre fois sur cinq), compte tenu de ces deux incertitudes.
            </Trans>
          </p>
        </div>
      </details>
    </div>
  )
}

function WithWhat({ option, language }: { readonly option: PlanOption; readonly language: Language }) {
  const { t } = useLingui()
  const lines = option.lines.filter(({ touches }) => touches > 0)
  return (
    <table className="w-full text-left">
      <caption className="pb-2 text-left font-semibold">
        <Trans>Par quelles activités, sur toute la période</Trans>
      </caption>
      <tbody>
        {lines.map(({ id, touches, newPeople }) => (
          <tr key={id} className="border-t border-line align-top">
            <th scope="row" className="py-2.5 pr-3 font-normal">
              {plannedNames[id as PlannedActivity][language]}
              {newPeople > 0 && (
                <span className="block text-[0.9375rem] text-soft">
                  {t`Il vous faut environ ${formatNumber(newPeople, language)} ${plural(newPeople, language, t`nouvelle personne`, t`nouvelles personnes`)}.`}
                </span>
              )}
            </th>
            <td className="tabular py-2.5 text-right font-serif text-[1.25rem]">{formatNumber(touches, language)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
