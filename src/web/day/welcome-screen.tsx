import { plural } from '@lingui/core/macro'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Contact as Person, Upload, X } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { cleanLine } from '#method/contact/fold.ts'
import { firstGoal } from '#method/goal/adapt-goal.ts'
import { goalsOn, largestTarget, starterGoal } from '#method/goal/goal.ts'
import type { Change } from '#method/ledger/operation.ts'
import type { Settings } from '#method/ledger/settings.ts'
import { refusalSentence } from '#language/refusals.ts'
import { TargetField } from '../goal/target-field.tsx'
import { newId, useLedger, useNow, useWrite } from '../offline/ledger.ts'
import { Button, buttonClasses } from '../ui/button.tsx'
import { Chip } from '../ui/chip.tsx'
import { DotPath } from '../ui/dot-path.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Icon } from '../ui/icon.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { ProgressBar } from '../ui/progress-bar.tsx'
import { Link, useAddress, useNavigate } from '../ui/router.tsx'
import { SegmentedControl } from '../ui/segmented-control.tsx'
import { TextField } from '../ui/text-field.tsx'

const lastStep = 3
const enoughNames = 3

/** The first minute: who you are, how many people a day, whom to begin with. Each step is written as soon as it is left. */
export function WelcomeScreen() {
  const { t } = useLingui()
  const ledger = useLedger()
  if (ledger.status === 'loading') return null
  if (ledger.status === 'signed-out') {
    return (
      <EmptyState
        icon={Person}
        title={t`Entrez d’abord`}
        text={t`La première minute se passe une fois dans Entrain.`}
        action={
          <a href="/entrer" className={buttonClasses({ variant: 'solid' })}>
            <Trans>Entrer</Trans>
          </a>
        }
      />
    )
  }
  return <Welcome />
}

function Welcome() {
  const { step, go } = useStep()
  const { today } = useNow()
  const navigate = useNavigate()
  const ledger = useLedger()
  const { error, keep } = useKeeping()
  const settings = ledger.settings()
  const current = goalsOn(ledger.goals(), today).find(
    ({ goalId, per, measure, counting }) =>
      goalId === starterGoal.goalId && per === starterGoal.per && measure.type === starterGoal.measure.type && counting === starterGoal.counting,
  )
  const saveSettings = (fields: Partial<Omit<Settings, 'id'>>) => keep({ type: 'settings.put', fields })
  const saveTarget = (target: number) => {
    if (current?.target === target) return true
    return keep({ type: 'goal.set', goal: { ...starterGoal, id: newId(), effectiveFrom: today, target } })
  }
  return (
    <div className="mx-auto grid max-w-md gap-6 pt-[max(1.5rem,env(safe-area-inset-top,0px))] pb-10">
      <Progress step={step} />
      {step === 1 && <WhoYouAre settings={settings} onSave={saveSettings} onNext={() => go(2)} />}
      {step === 2 && (
        <HowMany key={current?.id ?? 'starter'} target={current?.target ?? starterGoal.target} onSave={saveTarget} onBack={() => go(1)} onNext={() => go(3)} />
      )}
      {step === lastStep && (
        <WhomFirst
          people={ledger
            .people()
            .slice(0, 50)
            .map(({ id, name }) => ({ id, name }))}
          onAdd={(name) => keep({ type: 'contact.add', contactId: newId(), fields: { name }, step: null })}
          onRemove={(contactId) => keep({ type: 'contact.delete', contactId, deleted: true })}
          onBack={() => go(2)}
          onDone={() => navigate({ to: '/' })}
        />
      )}
      {error !== '' && (
        <p role="alert" className="font-medium text-danger">
          {error}
        </p>
      )}
    </div>
  )
}

// The step stands in the address, so that the back gesture of the phone goes one step back.
function useStep(): { readonly step: number; readonly go: (step: number) => void } {
  const navigate = useNavigate()
  const hash = useAddress().hash
  const asked = Number(hash.replace('#', ''))
  const step = Number.isInteger(asked) && asked >= 1 && asked <= lastStep ? asked : 1
  return { step, go: (next) => navigate({ to: '/bienvenue', hash: String(next), resetScroll: true }) }
}

