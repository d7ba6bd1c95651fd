import { Trans, useLingui } from '@lingui/react/macro'
import { Pencil, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { timeOf } from '#method/calendar/day.ts'
import type { Activity } from '#method/activity/activity.ts'
import { isFollowUp } from '#method/ledger/history.ts'
import { formatDay, formatMinutes, formatTime } from '#language/format.ts'
import { refusalSentence } from '#language/refusals.ts'
import { kindName, notNowName, outcomeName } from '#language/sentences.ts'
import { newId, useLedger, useNow, useWrite } from '../offline/ledger.ts'
import { Button } from '../ui/button.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { useToast } from '../ui/toast.tsx'
import { CorrectionForm } from './correction-form.tsx'
import { entryOf } from './entry-of.ts'
import { useLanguage } from './use-language.ts'

type Props = { readonly activityId: string | null; readonly onClose: () => void }

/** One activity, to see, to correct by another fact, or to undo (claim 3). */
export function ActivityView({ activityId, onClose }: Props) {
  const { t } = useLingui()
  const ledger = useLedger()
  const language = useLanguage()
  const { zone, today } = useNow()
  const activity = activityId ? ledger.get('activity', activityId) : undefined
  const above =
    activity &&
    [formatDay(activity.day, language, 'relative', today), activity.isDayOnly ? '' : formatTime(timeOf(activity.occurredAt, activity.zone || zone), language)]
      .filter(Boolean)
      .join(', ')
  const kind = activity && (ledger.get('kind', activity.kind) ?? activity.kind)
  return (
    <Sheet open={activity !== undefined} onClose={onClose} title={kind ? kindName(kind, language) : ''} above={above} closeLabel={t`Fermer`}>
      {activity && <Body key={activity.id} activity={activity} onClose={onClose} />}
    </Sheet>
  )
}

function Body({ activity, onClose }: { readonly activity: Activity; readonly onClose: () => void }) {
  const { t } = useLingui()
  const ledger = useLedger()
  const { at, today } = useNow()
  const write = useWrite()
  const { show } = useToast()
  const language = useLanguage()
  const [correcting, setCorrecting] = useState(false)
  const isOwn = activity.memberId === ledger.workspace?.memberId || ledger.workspace?.role === 'owner'

  const undo = () => {
    const entry = entryOf(activity, (id) => ledger.contact(id))
    const sold = [...ledger.all('sale').values()].filter((sale) => sale.activityId === activity.id && sale.voidedAt === null)
    const written = write({ type: 'activity.void', activityId: activity.id })
    if (!written.ok) return show({ text: refusalSentence(written.reason, language) })
    const kept = sold.map((sale) => write({ type: 'sale.void', saleId: sale.id, voided: true }))
    onClose()
    // Taking the undo back records the same activity anew: a fact undone stays undone.
    const redo = () => {
      const activityId = newId()
      write({ type: 'activity.record', ...entry, activityId })
      for (const sale of sold) write({ type: 'sale.void', saleId: sale.id, voided: false })
    }
    const saved = [written, ...kept].flatMap((each) => (each.ok ? [each.saved] : []))
    Promise.all(saved).then(
      () => show({ text: t`L’activité est annulée.`, action: { label: t`Rétablir`, onPress: redo } }),
      () => show({ text: t`L’annulation n’a pas pu être gardée sur cet appareil. Réessayez.` }),
    )
  }

  if (correcting) {
    return <CorrectionForm activity={activity} now={at} today={today} onDone={onClose} onBack={() => setCorrecting(false)} />
  }
  const contacts = [...new Set(activity.contactIds.map((id) => ledger.canonical(id)))].flatMap((id) => ledger.contact(id) ?? [])
  const people = contacts.map(({ name }) => name)
  const isFollowedUp = contacts.some((contact) => isFollowUp(activity, contact))
  return (
    <div className="grid gap-4">
      <dl className="grid gap-3">
        {activity.title && <Line term={t`Titre`} text={activity.title} />}
        {people.length > 0 && <Line term={people.length > 1 ? t`Personnes` : t`Avec`} text={people.join(', ')} />}
        <Line
          term={t`Réponse`}
          text={[
            outcomeName(activity.outcome, activity.kind, language),
            activity.notNow ? notNowName(activity.notNow, language) : '',
            activity.direction === 'in' ? t`reçu` : '',
            isFollowedUp ? t`suivi` : '',
          ]
            .filter(Boolean)
            .join(' · ')}
        />
        {activity.minutes !== null && <Line term={t`Durée`} text={formatMinutes(activity.minutes, language)} />}
        {activity.note && <Line term={t`Note`} text={activity.note} />}
      </dl>
      {activity.voidedAt !== null && (
        <p className="text-soft">
          <Trans>Cette activité a été annulée ou corrigée; elle ne compte plus.</Trans>
        </p>
      )}
      {isOwn && activity.voidedAt === null && (
        <div className="grid grid-cols-2 gap-3">
          <Button icon={Undo2} onClick={undo}>{t`Annuler l’activité`}</Button>
          <Button variant="solid" icon={Pencil} onClick={() => setCorrecting(true)}>{t`Corriger`}</Button>
        </div>
      )}
    </div>
  )
}

function Line({ term, text }: { readonly term: string; readonly text: string }) {
  return (
    <div>
      <dt className="text-[0.9375rem] text-soft">{term}</dt>
      <dd className="font-medium wrap-anywhere whitespace-pre-line">{text}</dd>
    </div>
  )
}
