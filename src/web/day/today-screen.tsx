import { Trans, useLingui } from '@lingui/react/macro'
import { CalendarClock } from 'lucide-react'
import { Fragment, useMemo, useState } from 'react'
import { waitingOn } from '#method/follow-up/waiting.ts'
import { formatDay } from '#language/format.ts'
import { capital } from '#language/language.ts'
import { kindName } from '#language/sentences.ts'
import { kindIcon } from '../activity/kind-look.ts'
import { quickKinds } from '../activity/quick-kinds.ts'
import { useLanguage } from '../activity/use-language.ts'
import { useTouch } from '../activity/use-touch.ts'
import { useLawfulStep } from '../consent/use-reach.ts'
import { useStepChanges } from '../follow-up/use-step-changes.ts'
import { useSuggestions } from '../next/use-suggestions.ts'
import { useLedger, useNow } from '../offline/ledger.ts'
import { useSettledVersion } from '../offline/use-settled-version.ts'
import { Button } from '../ui/button.tsx'
import { KindTile, KindTiles } from '../ui/kind-tile.tsx'
import { useNavigate } from '../ui/router.tsx'
import { useToast } from '../ui/toast.tsx'
import {
  ActivityView,
  DayHarvest,
  EmptyToday,
  GoalLines,
  GoalOfferCard,
  LighterDayCard,
  LogSheet,
  NextCard,
  NextList,
  QuickLog,
  RegularityCard,
  ReviewCard,
  WaitingEnquiries,
  ChallengeLines,
  SaleSheet,
  StepSheet,
} from './brought-later.ts'
import { EveningPart, MorningPart } from './day-ends.tsx'
import { DayPath } from './day-path.tsx'
import { Hero } from './hero.tsx'
import { todayView } from './today-view.ts'
import { usePace } from './use-pace.ts'
import { usePathSentence } from './use-path-sentence.ts'

// Enough to look ahead; the whole list lives in Suivis.
const ahead = 12

