import { Trans, useLingui } from '@lingui/react/macro'
import type { Period } from '#method/plan/period.ts'
import type { LineFacts, Plan, PlanOption, poolOf, Wanted } from '#method/plan/plan.ts'
import { starterGoal } from '#method/goal/goal.ts'
import { formatMinutes, formatNumber } from '#language/format.ts'
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
import { choicesOf, mainFact, optionOf, type PlanChoice } from './plan-choice.ts'
import type { PlannedActivity } from '#method/plan/planned-activities.ts'

type Props = {
  readonly plan: Plan
  readonly wanted: Wanted
  readonly period: Period
  readonly currency: string
  readonly minutesPerDay: number
  readonly workingDays: number
  readonly option: PlanChoice
  readonly onOption: (option: PlanChoice) => void
  /** Who can be reached, and what they could bring; `null` when nobody was counted. */
  readonly pool: ReturnType<typeof poolOf>
  readonly language: Language
}

/** The plan on one screen: people per working day, by which activities, how long, and how sure it is (claim 1). */
export function PlanResult({ plan, wanted, period, currency, minutesPerDay, workingDays, option, onOption, pool, language }: Props) {
  const { t } = useLingui()
  const chosen = optionOf(plan, option)
  const main = chosen && mainFact(plan, chosen)
  const names = { even: t`Une fois sur deux`, prudent: t`Plan prudent`, hours: t`Dans mes heures` }
  const choices = choicesOf(plan)
  return (
    <div className="grid gap-5">
      <SegmentedControl label={t`Quel plan`} value={option} onValue={onOption} choices={choices.map((value) => ({ value, label: names[value] }))} />
      {option === 'hours' && choices[0] === 'hours' && <BeyondHours even={plan.even} language={language} />}
      {chosen ? (
        <>
          <Card>
            <p className="flex items-baseline gap-3">
              <span className="tabular font-serif text-6xl text-spruce">{formatNumber(chosen.perDay.touches, language)}</span>
              <span className="text-[1.125rem]">{t`personnes par jour travaillé`}</span>
            </p>
            {main && (
              <p className="mt-3">
                <RangeLine fact={main} language={language} />
              </p>
            )}
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
                {chosen.wouldFit && wouldFitSentence(chosen.wouldFit, wanted, workingDays, currency, language)}
              </p>
            )}
          </Card>
          <WithWhat option={chosen} period={period} language={language} />
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
          {plan.facts
            .filter((fact) => fact !== main)
            .map((fact) => (
              <p key={fact.id}>
                <RangeLine fact={fact} language={language} />
              </p>
            ))}
          {!plan.hasOwnSales && (
            <p>
              <Trans>Aucune vente de vous n’est encore derrière ces chiffres : ce sont des points de départ, que vos journées remplaceront.</Trans>
            </p>
          )}
          {plan.average && (
            <p>
              {t`Le plan « au point moyen » demanderait ${formatNumber(plan.average.perDay.touches, language)} personnes par jour, et ne réussirait qu’${chanceSentence(plan.average.chance, language)}.`}
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

/** « Rappeler mes clientes et clients : Entre 5 et 11 contacts par vente (n = 48, 12 ventes). » */
function RangeLine({ fact, language }: { readonly fact: LineFacts; readonly language: Language }) {
  return (
    <>
      <span className="font-semibold text-ink">{plannedNames[fact.id as PlannedActivity][language]}</span>
      {language === 'fr' ? '\u00A0: ' : ': '}
      {perSaleSentence(fact, language)}
    </>
  )
}

/** What the wish itself would take, said before what the hours allow: it is never shrunk silently (algorithms B1). */
function BeyondHours({ even, language }: { readonly even: PlanOption | null; readonly language: Language }) {
  const { t } = useLingui()
  return (
    <p className="rounded-control bg-wheat-bg p-3">
      {even
        ? t`Une fois sur deux, ce souhait demande ${formatNumber(even.perDay.touches, language)} personnes et ${formatMinutes(Math.round(even.perDay.minutes), language)} par jour : plus que vos heures. Voici ce qu’elles permettent.`
        : t`Avec ces chiffres, ce souhait ne se réalise pas une fois sur deux. Voici ce que vos heures permettent.`}
    </p>
  )
}

type WithWhatProps = { readonly option: PlanOption; readonly period: Period; readonly language: Language }

function WithWhat({ option, period, language }: WithWhatProps) {
  const { t } = useLingui()
  const lines = option.lines.filter(({ touches }) => touches > 0)
  return (
    <table className="w-full text-left">
      <caption className="pb-2 text-left font-semibold">{t`Combien de chaque activité ${periodSentence(period, language)}`}</caption>
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
