import { Trans, useLingui } from '@lingui/react/macro'
import { BadgeCheck } from 'lucide-react'
import { useId } from 'react'
import { asInstant, dayOf } from '#method/calendar/day.ts'
import type { SenderProfile } from '#method/consent/consent.ts'
import { missingOfSender } from '#method/consent/sender.ts'
import { formatPhone } from '#method/contact/phone.ts'
import { missingList } from '#language/consent.ts'
import { formatDay } from '#language/format.ts'
import { refusalSentence } from '#language/refusals.ts'
import { useLanguage } from '../activity/use-language.ts'
import { useDraft } from '../contact/use-draft.ts'
import { useLedger, useNow, useWrite } from '../offline/ledger.ts'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { Icon } from '../ui/icon.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Link } from '../ui/router.tsx'
import { Section } from '../ui/section.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useToast } from '../ui/toast.tsx'
import { CallRegistration } from './call-registration.tsx'
import { senderOf } from '#method/consent/sender.ts'
import { useCountries } from './countries.ts'

/** Writes some of the sender's fields over the latest. */
export type SaveSender = (fields: Partial<SenderProfile>) => void

/** Qui écrit: what each message must say of its sender, given once and confirmed once a year (law R10). */
export function SenderScreen() {
  const { t } = useLingui()
  const ledger = useLedger()
  const language = useLanguage()
  const write = useWrite()
  const { show } = useToast()
  const sender = senderOf(ledger.settings())
  const put: SaveSender = (fields) => {
    const written = write({ type: 'settings.put', fields: { sender: { ...senderOf(ledger.settings()), ...fields } } })
    if (!written.ok) show({ text: refusalSentence(written.reason, language) })
  }
  // What was confirmed is what was read: another address is to be confirmed again.
  const save: SaveSender = (fields) => put({ ...fields, confirmedAt: null })
  return (
    <div className="mx-auto max-w-2xl">
      <PageHeader
        title={t`Qui écrit`}
        below={<Trans>La loi veut que chaque message le dise. Vous le donnez une fois; Entrain l’ajoute.</Trans>}
        back={{ label: t`Retour aux réglages`, link: (link) => <Link to="/reglages" {...link} /> }}
      />
      <Confirmation sender={sender} put={put} />
      <Identity sender={sender} save={save} />
      <Signature sender={sender} put={put} />
      <Place sender={sender} save={save} />
      <CallRegistration registration={sender.callRegistration} onSave={(callRegistration) => put({ callRegistration })} />
    </div>
  )
}

function Confirmation({ sender, put }: { readonly sender: SenderProfile; readonly put: SaveSender }) {
  const { t } = useLingui()
  const language = useLanguage()
  const { at } = useNow()
  const day = dayOf(at, sender.zone)
  const missing = missingOfSender(sender, asInstant(Date.now()), day)
  const wantedId = useId()
  const wanted = missing.filter((thing) => thing !== 'confirmation')
  if (missing.length === 0 && sender.confirmedAt) {
    return (
      <p className="flex items-center gap-2 text-spruce">
        <Icon of={BadgeCheck} />
        <span>{t`Confirmé le ${formatDay(dayOf(sender.confirmedAt, sender.zone), language, 'long')}. Entrain vous le redemandera dans un an.`}</span>
      </p>
    )
  }
  return (
    <Card>
      <p role="status" id={wantedId}>
        {wanted.length > 0 ? (
          t`Avant d’écrire à quelqu’un, il manque ${missingList(wanted, language)}.`
        ) : (
          <Trans>Relisez ce qui suit : ces coordonnées partiront avec chacun de vos messages.</Trans>
        )}
      </p>
      <Button
        variant="next"
        icon={BadgeCheck}
        className="mt-3"
        disabled={wanted.length > 0}
        aria-describedby={wantedId}
        onClick={() => put({ confirmedAt: asInstant(Date.now()) })}
      >
        <Trans>Tout est exact</Trans>
      </Button>
    </Card>
  )
}

type Part = { readonly sender: SenderProfile; readonly save: SaveSender }

function Identity({ sender, save }: Part) {
  const { t } = useLingui()
  const language = useLanguage()
  const line = (field: 'businessName' | 'personName' | 'phone' | 'email' | 'website', label: string, more: Partial<LineProps> = {}) => (
    <Line
      label={label}
      stored={field === 'phone' ? formatPhone(sender.phone, undefined, language) : sender[field]}
      onWrite={(value) => save({ [field]: value })}
      {...more}
    />
  )
  return (
    <Section title={t`Vos coordonnées`}>
      <div className="grid gap-5">
        {line('businessName', t`Nom de l’entreprise`, { autoComplete: 'organization' })}
        {line('personName', t`Votre nom`, { autoComplete: 'name' })}
        <Paragraph
          label={t`Adresse postale`}
          hint={t`Une case postale convient aussi.`}
          stored={sender.mailingAddress}
          onWrite={(mailingAddress) => save({ mailingAddress })}
        />
        {line('phone', t`Téléphone`, { type: 'tel', autoComplete: 'tel' })}
        {line('email', t`Courriel`, { type: 'email', autoComplete: 'email' })}
        {line('website', t`Site web`, { type: 'url', autoComplete: 'url' })}
      </div>
    </Section>
  )
}

function Signature({ sender, put }: { readonly sender: SenderProfile; readonly put: SaveSender }) {
  const { t } = useLingui()
  const sign = (language: 'fr' | 'en') => (text: string) => put({ signature: { ...sender.signature, [language]: text } })
  return (
    <Section title={t`Signature`} text={<Trans>Elle termine vos messages, selon la langue de la personne.</Trans>}>
      <div className="grid gap-5">
        <Paragraph label={t`En français`} stored={sender.signature.fr} onWrite={sign('fr')} />
        <Paragraph label={t`En anglais`} stored={sender.signature.en} onWrite={sign('en')} />
      </div>
    </Section>
  )
}

function Place({ sender, save }: Part) {
  const { t } = useLingui()
  const countries = useCountries(sender.country)
  return (
    <Section title={t`D’où vous vendez`} text={<Trans>La loi de votre pays et celle de la personne comptent toutes les deux.</Trans>}>
      <SelectField label={t`Votre pays`} value={sender.country} onValue={(country) => save({ country })} choices={countries} />
    </Section>
  )
}

type LineProps = {
  readonly label: string
  readonly stored: string
  readonly onWrite: (value: string) => void
  readonly type?: 'text' | 'email' | 'tel' | 'url' | undefined
  readonly autoComplete?: string | undefined
}

function Line({ label, stored, onWrite, type = 'text', autoComplete = 'off' }: LineProps) {
  const draft = useDraft(stored, (value) => onWrite(value.trim()))
  return <TextField label={label} type={type} value={draft.value} onValue={draft.set} onBlur={draft.leave} autoComplete={autoComplete} maxLength={300} />
}

function Paragraph({ label, hint, stored, onWrite }: Pick<LineProps, 'label' | 'stored' | 'onWrite'> & { readonly hint?: string | undefined }) {
  const draft = useDraft(stored, (value) => onWrite(value.trim()))
  return <TextArea label={label} hint={hint} value={draft.value} onValue={draft.set} onBlur={draft.leave} maxLength={500} rows={2} />
}
