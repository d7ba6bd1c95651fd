import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { counts, isConversation } from '#method/activity/activity.ts'
import { addDays, type Day } from '#method/calendar/day.ts'
import { isOpen, type Contact } from '#method/contact/contact.ts'
import { dailyGoalOn } from '#method/day/day-results.ts'
import type { Bilan } from '#method/evidence/bilan.ts'
import type { Settings } from '#method/ledger/settings.ts'
import { goalSentence } from '#language/day.ts'
import {
  conversationsSentence,
  daysWonSentence,
  emptyWeek,
  followUpsSentence,
  harvestSentence,
  noesCountSentence,
  peopleSentence,
  trySentence,
} from '#language/evidence.ts'
import { formatDay } from '#language/format.ts'
import { firstDayOfSpan } from '#language/period.ts'
import { nextStepSentence } from '#language/sentences.ts'
import { useLanguage } from '../activity/use-language.ts'
import { useLawfulStep } from '../consent/use-reach.ts'
import { ownActivities } from '../day/today-view.ts'
import { useLedger, useNow, type LedgerView } from '../offline/ledger.ts'
import { Button, buttonClasses } from '../ui/button.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { ProgressBar } from '../ui/progress-bar.tsx'
import { Link, useNavigate } from '../ui/router.tsx'
import { firstGoalDay } from './begun.ts'
import { MonthCalendar } from './path-calendar.tsx'
import { markReviewSeen, reviewedWeek } from './review-due.ts'
import { toTry } from './to-try.ts'
import { useBilan } from './use-bilan.ts'

const screens = ['done', 'came', 'warm', 'try', 'goal'] as const
const mostWarm = 5

/** The look back of the week: what she did, what came, who is warm, one thing to try, the goal. Each can be passed over. */
export function ReviewScreen() {
  const { t } = useLingui()
  const language = useLanguage()
  const ledger = useLedger()
  const { today } = useNow()
  const navigate = useNavigate()
  const [place, setPlace] = useState(0)
  const { weekStartsOn } = ledger.settings()
  const first = reviewedWeek(today, weekStartsOn)
  const last = addDays(first, 6)
  const week = useBilan('days', 'review', first, last)
  const log = useBilan('days', 'log', ledger.windowFrom)
  const title = useRef<HTMLHeadingElement>(null)
  const memberId = ledger.workspace?.memberId ?? ''
  useEffect(() => {
    if (place > 0) title.current?.focus()
  }, [place])
  const finish = () => {
    markReviewSeen(memberId, today, weekStartsOn)
    navigate({ to: '/' })
  }
  const screen = screens[place] ?? 'done'
  const titles = {
    done: t`Ce que vous avez fait`,
    came: t`Ce qui est venu`,
    warm: t`Qui est au chaud`,
    try: t`Une chose à essayer`,
    goal: t`Votre objectif`,
  } as const
  const isLast = place === screens.length - 1
  const step = place + 1
  const total = screens.length
  const [from, to] = [firstDayOfSpan(first, last, language), formatDay(last, language, 'short', today)]
  return (
    <div className="mx-auto grid max-w-xl gap-5 pb-10">
      <PageHeader
        title={t`Votre semaine`}
        below={t`Du ${from} au ${to}`}
        back={{ label: t`Retour à Aujourd’hui`, link: (link) => <Link to="/" {...link} /> }}
      />
      <ProgressBar label={t`Votre semaine`} value={step} max={total} sentence={t`Écran ${step} sur ${total}`} />
      {week && (
        <section aria-labelledby="review" className="grid min-h-[25rem] content-start gap-4 pt-3">
          <h2 id="review" ref={title} tabIndex={-1} className="text-[1.75rem] outline-none">
            {titles[screen]}
          </h2>
          {screen === 'done' && <Done bilan={week.bilan} weekStartsOn={weekStartsOn} begun={firstGoalDay(ledger.goals())} />}
          {screen === 'came' && <Came bilan={week.bilan} />}
          {screen === 'warm' && <Warm {...{ ledger, first, last, today }} />}
          {screen === 'try' && log && <p className="text-[1.1875rem]">{trySentence(toTry(log.bilan).name, toTry(log.bilan), language)}</p>}
          {screen === 'goal' && <Goal ledger={ledger} today={today} />}
        </section>
      )}
      <div className="grid gap-2">
        <Button variant="solid" size="large" wide onClick={isLast ? finish : () => setPlace(place + 1)}>
          {isLast ? t`Commencer la semaine` : t`Continuer`}
        </Button>
        {!isLast && (
          <Button variant="quiet" wide onClick={finish}>
            {t`Passer`}
          </Button>
        )}
      </div>
    </div>
  )
}

