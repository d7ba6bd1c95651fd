import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Archive, ArchiveRestore, Merge, Trash2, UserX } from 'lucide-react'
import { useState } from 'react'
import { isErased, type Contact } from '#method/contact/contact.ts'
import type { Change } from '#method/ledger/operation.ts'
import { formatInstant } from '#language/format.ts'
import { refusalSentence } from '#language/refusals.ts'
import { relationshipName } from '#language/sentences.ts'
import { useLedger, useNow, useWrite } from '../offline/ledger.ts'
import { AllowedPanel } from '../consent/allowed-panel.tsx'
import { StopProposal } from '../consent/stop-proposal.tsx'
import { LogSheet } from '../activity/log-sheet.tsx'
import { useLanguage } from '../activity/use-language.ts'
import { useTouch } from '../activity/use-touch.ts'
import { ComingNear } from '../event/coming-near.tsx'
import { SequencePart } from '../follow-up/sequence-part.tsx'
import { Button, buttonClasses } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Link, useNavigate, useParams } from '../ui/router.tsx'
import { Section } from '../ui/section.tsx'
import { useToast } from '../ui/toast.tsx'
import { ErasePerson } from './erase-person.tsx'
import { FieldHistory } from './field-history.tsx'
import { MergeSheet } from './merge-sheet.tsx'
import { MergedCards } from './merged-cards.tsx'
import { NextStepCard } from './next-step-card.tsx'
import { NotNowPart } from './not-now-part.tsx'
import { PersonChannels } from './person-channels.tsx'
import { PersonForm } from './person-form.tsx'
import { PersonTimeline } from './person-timeline.tsx'
import { usePersonEdit, type SavingState } from './use-person-edit.ts'

/** A person: her channels, what comes next, what happened, and her fields. */
export function PersonScreen() {
  const { t } = useLingui()
  const { contactId = '' } = useParams()
  const ledger = useLedger()
  const contact = ledger.contact(contactId)
  if (contact && contact.deletedAt === null) return <Person key={contact.id} contact={contact} />
  if (ledger.status === 'loading') return null
  return (
    <>
      <PageHeader title={t`Fiche`} back={{ label: t`Personnes`, link: (link) => <Link to="/personnes" {...link} /> }} />
      <Absent contact={contact} />
    </>
  )
}

/** She is erased, deleted, or not on this device. */
function Absent({ contact }: { readonly contact: Contact | undefined }) {
  const { t } = useLingui()
  const toList = (
    <Link to="/personnes" className={buttonClasses({})}>
      <Trans>Voir mes personnes</Trans>
    </Link>
  )
  if (!contact)
    return (
      <EmptyState
        icon={UserX}
        title={t`Cette personne est introuvable`}
        text={t`Elle n’est pas sur cet appareil. Si elle vient d’être ajoutée ailleurs, elle arrivera à la prochaine synchronisation.`}
        action={toList}
      />
    )
  if (isErased(contact))
    return (
      <EmptyState
        icon={UserX}
        title={t`Ses renseignements ont été effacés`}
        text={t`À sa demande, et pour toujours. Vos gestes comptés restent dans vos journées, sans son nom.`}
        action={toList}
      />
    )
  return (
    <EmptyState
      icon={UserX}
      title={t`Cette fiche a été supprimée`}
      text={t`Les échanges notés comptent toujours dans vos journées.`}
      action={
        <div className="flex flex-wrap justify-center gap-2">
          <Restore contact={contact} />
          {toList}
        </div>
      }
    />
  )
}

function Restore({ contact }: { readonly contact: Contact }) {
  const write = useWrite()
  return (
    <Button
      variant="solid"
      onClick={() => {
        write({ type: 'contact.delete', contactId: contact.id, deleted: false })
      }}
    >
      <Trans>Rétablir la fiche</Trans>
    </Button>
  )
}