/** Aujourd'hui: what is left, the next person with why and how, the harvest folded (claim 3). */
export function TodayScreen() {
  const { t } = useLingui()
  const ledger = useLedger()
  const { zone, today } = useNow()
  const language = useLanguage()
  const navigate = useNavigate()
  const { show } = useToast()
  const steps = useStepChanges(language, today)
  const touch = useTouch()
  const [lookedAt, setLookedAt] = useState<string | null>(null)
  const [later, setLater] = useState<string | null>(null)
  const [quick, setQuick] = useState<string | null>(null)
  const [opened, setOpened] = useState<string | null>(null)
  const [selling, setSelling] = useState(false)
  const [goesOn, setGoesOn] = useState(false)
  const { version, status } = ledger

  const view = useMemo(() => todayView(ledger, today), [version, today])
  const ranking = useSuggestions(ahead)
  const suggestions = ranking ?? []
  const sentence = usePathSentence(view)
  const main = view.main
  const pace = usePace(view.lead === 'free' ? null : main)

  const place = Math.max(
    0,
    suggestions.findIndex(({ contact }) => contact.id === lookedAt),
  )
  const current = suggestions[place]
  const nameOf = (contactId: string | null) => (contactId ? (ledger.contact(contactId)?.name ?? '') : '')
  const kinds = ledger.kinds()
  const settled = useSettledVersion()
  const hasPeople = useMemo(() => ledger.people().length > 0, [settled, status])
  const isWon = view.lead === 'won'

  const onCopy = (value: string) => {
    void navigator.clipboard.writeText(value).then(
      () => show({ text: t`Copié : ${value}` }),
      () => show({ text: t`Le navigateur n’a pas permis la copie.` }),
    )
  }
  const lawful = useLawfulStep()
  // The next person whose step is due; Suivis when nobody's is.
  const followUp = () => {
    const { late, today: due } = waitingOn(ledger.people(), today)
    const [next] = [...suggestions.map(({ contact }) => contact).filter(({ nextStep }) => nextStep && nextStep.due <= today), ...late, ...due]
    if (next) touch.note(next.id, (next.nextStep && lawful(next, next.nextStep).kind) ?? 'phone')
    else navigate({ to: '/suivis' })
  }
  const see = (contactId: string) => {
    navigate({ to: '/personnes/$contactId', params: { contactId } })
  }

  const card = current && (
    <NextCard
      suggestion={current}
      place={place}
      count={suggestions.length}
      today={today}
      zone={zone}
      onChannel={(kind) => touch.touch(current.contact.id, kind)}
      onCopy={onCopy}
      onSee={() => see(current.contact.id)}
      onLater={() => setLater(current.contact.id)}
      withQueue
      onPlace={(next) => setLookedAt(suggestions[next]?.contact.id ?? null)}
    />
  )
  const following = suggestions.slice(place + 1)
  const laterContact = later ? (ledger.contact(later) ?? null) : null

  return (
    <div className="grid gap-6 pt-[max(1.25rem,env(safe-area-inset-top,0px))] wide:grid-cols-[minmax(0,1.45fr)_minmax(20rem,1fr)] wide:gap-x-12">
      <div className="grid min-w-0 content-start gap-6">
        <p className="min-h-6 font-semibold">
          <time dateTime={today}>{capital(formatDay(today, language, 'weekday'))}</time>
        </p>
        <WaitingEnquiries hasAny={ledger.all('enquiry').size > 0} onTouch={touch.touch} onSee={see} />
        <Hero
          {...{ view, pace }}
          onSetGoal={() => {
            navigate({ to: '/reglages/objectif' })
          }}
        />
        {(view.path.dots.length > 0 || view.path.target > 0) && (
          <DayPath
            dots={view.path.dots}
            total={view.path.target}
            sentence={sentence}
            kindOf={(id) => kinds.find((kind) => kind.id === id) ?? ledger.all('kind').get(id)}
            {...{ nameOf, zone }}
            onOpen={setOpened}
          />
        )}
        {hasPeople && view.lead !== 'free' && <MorningPart />}
        {view.lead !== 'free' && !isWon && <LighterDayCard />}
        <GoalOfferCard />
        <ReviewCard />
        <GoalLines standings={view.others} />
        <ChallengeLines hasAny={ledger.all('challenge').size > 0} />
        {isWon && <RegularityCard />}
        <div className="hidden wide:block">
          {following.length > 0 && (
            <NextList suggestions={following.slice(0, 6)} {...{ today, zone }} onPick={(index) => setLookedAt(following[index - 1]?.contact.id ?? null)} />
          )}
        </div>
      </div>
      <div className="grid min-w-0 content-start gap-6">
        {!hasPeople && status === 'ready' && (
          <EmptyToday
            onImport={() => {
              navigate({ to: '/personnes/importer' })
            }}
          />
        )}
        {(status !== 'ready' || (hasPeople && (!ranking || card))) && (
          // Her card comes beside the counter: its place is kept, so that nothing jumps under a thumb.
          <div className={isWon && !goesOn ? 'wide:min-h-104' : 'min-h-104'}>
            {isWon && !goesOn ? (
              <>
                <div className="hidden wide:block">{card}</div>
                {card && <Button variant="quiet" wide className="wide:hidden" onClick={() => setGoesOn(true)}>{t`Continuer, sans nouvelle cible`}</Button>}
              </>
            ) : (
              card
            )}
          </div>
        )}
        {hasPeople && ranking && !card && (
          <p className="text-soft">
            <Trans>Personne n’attend de nouvelles aujourd’hui. Vous pouvez noter ce que vous faites avec n’importe qui.</Trans>
          </p>
        )}
        <KindTiles label={t`Noter une activité`}>
          {quickKinds(kinds).map((kind, rank) => (
            <Fragment key={kind.id}>
              {rank === 2 && <KindTile icon={CalendarClock} hue="slate" label={t`Suivi`} onPress={followUp} />}
              <KindTile icon={kindIcon(kind.icon)} hue={kind.hue} label={kindName(kind, language)} onPress={() => setQuick(kind.id)} />
            </Fragment>
          ))}
        </KindTiles>
        <DayHarvest
          nameOf={nameOf}
          open={isWon}
          onSee={() => {
            navigate({ to: '/recolte' })
          }}
          onAdd={() => setSelling(true)}
        />
        {!isWon && <RegularityCard />}
        {(hasPeople || view.path.done > 0) && (view.lead !== 'free' || view.path.done > 0) && (
          <EveningPart isWon={isWon} sentence={sentence} candidates={suggestions.map(({ contact }) => contact)} />
        )}
      </div>
      <LogSheet request={touch.request} onClose={touch.close} onLogged={() => setLookedAt(null)} />
      <QuickLog open={quick !== null} onClose={() => setQuick(null)} initialKind={quick ?? undefined} />
      <StepSheet
        contact={laterContact}
        {...{ today, language }}
        calendar={ledger.calendar()}
        onClose={() => setLater(null)}
        onChoose={(step) => {
          setLater(null)
          if (laterContact) steps.setStep(laterContact, step)
        }}
      />
      <ActivityView activityId={opened} onClose={() => setOpened(null)} />
      <SaleSheet open={selling} onClose={() => setSelling(false)} />
    </div>
  )
}
