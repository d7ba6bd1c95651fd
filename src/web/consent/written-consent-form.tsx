import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { instantAt, isWritableDay } from '#method/calendar/day.ts'
import { messageClasses, writtenChannels, type WrittenChannel } from '#method/consent/consent.ts'
import { channelNames } from '#language/consent-names.ts'
import type { Language } from '#language/language.ts'
import { Chip } from '../ui/chip.tsx'
import { DayField } from '../calendar/day-field.tsx'
import { Switch } from '../ui/switch.tsx'
import { TextField } from '../ui/text-field.tsx'
import { FactForm } from './fact-form.tsx'
import type { NotedForm } from './use-facts.ts'

type Props = NotedForm & { readonly language: Language }

/** Her agreement to be written to, given in writing: the words she agreed to, and where they stand (law R5). */
export function WrittenConsentForm({ today, zone, language, onFact }: Props) {
  const { t } = useLingui()
  const [channels, setChannels] = useState<readonly WrittenChannel[]>(['email'])
  const [withNewsletter, setNewsletter] = useState(false)
  const [day, setDay] = useState<string>(today)
  const [wording, setWording] = useState('')
  const [proof, setProof] = useState('')
  const missing =
    channels.length === 0
      ? t`Dites par quels moyens elle accepte.`
      : !isWritableDay(day) || day > today
        ? t`Dites quel jour, aujourd’hui au plus tard.`
        : wording.trim() === ''
          ? t`Recopiez ce à quoi elle a dit oui.`
          : proof.trim() === ''
            ? t`Dites où est la preuve.`
            : null
  return (
    <FactForm
      note={t`Noter son accord`}
      missing={missing}
      onNote={() => {
        if (!isWritableDay(day)) return
        const fact = {
          type: 'express-consent',
          channels,
          classes: messageClasses.filter((one) => withNewsletter || one !== 'newsletter'),
          means: 'written',
          wording: wording.trim(),
          language,
          isPreChecked: false,
          isBundled: false,
          proof: proof.trim(),
        } as const
        onFact(fact, t`Noté : elle accepte que vous lui écriviez.`, instantAt(day, '00:00', zone))
      }}
    >
      <p className="text-soft">
        <Trans>Un oui écrit de sa main, en sachant qui écrit, pour quoi, et qu’elle peut changer d’avis.</Trans>
      </p>
      <div role="group" aria-label={t`Par quels moyens`} className="flex flex-wrap gap-2">
        {writtenChannels.map((one) => (
          <Chip
            key={one}
            pressed={channels.includes(one)}
            onClick={() => setChannels(channels.includes(one) ? channels.filter((each) => each !== one) : [...channels, one])}
          >
            {channelNames[one][language]}
          </Chip>
        ))}
      </div>
      <Switch label={t`Les infolettres aussi`} on={withNewsletter} onChange={setNewsletter} />
      <DayField label={t`Quel jour`} value={day} onValue={setDay} max={today} required />
      <TextField
        label={t`Ce à quoi elle a dit oui`}
        hint={t`Par exemple : « Écrivez-moi pour vos ateliers »`}
        value={wording}
        onValue={setWording}
        maxLength={100}
        autoComplete="off"
      />
      <TextField
        label={t`Où est la preuve`}
        hint={t`Par exemple : son courriel du 3 mars, dans le dossier Clientes`}
        value={proof}
        onValue={setProof}
        maxLength={500}
        autoComplete="off"
      />
    </FactForm>
  )
}
