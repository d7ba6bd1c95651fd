import { useLingui } from '@lingui/react/macro'
import { Pencil, X } from 'lucide-react'
import { useState } from 'react'
import { notNowReasons, type NotNowReason } from '#method/activity/activity.ts'
import type { Day } from '#method/calendar/day.ts'
import type { Contact, NotNow } from '#method/contact/contact.ts'
import type { Change } from '#method/ledger/operation.ts'
import { formatDay } from '#language/format.ts'
import { notNowSentence } from '#language/not-now.ts'
import { toldChange } from '../activity/condition-field.tsx'
import { NotNowFields } from '../activity/not-now-fields.tsx'
import { useLanguage } from '../activity/use-language.ts'
import { useSayRefusal } from '../ledger/use-say-refusal.ts'
import { useLedger, useNow, useWrite } from '../offline/ledger.ts'
import { Button } from '../ui/button.tsx'
import { Section } from '../ui/section.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { useToast } from '../ui/toast.tsx'

type Props = { readonly contact: Contact }
type Kept = Props & { readonly notNow: NotNow }

/** Her "not now" with its reason and what would change it, to edit or to clear (claim 6). */
export function NotNowPart({ contact }: Props) {
  const { notNow } = contact
  return notNow && <Part {...{ contact, notNow }} />
}

function Part({ contact, notNow }: Kept) {
  const { t } = useLingui()
  const ledger = useLedger()
  const language = useLanguage()
  const { today, zone } = useNow()
  const [editing, setEditing] = useState(false)
  const say = useSaying()
  const clear = () => {
    const fields = (kept: NotNow | null): Change => ({ type: 'contact.edit', contactId: contact.id, fields: { notNow: kept } })
    say([fields(null)], [fields(notNow)], t`Son « pas maintenant » est effacé.`)
  }
  const keep = (changes: readonly Change[], undo: readonly Change[]) => {
    setEditing(false)
    say(changes, undo, t`Enregistré.`)
  }
  const offerName = (id: string) => ledger.get('offer', id)?.name
  return (
    <Section title={t`Pas maintenant`} className="mt-0!">
      <p className="font-medium wrap-anywhere">{notNowSentence(notNow, language, { today, zone, offerName })}</p>
      {notNow.note && <p className="wrap-anywhere whitespace-pre-line">{notNow.note}</p>}
      {notNow.until && notNow.change?.type !== 'date' && <p className="text-soft">{t`À revoir : ${formatDay(notNow.until, language, 'short', today)}`}</p>}
      <div className="mt-2 flex flex-wrap gap-2">
        <Button size="small" icon={Pencil} onClick={() => setEditing(true)} aria-label={t`Modifier son « pas maintenant »`}>{t`Modifier`}</Button>
        <Button size="small" variant="quiet" icon={X} onClick={clear} aria-label={t`Effacer son « pas maintenant »`}>{t`Effacer`}</Button>
      </div>
      <Sheet open={editing} onClose={() => setEditing(false)} title={t`Pas maintenant`} above={contact.name} closeLabel={t`Fermer`}>
        <EditForm {...{ contact, notNow }} onKeep={keep} />
      </Sheet>
    </Section>
  )
}

/** Writes, says it once it is durable, and offers to take it back. */
function useSaying() {
  const { t } = useLingui()
  const write = useWrite()
  const { show } = useToast()
  const sayRefusal = useSayRefusal()
  return (changes: readonly Change[], undo: readonly Change[], text: string) => {
    const saved: Promise<void>[] = []
    for (const change of changes) {
      const written = write(change)
      if (!written.ok) return sayRefusal(written.reason)
      saved.push(written.saved)
    }
    const takeBack = () => {
      for (const change of undo) write(change)
    }
    Promise.all(saved).then(
      () => show({ text, action: { label: t`Annuler`, onPress: takeBack } }),
      () => show({ text: t`Cet appareil n’a pas pu le garder. Libérez de l’espace, puis réessayez.` }),
    )
  }
}

// A date that she asked for is when she is taken up again; a meeting keeps its own day, and whoever was let go stays so.
const stepsOn = ({ id, nextStep }: Contact, due: Day): readonly Change[] => {
  if (!nextStep || nextStep.origin === 'meeting') return []
  const { kind, promised, note } = nextStep
  return [{ type: 'step.set', contactId: id, step: { due, time: null, kind, promised, note, origin: 'chosen' } }]
}

function EditForm({ contact, notNow, onKeep }: Kept & { readonly onKeep: (changes: readonly Change[], undo: readonly Change[]) => void }) {
  const { t } = useLingui()
  const ledger = useLedger()
  const { today } = useNow()
  const [reason, setReason] = useState<NotNowReason>(notNowReasons.find((one) => one === notNow.reason) ?? 'other')
  const [note, setNote] = useState(notNow.note)
  const [change, setChange] = useState(notNow.change ?? null)
  const [until, setUntil] = useState<Day | ''>(notNow.until ?? contact.nextStep?.due ?? '')
  const keep = () => {
    const told = toldChange(change)
    const day = told?.type === 'date' ? until || null : notNow.until
    const edited: NotNow = { ...notNow, reason, note: note.trim(), change: told, until: day }
    const fields = (kept: NotNow): Change => ({ type: 'contact.edit', contactId: contact.id, fields: { notNow: kept } })
    const before = contact.nextStep?.due
    const moves = day !== null && day !== notNow.until && before !== undefined
    onKeep([fields(edited), ...(moves ? stepsOn(contact, day) : [])], [fields(notNow), ...(moves ? stepsOn(contact, before) : [])])
  }
  return (
    <NotNowFields
      {...{ reason, note, change, today }}
      onReason={setReason}
      onNote={setNote}
      noteLength={4000}
      onChange={setChange}
      date={until}
      onDate={setUntil}
      offers={[...ledger.all('offer').values()]}
      keepLabel={t`Enregistrer`}
      onKeep={keep}
    />
  )
}