// Says when something could not be kept; silence means that it is.
function useKeeping(): { readonly error: string; readonly keep: (change: Change) => boolean } {
  const { t } = useLingui()
  const write = useWrite()
  const { language } = useLedger().settings()
  const [error, setError] = useState('')
  const keep = (change: Change): boolean => {
    const written = write(change)
    if (!written.ok) {
      setError(refusalSentence(written.reason, language))
      return false
    }
    setError('')
    written.saved.catch(() => setError(t`Cet appareil n’a pas pu le garder. Libérez de l’espace, puis réessayez.`))
    return true
  }
  return { error, keep }
}

function Progress({ step }: { readonly step: number }) {
  const { t } = useLingui()
  return (
    <div className="grid gap-2">
      <p className="text-[0.9375rem] text-soft">
        <Trans>
          Étape {step} sur {lastStep}
        </Trans>
      </p>
      <ProgressBar label={t`Première minute`} value={step} max={lastStep} sentence={t`Étape ${step} sur ${lastStep}`} />
    </div>
  )
}

type StepProps = {
  readonly title: string
  readonly text: ReactNode
  readonly children: ReactNode
  readonly onNext: () => void
  readonly next: ReactNode
  readonly onBack?: (() => void) | undefined
  readonly skip?: { readonly label: ReactNode; readonly onSkip: () => void } | undefined
}

function Step({ title, text, children, onNext, next, onBack, skip }: StepProps) {
  return (
    <>
      <div>
        <h1 className="text-[1.875rem] wide:text-[2.25rem]">{title}</h1>
        <p className="mt-2 text-soft">{text}</p>
      </div>
      {children}
      <div className="mt-2 grid gap-2">
        <Button variant="next" size="large" wide onClick={onNext}>
          {next}
        </Button>
        <div className="flex flex-wrap justify-between gap-2">
          {onBack ? (
            <Button variant="quiet" onClick={onBack}>
              <Trans>Retour</Trans>
            </Button>
          ) : (
            <span />
          )}
          {skip && (
            <Button variant="quiet" onClick={skip.onSkip}>
              {skip.label}
            </Button>
          )}
        </div>
      </div>
    </>
  )
}

type WhoProps = { readonly settings: Settings; readonly onSave: (fields: Partial<Omit<Settings, 'id'>>) => boolean; readonly onNext: () => void }

/** Language and first name. */
export function WhoYouAre({ settings, onSave, onNext }: WhoProps) {
  const { t } = useLingui()
  const [typed, setTyped] = useState(settings.firstName)
  const save = () => typed.trim() === settings.firstName || onSave({ firstName: typed.trim() })
  const next = () => {
    if (save()) onNext()
  }
  return (
    <Step
      title={t`Bonjour!`}
      text={<Trans>Trois petites étapes, et votre journée est prête. Tout se change plus tard.</Trans>}
      onNext={next}
      next={<Trans>Continuer</Trans>}
    >
      <SegmentedControl
        label={t`Langue`}
        value={settings.language}
        onValue={(language) => {
          onSave({ language })
        }}
        choices={[
          { value: 'fr', label: 'Français' },
          { value: 'en', label: 'English' },
        ]}
      />
      <form
        onSubmit={(event) => {
          event.preventDefault()
          next()
        }}
      >
        <TextField
          label={t`Votre prénom`}
          hint={t`Facultatif. Il reste entre vous et Entrain.`}
          autoComplete="given-name"
          maxLength={100}
          enterKeyHint="next"
          value={typed}
          onValue={setTyped}
          onBlur={save}
        />
      </form>
    </Step>
  )
}

type ManyProps = { readonly target: number; readonly onSave: (target: number) => boolean; readonly onNext: () => void; readonly onBack: () => void }

