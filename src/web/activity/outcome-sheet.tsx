import { useLingui } from '@lingui/react/macro'
import { asInstant, timeOf } from '#method/calendar/day.ts'
import { formatMinutes, formatTime } from '#language/format.ts'
import { kindName } from '#language/sentences.ts'
import { Sheet } from '../ui/sheet.tsx'
import { minutesBetween } from './log.ts'
import { OutcomeForm, type OutcomeAsked } from './outcome-form.tsx'
import { useLanguage } from './use-language.ts'

type Props = OutcomeAsked & { readonly open: boolean; readonly onClose: () => void }

/** Coming back from a call: one tap logs it, with the next step already proposed (claim 3). */
export function OutcomeSheet(props: Props) {
  const { open, onClose, subject, kind, startedAt, now, zone } = props
  const { t } = useLingui()
  const language = useLanguage()
  const named = kindName(kind, language)
  const minutes = startedAt && kind.id === 'phone' ? minutesBetween(startedAt, now > startedAt ? now : asInstant(Date.now())) : null
  const above = [
    subject.name ? t`${named} – ${subject.name}` : named,
    startedAt ? formatTime(timeOf(startedAt, zone), language) : '',
    minutes === null ? '' : formatMinutes(minutes, language),
  ]
    .filter(Boolean)
    .join(' · ')
  return (
    <Sheet open={open} onClose={onClose} title={t`Comment ça s’est passé?`} above={above} closeLabel={t`Fermer sans noter`}>
      {open && <OutcomeForm key={`${subject.contact?.id ?? subject.name} ${kind.id} ${startedAt ?? ''}`} {...props} />}
    </Sheet>
  )
}
