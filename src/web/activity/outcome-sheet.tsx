import { useLingui } from '@lingui/react/macro'
import { asInstant, timeOf, type Day, type Instant } from '#method/calendar/day.ts'
import type { WorkCalendar } from '#method/calendar/schedule.ts'
import type { Kind } from '#method/activity/kind.ts'
import type { Contact } from '#method/contact/contact.ts'
import type { Settings } from '#method/ledger/settings.ts'
import type { Offer } from '#method/sale/sale.ts'
import { formatMinutes, formatTime } from '#language/format.ts'
import { kindName } from '#language/sentences.ts'
import { Sheet } from '../ui/sheet.tsx'
import { type Log, minutesBetween } from './log.ts'
import { OutcomeForm } from './outcome-form.tsx'
import { useLanguage } from './use-language.ts'

/** What the sheet is about: someone known, someone new with only a name, or nobody. */
export type Subject = { readonly contact: Contact | null; readonly name: string }

export type OutcomeSheetProps = {
  readonly open: boolean
  readonly onClose: () => void
  readonly subject: Subject
  readonly kind: Kind
  /** When the channel was tapped: it times the call. `null` when it was logged afterwards. */
  readonly startedAt: Instant | null
  readonly settings: Settings
  readonly calendar: WorkCalendar
  readonly offers: readonly Offer[]
  readonly now: Instant
  readonly zone: string
  readonly today: Day
  readonly onLog: (log: Log) => void
}

/** Coming back from a call: one tap logs it, with the next step already proposed (claim 3). */
export function OutcomeSheet(props: OutcomeSheetProps) {
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
