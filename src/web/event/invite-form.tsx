import { Trans, useLingui } from '@lingui/react/macro'
import { Check, ChevronDown, Copy, Mail, MessageCircle, Phone, Send } from 'lucide-react'
import { useId, useMemo, useState } from 'react'
import type { Contact } from '#method/contact/contact.ts'
import type { Event } from '#method/event/event.ts'
import type { Settings } from '#method/ledger/settings.ts'
import { languageFor, templatesFor } from '#method/message/draft-message.ts'
import type { Template } from '#method/message/template.ts'
import type { Offer } from '#method/sale/sale.ts'
import { defaultTemplates } from '#language/default-templates.ts'
import { templateFaultSentence } from '#language/template-faults.ts'
import { useLanguage } from '../activity/use-language.ts'
import { useReach } from '../consent/use-reach.ts'
import { WhyNot } from '../consent/why-not.tsx'
import { useGazetteer } from '../contact/use-gazetteer.ts'
import { mailtoOf, signed, wholeLetter, wordsFor } from '../message/letter.ts'
import { useNow } from '../offline/ledger.ts'
import { Button, buttonClasses } from '../ui/button.tsx'
import { classes } from '../ui/classes.ts'
import { ErrorNote } from '../ui/error-note.tsx'
import { Icon } from '../ui/icon.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useToast } from '../ui/toast.tsx'
import { useDetailNames } from '../message/use-detail-names.ts'
import type { Letter } from './use-inviting.ts'

/** What was typed over a template, by person and template: nothing typed is lost while the screen stays. */
export type Drafts = Readonly<Record<string, { readonly subject: string; readonly body: string }>>

type Props = {
  readonly contact: Contact
  readonly event: Event
  readonly reason: string
  readonly settings: Settings
  readonly offer: Offer | null
  readonly templates: readonly Template[]
  /** Her own mail server is known, so Entrain can send. */
  readonly canSend: boolean
  readonly drafts: Drafts
  readonly onDrafts: (drafts: Drafts) => void
  readonly onWrote: (channel: 'email' | 'sms' | 'message') => void
  readonly onSend: (letter: Letter) => void
  readonly onCall: () => void
}

/** One personal message, drafted with her own details, to change, read over, and send by the way that the law allows (claim 6). */
export function InviteForm(props: Props) {
  const { contact, event, reason, settings, offer, templates, canSend, drafts, onDrafts, onWrote, onSend, onCall } = props
  const { t } = useLingui()
  const { today } = useNow()
  const screenLanguage = useLanguage()
  const names = useDetailNames()
  const { find } = useGazetteer()
  const { show } = useToast()
  const hers = languageFor(contact, settings.language, find)
  const choices = useMemo(
    () => [...templatesFor('event', hers, templates, defaultTemplates), ...templatesFor('event', hers === 'fr' ? 'en' : 'fr', templates, defaultTemplates)],
    [hers, templates],
  )
  const [chosen, setChosen] = useState(choices[0]?.id ?? '')
  const [gone, setGone] = useState<'email' | 'copied' | null>(null)
  const template = choices.find(({ id }) => id === chosen) ?? choices[0]
  const drafting = template && wordsFor(template, { contact, event, offer, today }, settings)
  const key = `${contact.id} ${template?.id ?? ''}`
  const { subject, body } = drafts[key] ?? (drafting?.ok ? drafting.draft : { subject: '', body: '' })
  const language = template?.language ?? hers
  const change = (part: { readonly subject?: string; readonly body?: string }) => onDrafts({ ...drafts, [key]: { subject, body, ...part } })

  const reach = useReach(contact, 'invitation')
  const wayOf = (wanted: 'phone' | 'email' | 'text') => reach.open.find(({ kind }) => kind === wanted)
  const [phone, email] = [wayOf('phone'), wayOf('email')]
  const mayText = wayOf('text') !== undefined
  const mayWrite = email !== undefined || mayText
  const copy = () => {
    navigator.clipboard.writeText(wholeLetter(body, settings, language)).then(
      () => setGone('copied'),
      () => show({ text: t`La copie n’a pas été permise. Sélectionnez le texte à la main.` }),
    )
  }
  const call = phone && (
    <a href={phone.href} onClick={onCall} className={classes(buttonClasses({ variant: 'next', size: 'large' }), 'flex-1')}>
      <Icon of={Phone} />
      <span>{t`Appeler`}</span>
    </a>
  )
  return (
    <div className="grid gap-4">
      {reason !== '' && <p className="text-[1.0625rem] font-semibold">{reason}</p>}
      {contact.lastWords && (
        <blockquote className="border-l-3 border-line pl-3 text-soft">
          <p className="line-clamp-4 wrap-anywhere whitespace-pre-line">
            {screenLanguage === 'fr' ? `«\u00A0${contact.lastWords}\u00A0»` : `“${contact.lastWords}”`}
          </p>
        </blockquote>
      )}
      <Lawful mayWrite={mayWrite} mayCall={phone !== undefined} />
      {reach.clock && reach.isClockTelling && <p className="text-[0.9375rem] text-soft">{reach.clock}</p>}
      {!mayWrite && call && <div className="flex">{call}</div>}
      {drafting && !drafting.ok && (
        <ErrorNote happened={t`Ce modèle a une erreur.`} todo={drafting.faults.map((fault) => templateFaultSentence(fault, screenLanguage)).join(' ')} />
      )}
      {choices.length > 1 && (
        <SelectField
          label={t`Modèle`}
          value={template?.id ?? ''}
          onValue={setChosen}
          choices={choices.map(({ id, name, language: one }) => ({
            value: id,
            label: one === hers ? name : `${name} (${one === 'fr' ? 'français' : 'English'})`,
          }))}
        />
      )}
      {email && <TextField label={t`Objet`} value={subject} onValue={(value) => change({ subject: value })} maxLength={300} autoComplete="off" />}
      <TextArea
        label={mayWrite ? t`Message` : t`Ce que vous pourriez lui dire`}
        value={body}
        onValue={(value) => change({ body: value })}
        maxLength={40_000}
        rows={9}
        lang={language === 'fr' ? 'fr-CA' : 'en-CA'}
      />
      {drafting?.ok && drafting.draft.missing.length > 0 && (
        <p className="text-[0.9375rem] text-soft">{t`À ajouter à la main : ${drafting.draft.missing.map((detail) => names[detail]).join(', ')}.`}</p>
      )}
      {mayWrite && <Preview letter={wholeLetter(body, settings, language)} subject={email ? subject : ''} language={language} />}
      {mayWrite && gone === null && (
        <div className="flex flex-wrap gap-2.5">
          {canSend && email && (
            <Button
              variant={phone ? 'solid' : 'next'}
              size="large"
              icon={Send}
              className="flex-1"
              onClick={() => onSend({ to: email.value, subject, body: signed(body, settings, language), language })}
            >
              <Trans>Envoyer</Trans>
            </Button>
          )}
          {email && (
            <a
              href={mailtoOf(email.value, subject, wholeLetter(body, settings, language))}
              onClick={() => setGone('email')}
              className={classes(buttonClasses({ variant: canSend || phone ? 'outline' : 'next', size: 'large' }), 'flex-1')}
            >
              <Icon of={Mail} />
              <span>{t`Courriel`}</span>
            </a>
          )}
          <Button size="large" icon={Copy} className="flex-1" onClick={copy}>
            <Trans>Copier</Trans>
          </Button>
          {call}
        </div>
      )}
      {gone !== null && <Gone {...{ gone, mayText, onWrote }} mayEmail={email !== undefined} onNotYet={() => setGone(null)} />}
      <WhyNot contact={contact} closed={reach.closed} />
    </div>
  )
}

