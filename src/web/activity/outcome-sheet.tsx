import { useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { timeOf } from '#method/calendar/day.ts'
import { formatTime } from '#language/format.ts'
import { kindName } from '#language/sentences.ts'
import { Sheet } from '../ui/sheet.tsx'
import { CallTimer } from './call-timer.tsx'
import { OutcomeForm, type OutcomeAsked } from './outcome-form.tsx'
import { useLanguage } from './use-language.ts'

type Props = OutcomeAsked & { readonly open: boolean; readonly onClose: () => void; readonly below?: ReactNode | undefined }

/** Coming back from a call: one tap logs it, with the next step already proposed (claim 3). */
export function OutcomeSheet(props: Props) {
  const { open, onClose, subject, kind, startedAt, zone } = props
  const { t } = useLingui()
  const language = useLanguage()
  const named = kindName(kind, language)
  const above = [subject.name ? t`${named} – ${subject.name}` : named, startedAt ? formatTime(timeOf(startedAt, zone), language) : '']
    .filter(Boolean)
    .join(' · ')
  return (
    <Sheet
      open={open}
      onClose={onClose}
      title={t`Comment ça s’est passé?`}
      above={
        startedAt && kind.id === 'phone' ? (
          <>
            {above} · <CallTimer startedAt={startedAt} />
          </>
        ) : (
          above
        )
      }
      closeLabel={t`Fermer sans noter`}
    >
      {open && <OutcomeForm key={`${subject.contact?.id ?? subject.name} ${kind.id} ${startedAt ?? ''}`} {...props} />}
      {open && props.below}
    </Sheet>
  )
}