function Lines({ children }: { readonly children: ReactNode }) {
  return <div className="grid gap-2 text-[1.0625rem]">{children}</div>
}

type DoneProps = { readonly bilan: Bilan; readonly weekStartsOn: Settings['weekStartsOn']; readonly begun: Day | null }

function Done({ bilan: { days, activities, followUps, people, scope }, weekStartsOn, begun }: DoneProps) {
  const language = useLanguage()
  const isEmpty = activities.total === 0
  return (
    <>
      {days && <MonthCalendar results={days.results} today={scope.today} {...{ weekStartsOn, begun }} />}
      <Lines>
        {days && (days.counted > 0 || !isEmpty) && <p>{daysWonSentence(days, language)}</p>}
        {isEmpty ? (
          <p>{emptyWeek[language]}</p>
        ) : (
          <>
            <p>{peopleSentence(people, language)}</p>
            <p>{conversationsSentence(activities.conversations, language)}</p>
          </>
        )}
        {followUps && (followUps.n > 0 || !isEmpty) && <p>{followUpsSentence(followUps, language)}</p>}
      </Lines>
    </>
  )
}

function Came({ bilan: { harvest, noes } }: { readonly bilan: Bilan }) {
  const language = useLanguage()
  return (
    <Lines>
      {harvest.length === 0 ? (
        <p>
          <Trans>Pas de vente notée cette semaine-là. Ce qui est semé peut lever plus tard.</Trans>
        </p>
      ) : (
        <ul className="grid gap-1 rounded-card bg-wheat-bg px-5 py-4 text-wheat">
          {harvest.map((each) => (
            <li key={each.currency} className="tabular font-serif text-[1.375rem]">
              {harvestSentence(each, language)}
            </li>
          ))}
        </ul>
      )}
      {noes && noes.noes > 0 && <p className="text-soft">{noesCountSentence(noes, language)}</p>}
    </Lines>
  )
}

/** Those she spoke with that week and who are still open, the soonest step first. */
const warmOf = (ledger: LedgerView, first: Day, last: Day): readonly Contact[] => {
  const spoken = ownActivities(ledger, first, last).filter((activity) => counts(activity) && isConversation(activity))
  const ids = new Set(spoken.flatMap(({ contactIds }) => contactIds.map((id) => ledger.canonical(id))))
  const people = [...ids].flatMap((id) => ledger.contact(id) ?? []).filter(isOpen)
  return people.sort((a, b) => ((a.nextStep?.due ?? '9') < (b.nextStep?.due ?? '9') ? -1 : 1)).slice(0, mostWarm)
}

type WarmProps = { readonly ledger: LedgerView; readonly first: Day; readonly last: Day; readonly today: Day }

function Warm({ ledger, first, last, today }: WarmProps) {
  const language = useLanguage()
  const people = warmOf(ledger, first, last)
  const lawful = useLawfulStep()
  if (people.length === 0)
    return (
      <Lines>
        <p>
          <Trans>Personne encore. Une première conversation suffit.</Trans>
        </p>
      </Lines>
    )
  return (
    <ul className="divide-y divide-line">
      {people.map((contact) => (
        <li key={contact.id}>
          <Link to="/personnes/$contactId" params={{ contactId: contact.id }} className="grid min-h-14 content-center py-2">
            <span className="font-semibold">{contact.name}</span>
            {contact.nextStep && <span className="text-soft">{nextStepSentence(lawful(contact, contact.nextStep), language, today, ledger.kinds())}</span>}
          </Link>
        </li>
      ))}
    </ul>
  )
}

function Goal({ ledger, today }: { readonly ledger: LedgerView; readonly today: Day }) {
  const { t } = useLingui()
  const language = useLanguage()
  const goal = dailyGoalOn(ledger.goals(), today)
  return (
    <Lines>
      <p>{goal ? goalSentence(goal, language) : t`Aucun objectif quotidien pour le moment.`}</p>
      <p className="text-soft">
        <Trans>Un objectif se change quand on veut; il ne change jamais les jours déjà faits.</Trans>
      </p>
      <p>
        <Link to="/reglages/objectif" className={buttonClasses({ size: 'small' })}>
          {t`Changer l’objectif`}
        </Link>
      </p>
    </Lines>
  )
}
