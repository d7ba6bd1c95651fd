import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Kind } from '#method/activity/kind.ts'
import { isWritableDay, type Day } from '#method/calendar/day.ts'
import { goalsOn, largestTarget, starterGoal, type GoalVersion } from '#method/goal/goal.ts'
import { formatDay, type Language } from '#language/format.ts'
import { planGapSentence } from '#language/plan-gap.ts'
import { refusalSentence } from '#language/refusals.ts'
import { kindName } from '#language/sentences.ts'
import { DayField } from '../calendar/day-field.tsx'
import { newId, useLedger, useNow, useWrite } from '../offline/ledger.ts'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { Chip } from '../ui/chip.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Link } from '../ui/router.tsx'
import { Section } from '../ui/section.tsx'
import { SegmentedControl } from '../ui/segmented-control.tsx'
import { SubmitButton } from '../ui/submit-button.tsx'
import { useToast } from '../ui/toast.tsx'
import { goalsFromToday } from './from-today.ts'
import { lightDaysOf, plannedBeyond } from './goal-offer.ts'
import { GoalRules } from './goal-rules.tsx'
import { RealismLine } from './realism-line.tsx'
import { TargetField } from './target-field.tsx'

/** Goals: numbers of activities that the person controls, never money (claim 1). */
export function GoalScreen() {
  const { t } = useLingui()
  const ledger = useLedger()
  const { today } = useNow()
  const write = useWrite()
  const { show } = useToast()
  const { language } = ledger.settings()
  const inForce = goalsOn(ledger.goals(), today)
  const [adding, setAdding] = useState(false)
  const others = inForce.filter(({ goalId }) => goalId !== 'main')
  const save = (goal: Draft, from: Day = today) => {
    const goals = from === today ? goalsFromToday(goal, today, lightDaysOf(ledger).has(today), newId) : [{ ...goal, id: newId(), effectiveFrom: from }]
    const saved: Promise<unknown>[] = []
    for (const each of goals) {
      const written = write({ type: 'goal.set', goal: each })
      if (!written.ok) return show({ text: refusalSentence(written.reason, language) })
      saved.push(written.saved)
    }
    Promise.all(saved).then(
      () =>
        show({
          text:
            from === today
              ? t`Objectif en vigueur dès aujourd’hui. Les journées passées ne changent pas.`
              : t`Objectif en vigueur à partir du ${formatDay(from, language, 'long')}. D’ici là, rien ne change.`,
        }),
      () => show({ text: t`Cet appareil n’a pas pu le garder. Libérez de l’espace, puis réessayez.` }),
    )
    setAdding(false)
  }
  const form = { kinds: ledger.kinds(), language, onSave: save }
  return (
    <>
      <PageHeader
        title={t`Objectif`}
        below={<Trans>Ce que vous contrôlez : des gestes, jamais un montant.</Trans>}
        back={{ label: t`Retour à Plus`, link: (link) => <Link to="/plus" {...link} /> }}
      />
      <p className="mb-4">
        <Link to="/plan" className="inline-flex min-h-11 items-center font-semibold underline underline-offset-4">
          <Trans>Vous pensez plutôt à un montant? Faites-en un plan</Trans>
        </Link>
      </p>
      <GoalForm key={versionKey(inForce, 'main')} draft={inForce.find(({ goalId }) => goalId === 'main') ?? starterGoal} {...form} />
      <GoalRules />
      <Section title={t`Autres objectifs`} text={<Trans>Facultatifs. Ils se lisent en petit sous le premier.</Trans>}>
        <div className="grid gap-4">
          {others.map((goal) => (
            <GoalForm key={versionKey(inForce, goal.goalId)} draft={goal} {...form} onEnd={() => save({ ...draftOf(goal), target: 0 })} />
          ))}
          {adding ? (
            <GoalForm draft={{ goalId: newId(), target: 5, per: 'day', measure: { type: 'conversations' }, counting: 'people' }} {...form} />
          ) : (
            <Button onClick={() => setAdding(true)}>
              <Trans>Ajouter un objectif</Trans>
            </Button>
          )}
        </div>
      </Section>
      <PastVersions versions={ledger.goals()} today={today} language={language} />
    </>
  )
}

type Draft = Omit<GoalVersion, 'id' | 'memberId' | 'effectiveFrom'>
const draftOf = ({ goalId, target, per, measure, counting }: Draft): Draft => ({ goalId, target, per, measure, counting })
const versionKey = (goals: readonly GoalVersion[], goalId: string): string => goals.find((goal) => goal.goalId === goalId)?.id ?? goalId

type FormProps = {
  readonly draft: Draft
  readonly kinds: readonly Kind[]
  readonly language: Language
  readonly onSave: (goal: Draft, from?: Day) => void
  readonly onEnd?: (() => void) | undefined
}