function Lawful({ mayWrite, mayCall }: { readonly mayWrite: boolean; readonly mayCall: boolean }) {
  if (mayWrite) return null
  return (
    <p className="text-soft">
      {mayCall ? (
        <Trans>Par téléphone d’abord : rien ne dit encore qu’elle accepte d’être invitée par écrit. Pendant l’appel, vous pourrez le lui demander.</Trans>
      ) : (
        <Trans>Ni téléphone ni accord pour lui écrire : parlez-lui-en de vive voix, à la prochaine rencontre.</Trans>
      )}
    </p>
  )
}

type PreviewProps = { readonly letter: string; readonly subject: string; readonly language: 'fr' | 'en' }

/** The letter as she will read it, the lines of the law included. */
function Preview({ letter, subject, language }: PreviewProps) {
  return (
    <details className="group rounded-card border border-line px-4">
      <summary className="flex min-h-11 cursor-pointer list-none items-center justify-between font-semibold">
        <Trans>Aperçu</Trans>
        <Icon of={ChevronDown} size={20} className="text-soft group-open:rotate-180" />
      </summary>
      <div lang={language === 'fr' ? 'fr-CA' : 'en-CA'} className="pb-4">
        {subject !== '' && <p className="mb-2 font-semibold wrap-anywhere">{subject}</p>}
        <p className="whitespace-pre-line wrap-anywhere">{letter}</p>
      </div>
    </details>
  )
}

type GoneProps = Pick<Props, 'onWrote'> & {
  readonly gone: 'email' | 'copied'
  readonly mayEmail: boolean
  readonly mayText: boolean
  readonly onNotYet: () => void
}

/** Back from her mail program: one tap says that it left, and only then is it noted. */
function Gone({ gone, mayEmail, mayText, onWrote, onNotYet }: GoneProps) {
  const { t } = useLingui()
  const id = useId()
  return (
    <div role="group" aria-labelledby={id} className="grid gap-2.5 rounded-card border border-line bg-card p-4">
      <p id={id} className="font-semibold" role="status">
        {gone === 'copied' ? t`C’est copié. Une fois le message parti :` : t`Une fois le courriel parti :`}
      </p>
      {(gone === 'email' || mayEmail) && (
        <Button variant="next" size="large" wide icon={Check} onClick={() => onWrote('email')}>
          <Trans>Courriel envoyé</Trans>
        </Button>
      )}
      {gone === 'copied' && mayText && (
        <Button size="large" wide icon={MessageCircle} onClick={() => onWrote('sms')}>
          <Trans>Texto envoyé</Trans>
        </Button>
      )}
      <Button variant="quiet" onClick={onNotYet}>
        <Trans>Pas encore</Trans>
      </Button>
    </div>
  )
}
