import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useMemo } from 'react'
import { asInstant } from '#method/calendar/day.ts'
import { goalsOn, largestTarget, starterGoal } from '#method/goal/goal.ts'
import type { Change } from '#method/ledger/operation.ts'
import { planNumbers } from '#method/plan/compare-plan.ts'
import type { goalOfWish } from '#method/plan/goal-of-wish.ts'
import { makePlan } from '#method/plan/make-plan.ts'
import { workingDaysIn } from '#method/plan/period.ts'
import { poolOf, type PlanOption, type PlanRequest } from '#method/plan/plan.ts'
import { readMargin, withMargin } from '#method/plan/profit-wish.ts'
import { plannedActivities, type PlannedActivity } from '#method/plan/planned-activities.ts'
import { readWish } from '#method/plan/read-wish.ts'
import { wantedOf, type ResultWish } from '#method/plan/wish.ts'
import { formatMoney, readMoney } from '#method/sale/money.ts'
import { formatMinutes, formatNumber } from '#language/format.ts'
import { periodSentence, plannedNames, profitSentence, wantedSentence } from '#language/plan.ts'
import { moneySentence, refusalSentence } from '#language/refusals.ts'
import { goalsFromToday } from '../goal/from-today.ts'
import { lightDaysOf } from '../goal/goal-offer.ts'
import { newId, useLedger, useNow, useWrite } from '../offline/ledger.ts'
import { Chip } from '../ui/chip.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { ProgressBar } from '../ui/progress-bar.tsx'
import { Link, useNavigate } from '../ui/router.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useToast } from '../ui/toast.tsx'
import { AcceptedWish } from './accepted-wish.tsx'
import { chosenOf, optionOf, type PlanChoice } from './plan-choice.ts'
import { usePlanDraft } from './plan-draft.ts'
import { guessesOf, linesOf, peopleOf } from './plan-lines.ts'
import { PlanResult } from './plan-result.tsx'
import { PlanStep } from './plan-step.tsx'
import { StartingPoints } from './starting-points.tsx'
import { useOwnPast } from './use-own-past.ts'
import { WishStep } from './wish-step.tsx'

const lastStep = 6
const minuteChoices = [30, 60, 90, 120, 180, 240, 360] as const

