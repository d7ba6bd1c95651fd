import { Trans, useLingui } from '@lingui/react/macro'
import { Archive, ArchiveRestore, CalendarX } from 'lucide-react'
import type { Event } from '#method/event/event.ts'
import { formatDay, formatDistance, formatTime } from '#language/format.ts'
import { LogSheet } from '../activity/log-sheet.tsx'
import { useLanguage } from '../activity/use-language.ts'
import { useTouch } from '../activity/use-touch.ts'
import { useLedger, useNow } from '../offline/ledger.ts'
import { Button, buttonClasses } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Link, useNavigate, useParams } from '../ui/router.tsx'
import { Section } from '../ui/section.tsx'
import { EventFields } from './event-fields.tsx'
import { InvitedList } from './invited-list.tsx'
import { PeopleMet } from './people-met.tsx'
import { useEventArchive, useEventEdit } from './use-event-edit.ts'
import { useInviting } from './use-inviting.ts'
import { WhoToInvite } from './who-to-invite.tsx'

/** An event: who to invite and why, who answered, who was met, and its fields (claim 6). */
export function EventScreen() {
  const { t } = useLingui()
  const { eventId = '' } = useParams()
  const ledger = useLedger()
  const event = ledger.get('event', eventId)
  if (event) return <OneEvent key={event.id} event={event} />
  if (ledger.status === 'loading') return null
  return (
    <EmptyState
      icon={CalendarX}
      title={t`Cet événement est introuvable`}
      text={t`Il n’est pas sur cet appareil. S’il vient d’être ajouté ailleurs, il arrivera à la prochaine synchronisation.`}
      action={
        <Link to="/evenements" className={buttonClasses({})}>
          <Trans>Voir mes événements</Trans>
        </Link>
      }
    />
  )
}

function OneEvent({ event }: { readonly event: Event }) {
  const { t } = useLingui()
  const ledger = useLedger()
  const { today } = useNow()
  const language = useLanguage()
  const { edit, state } = useEventEdit(event.id)
  const { stand } = useInviting(event)
  const { request, touch, close } = useTouch()
  const hasBegun = event.day <= today
  const isOver = (event.until ?? event.day) < today
  const when = [formatDay(event.day, language, 'weekday', today), event.time === null ? '' : formatTime(event.time, language), event.place]
  const saving = { idle: '', saving: t`Écriture…`, saved: t`Enregistré`, failed: t`Pas encore enregistré` }
  return (
    <>
      <PageHeader
        title={event.title || t`Sans titre`}
        back={{ label: t`Retour aux événements`, link: (link) => <Link to="/evenements" {...link} /> }}
        below={
          <>
            <span className="wrap-anywhere">{when.filter(Boolean).join(' · ')}</span>
            <span className="block">{formatDistance(event.day, today, language)}</span>
          </>
        }
      />
      {event.archivedAt !== null && (
        <p className="mb-4 text-soft">
          <Trans>Cet événement est archivé : il n’apparaît plus dans vos événements.</Trans>
        </p>
      )}
      <div className="grid gap-x-10 gap-y-6 wide:grid-cols-[minmax(0,1.2fr)_minmax(0,1fr)]">
        <div className="content-start">
          {hasBegun && <PeopleMet event={event} />}
          {!isOver && event.archivedAt === null && <WhoToInvite event={event} onCall={({ id }) => touch(id, 'phone')} />}
          <InvitedList event={event} />
        </div>
        <div className="content-start">
          <Section
            title={t`L’événement`}
            className="wide:mt-0!"
            action={
              <span role="status" className="text-[0.9375rem] text-soft">
                {saving[state]}
              </span>
            }
          >
            <EventFields event={event} offers={[...ledger.all('offer').values()]} edit={edit} />
          </Section>
          <Away event={event} onBack={() => edit({ archivedAt: null })} />
        </div>
      </div>
      <LogSheet
        request={request}
        onClose={close}
        onLogged={() => {
          if (request?.contactId) stand(request.contactId, 'invited', 'phone')
        }}
      />
    </>
  )
}

function Away({ event, onBack }: { readonly event: Event; readonly onBack: () => void }) {
  const archive = useEventArchive()
  const navigate = useNavigate()
  const isArchived = event.archivedAt !== null
  return (
    <div className="mt-8 border-t border-line pt-4">
      <Button
        size="small"
        variant="quiet"
        icon={isArchived ? ArchiveRestore : Archive}
        onClick={() => {
          if (isArchived) onBack()
          else if (archive(event)) navigate({ to: '/evenements' })
        }}
      >
        {isArchived ? <Trans>Sortir des archives</Trans> : <Trans>Archiver</Trans>}
      </Button>
    </div>
  )
}