/** One goal: how many, of what, how often, and how it counts. */
export function GoalForm({ draft, kinds, language, onSave, onEnd }: FormProps) {
  const { t } = useLingui()
  const { today } = useNow()
  const [goal, setGoal] = useState<Draft>(draftOf(draft))
  const [from, setFrom] = useState<string>('')
  const planned = plannedBeyond(useLedger(), goal, goal.target, today)
  const chosen = goal.measure.type === 'kinds' ? goal.measure.kinds : []
  const toggle = (id: string) => {
    const ids = chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]
    setGoal({ ...goal, measure: { type: 'kinds', kinds: ids } })
  }
  const isTarget = goal.target >= 1 && goal.target <= largestTarget
  const isValid = isTarget && (goal.measure.type !== 'kinds' || chosen.length > 0)
  const isChanged = JSON.stringify(goal) !== JSON.stringify(draftOf(draft))
  const missing = !isTarget
    ? t`Choisissez un nombre de 1 à ${largestTarget}.`
    : !isValid
      ? t`Choisissez au moins un geste.`
      : isChanged
        ? null
        : t`Rien n’a changé dans cet objectif.`
  return (
    <Card>
      <form
        className="grid gap-5"
        onSubmit={(event) => {
          event.preventDefault()
          if (isValid) onSave(goal, isWritableDay(from) && from > today ? from : today)
          setFrom('')
        }}
      >
        <TargetField
          value={goal.target}
          onValue={(target) => setGoal({ ...goal, target })}
          unit={
            goal.counting === 'people' ? (
              <Plural value={goal.target} one="personne" other="personnes" />
            ) : (
              <Plural value={goal.target} one="activité" other="activités" />
            )
          }
        />
        {goal.target >= 1 && <RealismLine goal={goal} />}
        {planned !== null && <p className="text-[0.9375rem] text-soft">{planGapSentence(planned, goal.target, language)}</p>}
        <SegmentedControl
          label={t`Par jour ou par semaine`}
          value={goal.per}
          onValue={(per) => setGoal({ ...goal, per })}
          choices={[
            { value: 'day', label: t`par jour` },
            { value: 'week', label: t`par semaine` },
          ]}
        />
        <fieldset className="grid gap-2">
          <legend className="mb-2 font-medium">
            <Trans>Ce qui compte</Trans>
          </legend>
          <SegmentedControl
            label={t`Ce qui compte`}
            value={goal.measure.type}
            onValue={(type) => setGoal({ ...goal, measure: type === 'kinds' ? { type, kinds: chosen.length > 0 ? chosen : ['phone'] } : { type } })}
            choices={[
              { value: 'all', label: t`Tout` },
              { value: 'kinds', label: t`Certains gestes` },
              { value: 'conversations', label: t`Conversations` },
            ]}
          />
          {goal.measure.type === 'kinds' && (
            <div className="flex flex-wrap gap-2">
              {kinds.map((kind) => (
                <Chip key={kind.id} pressed={chosen.includes(kind.id)} onClick={() => toggle(kind.id)}>
                  {kindName(kind, language)}
                </Chip>
              ))}
            </div>
          )}
          {goal.measure.type === 'all' && (
            <p className="text-[0.9375rem] text-soft">
              <Trans>Un appel sans réponse compte : l’essai, c’est ce que vous contrôlez.</Trans>
            </p>
          )}
          {goal.measure.type === 'conversations' && (
            <p className="text-[0.9375rem] text-soft">
              <Trans>Seulement quand vous vous êtes vraiment parlé ou écrit.</Trans>
            </p>
          )}
        </fieldset>
        <fieldset className="grid gap-2">
          <legend className="mb-2 font-medium">
            <Trans>Comment compter</Trans>
          </legend>
          <SegmentedControl
            label={t`Comment compter`}
            value={goal.counting}
            onValue={(counting) => setGoal({ ...goal, counting })}
            choices={[
              { value: 'people', label: t`Des personnes` },
              { value: 'activities', label: t`Chaque geste` },
            ]}
          />
          <p className="text-[0.9375rem] text-soft">
            {goal.counting === 'people' ? (
              <Trans>Une même personne compte une fois par jour; chaque personne rencontrée à un événement compte.</Trans>
            ) : (
              <Trans>Chaque geste compte, même avec la même personne; un événement compte pour un.</Trans>
            )}
          </p>
        </fieldset>
        <DayField label={t`À partir du`} hint={t`Facultatif : sans date, dès aujourd’hui.`} value={from} min={today} onValue={setFrom} />
        <div className="flex flex-wrap gap-3">
          <SubmitButton variant="solid" missing={missing}>
            <Trans>Garder cet objectif</Trans>
          </SubmitButton>
          {onEnd && (
            <Button variant="danger-quiet" onClick={onEnd}>
              <Trans>Mettre fin à cet objectif</Trans>
            </Button>
          )}
        </div>
      </form>
    </Card>
  )
}

function PastVersions({ versions, today, language }: { readonly versions: readonly GoalVersion[]; readonly today: Day; readonly language: Language }) {
  const { t } = useLingui()
  const main = versions
    .filter(({ goalId }) => goalId === 'main')
    .toSorted((a, b) => (a.effectiveFrom < b.effectiveFrom || (a.effectiveFrom === b.effectiveFrom && a.id < b.id) ? 1 : -1))
  if (main.length < 2 && !main.some(({ effectiveFrom }) => effectiveFrom > today)) return null
  return (
    <Section title={t`Versions`} text={<Trans>Chaque journée garde l’objectif qui était le sien.</Trans>}>
      <ul className="grid gap-1 text-soft">
        {main.map(({ id, effectiveFrom, target, per }) => (
          <li key={id} className="tabular">
            {formatDay(effectiveFrom, language, 'short', today)}
            {' · '}
            {target} {per === 'day' ? t`par jour` : t`par semaine`}
            {effectiveFrom > today && ` · ${t`à venir`}`}
          </li>
        ))}
      </ul>
    </Section>
  )
}
