import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { CalendarClock, Check, GalleryHorizontalEnd, Leaf, ShieldCheck } from 'lucide-react'
import { useMemo, useRef, useState, type ReactNode } from 'react'
import type { Day } from '#method/calendar/day.ts'
import { isPresent, type Contact } from '#method/contact/contact.ts'
import { waitingOn, type Waiting } from '#method/follow-up/waiting.ts'
import { formatDay, formatDistance, type Language } from '#language/format.ts'
import { letGoName, nextStepSentence, stepOrder } from '#language/sentences.ts'
import { useLedger, useNow } from '../offline/ledger.ts'
import '../consent/law-at-hand.ts'
import type { LawfulStep } from '../consent/reach.ts'
import { useLawfulStep } from '../consent/use-reach.ts'
import { Badge } from '../ui/badge.tsx'
import { Button, buttonClasses } from '../ui/button.tsx'
import { classes } from '../ui/classes.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { Icon } from '../ui/icon.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { ListRow } from '../ui/list-row.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Link } from '../ui/router.tsx'
import { Section } from '../ui/section.tsx'
import { ExpiringPart } from './expiring-part.tsx'
import { LetGoSheet } from './let-go-sheet.tsx'
import { MessagesPart } from './messages-part.tsx'
import { StepSheet } from './step-sheet.tsx'
import { rowMark, useRowKeys } from './use-row-keys.ts'
import { useStepChanges } from './use-step-changes.ts'

type Gesture = { readonly sort: 'move' | 'let-go'; readonly contact: Contact }

/** Suivis: who is waiting, by date, and the guarantee that nobody is forgotten (claim 4). */
export function FollowUpsScreen({ onLog }: { readonly onLog: (contact: Contact) => void }) {
  const ledger = useLedger()
  const { today } = useNow()
  const { language } = ledger.settings()
  const people = ledger.people()
  const waiting = useMemo(() => waitingOn(people, today), [people, today])
  const resting = useMemo(() => people.filter((contact) => isPresent(contact) && contact.letGo !== null), [people])
  const [gesture, setGesture] = useState<Gesture | null>(null)
  const { setStep, letGo } = useStepChanges(language, today)
  const lawful = useLawfulStep()
  const done = () => setGesture(null)
  const list = useRef<HTMLDivElement>(null)
  const about = (order: (contact: Contact) => void) => (contactId: string) => {
    const contact = ledger.contact(contactId)
    if (contact) order(contact)
  }
  useRowKeys(list, {
    log: about(onLog),
    move: about((contact) => setGesture({ sort: 'move', contact })),
    letGo: about((contact) => !contact.letGo && setGesture({ sort: 'let-go', contact })),
  })
  return (
    <div ref={list}>
      <WaitingList before={<MessagesPart />} after={<ExpiringPart />} {...{ waiting, resting, today, language, lawful, onLog, onGesture: setGesture }} />
      <StepSheet
        contact={gesture?.sort === 'move' ? gesture.contact : null}
        {...{ today, language }}
        calendar={ledger.calendar()}
        onClose={done}
        onChoose={(step) => {
          if (gesture) setStep(gesture.contact, step)
          done()
        }}
      />
      <LetGoSheet
        contact={gesture?.sort === 'let-go' ? gesture.contact : null}
        language={language}
        onClose={done}
        onChoose={(reason) => {
          if (gesture) letGo(gesture.contact, reason)
          done()
        }}
      />
    </div>
  )
}

type ListProps = {
  readonly waiting: Waiting
  readonly resting: readonly Contact[]
  readonly today: Day
  readonly language: Language
  /** A step as the law lets it be said. */
  readonly lawful: LawfulStep
  readonly onLog: (contact: Contact) => void
  readonly onGesture: (gesture: Gesture) => void
}

/** The parts of the list, each shown a page at a time. */
export function WaitingList({
  before,
  after,
  waiting,
  resting,
  today,
  language,
  lawful,
  onLog,
  onGesture,
}: ListProps & { readonly before?: ReactNode; readonly after?: ReactNode }) {
  const { t } = useLingui()
  const part = { today, language, lawful, onLog, onGesture }
  const open = waiting.late.length + waiting.today.length + waiting.thisWeek.length + waiting.later.length
  return (
    <>
      <PageHeader title={t`Suivis`} below={<Guarantee forgotten={waiting.forgotten.length} open={open} />} />
      {open > 0 && <OneByOne />}
      {open === 0 && (
        <EmptyState
          icon={CalendarClock}
          title={t`Personne n’attend`}
          text={t`Ajoutez une personne ou notez un échange : le prochain pas se placera ici, à sa date.`}
        />
      )}
      {before}
      <Part title={t`En retard`} people={waiting.late} {...part} />
      <Part title={t`Aujourd’hui`} people={waiting.today} {...part} />
      {after}
      <Part title={t`Cette semaine`} people={waiting.thisWeek} {...part} />
      <Part title={t`Plus tard`} people={waiting.later} {...part} />
      <Part title={t`Lâcher prise`} people={resting} {...part} />
    </>
  )
}

