import { Trans, useLingui } from '@lingui/react/macro'
import { isWritableDay, type Day } from '#method/calendar/day.ts'
import type { NotNowChange } from '#method/contact/contact.ts'
import type { Offer } from '#method/sale/sale.ts'
import { DayField } from '../calendar/day-field.tsx'
import { Chip } from '../ui/chip.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { TextField } from '../ui/text-field.tsx'

type Props = {
  /** What would change her answer; `null`: nothing was said. */
  readonly change: NotNowChange | null
  readonly onChange: (change: NotNowChange | null) => void
  /** The day to take it up again; hers once « Une date » is pressed. */
  readonly date: Day | ''
  readonly onDate: (day: Day) => void
  readonly offers: readonly Offer[]
  readonly today: Day
}

const blankOf = (type: NotNowChange['type']): NotNowChange => (type === 'offer' ? { type, offerId: null } : type === 'words' ? { type, words: '' } : { type })

/** What is kept of a condition: words that were never written are none. */
export const toldChange = (change: NotNowChange | null): NotNowChange | null =>
  change?.type !== 'words' ? change : change.words.trim() === '' ? null : { type: 'words', words: change.words.trim() }

/** What would turn "not now" into a yes: a date, an event near her, an offer, or another condition in words (claim 6). */
export function ConditionField({ change, onChange, date, onDate, offers, today }: Props) {
  const { t } = useLingui()
  const choices: readonly { readonly type: NotNowChange['type']; readonly label: string }[] = [
    { type: 'date', label: t`Une date` },
    { type: 'event-near', label: t`Un événement près d’elle` },
    { type: 'offer', label: t`Une offre` },
    { type: 'words', label: t`Autre condition` },
  ]
  const named = change?.type === 'offer' ? change.offerId : null
  const shown = offers.filter(({ id, archived }) => !archived || id === named)
  return (
    <div className="grid gap-3">
      <div role="group" aria-label={t`Ce qui changerait sa réponse`}>
        <p className="mb-2 font-semibold">
          <Trans>Qu’est-ce qui changerait sa réponse?</Trans>
        </p>
        <div className="flex flex-wrap gap-2">
          {choices.map(({ type, label }) => (
            <Chip
              key={type}
              pressed={change?.type === type}
              className="whitespace-normal"
              onClick={() => onChange(change?.type === type ? null : blankOf(type))}
            >
              {label}
            </Chip>
          ))}
        </div>
      </div>
      {change?.type === 'date' && <DayField label={t`En reparler le`} value={date} min={today} onValue={(day) => isWritableDay(day) && onDate(day)} required />}
      {change?.type === 'offer' && (
        <SelectField
          label={t`Quelle offre?`}
          value={change.offerId ?? ''}
          onValue={(offerId) => onChange({ type: 'offer', offerId: offerId || null })}
          choices={[{ value: '', label: t`Une nouvelle, quelle qu’elle soit` }, ...shown.map(({ id, name }) => ({ value: id, label: name }))]}
        />
      )}
      {change?.type === 'words' && (
        <TextField
          label={t`Quelle condition?`}
          value={change.words}
          onValue={(words) => onChange({ type: 'words', words })}
          maxLength={1000}
          autoComplete="off"
        />
      )}
    </div>
  )
}