function Person({ contact }: { readonly contact: Contact }) {
  const { t } = useLingui()
  const ledger = useLedger()
  const { today } = useNow()
  const language = useLanguage()
  const { request, touch, note, close } = useTouch()
  const { edit, state } = usePersonEdit(contact)
  const about = [relationshipName(contact.relationship, language), contact.organisation, contact.city].filter(Boolean).join(' · ')
  return (
    <>
      <PageHeader
        title={contact.name}
        back={{ label: t`Personnes`, link: (link) => <Link to="/personnes" {...link} /> }}
        below={
          <>
            <span className="wrap-anywhere">{about}</span>
            <span className="block">
              <Plural value={contact.touches} _0="Pas encore contactée" one="# contact" other="# contacts" />
            </span>
          </>
        }
      />
      <div className="grid gap-x-10 gap-y-6 wide:grid-cols-[minmax(0,1fr)_minmax(0,1.1fr)]">
        <div className="grid content-start gap-5">
          {contact.archivedAt !== null && (
            <p className="text-soft">
              <Trans>Cette fiche est archivée : elle n’apparaît plus dans vos suivis.</Trans>
            </p>
          )}
          <PersonChannels contact={contact} onChannel={(kind, started) => (started ? touch : note)(contact.id, kind)} />
          <NextStepCard contact={contact} today={today} kinds={ledger.kinds()} />
          <SequencePart contact={contact} />
          <NotNowPart contact={contact} />
          <Words contact={contact} />
          <ComingNear contact={contact} />
          <AllowedPanel contact={contact} />
          <PersonTimeline contactId={contact.id} today={today} />
        </div>
        <div className="content-start">
          <Section title={t`Fiche`} action={<Saving state={state} />} className="mt-0!">
            <PersonForm contact={contact} edit={edit} />
          </Section>
          <MergedCards contact={contact} />
          <FieldHistory contactId={contact.id} />
          <Gestures contact={contact} />
        </div>
      </div>
      <LogSheet request={request} onClose={close} />
    </>
  )
}

function Saving({ state }: { readonly state: SavingState }) {
  const { t } = useLingui()
  const words = { idle: '', saving: t`Écriture…`, saved: t`Enregistré`, failed: t`Pas encore enregistré` }
  return (
    <span role="status" className="text-[0.9375rem] text-soft">
      {words[state]}
    </span>
  )
}

function Words({ contact }: { readonly contact: Contact }) {
  const { today, zone } = useNow()
  const language = useLanguage()
  if (!contact.lastWords) return null
  return (
    <div>
      <blockquote className="border-l-3 border-line pl-3 text-soft">
        <p className="wrap-anywhere whitespace-pre-line">{language === 'fr' ? `«\u00A0${contact.lastWords}\u00A0»` : `“${contact.lastWords}”`}</p>
        {contact.lastWordsAt && <p className="text-[0.9375rem]">{formatInstant(contact.lastWordsAt, zone, language, today)}</p>}
      </blockquote>
      {contact.lastWordsAt && <StopProposal contact={contact} text={contact.lastWords} at={contact.lastWordsAt} />}
    </div>
  )
}

function Gestures({ contact }: { readonly contact: Contact }) {
  const { t } = useLingui()
  const write = useWrite()
  const navigate = useNavigate()
  const { show } = useToast()
  const language = useLanguage()
  const [merging, setMerging] = useState(false)
  const isArchived = contact.archivedAt !== null
  const say = (change: Change, undo: Change, text: string): boolean => {
    const written = write(change)
    if (!written.ok) {
      show({ text: refusalSentence(written.reason, language) })
      return false
    }
    written.saved.then(
      () =>
        show({
          text,
          action: {
            label: t`Annuler`,
            onPress: () => {
              write(undo)
            },
          },
        }),
      () => show({ text: t`Cet appareil n’a pas pu le garder. Libérez de l’espace, puis réessayez.` }),
    )
    return true
  }
  const contactId = contact.id
  const archive = (archived: boolean) =>
    say(
      { type: 'contact.archive', contactId, archived },
      { type: 'contact.archive', contactId, archived: !archived },
      archived ? t`${contact.name} est dans les archives.` : t`${contact.name} est de retour dans vos personnes.`,
    )
  const remove = () => {
    if (
      say(
        { type: 'contact.delete', contactId, deleted: true },
        { type: 'contact.delete', contactId, deleted: false },
        t`La fiche de ${contact.name} est supprimée.`,
      )
    )
      navigate({ to: '/personnes' })
  }
  return (
    <div className="mt-8 flex flex-wrap gap-2 border-t border-line pt-4">
      {!isArchived && (
        <Button size="small" variant="quiet" icon={Merge} onClick={() => setMerging(true)}>
          <Trans>Fusionner</Trans>
        </Button>
      )}
      <Button size="small" variant="quiet" icon={isArchived ? ArchiveRestore : Archive} onClick={() => archive(!isArchived)}>
        {isArchived ? t`Sortir des archives` : t`Archiver`}
      </Button>
      <Button size="small" variant="danger-quiet" icon={Trash2} onClick={remove}>
        <Trans>Supprimer</Trans>
      </Button>
      <ErasePerson contact={contact} />
      <MergeSheet
        open={merging}
        firstId={contactId}
        onClose={() => setMerging(false)}
        onMerged={(keptId) => {
          setMerging(false)
          if (keptId !== contactId) navigate({ to: '/personnes/$contactId', params: { contactId: keptId } })
        }}
      />
    </div>
  )
}
