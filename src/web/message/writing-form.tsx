import { Trans, useLingui } from '@lingui/react/macro'
import { Phone } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { Purpose } from '#method/consent/consent.ts'
import type { Contact } from '#method/contact/contact.ts'
import type { Event } from '#method/event/event.ts'
import { languageFor, templatesFor } from '#method/message/draft-message.ts'
import type { TemplatePurpose } from '#method/message/template.ts'
import type { Offer } from '#method/sale/sale.ts'
import { defaultTemplates } from '#language/default-templates.ts'
import { templateFaultSentence } from '#language/template-faults.ts'
import { useLanguage } from '../activity/use-language.ts'
import { StopProposal } from '../consent/stop-proposal.tsx'
import { useReach } from '../consent/use-reach.ts'
import { HerClock } from '../consent/her-clock.tsx'
import { WhyNot } from '../consent/why-not.tsx'
import { useGazetteer } from '../contact/use-gazetteer.ts'
import { useLedger, useNow } from '../offline/ledger.ts'
import { buttonClasses } from '../ui/button.tsx'
import { classes } from '../ui/classes.ts'
import { ErrorNote } from '../ui/error-note.tsx'
import { Icon } from '../ui/icon.tsx'
import { SegmentedControl } from '../ui/segmented-control.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { TextField } from '../ui/text-field.tsx'
import { signed, wholeLetter, type Way } from './closing.ts'
import { LetterPreview } from './letter-preview.tsx'
import { wordsFor } from './letter.ts'
import type { Letter } from './message-plans.ts'
import { stepTemplate } from './step-template.ts'
import { useDetailNames } from './use-detail-names.ts'
import { WritingWays, type Wrote } from './writing-ways.tsx'

/** What was typed over a template, by person and template: nothing typed is lost while the screen stays. */
export type Drafts = Readonly<Record<string, { readonly subject: string; readonly body: string }>>

type Props = {
  readonly contact: Contact
  /** What it may be for, the likeliest first: the templates offered. */
  readonly purposes: readonly TemplatePurpose[]
  /** What the law is asked for, when it is not whether she waits for an answer. */
  readonly lawPurpose?: Purpose | undefined
  readonly event: Event | null
  readonly offer: Offer | null
  readonly reason: string
  /** Her own mail server is known, so Entrain can send. */
  readonly canSend: boolean
  readonly drafts: Drafts
  readonly onDrafts: (drafts: Drafts) => void
  readonly onWrote: (wrote: Wrote) => void
  readonly onSend: (letter: Letter) => void
  readonly onCall: () => void
}

