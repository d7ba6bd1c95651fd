import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { isWritableDay } from '#method/calendar/day.ts'
import type { publishers } from '#method/consent/consent.ts'
import type { Contact } from '#method/contact/contact.ts'
import { useNow } from '../offline/ledger.ts'
import { DayField } from '../calendar/day-field.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { Switch } from '../ui/switch.tsx'
import { TextField } from '../ui/text-field.tsx'
import { FactForm } from './fact-form.tsx'
import { useFacts } from './use-facts.ts'

type Publisher = (typeof publishers)[number]
type Props = { readonly contact: Contact; readonly onDone: () => void }

/** An address read on a page that she or her organisation keeps, for messages that concern her role (s.10(9)(b)). */
export function PublishedForm({ contact, onDone }: Props) {
  const { t } = useLingui()
  const { today } = useNow()
  const note = useFacts(contact.id)
  const [url, setUrl] = useState('')
  const [seenOn, setSeenOn] = useState<string>(today)
  const [publishedBy, setPublisher] = useState<Publisher>('her-organisation')
  const [role, setRole] = useState(contact.role)
  const [relevance, setRelevance] = useState('')
  const [noSolicitation, setNoSolicitation] = useState(false)
  const missing = !/^https?:\/\/\S+\.\S+/.test(url.trim())
    ? t`Donnez l’adresse de la page, qui commence par https://.`
    : !isWritableDay(seenOn) || seenOn > today
      ? t`Dites quel jour vous l’avez vue.`
      : noSolicitation || (role.trim() !== '' && relevance.trim() !== '')
        ? null
        : t`Dites sa fonction, et en quoi votre offre la touche.`
  return (
    <FactForm
      note={t`Noter l’adresse publiée`}
      missing={missing}
      onNote={() => {
        if (!isWritableDay(seenOn)) return
        const read = { url: url.trim(), seenOn, publishedBy, role: role.trim(), relevance: relevance.trim(), noSolicitation, screenshot: '' }
        if (note({ type: 'address-published', ...read }, t`Noté : une adresse publiée.`)) onDone()
      }}
    >
      <TextField label={t`Adresse de la page`} hint="https://…" value={url} onValue={setUrl} maxLength={2000} inputMode="url" autoComplete="off" />
      <DayField label={t`Vue le`} value={seenOn} onValue={setSeenOn} max={today} required />
      <SelectField
        label={t`Qui l’a publiée`}
        value={publishedBy}
        onValue={setPublisher}
        choices={[
          { value: 'her-organisation', label: t`Son organisation` },
          { value: 'herself', label: t`Elle-même` },
          { value: 'directory', label: t`Un répertoire : cela ne suffit pas` },
        ]}
      />
      <TextField label={t`Sa fonction`} value={role} onValue={setRole} maxLength={300} autoComplete="off" />
      <TextField label={t`En quoi votre offre touche cette fonction`} value={relevance} onValue={setRelevance} maxLength={500} autoComplete="off" />
      <Switch label={t`La page dit ne pas vouloir de sollicitation`} on={noSolicitation} onChange={setNoSolicitation} />
    </FactForm>
  )
}
