import { useLingui } from '@lingui/react/macro'
import { Check, CircleCheck, SkipForward, UsersRound } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { Contact } from '#method/contact/contact.ts'
import type { Suggestion } from '#method/next/rank.ts'
import { LogSheet } from '../activity/log-sheet.tsx'
import { useLanguage } from '../activity/use-language.ts'
import { useTouch, type Touch } from '../activity/use-touch.ts'
import { useLawfulStep, useReach } from '../consent/use-reach.ts'
import { StepSheet } from '../follow-up/step-sheet.tsx'
import { useStepChanges } from '../follow-up/use-step-changes.ts'
import { useLedger, useNow } from '../offline/ledger.ts'
import { Badge } from '../ui/badge.tsx'
import { Button, buttonClasses } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { ProgressBar } from '../ui/progress-bar.tsx'
import { Link, useNavigate } from '../ui/router.tsx'
import { useShortcut } from '../ui/shortcuts.ts'
import { useToast } from '../ui/toast.tsx'
import { BriefLines } from './call-brief.tsx'
import { NextCard } from './next-card.tsx'
import type { Became } from './queue.ts'
import { QueueEnd } from './queue-end.tsx'
import { useQueue, type Queue } from './use-queue.ts'

/** One person after the other: her card, what to know before calling, the outcome, the next one (issue 3, section 1). */
export function QueueScreen() {
  const { t } = useLingui()
  const ledger = useLedger()
  const { today } = useNow()
  const language = useLanguage()
  const queue = useQueue()
  const touch = useTouch()
  const steps = useStepChanges(language, today)
  const [later, setLater] = useState<Contact | null>(null)
  const { list, place } = queue
  if (list === null) return null
  const total = list.length
  const current = list[place]
  const sentence = t`${Math.min(place + 1, total)} sur ${total}`
  return (
    <div className="mx-auto max-w-2xl">
      <PageHeader
        title={t`L’une après l’autre`}
        below={current ? <span aria-live="polite">{sentence}</span> : undefined}
        back={{ label: t`Aujourd’hui`, link: (link) => <Link to="/" {...link} /> }}
      />
      {total > 0 && (
        // Above, where no message that says « Enregistré » comes over it.
        <div className="flex items-center gap-4">
          <div className="flex-1">
            <ProgressBar value={place} max={total} sentence={sentence} label={t`Avancement`} />
          </div>
          {current && <Button size="small" iconAfter={SkipForward} onClick={() => queue.go(place + 1)}>{t`Passer`}</Button>}
        </div>
      )}
      <div className="mt-5">
        {current ? (
          <Turn key={current.contact.id} {...{ queue, current, touch }} became={queue.became[place] ?? 'waiting'} onLater={setLater} />
        ) : total > 0 ? (
          <QueueEnd became={queue.became} hasMore={queue.hasMore} onAgain={queue.again} onBack={() => queue.go(total - 1)} />
        ) : (
          <Nobody />
        )}
      </div>
      <LogSheet request={touch.request} onClose={touch.close} />
      <StepSheet
        contact={later}
        {...{ today, language }}
        calendar={ledger.calendar()}
        onClose={() => setLater(null)}
        onChoose={(step) => {
          setLater(null)
          if (later) steps.setStep(later, step)
          queue.pass()
        }}
      />
    </div>
  )
}

function Nobody() {
  const { t } = useLingui()
  return (
    <EmptyState
      icon={UsersRound}
      title={t`Personne n’attend de nouvelles`}
      text={t`Ajoutez une personne, ou notez un échange depuis votre journée : le prochain pas se placera de lui-même.`}
      action={
        <Link to="/" className={buttonClasses({ variant: 'solid' })}>
          {t`Voir ma journée`}
        </Link>
      }
    />
  )
}

type TurnProps = {
  readonly queue: Queue
  readonly current: Suggestion
  readonly touch: Touch
  readonly became: Became
  readonly onLater: (contact: Contact) => void
}

function Turn({ queue, current, touch, became, onLater }: TurnProps) {
  const { t } = useLingui()
  const ledger = useLedger()
  const { today, zone } = useNow()
  const navigate = useNavigate()
  const { show } = useToast()
  const turn = useRef<HTMLDivElement>(null)
  const { id } = current.contact
  const contact = ledger.contact(id) ?? current.contact
  // Without a way to reach her, her card offers to log in its place.
  const hasWay = useReach(contact).open.length > 0
  const lawful = useLawfulStep()

  // After each turn, reading starts at her card, once the sheet that closes has given the focus back.
  useEffect(() => {
    if (queue.place > 0) requestAnimationFrame(() => requestAnimationFrame(() => turn.current?.focus({ preventScroll: true })))
    if (queue.place > 0) scrollTo({ top: 0 })
  }, [])
  // However it was logged: by its outcome, or by the message that left from her card.
  const before = useRef(became)
  useEffect(() => {
    if (before.current === 'waiting' && became === 'logged') queue.pass()
    before.current = became
  }, [became])
  const tell = () => {
    queue.hold()
    touch.note(id, lawful(contact, { kind: contact.nextStep?.kind ?? current.kind }).kind ?? 'phone')
  }
  const putOff = () => {
    queue.hold()
    onLater(contact)
  }
  const see = () => {
    navigate({ to: '/personnes/$contactId', params: { contactId: id } })
  }
  useShortcut('a', t`La contacter`, () => {
    const way = turn.current?.querySelector<HTMLElement>('[data-way]')
    if (way) way.click()
    else tell()
  })
  useShortcut('f', t`Noter ce qui s’est fait`, tell)
  useShortcut('d', t`Remettre à plus tard`, putOff)
  useShortcut('j', t`Personne suivante`, () => queue.go(queue.place + 1))
  useShortcut('k', t`Personne précédente`, () => queue.go(queue.place - 1))
  useShortcut('o', t`Ouvrir sa fiche`, see)

  return (
    <div ref={turn} tabIndex={-1} className="grid gap-4 outline-none">
      {became !== 'waiting' && (
        <p>
          <Badge tone="spruce" icon={CircleCheck}>
            {became === 'logged' ? t`C’est noté` : t`Remise à plus tard`}
          </Badge>
        </p>
      )}
      <NextCard
        suggestion={{ ...current, contact }}
        place={queue.place}
        count={queue.became.length}
        {...{ today, zone }}
        onPlace={queue.go}
        onChannel={(kind) => {
          queue.hold()
          touch.touch(id, kind)
        }}
        onLater={putOff}
        onSee={see}
        onCopy={(value) => {
          void navigator.clipboard.writeText(value).then(
            () => show({ text: t`Copié : ${value}` }),
            () => show({ text: t`Le navigateur n’a pas permis la copie.` }),
          )
        }}
        brief={
          <div className="mt-4 grid gap-3 border-t border-line pt-4">
            <BriefLines contact={contact} isBeside />
          </div>
        }
      />
      {hasWay && <Button wide icon={Check} onClick={tell}>{t`Noter`}</Button>}
    </div>
  )
}
