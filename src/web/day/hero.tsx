import { Trans, useLingui } from '@lingui/react/macro'
import { amountSentence, doneSentence, goalSentence, headline } from '#language/day.ts'
import { formatNumber } from '#language/format.ts'
import { holidayName } from '#language/sentences.ts'
import { useLanguage } from '../activity/use-language.ts'
import { BigNumber } from '../ui/big-number.tsx'
import { Button } from '../ui/button.tsx'
import type { TodayView } from './today-view.ts'

type Props = { readonly view: TodayView; readonly pace: string; readonly onSetGoal: () => void }

/** What the day says at a glance: what is done below half, what is left from half on, the joy once won (claim 3). */
export function Hero({ view, pace, onSetGoal }: Props) {
  const { t } = useLingui()
  const language = useLanguage()
  const { main, lead, path } = view
  const done = formatNumber(path.done, language)
  if (lead === 'free') {
    return (
      <div>
        {path.done > 0 ? (
          <BigNumber number={done} headline={t`Déjà ${done} aujourd’hui`} below={<FreeSentence view={view} />} />
        ) : (
          <>
            <h1 className="text-[1.8125rem] wide:text-[2.5rem]">
              <Trans>Jour de repos</Trans>
            </h1>
            <p className="mt-1.5 text-soft">
              <FreeSentence view={view} />
            </p>
          </>
        )}
      </div>
    )
  }
  if (lead === 'no-goal' || main === null) {
    return (
      <div className="grid justify-items-start gap-4">
        <BigNumber
          number={done}
          headline={path.done === 0 ? t`Une belle journée à commencer` : t`Déjà ${done} aujourd’hui`}
          below={t`Aucun objectif pour le moment. Tout ce que vous faites compte.`}
        />
        <Button onClick={onSetGoal}>{t`Choisir un objectif`}</Button>
      </div>
    )
  }
  if (lead === 'won') return <WonHero view={view} />
  const number = formatNumber(path.done === 0 ? path.target : lead === 'left' ? path.left : path.done, language)
  const sentence = path.done === 0 ? (main.goal.per === 'day' ? t`Une à la fois.` : goalSentence(main.goal, language)) : doneSentence(path, main.goal, language)
  return <BigNumber number={number} headline={headline(path, main.goal, language)} below={[sentence, pace].filter(Boolean).join(' ')} />
}

/** The quiet joy: the day is won by activity, whatever the sales. */
function WonHero({ view }: { readonly view: TodayView }) {
  const language = useLanguage()
  const { main, path } = view
  if (!main) return null
  const count = path.done
  return (
    <div className="motion-safe:animate-[ui-rise_200ms_ease-out]">
      <h1 className="max-w-72 text-[3.25rem] leading-[1.02]! text-spruce wide:max-w-none">{headline(path, main.goal, language)}</h1>
      <p className="mt-3 text-[1.125rem]">
        {amountSentence(main.goal, count, language)}
        {'. '}
        <Trans>Ce que vous contrôlez, vous l’avez fait.</Trans>
      </p>
    </div>
  )
}

function FreeSentence({ view }: { readonly view: TodayView }) {
  const { t } = useLingui()
  const language = useLanguage()
  const { free } = view
  if (!free) return null
  const why = free.because === 'holiday' ? holidayName(free.holiday, language) : ''
  if (free.because === 'holiday') return <>{t`Aujourd’hui : congé (${why}). Ce que vous faites compte quand même.`}</>
  if (free.because === 'vacation') return <>{t`Aujourd’hui : vacances. Ce que vous faites compte quand même.`}</>
  if (free.because === 'day-off') return <>{t`Aujourd’hui : congé. Ce que vous faites compte quand même.`}</>
  return <>{t`Vous ne travaillez pas ce jour-là d’habitude. Ce que vous faites compte quand même.`}</>
}