/** From the wish to the plan: at most six short steps; accepting it makes the goal (claim 1, UX Plan). */
export function PlanScreen() {
  const { t } = useLingui()
  const ledger = useLedger()
  const { today } = useNow()
  const write = useWrite()
  const navigate = useNavigate()
  const { show } = useToast()
  const { language, currency } = ledger.settings()
  const calendar = ledger.calendar()
  const past = useOwnPast({ from: null, to: null })
  const usual = past.sales.length > 0 ? formatMoney(mean(past.sales), currency, language) : ''
  const { draft, change, forget } = usePlanDraft({ sale: usual })
  const margin = readMargin(draft.margin)
  const asWritten = readWish(draft.wish, today)
  const reading = withMargin(asWritten, margin)
  const profit = !asWritten.ok && reading.ok && reading.wish.type === 'money' ? asWritten.heard.amount : null
  const wish = reading.ok ? reading.wish : null
  const step = wish === null ? 1 : draft.step
  const go = (next: number) => change({ step: next })

  const sale = readMoney(draft.sale)
  const buyers = draft.guesses.met ?? ''
  const guess = (id: PlannedActivity, text: string) => change({ guesses: { ...draft.guesses, [id]: text.replace(/\D/g, '').slice(0, 2) } })
  const request: PlanRequest | null =
    wish === null || wish.type === 'activity'
      ? null
      : {
          wanted: wantedOf(wish),
          usualSale: sale.ok ? sale.cents : 0,
          pastSales: past.sales,
          lines: linesOf(draft.chosen, past, peopleOf(ledger.people()), guessesOf(draft.guesses)),
          workingDays: workingDaysIn(wish.period, calendar, today),
          minutesPerDay: draft.minutes,
        }
  const asked = JSON.stringify(request)
  const plan = useMemo(() => (step === lastStep && request ? makePlan(request) : null), [step, asked])
  const choice = plan?.ok ? chosenOf(plan, draft.option) : 'even'
  const option = plan?.ok ? optionOf(plan, choice) : null

  const keep = (wished: WishedGoal, content: Readonly<Record<string, unknown>>) => {
    const current = goalsOn(ledger.goals(), today).find(({ goalId }) => goalId === 'main')
    const goal = { ...starterGoal, ...wished }
    const isLight = lightDaysOf(ledger).has(today)
    const isThere = current !== undefined && isSameGoal(current, goal)
    const changes: readonly Change[] = [
      {
        type: 'plan.keep',
        plan: { id: newId(), wish: draft.wish.trim(), at: asInstant(Date.now()), day: today, content: { ...content, target: goal.target } },
      },
      ...(isThere && !isLight ? [] : goalsFromToday(goal, today, isLight, newId).map((each) => ({ type: 'goal.set' as const, goal: each }))),
    ]
    for (const each of changes) {
      const written = write(each)
      if (!written.ok) return show({ text: refusalSentence(written.reason, language) })
    }
    forget()
    navigate({ to: '/' })
  }

  const back = step > 1 ? () => go(wish?.type === 'activity' ? 1 : step - 1) : undefined
  return (
    <div className="mx-auto grid max-w-xl gap-6 pb-10">
      <PageHeader title={t`Plan`} back={{ label: t`Retour à Aujourd’hui`, link: (link) => <Link to="/" {...link} /> }} />
      {wish?.type !== 'activity' && <ProgressBar label={t`Le plan`} value={step} max={lastStep} sentence={t`Étape ${step} sur ${lastStep}`} />}
      {step === 1 && (
        <WishStep
          wish={draft.wish}
          margin={draft.margin}
          {...{ today }}
          onWish={(text) => change({ wish: text })}
          onMargin={(text) => change({ margin: text })}
          onRead={() => change({ step: 2, option: null })}
        />
      )}
      {step === 2 && wish?.type === 'activity' && <AcceptedWish wish={wish} onBack={back} onKeep={(goal) => keep(goal, { type: 'activity', ...goal })} />}
      {step === 2 && wish !== null && wish.type !== 'activity' && (
        <PlanStep
          title={t`C’est un résultat. Voici ce que vous contrôlez.`}
          text={
            <>
              {profit !== null && margin !== null && wish.type === 'money' && (
                <p className="mb-3">{profitSentence(profit, margin, wish.cents, currency, language)}</p>
              )}
              <p>{t`« ${wantedSentence(wantedOf(wish), currency, language)} ${periodSentence(wish.period, language)} » dépend aussi des autres : personne ne décide à leur place.`}</p>
              <p className="mt-3">
                <Trans>
                  Ce qui dépend de vous : combien de personnes vous contactez, et comment. Un bon objectif se gagne même le jour où rien ne se vend.
                </Trans>
              </p>
            </>
          }
          next={<Trans>En faire un plan</Trans>}
          onNext={() => go(3)}
          onBack={back}
        />
      )}
      {step === 3 && (
        <PlanStep
          title={t`Une vente, d’habitude, c’est combien?`}
          text={
            past.sales.length > 0 ? (
              <Plural
                value={past.sales.length}
                one="D’après votre dernière vente notée (n = #). Corrigez au besoin."
                other="D’après vos # dernières ventes notées. Corrigez au besoin."
              />
            ) : (
              <Trans>À peu près. Vos propres ventes le préciseront.</Trans>
            )
          }
          next={<Trans>Continuer</Trans>}
          canNext={sale.ok && sale.cents > 0}
          whyNot={t`Dites d’abord ce qu’une vente rapporte d’habitude.`}
          onNext={() => go(4)}
          onBack={back}
        >
          <TextField
            label={t`Montant habituel`}
            value={draft.sale}
            onValue={(text) => change({ sale: text })}
            inputMode="decimal"
            autoComplete="off"
            maxLength={40}
            error={draft.sale.trim() !== '' && !sale.ok ? moneySentence(sale.reason, language) : undefined}
          />
          <TextField
            label={t`Sur 20 personnes que vous connaissez un peu, combien achètent?`}
            hint={t`Facultatif. Laissez vide si vous ne savez pas.`}
            value={buyers}
            onValue={(text) => guess('met', text)}
            inputMode="numeric"
            autoComplete="off"
          />
        </PlanStep>
      )}
      {step === 4 && (
        <PlanStep
          title={t`Combien de temps par jour pour ces activités?`}
          text={t`Vos jours de travail viennent de votre calendrier : environ ${formatNumber(workingDaysIn({ type: 'every', unit: 'week' }, calendar, today), language, 1)} par semaine, congés compris.`}
          next={<Trans>Continuer</Trans>}
          onNext={() => go(5)}
          onBack={back}
        >
          <div className="flex flex-wrap gap-2" role="group" aria-label={t`Temps par jour`}>
            {minuteChoices.map((minutes) => (
              <Chip key={minutes} pressed={draft.minutes === minutes} onClick={() => change({ minutes })}>
                {formatMinutes(minutes, language)}
              </Chip>
            ))}
          </div>
        </PlanStep>
      )}
      {step === 5 && (
        <PlanStep
          title={t`Qu’aimez-vous faire?`}
          text={<Trans>Choisissez au moins une façon de contacter des personnes.</Trans>}
          next={<Trans>Voir le plan</Trans>}
          canNext={plannedActivities.some(({ id, touch }) => touch !== null && draft.chosen.includes(id))}
          whyNot={t`Choisissez d’abord une façon de contacter des personnes.`}
          onNext={() => go(6)}
          onBack={back}
        >
          <div className="grid gap-2" role="group" aria-label={t`Activités`}>
            {plannedActivities.map(({ id }) => (
              <Chip
                key={id}
                pressed={draft.chosen.includes(id)}
                onClick={() => change({ chosen: draft.chosen.includes(id) ? draft.chosen.filter((one) => one !== id) : [...draft.chosen, id] })}
                className="w-full justify-start rounded-card! py-2 text-left whitespace-normal!"
              >
                {plannedNames[id][language]}
              </Chip>
            ))}
          </div>
        </PlanStep>
      )}
      {step === lastStep && wish !== null && wish.type !== 'activity' && plan?.ok && (
        <PlanStep
          title={t`Votre plan`}
          text={t`Pour ${wantedSentence(wantedOf(wish), currency, language)} ${periodSentence(wish.period, language)}.`}
          next={<Trans>En faire mon objectif</Trans>}
          canNext={option !== null && option.isFeasible}
          whyNot={
            option === null
              ? t`Ce plan n’est pas atteignable avec ces chiffres.`
              : t`Un objectif tient dans vos heures. Prenez le plan « Dans mes heures », ou revenez vous donner plus de temps.`
          }
          onNext={() => {
            if (option && request)
              keep(
                { ...starterGoal, target: Math.min(largestTarget, Math.max(1, option.perDay.touches)) },
                { ...contentOf(request, wish, option, choice), ...(profit === null ? {} : { profit, margin }) },
              )
          }}
          onBack={back}
        >
          <PlanResult
            plan={plan}
            wanted={wantedOf(wish)}
            period={wish.period}
            currency={currency}
            minutesPerDay={draft.minutes}
            workingDays={request?.workingDays ?? 1}
            option={choice}
            onOption={(chosen) => change({ option: chosen })}
            pool={request ? poolOf(request.lines) : null}
            language={language}
          />
          <StartingPoints chosen={draft.chosen} guesses={draft.guesses} onGuess={guess} />
        </PlanStep>
      )}
      {step === lastStep && plan !== null && !plan.ok && (
        <PlanStep
          title={t`Il manque quelque chose`}
          text={<Trans>Ce plan demande au moins un jour de travail dans la période, et une façon de contacter des personnes.</Trans>}
          next={<Trans>Revenir</Trans>}
          onNext={() => go(5)}
        />
      )}
    </div>
  )
}

/** What of a goal a plan decides. */
type WishedGoal = ReturnType<typeof goalOfWish>
const isSameGoal = (a: WishedGoal, b: WishedGoal): boolean =>
  a.target === b.target && a.per === b.per && a.counting === b.counting && JSON.stringify(a.measure) === JSON.stringify(b.measure)

const mean = (values: readonly number[]): number => Math.round(values.reduce((sum, value) => sum + value, 0) / values.length)
/** What is kept of the plan: its numbers, so that it can be compared with what happens, and what it was made of, so that it can be redone. */
const contentOf = (request: PlanRequest, wish: ResultWish, option: PlanOption, choice: PlanChoice): Readonly<Record<string, unknown>> => ({
  type: 'result',
  ...planNumbers(request, wish.period, option, choice === 'prudent' ? 'prudent' : 'even'),
  choice,
  usualSale: request.usualSale,
  minutesPerDay: request.minutesPerDay,
  perDay: option.perDay,
})
