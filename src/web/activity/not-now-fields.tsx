import { useLingui } from '@lingui/react/macro'
import type { ComponentProps } from 'react'
import type { NotNowReason } from '#method/activity/activity.ts'
import { notNowName } from '#language/sentences.ts'
import { Button } from '../ui/button.tsx'
import { Chip } from '../ui/chip.tsx'
import { TextField } from '../ui/text-field.tsx'
import { ConditionField } from './condition-field.tsx'
import { notNowChoices } from './log.ts'
import { useLanguage } from './use-language.ts'

type Props = ComponentProps<typeof ConditionField> & {
  readonly reason: NotNowReason
  readonly onReason: (reason: NotNowReason) => void
  readonly note: string
  readonly onNote: (note: string) => void
  readonly noteLength?: number | undefined
  /** What the button that keeps it says. */
  readonly keepLabel: string
  readonly onKeep: () => void
}

/** Why not now, and what would change it (claim 6). */
export function NotNowFields({ reason, onReason, note, onNote, noteLength = 10_000, keepLabel, onKeep, ...condition }: Props) {
  const { t } = useLingui()
  const language = useLanguage()
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        onKeep()
      }}
    >
      <div role="group" aria-label={t`Pourquoi pas maintenant`} className="flex flex-wrap gap-2">
        {notNowChoices.map((each) => (
          <Chip key={each} pressed={each === reason} className="whitespace-normal" onClick={() => onReason(each)}>
            {notNowName(each, language)}
          </Chip>
        ))}
      </div>
      <ConditionField {...condition} />
      <TextField label={t`En ses mots`} value={note} onValue={onNote} maxLength={noteLength} autoComplete="off" />
      <Button type="submit" variant="next" size="large" wide>
        {keepLabel}
      </Button>
    </form>
  )
}
