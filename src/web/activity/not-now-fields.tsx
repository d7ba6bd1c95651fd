import { Trans, useLingui } from '@lingui/react/macro'
import type { NotNowReason } from '#method/activity/activity.ts'
import type { NotNowChange } from '#method/contact/contact.ts'
import { notNowName } from '#language/sentences.ts'
import { Button } from '../ui/button.tsx'
import { Chip } from '../ui/chip.tsx'
import { TextField } from '../ui/text-field.tsx'
import { notNowChoices } from './log.ts'
import { useLanguage } from './use-language.ts'

type Props = {
  readonly reason: NotNowReason
  readonly onReason: (reason: NotNowReason) => void
  readonly note: string
  readonly onNote: (note: string) => void
  /** What would change it that Entrain can watch for; `null`: the date alone. */
  readonly change: NotNowChange | null
  readonly onChange: (change: NotNowChange | null) => void
  readonly onKeep: () => void
}

const changeOf = (type: 'date' | 'event-near' | 'offer'): NotNowChange => (type === 'offer' ? { type, offerId: null } : { type })

/** Why not now, and what would change it (claim 6). The date is the next step's. */
export function NotNowFields({ reason, onReason, note, onNote, change, onChange, onKeep }: Props) {
  const { t } = useLingui()
  const language = useLanguage()
  const watched = [
    { type: 'date', label: t`Une date` },
    { type: 'event-near', label: t`Un événement près d’elle` },
    { type: 'offer', label: t`Une nouvelle offre` },
  ] as const
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
      <div role="group" aria-label={t`Ce qui changerait sa réponse`}>
        <p className="mb-2 font-semibold">
          <Trans>Qu’est-ce qui changerait sa réponse?</Trans>
        </p>
        <div className="flex flex-wrap gap-2">
          {watched.map(({ type, label }) => (
            <Chip
              key={label}
              pressed={change?.type === type}
              className="whitespace-normal"
              onClick={() => onChange(change?.type === type ? null : changeOf(type))}
            >
              {label}
            </Chip>
          ))}
        </div>
      </div>
      <TextField label={t`En ses mots`} value={note} onValue={onNote} maxLength={10_000} autoComplete="off" />
      <Button type="submit" variant="next" size="large" wide>{t`Noter « Pas maintenant »`}</Button>
    </form>
  )
}