/** Twenty people a day, or one's own number. */
export function HowMany({ target: stored, onSave, onNext, onBack }: ManyProps) {
  const { t } = useLingui()
  const [target, setTarget] = useState(stored)
  const [estimate, setEstimate] = useState('')
  const guess = Number(estimate)
  const started = Math.min(largestTarget, firstGoal(guess))
  const hint =
    guess === 0
      ? t`Facultatif, en personnes. Nous en viserons un peu moins : un objectif tenable se gagne.`
      : target === started && started < guess
        ? t`Nous en visons un peu moins : ${target} sur ${guess}. Un objectif tenable se gagne.`
        : t`Facultatif, en personnes.`
  const next = () => {
    if (onSave(target)) onNext()
  }
  return (
    <Step
      title={t`Combien de personnes par jour?`}
      text={<Trans>Un appel, un courriel, un texto, une rencontre : chaque essai compte, même sans réponse. C’est ce que vous contrôlez.</Trans>}
      onNext={next}
      next={<Plural value={target} one="Viser # personne par jour" other="Viser # personnes par jour" />}
      onBack={() => {
        if (target === stored || onSave(target)) onBack()
      }}
    >
      <TargetField value={target} onValue={setTarget} unit={<Plural value={target} one="personne par jour" other="personnes par jour" />} />
      <div className="flex flex-wrap justify-center gap-2">
        {[5, 10, starterGoal.target].map((count) => (
          <Chip key={count} pressed={target === count} onClick={() => setTarget(count)}>
            {count}
          </Chip>
        ))}
      </div>
      <div className="mx-auto w-full max-w-80">
        <TextField
          label={t`D’après vous, une bonne journée, c’est`}
          hint={hint}
          value={estimate}
          inputMode="numeric"
          autoComplete="off"
          onValue={(text) => {
            const digits = text.replace(/\D/g, '').slice(0, 3)
            setEstimate(digits)
            if (Number(digits) >= 1) setTarget(Math.min(largestTarget, firstGoal(Number(digits))))
          }}
        />
      </div>
      <p className="text-center text-[0.9375rem] text-soft">
        <Trans>La méthode propose 20. Commencez plus bas si vos journées sont courtes.</Trans>
      </p>
      <p className="text-center text-[0.9375rem]">
        <Link to="/plan" className="inline-flex min-h-11 items-center font-semibold underline underline-offset-4">
          <Trans>Vous pensez plutôt à un montant? Faites-en un plan</Trans>
        </Link>
      </p>
    </Step>
  )
}

type FirstProps = {
  readonly people: readonly { readonly id: string; readonly name: string }[]
  readonly onAdd: (name: string) => boolean
  readonly onRemove: (id: string) => void
  readonly onBack: () => void
  readonly onDone: () => void
}

/** An import, or three names: enough for a first day. */
export function WhomFirst({ people, onAdd, onRemove, onBack, onDone }: FirstProps) {
  const { t } = useLingui()
  const [typed, setTyped] = useState('')
  const add = (): boolean => {
    const name = cleanLine(typed)
    if (name === '') return true
    if (!onAdd(name)) return false
    setTyped('')
    return true
  }
  const done = () => {
    if (add()) onDone()
  }
  const named = Math.min(people.length, enoughNames)
  return (
    <Step
      title={t`À qui parler d’abord?`}
      text={<Trans>Écrivez trois noms : une cliente, quelqu’un à relancer, une personne croisée récemment.</Trans>}
      onNext={done}
      next={<Trans>Commencer ma journée</Trans>}
      onBack={onBack}
      skip={people.length === 0 ? { label: <Trans>Plus tard</Trans>, onSkip: onDone } : undefined}
    >
      <form
        className="flex items-end gap-2"
        onSubmit={(event) => {
          event.preventDefault()
          add()
        }}
      >
        <TextField label={t`Nom`} value={typed} onValue={setTyped} maxLength={300} autoComplete="off" enterKeyHint="done" className="flex-1" />
        <Button type="submit">
          <Trans>Ajouter</Trans>
        </Button>
      </form>
      {people.length <= enoughNames && (
        <DotPath
          done={people.map(({ name }) => ({ icon: Person, hue: 'spruce', label: name }))}
          total={enoughNames}
          sentence={t`${plural(named, { one: '# nom', other: '# noms' })} sur ${enoughNames}`}
        />
      )}
      {people.length > 0 && (
        <ul aria-label={t`Personnes ajoutées`}>
          {people.map(({ id, name }) => (
            <li key={id} className="flex min-h-12 items-center justify-between gap-3 border-b border-line last:border-b-0">
              <span className="min-w-0 font-semibold break-words">{name}</span>
              <IconButton icon={X} label={t`Retirer ${name}`} onClick={() => onRemove(id)} />
            </li>
          ))}
        </ul>
      )}
      <Link to="/personnes/importer" className={buttonClasses({ wide: true })}>
        <Icon of={Upload} />
        <Trans>Importer mes contacts</Trans>
      </Link>
    </Step>
  )
}