/** One personal message, drafted with her own details, to change, read over, and send by the way that the law allows (claim 6). */
export function WritingForm(props: Props) {
  const { contact, purposes, lawPurpose, event, offer, reason, canSend, drafts, onDrafts, onWrote, onSend, onCall } = props
  const { t } = useLingui()
  const { today } = useNow()
  const ledger = useLedger()
  const settings = ledger.settings()
  const screenLanguage = useLanguage()
  const names = useDetailNames()
  const { choices, hers } = useTemplateChoices(contact, purposes, event === null)
  const [chosen, setChosen] = useState<string | null>(null)
  const template = choices.find(({ id }) => id === chosen) ?? choices[0]
  const drafting = template && wordsFor(template, { contact, event, offer, today }, settings)
  const key = `${contact.id} ${template?.id ?? ''}`
  const { subject, body } = drafts[key] ?? (drafting?.ok ? drafting.draft : { subject: '', body: '' })
  const language = template?.language ?? hers
  const change = (part: { readonly subject?: string; readonly body?: string }) => onDrafts({ ...drafts, [key]: { subject, body, ...part } })

  const reach = useReach(contact, lawPurpose)
  const [wanted, setWay] = useState<Way>('email')
  const wayOf = (kind: 'phone' | 'email' | 'text') => reach.open.find((open) => open.kind === kind)
  const [phone, email, text] = [wayOf('phone'), wayOf('email'), wayOf('text')]
  const channel = (wanted === 'text' ? text : email) ?? email ?? text
  const way: Way = channel?.kind === 'text' ? 'text' : 'email'
  const owed = reach.carried[way]
  const whole = wholeLetter(body, settings, { way, language, referrer: owed?.referrer ?? null })
  // An invitation and an answer begin by the voice; elsewhere she came to write. One coral button either way.
  const isCallFirst = phone !== undefined && (event !== null || reach.purpose === 'reply')
  const call = phone && (
    <a
      href={phone.href}
      onClick={onCall}
      className={classes(buttonClasses({ variant: isCallFirst || !channel ? 'next' : 'outline', size: 'large' }), 'flex-1')}
    >
      <Icon of={Phone} />
      <span>{t`Appeler`}</span>
    </a>
  )
  return (
    <div className="grid gap-4">
      {reason !== '' && <p className="text-[1.0625rem] font-semibold">{reason}</p>}
      <LastWords contact={contact} />
      {contact.lastWordsAt && <StopProposal contact={contact} text={contact.lastWords} at={contact.lastWordsAt} />}
      {!channel && reach.isKnown && <Lawful mayCall={phone !== undefined} isInvitation={event !== null} />}
      {reach.isClockTelling && <HerClock {...{ reach }} personId={() => contact.id} />}
      {!channel && call && <div className="flex">{call}</div>}
      {owed && owed.relevance !== '' && <p className="text-[0.9375rem] text-soft">{t`Restez dans ce qui touche sa fonction : ${owed.relevance}`}</p>}
      {drafting && !drafting.ok && (
        <ErrorNote happened={t`Ce modèle a une erreur.`} todo={drafting.faults.map((fault) => templateFaultSentence(fault, screenLanguage)).join(' ')} />
      )}
      {email && text && (
        <SegmentedControl
          label={t`Par quelle voie`}
          value={way}
          onValue={setWay}
          choices={[
            { value: 'email', label: t`Par courriel` },
            { value: 'text', label: t`Par texto` },
          ]}
        />
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
      {channel?.kind === 'email' && (
        <TextField label={t`Objet`} value={subject} onValue={(value) => change({ subject: value })} maxLength={300} autoComplete="off" />
      )}
      <TextArea
        label={channel ? t`Message` : t`Ce que vous pourriez lui dire`}
        value={body}
        onValue={(value) => change({ body: value })}
        maxLength={40_000}
        rows={9}
        lang={language === 'fr' ? 'fr-CA' : 'en-CA'}
      />
      {drafting?.ok && drafting.draft.missing.length > 0 && (
        <p className="text-[0.9375rem] text-soft">{t`À ajouter à la main : ${drafting.draft.missing.map((detail) => names[detail]).join(', ')}.`}</p>
      )}
      {channel && (
        <>
          <LetterPreview letter={whole} subject={way === 'email' ? subject : ''} language={language} />
          <WritingWays
            key={way}
            {...{ channel, whole, subject, onWrote }}
            isSecond={isCallFirst}
            hasText={text !== undefined}
            onSend={
              canSend && channel.kind === 'email'
                ? () => onSend({ to: channel.value, subject, body: signed(body, settings, language), language, purpose: reach.purpose })
                : undefined
            }
            call={call}
          />
        </>
      )}
      <WhyNot contact={contact} closed={reach.closed} />
    </div>
  )
}

/** The templates for someone: the one that the step of her sequence names, then her language first, the purposes in the order given. */
const useTemplateChoices = (contact: Contact, purposes: readonly TemplatePurpose[], isFollowUp: boolean) => {
  const ledger = useLedger()
  const { zone } = useNow()
  const named = isFollowUp ? stepTemplate(ledger, contact, zone) : null
  const { find } = useGazetteer()
  const own = ledger.settings().language
  const templates = ledger.all('template')
  const hers = languageFor(contact, own, find)
  const wanted = purposes.join(' ')
  const choices = useMemo(() => {
    const languages = hers === 'fr' ? (['fr', 'en'] as const) : (['en', 'fr'] as const)
    const offered = languages.flatMap((language) => purposes.flatMap((purpose) => templatesFor(purpose, language, templates.values(), defaultTemplates)))
    return named ? [named, ...offered.filter(({ id }) => id !== named.id)] : offered
  }, [hers, templates, wanted, named])
  return { choices, hers }
}

function LastWords({ contact: { lastWords } }: { readonly contact: Contact }) {
  const language = useLanguage()
  if (lastWords === '') return null
  return (
    <blockquote className="border-l-3 border-line pl-3 text-soft">
      <p className="line-clamp-4 wrap-anywhere whitespace-pre-line">{language === 'fr' ? `«\u00A0${lastWords}\u00A0»` : `“${lastWords}”`}</p>
    </blockquote>
  )
}

function Lawful({ mayCall, isInvitation }: { readonly mayCall: boolean; readonly isInvitation: boolean }) {
  return (
    <p className="text-soft">
      {!mayCall && <Trans>Ni téléphone ni accord pour lui écrire : parlez-lui-en de vive voix, à la prochaine rencontre.</Trans>}
      {mayCall && isInvitation && (
        <Trans>Par téléphone d’abord : rien ne dit encore qu’elle accepte d’être invitée par écrit. Pendant l’appel, vous pourrez le lui demander.</Trans>
      )}
      {mayCall && !isInvitation && (
        <Trans>Par téléphone d’abord : rien ne dit encore qu’elle accepte qu’on lui écrive. Pendant l’appel, vous pourrez le lui demander.</Trans>
      )}
    </p>
  )
}
