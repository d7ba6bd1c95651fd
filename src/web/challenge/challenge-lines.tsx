import { challengeSentence } from '#language/challenge.ts'
import { useLanguage } from '../activity/use-language.ts'
import { useNow } from '../offline/ledger.ts'
import { Link } from '../ui/router.tsx'
import { useChallenges } from './use-challenges.ts'

type Props = {
  /** Whether there is any challenge at all: without one, nothing of this is brought. */
  readonly hasAny: boolean
}

/** The challenges under way beside the day, one line each. */
export function ChallengeLines(_props: Props) {
  const language = useLanguage()
  const { today } = useNow()
  const running = useChallenges().filter(({ progress }) => progress.state === 'running')
  if (running.length === 0) return null
  return (
    <ul className="grid gap-1 text-[0.9375rem]">
      {running.map(({ challenge, progress }) => (
        <li key={challenge.id}>
          <Link to="/defis" className="flex min-h-11 items-center justify-between gap-3 text-soft hover:text-ink">
            <span className="min-w-0 truncate font-semibold">{challenge.title}</span>
            <span className="tabular shrink-0">{challengeSentence(progress, language, today)}</span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
