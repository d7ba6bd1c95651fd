import { Trans, useLingui } from '@lingui/react/macro'
import { Moon } from 'lucide-react'
import { useId, useState } from 'react'
import { asInstant, timeOf, type Day } from '#method/calendar/day.ts'
import type { Contact } from '#method/contact/contact.ts'
import { formatTime } from '#language/format.ts'
import { useLanguage } from '../activity/use-language.ts'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { Chip } from '../ui/chip.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { LevelField } from './level-field.tsx'
import { useDayPage } from './use-day-page.ts'

type Props = {
  readonly today: Day
  readonly zone: string
  /** What the day came to, in one sentence. */
  readonly sentence: string
  /** Who could come first tomorrow, best first. */
  readonly candidates: readonly Contact[]
}

const mostFirsts = 3

/** The evening, in twenty seconds: what the day came to, a line, tomorrow's first three (claim 7). */
export function EveningCard({ today, zone, sentence, candidates }: Props) {
  const { t } = useLingui()
  const language = useLanguage()
  const id = useId()
  const { page, put } = useDayPage(today)
  const [isOpen, setIsOpen] = useState(false)
  const [line, setLine] = useState(page.line)
  const chosen = page.tomorrow
  const shown = [...candidates.slice(0, 6), ...candidates.filter((contact) => chosen.includes(contact.id) && candidates.indexOf(contact) >= 6)]
  const toggle = (contactId: string) =>
    put({ tomorrow: chosen.includes(contactId) ? chosen.filter((one) => one !== contactId) : [...chosen, contactId].slice(-mostFirsts) })
  const keepLine = () => {
    if (line.trim() !== page.line) put({ line: line.trim() })
  }
  if (page.closedAt !== null && !isOpen) {
    const hour = formatTime(timeOf(page.closedAt, zone), language)
    return (
      <div className="flex flex-wrap items-center gap-x-3 text-[0.9375rem] text-soft">
        <span>{t`Journée fermée à ${hour}.`}</span>
        <button type="button" className="min-h-11 font-semibold text-ink" onClick={() => setIsOpen(true)}>{t`Y revenir`}</button>
      </div>
    )
  }
  if (!isOpen) return <Button icon={Moon} wide onClick={() => setIsOpen(true)}>{t`Fermer la journée`}</Button>
  return (
    <Card aria-labelledby={id}>
      <h2 id={id} className="text-[1.375rem]">
        <Trans>Fermer la journée</Trans>
      </h2>
      <p className="mt-1 mb-4">{sentence}</p>
      <div className="grid gap-4">
        <LevelField label={t`Votre confiance ce soir`} low={t`basse`} high={t`haute`} value={page.confidence} onValue={(confidence) => put({ confidence })} />
        <TextArea label={t`Une ligne, pour vous`} rows={2} maxLength={4000} value={line} onValue={setLine} onBlur={keepLine} />
        {shown.length > 0 && (
          <fieldset className="min-w-0">
            <legend className="mb-1.5 font-semibold">
              <Trans>Vos trois premières personnes, la prochaine fois</Trans>
            </legend>
            <div className="flex flex-wrap gap-2">
              {shown.map((contact) => (
                <Chip key={contact.id} pressed={chosen.includes(contact.id)} onClick={() => toggle(contact.id)} className="max-w-full">
                  <span className="truncate">{contact.name}</span>
                </Chip>
              ))}
            </div>
          </fieldset>
        )}
        <Button
          variant="solid"
          wide
          onClick={() => {
            put({ line: line.trim(), closedAt: page.closedAt ?? asInstant(Date.now()) })
            setIsOpen(false)
          }}
        >{t`C’est fermé. Bonne soirée`}</Button>
      </div>
    </Card>
  )
}
