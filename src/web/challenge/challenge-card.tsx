import { Trans, useLingui } from '@lingui/react/macro'
import { useId } from 'react'
import { addDays, asInstant } from '#method/calendar/day.ts'
import { resumed, type Challenge } from '#method/challenge/challenge.ts'
import { challengeDates, challengeSentence, challengeState, isBeforeFirstDay, itemSentence } from '#language/challenge.ts'
import { formatDay, formatNumber, formatPercent } from '#language/format.ts'
import { useLanguage } from '../activity/use-language.ts'
import { useLedger, useNow } from '../offline/ledger.ts'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { ProgressBar } from '../ui/progress-bar.tsx'
import type { Standing } from './use-challenges.ts'

type Props = Standing & { readonly onChange: (challenge: Omit<Challenge, 'memberId'>) => void; readonly onKeep: (challenge: Challenge) => void }

/** One challenge: how far, by which lines, and what can be done with it. A pause or an early end loses nothing. */
export function ChallengeCard({ challenge, progress, onChange, onKeep }: Props) {
  const { t } = useLingui()
  const language = useLanguage()
  const { today } = useNow()
  const id = useId()
  const kinds = useLedger().kinds()
  const { state } = progress
  // A day off asks for nothing.
  const asksToday = state === 'running' && progress.days.untilEnded.includes(today)
  const isLate = challenge.joinedOn !== null && challenge.joinedOn > challenge.from
  const joined = isLate ? formatDay(challenge.joinedOn, language, 'short', today) : null
  const { memberId: _memberId, ...own } = challenge
  const isOpen = state === 'running' || state === 'paused' || state === 'to-come'
  const paused = challenge.pauses.find(({ to }) => to === null)
  const pause = () => onChange({ ...own, pauses: [...challenge.pauses, { from: today, to: null }] })
  const resume = () => onChange({ ...own, pauses: resumed(challenge.pauses, addDays(today, -1)) })
  return (
    <Card aria-labelledby={id}>
      <div className="flex items-baseline justify-between gap-3">
        <h2 id={id} className="text-[1.375rem] wrap-anywhere">
          {challenge.title}
        </h2>
        <span className="shrink-0 text-[0.9375rem] font-semibold text-spruce">{challengeState(state, language)}</span>
      </div>
      <p className="mt-1 text-[0.9375rem] text-soft">{challengeDates(challenge, language)}</p>
      {joined !== null && (
        <p className="text-[0.9375rem] text-soft">{t`Vous y êtes depuis le ${joined} : la cible est à la mesure des jours qui restaient.`}</p>
      )}
      <p className="tabular mt-3 mb-1.5">{challengeSentence(progress, language, today)}</p>
      {state === 'running' && isBeforeFirstDay(progress) && (
        <p className="mb-1.5 text-[0.9375rem] text-soft">
          <Trans>Ce que vous faites d’ici là compte.</Trans>
        </p>
      )}
      <ProgressBar label={challenge.title} value={Math.round(progress.share * 100)} max={100} sentence={formatPercent(progress.share, language)} />
      <ul className="mt-3 grid gap-1 text-[0.9375rem]">
        {progress.items.map(({ item, target, done, doneToday, perDay }, place) => (
          <li key={place} className="flex justify-between gap-3">
            <span className="min-w-0 [overflow-wrap:anywhere]">{itemSentence(item, target, language, kinds)}</span>
            <span className="tabular text-soft">
              {asksToday
                ? t`aujourd’hui ${formatNumber(doneToday, language)} sur ${formatNumber(perDay, language)}`
                : state === 'running'
                  ? t`aujourd’hui ${formatNumber(doneToday, language)}`
                  : formatNumber(done, language)}
            </span>
          </li>
        ))}
      </ul>
      {challenge.stakes !== '' && <p className="mt-3 border-l-3 border-line pl-3 text-[0.9375rem] text-soft">{challenge.stakes}</p>}
      <div className="mt-4 flex flex-wrap gap-2">
        {state === 'won' && (
          <Button variant="solid" size="small" onClick={() => onKeep(challenge)}>
            <Trans>Garder le certificat</Trans>
          </Button>
        )}
        {isOpen && (
          <Button size="small" onClick={paused ? resume : pause}>
            {paused ? <Trans>Reprendre</Trans> : <Trans>Mettre en pause</Trans>}
          </Button>
        )}
        {isOpen && (
          <Button size="small" variant="quiet" onClick={() => onChange({ ...own, endedAt: asInstant(Date.now()) })}>
            <Trans>Terminer maintenant</Trans>
          </Button>
        )}
        {state === 'ended' && (
          <Button size="small" variant="quiet" onClick={() => onChange({ ...own, endedAt: null })}>
            <Trans>Le reprendre</Trans>
          </Button>
        )}
      </div>
    </Card>
  )
}
