import { useLingui } from '@lingui/react/macro'
import type { Day } from '#method/calendar/day.ts'
import { defaultKinds, isBuiltIn } from '#method/activity/kind.ts'
import { kindOfChannel } from '#method/next/channels-now.ts'
import type { Suggestion } from '#method/next/rank.ts'
import { reasonSentence } from '#language/reasons.ts'
import { useLanguage } from '../activity/use-language.ts'
import { ListRow } from '../ui/list-row.tsx'
import { Section } from '../ui/section.tsx'

type Props = { readonly suggestions: readonly Suggestion[]; readonly today: Day; readonly zone: string; readonly onPick: (place: number) => void }

/** Who comes after, each with her reason; a press brings her to the card without changing the order. */
export function NextList({ suggestions, today, zone, onPick }: Props) {
  const { t } = useLingui()
  const language = useLanguage()
  const orders = { phone: t`appeler`, email: t`écrire un courriel`, sms: t`texter`, message: t`texter` }
  return (
    <Section title={t`Ensuite`}>
      <ul>
        {suggestions.map(({ contact, channels: [channel], reasons: [reason] }, index) => {
          const kind = channel && kindOfChannel[channel]
          const hue = kind && isBuiltIn(kind) ? defaultKinds[kind].hue : 'slate'
          return (
            <ListRow
              key={contact.id}
              title={contact.name}
              hue={hue}
              end={channel ? orders[channel] : ''}
              text={reasonSentence(reason, language, { today, zone })}
              link={({ className, children }) => (
                <button type="button" className={`${className} text-left`} onClick={() => onPick(index + 1)}>
                  {children}
                </button>
              )}
            />
          )
        })}
      </ul>
    </Section>
  )
}
