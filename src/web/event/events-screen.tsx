import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { CalendarHeart, Plus } from 'lucide-react'
import { useMemo, useState } from 'react'
import { asInstant, type Day } from '#method/calendar/day.ts'
import type { Event, Invitation } from '#method/event/event.ts'
import { formatDay, formatDistance, formatTime } from '#language/format.ts'
import { refusalSentence } from '#language/refusals.ts'
import { useLanguage } from '../activity/use-language.ts'
import { newId, useLedger, useNow, useWrite } from '../offline/ledger.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ListRow } from '../ui/list-row.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Link, useNavigate } from '../ui/router.tsx'
import { Section } from '../ui/section.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { useToast } from '../ui/toast.tsx'
import { blankEvent, eventsAround } from './event-draft.ts'
import { NewEventForm, type EventStart } from './new-event-form.tsx'

/** Événements: what is coming, what is past, each with the people it brings together (claim 6). */
export function EventsScreen() {
  const { t } = useLingui()
  const ledger = useLedger()
  const write = useWrite()
  const navigate = useNavigate()
  const { show } = useToast()
  const language = useLanguage()
  const { today } = useNow()
  const [isNew, setNew] = useState(false)
  const { version } = ledger
  const { coming, past } = useMemo(() => eventsAround(ledger.all('event').values(), today), [version, today])
  const counts = useMemo(() => invitedTo(ledger.all('invitation').values()), [version])
  const create = (start: EventStart) => {
    const id = newId()
    const written = write({ type: 'event.put', event: { ...blankEvent(id, start.day, asInstant(Date.now())), ...start } })
    if (!written.ok) return show({ text: refusalSentence(written.reason, language) })
    written.saved.catch(() => show({ text: t`Cet appareil n’a pas pu le garder. Libérez de l’espace, puis réessayez.` }))
    setNew(false)
    navigate({ to: '/evenements/$eventId', params: { eventId: id } })
  }
  const newEvent = (
    <Button variant="next" icon={Plus} onClick={() => setNew(true)}>
      <Trans>Nouvel événement</Trans>
    </Button>
  )
  const isEmpty = coming.length + past.length === 0
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader
        title={t`Événements`}
        back={{ label: t`Retour à Plus`, link: (link) => <Link to="/plus" {...link} /> }}
        actions={isEmpty ? undefined : newEvent}
      />
      {isEmpty && ledger.status !== 'loading' && (
        <EmptyState
          icon={CalendarHeart}
          title={t`Une conférence, un atelier, un salon?`}
          text={t`Notez où et quand : Entrain retrouve les personnes de ce coin-là, et celles qui ont dit « pas maintenant », avec un message à leur écrire, une à la fois.`}
          action={newEvent}
        />
      )}
      {coming.length > 0 && <Events title={t`À venir`} events={coming} {...{ counts, today }} />}
      {past.length > 0 && <Events title={t`Passés`} events={past} {...{ counts, today }} />}
      <Sheet open={isNew} onClose={() => setNew(false)} title={t`Nouvel événement`} closeLabel={t`Fermer`}>
        <NewEventForm today={today} onCreate={create} />
      </Sheet>
    </div>
  )
}

const invitedTo = (invitations: Iterable<Invitation>): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const { eventId, state } of invitations) if (state !== 'withdrawn') counts.set(eventId, (counts.get(eventId) ?? 0) + 1)
  return counts
}

type ListProps = { readonly title: string; readonly events: readonly Event[]; readonly counts: ReadonlyMap<string, number>; readonly today: Day }

function Events({ title, events, counts, today }: ListProps) {
  const { t } = useLingui()
  const language = useLanguage()
  return (
    <Section title={title}>
      <ul>
        {events.map((event) => (
          <ListRow
            key={event.id}
            title={event.title || t`Sans titre`}
            text={[formatDay(event.day, language, 'weekday', today), event.time === null ? '' : formatTime(event.time, language), event.place]
              .filter(Boolean)
              .join(' · ')}
            end={
              <>
                <span className="block">{formatDistance(event.day, today, language)}</span>
                {counts.has(event.id) && (
                  <span className="block">
                    <Plural value={counts.get(event.id) ?? 0} one="# invitée" other="# invitées" />
                  </span>
                )}
              </>
            }
            link={(link) => <Link to="/evenements/$eventId" params={{ eventId: event.id }} {...link} />}
          />
        ))}
      </ul>
    </Section>
  )
}
