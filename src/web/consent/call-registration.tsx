import { Trans, useLingui } from '@lingui/react/macro'
import { isWritableDay } from '#method/calendar/day.ts'
import type { SenderProfile } from '#method/consent/consent.ts'
import { DayField } from '../calendar/day-field.tsx'
import { useDraft } from '../contact/use-draft.ts'
import { Section } from '../ui/section.tsx'
import { TextField } from '../ui/text-field.tsx'

type Registration = SenderProfile['callRegistration']
type Props = { readonly registration: Registration; readonly onSave: (registration: Registration) => void }

const codesIn = (text: string): readonly string[] => [...new Set(text.match(/\b\d{3}\b/g) ?? [])]

/** What a caller owes the national list before calling strangers at home (law T3). */
export function CallRegistration({ registration, onSave }: Props) {
  const { t } = useLingui()
  const number = useDraft(registration.number, (value) => onSave({ ...registration, number: value.trim() }))
  const codes = useDraft(registration.areaCodes.join(', '), (value) => onSave({ ...registration, areaCodes: codesIn(value) }))
  return (
    <Section title={t`Liste nationale de numéros exclus`} text={<Trans>Seulement pour appeler des particuliers qui ne vous ont rien demandé ni acheté.</Trans>}>
      <div className="grid gap-5">
        <TextField label={t`Numéro d’inscription`} value={number.value} onValue={number.set} onBlur={number.leave} maxLength={60} autoComplete="off" />
        <TextField
          label={t`Indicatifs régionaux abonnés`}
          hint={t`Par exemple 418, 819`}
          value={codes.value}
          onValue={codes.set}
          onBlur={codes.leave}
          inputMode="numeric"
          autoComplete="off"
        />
        <DayField
          label={t`Version de la liste`}
          value={registration.listDate ?? ''}
          onValue={(listDate) => {
            if (listDate === '') onSave({ ...registration, listDate: null })
            else if (isWritableDay(listDate)) onSave({ ...registration, listDate })
          }}
        />
      </div>
    </Section>
  )
}
