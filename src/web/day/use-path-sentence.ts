import { useLingui } from '@lingui/react/macro'
import { doneSentence, headline } from '#language/day.ts'
import { useLanguage } from '../activity/use-language.ts'
import type { TodayView } from './today-view.ts'

/** The path of the day in one sentence, for those who hear it. */
export const usePathSentence = ({ main, path, lead }: TodayView): string => {
  const { t } = useLingui()
  const language = useLanguage()
  if (main === null || lead === 'free' || lead === 'no-goal') return t`Ce qui est fait aujourd’hui`
  return `${headline(path, main.goal, language)} ${doneSentence(path, main.goal, language)}`
}