function Guarantee({ forgotten, open }: { readonly forgotten: number; readonly open: number }) {
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <Badge tone="spruce" icon={ShieldCheck}>
        <Plural value={forgotten} _0="0 personne sans suite" one="# personne sans suite" other="# personnes sans suite" />
      </Badge>
      <Plural value={open} _0="Personne en suivi" one="# personne en suivi" other="# personnes en suivi" />
    </span>
  )
}

function OneByOne() {
  return (
    <Link to="/file" className={classes(buttonClasses({ size: 'small' }), 'w-full wide:w-auto')}>
      <Icon of={GalleryHorizontalEnd} size={20} />
      <Trans>L’une après l’autre</Trans>
    </Link>
  )
}

const pageLength = 50

function Part({
  title,
  people,
  today,
  language,
  lawful,
  onLog,
  onGesture,
}: Omit<ListProps, 'waiting' | 'resting'> & { readonly title: string; readonly people: readonly Contact[] }) {
  const [shown, setShown] = useState(pageLength)
  if (people.length === 0) return null
  return (
    <Section title={title} action={<span className="tabular text-soft">{people.length}</span>}>
      <ul>
        {people.slice(0, shown).map((contact) => (
          <Waiter key={contact.id} {...{ contact, today, language, lawful, onLog, onGesture }} />
        ))}
      </ul>
      {people.length > shown && (
        <Button variant="quiet" wide onClick={() => setShown(shown + pageLength)}>
          <Trans>Voir la suite ({people.length - shown})</Trans>
        </Button>
      )}
    </Section>
  )
}

function Waiter({ contact, today, language, lawful, onLog, onGesture }: Omit<ListProps, 'waiting' | 'resting'> & { readonly contact: Contact }) {
  const { t } = useLingui()
  const move = () => onGesture({ sort: 'move', contact })
  return (
    <ListRow
      title={contact.name}
      actionsBelow
      swipe={{
        right: { label: t`Noter`, icon: Check, act: () => onLog(contact) },
        left: { label: contact.letGo ? t`Reprendre` : t`Déplacer`, icon: CalendarClock, act: move },
      }}
      text={lineOf({ ...contact, nextStep: contact.nextStep && lawful(contact, contact.nextStep) }, today, language)}
      link={({ className, children }) => (
        <Link to="/personnes/$contactId" params={{ contactId: contact.id }} className={className} {...rowMark(contact.id)}>
          {children}
        </Link>
      )}
      actions={
        <>
          <IconButton icon={Check} label={t`Noter un échange avec ${contact.name}`} onClick={() => onLog(contact)} />
          <IconButton
            icon={CalendarClock}
            label={contact.letGo ? t`Reprendre ${contact.name} dans les suivis` : t`Déplacer le suivi de ${contact.name}`}
            onClick={move}
          />
          {!contact.letGo && <IconButton icon={Leaf} label={t`Lâcher prise pour ${contact.name}`} onClick={() => onGesture({ sort: 'let-go', contact })} />}
        </>
      }
    />
  )
}

// What is to be done and when; then the note of the step, else the last words.
const lineOf = ({ nextStep, letGo, lastWords, city }: Contact, today: Day, language: Language): string => {
  if (letGo) return letGoName(letGo.reason, language)
  if (!nextStep) return ''
  const far = nextStep.due !== today
  const when =
    nextStep.due < today
      ? `${stepOrder(nextStep, language)}, ${formatDay(nextStep.due, language, 'short', today)} (${formatDistance(nextStep.due, today, language)})`
      : nextStepSentence(nextStep, language, today)
  const about = nextStep.note || (lastWords && (language === 'fr' ? `«\u00A0${lastWords}\u00A0»` : `“${lastWords}”`)) || city
  return far || about ? [when, about].filter(Boolean).join(' · ') : when
}
