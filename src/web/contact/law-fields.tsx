import { useLingui } from '@lingui/react/macro'
import type { Contact } from '#method/contact/contact.ts'
import { zoneCity } from '#language/zone-names.ts'
import { useLanguage } from '../activity/use-language.ts'
import { useCountries } from '../consent/countries.ts'
import { offeredZones } from '../consent/offered-zones.ts'
import { useFacts } from '../consent/use-facts.ts'
import { SelectField, type Choice } from '../ui/select-field.tsx'
import { useFieldNames } from './field-names.ts'
import type { EditPerson } from './use-person-edit.ts'

type Props = { readonly contact: Contact; readonly edit: EditPerson }

/** Where the law finds someone: her country, her clock, whose line it is. */
export function LawFields({ contact, edit }: Props) {
  const { t } = useLingui()
  const language = useLanguage()
  const names = useFieldNames()
  const note = useFacts(contact.id)
  const countries: readonly Choice<string>[] = [{ value: '', label: t`Le même que le mien` }, ...useCountries(contact.country)]
  return (
    <>
      <SelectField label={names.country} value={contact.country} onValue={(country) => edit({ country })} choices={countries} />
      <SelectField
        label={names.zone}
        value={contact.zone}
        onValue={(zone) => edit({ zone })}
        choices={[{ value: '', label: t`D’après sa ville` }, ...offeredZones(contact.zone).map((value) => ({ value, label: zoneCity(value, language) }))]}
      />
      <SelectField
        label={names.line}
        value={contact.line}
        onValue={(line) => {
          const said = line === 'business' ? t`Noté : une ligne d’entreprise.` : t`Noté : la ligne d’un particulier.`
          note({ type: 'line-kind', line }, said, undefined, { type: 'contact.edit', contactId: contact.id, fields: { line } })
        }}
        choices={[
          { value: 'consumer', label: t`Chez un particulier` },
          { value: 'business', label: t`Dans une entreprise` },
        ]}
      />
    </>
  )
}
